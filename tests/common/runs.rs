//! Runs of a sample that tests save in a store, and everything that is shown of them.

use std::path::{Path, PathBuf};

use dripline::calendar::{DateTime, Instant};
use dripline::campaign::document::Campaign;
use dripline::campaign::fields::{Column, Field};
use dripline::campaign::rehearsal::{Enter, Hours, People, Person, Rehearsal};
use dripline::contacts::reading::notes::CellNotes;
use dripline::simulate::outcome::Status;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::read::read;
use dripline::storage::contacts_file::blocks::ReadCounts;
use dripline::storage::exports::assignments::write_assignments;
use dripline::storage::exports::cells::RowFormat;
use dripline::storage::exports::effects::write_effects;
use dripline::storage::exports::events::write_events;
use dripline::workbench::runs;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::{RunWithVisits, keep};

/// A campaign of the samples.
pub fn sample(name: &str) -> Campaign {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns").join(name);
    read(&path).unwrap_or_else(|error| panic!("{error}")).campaign
}

/// A folder for a contacts file and a run store.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn store(&self) -> PathBuf {
        self.path().join("runs.sqlite")
    }

    pub fn keep(&self, name: &str, (scene, kept): &(RunScene, RunWithVisits)) -> i64 {
        runs::keep(&self.store(), name, scene, kept, now(), &Control::default())
            .unwrap_or_else(|error| panic!("{error}"))
    }

    pub fn open(&self, run: i64) -> (RunScene, RunWithVisits) {
        runs::open(&self.store(), run, &Control::default()).unwrap_or_else(|error| panic!("{error}"))
    }

    pub fn error(&self, run: i64) -> String {
        match runs::open(&self.store(), run, &Control::default()) {
            Ok(_) => panic!("run {run} was opened"),
            Err(error) => error.to_string(),
        }
    }
}

pub fn now() -> Instant {
    Instant::parse_with_offset("2026-03-02T09:30:00Z").expect("an instant")
}

pub fn local(text: &str) -> DateTime {
    DateTime::parse_minutes(text).expect("a moment")
}

/// All contacts enter within the first working week of March 2026.
pub fn in_march() -> Enter {
    Enter::Spread(local("2026-03-02T00:00"), local("2026-03-07T00:00"), Hours::WorkingHours)
}

pub fn generated(count: u64, seed: u64) -> People {
    People::Generated { count, seed }
}

pub fn person(cells: &[(&str, &str)]) -> Person {
    Person(cells.iter().map(|(key, cell)| ((*key).to_owned(), (*cell).to_owned())).collect())
}

/// Rehearses a sequence of a campaign.
pub fn rehearsed(
    campaign: &Campaign,
    sequence: &str,
    people: People,
    enter: Enter,
    folder: &Path,
) -> (RunScene, RunWithVisits) {
    let rehearsal = Rehearsal {
        name: "Rehearsal".to_owned(),
        of: campaign.rehearsed(sequence),
        people,
        enter,
        until: local("2026-04-10T00:00"),
        breakpoints: Vec::new(),
    };
    let scene =
        RunScene::of_rehearsal(campaign.clone(), rehearsal, folder, now()).unwrap_or_else(|error| panic!("{error}"));
    let people = scene.rehearsal_people().unwrap_or_else(|error| panic!("{error}"));
    let kept = keep(&scene, &people, 2, &Control::default()).unwrap_or_else(|error| panic!("{error}"));
    (scene, kept)
}

/// Everything that the window and the exports show of a run.
#[derive(Debug, PartialEq)]
pub struct Shown {
    events: String,
    effects: String,
    assignments: String,
    report: String,
    statuses: Vec<Status>,
    cells: Vec<Vec<String>>,
    entries: Vec<Instant>,
}

pub fn shown((scene, kept): &(RunScene, RunWithVisits)) -> Shown {
    let (mut events, mut effects, mut assignments) = (Vec::new(), Vec::new(), Vec::new());
    write_events(&mut events, RowFormat::Csv, &scene.plan, &kept.run, &kept.population).expect("rows");
    write_assignments(&mut assignments, RowFormat::Csv, &scene.plan, kept.assignments(scene), &kept.population)
        .expect("rows");
    write_effects(&mut effects, RowFormat::Csv, &kept.finished(scene)).expect("rows");
    let columns = Column::ALL.iter().copied().map(Field::Column);
    let fields: Vec<Field> = columns.chain((0..scene.layout.custom_fields().len()).map(Field::Custom)).collect();
    let rows = || kept.population.blocks().iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    let entries = scene.entries(|| Ok(kept.population.len() as u64)).unwrap_or_else(|error| panic!("{error}"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Shown {
        events: text(events),
        effects: text(effects),
        assignments: text(assignments),
        report: kept.report(scene).to_json().to_string(),
        statuses: kept.run.segments().iter().flat_map(|segment| segment.statuses().to_vec()).collect(),
        cells: rows().map(|(block, row)| fields.iter().map(|&field| block.cell(field, row)).collect()).collect(),
        entries: rows()
            .zip(0..)
            .map(|((block, row), place)| entries.of(place, dripline::simulate::record::Contact { block, row }))
            .collect(),
    }
}

/// Checks that an opened run is equal to the saved one, in everything that is shown.
pub fn assert_same(opened: &(RunScene, RunWithVisits), kept: &(RunScene, RunWithVisits)) {
    let (was, is) = (shown(kept), shown(opened));
    assert!(!was.report.is_empty());
    assert!(is == was, "the run that was opened differs from the one that was kept");
    let given = |(scene, kept): &(RunScene, RunWithVisits)| {
        (kept.assignments(scene).users.clone(), kept.assignments(scene).made.clone())
    };
    assert_eq!(given(opened), given(kept));
    // What is told about cells is of the file, and isn't kept with the run.
    let rows = |counts: &ReadCounts| ReadCounts { cells: CellNotes::default(), ..counts.clone() };
    assert_eq!(rows(&opened.1.counts), rows(&kept.1.counts));
    assert_eq!(opened.1.origin, kept.1.origin);
    let about = |scene: &RunScene| (scene.campaign.clone(), scene.scope(), scene.enter, scene.until);
    assert_eq!(about(&opened.0), about(&kept.0));
    assert_eq!(opened.0.rehearsal(), kept.0.rehearsal());
    assert_eq!(opened.0.folder(), kept.0.folder());
}
