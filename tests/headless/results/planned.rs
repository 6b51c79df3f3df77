//! Planned events as iCalendar: read back by another program's parser, and compared with a golden file.

use std::collections::BTreeSet;
use std::path::Path;

use dripline::calendar::{DateTime, Instant};
use dripline::campaign::kinds::{Family, Kind};
use dripline::campaign::rehearsal::People;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::record::Contact;
use dripline::simulate::run::Control;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::storage::exports::icalendar::{Calendar as Written, Event as Entry, When, write_calendar};
use dripline::workbench::exports::export::{self, Choices, ExportNotes, ExportSource};
use dripline::workbench::exports::planned::{MOST_EVENTS, PLANNED, PLANNED_FOR_ONE, ahead_of_all, ahead_of_one};
use dripline::workbench::exports::rehearsed::RunAtInstant;
use dripline::workbench::failure::Failure;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::RunWithVisits;
use ical::IcalParser;

use crate::common::samples::{rehearse, sample};
use crate::results::hostile::{self, NAMES};

fn at(text: &str) -> Instant {
    Instant::parse_with_offset(text).expect(text)
}

fn save(rehearsed: &RunAtInstant<'_>, contact: Option<u64>, path: &Path) -> Result<ExportNotes, Failure> {
    let export = if contact.is_some() { &PLANNED_FOR_ONE } else { &PLANNED };
    let choices = Choices { contact, ..Choices::default() };
    export::save(export.form(path)?, ExportSource::Run(rehearsed), &choices, path, &Control::default())
}

fn saved(rehearsed: &RunAtInstant<'_>, contact: Option<u64>) -> (String, Option<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("planned.ics");
    let notes = save(rehearsed, contact, &path).expect("saved");
    (std::fs::read_to_string(&path).expect("text"), (!notes.is_empty()).then(|| notes.join(" ")))
}

/// An event as another program reads it: pairs of names and values.
struct Event(Vec<(String, String)>);

impl Event {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn text(&self, name: &str) -> Option<String> {
        let mut text = String::new();
        let mut chars = self.get(name)?.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => text.push(match chars.next().expect("something behind a backslash") {
                    'n' | 'N' => '\n',
                    c => c,
                }),
                (';' | ',', _) => panic!("{c} is not escaped"),
                (c, _) => text.push(c),
            }
        }
        Some(text)
    }
}

/// The events as another program reads them. Also checks that every line follows the format.
fn events(text: &str) -> Vec<Event> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let mut calendars = IcalParser::new(text.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("a calendar");
    assert!(calendars.next().is_none());
    let pairs = |properties: Vec<ical::property::Property>| -> Vec<(String, String)> {
        properties.into_iter().map(|each| (each.name, each.value.unwrap_or_default())).collect()
    };
    let events: Vec<Event> = calendar.events.into_iter().map(|event| Event(pairs(event.properties))).collect();
    let about = Event(pairs(calendar.properties));
    assert_eq!(about.get("VERSION"), Some("2.0"));
    for mails in ["METHOD", "ATTENDEE", "ORGANIZER"] {
        assert!(events.iter().chain([&about]).all(|part| part.get(mails).is_none()), "it would mail");
    }
    let uids: BTreeSet<&str> = events.iter().map(|event| event.get("UID").expect("a UID")).collect();
    assert_eq!(uids.len(), events.len(), "UIDs are unique");
    assert!(events.iter().all(|event| event.get("DTSTAMP") == Some("20260301T000000Z")));
    events
}

fn starts(scene: &RunScene, kind: impl Fn(&Kind) -> bool) -> Vec<usize> {
    (0..scene.plan.items().len())
        .filter(|&rank| kind(&scene.sequence().items[scene.plan.items()[rank].place].kind))
        .collect()
}

