//! Checks what a room must not have: files, sockets, the current time, widgets, unfinished code.
//!
//! `#[cfg(test)]` modules may read files and unwrap, so most rows don't apply to them; each row says whether it does.

use std::collections::BTreeMap;

use crate::Breach;
use crate::paths::{Aliases, paths};
use crate::source::{Source, begins};
use crate::table::{ABSENCES, Absence, Reach, SOCKET_CRATES};

pub fn check(sources: &[Source]) -> Vec<Breach> {
    sources.iter().flat_map(check_source).collect()
}

fn check_source(source: &Source) -> Vec<Breach> {
    let paths = paths(source);
    let aliases = Aliases::of(&paths);
    let mut breaches: Vec<Breach> = Vec::new();
    for absence in ABSENCES.iter().filter(|absence| !absence.only_in.contains(&source.room())) {
        let mut found: BTreeMap<usize, String> = BTreeMap::new();
        // A forbidden import is already reported at its `use`, so uses of its name are not reported again.
        let by_path = paths.iter().filter(|path| {
            leads(&path.segments, absence)
                || aliases.followed(path).iter().any(|path| leads(&path.segments, absence))
                    && !aliases.is_of(path, |target| leads(&target.segments, absence))
        });
        for (line, in_tests, written) in
            by_path.map(|path| (path.line, path.in_tests, path.written())).chain(marks(source, absence))
        {
            if !in_tests || absence.reach == Reach::TestsToo {
                found.entry(line).or_insert(written);
            }
        }
        let breach = |(line, written): (usize, String)| {
            Breach::new(&source.file, line, what(absence, &written), absence.instead)
        };
        breaches.extend(found.into_iter().map(breach));
    }
    breaches
}

fn leads(segments: &[String], absence: &Absence) -> bool {
    let is_socket_crate = absence.what == "sockets" && is_of_family(&segments[0], SOCKET_CRATES);
    is_socket_crate || absence.paths.iter().any(|pattern| matches(segments, pattern))
}

