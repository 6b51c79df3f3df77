//! All exports, for both the window and the command line.
//!
//! **Owns** the register [`ALL`], and what each export writes: tables, the report, plots, a page to print, a calendar
//! of planned events, pictures of the canvas.
//! **Must not know** widgets, arguments, or how the bytes of a format are put together: `storage::exports` and
//! [`crate::picture`] write them.
//! **Start reading** at [`export`], which describes an export. Each export has its own file.
//! **Invariants**: a file is complete or absent; a path that can't be written is reported before the work starts; no
//! two exports have the same label, and no two formats of an export have the same ending.
//!
//! # To add an export or a file format
//!
//! A new export is a file here and a line in [`ALL`]. A new file format of an export is a line in the export's `forms`,
//! its ending in `storage/endings`, and a file with the function that writes its bytes in `storage/exports`. A variant
//! of `storage::exports::cells::RowFormat` is for formats of all three tables: events, assignments and effects. The
//! window's dialog, hints and endings, and the options of `simulate`, are made from the register.
//!
//! The compiler doesn't ask for these: the export's help text, the tables in `src/docs/command-line.md` and
//! `src/docs/files-and-commands.md`, and the list in `tests/program/report_files.rs`. A format that another program
//! shows needs a test in `tests/headless/results/typed.rs` that texts stay texts.

pub mod assignments;
pub mod canvas;
pub mod counts;
mod document;
pub mod effects;
pub mod events;
pub mod export;
pub mod for_people;
pub mod listed;
pub mod page;
pub mod planned;
mod planned_words;
pub mod plots;
pub mod rehearsed;
mod rows;
pub mod stored;
pub mod whole;

use export::Export;

/// The register: every export, in the order in which the window offers them.
pub const ALL: &[&Export] = &[
    &counts::REPORT,
    &listed::LISTED,
    &for_people::VISITS,
    &for_people::ACTIONS,
    &for_people::GIVEN,
    &canvas::CANVAS,
    &plots::RUNS,
    &plots::EMAILS,
    &plots::TASKS,
    &planned::PLANNED,
    &planned::PLANNED_FOR_ONE,
    &events::EVENTS,
    &effects::EFFECTS,
    &assignments::ASSIGNMENTS,
    &stored::STORE,
];

/// The exports that the window's report offers; `follows` says whether a contact is followed.
pub fn in_window(follows: bool) -> impl Iterator<Item = &'static Export> {
    let is_offered = move |export: &&Export| export.window.as_ref().is_some_and(|window| follows || !window.of_contact);
    ALL.iter().copied().filter(is_offered)
}

/// The exports that `simulate` has options for, in the order of the options.
pub fn in_command() -> Vec<&'static Export> {
    let mut all: Vec<_> = ALL.iter().copied().filter(|export| export.command.is_some()).collect();
    all.sort_by_key(|export| export.command.as_ref().map(|command| command.place));
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn labels_and_endings_tell_exports_and_forms_apart() {
        let labels: BTreeSet<_> = ALL.iter().map(|export| export.label).collect();
        assert_eq!(labels.len(), ALL.len());
        for export in ALL {
            let endings: Vec<_> = export.forms.iter().flat_map(|form| form.endings).collect();
            assert_eq!(endings.iter().collect::<BTreeSet<_>>().len(), endings.len(), "{export:?}");
            assert!(export.window.is_some() || export.command.is_some(), "{export:?} is offered nowhere");
            for ending in endings {
                let form = export.form(Path::new(&format!("a.{}", ending.to_uppercase()))).expect("a form");
                assert!(form.endings.contains(ending));
            }
            let otherwise = export.command.as_ref().map(|command| command.otherwise);
            assert!(otherwise.is_none_or(|ending| export.form_of(ending).is_some()), "{export:?}");
        }
    }

    #[test]
    fn an_ending_that_an_export_does_not_come_as_is_refused_with_those_it_does() {
        let said = events::EVENTS.form(Path::new("a.png")).expect_err("no picture").to_string();
        assert!(said.contains(".csv or .json"), "{said}");
        let said = canvas::form(Path::new("a.gif")).expect_err("no picture").to_string();
        assert!(said.contains("a.gif") && said.contains("an SVG or a PDF"), "{said}");
    }

    #[test]
    fn what_is_about_a_contact_is_offered_while_one_is_followed() {
        let offered = |follows| in_window(follows).filter(|export| **export == planned::PLANNED_FOR_ONE).count();
        assert_eq!((offered(false), offered(true)), (0, 1));
        let options: Vec<_> = in_command().iter().map(|export| export.name).collect();
        assert_eq!(options, ["events", "assignments", "effects", "report", "store", "visits", "actions", "given"]);
    }
}