#[test]
fn a_contact_has_an_event_for_all_that_runs_later() {
    let (scene, kept) = sample("welcome.ron");
    let clock = at("2026-03-03T00:00Z");
    let rehearsed = RunAtInstant::new(&scene, &kept, clock, at("2026-03-01T00:00Z"));
    let planned = starts(&scene, |kind| {
        kind.family() == Family::Communication || matches!(kind, Kind::CreateTask(_) | Kind::CreateAppointment(_))
    });
    let mut all = 0;
    for place in (0..200).step_by(7) {
        let segment = &kept.run.segments()[0];
        let span = segment.contacts().nth(place as usize).expect("a contact").1;
        let expected: Vec<String> = span
            .map(|at| segment.visit(at))
            .filter(|visit| visit.outcome == Outcome::Ran && planned.contains(&(visit.rank as usize)))
            .filter(|visit| visit.arrived > clock)
            .map(|visit| visit.arrived.to_string().replace(['-', ':'], ""))
            .collect();
        if ahead_of_one(&rehearsed, place).expect("a contact").events.is_empty() {
            assert_eq!(expected, Vec::<String>::new(), "contact {place}");
            continue;
        }
        let (text, left_out) = saved(&rehearsed, Some(place));
        assert_eq!(left_out, None);
        let found: Vec<Event> = events(&text);
        let certain = found.iter().filter(|event| event.get("STATUS") == Some("CONFIRMED"));
        let when: Vec<&str> = certain.map(|event| event.get("DTSTART").expect("a start")).collect();
        assert_eq!(when, expected, "contact {place}");
        all += expected.len();
    }
    assert!(all > 10, "{all}");
    let has_some = |place: &u64| !ahead_of_one(&rehearsed, *place).expect("a contact").events.is_empty();
    let place = (0..200).find(has_some).expect("somebody with something planned");
    assert_eq!(saved(&rehearsed, Some(place)).0, saved(&rehearsed, Some(place)).0, "the same bytes again");
}

#[test]
fn where_nothing_is_planned_it_is_said_and_no_file_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("planned.ics");
    let refused = |rehearsed: &RunAtInstant<'_>, contact| {
        let said = save(rehearsed, contact, &path).expect_err("nothing");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "{said}");
        said.to_string()
    };
    let (scene, kept) = sample("welcome.ron");
    let at_end = RunAtInstant::new(&scene, &kept, scene.until, at("2026-03-01T00:00Z"));
    let has_none = |place: &u64| ahead_of_one(&at_end, *place).expect("a contact").events.is_empty();
    let place = (0..200).find(has_none).expect("somebody who is through");
    let said = refused(&at_end, Some(place));
    assert!(said.starts_with("Nothing is planned for ") && said.contains(" after "), "{said}");
    // After simulated time, nothing is planned for any contact.
    let ages_later = RunAtInstant::new(&scene, &kept, Instant::LAST, at("2026-03-01T00:00Z"));
    let said = refused(&ages_later, None);
    assert!(said.starts_with("Nothing is planned for any contact after "), "{said}");
}

#[test]
fn what_lies_beyond_the_end_is_told_as_not_rehearsed() {
    let (scene, kept) = sample("welcome.ron");
    let visits = || kept.run.segments().iter().flat_map(|segment| segment.visits().collect::<Vec<_>>());
    let waiting = visits().filter(|visit| visit.outcome == Outcome::Waiting && visit.due.is_some()).count() as u64;
    assert!(waiting > 0, "somebody waits for a later birthday");
    let rehearsed = RunAtInstant::new(&scene, &kept, scene.until, at("2026-03-01T00:00Z"));
    let ahead = ahead_of_all(&rehearsed);
    assert!(!ahead.events.is_empty() && ahead.events.iter().all(|event| !event.is_certain));
    assert!(ahead.events.iter().all(|event| event.summary.ends_with("what follows was not rehearsed")));
    let (text, _) = saved(&rehearsed, None);
    assert!(events(&text).iter().all(|event| event.get("STATUS") == Some("TENTATIVE")));
}

