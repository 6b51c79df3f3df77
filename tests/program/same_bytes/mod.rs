//! The same campaign, contacts and seed give the same bytes: with any number of threads, time zone, language, home and
//! folder, in debug and release builds, and on any machine. `hashes.txt` has the expected hashes.
//!
//! After an intended change of results, `DRIPLINE_HASHES=write cargo test same_bytes` rewrites that file. Check the
//! differences before you commit it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use dripline::workbench::samples::SAMPLES;
use sha2::{Digest, Sha256};

use crate::built::{Build, another};

/// The environment in which the program runs.
#[derive(Clone, Copy)]
struct Around {
    threads: &'static str,
    variables: &'static [(&'static str, &'static str)],
    /// The current folder; `None` for the folder of the results.
    folder: Option<&'static str>,
    build: Build,
}

/// Environments that differ in everything that must not affect the results.
const AROUND: [Around; 4] = [
    Around {
        threads: "1",
        variables: &[("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C"), ("HOME", "/nonexistent"), ("NO_COLOR", "1")],
        folder: None,
        build: Build::Wanted,
    },
    Around {
        threads: "2",
        variables: &[("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/")],
        folder: Some("/"),
        build: Build::Wanted,
    },
    Around {
        threads: "4",
        variables: &[
            ("TZ", "<-03:30>3:30<-02:30>,M3.2.0,M11.1.0"),
            ("TZDIR", "/nonexistent"),
            ("LC_ALL", "ar_EG.UTF-8"),
            ("LC_NUMERIC", "de_DE.UTF-8"),
            ("RAYON_NUM_THREADS", "7"),
            ("COLUMNS", "40"),
        ],
        folder: None,
        build: Build::Wanted,
    },
    Around { threads: "3", variables: &[], folder: Some("/"), build: Build::Wanted },
];

