//! The window and the commands write the same files. A file is complete or absent.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::Ordering;

use dripline::calendar::Instant;
use dripline::picture::options::Options;
use dripline::picture::theme::Theme;
use dripline::simulate::run::Control;
use dripline::workbench::exports::assignments::ASSIGNMENTS;
use dripline::workbench::exports::canvas::CANVAS;
use dripline::workbench::exports::counts::REPORT;
use dripline::workbench::exports::effects::EFFECTS;
use dripline::workbench::exports::events::EVENTS;
use dripline::workbench::exports::export::{self, Choices, Export, ExportNotes, ExportSource};
use dripline::workbench::exports::for_people::{ACTIONS, GIVEN, VISITS};
use dripline::workbench::exports::planned::{PLANNED, PLANNED_FOR_ONE};
use dripline::workbench::exports::plots;
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::failure::Failure;

use crate::common::samples::{middle, sample};

const SAMPLE: &str = "lesson-draft-email.ron";

/// An export, the ending of its file, and the position of the contact that it is about.
type Wanted = (&'static Export, &'static str, Option<u64>);

const ALL: [Wanted; 26] = [
    (&EVENTS, "csv", None),
    (&EVENTS, "json", None),
    (&EFFECTS, "csv", None),
    (&EFFECTS, "json", None),
    (&ASSIGNMENTS, "csv", None),
    (&ASSIGNMENTS, "json", None),
    (&REPORT, "json", None),
    (&REPORT, "csv", None),
    (&REPORT, "html", None),
    (&plots::RUNS, "png", None),
    (&plots::EMAILS, "svg", None),
    (&CANVAS, "svg", None),
    (&REPORT, "xlsx", None),
    (&REPORT, "pdf", None),
    (&CANVAS, "pdf", None),
    (&VISITS, "xlsx", None),
    (&VISITS, "csv", None),
    (&ACTIONS, "xlsx", None),
    (&ACTIONS, "csv", None),
    (&GIVEN, "xlsx", None),
    (&GIVEN, "csv", None),
    (&EVENTS, "xlsx", None),
    (&EFFECTS, "xlsx", None),
    (&ASSIGNMENTS, "xlsx", None),
    (&PLANNED, "ics", None),
    // The last contact to enter still has planned events in the middle of the run. An empty calendar would be refused.
    (&PLANNED_FOR_ONE, "ics", Some(9_999)),
];

fn save(rehearsed: &RunAtInstant<'_>, wanted: &Wanted, path: &Path, control: &Control) -> Result<ExportNotes, Failure> {
    let (export, ending, contact) = *wanted;
    let picture = Options { theme: Theme::Dark, ..Options::default() };
    let choices = Choices { contact, picture, ..Choices::default() };
    let form = export.form_of(ending).expect("a form");
    export::save(form, ExportSource::Run(rehearsed), &choices, path, control)
}

#[test]
fn the_window_saves_the_bytes_that_the_command_writes() {
    let (scene, kept) = sample(SAMPLE);
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let names = ["e.csv", "e.json", "f.csv", "f.json", "a.csv", "a.json", "r.json", "r.csv"];
    let options =
        ["--events", "--events", "--effects", "--effects", "--assignments", "--assignments", "--report", "--report"];
    let rehearsed = RunAtInstant::new(&scene, &kept, scene.until, Instant::FIRST);
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns").join(SAMPLE);
    for half in [[0, 2, 4, 6], [1, 3, 5, 7]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dripline"));
        command.arg("simulate").arg(&campaign).args(["--rehearsal", &scene.rehearsal().expect("one").name]);
        for place in half {
            command.arg(options[place]).arg(path(&format!("cli-{}", names[place])));
        }
        assert!(command.status().expect("it runs").success());
        for place in half {
            save(&rehearsed, &ALL[place], &path(names[place]), &Control::default()).expect(names[place]);
            let [ours, theirs] = [names[place].to_owned(), format!("cli-{}", names[place])]
                .map(|name| std::fs::read(path(&name)).expect("a file"));
            assert!(!ours.is_empty() && ours == theirs, "{}", names[place]);
        }
    }
}

#[test]
fn everything_is_saved_and_what_is_stopped_or_refused_leaves_nothing() {
    let (scene, kept) = sample(SAMPLE);
    let rehearsed = RunAtInstant::new(&scene, &kept, middle(&kept), Instant::FIRST);
    let folder = tempfile::tempdir().expect("a folder");
    let files = || std::fs::read_dir(folder.path()).expect("the folder").count();
    for wanted in &ALL {
        let stopped = Control::default();
        stopped.cancel.store(true, Ordering::Relaxed);
        let path = folder.path().join("file");
        assert!(matches!(save(&rehearsed, wanted, &path, &stopped), Err(Failure::Cancelled)), "{wanted:?}");
        assert_eq!(files(), 0, "{wanted:?}");
        let nowhere = folder.path().join("missing/file");
        let refused = save(&rehearsed, wanted, &nowhere, &Control::default()).expect_err("no folder");
        assert!(refused.to_string().contains("doesn't exist"), "{refused}");
        save(&rehearsed, wanted, &path, &Control::default()).expect("saved");
        assert!(std::fs::metadata(&path).expect("a file").len() > 2, "{wanted:?}");
        std::fs::remove_file(&path).expect("removed");
    }
}

#[test]
fn a_plot_of_nothing_says_so_and_leaves_nothing() {
    let (scene, kept) = sample(SAMPLE);
    let rehearsed = RunAtInstant::new(&scene, &kept, Instant::FIRST, Instant::FIRST);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plot.png");
    let said = save(&rehearsed, &(&plots::RUNS, "png", None), &path, &Control::default()).expect_err("nothing ran");
    assert!(said.to_string().contains("nothing to plot"), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}
