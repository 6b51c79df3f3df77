//! Reads a cell of a column of status or consent.

use crate::contacts::words::{LONGEST_CELL, is_none_word, trimmed, word_key};

use super::column::{ConsentColumn, ConsentSense};
use super::vocabulary::{ConsentWord, consent_word, has_doubtful_sign, objection_in};
use super::when::{WhenCell, when_of};
use crate::contacts::status::EmailStatus;

/// What a cell of status or consent says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusReading {
    /// A status.
    Status(EmailStatus),
    /// Nothing, or a word for "none". What this means depends on the column: [`ConsentColumn::empty_status`].
    Empty,
    /// A text that isn't understood. It counts as [`EmailStatus::NonMarketable`], and is listed.
    NotUnderstood,
}

/// Reads a cell of a column.
pub fn status_of(cell: &str, column: ConsentColumn) -> StatusReading {
    let text = trimmed(cell);
    if text.len() > LONGEST_CELL {
        // A long text in a column of objections is a reason.
        return match column.sense {
            ConsentSense::Negative => StatusReading::Status(column.yes),
            ConsentSense::Positive | ConsentSense::StatusWord => StatusReading::NotUnderstood,
        };
    }
    let word = consent_word(text);
    // Words such as `unknown` are a status in these columns. `Not applicable` isn't an objection.
    let says_nothing = word.is_none() || column.sense == ConsentSense::Negative && word_key(text) == "notapplicable";
    if says_nothing && is_none_word(text) && !is_open_question(text) {
        return StatusReading::Empty;
    }
    match column.sense {
        ConsentSense::Negative => StatusReading::Status(objection_of(text, word, column)),
        ConsentSense::Positive => permission_of(text, word, column),
        ConsentSense::StatusWord => named_status(text, word, column),
    }
}

/// Whether a cell that has no answer says that one is wanted: `???`, `tbd`, or the error of a formula that looked for
/// it. Nobody may be mailed on that, as on an empty cell.
fn is_open_question(text: &str) -> bool {
    const WANTED: [&str; 6] = ["tbd", "tba", "select", "selectone", "pleaseselect", "choose"];
    text.contains('?') || has_doubtful_sign(text) || WANTED.contains(&word_key(text).as_str())
}

/// A cell of a column of objections: anything but a no is one.
fn objection_of(text: &str, word: Option<ConsentWord>, column: ConsentColumn) -> EmailStatus {
    let status = word.and_then(|word| word.status);
    match (word.and_then(|word| word.answer), status, when_of(text)) {
        (Some(false), _, _) | (None, _, WhenCell::Zeros) => column.no,
        (Some(true), _, _) => column.yes,
        // `subscribed` in the column `Unsubscribed`; not `soft bounce` in the column `Bounce reason`.
        (None, Some(status), _) if status.is_marketable() && column.yes == EmailStatus::Unsubscribed => column.no,
        (None, Some(status), _) => status.max(column.yes),
        (None, None, WhenCell::Date | WhenCell::Other) => objection_in(text).unwrap_or(column.yes).max(column.yes),
    }
}

/// A cell of a column of consent.
fn permission_of(text: &str, word: Option<ConsentWord>, column: ConsentColumn) -> StatusReading {
    match (word.and_then(|word| word.answer), when_of(text)) {
        (Some(true), _) => return StatusReading::Status(column.yes),
        (Some(false), _) => return StatusReading::Status(column.no),
        (None, WhenCell::Date) => return StatusReading::Status(column.yes),
        (None, WhenCell::Zeros) => return StatusReading::Empty,
        (None, WhenCell::Other) => {}
    }
    match channels_of(text) {
        Some(true) => StatusReading::Status(column.yes),
        Some(false) => StatusReading::Status(column.no),
        None => named_status(text, word, column),
    }
}

/// A cell with a word or sentence for a status.
fn named_status(text: &str, word: Option<ConsentWord>, column: ConsentColumn) -> StatusReading {
    let Some(word) = word else {
        return objection_in(text).map_or(StatusReading::NotUnderstood, StatusReading::Status);
    };
    match (word.status, word.answer) {
        (Some(EmailStatus::Unconfirmed), _) if column.awaits_confirmation && is_unconfirmed(text) => {
            StatusReading::Status(EmailStatus::NonMarketable)
        }
        (Some(status), _) => StatusReading::Status(status),
        (None, Some(true)) => StatusReading::Status(column.yes),
        (None, Some(false)) => StatusReading::Status(column.no),
        (None, None) => StatusReading::NotUnderstood,
    }
}

fn is_unconfirmed(text: &str) -> bool {
    let key = word_key(text);
    matches!(key.as_str(), "unconfirmed" | "unbestatigt")
}

/// Whether a list of channels has email: `['email', 'sms']`. `None` if it isn't such a list.
fn channels_of(text: &str) -> Option<bool> {
    const OTHER_CHANNELS: [&str; 8] = ["sms", "phone", "whatsapp", "push", "directmail", "web", "mobile", "post"];
    let keys = text.split([',', ';', '|', '+', '/']).map(word_key).filter(|key| !key.is_empty());
    let mut has_email = None;
    for key in keys {
        let is_email = key == "email";
        if !is_email && !OTHER_CHANNELS.contains(&key.as_str()) {
            return None;
        }
        has_email = Some(has_email.unwrap_or(false) || is_email);
    }
    has_email
}
