//! Turns the simple HTML of emails into styled text.
//!
//! The result is text only. Nothing is loaded and nothing runs, whatever the HTML contains: an image is its
//! description, a link has its address next to it, and tags that aren't simple, such as scripts and forms, are shown as
//! source.

pub mod page;
mod tags;
mod writer;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::marked::{MOST_SHOWN, MarkedText, TextMark};
use page::HtmlPage;
use writer::PageWriter;

/// Whether a text is meant to be HTML.
pub fn is_html(text: &str) -> bool {
    tags::has_tag(text)
}

/// The characters around a piece that isn't plain, in the text that is split into tags. Unicode reserves them for the
/// use inside of programs. They are replaced in the text itself.
const VALUE: char = '\u{fdd0}';
const EMPTY: char = '\u{fdd1}';
const UNKNOWN: char = '\u{fdd2}';
const END: char = '\u{fdd3}';

/// Most bytes that are read: what is shown of an email's HTML is much shorter than its source.
const MOST_READ: usize = MOST_SHOWN * 8;

/// The page of an HTML text whose merge fields are filled.
pub fn page(pieces: &[MarkedText], is_cut: bool) -> HtmlPage {
    let (source, is_cut_here) = joined(pieces);
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
    writer.finish(is_cut || is_cut_here)
}

/// The text with marks in it, and whether it was too long.
fn joined(pieces: &[MarkedText]) -> (String, bool) {
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

/// Whether a text continues a `&` to the number of a character that makes a mark: `#xfdd1;`.
fn refers_to_mark(rest: &str) -> bool {
    let Some(number) = rest.strip_prefix('#') else { return false };
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |digits| (digits, 16));
    let digits = digits.chars().map_while(|digit| digit.to_digit(radix));
    let code = digits.fold(0_u32, |code, digit| code.saturating_mul(radix).saturating_add(digit));
    char::from_u32(code).is_some_and(|letter| mark_of(letter).is_some())
}

fn mark_char(mark: TextMark) -> Option<char> {
    match mark {
        TextMark::Plain => None,
        TextMark::Value => Some(VALUE),
        TextMark::Empty => Some(EMPTY),
        TextMark::Unknown => Some(UNKNOWN),
    }
}

/// The mark that a character begins, or ends.
fn mark_of(letter: char) -> Option<TextMark> {
    match letter {
        VALUE => Some(TextMark::Value),
        EMPTY => Some(TextMark::Empty),
        UNKNOWN => Some(TextMark::Unknown),
        END => Some(TextMark::Plain),
        _ => None,
    }
}

/// A text with marks in it as the contact gets it.
fn received(text: &str) -> String {
    let mut is_empty = false;
    let mut all = String::new();
    for letter in text.chars() {
        match mark_of(letter) {
            Some(mark) => is_empty = mark == TextMark::Empty,
            None if is_empty => {}
            None => all.push(letter),
        }
    }
    all
}

#[cfg(test)]
mod tests;
