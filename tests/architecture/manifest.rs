//! `Cargo.toml`: no dependency that opens sockets, by whatever name, for whatever target or stage.

use crate::Breach;
use crate::reach::is_of_family;
use crate::table::{ALLOWED_SOCKET_CRATES, SOCKET_CRATES};

pub fn check(manifest: &str) -> Vec<Breach> {
    let sockets = |(name, _): &(String, usize)| {
        is_of_family(name, SOCKET_CRATES) && !ALLOWED_SOCKET_CRATES.contains(&name.as_str())
    };
    let breach = |(name, line): (String, usize)| {
        Breach::new(
            "Cargo.toml",
            line,
            format!("{name} opens sockets, and nothing is ever sent"),
            "Do without it; if the one request of `http_test` needs it, add it to ALLOWED_SOCKET_CRATES in \
             tests/architecture/table.rs, with a reason",
        )
    };
    dependencies(manifest).into_iter().filter(sockets).map(breach).collect()
}

/// The crates that a manifest depends on, with their lines: names on the left, and those that
/// `package = "…"` gives on the right.
fn dependencies(manifest: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut section = Section::Other;
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('#') {
            continue;
        }
        if let Some(header) = line.strip_prefix('[') {
            let header = header.split(']').next().unwrap_or_default();
            section = Section::of(header);
            if let Section::Dependency(name) = &section {
                found.push((name.clone(), index + 1));
            }
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let key = key.trim().trim_matches('"');
        match section {
            Section::Dependencies => {
                found.push((key.split('.').next().unwrap_or_default().to_owned(), index + 1));
                let renamed = if key.ends_with(".package") { quoted(value) } else { package(value) };
                found.extend(renamed.map(|name| (name, index + 1)));
            }
            Section::Dependency(_) if key == "package" => found.extend(quoted(value).map(|name| (name, index + 1))),
            _ => {}
        }
    }
    found
}

enum Section {
    /// `[dependencies]`, also of a target, a stage or the workspace.
    Dependencies,
    /// `[dependencies.name]`.
    Dependency(String),
    Other,
}

impl Section {
    fn of(header: &str) -> Self {
        let is_list = |part: &str| part.ends_with("dependencies");
        match header.rsplit_once('.') {
            _ if is_list(header) => Self::Dependencies,
            Some((list, name)) if is_list(list) => Self::Dependency(name.trim_matches('"').to_owned()),
            _ => Self::Other,
        }
    }
}

/// The real name in `{ package = "…", … }`.
fn package(table: &str) -> Option<String> {
    let (_, after) = table.split_once("package")?;
    quoted(after.trim_start().strip_prefix('=')?)
}

fn quoted(value: &str) -> Option<String> {
    value.split('"').nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;

    #[test]
    fn message_says_where_what_and_what_instead() {
        let told = check("[dependencies]\nureq-mini = \"3\"").remove(0).to_string();
        assert_eq!(
            told,
            "Cargo.toml:2: ureq-mini opens sockets, and nothing is ever sent. Do without it; if the one request of \
             `http_test` needs it, add it to ALLOWED_SOCKET_CRATES in tests/architecture/table.rs, with a reason"
        );
    }

    #[test]
    fn all_kinds_of_dependencies_are_read() {
        let manifest = "[package]\nname = \"curl\"\n[dependencies]\nserde = \"1\"\nhyper-util = { version = \"0.1\" }\n\
                        web = { version = \"1\", package = \"reqwest\" }\nsurf.version = \"2\"\n[dev-dependencies]\ntokio = \"1\"\n\
                        [target.'cfg(unix)'.build-dependencies]\ncurl = \"1\"\n[dependencies.mine]\npackage = \"minreq\"\n\
                        [dependencies.mio]\nversion = \"1\"\n[profile.dev]\nsmol = 1";
        let names: Vec<String> = check(manifest)
            .iter()
            .map(|breach| format!("{} {}", breach.line, breach.what.split(' ').next().unwrap_or("")))
            .collect();
        assert_eq!(names, ["5 hyper-util", "6 reqwest", "7 surf", "9 tokio", "11 curl", "13 minreq", "14 mio"]);
    }

    #[test]
    fn the_one_that_is_allowed_is_free() {
        assert_eq!(short(check("[dependencies]\nureq = { version = \"3\" }")), [""; 0]);
    }

    #[test]
    fn comments_texts_and_like_names_are_none() {
        let manifest = "[dependencies]\n# ureq = \"3\"\nserde = \"1\" # not ureq\ncurlew = \"1\"\n[package]\ndescription = \"tokio = 1\"";
        assert_eq!(short(check(manifest)), [""; 0]);
    }
}
