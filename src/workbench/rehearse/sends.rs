//! What one contact gets and when, in words: “Ana gets: Welcome, Mon 9 Mar 09:00 · Offer, Thu 12 Mar 08:00”.

use crate::calendar::Instant;
use crate::simulate::outcome::Outcome;

use super::contact::Followed;

/// What happens with a message for one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageToContact {
    /// The name of the item.
    pub name: String,
    /// When it is sent, or would have been.
    pub at: Instant,
    /// Why the contact doesn't get it, in a few words; `None` if it does.
    pub skipped: Option<String>,
}

/// All messages to the followed contact, to the end of the rehearsal, in order of time. Messages to users aren't among
/// them.
pub fn messages(followed: &Followed) -> Vec<MessageToContact> {
    let rows = followed.rows(followed.finished.scene.until);
    let mut messages: Vec<MessageToContact> = rows
        .iter()
        .filter_map(|row| {
            let item = followed.item(row);
            let (at, skipped) = match row.visit.outcome {
                Outcome::Ran => (row.visit.through()?, None),
                Outcome::Skipped(reason) => (row.visit.arrived, Some(followed.why_skipped(row, reason))),
                Outcome::Waiting | Outcome::Held => return None,
            };
            let is_message = item.kind.goes_to_contact() && item.kind.description().sent.is_some();
            is_message.then(|| MessageToContact { name: item.called().to_owned(), at, skipped })
        })
        .collect();
    messages.sort_by_key(|message| message.at);
    messages
}

/// The summary of a contact, for the clipboard. `say` writes an instant, and `zone` says whose time that is.
pub fn summary(followed: &Followed, say: impl Fn(Instant) -> String, zone: &str) -> String {
    let messages = messages(followed);
    let who = &followed.who.name;
    let said = |message: &MessageToContact| format!("{}, {}", message.name, say(message.at));
    let got: Vec<String> = messages.iter().filter(|message| message.skipped.is_none()).map(said).collect();
    let mut lines = vec![match got.is_empty() {
        true => format!("{who} gets nothing."),
        false => format!("{who} gets: {}", got.join(" · ")),
    }];
    let missed: Vec<String> = messages
        .iter()
        .filter_map(|message| Some(format!("{}, {}: {}", message.name, say(message.at), message.skipped.as_ref()?)))
        .collect();
    if !missed.is_empty() {
        lines.push(format!("Not sent: {}", missed.join(" · ")));
    }
    if !messages.is_empty() {
        lines.push(format!("Times in {zone}."));
    }
    lines.join("\n")
}
