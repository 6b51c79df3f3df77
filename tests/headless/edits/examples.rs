//! The worked examples of timers show the engine's answers.

use dripline::calendar::DateTime;
use dripline::calendar::timer::{Offset, OffsetUnit, RunOn, TimeOfDay, TimeWindow, Unit, YearRule, ZoneChoice};
use dripline::campaign::directory::{CustomField, FieldKind};
use dripline::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings, Kind};
use dripline::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};
use dripline::workbench::arrivals::{usual_arrivals, usual_field, week_for};
use dripline::workbench::examples::{ExampleOutcome, as_text, same_moments, table};
use dripline::workbench::rules::question;

use crate::edits::starts::new_campaign;

pub fn delay() -> Kind {
    let at_eight = TimeWindow::At(TimeOfDay::from_minutes(480).expect("a time"));
    Kind::DelayTimer(DelayTimerSettings {
        schedule: Some(DelaySchedule {
            wait: Some(3),
            unit: Some(Unit::Days),
            run_on: Some(RunOn::Weekdays),
            time: Some(at_eight),
            zone: Some(ZoneChoice::Campaign),
        }),
    })
}

fn local(text: &str) -> DateTime {
    DateTime::parse_minutes(text).expect(text)
}

/// The worked cases of the specification (§8) are examples of the questions.
#[test]
fn worked_cases_come_out_as_specified() {
    let cases: &[(&str, usize, &[&str])] = &[
        ("one-day", 0, &["2026-05-15T00:00", "2026-05-15T00:00"]),
        ("longer", 0, &["2024-03-04T08:00"]),
        ("longer", 1, &["2024-03-04T08:00"]),
        ("same-time", 2, &["2024-03-05T08:00"]),
        ("hours", 0, &["2024-03-05T08:00"]),
        ("weekdays", 0, &["2024-03-04T09:00", "2024-03-04T09:00"]),
        ("months", 0, &["2024-02-29T00:00"]),
        ("clock-change", 0, &["2026-03-08T03:30"]),
        ("date", 0, &["2026-07-01T00:00", "2026-07-01T10:00", "passed"]),
        ("next-birthday", 0, &["2027-05-05T10:00"]),
        ("leap-day", 0, &["2027-02-28T10:00", "2028-02-29T10:00"]),
        ("leap-day", 1, &["2027-03-01T10:00", "2028-02-29T10:00"]),
        ("empty-field", 0, &["empty"]),
        ("years", 0, &["beyond"]),
    ];
    for (id, place, expected) in cases {
        let example = question(id).expect(id).examples().nth(*place).expect(id);
        let found: Vec<String> = example
            .rows()
            .iter()
            .map(|row| match row.answer {
                ExampleOutcome::GoesOn { local, .. } => local.to_string(),
                ExampleOutcome::BeyondTime => "beyond".to_owned(),
                ExampleOutcome::Held => "held".to_owned(),
                ExampleOutcome::Jumps(reason) if reason.word() == "field_empty" => "empty".to_owned(),
                ExampleOutcome::Jumps(_) => "passed".to_owned(),
            })
            .collect();
        assert_eq!(&found, expected, "{id}");
    }
}

#[test]
fn the_usual_arrivals_lie_in_the_week_that_tells_most() {
    let today = local("2026-11-22T04:00").date();
    let arrivals = usual_arrivals(week_for(&delay(), today));
    let shown: Vec<String> = arrivals.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["2026-11-23T09:00", "2026-11-27T17:30", "2026-11-28T12:00"]);

    // None is before the first contact comes; on a Monday the week is its own.
    let monday = local("2026-12-07T16:00").date();
    assert_eq!(week_for(&delay(), monday), monday);

    // Wednesday of a week in May: the arrival on Monday is in time, the others are too late.
    let on = On::Date(local("2026-05-20T00:00").date());
    let time = TimeWindow::At(TimeOfDay::from_minutes(18 * 60).expect("a time"));
    let schedule = DateSchedule { on: Some(on), time: Some(time), zone: Some(ZoneChoice::Campaign) };
    let timer = Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) });
    let rows = table(&new_campaign(), &timer, &usual_arrivals(week_for(&timer, today)), &[], None);
    let answers: Vec<String> = rows.iter().map(|row| row.answer.words()).collect();
    assert_eq!(answers, ["Wed 20 May 2026 18:00", "Skipped: its date has passed", "Skipped: its date has passed"]);
}