/// Whether a crate is one of these, or of the family of one: `hyper_util` belongs to `hyper`.
pub fn is_of_family(name: &str, families: &str) -> bool {
    let name = name.replace('-', "_");
    families.split_whitespace().any(|family| {
        let rest = name.strip_prefix(&family.replace('-', "_"));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

/// Whether a path leads to a pattern or to something in it. A glob leads to everything in its module.
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

fn what(absence: &Absence, written: &str) -> String {
    match absence.only_in {
        [] => format!("`{written}`: {} may stand nowhere in src", absence.what),
        rooms => format!("`{written}`: {} may stand only in {}", absence.what, rooms.join(", ")),
    }
}

/// The uses of the code of an absence: the line, whether it is in tests, and the code. A definition (`fn now(`) isn't a
/// use.
fn marks(source: &Source, absence: &Absence) -> Vec<(usize, bool, String)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for mark in absence.marks {
        let wanted: Vec<&str> = mark.split(' ').collect();
        for (at, token) in tokens.iter().enumerate() {
            let is_defined = at > 0 && tokens[at - 1].is("fn");
            if !is_defined && begins(&tokens[at..], &wanted) {
                found.push((token.line, token.in_tests, mark.replace(' ', "")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    /// The lines, and the text found in each, without the rest of the message.
    fn found(file: &str, text: &str) -> Vec<String> {
        let told = |line: String| line.split(" may stand").next().unwrap_or_default().replace(&format!("{file}:"), "");
        short(check(&planted(file, text))).into_iter().map(told).collect()
    }

    #[test]
    fn message_says_where_what_and_what_instead() {
        let breaches = check(&planted("src/report/a.rs", "\nfn f() { std::fs::read(p) }"));
        let told: Vec<String> = breaches.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "src/report/a.rs:2: `std::fs::read`: files and standard streams may stand only in storage, workbench, cli. \
             Take bytes, a reader or a writer, and let `storage` open it"
            ]
        );
    }

    #[test]
    fn files_environment_and_threads_are_far_from_the_lower_floors() {
        let text = "use std::{env, fs::{self, File}, path::Path};\nuse std::process::Command;\nuse std::io::{Write, stdout};\n\
                    fn f() { std::thread::spawn(g) }";
        assert_eq!(
            found("src/simulate/a.rs", text),
            [
                "1: `std::env`: the environment and processes",
                "1: `std::fs`: files and standard streams",
                "2: `std::process::Command`: the environment and processes",
                "3: `std::io::stdout`: files and standard streams",
                "4: `std::thread::spawn`: threads of its own",
            ]
        );
        assert_eq!(found("src/storage/a.rs", text), [""; 0]);
    }

    #[test]
    fn present_moment_comes_from_above() {
        let text = "use std::time::{Duration, Instant};\nuse chrono::{Local, Utc};\nfn f() { let t = Utc::now(); }\n\
                    fn now() -> u8 { now }\nfn g() { clock.now() }\nfn h() { x.map(jiff::Zoned::now) }";
        assert_eq!(
            found("src/storage/a.rs", text),
            [
                "1: `std::time::Instant`: the present moment",
                "2: `chrono::Local`: the present moment",
                "3: `::now`: the present moment",
                "5: `now(`: the present moment",
                "6: `::now`: the present moment",
            ]
        );
        assert_eq!(found("src/workbench/a.rs", text), [""; 0]);
    }

    #[test]
    fn imports_are_followed() {
        let text = "use std::time;\nuse std as s;\nuse s::fs as files;\nfn f() { time::SystemTime::UNIX_EPOCH }\n\
                    fn g() { s::env::args() }\nuse crate::calendar::Instant;\nfn h(i: Instant) { Instant::from(i) }";
        assert_eq!(
            found("src/contacts/a.rs", text),
            [
                "3: `s::fs`: files and standard streams",
                "4: `time::SystemTime::UNIX_EPOCH`: the present moment",
                "5: `s::env::args`: the environment and processes",
            ]
        );
    }

    #[test]
    fn patterns_and_families_end_at_a_word() {
        let matched = |path: &str, pattern| matches(&path.split("::").map(str::to_owned).collect::<Vec<_>>(), pattern);
        assert!(["std::fs", "std::fs::File::open", "std::*", "std::fs::*"].iter().all(|path| matched(path, "std::fs")));
        assert!(!["std", "std::fsx", "fs::File", "std::io::*", "*"].iter().any(|path| matched(path, "std::fs")));
        assert!(matched("egui_plot::Plot", "egui*") && !matched("eg::x", "egui*"));
        assert!(["hyper", "hyper-util", "native_tls"].iter().all(|name| is_of_family(name, SOCKET_CRATES)));
        assert!(!["hyperloglog", "curlew", "native"].iter().any(|name| is_of_family(name, SOCKET_CRATES)));
    }

    #[test]
    fn globs_reach_what_stands_beside_them() {
        assert_eq!(
            found("src/calendar/a.rs", "use std::time::*;\nuse super::*;\nuse std::fmt::*;"),
            ["1: `std::time::*`: the present moment"]
        );
    }

    #[test]
    fn sockets_are_nowhere_but_in_http_test() {
        let text = "use std::net::TcpStream;\nfn f() { ureq::get(u); url.socket_addrs(|| None) }\nuse hyper_util::rt;\n\
                    #[cfg(test)]\nmod tests {\n    use std::net::UdpSocket;\n}";
        assert_eq!(
            found("src/workbench/a.rs", text),
            [
                "1: `std::net::TcpStream`: sockets",
                "2: `ureq::get`: sockets",
                "3: `hyper_util::rt`: sockets",
                "6: `std::net::UdpSocket`: sockets",
            ]
        );
        assert_eq!(found("src/http_test/mod.rs", text), [""; 0]);
    }

    #[test]
    fn widgets_sqlite_and_arguments_have_one_room_each() {
        let text = "use egui_plot::Plot;\nfn f(c: &rusqlite::Connection) {}\n#[derive(clap::Args)]\nstruct A;\nuse clap_builder::B;";
        let (widgets, sqlite, terminal, more) = (
            "1: `egui_plot::Plot`: widgets",
            "2: `rusqlite::Connection`: SQLite",
            "3: `clap::Args`: the terminal",
            "5: `clap_builder::B`: the terminal",
        );
        assert_eq!(found("src/ui/a.rs", text), [sqlite, terminal, more]);
        assert_eq!(found("src/storage/a.rs", text), [widgets, terminal, more]);
        assert_eq!(found("src/cli/a.rs", text), [widgets, sqlite]);
    }

    #[test]
    fn leftovers_stand_nowhere() {
        let text = "fn f() {\n    println!(\"x\");\n    dbg!(x);\n    todo!();\n    x.unwrap();\n    x.map(Option::unwrap);\n    \
                    unsafe { y }\n    include!(\"z.rs\");\n    x.unwrap_or(1); eprintln!(\"\"); unimplemented!(\"\")\n}\n#[path = \"w.rs\"]\nmod w;";
        assert_eq!(
            found("src/cli/a.rs", text),
            [
                "2: `println!`: printing by macro",
                "3: `dbg!`: printing by macro",
                "4: `todo!`: unfinished code",
                "5: `.unwrap()`: unwrap",
                "6: `::unwrap`: unwrap",
                "7: `unsafe`: unsafe",
                "8: `include!`: a source outside the tree of modules",
                "9: `eprintln!`: printing by macro",
                "9: `unimplemented!`: unfinished code",
                "11: `#[path`: a source outside the tree of modules",
            ]
        );
    }

    #[test]
    fn test_modules_may_read_files_and_unwrap() {
        let text = "#[cfg(test)]\nmod tests {\n    fn f() { std::fs::read(p).unwrap(); Instant::now(); }\n}";
        assert_eq!(found("src/calendar/a.rs", text), [""; 0]);
        assert_eq!(found("src/calendar/a.rs", &text.replace("#[cfg(test)]", "")).len(), 3);
    }

    #[test]
    fn commented_and_quoted_breaches_are_none() {
        let text = "// std::fs::read(p).unwrap()\n/* use std::net::TcpStream; */\nconst A: &str = \"println!(std::fs::x)\";\n\
                    const B: &str = r##\"\"# unsafe todo!() rusqlite::x\"##;\n#[error(\"std::env::args\")]\nstruct unsafe_code;";
        assert_eq!(found("src/calendar/a.rs", text), [""; 0]);
    }
}
