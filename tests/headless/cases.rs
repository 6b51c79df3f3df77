//! Runs the cases of `spec/cases`: whole campaigns with contacts. The expected results were computed independently, and
//! are compared byte for byte, for several numbers of threads.

use std::path::{Path, PathBuf};

use dripline::calendar::{DateTime, Instant};
use dripline::contacts::mapping::Overrides;
use dripline::simulate::run::Control;
use dripline::storage::exports::assignments::write_assignments;
use dripline::storage::exports::cells::RowFormat;
use dripline::storage::exports::events::write_events;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::{keep, report_only};

/// The results of a case.
struct Results {
    events: String,
    assignments: String,
    report: serde_json::Value,
    streamed: serde_json::Value,
}

fn run_case(folder: &Path, threads: usize) -> Results {
    let run: serde_json::Value = serde_json::from_str(&text(folder, "run.json")).expect("run.json");
    let local = |key: &str| run[key].as_str().map(|text| DateTime::parse_minutes(text).expect("a wall clock"));
    let request = Request {
        campaign: folder.join("campaign.ron"),
        sequence: None,
        enter: local("enter"),
        until: local("until"),
        now: Instant::FIRST,
    };
    let source = ContactsSource::File { path: folder.join("contacts.csv"), overrides: Overrides::default() };
    let scene = RunScene::open(&request, Some(&source)).expect("the campaign");
    let people = scene.people(&source).expect("the people");
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| {
        let kept = keep(&scene, &people, threads, &Control::default()).expect("a run");
        let (mut events, mut assignments) = (Vec::new(), Vec::new());
        write_events(&mut events, RowFormat::Csv, &scene.plan, &kept.run, &kept.population).expect("memory");
        write_assignments(&mut assignments, RowFormat::Csv, &scene.plan, kept.assignments(&scene), &kept.population)
            .expect("memory");
        let (streamed, counts) = report_only(&scene, &people, threads, &Control::default()).expect("a run");
        assert_eq!(counts, kept.counts);
        Results {
            events: String::from_utf8(events).expect("text"),
            assignments: String::from_utf8(assignments).expect("text"),
            report: kept.report(&scene).to_json(),
            streamed: streamed.to_json(),
        }
    })
}

fn text(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{}/{name}: {error}", folder.display()))
}

/// The first line that differs between two texts.
fn first_difference(expected: &str, got: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let lines = expected.lines().zip(got.lines()).enumerate().find(|(_, (expected, got))| expected != got);
    Some(match lines {
        Some((line, (expected, got))) => format!("line {}: expected `{expected}`, got `{got}`", line + 1),
        None => format!("expected {} lines, got {}", expected.lines().count(), got.lines().count()),
    })
}

fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir("tests/spec/cases").expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    folders.sort();
    folders
}

#[test]
fn every_case_comes_out_byte_for_byte_for_1_2_and_4_threads() {
    let folders = folders();
    assert!(folders.len() >= 40, "{}", folders.len());
    let mut wrong = Vec::new();
    for folder in &folders {
        let expected: serde_json::Value = serde_json::from_str(&text(folder, "report.json")).expect("report.json");
        for threads in [1, 2, 4] {
            let results = run_case(folder, threads);
            let name = folder.display();
            if let Some(difference) = first_difference(&text(folder, "events.csv"), &results.events) {
                wrong.push(format!("{name} events, {threads} threads: {difference}"));
            }
            if let Some(difference) = first_difference(&text(folder, "assignments.csv"), &results.assignments) {
                wrong.push(format!("{name} assignments, {threads} threads: {difference}"));
            }
            for part in ["contacts", "items"] {
                if results.report[part] != expected[part] {
                    wrong.push(format!("{name} report, {part}: {} != {}", results.report[part], expected[part]));
                }
            }
            assert_eq!(results.report, results.streamed, "{name}: a streamed report is the same");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
