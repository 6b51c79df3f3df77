//! Compares the expected results of a case with the actual ones, side by side.

use std::collections::HashMap;
use std::fmt::Write;

use super::case::Case;
use super::clock::Clock;
use super::expect::{Ends, Event};
use super::runner::{Got, GotEvent};

/// The error lists everything that differs.
pub fn compare(case: &Case, got: &Got) -> Result<(), String> {
    let clock = case.clock()?;
    let mut differences = String::new();
    let mut lay = |title: &str, expected: Vec<String>, got: Vec<String>| {
        if expected != got {
            differences.push_str(&side_by_side(title, &expected, &got));
        }
    };
    let events = got.events.iter().map(|event| got_event(event, &clock)).collect();
    lay("events", expected_events(case, &clock)?, events);
    lay("status", statuses(case)?, got.statuses.iter().map(|(id, status)| format!("{id} {status}")).collect());
    if let Some(expected) = &case.expected.assignments {
        let expected: Result<Vec<String>, String> = expected.iter().map(|words| assignment(words, &clock)).collect();
        let made = got.assignments.iter();
        let made = made.map(|(at, id, item, record, user)| format!("{} {id} {item} {record} {user}", clock.show(*at)));
        lay("assignments", expected?, made.collect());
    }
    if case.expected.effects.is_some() {
        let (expected, got) = effects(case, got, &clock)?;
        lay("effects", expected, got);
    }
    for explanation in &case.expected.explanations {
        let text = story(got, &explanation.contact, explanation.item);
        for fragment in explanation.fragments.iter().filter(|fragment| !text.contains(fragment.as_str())) {
            let title = format!("explain {} {}", explanation.contact, explanation.item);
            let _ = write!(differences, "{title}: `{fragment}` is not in\n    {text}\n");
        }
    }
    if differences.is_empty() { Ok(()) } else { Err(differences) }
}

/// The expected events, with all optional times filled in.
fn expected_events(case: &Case, clock: &Clock) -> Result<Vec<String>, String> {
    // When each item lets each contact through, in UTC seconds.
    let mut through: HashMap<(&str, u64), i64> = HashMap::new();
    let mut lines = Vec::new();
    for event in &case.expected.events {
        let here = |error: String| format!("line {}: {error}", event.line);
        let arrived = arrival(case, event, &through, clock).map_err(here)?;
        let at = |text: &Option<String>| match text {
            Some(text) => clock.parse(text).map_err(here),
            None => Ok(arrived),
        };
        let ending = match &event.ends {
            Ends::Ran(due) => {
                let due = at(due)?;
                through.insert((&event.contact, event.item), due);
                format!("ran {}", clock.show(due))
            }
            Ends::Skipped(reason) => {
                through.insert((&event.contact, event.item), arrived);
                format!("skipped {reason}")
            }
            Ends::Waiting(None) => "waiting beyond".to_owned(),
            Ends::Waiting(due) => format!("waiting {}", clock.show(at(due)?)),
            Ends::Held => "held".to_owned(),
        };
        lines.push(line(&event.contact, event.item, arrived, &ending, clock));
    }
    Ok(lines)
}

fn arrival(case: &Case, event: &Event, through: &HashMap<(&str, u64), i64>, clock: &Clock) -> Result<i64, String> {
    if let Some(arrived) = &event.arrived {
        return clock.parse(arrived);
    }
    if case.is_start(event.item) {
        let contact = case.contacts.iter().find(|columns| columns[0].1 == event.contact);
        let contact = contact.ok_or(format!("there is no contact {}", event.contact))?;
        let entered = contact.iter().find(|(column, _)| column == "entered").map(|(_, value)| value);
        return clock.parse(entered.or(case.enter.as_ref()).ok_or("nothing says when the contact enters")?);
    }
    let before = case.links.iter().filter(|(_, to)| *to == event.item);
    let at = before.filter_map(|(from, _)| through.get(&(event.contact.as_str(), *from))).next();
    at.copied().ok_or(format!("no item before {} lets {} through", event.item, event.contact))
}

