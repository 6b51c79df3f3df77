//! An opened run is equal to the run that was saved.

use std::sync::atomic::Ordering;

use dripline::campaign::ids::SequenceId;
use dripline::campaign::rehearsal::{Enter, People};
use dripline::campaign::sequence::IdInFile;
use dripline::contacts::block::Layout;
use dripline::contacts::generator::Generator;
use dripline::contacts::mapping::Overrides;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::write::{fingerprint, to_ron};
use dripline::storage::contacts_file::write::write_contacts;
use dripline::workbench::failure::Failure;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::runs;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::keep;
use rusqlite::Connection;

use crate::common::runs::{Place, assert_same, generated, in_march, local, now, person, rehearsed, sample};

const WELCOME: &str = "Welcome series";

/// Writes a contacts file with 300 contacts and two rows that can't be read, and returns its name.
fn people_file(place: &Place, campaign: &dripline::campaign::document::Campaign) -> String {
    let layout = Layout::new(&campaign.directory);
    let mut csv = Vec::new();
    write_contacts(&mut csv, &layout, Generator::new(5, &layout, &campaign.directory).blocks(300)).expect("rows");
    let text = String::from_utf8(csv).expect("text");
    // Two rows with an id that an earlier row has.
    let id = text.lines().nth(1).expect("a contact").split(',').next().expect("an id");
    std::fs::write(place.path().join("people.csv"), format!("{text}{id}\n{id}\n")).expect("a file");
    "people.csv".to_owned()
}

#[test]
fn assignments_come_back_with_the_pass_that_the_store_has() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), WELCOME, generated(40, 3), in_march(), place.path());
    let number = place.keep("A run", &run);
    let store = Connection::open(place.store()).expect("a database");
    store.execute("UPDATE assignments SET pass = 2 WHERE assignment = 1", []).expect("a row");
    drop(store);
    let (scene, kept) = place.open(number);
    let passes: Vec<i64> = kept.assignments(&scene).made.iter().map(|made| made.pass.number()).collect();
    assert!(passes.len() > 1 && passes[0] == 2 && passes[1..].iter().all(|pass| *pass == 1), "{passes:?}");
}

#[test]
fn generated_people_from_a_file_and_typed_in_all_come_back() {
    let place = Place::new();
    let mut campaign = sample("welcome.ron");
    let mut second = campaign.sequences[0].clone();
    (second.id, second.id_in_file, second.name) = (SequenceId::new(4711), IdInFile::Written, "With an id".to_owned());
    campaign.sequences.push(second);
    let typed = vec![
        person(&[
            ("id", "=ann"),
            ("email", "ann@example.com"),
            ("birthday", "1990-03-20"),
            ("city", "New\r\nYork, \"NY\""),
        ]),
        person(&[("email", "bea@example.com"), ("entered", "2026-03-05T10:00"), ("time_zone", "Europe/Berlin")]),
        person(&[("id", "=ann")]),
    ];
    let file = people_file(&place, &campaign);
    let all = [
        (WELCOME, generated(1500, 3), in_march()),
        ("With an id", generated(40, u64::MAX), Enter::At(local("2026-03-06T17:30"))),
        (WELCOME, People::File(file), in_march()),
        ("With an id", People::People(typed), Enter::ByColumn),
        (WELCOME, People::People(Vec::new()), Enter::ByColumn),
    ];
    let runs = all.map(|(sequence, people, enter)| rehearsed(&campaign, sequence, people, enter, place.path()));
    let numbers: Vec<i64> = runs.iter().map(|run| place.keep("A run", run)).collect();
    assert_eq!(runs[2].1.counts.rejected, 2);
    assert_eq!(runs[3].1.counts.rejected, 1);
    // The store has the contacts, so the run opens without their file.
    std::fs::remove_file(place.path().join("people.csv")).expect("it goes");
    for (run, &number) in runs.iter().zip(&numbers) {
        assert_same(&place.open(number), run);
    }
    let listed = runs::list(&place.store()).expect("a list");
    let about: Vec<_> = listed.iter().map(|run| (run.run, run.sequence.as_str(), run.contacts, run.rejected)).collect();
    assert_eq!(
        about,
        [
            (5, WELCOME, 0, 0),
            (4, "With an id", 2, 1),
            (3, WELCOME, 300, 2),
            (2, "With an id", 40, 0),
            (1, WELCOME, 1500, 0)
        ]
    );
    assert!(listed.iter().all(|run| run.can_open && run.stored_at == now().to_string()));
    assert_eq!(listed[0].campaign_fingerprint, fingerprint(&campaign));
    assert_eq!((listed[1].visits, listed[0].visits), (runs[3].1.run.visits() as u64, 0));
    assert_eq!((listed[3].seed, listed[2].seed), (Some(u64::MAX), None));
}

