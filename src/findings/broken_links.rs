//! Finds links in messages that lead nowhere: without a web address, or with one that can't be opened.

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use url::Url;

use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::campaign::kinds::walk::TextKind;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::{TextPiece, spans};

use super::codes::Code;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::texts::texts;
use super::words;

/// Most broken links that are reported for an item: more say nothing new.
const MOST_REPORTED: usize = 10;
/// Stands for a merge field, whose value isn't known here.
const MERGED: char = '\u{fffc}';

pub(super) fn check(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    for (place, item) in scene.items().filter(|(_, item)| item.kind.family() == Family::Communication) {
        for message in messages(item, scene.directory) {
            notes.item(scene, place, Code::BrokenLink, message);
        }
    }
}

/// A sentence for each broken link of an item, each once.
fn messages(item: &Item, known: &IndexedDirectory<'_>) -> Vec<String> {
    let mut messages = Vec::new();
    for (setting, text, writing) in texts(item) {
        if writing != TextKind::Page || !may_have_link(text) {
            continue;
        }
        for link in broken(&without_merge_fields(text, known), item.kind.description().may_be_html) {
            let (item, setting) = (words::item(item), setting.key());
            let message =
                format!("{item} has a broken link in its {setting}: {} {}.", link.named(), link.fault.words());
            if !messages.contains(&message) && messages.len() < MOST_REPORTED {
                messages.push(message);
            }
        }
    }
    messages
}

/// A fast test, since most texts have no link.
fn may_have_link(text: &str) -> bool {
    ["<a", "<A", "](", "://"].iter().any(|sign| text.contains(sign))
}

fn without_merge_fields(text: &str, known: &IndexedDirectory<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    for (typed, piece) in spans(text, known) {
        match piece {
            TextPiece::Text(_) => filled.push_str(typed),
            TextPiece::Field(_) | TextPiece::Unknown(_) => filled.push(MERGED),
        }
    }
    filled
}

/// A link that leads nowhere.
struct BrokenLink {
    /// The words that a reader presses; empty for a picture, or if the address itself is the text.
    text: String,
    address: String,
    fault: AddressFault,
}

impl BrokenLink {
    fn named(&self) -> String {
        let text = if self.text.trim().is_empty() { &self.address } else { &self.text };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(MERGED, "…");
        if text.is_empty() { "a link without words".to_owned() } else { format!("“{}”", words::quote(&text)) }
    }
}

/// What is wrong with the address of a link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AddressFault {
    Missing,
    NoHost,
    BlankInHost,
    NoScheme,
    Unreadable,
}

impl AddressFault {
    fn words(self) -> &'static str {
        match self {
            AddressFault::Missing => "has no web address",
            AddressFault::NoHost => "has a web address without the name of a website",
            AddressFault::BlankInHost => "has a web address with a blank in the name of the website",
            AddressFault::NoScheme => "has a web address that doesn't begin with http:// or https://",
            AddressFault::Unreadable => "has a web address that can't be opened",
        }
    }

    /// What is wrong with an address; `None` if it can work. A merge field may have any value.
    fn of(address: &str) -> Option<Self> {
        let address = address.trim();
        if address.is_empty() || address == "#" {
            return Some(AddressFault::Missing);
        }
        if address.starts_with([MERGED, '#']) {
            return None;
        }
        let Some((scheme, rest)) = address.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
            return Some(AddressFault::NoScheme);
        };
        if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
            return rest.trim().is_empty().then_some(AddressFault::Missing);
        }
        let rest = rest.trim_start_matches('/');
        let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        if host.trim().is_empty() {
            return Some(AddressFault::NoHost);
        }
        if host.contains(char::is_whitespace) {
            return Some(AddressFault::BlankInHost);
        }
        Url::parse(&address.replace(MERGED, "x")).is_err().then_some(AddressFault::Unreadable)
    }
}

