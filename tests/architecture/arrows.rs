//! Checks that arrows between rooms are in the table. Test modules must follow it, too: a test that needs a higher room
//! is about two rooms, and belongs in `tests`.

use std::collections::BTreeSet;

use crate::Breach;
use crate::paths::{Path, Standing, paths};
use crate::source::Source;
use crate::table::{self, Room};

pub fn check(sources: &[Source]) -> Vec<Breach> {
    sources.iter().flat_map(check_source).collect()
}

/// The arrows in the sources, as pairs of rooms.
pub fn drawn(sources: &[Source]) -> BTreeSet<(String, String)> {
    let arrows = |source: &Source| {
        let from = source.room().to_owned();
        let to = paths(source).iter().filter_map(|path| target(source, path)).collect::<Vec<_>>();
        to.into_iter().filter_map(move |to| Some((from.clone(), to.first()?.clone()))).collect::<Vec<_>>()
    };
    sources.iter().flat_map(arrows).collect()
}

fn check_source(source: &Source) -> Vec<Breach> {
    // A room that isn't in the table is reported by `shape`.
    let Some(room) = table::find(source.room()) else { return Vec::new() };
    let mut breaches: Vec<Breach> = Vec::new();
    for path in paths(source) {
        let breach = target(source, &path).and_then(|to| check_path(source, room, &path, &to));
        breaches.extend(breach.filter(|breach| !breaches.contains(breach)));
    }
    breaches
}

/// The path from the crate's root. In the root itself, the plain names of rooms are such paths, too.
fn target(source: &Source, path: &Path) -> Option<Vec<String>> {
    let bare = || (source.is_beside_rooms() && table::find(&path.segments[0]).is_some()).then(|| path.segments.clone());
    path.within_crate().or_else(bare)
}

fn check_path(source: &Source, room: &Room, path: &Path, to: &[String]) -> Option<Breach> {
    let breach = |what: String, instead: String| Some(Breach::new(&source.file, path.line, what, instead));
    let written = path.written();
    let Some(name) = to.first().filter(|name| *name != "*") else {
        return breach(
            format!("`{written}` names the crate's root, which hides arrows"),
            "Name what is needed with the room it stands in: `crate::room::…`".to_owned(),
        );
    };
    if name == room.name {
        return None;
    }
    if table::find(name).is_none_or(|target| target.name.ends_with(".rs")) {
        return breach(
            format!("`{written}` leads to `{name}`, which is no room of the table"),
            "Name what is needed with the room it stands in, or add the room to ROOMS in \
             tests/architecture/table.rs, with a reason"
                .to_owned(),
        );
    }
    if !room.may_import.contains(&name.as_str()) {
        let allowed = if room.may_import.is_empty() { "no other room".to_owned() } else { room.may_import.join(", ") };
        return breach(
            format!("{} may not import {name} (`{written}`); it may import {allowed}", room.name),
            format!(
                "Move what both need to a room that both may import, or let the caller pass it in; a new arrow needs \
                 {name} in the row of {} in tests/architecture/table.rs, with a reason",
                room.name
            ),
        );
    }
    (path.standing == Standing::ReExported).then(|| {
        Breach::new(
            &source.file,
            path.line,
            format!("`pub use {written}` re-exports {name} from {}, which hides arrows", room.name),
            "Import it without `pub`, and let others name the room it stands in",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    fn told(file: &str, text: &str) -> Vec<String> {
        short(check(&planted(file, text)))
    }

    #[test]
    fn message_says_where_what_and_what_instead() {
        let breach = check(&planted("src/report/tally.rs", "\nuse crate::storage::output;")).remove(0).to_string();
        assert_eq!(
            breach,
            "src/report/tally.rs:2: report may not import storage (`crate::storage::output`); it may import calendar, campaign, \
             contacts, simulate. Move what both need to a room that both may import, or let the caller pass it in; a \
             new arrow needs storage in the row of report in tests/architecture/table.rs, with a reason"
        );
    }

    #[test]
    fn arrows_of_the_table_comments_and_texts_are_free() {
        let text = "use crate::{calendar::Day, campaign::item::{self, Item}}; use super::b; fn f() { crate::findings::g() }\n\
                    //! [`crate::ui`]\n/* use crate::ui; /* */ crate::ui::x */\n/// crate::ui::x\n\
                    const A: &str = \"crate::ui::x\"; const B: &str = r#\"\" use crate::ui; \"#; const C: char = '\"';\n\
                    fn f<'a>() { \"\\\" crate::ui::x\" }";
        assert_eq!(told("src/simulate/a.rs", text), [""; 0]);
    }

    #[test]
    fn arrows_are_seen_wherever_they_stand() {
        let text = "use crate::{calendar::Day,\n contacts::{block::Block,\n status}};\nuse crate::storage as s;\n\
                    fn f(x: u8) -> u8 { x + <crate::workbench::A as B>::c(&[1]) }\nuse super::super::cli::args;\n\
                    mod tests { use super::super::item; use super::super::super::ui; }\n\
                    macro_rules! m { () => { $crate::picture::x() } }\n#[serde(with = \"crate::report::y\")]\nstruct A;\n\
                    #[cfg(test)]\nmod more {\n    use crate::simulate::z;\n}";
        let rooms = [(2, "contacts"), (3, "contacts"), (4, "storage"), (5, "workbench"), (6, "cli"), (7, "ui")];
        let rooms = rooms.into_iter().chain([(8, "picture"), (9, "report"), (13, "simulate")]);
        let wanted: Vec<String> =
            rooms.map(|(line, room)| format!("src/campaign/a.rs:{line}: campaign may not import {room}")).collect();
        let mut told: Vec<String> = told("src/campaign/a.rs", text);
        told.iter_mut().for_each(|told| told.truncate(told.find(" (").unwrap_or(told.len())));
        told.sort_by_key(|told| wanted.iter().position(|wanted| wanted == told));
        assert_eq!(told, wanted);
    }

    #[test]
    fn root_and_other_rooms_are_no_way_to_a_room() {
        let text = "use crate::*;\nuse crate as root;\nuse super::super::*;\nuse crate::helper;\npub(crate) fn f() {}\n\
                    pub use crate::calendar::Day;\npub use super::b;";
        assert_eq!(
            told("src/simulate/a.rs", text),
            [
                "src/simulate/a.rs:1: `crate::*` names the crate's root, which hides arrows",
                "src/simulate/a.rs:2: `crate` names the crate's root, which hides arrows",
                "src/simulate/a.rs:3: `super::super::*` names the crate's root, which hides arrows",
                "src/simulate/a.rs:4: `crate::helper` leads to `helper`, which is no room of the table",
                "src/simulate/a.rs:6: `pub use crate::calendar::Day` re-exports calendar from simulate, which hides arrows",
            ]
        );
    }

    #[test]
    fn program_knows_the_command_line_only() {
        let text = "use dripline::calendar::Instant;\nfn main() { dripline::cli::main(); dripline::storage::x() }";
        assert_eq!(
            told("src/main.rs", text),
            ["src/main.rs:2: main.rs may not import storage (`dripline::storage::x`); it may import calendar, cli, ui"]
        );
        assert_eq!(
            told("src/lib.rs", "pub mod calendar;\npub type Day = calendar::Day;"),
            ["src/lib.rs:2: lib.rs may not import calendar (`calendar::Day`); it may import no other room"]
        );
    }
}
