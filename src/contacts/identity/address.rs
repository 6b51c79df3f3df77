//! Email addresses in a cell.

use std::borrow::Cow;

use crate::contacts::words::{is_none_word, trimmed};

/// Longest address, in bytes (RFC 5321).
const LONGEST_ADDRESS: usize = 254;
/// Longest cell that is searched for addresses, in bytes: room for several.
const LONGEST_LIST: usize = 2_000;

/// What to tell the user about a cell of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressNote {
    /// The cell has several addresses. The first is the contact's.
    Several,
    /// The cell isn't an address. It is kept as text.
    NotAnAddress,
}

/// The addresses in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses<'a> {
    /// The contact's address, or the cell's text if it has none. Empty if the cell is.
    pub first: &'a str,
    /// Whether `first` is an address.
    pub is_address: bool,
    /// The other addresses of the cell, each once.
    pub others: Vec<&'a str>,
    /// What to tell the user, if there is something.
    pub note: Option<AddressNote>,
}

/// The addresses in a cell: `iris@example.com`, several between `:::`, `;`, `,`, `|` or blanks,
/// `Iris Vale <iris@example.com>`, `mailto:iris@example.com`. A word for "none" is no address.
pub fn addresses_of(cell: &str) -> Addresses<'_> {
    if is_plain_address(cell) {
        return Addresses { first: cell, is_address: true, ..Addresses::default() };
    }
    let text = trimmed(cell);
    // The common case.
    if is_address(text) && !text.contains([':', '\'', '"']) && !text.ends_with('.') {
        return Addresses { first: text, is_address: true, ..Addresses::default() };
    }
    if is_none_word(text) {
        return Addresses::default();
    }
    let as_text = Addresses { first: text, note: Some(AddressNote::NotAnAddress), ..Addresses::default() };
    if text.len() > LONGEST_LIST {
        return as_text;
    }
    let mut found: Vec<&str> = Vec::new();
    let is_between = |letter: char| letter.is_whitespace() || letter.is_control() || ",;|<>()[]{}\"".contains(letter);
    for piece in text.split(is_between).flat_map(|piece| piece.split(":::")) {
        let address = bare_address(piece);
        if is_address(address) && !found.iter().any(|known| key_of(known) == key_of(address)) {
            found.push(address);
        }
    }
    match found.as_slice() {
        [] => as_text,
        [first, others @ ..] => Addresses {
            first,
            is_address: true,
            others: others.to_vec(),
            note: (!others.is_empty()).then_some(AddressNote::Several),
        },
    }
}

/// Whether a cell is one address of letters, digits and the usual signs. Nearly all are, and this is several times faster
/// than looking for everything that others may have.
pub(super) fn is_plain_address(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    let Some(at) = bytes.iter().position(|byte| *byte == b'@').filter(|_| bytes.len() <= LONGEST_ADDRESS) else {
        return false;
    };
    let (local, domain) = (&bytes[..at], &bytes[at + 1..]);
    let is_ended = |part: &[u8]| match (part.first(), part.last()) {
        (Some(first), Some(last)) => first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric(),
        (None, _) | (_, None) => false,
    };
    let has_dots = domain.contains(&b'.') && !domain.windows(2).any(|pair| pair == b"..");
    is_ended(local) && is_ended(domain) && has_dots && local.iter().all(is_plain) && domain.iter().all(is_plain)
}

/// An address without what people and programs put around it.
fn bare_address(piece: &str) -> &str {
    let around = |letter: char| matches!(letter, '\'' | '‘' | '’' | '“' | '”' | '`' | '.' | ':' | '/' | '*' | '!');
    let piece = trimmed(piece).trim_matches(around);
    // `Email: a@b.c` is apart by its blank, `mailto:a@b.c` isn't. A colon is never in an address.
    let address = piece.rsplit(':').next().unwrap_or(piece);
    address.split('?').next().unwrap_or(address).trim_matches(around)
}

/// Whether a text is plainly an address: one `@`, a domain with a dot, no blanks, not longer than 254 bytes.
pub fn is_address(text: &str) -> bool {
    if is_plain_address(text) {
        return true;
    }
    if text.len() > LONGEST_ADDRESS {
        return false;
    }
    let Some((name, domain)) = text.split_once('@') else { return false };
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "@,;|<>()[]\"\\".contains(letter);
    let is_clean = !name.is_empty() && !name.contains(is_odd) && !domain.contains(is_odd);
    is_clean && domain.contains('.') && domain.split('.').all(|label| !label.is_empty())
}

/// What an address is compared by: without case and the blanks around it.
pub fn key_of(address: &str) -> Cow<'_, str> {
    let text = trimmed(address);
    match text.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        true => Cow::Owned(text.to_lowercase()),
        false => Cow::Borrowed(text),
    }
}
