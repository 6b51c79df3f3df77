//! Checks the shape of `src`: only rooms of the table, a root without re-exports, no prelude, an opening of four
//! sentences for each room, and files that aren't too long.

use std::collections::BTreeMap;

use crate::Breach;
use crate::source::{Source, Token, begins};
use crate::table;

/// Most lines of a file. Longer files are hard to read.
const LONGEST: usize = 500;

/// The beginnings of the four sentences. A line that says what the room is may come before the first.
const SENTENCES: [&str; 4] = ["**Owns**", "**Must not know**", "**Start reading**", "**Invariants**"];

/// Every folder and file in `src` has a row in the table.
pub fn rooms(sources: &[Source]) -> Vec<Breach> {
    let mut firsts: BTreeMap<&str, &Source> = BTreeMap::new();
    for source in sources {
        firsts.entry(source.room()).or_insert(source);
    }
    let unknown = firsts.into_iter().filter(|(name, _)| table::find(name).is_none());
    let breach = |(name, source): (&str, &Source)| {
        let instead = "Move it into the room it belongs to; a new room is a folder, and has its arrows in ROOMS in \
                       tests/architecture/table.rs, with a reason";
        Breach::new(&source.file, 1, format!("{name} is not in the table of rooms"), instead)
    };
    unknown.map(breach).collect()
}

/// The crate's root only declares rooms, and no module is a prelude.
pub fn root(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources {
        let modules = declared(&source.tokens);
        let folders = source.file.split('/').map(|part| part.trim_end_matches(".rs"));
        let prelude = modules.iter().find(|(name, _)| name == "prelude").map(|(_, line)| *line);
        if let Some(line) = prelude.or_else(|| folders.into_iter().any(|part| part == "prelude").then_some(1)) {
            breaches.push(Breach::new(
                &source.file,
                line,
                "a prelude hides arrows",
                "Let each file import what it uses from the room it stands in",
            ));
        }
        if source.file == "src/lib.rs" {
            breaches.extend(root_re_exports(source));
            let strange = modules.iter().filter(|(name, _)| table::find(name).is_none());
            breaches.extend(strange.map(|(name, line)| {
                Breach::new(
                    &source.file,
                    *line,
                    format!("{name} is not in the table of rooms"),
                    format!("Put {name} into a room, or add it to ROOMS in tests/architecture/table.rs, with a reason"),
                )
            }));
        }
    }
    breaches
}

fn root_re_exports(source: &Source) -> impl Iterator<Item = Breach> + '_ {
    let uses = source.tokens.iter().filter(|token| token.is("use") || token.is("extern") || token.is("macro_rules"));
    uses.map(|token| {
        Breach::new(
            &source.file,
            token.line,
            format!("`{}` in the crate's root hides arrows", token.text),
            "Leave only `pub mod room;` lines here; callers name the room: `dripline::room::…`",
        )
    })
}

/// The modules that a file declares, with their lines.
fn declared(tokens: &[Token]) -> Vec<(String, usize)> {
    let named = |at: &usize| begins(&tokens[*at..], &["mod"]) && tokens.get(at + 1).is_some_and(Token::is_word);
    (0..tokens.len()).filter(named).map(|at| (tokens[at + 1].text.clone(), tokens[at].line)).collect()
}

/// Every room begins with four sentences, and every folder in it with at least one.
pub fn openings(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let mut rooms: BTreeMap<&str, bool> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_beside_rooms()) {
        let is_the_rooms = source.file == format!("src/{}/mod.rs", source.room());
        *rooms.entry(source.room()).or_default() |= is_the_rooms;
        if is_the_rooms {
            breaches.extend(check_sentences(source));
        } else if source.file.ends_with("/mod.rs") && !source.text.starts_with("//!") {
            breaches.push(Breach::new(
                &source.file,
                1,
                "a folder's mod.rs begins without `//!`",
                "Say in its first line what the folder is",
            ));
        }
    }
    for (room, _) in rooms.into_iter().filter(|(_, has_mod)| !has_mod) {
        let file = format!("src/{room}/mod.rs");
        breaches.push(Breach::new(&file, 1, "the room has no mod.rs", "Write one, opening with its four sentences"));
    }
    breaches
}