/// Runs the program, and returns its standard output.
fn run(around: Around, folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(around.build.program());
    command.env_clear().envs(around.variables.iter().copied());
    // Variables that the program needs to start on some systems.
    for name in ["SYSTEMROOT", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.current_dir(around.folder.map_or(folder, Path::new)).args(arguments);
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}");
    output.stdout
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A page without the time at which it was written. Nothing else in it depends on the current time.
fn without_now(html: &str) -> String {
    let (before, behind) = html.split_once(" Written ").expect("when it was written");
    let (_, behind) = behind.split_once(". ").expect("the end of the sentence");
    format!("{before} {behind}")
}

/// The hashes of results, by name. If a result comes again, it must have the same hash.
#[derive(Default)]
struct Found(BTreeMap<String, String>);

impl Found {
    fn add(&mut self, name: String, bytes: &[u8], around: Around) {
        assert!(!bytes.is_empty(), "{name} is empty");
        let hash = hash(bytes);
        let known = self.0.entry(name.clone()).or_insert_with(|| hash.clone());
        assert!(*known == hash, "{name} differs with {} threads and {:?}", around.threads, around.variables);
    }

    fn add_file(&mut self, name: String, path: &Path, around: Around) {
        let bytes = std::fs::read(path).expect("a result");
        match name.ends_with(".html") {
            true => self.add(name, without_now(std::str::from_utf8(&bytes).expect("text")).as_bytes(), around),
            false => self.add(name, &bytes, around),
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of text")
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Simulates with all tables and one report, and hashes the files.
fn simulated(found: &mut Found, sample: &str, what: &[&str], report: &str, around: Around) {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let names = ["events.csv", "assignments.csv", "effects.csv", report];
    let paths = names.map(at);
    let campaign = project(&format!("saved-campaigns/{sample}"));
    let mut arguments = vec!["simulate", text(&campaign), "--threads", around.threads];
    arguments.extend(what);
    let options = ["--events", "--assignments", "--effects", "--report"];
    for (option, path) in options.into_iter().zip(&paths) {
        arguments.extend([option, text(path)]);
    }
    run(around, folder.path(), &arguments);
    for (name, path) in names.into_iter().zip(&paths) {
        found.add_file(format!("{sample} {} {name}", what[0]), path, around);
    }
}

/// Simulates for the report alone, which is made in another way, and draws a picture with its numbers.
fn reported(found: &mut Found, sample: &str, rehearsal: &str, around: Around) {
    let folder = tempfile::tempdir().expect("a folder");
    let (report, picture) = (folder.path().join("report.json"), folder.path().join("picture.svg"));
    let campaign = project(&format!("saved-campaigns/{sample}"));
    let simulate = ["simulate", text(&campaign), "--rehearsal", rehearsal, "--threads", around.threads];
    run(around, folder.path(), &[&simulate[..], &["--report", text(&report)]].concat());
    found.add_file(format!("{sample} --rehearsal report.json"), &report, around);
    let render = ["render", text(&campaign), "--report", text(&report), "--out", text(&picture)];
    run(around, folder.path(), &render);
    found.add_file(format!("{sample} picture.svg"), &picture, around);
}

#[test]
fn the_same_bytes_everywhere() {
    let mut found = Found::default();
    // A build in `DRIPLINE_PROGRAM` must give the same results as the build for the tests.
    let own = another().map(|_| Around { build: Build::Own, ..AROUND[1] });
    for sample in SAMPLES {
        let rehearsal = sample.campaign().expect("a campaign").rehearsals[0].name.clone();
        for &around in AROUND[..3].iter().chain(&own) {
            simulated(&mut found, sample.file, &["--rehearsal", &rehearsal], "report.html", around);
        }
        for &around in [AROUND[3], AROUND[0]].iter().chain(&own) {
            reported(&mut found, sample.file, &rehearsal, around);
        }
    }
    let contacts = project("assets/contacts.csv");
    let people = ["--contacts", text(&contacts), "--enter", "2026-03-01T08:00"];
    for &around in AROUND.iter().chain(&own) {
        simulated(&mut found, "welcome.ron", &people, "report.json", around);
        let generated = run(around, Path::new("/"), &["contacts", "generate", "2000", "--seed", "7"]);
        found.add("contacts generate".to_owned(), &generated, around);
        let campaign = project("saved-campaigns/welcome.ron");
        let explain = ["explain", text(&campaign), "--contacts", text(&contacts), "--contact", "c000012"];
        let told = run(around, Path::new("/"), &[&explain[..], &["--enter", "2026-03-01T08:00"]].concat());
        found.add("welcome.ron explain".to_owned(), &told, around);
        // Without the entry, dates are compared with the current time.
        let check = ["check", text(&campaign), "--json", "--enter", "2026-03-01T08:00"];
        let checked = run(around, Path::new("/"), &check);
        found.add("welcome.ron check".to_owned(), &checked, around);
    }
    compare(&found);
}

/// Compares the hashes with the expected ones.
fn compare(found: &Found) {
    let mut now = String::new();
    for (name, hash) in &found.0 {
        writeln!(now, "{hash}  {name}").expect("memory");
    }
    let path = project("tests/program/same_bytes/hashes.txt");
    if std::env::var_os("DRIPLINE_HASHES").is_some_and(|wanted| wanted == "write") {
        std::fs::write(&path, &now).expect("written");
    }
    let noted = std::fs::read_to_string(&path).expect("the hashes");
    let differ: Vec<&str> = now.lines().filter(|line| !noted.lines().any(|known| known == *line)).collect();
    assert!(differ.is_empty(), "these results are not the ones noted in {}:\n{}", path.display(), differ.join("\n"));
    assert_eq!(noted.lines().count(), now.lines().count(), "{} notes more", path.display());
}

#[test]
fn only_the_moment_of_writing_is_taken_out_of_a_page() {
    assert_eq!(without_now("<p>a. Written Mon 2 Mar 2026 09:00 New York. b</p>"), "<p>a. b</p>");
}