fn got_event(event: &GotEvent, clock: &Clock) -> String {
    let ending = match (event.outcome, event.due) {
        ("ran" | "waiting", Some(due)) => format!("{} {}", event.outcome, clock.show(due)),
        ("waiting", None) => "waiting beyond".to_owned(),
        ("skipped", None) => format!("skipped {}", event.reason),
        (outcome, None) => outcome.to_owned(),
        (outcome, Some(due)) => format!("{outcome} {} due {}", event.reason, clock.show(due)),
    };
    line(&event.contact, event.item, event.arrived, &ending, clock)
}

fn line(contact: &str, item: u64, arrived: i64, ending: &str, clock: &Clock) -> String {
    format!("{contact} {item} {ending} (arrived {})", clock.show(arrived))
}

/// The expected statuses, in the order of the contacts. Every contact must have one.
fn statuses(case: &Case) -> Result<Vec<String>, String> {
    let told = &case.expected.statuses;
    let known = |id: &String| case.contacts.iter().any(|columns| columns[0].1 == *id);
    if let Some((id, _)) = told.iter().find(|(id, _)| !known(id)) {
        return Err(format!("a status of {id}, who is no contact"));
    }
    let of = |columns: &Vec<(String, String)>| {
        let id = &columns[0].1;
        let mut mine = told.iter().filter(|(of, _)| of == id);
        match (mine.next(), mine.next()) {
            (Some((_, status)), None) => Ok(format!("{id} {status}")),
            _ => Err(format!("{id} needs one status")),
        }
    };
    case.contacts.iter().map(of).collect()
}

fn assignment(words: &[String], clock: &Clock) -> Result<String, String> {
    let [at, rest @ ..] = words else { return Err("an assignment without time".to_owned()) };
    Ok(format!("{} {}", clock.show(clock.parse(at)?), rest.join(" ")))
}

/// The expected and the actual effects, with only those parts of the detail that the file has.
fn effects(case: &Case, got: &Got, clock: &Clock) -> Result<(Vec<String>, Vec<String>), String> {
    let told = case.expected.effects.as_deref().unwrap_or_default();
    let mut expected = Vec::new();
    for effect in told {
        let mut line = effect.title.clone();
        for (key, value) in &effect.parts {
            let value = if key == "at" { clock.show(clock.parse(value)?) } else { value.clone() };
            let _ = write!(line, " {key}={value}");
        }
        expected.push(line);
    }
    let mut lines = Vec::new();
    for (place, (title, at, detail)) in got.effects.iter().enumerate() {
        let mut line = title.clone();
        for (key, _) in told.get(place).map_or(&[][..], |effect| effect.parts.as_slice()) {
            let value = match (key.as_str(), &detail[key]) {
                ("at", _) => clock.show(*at),
                (_, serde_json::Value::String(text)) => text.clone(),
                (_, value) => value.to_string(),
            };
            let _ = write!(line, " {key}={value}");
        }
        lines.push(line);
    }
    Ok((expected, lines))
}

/// What `explain` says about a contact at an item.
fn story(got: &Got, contact: &str, item: u64) -> String {
    let story = got.stories.iter().find(|(id, _)| id == contact).map(|(_, story)| story);
    let chapter = story.and_then(|story| story.chapters.iter().find(|chapter| chapter.item.item == item));
    chapter.map_or("nothing".to_owned(), |chapter| format!("{}. {}", chapter.outcome, chapter.sentences.join(" ")))
}

fn side_by_side(title: &str, expected: &[String], got: &[String]) -> String {
    let wide = expected.iter().map(|line| line.chars().count()).max().unwrap_or(0).max(8);
    let mut text = format!("{title}\n    {:wide$}    got\n", "expected");
    for place in 0..expected.len().max(got.len()) {
        let side = |lines: &[String]| lines.get(place).cloned().unwrap_or_else(|| "–".to_owned());
        let (left, right) = (side(expected), side(got));
        let mark = if left == right { "  " } else { "≠ " };
        let _ = writeln!(text, "  {mark}{left:wide$}    {right}");
    }
    text
}
