//! The three readers of files, fed with changed copies of real files: no input makes them panic, hang, or lose what
//! they read.
//!
//! `cargo test --test fuzz` tries some thousands of inputs for each reader, the same ones each time. For longer, and
//! others each time, say an hour each: `.ci/fuzz 3600`. What is found is made as small as it can be and printed, and
//! becomes a test beside the others of its reader.

mod change;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use change::{Change, change, changed};
use dripline::calendar::Zone;
use dripline::contacts::block::Layout;
use dripline::contacts::mapping::Overrides;
use dripline::findings;
use dripline::simulate::plan::Plan;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::{parse, read, to_ron};
use dripline::storage::contacts_file::pieces::Cut;
use dripline::storage::contacts_file::write::write_contacts;
use dripline::storage::contacts_file::{ContactsFile, Target};
use dripline::workbench::runs;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// So many inputs for each reader in a test.
const CAMPAIGNS: u32 = 6_000;
const CONTACTS: u32 = 3_000;
const STORES: u32 = 1_000;
/// For so many seconds instead, if it is set: `.ci/fuzz` sets it.
const SECONDS: &str = "DRIPLINE_FUZZ_SECONDS";

/// Nobody waits longer for a small file, however busy the machine is.
const SOON: Duration = Duration::from_secs(10);

fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a file")).collect()
}

fn soon(start: Instant) {
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

/// Tries changes of seeds: so many, or as many as there is time for.
fn tried(name: &str, cases: u32, most: usize, work: impl Fn(u8, &[Change])) {
    let seconds = std::env::var(SECONDS).ok().map(|seconds| seconds.parse().expect("a number of seconds"));
    let input = (any::<u8>(), prop::collection::vec(change(), 0..most));
    let (start, mut tries) = (Instant::now(), 0);
    loop {
        let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
        let mut runner = match seconds {
            None => TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
            Some(_) => TestRunner::new(config),
        };
        let result = runner.run(&input, |(seed, changes)| {
            work(seed, &changes);
            Ok(())
        });
        match result {
            Ok(()) => tries += u64::from(cases),
            Err(TestError::Fail(why, (seed, changes))) => panic!("{name}: seed {seed}, {changes:?}: {why}"),
            Err(TestError::Abort(why)) => panic!("{name}: {why}"),
        }
        if start.elapsed() >= Duration::from_secs(seconds.unwrap_or(0)) {
            println!("{name}: {tries} inputs in {:?}", start.elapsed());
            return;
        }
    }
}

#[test]
fn campaigns() {
    let mut seeds = files("tests/golden", "campaign-1.ron");
    seeds.extend(files("tests/golden", "short.ron"));
    seeds.extend(files("tests/spec", "example.ron"));
    seeds.extend(files("saved-campaigns", ".ron"));
    tried("campaigns", CAMPAIGNS, 12, |seed, changes| {
        let bytes = changed(&seeds, seed, changes, change::RON);
        let start = Instant::now();
        // What is not UTF-8 never gets as far as the parser.
        let text = String::from_utf8_lossy(&bytes);
        match parse(&text, Path::new("t.ron")) {
            Err(error) => {
                let told = error.to_string();
                assert!(told.starts_with("t.ron:") && told.lines().count() == 1 && told.len() < 2_000, "{told}");
            }
            Ok(loaded) => {
                let written = to_ron(&loaded.campaign);
                let again = parse(&written, Path::new("t.ron")).expect("what was written").campaign;
                assert!(again == loaded.campaign, "it is not what was written");
                assert_eq!(to_ron(&again), written);
                let found = findings::check(&again, None, None);
                assert!(found.iter().all(|finding| !finding.message.is_empty()));
                for sequence in &again.sequences {
                    let _ = Plan::new(&again, sequence, &Layout::new(&again.directory));
                }
            }
        }
        soon(start);
    });
}

#[test]
fn contacts() {
    let mut seeds = files("tests/exports", ".csv");
    seeds.extend(files("tests/golden", ".csv"));
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/campaign-1.ron");
    let campaign = read(&example).expect("a campaign").campaign;
    let layout = Layout::new(&campaign.directory);
    let zone = Zone::named(&campaign.time_zone).expect("a zone");
    let target = Target { layout: &layout, directory: &campaign.directory, zone: &zone };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("people.csv");
    tried("contacts", CONTACTS, 12, |seed, changes| {
        let bytes = changed(&seeds, seed, changes, change::CSV);
        std::fs::write(&path, bytes).expect("written");
        let start = Instant::now();
        // In small pieces too: where a file is cut must make no difference.
        let cuts = [Cut::default(), Cut { piece: 7, ..Cut::default() }];
        let read = cuts.map(|cut| {
            let file =
                ContactsFile::open_cut(&path, target, &Overrides::default(), cut).map_err(|error| error.to_string())?;
            let (people, counts) = file.read_all(2, &|_| {}, &Default::default()).map_err(|error| error.to_string())?;
            assert_eq!(people.len() as u64, counts.read);
            let mut written = Vec::new();
            write_contacts(&mut written, &Arc::clone(&layout), people.blocks()).expect("memory");
            Ok::<_, String>((counts, written))
        });
        let [whole, pieces] = read;
        match (&whole, &pieces) {
            (Ok(whole), Ok(pieces)) => assert!(whole == pieces, "pieces make a difference"),
            (Err(whole), Err(pieces)) => {
                assert_eq!(whole, pieces);
                assert!(whole.contains("people.csv") && whole.lines().count() == 1 && whole.len() < 3_000, "{whole}");
            }
            (whole, pieces) => panic!("{:?} {:?}", whole.as_ref().err(), pieces.as_ref().err()),
        }
        // What is written of them reads back as the same people.
        if let Ok((counts, written)) = whole {
            std::fs::write(&path, &written).expect("written");
            let file = ContactsFile::open(&path, target, &Overrides::default()).expect("what was written");
            let (people, again) = file.read_all(1, &|_| {}, &Default::default()).expect("what was written");
            assert_eq!((again.read, again.rejected), (counts.read, 0), "{:?}", again.rejects);
            let mut twice = Vec::new();
            write_contacts(&mut twice, &layout, people.blocks()).expect("memory");
            assert!(twice == written, "it reads back otherwise");
        }
        soon(start);
    });
}

#[test]
fn run_stores() {
    let seeds = files("tests/golden", ".sqlite");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("runs.sqlite");
    tried("run_stores", STORES, 8, |seed, changes| {
        let bytes = changed(&seeds, seed, changes, change::SQLITE);
        for beside in ["runs.sqlite-journal", "runs.sqlite-wal", "runs.sqlite-shm"] {
            let _ = std::fs::remove_file(folder.path().join(beside));
        }
        std::fs::write(&path, bytes).expect("written");
        let start = Instant::now();
        let control = Control::default();
        let answers = [
            runs::list(&path).map(|_| ()),
            runs::open(&path, 1, &control).map(|_| ()),
            runs::open(&path, 2, &control).map(|_| ()),
            runs::rename(&path, 1, "x"),
            runs::delete(&path, 2, &control),
        ];
        for error in answers.into_iter().filter_map(Result::err) {
            let told = error.to_string();
            assert!(told.contains("runs.sqlite") && told.lines().count() == 1 && told.len() < 3_000, "{told}");
        }
        soon(start);
    });
}
