//! Explains errors of the RON parser in words for the person who typed the file, at the token that is wrong.

use ron::error::{Error, SpannedError};

use super::error::TextPosition;
use super::locate::{Brackets, byte_of, content_end, open_bracket, place_of};
use super::nearest::{nearest, short};
use super::tokens::{Token, TokenKind, Tokens};

/// The units of a field timer's offset.
const OFFSET_UNITS: [&str; 3] = ["Days", "Weeks", "Months"];
/// What is possible instead of hours or minutes before a field's date.
const OFFSET_IS_IN_DAYS: &str = ". A field timer counts whole days from its field. For a time on that day, use \
                                 `offset: On, time: At(\"17:00\")`";
/// Longest message of our own types that is shown in full.
const LONGEST_MESSAGE: usize = 200;

/// The place of a parser error, and its explanation.
pub(super) fn explain(text: &str, error: &SpannedError) -> (TextPosition, String) {
    let parsed = &error.span.end;
    let cursor = byte_of(text, TextPosition { line: parsed.line, column: parsed.col });
    let (byte, problem) = Site { text, cursor }.explain(&error.code);
    (place_of(text, byte), problem)
}

/// A text, and where the parser stopped in it.
struct Site<'a> {
    text: &'a str,
    cursor: usize,
}

impl Site<'_> {
    fn explain(&self, error: &Error) -> (usize, String) {
        match error {
            Error::Message(message) => (self.value_before(), shortened(message)),
            Error::NoSuchEnumVariant { expected, found, .. } => {
                let possible = if **expected == OFFSET_UNITS { OFFSET_IS_IN_DAYS } else { "" };
                (self.value_before(), unknown(found, expected, "choice") + possible)
            }
            Error::NoSuchStructField { expected, found, .. } => {
                (self.value_before(), unknown(found, expected, "field"))
            }
            Error::DuplicateStructField { field, .. } => {
                (self.value_before(), format!("the field `{field}` is here twice. Remove one of them"))
            }
            Error::MissingStructField { field, .. } => (
                self.opening(),
                format!("the field `{field}` is missing, expected `{field}: ..` within these brackets"),
            ),
            Error::IntegerOutOfBounds => {
                let byte = self.value_before();
                let found = self.found(byte);
                let expected = if found.starts_with("`-") { "that is not negative" } else { "that is smaller" };
                (byte, format!("{found} is out of range, expected a whole number {expected}"))
            }
            Error::InvalidIntegerDigit { .. } => {
                let byte = self.value_before();
                (byte, format!("expected a whole number, found {}", self.found(byte)))
            }
            Error::InvalidValueForType { expected, found } => {
                (self.value_before(), format!("expected {}, found {}", short(expected), short(found)))
            }
            Error::ExpectedDifferentLength { expected, found } => {
                let expected = match expected.strip_prefix("a tuple of size ") {
                    Some(count) => format!("{count} values"),
                    None => short(expected),
                };
                (self.opening(), format!("expected {expected} within these brackets, found {found}"))
            }
            Error::ExpectedDifferentStructName { .. } => {
                let byte = self.value_before();
                (byte, format!("expected {}, found {}", expectation(error), self.found(byte)))
            }
            // The parser has read the digits before the point, and is inside the number.
            Error::ExpectedComma if self.within_number() => {
                let byte = self.value_before();
                (byte, format!("expected a whole number, found {}", self.found(byte)))
            }
            Error::InvalidEscape(_) => {
                let problem =
                    r#"this backslash means nothing, expected `\\`, `\"`, `\n`, `\t`, `\r` or `\u{..}` in a text"#;
                (self.backslash_before(), problem.to_owned())
            }
            Error::ExpectedStringEnd => {
                (self.unclosed(), "this text is never closed, expected a `\"` at its end".to_owned())
            }
            Error::UnclosedBlockComment => {
                (self.unclosed(), "this comment is never closed, expected `*/` at its end".to_owned())
            }
            Error::ExceededRecursionLimit => {
                (self.cursor, "brackets are nested too deeply. A campaign has only a few levels".to_owned())
            }
            Error::SuggestRawIdentifier(name) => {
                (self.cursor, format!("expected a name of letters, digits and `_`, found `{}`", short(name)))
            }
            Error::NoSuchExtension(name) => {
                (self.value_before(), format!("there is no extension `{}`, expected `implicit_some`", short(name)))
            }
            other => self.unexpected(expectation(other)),
        }
    }

    /// The explanation when the parser found something unexpected.
    fn unexpected(&self, expected: String) -> (usize, String) {
        let Some(next) = Tokens::first_behind(self.text, self.cursor) else {
            let unclosed = open_bracket(self.text, self.text.len()).map(|opening| self.unclosed_bracket(opening));
            let unclosed = unclosed.unwrap_or_default();
            return (content_end(self.text), format!("the file ends here, expected {expected}{unclosed}"));
        };
        let unclosed = match open_bracket(self.text, next.start) {
            Some(opening) if self.belongs_outside(next, opening) => self.unclosed_bracket(opening),
            _ => String::new(),
        };
        (next.start, format!("expected {expected}, found {}{unclosed}", self.found(next.start)))
    }

    /// Whether a token can't occur inside a bracket: a closing bracket of another kind, or a field in a list.
    fn belongs_outside(&self, token: Token, opening: usize) -> bool {
        let bytes = self.text.as_bytes();
        match (bytes[opening], bytes[token.start]) {
            (b'(', closing) if token.kind == TokenKind::Close => closing != b')',
            (b'[', closing) if token.kind == TokenKind::Close => closing != b']',
            (b'{', closing) if token.kind == TokenKind::Close => closing != b'}',
            (b'[', _) if token.kind == TokenKind::Word => {
                Tokens::first_behind(self.text, token.end).is_some_and(|next| next.kind == TokenKind::Colon)
            }
            _ => false,
        }
    }

    fn unclosed_bracket(&self, opening: usize) -> String {
        let bracket = self.text[opening..].chars().next().unwrap_or('(');
        format!(" (the `{bracket}` of {} is not closed)", place_of(self.text, opening))
    }

    /// The start of the value, name or bracketed group that ends where the parser stopped.
    fn value_before(&self) -> usize {
        let mut brackets = Brackets::default();
        let mut last = 0;
        for token in Tokens::from(self.text, 0).take_while(|token| token.start < self.cursor) {
            let opening = brackets.pass(token);
            if token.kind != TokenKind::Comment {
                last = opening.unwrap_or(token.start);
            }
        }
        last
    }

    /// The backslash of the escape in which the parser stopped.
    fn backslash_before(&self) -> usize {
        self.text[..self.cursor].rfind('\\').unwrap_or(self.cursor)
    }

    /// The innermost open bracket where the parser stopped.
    fn opening(&self) -> usize {
        open_bracket(self.text, self.cursor).unwrap_or(self.cursor)
    }

    fn within_number(&self) -> bool {
        let byte = self.value_before();
        let token = Tokens::from(self.text, byte).next();
        let number = token.filter(|token| token.end > self.cursor && token.kind == TokenKind::Word);
        number.is_some_and(|token| self.text[token.start..].starts_with(|c: char| "+-.0123456789".contains(c)))
    }

    /// The text or comment that runs to the end of the file.
    fn unclosed(&self) -> usize {
        Tokens::from(self.text, 0).last().map_or(self.cursor, |token| token.start)
    }

    /// The token at a byte, in quotes.
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
    /// The first token at or after a byte that isn't a comment. If the byte is inside a token, that token.
    fn first_behind(text: &'a str, byte: usize) -> Option<Token> {
        Tokens::from(text, 0).find(|token| token.end > byte && token.kind != TokenKind::Comment)
    }
}