#[test]
fn a_calendar_of_all_counts_people_and_says_what_it_leaves_out() {
    let (scene, kept) = sample("birthday.ron");
    let rehearsed = RunAtInstant::new(&scene, &kept, Instant::FIRST, at("2026-03-01T00:00Z"));
    let (text, left_out) = saved(&rehearsed, None);
    let found = events(&text);
    let ahead = ahead_of_all(&rehearsed);
    assert_eq!(found.len(), ahead.events.len());
    match left_out {
        Some(sentence) => {
            assert_eq!(found.len(), MOST_EVENTS);
            assert!(sentence.contains("later events are not in the calendar") && ahead.description.contains(&sentence));
        }
        None => {
            let sends = starts(&scene, |kind| kind.family() == Family::Communication);
            let ran = |rank: &usize| {
                kept.report(&scene)
                    .items
                    .iter()
                    .find(|row| row.item == scene.plan.items()[*rank].item)
                    .map_or(0, |row| row.ran)
            };
            assert!(sends.iter().map(ran).sum::<u64>() > 0);
        }
    }
    // A few contacts are all named; of more, the first five.
    let summaries: Vec<String> = ahead.events.iter().map(|event| event.summary.clone()).collect();
    let many: Vec<&String> = summaries.iter().filter(|summary| summary.contains(" contacts: ")).collect();
    assert!(!many.is_empty());
    for summary in many {
        let (_, names) = summary.split_once(" contacts: ").expect("names");
        assert_eq!(names.matches(", ").count(), 4, "{summary}");
        assert!(names.ends_with(" more") && names.contains(" and "), "{summary}");
    }
    // A later export gives the same events the same identities, so calendars recognise them.
    let later = RunAtInstant::new(&scene, &kept, Instant::FIRST, at("2026-03-02T00:00Z"));
    let uids = |ahead: &[Entry]| ahead.iter().map(|event| event.identity.clone()).collect::<Vec<_>>();
    assert_eq!(uids(&ahead.events), uids(&ahead_of_all(&later).events));
}

#[test]
fn events_name_who_and_what() {
    let (scene, kept) = sample("welcome.ron");
    let rehearsed = RunAtInstant::new(&scene, &kept, Instant::FIRST, at("2026-03-01T00:00Z"));
    let names: BTreeSet<String> = (0..kept.population.len() as u64)
        .filter_map(|place| kept.population.places().locate(place))
        .map(|(block, row)| Contact { block, row }.called())
        .collect();
    let ahead = ahead_of_all(&rehearsed);
    let ones: Vec<&Entry> = ahead.events.iter().filter(|event| !event.summary.contains(" contacts: ")).collect();
    assert!(!ones.is_empty());
    for event in ones {
        assert!(names.iter().any(|name| event.summary.contains(name)), "{}", event.summary);
    }
    // A task has its own title.
    let of_one =
        (0..kept.population.len() as u64).flat_map(|place| ahead_of_one(&rehearsed, place).expect("one").events);
    let tasks: Vec<Entry> = of_one.filter(|event| event.description.contains("Due: ")).collect();
    assert!(!tasks.is_empty());
    for task in tasks {
        let (_, title) = task.description.split_once("Title: ").expect("a title");
        let title = title.lines().next().expect("a title").trim();
        assert!(task.summary.starts_with(title), "{}", task.summary);
    }
}

/// A campaign that makes appointments, its run, and the appointment's time.
fn with_appointments() -> (RunScene, RunWithVisits, When) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/field/36/campaign.ron");
    let (scene, kept) = rehearse(&path, "Drei");
    let from = at("2026-04-01T14:00+02:00");
    (scene, kept, When::At(from, from.plus_secs(1_800)))
}

/// An appointment is where it takes place, in every calendar: of all contacts or one, whether the clock is before or after
/// it is made.
#[test]
fn an_appointment_is_when_it_takes_place() {
    let (scene, kept, takes_place) = with_appointments();
    let people = kept.population.len() as u64;
    assert_eq!(people, 3);
    let busy = |events: Vec<Entry>| -> Vec<Entry> { events.into_iter().filter(|event| event.is_busy).collect() };
    for clock in [Instant::FIRST, at("2026-03-27T12:00Z"), at("2026-03-31T00:00Z"), at("2026-04-01T11:59Z")] {
        let rehearsed = RunAtInstant::new(&scene, &kept, clock, at("2026-03-01T00:00Z"));
        let of_all = busy(ahead_of_all(&rehearsed).events);
        let of_each: Vec<Entry> =
            (0..people).flat_map(|place| busy(ahead_of_one(&rehearsed, place).expect("a contact").events)).collect();
        assert_eq!(of_all, of_each, "{clock}");
        assert!(of_all.len() == 3 && of_all.iter().all(|event| event.when == takes_place), "{clock}: {of_all:?}");
        assert!(of_all.iter().all(|event| event.description.starts_with("Made ")), "{of_all:?}");
        let (text, _) = saved(&rehearsed, None);
        for event in events(&text) {
            assert!(event.get("DTEND").is_some() || event.get("DURATION").is_some(), "{text}");
        }
        assert_eq!(text.matches("DTSTART:20260401T120000Z\r\nDTEND:20260401T123000Z").count(), 3, "{text}");
    }
    let over = RunAtInstant::new(&scene, &kept, at("2026-04-01T12:00Z"), at("2026-03-01T00:00Z"));
    assert!(busy(ahead_of_all(&over).events).is_empty(), "it has begun");
}