fn is_scheme(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The broken links of a text, in order.
fn broken(text: &str, may_be_html: bool) -> Vec<BrokenLink> {
    let mut found = Vec::new();
    if may_be_html && (text.contains("<a") || text.contains("<A")) {
        in_html(text, &mut found);
    } else {
        in_plain(text, &mut found);
    }
    found
}

fn push(found: &mut Vec<BrokenLink>, text: &str, address: &str) {
    if let Some(fault) = AddressFault::of(address) {
        found.push(BrokenLink { text: text.to_owned(), address: address.to_owned(), fault });
    }
}

fn in_html(html: &str, found: &mut Vec<BrokenLink>) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    // The address of the open link, and its words so far.
    let mut open: Option<(String, String)> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if tag.name.as_slice() == b"a" => {
                if let Some((address, words)) = open.take() {
                    push(found, &words, &address);
                }
                // Without an address at all, the tag is a place that other links lead to.
                let address = tag.attributes.iter().find(|(key, _)| key.as_slice() == b"href");
                open = address.map(|(_, value)| (String::from_utf8_lossy(&value.value).into_owned(), String::new()));
            }
            Token::EndTag(tag) if tag.name.as_slice() == b"a" => {
                if let Some((address, words)) = open.take() {
                    push(found, &words, &address);
                }
            }
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text.value);
                match &mut open {
                    Some((_, words)) => words.push_str(&text),
                    None => in_plain(&text, found),
                }
            }
            Token::StartTag(_) | Token::EndTag(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    if let Some((address, words)) = open {
        push(found, &words, &address);
    }
}

/// Links in text without tags: `[words](address)`, and addresses on their own.
fn in_plain(text: &str, found: &mut Vec<BrokenLink>) {
    let mut taken: Vec<Range<usize>> = Vec::new();
    for (middle, _) in text.match_indices("](") {
        let line = text[..middle].rfind('\n').map_or(0, |at| at + 1);
        let Some(opens) = text[line..middle].rfind('[').map(|at| line + at) else { continue };
        let begins = middle + 2;
        let Some(length) = text[begins..].find([')', '\n']) else { continue };
        let (words, address) = (&text[opens + 1..middle], &text[begins..begins + length]);
        let is_closed = text[begins + length..].starts_with(')');
        // Other brackets, such as `[1](see above)`, are no links.
        if is_closed && (address.trim().is_empty() || address.contains("://")) {
            push(found, words, address);
            taken.push(opens..begins + length);
        }
    }
    for (colon, _) in text.match_indices("://") {
        let Some(begins) = ["https", "http"].iter().find_map(|web| {
            let before = colon.checked_sub(web.len())?;
            text.get(before..colon).filter(|scheme| scheme.eq_ignore_ascii_case(web)).map(|_| before)
        }) else {
            continue;
        };
        if taken.iter().any(|range| range.contains(&begins)) {
            continue;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')' | ']' | '”' | '’');
        let end = text[begins..].find(ends).map_or(text.len(), |length| begins + length);
        push(found, "", text[begins..end].trim_end_matches(['.', ',', ';', '!', '?']));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        broken(text, true).iter().map(|link| format!("{} {}", link.named(), link.fault.words())).collect()
    }

    #[test]
    fn links_that_work_are_not_reported() {
        for text in [
            "",
            "See <a href='https://example.com/offer?id=\u{fffc}#top'>the offer</a>.",
            "<a href=\"\u{fffc}\">yours</a> <a href='https://\u{fffc}'>x</a> <a name=top></a> <a href='#top'>up</a>",
            "<a href='mailto:a@example.com'>write</a> <a href='tel:5550142'>call</a>",
            "https://example.com, http://example.com/a(b) and [there](https://example.com).",
            "[1](see above), a :// b, xhttp, [x] (), ftp://",
        ] {
            assert_eq!(faults(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_broken_link_is_named_by_its_words_or_its_address() {
        for (text, expected) in [
            ("<a href=\"\">there</a>", "“there” has no web address"),
            ("<A HREF='#'><b>all</b>\nof it</A>", "“all of it” has no web address"),
            ("<a href=''><img src=x></a>", "a link without words has no web address"),
            ("<a href='mailto:'>write", "“write” has no web address"),
            ("<a href='http://'>there</a>", "“there” has a web address without the name of a website"),
            (
                "<a href='https://exa mple.com'>there</a>",
                "“there” has a web address with a blank in the name of the website",
            ),
            (
                "<a href='www.example.com'>there</a>",
                "“there” has a web address that doesn't begin with http:// or https://",
            ),
            ("<a href='https://[a'>there</a>", "“there” has a web address that can't be opened"),
            ("Go [there]() now", "“there” has no web address"),
            ("Go [there](http:// example.com)", "“there” has a web address with a blank in the name of the website"),
            ("Go to HTTP://.", "“HTTP://” has a web address without the name of a website"),
            ("<a href='https://a.example'>a</a> http://", "“http://” has a web address without the name of a website"),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }
}
