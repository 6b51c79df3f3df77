//! Feeds the three file readers with changed copies of real files. No input may make them panic, hang, or lose data.
//!
//! These tests try thousands of inputs for each reader, the same ones in every run, and all inputs that ever showed an
//! error (`tests/fuzz/found`). `tests/fuzz` uses a coverage-guided fuzzer: 20 seconds for each reader before a change
//! is merged, and an hour for each with `.ci/fuzz 3600`. Inputs that it finds are minimized and added to
//! `tests/fuzz/found`.

mod change;
mod readers;

use std::path::{Path, PathBuf};

use change::{Change, change, changed};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// The number of inputs for each reader.
const CAMPAIGNS: u32 = 6_000;
const CONTACTS: u32 = 3_000;
const STORES: u32 = 1_000;

fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a file")).collect()
}

/// Tries this number of inputs, each with fewer than `most` changes.
fn tried(name: &str, cases: u32, most: usize, work: impl Fn(u8, &[Change])) {
    let input = (any::<u8>(), prop::collection::vec(change(), 0..most));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let result = runner.run(&input, |(seed, changes)| {
        work(seed, &changes);
        Ok(())
    });
    match result {
        Ok(()) => println!("{name}: {cases} inputs"),
        Err(TestError::Fail(why, (seed, changes))) => panic!("{name}: seed {seed}, {changes:?}: {why}"),
        Err(TestError::Abort(why)) => panic!("{name}: {why}"),
    }
}

#[test]
fn campaigns() {
    let mut seeds = files("tests/golden", "campaign-1.ron");
    seeds.extend(files("tests/golden", "short.ron"));
    seeds.extend(files("tests/spec", "example.ron"));
    seeds.extend(files("saved-campaigns", ".ron"));
    tried("campaigns", CAMPAIGNS, 12, |seed, changes| {
        readers::campaign(&changed(&seeds, seed, changes, change::RON));
    });
}

#[test]
fn contacts() {
    let mut seeds = files("tests/exports", ".csv");
    seeds.extend(files("tests/golden", ".csv"));
    seeds.extend(files("tests/fuzz/seeds", ".xml"));
    seeds.extend(files("tests/fuzz/seeds", ".xls"));
    let folder = tempfile::tempdir().expect("a folder");
    tried("contacts", CONTACTS, 12, |seed, changes| {
        readers::contacts(&folder, &changed(&seeds, seed, changes, change::CSV));
    });
}

#[test]
fn run_stores() {
    let seeds = files("tests/golden", ".sqlite");
    let folder = tempfile::tempdir().expect("a folder");
    tried("run_stores", STORES, 8, |seed, changes| {
        readers::run_store(&folder, &changed(&seeds, seed, changes, change::SQLITE));
    });
}

#[test]
fn what_was_ever_found_stays_mended() {
    let folder = tempfile::tempdir().expect("a folder");
    files("tests/fuzz/found", ".ron").iter().for_each(|bytes| readers::campaign(bytes));
    files("tests/fuzz/found", ".csv").iter().for_each(|bytes| readers::contacts(&folder, bytes));
    files("tests/fuzz/found", ".sqlite").iter().for_each(|bytes| readers::run_store(&folder, bytes));
}
