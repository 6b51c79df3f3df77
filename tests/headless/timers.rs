//! Runs `spec/timers.csv`: single questions about timers, whose answers were computed independently (`rules.md` §4 and
//! §5).

use dripline::calendar::delay::DelayPlan;
use dripline::calendar::derivation::{DerivationStep, NoTrace, Trace};
use dripline::calendar::due::Due;
use dripline::calendar::span::FieldDate;
use dripline::calendar::timer::{DayCount, LeapDay};
use dripline::calendar::{Date, DateTime, Instant, Zone};
use dripline::campaign::directory::{CustomField, Directory, FieldKind};
use dripline::campaign::known::IndexedDirectory;
use dripline::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule};

/// A row of the file.
#[derive(serde::Deserialize)]
struct Question {
    kind: String,
    zone: String,
    day_count: String,
    leap_day: String,
    schedule: String,
    field_value: String,
    arrived: String,
    due: String,
    reason: String,
}

fn schedule<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn directory() -> Directory {
    let field = |key: &str, kind| CustomField { key: key.to_owned(), label: String::new(), kind };
    Directory {
        custom_fields: vec![field("renewal_date", FieldKind::Date), field("next_call", FieldKind::DateTime)],
        ..Directory::default()
    }
}

/// The answer in the format of the file: due instant and reason.
fn answer<T: Trace>(question: &Question, trace: &mut T) -> (String, String) {
    let zone = Zone::named(&question.zone).expect("a zone");
    let arrived = Instant::parse_with_offset(&question.arrived).expect("an instant");
    let leap_day = if question.leap_day == "Mar1" { LeapDay::Mar1 } else { LeapDay::Feb28 };
    let day_count = if question.day_count == "ElapsedDays" { DayCount::ElapsedDays } else { DayCount::CalendarDays };
    let due = match question.kind.as_str() {
        "DelayTimer" => {
            let (timer, _) = schedule::<DelaySchedule>(&question.schedule).complete().expect("complete");
            DelayPlan::new(timer, day_count).due(&zone, arrived, trace)
        }
        "DateTimer" => {
            let (timer, _) = schedule::<DateSchedule>(&question.schedule).complete().expect("complete");
            timer.due(&zone, arrived, trace)
        }
        _ => {
            let directory = directory();
            let complete = schedule::<FieldSchedule>(&question.schedule).complete(&IndexedDirectory::new(&directory));
            let (timer, ..) = complete.expect("complete");
            match field_date(&question.field_value) {
                Some(value) => timer.due(value, leap_day, &zone, arrived, trace),
                None => return (String::new(), "field_empty".to_owned()),
            }
        }
    };
    match due {
        Due::At(at) => (at.to_string(), String::new()),
        Due::Beyond => (String::new(), String::new()),
        Due::Passed => (String::new(), "date_passed".to_owned()),
    }
}

fn field_date(text: &str) -> Option<FieldDate> {
    let date = Date::parse(text).map(|day| FieldDate { local: day.at_second(0), has_time: false });
    date.or_else(|| DateTime::parse_minutes(text).map(|local| FieldDate { local, has_time: true }))
}

#[test]
fn every_timer_question_has_its_answer_and_a_derivation_that_ends_in_it() {
    let mut reader = csv::Reader::from_path("tests/spec/timers.csv").expect("the file");
    let (mut asked, mut wrong) = (0, Vec::new());
    for (line, question) in reader.deserialize().enumerate() {
        let question: Question = question.expect("a row");
        let expected = (question.due.clone(), question.reason.clone());
        let plain = answer(&question, &mut NoTrace);
        let mut steps: Vec<DerivationStep> = Vec::new();
        let traced = answer(&question, &mut steps);
        assert_eq!(plain, traced, "line {}: the derivation changes nothing", line + 2);
        let ends_well = match steps.last() {
            Some(DerivationStep::Due { at }) => at.to_string() == plain.0,
            Some(DerivationStep::Passed) => plain.1 == "date_passed",
            Some(DerivationStep::BeyondTime) => plain == Default::default(),
            _ => plain.1 == "field_empty",
        };
        assert!(ends_well, "line {}: {steps:?}", line + 2);
        asked += 1;
        if plain != expected {
            wrong.push(format!(
                "line {}: {} {} arrived {}: expected {expected:?}, got {plain:?}",
                line + 2,
                question.zone,
                question.schedule,
                question.arrived
            ));
        }
    }
    assert!(asked > 4_900, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
