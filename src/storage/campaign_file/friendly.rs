//! What the RON parser says, in words for the person who typed the file, at the token that is wrong.

use ron::error::{Error, SpannedError};

use super::error::Place;
use super::locate::{byte_of, content_end, open_brackets, place_of};
use super::nearest::{nearest, short};
use super::tokens::{Token, TokenKind, Tokens};

/// The longest message of our own types that is passed on whole.
const LONGEST_MESSAGE: usize = 200;

/// Where a parser's error is and what to say about it.
pub(super) fn explain(text: &str, error: &SpannedError) -> (Place, String) {
    let parsed = &error.span.end;
    let cursor = byte_of(text, Place { line: parsed.line, column: parsed.col });
    let (byte, problem) = Site { text, cursor }.explain(&error.code);
    (place_of(text, byte), problem)
}

/// A text, and how far the parser came in it.
struct Site<'a> {
    text: &'a str,
    cursor: usize,
}

impl Site<'_> {
    fn explain(&self, error: &Error) -> (usize, String) {
        match error {
            Error::Message(message) => (self.value_before(), shortened(message)),
            Error::NoSuchEnumVariant { expected, found, .. } => {
                (self.value_before(), unknown(found, expected, "choice"))
            }
            Error::NoSuchStructField { expected, found, .. } => {
                (self.value_before(), unknown(found, expected, "field"))
            }
            Error::DuplicateStructField { field, .. } => {
                (self.value_before(), format!("the field `{field}` stands twice, expected it only once"))
            }
            Error::MissingStructField { field, .. } => {
                let opening = open_brackets(self.text, self.cursor).pop().unwrap_or(self.cursor);
                (opening, format!("the field `{field}` is missing, expected `{field}: ..` within these brackets"))
            }
            Error::IntegerOutOfBounds => {
                let byte = self.value_before();
                (byte, format!("{} is out of range, expected a whole number from 0 to {}", self.found(byte), u64::MAX))
            }
            Error::InvalidIntegerDigit { .. } => {
                let byte = self.value_before();
                (byte, format!("expected a whole number, found {}", self.found(byte)))
            }
            Error::InvalidValueForType { expected, found } => {
                (self.value_before(), format!("expected {}, found {}", short(expected), short(found)))
            }
            Error::ExpectedDifferentLength { expected, found } => {
                (self.value_before(), format!("expected {}, found {found} of them", short(expected)))
            }
            Error::InvalidEscape(what) => {
                (self.cursor, format!("a text has a backslash that means nothing here: {what}"))
            }
            Error::ExpectedStringEnd => {
                (self.unclosed(), "this text is never closed, expected a `\"` at its end".to_owned())
            }
            Error::UnclosedBlockComment => {
                (self.unclosed(), "this comment is never closed, expected `*/` at its end".to_owned())
            }
            Error::ExceededRecursionLimit => (self.cursor, "brackets are nested too deeply here".to_owned()),
            Error::SuggestRawIdentifier(name) => {
                (self.cursor, format!("expected a name of letters, digits and `_`, found `{}`", short(name)))
            }
            Error::NoSuchExtension(name) => {
                (self.value_before(), format!("there is no extension `{}`, expected `implicit_some`", short(name)))
            }
            other => self.unexpected(expectation(other)),
        }
    }

    /// Something else stands where the parser stopped.
    fn unexpected(&self, expected: String) -> (usize, String) {
        let next = Tokens::from_start_of(self.text, self.cursor);
        let Some(next) = next else {
            let end = content_end(self.text);
            let unclosed = match open_brackets(self.text, self.text.len()).pop() {
                Some(opening) => {
                    let bracket = self.text[opening..].chars().next().unwrap_or('(');
                    format!(" (the `{bracket}` of {} is not closed)", place_of(self.text, opening))
                }
                None => String::new(),
            };
            return (end, format!("the file ends here, expected {expected}{unclosed}"));
        };
        (next.start, format!("expected {expected}, found {}", self.found(next.start)))
    }

    /// The value, name or bracketed group that ends where the parser stopped.
    fn value_before(&self) -> usize {
        let mut open = Vec::new();
        let mut last = 0;
        for token in Tokens::from(self.text, 0).take_while(|token| token.start < self.cursor) {
            match token.kind {
                TokenKind::Comment => {}
                TokenKind::Open => {
                    open.push(token.start);
                    last = token.start;
                }
                TokenKind::Close => last = open.pop().unwrap_or(token.start),
                _ => last = token.start,
            }
        }
        last
    }

    /// The text or comment that runs to the end of the file.
    fn unclosed(&self) -> usize {
        Tokens::from(self.text, 0).last().map_or(self.cursor, |token| token.start)
    }

    /// What stands at a byte, quoted.
    fn found(&self, byte: usize) -> String {
        let token = Tokens::from(self.text, byte).next();
        let found = token.map_or("", |token| self.text.get(token.start..token.end).unwrap_or(""));
        match found.chars().next() {
            Some('"') => format!("the text {}", short(found)),
            _ if found.is_empty() => "nothing".to_owned(),
            _ => format!("`{}`", short(found)),
        }
    }
}