/// A calendar can't hold an event for each of thousands of contacts: the appointments at the same time are one event.
#[test]
fn many_appointments_at_the_same_time_are_together() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/field/36/campaign.ron");
    let mut campaign = parse(&std::fs::read_to_string(&path).expect("a campaign"), &path).expect("a campaign").campaign;
    campaign.rehearsals[0].people = People::Generated { count: 700, seed: 1 };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("many.ron");
    std::fs::write(&path, to_ron(&campaign)).expect("a file");
    let (scene, kept) = rehearse(&path, "Drei");
    let rehearsed = RunAtInstant::new(&scene, &kept, Instant::FIRST, at("2026-03-01T00:00Z"));
    let events = ahead_of_all(&rehearsed).events;
    let busy: Vec<&Entry> = events.iter().filter(|event| event.is_busy).collect();
    assert_eq!(busy.len(), 1);
    assert!(busy[0].summary.contains("700 contacts: ") && busy[0].summary.ends_with(" more"), "{}", busy[0].summary);
    assert!(busy[0].description.starts_with("Made from "), "{}", busy[0].description);
    let from = at("2026-04-01T14:00+02:00");
    assert_eq!(busy[0].when, When::At(from, from.plus_secs(1_800)));
}

#[test]
fn hostile_names_are_read_back() {
    let (scene, kept) = hostile::rehearsed();
    let rehearsed = RunAtInstant::new(&scene, &kept, at("2026-03-02T14:00Z"), at("2026-03-01T00:00Z"));
    for place in 0..NAMES.len() as u64 {
        let ahead = ahead_of_one(&rehearsed, place).expect("a contact");
        let found = events(&saved(&rehearsed, Some(place)).0);
        assert!(!found.is_empty());
        for (event, entry) in found.iter().zip(&ahead.events) {
            let clean = |text: &str| -> String {
                let text = text.replace("\r\n", "\n").replace('\t', " ");
                text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
            };
            assert_eq!(event.text("SUMMARY"), Some(clean(&entry.summary)));
            assert_eq!(event.text("DESCRIPTION"), Some(clean(&entry.description)));
        }
    }
    assert!(ahead_of_one(&rehearsed, 1_000).is_err());
}

/// Compares the calendar with `tests/headless/results/planned.ics`, byte for byte except for line ends.
#[test]
fn golden_file() {
    let day = |text: &str| DateTime::parse(text).expect(text).date();
    let entry = |number: usize, when, summary: &str, description: &str| Entry {
        identity: vec!["Campaign".to_owned(), number.to_string()],
        when,
        summary: summary.to_owned(),
        description: description.to_owned(),
        is_busy: number == 2,
        is_certain: number != 3,
    };
    let send = at("2026-03-09T12:00:00Z");
    let written = Written {
        name: "Campaign: Main; first",
        description: "Communications, tasks and appointments for Ann Lee after Fri 6 Mar 2026 17:30 New York.",
        stamp: at("2026-03-01T00:00:00Z"),
        events: &[
            entry(1, When::At(send, send), "Email “Hello, you” to Ann Lee", "To: ann@example.com\nSubject: a\\b; c"),
            entry(
                2,
                When::At(send, send.plus_secs(1_800)),
                "Call with Ann Lee",
                "Grüße aus Köln, wie sie länger als fünfundsiebzig Oktette sind: äöüäöüäöüäöü",
            ),
            entry(3, When::Day(day("2026-03-10T00:00")), "“Wait” lets Ann Lee go on", ""),
        ],
    };
    let mut out = Vec::new();
    write_calendar(&mut out, &written).expect("memory");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/headless/results/planned.ics");
    let expected = std::fs::read(path).expect("the golden file");
    // Git may have changed the line ends of the golden file.
    let expected = String::from_utf8(expected).expect("text").replace("\r\n", "\n").replace('\n', "\r\n");
    assert_eq!(String::from_utf8(out).expect("text"), expected);
}