#[test]
fn the_usual_field_lets_people_go_on_whatever_the_offset() {
    let monday = local("2026-11-16T00:00").date();
    let mut campaign = new_campaign();
    for (key, kind) in [("visit", FieldKind::DateTime), ("renewal", FieldKind::Date)] {
        campaign.directory.custom_fields.push(CustomField { key: key.into(), label: key.into(), kind });
    }
    for field in ["visit", "renewal", "birthday"] {
        for offset in [
            Offset::On,
            Offset::Before(7, OffsetUnit::Days),
            Offset::After(3, OffsetUnit::Weeks),
            Offset::Before(2, OffsetUnit::Months),
        ] {
            for year in [YearRule::FromField, YearRule::NextOccurrence] {
                let schedule = FieldSchedule {
                    field: Some(field.to_owned()),
                    offset: Some(offset),
                    year: Some(year),
                    time: Some(TimeWindow::At(TimeOfDay::from_minutes(540).expect("a time"))),
                    zone: Some(ZoneChoice::Campaign),
                };
                let timer = Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) });
                let holds = usual_field(&campaign, &timer, monday);
                assert_eq!(holds.has_time, field == "visit");
                let rows = table(&campaign, &timer, &usual_arrivals(monday), &[], Some(&holds.cell()));
                assert_eq!(rows.len(), 3);
                for row in rows {
                    let ExampleOutcome::GoesOn { local: on, .. } = row.answer else {
                        panic!("{field} {offset} {year:?}: {:?}", row.answer)
                    };
                    if year == YearRule::FromField {
                        assert_eq!(on, local("2026-11-25T09:00"), "{field} {offset}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_row_says_how_long_why_and_what_is_odd() {
    let zones = ["America/New_York".to_owned(), "Asia/Tokyo".to_owned(), "Nowhere/Town".to_owned()];
    let rows = table(&new_campaign(), &delay(), &[local("2024-03-01T09:00")], &zones, None);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].waited.as_str(), rows[0].note.as_str()), ("2 d 23 h", ""));
    assert_eq!(rows[0].sentences[0], "Arrived Fri 1 Mar 09:00 New York.");
    assert!(rows[0].sentences.iter().any(|sentence| sentence.contains("8:00 → Mon 4 Mar 08:00")), "{:?}", rows[0]);
    assert_eq!(rows[1].note, "Mon 4 Mar 22:00 for the contact; Night");
    assert_eq!(rows[0].answer, rows[1].answer);
    let text = as_text(&rows);
    assert_eq!(text.lines().count(), 3);
    assert!(text.lines().all(|line| line.matches('\t').count() == 6), "{text}");
}

#[test]
fn the_rows_of_an_arrival_are_one_moment_in_each_zone() {
    let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = delay() else { panic!("a delay timer") };
    let zones = ["Asia/Tokyo".to_owned(), "America/New_York".to_owned(), "Nowhere/Town".to_owned()];
    let arrivals = [local("2024-03-01T09:00"), local("2024-03-04T20:00")];
    for (zone, expected) in [
        (
            ZoneChoice::Contact,
            [
                "2024-03-01T09:00 America/New_York → Mon 4 Mar 2024 08:00",
                "2024-03-01T23:00 Asia/Tokyo → Mon 4 Mar 2024 08:00",
                "2024-03-04T20:00 America/New_York → Thu 7 Mar 2024 08:00",
                "2024-03-05T10:00 Asia/Tokyo → Fri 8 Mar 2024 08:00",
            ],
        ),
        (
            ZoneChoice::Campaign,
            [
                "2024-03-01T09:00 America/New_York → Mon 4 Mar 2024 08:00",
                "2024-03-01T09:00 Asia/Tokyo → Mon 4 Mar 2024 08:00",
                "2024-03-04T20:00 America/New_York → Thu 7 Mar 2024 08:00",
                "2024-03-04T20:00 Asia/Tokyo → Thu 7 Mar 2024 08:00",
            ],
        ),
    ] {
        let schedule = DelaySchedule { zone: Some(zone), ..schedule.clone() };
        let timer = Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) });
        let rows = same_moments(&new_campaign(), &timer, &arrivals, &zones, None);
        let found: Vec<String> =
            rows.iter().map(|row| format!("{} {} → {}", row.arrival, row.zone, row.answer.words())).collect();
        assert_eq!(found, expected, "{zone:?}");
    }
}

#[test]
fn nothing_is_worked_out_for_what_is_no_timer() {
    assert!(table(&new_campaign(), &Kind::Start, &[local("2024-03-01T09:00")], &[], None).is_empty());
    assert!(table(&new_campaign(), &delay(), &[local("1900-03-01T09:00")], &[], None).is_empty());
}

#[test]
fn a_cell_that_cannot_be_read_is_an_empty_field() {
    let timer =
        (question("next-birthday").and_then(|question| question.examples().next()).expect("an example").timer)();
    for (cell, words) in [("1990-05-12", "Wed 5 May 2027 10:00"), ("tomorrow", "Skipped: the field is empty")] {
        let rows = table(&new_campaign(), &timer, &[local("2026-05-10T09:00")], &[], Some(cell));
        assert_eq!(rows[0].answer.words(), words);
    }
}