impl<'a> Tokens<'a> {
    /// The first token at or behind a byte that is no comment; for a byte within a token, that token.
    fn from_start_of(text: &'a str, byte: usize) -> Option<Token> {
        Tokens::from(text, 0).find(|token| token.end > byte && token.kind != TokenKind::Comment)
    }
}

/// What the parser wanted to see.
fn expectation(error: &Error) -> String {
    let expected = match error {
        Error::ExpectedArray => "a list, `[..]`",
        Error::ExpectedArrayEnd => "`]`",
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd => "`#![enable(implicit_some)]`",
        Error::ExpectedBoolean => "`true` or `false`",
        Error::ExpectedComma => "`,` or a closing bracket",
        Error::ExpectedFloat | Error::FloatUnderscore => "a number",
        Error::ExpectedInteger | Error::UnderscoreAtBeginning => "a whole number that is not negative",
        Error::ExpectedOption => "a value or `None`",
        Error::ExpectedOptionEnd | Error::ExpectedStructLikeEnd => "`)`",
        Error::ExpectedMap => "`{`",
        Error::ExpectedMapColon => "`:` and a value",
        Error::ExpectedMapEnd => "`}`",
        Error::ExpectedDifferentStructName { expected, .. } => return format!("`{expected}(`"),
        Error::ExpectedNamedStructLike(name) if !name.is_empty() => return format!("`(` (here begins: {name})"),
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => "`(`",
        Error::ExpectedString => "a text in quotes, `\"..\"`",
        Error::ExpectedIdentifier => "a name",
        Error::TrailingCharacters => "the end of the file",
        Error::Eof => "more",
        Error::UnexpectedChar(_) => "a value",
        other => return short(&other.to_string()),
    };
    expected.to_owned()
}

/// A name that is not known, what it may have been, and all that would do.
fn unknown(found: &str, expected: &[&str], what: &str) -> String {
    let meant = match nearest(found, expected.iter().copied()) {
        Some(name) => format!(" (did you mean `{name}`?)"),
        None => String::new(),
    };
    let found = short(found);
    if expected.is_empty() {
        return format!("there is no {what} `{found}`, expected none here");
    }
    let list: Vec<String> = expected.iter().map(|name| format!("`{name}`")).collect();
    format!("there is no {what} `{found}`{meant}, expected one of {}", list.join(", "))
}

/// A message of our own types; what it quotes from the file may be long.
fn shortened(message: &str) -> String {
    if message.chars().count() <= LONGEST_MESSAGE && !message.contains(char::is_control) {
        return message.to_owned();
    }
    // Our types put what they expected last.
    let expected = message.rfind("expected ").map_or("", |start| &message[start..]);
    format!("`{}` has the wrong form: {}", short(message.trim_start_matches('`')), short(expected))
}
