//! The expected results in a case file.

use super::words::{Paragraph, pair, words};

/// A visit.
pub struct Event {
    /// The number of its line in the file.
    pub line: usize,
    /// The contact's id.
    pub contact: String,
    /// The item's id.
    pub item: u64,
    /// How the visit ends.
    pub ends: Ends,
    /// When the contact arrived; `None` for when the item before lets it through.
    pub arrived: Option<String>,
}

/// How a visit ends.
pub enum Ends {
    /// The contact continues at this time; `None` for the arrival.
    Ran(Option<String>),
    /// For a reason.
    Skipped(String),
    /// The contact waits until this time; `beyond` is after simulated time.
    Waiting(Option<String>),
    /// For good.
    Held,
}

/// An expected effect: of an item on a contact, or of a fulfilment list that is released.
pub struct Effect {
    /// `ann 3 email`, or `- 3 fulfillment_release`.
    pub title: String,
    /// The parts of the detail that are compared; `at` is the effect's time.
    pub parts: Vec<(String, String)>,
}

/// Sentences that an explanation must contain.
pub struct Explanation {
    /// The contact's id.
    pub contact: String,
    /// The item's id.
    pub item: u64,
    /// Texts that it must contain.
    pub fragments: Vec<String>,
}

/// All expected results.
#[derive(Default)]
pub struct Expected {
    /// Every visit, by contact, arrival and rank.
    pub events: Vec<Event>,
    /// The ids of the contacts, each with its status.
    pub statuses: Vec<(String, String)>,
    /// `TIME contact item record user`; `None` if the file has no assignments to compare.
    pub assignments: Option<Vec<Vec<String>>>,
    /// All effects; `None` if the file has none to compare.
    pub effects: Option<Vec<Effect>>,
    /// Explanations.
    pub explanations: Vec<Explanation>,
}

impl Expected {
    /// Takes a paragraph that has expected results. Returns whether it has.
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

/// Reads `ann 2 ran TIME`, `ann 2 skipped REASON`, `ann 2 waiting TIME` or `ann 2 held`; `arrived TIME` may follow.
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
