//! Tags in a cell.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::contacts::words::{is_none_word, trimmed};

/// Signs that may separate tags.
pub const TAG_SEPARATORS: [&str; 6] = [":::", ";", "|", ",", "\t", "\n"];

/// The tags in a cell, in its order, each once. Without a separator, the cell is one tag.
///
/// A part in double quotes may contain the separator, and a quote twice (`"VIP","Berlin, Germany"`). Google's own labels
/// (`* myContacts`, `* starred`) aren't tags.
pub fn tags_of<'a>(cell: &'a str, separator: &str) -> Vec<Cow<'a, str>> {
    if is_none_word(cell) {
        return Vec::new();
    }
    let mut tags = Vec::new();
    let mut seen: FxHashSet<Cow<'a, str>> = FxHashSet::default();
    for part in parts_of(cell, separator) {
        let is_own_label = part.strip_prefix('*').is_some_and(|label| label.starts_with(' '));
        if !part.is_empty() && !is_own_label && seen.insert(part.clone()) {
            tags.push(part);
        }
    }
    tags
}

/// The parts between separators, trimmed and without their quotes. Some may be empty.
pub(super) fn parts_of<'a>(cell: &'a str, separator: &str) -> Vec<Cow<'a, str>> {
    let mut rest = bare_list(cell);
    let mut parts = Vec::new();
    if separator.is_empty() {
        return vec![Cow::Borrowed(trimmed(rest))];
    }
    loop {
        if let Some((part, after)) = quoted_part(rest, separator) {
            parts.push(part);
            match after {
                Some(after) => rest = after,
                None => return parts,
            }
            continue;
        }
        match rest.split_once(separator) {
            Some((part, after)) => {
                parts.push(Cow::Borrowed(trimmed(part)));
                rest = after;
            }
            None => {
                parts.push(Cow::Borrowed(trimmed(rest)));
                return parts;
            }
        }
    }
}

/// `["VIP","Customer"]`, as programs write lists: without the brackets.
fn bare_list(cell: &str) -> &str {
    let text = trimmed(cell);
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.filter(|inner| inner.trim_start().starts_with('"')).unwrap_or(cell)
}

/// The quoted part at the start of a text, and what follows its separator, if there is one. `None` if the text doesn't
/// start with a whole quoted part: a quote is then a letter like others.
fn quoted_part<'a>(text: &'a str, separator: &str) -> Option<(Cow<'a, str>, Option<&'a str>)> {
    let blanks = |text: &'a str| text.trim_start_matches([' ', '\u{A0}']);
    let inner = blanks(text).strip_prefix('"')?;
    let mut from = 0;
    let mut is_doubled = false;
    let end = loop {
        let at = from + inner.get(from..)?.find('"')?;
        match inner[at + 1..].starts_with('"') {
            true => {
                is_doubled = true;
                from = at + 2;
            }
            false => break at,
        }
    };
    let part = trimmed(&inner[..end]);
    let part = if is_doubled { Cow::Owned(part.replace("\"\"", "\"")) } else { Cow::Borrowed(part) };
    let after = blanks(&inner[end + 1..]);
    match after.strip_prefix(separator) {
        Some(after) => Some((part, Some(after))),
        None => after.trim().is_empty().then_some((part, None)),
    }
}