#[test]
fn every_sample_comes_back() {
    let place = Place::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns");
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let campaign = sample(&name);
        let sequence = campaign.sequences[0].name.clone();
        let run = rehearsed(&campaign, &sequence, generated(200, 7), in_march(), place.path());
        assert!(run.1.run.visits() > 0, "{name}");
        assert_same(&place.open(place.keep(&name, &run)), &run);
    }
}

#[test]
fn a_run_of_the_command_line_comes_back_without_a_rehearsal() {
    let place = Place::new();
    let campaign = sample("welcome.ron");
    let path = place.path().join("welcome.ron");
    std::fs::write(&path, to_ron(&campaign)).expect("a file");
    let contacts = place.path().join(people_file(&place, &campaign));
    let request = Request { campaign: path, sequence: None, enter: None, until: None, now: now() };
    let source = ContactsSource::File { path: contacts, overrides: Overrides::default() };
    let scene = RunScene::open(&request, Some(&source)).expect("a scene");
    let people = scene.people(&source).expect("people");
    let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
    let run = (scene, kept);
    assert_same(&place.open(place.keep("x", &run)), &run);
}

#[test]
fn a_deleted_run_takes_all_of_itself_along_and_nothing_of_others() {
    let place = Place::new();
    let welcome = sample("welcome.ron");
    let other = sample("post-purchase.ron");
    let sequence = other.sequences[0].name.clone();
    let kept = [
        rehearsed(&welcome, WELCOME, generated(60, 1), in_march(), place.path()),
        rehearsed(&other, &sequence, People::File(people_file(&place, &other)), in_march(), place.path()),
        rehearsed(&welcome, WELCOME, generated(70, 2), in_march(), place.path()),
    ];
    let [first, middle, last] = [0, 1, 2].map(|at| place.keep("x", &kept[at]));
    let control = Control::default();
    runs::delete(&place.store(), middle, &control).expect("it goes");
    assert!(control.done.load(Ordering::Relaxed) >= kept[1].1.run.visits() as u64);
    let store = Connection::open(place.store()).expect("a database");
    let count = |sql: &str| store.query_row(sql, [], |row| row.get::<_, i64>(0)).expect(sql);
    for table in ["runs", "items", "contacts", "people", "visits", "assignments", "effects"] {
        assert_eq!(count(&format!("SELECT count(*) FROM {table} WHERE run = {middle}")), 0, "{table}");
    }
    assert_eq!(count("SELECT count(*) FROM campaigns"), 1, "the two others share one campaign");
    assert_same(&place.open(first), &kept[0]);
    assert_same(&place.open(last), &kept[2]);
    assert!(place.error(middle).contains("there is no run 2"));

    runs::delete(&place.store(), last, &Control::default()).expect("it goes");
    let again = place.keep("again", &kept[1]);
    assert_eq!(again, 4, "no number is given twice");
    assert_same(&place.open(again), &kept[1]);
    assert_same(&place.open(first), &kept[0]);
    let spans = "SELECT count(*) FROM runs a JOIN runs b ON a.run < b.run
        AND a.first_visit <= b.last_visit AND b.first_visit <= a.last_visit";
    assert_eq!(count(spans), 0);
    assert_eq!(count("SELECT count(*) FROM visits"), count("SELECT sum(last_visit - first_visit + 1) FROM runs"));
    assert_eq!(count("SELECT count(*) FROM effects"), count("SELECT sum(last_effect - first_effect + 1) FROM runs"));
    assert!(count("SELECT count(*) FROM effects") > 0 && count("SELECT count(*) FROM assignments") > 0);
}

