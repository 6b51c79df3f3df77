//! Tables for people: read back by another program's reader, and compared with the run.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use dripline::calendar::Instant;
use dripline::report::table_zone::TableZone;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::record::Contact;
use dripline::simulate::run::Control;
use dripline::workbench::exports::counts::REPORT;
use dripline::workbench::exports::export::{self, Choices, Export, ExportSource};
use dripline::workbench::exports::for_people::{ACTIONS, GIVEN, VISITS};
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;

use crate::common::samples::sample;
use crate::results::hostile::{self, NAMES};

/// A table as another program reads it.
struct Sheet {
    head: Vec<String>,
    rows: Vec<Vec<Data>>,
}

impl Sheet {
    fn column(&self, caption: &str) -> usize {
        self.head.iter().position(|head| head == caption).unwrap_or_else(|| panic!("{caption} in {:?}", self.head))
    }

    fn cells(&self, caption: &str) -> impl Iterator<Item = &Data> {
        let column = self.column(caption);
        self.rows.iter().map(move |row| &row[column])
    }
}

fn saved(run: &(RunScene, RunWithVisits), export: &Export, ending: &str, zone: TableZone) -> Vec<u8> {
    let (bytes, notes) = saved_with_notes(run, export, ending, zone);
    assert!(notes.is_empty(), "{notes:?}");
    bytes
}

/// The file, and what was said about it.
fn saved_with_notes(
    (scene, kept): &(RunScene, RunWithVisits),
    export: &Export,
    ending: &str,
    zone: TableZone,
) -> (Vec<u8>, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("table");
    let rehearsed = RunAtInstant::new(
        scene,
        kept,
        scene.until,
        Instant::parse_with_offset("2026-03-01T00:00Z").expect("an instant"),
    );
    let choices = Choices { zone, ..Choices::default() };
    let form = export.form_of(ending).expect("a form");
    let notes = export::save(form, ExportSource::Run(&rehearsed), &choices, &path, &Control::default()).expect("saved");
    (std::fs::read(&path).expect("a file"), notes)
}

#[test]
fn a_table_without_rows_says_so() {
    let mut empty = 0;
    for run in SAMPLES.iter().map(|file| sample(file.file)) {
        let has_some = !run.1.assignments(&run.0).made.is_empty();
        for ending in ["xlsx", "csv"] {
            let (_, notes) = saved_with_notes(&run, &GIVEN, ending, TableZone::Campaign);
            let said = ["The table has no rows: nothing was assigned to a user."];
            assert_eq!(notes, if has_some { &said[..0] } else { &said[..] });
        }
        empty += usize::from(!has_some);
    }
    assert!(empty > 0);
}

/// The only sheet of a spreadsheet, which has no formula.
fn sheet(bytes: &[u8], name: &str) -> Sheet {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a spreadsheet");
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name} has a formula");
    }
    let range = workbook.worksheet_range(name).expect("the sheet");
    let mut rows = range.rows().map(<[Data]>::to_vec);
    let head = rows.next().expect("a header").iter().map(ToString::to_string).collect();
    Sheet { head, rows: rows.collect() }
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{FEFF}').expect("a mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_visit_has_a_row_with_names_words_and_real_dates() {
    for file in SAMPLES {
        let run = sample(file.file);
        let (scene, kept) = &run;
        let table = sheet(&saved(&run, &VISITS, "xlsx", TableZone::Campaign), "Visits");
        let visits: Vec<_> = kept
            .run
            .segments()
            .iter()
            .flat_map(|segment| {
                let visit = move |(row, span): (usize, std::ops::Range<usize>)| {
                    span.map(move |at| (segment.first_place() + row as u64, segment.visit(at)))
                };
                segment.contacts().flat_map(visit)
            })
            .collect();
        assert_eq!(table.rows.len(), visits.len(), "{}", file.file);
        let (zone, places) = (scene.plan.zone(), kept.population.places());
        for (row, (place, visit)) in table.rows.iter().zip(&visits) {
            let (block, at) = places.locate(*place).expect("a contact");
            assert_eq!(row[0].to_string(), Contact { block, row: at }.called());
            let why = match visit.outcome {
                Outcome::Skipped(reason) => reason.sentence_for(block.status(at)),
                Outcome::Held => "The timer is not set up, so it holds every contact.".to_owned(),
                Outcome::Ran | Outcome::Waiting => String::new(),
            };
            assert_eq!(row[table.column("Why")].to_string(), why);
            let Data::DateTime(arrived) = &row[table.column("Arrived")] else { panic!("{row:?}") };
            // Days since 30 December 1899.
            let seconds = ((arrived.as_f64() - 25_569.0) * 86_400.0).round() as i64;
            assert_eq!(seconds, zone.local_at(visit.arrived).secs());
            assert_eq!(matches!(row[table.column("Ran or will run")], Data::DateTime(_)), visit.due.is_some());
            assert_eq!(row[table.column("Time zone")].to_string(), zone.place());
        }
        let lines = csv_rows(&saved(&run, &VISITS, "csv", TableZone::Campaign));
        assert_eq!(lines.len(), visits.len() + 1);
        assert_eq!(lines[0], table.head);
    }
}

