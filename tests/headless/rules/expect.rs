//! What a case file says must come out.

use super::words::{Paragraph, pair, words};

/// A visit.
pub struct Event {
    /// Where it stands in the file.
    pub line: usize,
    /// The contact's id.
    pub contact: String,
    /// The item's id.
    pub item: u64,
    /// How it ends.
    pub ends: Ends,
    /// When the contact arrives; left out: when the item before lets it through.
    pub arrived: Option<String>,
}

/// How a visit ends.
pub enum Ends {
    /// At a time; left out: at the arrival.
    Ran(Option<String>),
    /// For a reason.
    Skipped(String),
    /// Until a time; `beyond` is one that the simulation never reaches.
    Waiting(Option<String>),
    /// For good.
    Held,
}

/// An effect: of a contact's item, or of a list that is released.
pub struct Effect {
    /// `ann 3 email`, or `- 3 fulfillment_release`.
    pub title: String,
    /// Parts of the detail that must be so; `at` is the effect's time.
    pub parts: Vec<(String, String)>,
}

/// Sentences that an explanation must hold.
pub struct Explanation {
    /// The contact's id.
    pub contact: String,
    /// The item's id.
    pub item: u64,
    /// Pieces of it.
    pub fragments: Vec<String>,
}

/// All that must come out.
#[derive(Default)]
pub struct Expected {
    /// Every visit, by contact, arrival and rank.
    pub events: Vec<Event>,
    /// Contact and status.
    pub statuses: Vec<(String, String)>,
    /// `TIME contact item gift user`, if the file tells them.
    pub assignments: Option<Vec<Vec<String>>>,
    /// All effects, if the file tells them.
    pub effects: Option<Vec<Effect>>,
    /// Explanations.
    pub explanations: Vec<Explanation>,
}

impl Expected {
    /// Takes a paragraph, if it is about what comes out.
    pub fn take(&mut self, paragraph: &Paragraph<'_>) -> Result<bool, String> {
        let below = || paragraph.below.iter();
        match paragraph.keyword {
            "events" => {
                let events: Result<Vec<Event>, String> = below().map(|(line, text)| event(*line, text)).collect();
                self.events.extend(events?);
            }
            "status" => {
                let (contacts, status) = paragraph.rest.rsplit_once(' ').ok_or("a status of nobody")?;
                let contacts = contacts.split(',').map(|contact| (contact.trim().to_owned(), status.to_owned()));
                self.statuses.extend(contacts);
            }
            "assignments" => self.assignments = Some(below().map(|(_, text)| words(text)).collect()),
            "effects" => {
                let effects: Result<_, String> = below().map(|(_, text)| effect(text)).collect();
                self.effects = Some(effects?);
            }
            "explain" => {
                let (contact, item) = paragraph.rest.split_once(' ').ok_or("explain CONTACT ITEM")?;
                let fragments: Vec<String> = below().map(|(_, text)| (*text).to_owned()).collect();
                if fragments.is_empty() {
                    return Err("explain without a sentence below it".to_owned());
                }
                self.explanations.push(Explanation { contact: contact.to_owned(), item: number(item)?, fragments });
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// `ann 2 ran TIME`, `ann 2 skipped REASON`, `ann 2 waiting TIME`, `ann 2 held`; `arrived TIME` may follow.
fn event(line: usize, text: &str) -> Result<Event, String> {
    let wrong = || format!("line {line}: `{text}` is no event");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut arrived = None;
    if let Some(at) = words.iter().position(|word| *word == "arrived") {
        arrived = Some(words.get(at + 1).ok_or_else(wrong)?.to_string());
        words.drain(at..at + 2);
    }
    let [contact, item, outcome, rest @ ..] = words.as_slice() else { return Err(wrong()) };
    let ends = match (*outcome, rest) {
        ("ran", []) => Ends::Ran(None),
        ("ran", [at]) => Ends::Ran(Some((*at).to_owned())),
        ("skipped", [reason]) => Ends::Skipped((*reason).to_owned()),
        ("waiting", ["beyond"]) => Ends::Waiting(None),
        ("waiting", [due]) => Ends::Waiting(Some((*due).to_owned())),
        ("held", []) => Ends::Held,
        _ => return Err(wrong()),
    };
    Ok(Event { line, contact: (*contact).to_owned(), item: number(item)?, ends, arrived })
}

fn effect(text: &str) -> Result<Effect, String> {
    let words = words(text);
    let [contact, item, name, parts @ ..] = words.as_slice() else { return Err(format!("`{text}` is no effect")) };
    let parts: Result<Vec<_>, String> = parts.iter().map(|word| pair(word)).collect();
    Ok(Effect { title: format!("{contact} {item} {name}"), parts: parts? })
}

/// A whole number.
pub fn number(text: &str) -> Result<u64, String> {
    text.trim().parse().map_err(|_| format!("`{text}` is no number"))
}
