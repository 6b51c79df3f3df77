//! JSON and CSV have the same contents, row by row. The report as CSV agrees with the report.

use dripline::calendar::Instant;
use dripline::contacts::guard::unguarded;
use dripline::report::table::Report;
use dripline::report::tally::Tally;
use dripline::simulate::outcome::Reason;
use dripline::simulate::run::Control;
use dripline::storage::exports::report::write_csv;
use dripline::workbench::exports::assignments::ASSIGNMENTS;
use dripline::workbench::exports::effects::EFFECTS;
use dripline::workbench::exports::events::EVENTS;
use dripline::workbench::exports::export::{Choices, Export, ExportSource, save};
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;
use serde_json::{Map, Value};

use crate::common::samples::{middle, sample};
use crate::results::hostile;

const TABLES: [&Export; 3] = [&EVENTS, &EFFECTS, &ASSIGNMENTS];

fn text(scene: &RunScene, kept: &RunWithVisits, table: &Export, ending: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("table");
    let form = table.form_of(ending).expect("a form");
    let run = RunAtInstant::new(scene, kept, scene.until, Instant::FIRST);
    save(form, ExportSource::Run(&run), &Choices::default(), &path, &Control::default()).expect("a file");
    std::fs::read_to_string(&path).expect("text")
}

/// The rows of a CSV as the objects that the JSON must have.
fn objects(csv: &str) -> Vec<Map<String, Value>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
    let columns: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let value = |column: &str, cell: &str| match column {
        "item_id" => cell.parse::<u64>().expect("an id").into(),
        "detail" => serde_json::from_str(unguarded(cell)).expect("an object"),
        "due" | "reason" if cell.is_empty() => Value::Null,
        // Only a release of a fulfilment list has no contact.
        "contact_id" if cell.is_empty() => Value::Null,
        _ => unguarded(cell).into(),
    };
    let row = |row: csv::StringRecord| {
        let cells = columns.iter().zip(row.iter());
        cells.map(|(column, cell)| (column.clone(), value(column, cell))).collect()
    };
    reader.records().map(|record| row(record.expect("a row"))).collect()
}

/// The keys of the first object, in their order.
fn keys(json: &str) -> Vec<String> {
    let line = json.lines().nth(1).unwrap_or_default();
    let (mut keys, mut depth, mut rest) = (Vec::new(), 0, line);
    while let Some(at) = rest.find(['{', '}', '"', '[', ']']) {
        let found = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match found {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {
                let mut stream = serde_json::Deserializer::from_str(&line[line.len() - rest.len() - 1..]).into_iter();
                let string: String = stream.next().expect("a string").expect("a string");
                rest = &line[line.len() - rest.len() - 1 + stream.byte_offset()..];
                if depth == 1 && rest.starts_with(':') {
                    keys.push(string);
                }
            }
        }
    }
    keys
}

fn check(scene: &RunScene, kept: &RunWithVisits) -> usize {
    let mut rows = 0;
    for table in TABLES {
        let [csv, json] = ["csv", "json"].map(|format| text(scene, kept, table, format));
        let expected = objects(&csv);
        let found: Vec<Map<String, Value>> = serde_json::from_str(&json).expect("JSON");
        assert_eq!(found.len(), expected.len(), "{table:?}");
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{table:?}");
        }
        // The JSON has one object on each line, and nothing else between the brackets.
        assert_eq!(json.lines().count(), found.len() + 2, "{table:?}");
        if !found.is_empty() {
            assert_eq!(keys(&json).join(","), csv.lines().next().expect("a header"), "{table:?}");
        }
        rows += found.len();
    }
    rows
}

#[test]
fn json_and_csv_hold_the_same() {
    let rows: usize = ["welcome.ron", "renewal.ron", "lesson-unconfigured-timer.ron"]
        .map(|file| {
            let (scene, kept) = sample(file);
            check(&scene, &kept)
        })
        .iter()
        .sum();
    assert!(rows > 100_000, "{rows}");
    let (scene, kept) = hostile::rehearsed();
    assert!(check(&scene, &kept) > 50);
}

#[test]
fn nothing_is_an_empty_array() {
    let (scene, kept) = sample("webinar.ron");
    let nobody = RunWithVisits::new(Default::default(), kept.counts, kept.origin, None);
    for table in TABLES {
        assert_eq!(text(&scene, &nobody, table, "json"), "[\n]\n");
        assert_eq!(text(&scene, &nobody, table, "csv").lines().count(), 1);
    }
}

fn check_report(report: &Report) {
    let mut out = Vec::new();
    write_csv(&mut out, report).expect("memory");
    let mut reader = csv::ReaderBuilder::new().from_reader(out.as_slice());
    let columns = reader.headers().expect("a header").clone();
    assert_eq!(columns.len(), 8 + Reason::ALL.len());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), report.items.len());
    for (row, item) in rows.iter().zip(&report.items) {
        let cell = |column: &str| &row[columns.iter().position(|name| name == column).expect(column)];
        let number = |column: &str| cell(column).parse::<u64>().expect(column);
        assert_eq!(
            (number("item_id"), unguarded(cell("name")), cell("kind")),
            (item.item.item, item.name.as_str(), item.kind)
        );
        let counts = ["reached", "ran", "waiting", "held", "skipped"].map(number);
        assert_eq!(counts, [item.reached, item.ran, item.waiting, item.held, item.skipped_in_all()]);
        assert_eq!(counts[0], counts[1..].iter().sum::<u64>());
        let reasons = Reason::ALL.map(|reason| (reason, number(&format!("skipped_{}", reason.word()))));
        assert_eq!(counts[4], reasons.iter().map(|(_, count)| count).sum::<u64>());
        let occurred: Vec<(Reason, u64)> = reasons.into_iter().filter(|(_, count)| *count > 0).collect();
        assert_eq!(occurred, item.skipped);
    }
}

#[test]
fn a_report_as_csv_reconciles_in_every_row() {
    for file in ["welcome.ron", "lesson-draft-email.ron", "lesson-unconfigured-timer.ron"] {
        let (scene, kept) = sample(file);
        check_report(&kept.report(&scene));
        check_report(&Report::new(
            &scene.plan,
            scene.sequence(),
            &Tally::at(&scene.plan, &kept.run, middle(&kept), true),
        ));
    }
    let (scene, kept) = hostile::rehearsed();
    check_report(&kept.report(&scene));
    let mut out = Vec::new();
    write_csv(&mut out, &kept.report(&scene)).expect("memory");
    let text = String::from_utf8(out).expect("text");
    assert!(text.contains("\"'=HYPERLINK("), "formulas are guarded");
}
