//! How findings name items and count things.

use crate::campaign::item::Item;
use crate::campaign::text::{one_line, thousands};

/// Longest names and quotations; longer ones are shortened.
const LONGEST_QUOTE: usize = 60;

/// An item in a sentence: `Email “Welcome” (item 2)`; without the name if it has none.
pub(super) fn item(item: &Item) -> String {
    let label = item.kind.label();
    let name = quote(&item.name);
    if name.is_empty() || name == label {
        return format!("{label} (item {})", item.id);
    }
    format!("{label} “{name}” (item {})", item.id)
}

/// An item in a sentence that has another subject: `“Welcome” (item 2)`.
pub(super) fn other(item: &Item) -> String {
    let name = quote(&item.name);
    if name.is_empty() { format!("item {}", item.id) } else { format!("“{name}” (item {})", item.id) }
}

/// A text on one line, shortened if it is long.
pub(super) fn quote(text: &str) -> String {
    let line = one_line(text);
    let line = line.trim();
    match line.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// A number with its noun: `1 item`, `12,000 items`.
pub(super) fn count(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {word}{plural}", thousands(number as u64))
}

/// The parts as a choice in words: `a, b or c`.
pub(super) fn either(parts: &[String]) -> String {
    match parts {
        [most @ .., last] if !most.is_empty() => format!("{} or {last}", most.join(", ")),
        _ => list(parts),
    }
}

/// The parts as a list in words: `a, b and c`.
pub(super) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Removes ids, which are for reading files.
pub fn without_ids(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(at) = rest.find(" (item ") {
        let after = &rest[at + " (item ".len()..];
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        text.push_str(&rest[..at]);
        rest = match after[digits..].strip_prefix(')') {
            Some(tail) if digits > 0 => tail,
            _ => {
                text.push_str(" (item ");
                after
            }
        };
    }
    text + rest
}

/// The text without backticks, which are for terminals.
pub fn plain(text: &str) -> String {
    text.replace('`', "")
}