/// What the parser expected.
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
        Error::ExpectedDifferentStructName { expected: "Campaign", .. }
        | Error::ExpectedNamedStructLike("Campaign") => "`Campaign(`",
        Error::ExpectedDifferentStructName { .. } | Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => {
            "`(`"
        }
        Error::ExpectedString => "a text in quotes, `\"..\"`",
        Error::ExpectedIdentifier => "a name",
        Error::TrailingCharacters => "the end of the file",
        Error::Eof => "a value or a closing bracket",
        Error::UnexpectedChar(_) => "a value",
        other => return short(&other.to_string()),
    };
    expected.to_owned()
}

/// The explanation for an unknown name: what was probably meant, and all known names.
fn unknown(found: &str, expected: &[&str], what: &str) -> String {
    let meant = match nearest(found, expected.iter().copied()) {
        Some(name) => format!(" (did you mean `{name}`?)"),
        None => String::new(),
    };
    let found = short(found);
    if expected.is_empty() {
        return format!("there is no {what} `{found}`, and none is expected here");
    }
    if let [only] = expected {
        return format!("there is no {what} `{found}`, expected `{only}`");
    }
    let list: Vec<String> = expected.iter().map(|name| format!("`{name}`")).collect();
    format!("there is no {what} `{found}`{meant}, expected one of {}", list.join(", "))
}

/// A message of our own types, with long quotes shortened.
fn shortened(message: &str) -> String {
    if message.chars().count() <= LONGEST_MESSAGE && !message.contains(char::is_control) {
        return message.to_owned();
    }
    // Messages of our own types end with what they expected.
    let expected = message.rfind("expected ").map_or("", |start| &message[start..]);
    format!("`{}` has the wrong form: {}", short(message.trim_start_matches('`')), short(expected))
}
