//! Tests the rules for the sources: which room may know which other room, and what is not allowed where.
//!
//! **Owns** the table of rooms ([`table`]), and the scanner that checks `src` and `Cargo.lock` against it.
//! **Must not know** the library: it reads sources as text, so it works even before they compile.
//! **Start reading** at [`table`]; [`arrows`], [`cycles`], [`absences`], [`said`], [`plain`], [`shape`],
//! [`exhaustive`], [`names`], [`clocks`] and [`manifest`] are the checks.
//! **Invariants**: nothing in comments is ever reported, and strings only by [`said`] and [`plain`]; every
//! check has tests with planted breaches; a message names file and line, and says what to do instead.

mod absences;
mod arrows;
mod clocks;
mod cycles;
mod exhaustive;
mod manifest;
mod names;
mod paths;
mod plain;
mod said;
mod shape;
mod source;
mod table;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use source::Source;

/// One place where a rule is broken.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Breach {
    file: String,
    line: usize,
    what: String,
    instead: String,
}

impl Breach {
    fn new(file: &str, line: usize, what: impl Into<String>, instead: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, what: what.into(), instead: instead.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}. {}", self.file, self.line, self.what, self.instead)
    }
}

/// The package's folder, from cargo; the current folder if the test was compiled without it.
fn package() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// All sources, read once for all tests.
fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| source::read_tree(&package().join("src")))
}

#[track_caller]
fn assert_none(mut breaches: Vec<Breach>) {
    breaches.sort();
    let told: Vec<String> = breaches.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "breaches of the architecture: {}\n\n{}\n", told.len(), told.join("\n\n"));
}

#[test]
fn arrows_between_rooms_stand_in_the_table() {
    assert_none(arrows::check(sources()));
}

#[test]
fn rooms_do_not_know_what_they_must_not() {
    assert_none(absences::check(sources()));
}

#[test]
fn nothing_is_said_as_the_sources_name_it() {
    assert_none(said::check(sources()));
}

#[test]
fn texts_for_people_use_plain_words() {
    assert_none(plain::check(sources()));
    assert_none(plain::unused(sources()));
}

#[test]
fn what_grows_is_matched_without_catch_alls() {
    assert_none(exhaustive::check(sources()));
}

#[test]
fn modules_of_a_room_are_on_no_circle() {
    assert_none(cycles::check(sources()));
}

#[test]
fn no_path_climbs_two_floors() {
    assert_none(cycles::climbs(sources()));
}

#[test]
fn no_type_name_is_defined_twice() {
    assert_none(names::check(sources()));
}

#[test]
fn one_module_of_the_window_decides_in_which_zone_instants_are_shown() {
    assert_none(clocks::check(sources()));
    assert_eq!(clocks::needless(sources()), [""; 0], "exempt files that don't need it");
}

#[test]
fn every_room_and_top_level_file_is_in_the_table() {
    assert_none(shape::rooms(sources()));
}

#[test]
fn crate_root_re_exports_nothing_and_there_is_no_prelude() {
    assert_none(shape::root(sources()));
}

#[test]
fn every_room_opens_with_four_sentences() {
    assert_none(shape::openings(sources()));
}

#[test]
fn no_file_is_too_long() {
    assert_none(shape::lengths(sources()));
}

#[test]
fn no_dependency_opens_sockets() {
    let lock = read(&package().join("Cargo.lock"));
    assert!(manifest::dependencies(&lock).any(|(_, name)| name == "serde"), "the dependencies were not read");
    assert_none(manifest::check(&lock));
}

/// Checks that the scanner has read the sources: without any, it would find no breach.
#[test]
fn scanner_sees_the_sources() {
    let sources = sources();
    for room in ["main.rs", "lib.rs", "calendar", "simulate", "storage", "workbench", "cli"] {
        assert!(sources.iter().any(|source| source.room() == room), "no source of {room} was read");
    }
    let arrows = arrows::drawn(sources);
    for (from, to) in [("main.rs", "cli"), ("cli", "workbench"), ("workbench", "storage"), ("simulate", "calendar")] {
        assert!(arrows.contains(&(from.to_owned(), to.to_owned())), "the arrow {from} → {to} was not seen");
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("can't read {}: {error}", path.display()))
}

/// Breaches in short form, for tests of the checks: `file:line: what`.
#[cfg(test)]
fn short(mut breaches: Vec<Breach>) -> Vec<String> {
    breaches.sort();
    breaches.iter().map(|breach| format!("{}:{}: {}", breach.file, breach.line, breach.what)).collect()
}
