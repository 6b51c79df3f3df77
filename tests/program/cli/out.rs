//! Results for other programs: CSV for Excel, spreadsheets with real dates and numbers, calendars.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use dripline::calendar::Instant;

use crate::cli::{Ran, arg, dripline, folder, simulate};

const ACCENTS: &str = "tests/field/31/campaign.ron";
const CALENDAR: &str = "tests/field/36/campaign.ron";

/// The options that write CSV.
const TABLES: [&str; 7] = ["events", "effects", "assignments", "report", "visits", "actions", "given"];

fn records(text: &str) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row")).collect()
}

fn with_contacts(folder: &Path, more: &[&str]) -> Ran {
    let contacts = folder.join("contacts.csv");
    std::fs::copy("tests/field/31/contacts.csv", &contacts).expect("a copy");
    let fixed = ["simulate", ACCENTS, "--contacts", arg(&contacts), "--until", "2026-03-04T00:00"];
    dripline(fixed.into_iter().chain(more.iter().copied()))
}

#[test]
fn csv_for_excel_has_a_mark_and_crlf_and_reads_back_equal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str, how: &str| folder.path().join(format!("{name}-{how}.csv"));
    for how in ["plain", "excel"] {
        let options: Vec<String> =
            TABLES.iter().flat_map(|name| [format!("--{name}"), arg(&path(name, how)).to_owned()]).collect();
        let mut options: Vec<&str> = options.iter().map(String::as_str).collect();
        if how == "excel" {
            options.push("--excel");
        }
        let ran = with_contacts(folder.path(), &options);
        assert_eq!(ran.status, 0, "{}", ran.err);
    }
    let mut accents = 0;
    for name in TABLES {
        let [plain, excel] = ["plain", "excel"].map(|how| std::fs::read_to_string(path(name, how)).expect(name));
        let excel_text = excel.strip_prefix('\u{FEFF}').expect("a mark");
        assert!(excel_text.ends_with("\r\n") && !excel_text.starts_with('\u{FEFF}'), "{name}");
        let rows = records(plain.strip_prefix('\u{FEFF}').unwrap_or(&plain));
        assert_eq!(records(excel_text), rows, "{name}");
        assert_eq!(excel_text.matches("\r\n").count(), rows.len(), "{name}: a row each, and none inside a cell");
        accents += excel_text.matches("Königstraße 5, Hof 2").count();
    }
    assert!(accents > 0);
}

#[test]
fn generated_contacts_for_excel_read_back_equal() {
    let folder = tempfile::tempdir().expect("a folder");
    let [plain, excel] = [&["contacts", "generate", "50"][..], &["contacts", "generate", "50", "--excel"]]
        .map(|command| dripline(command.iter().copied()).out);
    assert_eq!(excel, format!("\u{FEFF}{}", plain.replace('\n', "\r\n")));
    let read = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        dripline(["contacts", "read", arg(&path)]).out
    };
    assert_eq!(read("plain.csv", &plain), read("excel.csv", &excel));
}

#[test]
fn excel_without_csv_is_status_2() {
    let folder = tempfile::tempdir().expect("a folder");
    for more in [&["--excel"][..], &["--excel", "--events", "x.json"]] {
        let ran = with_contacts(folder.path(), more);
        assert!(ran.status == 2 && ran.err.contains("ends in .csv"), "{}", ran.err);
    }
}

#[test]
fn spreadsheets_have_real_dates_and_numbers_and_the_rows_of_the_csv() {
    let folder = folder();
    for (name, typed) in
        [("events", &[(1, "number"), (4, "date"), (5, "date")][..]), ("effects", &[(1, "number"), (2, "date")])]
    {
        let [sheet, csv] = ["xlsx", "csv"].map(|ending| folder.path().join(format!("{name}.{ending}")));
        for path in [&sheet, &csv] {
            let ran = simulate(&folder, &["--until", "2026-04-01T00:00", &format!("--{name}"), arg(path)]);
            assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        }
        let rows = records(&std::fs::read_to_string(&csv).expect("a file"));
        let mut workbook: Xlsx<_> = open_workbook(&sheet).expect("a spreadsheet");
        let range = workbook.worksheets().remove(0).1;
        assert!(rows.len() > 3 && range.height() == rows.len(), "{name}");
        for (row, cells) in rows.iter().zip(range.rows()) {
            for (place, (text, cell)) in row.iter().zip(cells).enumerate() {
                let kind = typed.iter().find(|(column, _)| *column == place).map(|(_, kind)| *kind);
                match (kind, cell) {
                    _ if text == rows[0][place].to_owned() => assert_eq!(cell, &Data::String(text.to_owned())),
                    (_, Data::Empty) => assert_eq!(text, ""),
                    (Some("number"), Data::Float(number)) => assert_eq!(number.to_string(), text),
                    (Some("date"), Data::DateTime(at)) => {
                        // Days since 30 December 1899.
                        let seconds = ((at.as_f64() - 25_569.0) * 86_400.0).round() as i64;
                        assert_eq!(Instant::parse_with_offset(text).map(Instant::utc_secs), Some(seconds));
                    }
                    (None, Data::String(cell)) => assert_eq!(cell, text.strip_prefix('\'').unwrap_or(text)),
                    (kind, cell) => panic!("{name}: {cell:?} for `{text}`, {kind:?}"),
                }
            }
        }
    }
}

fn calendar(folder: &Path, more: &[&str]) -> (Ran, String) {
    let path = folder.join("x.ics");
    let fixed = ["simulate", CALENDAR, "--rehearsal", "Drei", "--calendar", arg(&path)];
    let ran = dripline(fixed.into_iter().chain(more.iter().copied()));
    (ran, std::fs::read_to_string(&path).unwrap_or_default())
}

#[test]
fn a_calendar_has_every_event_with_its_length_and_appointments_where_they_take_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let (ran, text) = calendar(folder.path(), &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let events = text.matches("BEGIN:VEVENT").count();
    let lengths = text.matches("\r\nDTEND").count() + text.matches("\r\nDURATION:PT").count();
    assert!(events >= 9 && lengths == events, "{text}");
    // 14:00 in Berlin.
    let of_all = text.matches("DTSTART:20260401T120000Z\r\nDTEND:20260401T123000Z").count();
    assert_eq!(of_all, 3, "{text}");
    let (ran, text) = calendar(folder.path(), &["--contact", "b"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert_eq!(text.matches("DTSTART:20260401T120000Z\r\nDTEND:20260401T123000Z").count(), 1, "{text}");
    assert!(text.contains("Zoë") && !text.contains("田中"), "{text}");
    std::fs::remove_file(folder.path().join("x.ics")).expect("a file");
    let (ran, text) = calendar(folder.path(), &["--contact", "nobody"]);
    assert!(ran.status == 2 && ran.err.contains("there is no contact `nobody`"), "{}", ran.err);
    assert_eq!(text, "", "no file is left");
    let ran = dripline(["simulate", CALENDAR, "--rehearsal", "Drei", "--contact", "b"]);
    assert!(ran.status == 2 && ran.err.contains("--calendar"), "{}", ran.err);
}
