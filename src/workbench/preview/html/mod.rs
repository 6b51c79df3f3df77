//! Turns the simple HTML of emails into styled text.
//!
//! The result is text only. Nothing is loaded and nothing runs, whatever the HTML contains: an image is its
//! description, a link has its address next to it, and tags that aren't simple, such as scripts and forms, are shown as
//! source.

pub mod breaks;
mod hidden;
mod marks;
pub mod page;
mod tags;
mod writer;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::marked::{MOST_SHOWN, MarkedText};
use marks::{EMPTY, END, UNKNOWN, VALUE, mark_char, refers_to_mark};
use page::HtmlPage;
use writer::PageWriter;

/// Whether a text is meant to be HTML.
pub fn is_html(text: &str) -> bool {
    tags::has_tag(text)
}

/// Most bytes that are read: what is shown of an email's HTML is much shorter than its source.
const MOST_READ: usize = MOST_SHOWN * 8;

/// The page of an HTML text whose merge fields are filled.
pub fn page(pieces: impl IntoIterator<Item = MarkedText>) -> HtmlPage {
    let (source, is_cut) = joined(pieces);
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut writer = PageWriter::new(&source);
    for token in Tokenizer::new_with_emitter(source.as_str(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.iter().find(|(key, _)| key.as_slice() == name.as_bytes());
                    value.map(|(_, value)| String::from_utf8_lossy(&value.value).into_owned())
                };
                writer.start(&String::from_utf8_lossy(&tag.name), &attribute, tag.span.start..tag.span.end);
            }
            Token::EndTag(tag) => writer.end(&String::from_utf8_lossy(&tag.name), tag.span.start..tag.span.end),
            Token::String(text) => writer.text(&String::from_utf8_lossy(&text.value)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if writer.is_full() {
            break;
        }
    }
    writer.finish(is_cut)
}

/// The text with marks in it, and whether it was too long.
fn joined(pieces: impl IntoIterator<Item = MarkedText>) -> (String, bool) {
    let mut all = String::new();
    for piece in pieces {
        let mark = mark_char(piece.mark);
        all.extend(mark);
        all.extend(piece.text.char_indices().map(|(at, letter)| match letter {
            VALUE | EMPTY | UNKNOWN | END => char::REPLACEMENT_CHARACTER,
            '&' if refers_to_mark(&piece.text[at + 1..]) => char::REPLACEMENT_CHARACTER,
            _ => letter,
        }));
        all.extend(mark.map(|_| END));
        if all.len() > MOST_READ {
            let end = (0..=MOST_READ).rev().find(|end| all.is_char_boundary(*end)).unwrap_or_default();
            all.truncate(end);
            return (all, true);
        }
    }
    (all, false)
}

#[cfg(test)]
mod tests;
