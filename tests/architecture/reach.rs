//! Whether a path leads to what must be absent: as it is written, by a glob, or through an import.

use std::collections::BTreeMap;

use crate::paths::{Path, Standing};
use crate::table::{Absence, SOCKET_CRATES};

/// What the imported names of a file stand for.
pub struct Aliases(BTreeMap<String, Vec<Vec<String>>>);

/// Imports of imports are followed so far.
const DEPTH: usize = 4;

impl Aliases {
    pub fn of(paths: &[Path]) -> Self {
        let mut aliases: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for path in paths.iter().filter(|path| path.standing != Standing::Inline) {
            if let Some(alias) = &path.alias {
                aliases.entry(alias.clone()).or_default().push(path.segments.clone());
            }
        }
        Self(aliases)
    }

    /// Whether a path leads to what must be absent: as written, or through an import that by itself
    /// does not (`use std::time;` … `time::Instant`); one that does is reported where it stands.
    pub fn reaches(&self, path: &Path, absence: &Absence) -> bool {
        leads(&path.segments, absence) || self.follows(&path.segments, absence, DEPTH)
    }

    fn follows(&self, segments: &[String], absence: &Absence, depth: usize) -> bool {
        let targets = self.0.get(&segments[0]).into_iter().flatten();
        targets.filter(|target| depth > 0 && !leads(target, absence)).any(|target| {
            let followed = [target, &segments[1..]].concat();
            leads(&followed, absence) || self.follows(&followed, absence, depth - 1)
        })
    }
}

fn leads(segments: &[String], absence: &Absence) -> bool {
    let is_socket_crate = absence.what == "sockets" && is_of_family(&segments[0], SOCKET_CRATES);
    is_socket_crate || absence.paths.iter().any(|pattern| matches(segments, pattern))
}

/// Whether a crate is one of these or of their families: `hyper_util` belongs to `hyper`.
pub fn is_of_family(name: &str, families: &[&str]) -> bool {
    let name = name.replace('-', "_");
    families.iter().any(|family| {
        let rest = name.strip_prefix(&family.replace('-', "_"));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

/// Whether a path leads to a pattern or below it; a glob leads to all that stands beside it.
fn matches(segments: &[String], pattern: &str) -> bool {
    let pattern: Vec<&str> = pattern.split("::").collect();
    let (written, is_glob) = match segments.split_last() {
        Some((last, before)) if last == "*" => (before, true),
        _ => (segments, false),
    };
    let agree = written.iter().zip(&pattern).all(|(segment, wanted)| match wanted.strip_suffix('*') {
        Some(prefix) => segment.starts_with(prefix),
        None => segment == wanted,
    });
    agree && (written.len() >= pattern.len() || is_glob && !written.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(path: &str, pattern: &str) -> bool {
        let segments: Vec<String> = path.split("::").map(str::to_owned).collect();
        matches(&segments, pattern)
    }

    #[test]
    fn patterns_hold_for_all_below_them_and_for_globs_above() {
        for path in ["std::fs", "std::fs::File::open", "std::*", "std::fs::*"] {
            assert!(matched(path, "std::fs"), "{path}");
        }
        for path in ["std", "std::fsx", "fs::File", "std::io::*", "super::*", "*", "crate::std::fs"] {
            assert!(!matched(path, "std::fs"), "{path}");
        }
        assert!(matched("egui_plot::Plot", "egui*") && matched("egui::Ui", "egui*") && !matched("eg::x", "egui*"));
    }

    #[test]
    fn families_end_at_a_word() {
        for name in ["hyper", "hyper-util", "hyper_util", "native-tls", "native_tls"] {
            assert!(is_of_family(name, SOCKET_CRATES), "{name}");
        }
        for name in ["hyperloglog", "curlew", "native", "miow"] {
            assert!(!is_of_family(name, SOCKET_CRATES), "{name}");
        }
    }
}