#[test]
fn times_are_in_the_zone_that_their_row_names() {
    let run = sample("birthday.ron");
    let of = |zone| sheet(&saved(&run, &VISITS, "xlsx", zone), "Visits");
    let (campaign, contact) = (of(TableZone::Campaign), of(TableZone::Contact));
    let zones =
        |sheet: &Sheet| sheet.cells("Time zone").map(ToString::to_string).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(zones(&campaign).len(), 1);
    assert!(zones(&contact).len() > 3, "{:?}", zones(&contact));
    let tokyo = dripline::calendar::Zone::named("Asia/Tokyo").expect("a zone");
    let fixed = of(TableZone::Fixed(tokyo));
    assert_eq!(zones(&fixed).into_iter().collect::<Vec<_>>(), ["Tokyo"]);
    let differ = campaign.cells("Arrived").zip(fixed.cells("Arrived")).filter(|(a, b)| a != b).count();
    assert_eq!(differ, campaign.rows.len());
}

#[test]
fn each_detail_of_an_action_has_a_column_and_no_identifier() {
    let mut captions = std::collections::BTreeSet::new();
    for file in SAMPLES {
        let run = sample(file.file);
        let (scene, kept) = &run;
        let table = sheet(&saved(&run, &ACTIONS, "xlsx", TableZone::Campaign), "Actions");
        captions.extend(table.head.iter().skip(6).cloned());
        let mut effects = 0;
        let finished = kept.finished(scene);
        let told: Result<(), ()> = dripline::storage::exports::effects::for_each_effect(
            &finished.effect_context,
            &kept.run,
            &kept.population,
            finished.assignments,
            finished.until,
            |told| {
                let row = &table.rows[effects];
                for (caption, cell) in told.effect.detail.cells() {
                    let is_empty = cell == dripline::simulate::effects::detail_cell::DetailCell::Empty;
                    assert!(is_empty || table.head.iter().any(|head| head == caption), "{caption}");
                }
                assert_eq!(told.contact.is_none(), row[0] == Data::Empty);
                effects += 1;
                Ok(())
            },
        );
        told.expect("nothing stops it");
        assert_eq!(effects, table.rows.len(), "{}", file.file);
        let ids: Vec<&str> = scene.campaign.directory.users.iter().map(|user| user.id.as_str()).collect();
        for caption in ["Assigned to", "Owner before"] {
            if let Some(column) = table.head.iter().position(|head| head == caption) {
                let cells = table.rows.iter().map(|row| row[column].to_string());
                assert!(cells.into_iter().all(|cell| !ids.contains(&cell.as_str())), "{caption}");
            }
        }
    }
    for caption in ["To", "Subject", "Text", "Title", "Assigned to", "Due"] {
        assert!(captions.contains(caption), "{caption} in {captions:?}");
    }
}

#[test]
fn assignments_name_users_and_contacts() {
    let with_some =
        SAMPLES.iter().map(|file| sample(file.file)).filter(|(scene, kept)| !kept.assignments(scene).made.is_empty());
    let mut tables = 0;
    for run in with_some {
        let (scene, kept) = &run;
        let table = sheet(&saved(&run, &GIVEN, "xlsx", TableZone::Campaign), "Given");
        assert_eq!(table.rows.len(), kept.assignments(scene).made.len());
        let names: Vec<&str> = scene.campaign.directory.users.iter().map(|user| user.name.as_str()).collect();
        assert!(table.cells("Assigned to").all(|cell| names.contains(&cell.to_string().as_str())));
        assert!(
            table.cells("What").all(|cell| ["Contact", "Opportunity", "Task"].contains(&cell.to_string().as_str()))
        );
        tables += 1;
    }
    assert!(tables > 0);
}

#[test]
fn the_reports_spreadsheet_has_its_items_contacts_and_days() {
    let run = sample("welcome.ron");
    let bytes = saved(&run, &REPORT, "xlsx", TableZone::Campaign);
    let report = run.1.report(&run.0);
    let items = sheet(&bytes, "Items");
    assert_eq!(items.rows.len(), report.items.len());
    let ran: Vec<String> = items.cells("Ran").map(ToString::to_string).collect();
    assert_eq!(ran, report.items.iter().map(|row| row.ran.to_string()).collect::<Vec<_>>());
    let contacts = sheet(&bytes, "Contacts");
    assert_eq!(contacts.rows.len(), report.contacts.len());
    let days = sheet(&bytes, "Days");
    assert!(!days.rows.is_empty() && days.cells("Day").all(|day| matches!(day, Data::DateTime(_))));
    let about: Vec<String> = sheet(&bytes, "About").cells("About").map(ToString::to_string).collect();
    assert!(["Rehearsal", "Clock of this report", "Time zone"].iter().all(|fact| about.iter().any(|it| it == fact)));
}

#[test]
fn hostile_names_are_texts_as_they_are() {
    let run = hostile::rehearsed();
    let table = sheet(&saved(&run, &VISITS, "xlsx", TableZone::Contact), "Visits");
    let places = run.1.population.places();
    for place in 0..NAMES.len() as u64 {
        let (block, row) = places.locate(place).expect("a contact");
        let called = Contact { block, row }.called();
        // XML has one line break.
        let clean = called.replace("\r\n", "\n").replace('\r', "\n");
        let is_there =
            table.cells("Contact").any(|cell| matches!(cell, Data::String(text) if *text == called || *text == clean));
        assert!(is_there, "{called:?}");
    }
}