fn check_sentences(source: &Source) -> Option<Breach> {
    let opening: Vec<&str> = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
    let opening = opening.join("\n");
    let missing: Vec<&str> = SENTENCES.into_iter().filter(|sentence| !opening.contains(sentence)).collect();
    (!missing.is_empty()).then(|| {
        Breach::new(
            &source.file,
            1,
            format!("the room's opening lacks {}", missing.join(", ")),
            "Open with `//!` lines that say what it owns, what it must not know, where to start reading, and its \
             invariants",
        )
    })
}

pub fn lengths(sources: &[Source]) -> Vec<Breach> {
    let long = sources.iter().map(|source| (source, source.text.lines().count())).filter(|(_, lines)| *lines > LONGEST);
    let breach = |(source, lines): (&Source, usize)| {
        let folder = source.file.trim_end_matches(".rs");
        Breach::new(
            &source.file,
            lines,
            format!("{lines} lines, more than {LONGEST}"),
            format!("Make it a folder, {folder}/, with one file for each thing it does"),
        )
    };
    long.map(breach).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::{planted, tree};

    #[test]
    fn new_rooms_and_files_ask_for_a_row() {
        let files = ["src/calendar/day.rs", "src/helpers/a.rs", "src/helpers/b.rs", "src/lib.rs", "src/util.rs"];
        let told: Vec<String> = rooms(&tree(&files.map(|file| (file, "")))).iter().map(ToString::to_string).collect();
        let instead = "Move it into the room it belongs to; a new room is a folder, and has its arrows in ROOMS in \
                       tests/architecture/table.rs, with a reason";
        let wanted = [("src/helpers/a.rs", "helpers"), ("src/util.rs", "util.rs")];
        assert_eq!(
            told,
            wanted.map(|(file, name)| format!("{file}:1: {name} is not in the table of rooms. {instead}"))
        );
    }

    #[test]
    fn root_holds_rooms_only() {
        let text = "//! pub use\npub mod calendar;\n// pub use calendar::Day;\npub use calendar::Day;\npub mod util {}\nmod prelude;";
        assert_eq!(
            short(root(&planted("src/lib.rs", text))),
            [
                "src/lib.rs:4: `use` in the crate's root hides arrows",
                "src/lib.rs:5: util is not in the table of rooms",
                "src/lib.rs:6: a prelude hides arrows",
                "src/lib.rs:6: prelude is not in the table of rooms",
            ]
        );
    }

    #[test]
    fn preludes_are_seen_as_modules_and_as_files() {
        let told = |file: &str, text| root(&planted(file, text)).len();
        assert_eq!((told("src/ui/mod.rs", "pub mod prelude {}"), told("src/ui/prelude.rs", "")), (1, 1));
        assert_eq!(told("src/ui/a.rs", "use rayon::prelude::*; // mod prelude"), 0);
    }

    #[test]
    fn openings_have_four_sentences() {
        let whole =
            "//! A.\n//! **Owns** b. **Must not know** c.\n//! **Start reading** at d.\n//! **Invariants**: e.\nmod a;";
        assert_eq!(short(openings(&planted("src/ui/mod.rs", whole))), [""; 0]);
        let late = "//! **Owns** b. **Start reading** at d.\nmod a;\n//! **Must not know** c. **Invariants**: e.";
        assert_eq!(
            short(openings(&planted("src/ui/mod.rs", late))),
            ["src/ui/mod.rs:1: the room's opening lacks **Must not know**, **Invariants**"]
        );
    }

    #[test]
    fn folders_in_rooms_open_with_a_line() {
        let files = [("src/ui/canvas/mod.rs", "mod a;\n//! Late."), ("src/ui/theme/mod.rs", "//! Colours.")];
        assert_eq!(
            short(openings(&tree(&files))),
            [
                "src/ui/canvas/mod.rs:1: a folder's mod.rs begins without `//!`",
                "src/ui/mod.rs:1: the room has no mod.rs",
            ]
        );
    }

    #[test]
    fn long_files_are_told_to_become_folders() {
        assert_eq!(short(lengths(&planted("src/ui/a.rs", &"\n".repeat(LONGEST)))), [""; 0]);
        let told = lengths(&planted("src/ui/a.rs", &"\n".repeat(LONGEST + 1))).remove(0).to_string();
        assert_eq!(
            told,
            "src/ui/a.rs:501: 501 lines, more than 500. Make it a folder, src/ui/a/, with one file for each thing it does"
        );
    }
}