#[test]
fn a_run_is_renamed_and_a_name_is_never_empty() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), WELCOME, generated(5, 1), in_march(), place.path());
    let number = place.keep(" First ", &run);
    let name = || runs::list(&place.store()).expect("a list")[0].name.clone();
    assert_eq!(name(), "First");
    runs::rename(&place.store(), number, "Before the “sale”; --").expect("renamed");
    assert_eq!(name(), "Before the “sale”; --");
    assert!(matches!(runs::rename(&place.store(), number, "  "), Err(Failure::Usage(_))));
    assert!(runs::rename(&place.store(), 9, "x").is_err_and(|error| error.to_string().contains("no run 9")));
    assert!(runs::delete(&place.store(), 9, &Control::default()).is_err());
    assert_eq!(name(), "Before the “sale”; --");
    assert_same(&place.open(number), &run);
}

#[test]
fn what_is_cancelled_leaves_the_store_as_it_was() {
    let place = Place::new();
    let run = rehearsed(&sample("welcome.ron"), WELCOME, generated(50, 1), in_march(), place.path());
    let cancelled = Control::default();
    cancelled.cancel.store(true, Ordering::Relaxed);
    let kept = runs::keep(&place.store(), "x", &run.0, &run.1, now(), &cancelled);
    assert!(matches!(kept, Err(Failure::Cancelled)));
    assert!(!place.store().exists(), "a store with nothing in it is not left behind");
    let number = place.keep("x", &run);
    assert!(matches!(runs::open(&place.store(), number, &cancelled), Err(Failure::Cancelled)));
    assert!(matches!(runs::delete(&place.store(), number, &cancelled), Err(Failure::Cancelled)));
    assert!(matches!(runs::keep(&place.store(), "y", &run.0, &run.1, now(), &cancelled), Err(Failure::Cancelled)));
    assert_eq!(runs::list(&place.store()).expect("a list").len(), 1);
    assert_same(&place.open(number), &run);
}

#[test]
fn how_far_it_is_goes_from_nothing_to_all_and_a_stop_half_way_keeps_nothing() {
    let place = Place::new();
    let campaign = sample("welcome.ron");
    let file = People::File(people_file(&place, &campaign));
    let small = rehearsed(&campaign, WELCOME, file, in_march(), place.path());
    let run = rehearsed(&campaign, WELCOME, generated(40_000, 1), in_march(), place.path());
    for (all, run) in [(true, &small), (true, &run), (false, &run)] {
        let before = runs::list(&place.store()).expect("a list").len();
        let control = Control::default();
        let kept = std::thread::scope(|scope| {
            let work = scope.spawn(|| runs::keep(&place.store(), "x", &run.0, &run.1, now(), &control));
            let mut last = 0.0;
            while !work.is_finished() {
                let share = control.share();
                assert!((last..=1.0).contains(&share), "{share} after {last}");
                last = share;
                if !all && share > 0.3 {
                    control.cancel.store(true, Ordering::Relaxed);
                }
                std::thread::yield_now();
            }
            work.join().expect("it ends")
        });
        let listed = runs::list(&place.store()).expect("a list").len();
        match all {
            true => {
                kept.expect("kept");
                let [done, total] = [&control.done, &control.total].map(|count| count.load(Ordering::Relaxed));
                assert!(done == total && total > run.1.run.visits() as u64, "{done} of {total}");
                assert_eq!(listed, before + 1);
            }
            false => {
                assert!(matches!(kept, Err(Failure::Cancelled)));
                assert_eq!(listed, before);
            }
        }
    }
    assert_same(&place.open(2), &run);
}
