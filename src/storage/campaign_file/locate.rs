//! Finds the place of a value in a RON text by walking over its tokens, without recursion.

use super::error::TextPosition;
use super::tokens::{Token, TokenKind, Tokens};

/// A step of the path from the document to a value.
#[derive(Clone, Copy, Debug)]
pub(in crate::storage) enum PathStep<'a> {
    /// The value of the field with this name.
    Field(&'a str),
    /// The element of a list at this index, from 0.
    Index(usize),
}

/// The line and column of a byte; columns count characters, both count from 1.
pub(super) fn place_of(text: &str, byte: usize) -> TextPosition {
    let mut end = byte.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = 1 + memchr::memchr_iter(b'\n', before.as_bytes()).count();
    TextPosition { line, column: 1 + before[line_start..].chars().count() }
}

/// The byte of a place, the inverse of [`place_of`].
pub(super) fn byte_of(text: &str, place: TextPosition) -> usize {
    let line_start = match place.line {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text.as_bytes()).nth(line - 2).map_or(text.len(), |newline| newline + 1),
    };
    let line = &text[line_start..];
    line_start + line.char_indices().nth(place.column.saturating_sub(1)).map_or(line.len(), |(byte, _)| byte)
}

/// The span of the first token of the value at a path; `None` if there is no such value.
pub(in crate::storage) fn locate(text: &str, path: &[PathStep]) -> Option<(usize, usize)> {
    let mut walk = TokenWalk { tokens: Tokens::from(text, 0), peeked: None };
    walk.skip_attributes();
    for step in path {
        walk.enter(text)?;
        match step {
            PathStep::Index(index) => {
                for _ in 0..*index {
                    walk.skip_value()?;
                }
            }
            PathStep::Field(name) => {
                while walk.field_name(text)? != *name {
                    walk.skip_value()?;
                }
            }
        }
    }
    let value = walk.next().filter(|token| token.kind != TokenKind::Close)?;
    Some((value.start, value.end))
}

/// The byte of the innermost bracket that is open at a byte.
pub(super) fn open_bracket(text: &str, byte: usize) -> Option<usize> {
    let mut brackets = Brackets::default();
    for token in Tokens::from(text, 0).take_while(|token| token.start < byte) {
        brackets.pass(token);
    }
    brackets.open.pop()
}

/// Most open brackets that are remembered. RON's own limit is much lower.
const DEEPEST: usize = 1_000;

/// The open brackets, outermost first.
#[derive(Default)]
pub(super) struct Brackets {
    open: Vec<usize>,
    deeper: usize,
}

impl Brackets {
    /// Passes a token. For a closing bracket, returns the byte of the bracket that it closes.
    pub fn pass(&mut self, token: Token) -> Option<usize> {
        match token.kind {
            TokenKind::Open if self.open.len() == DEEPEST => self.deeper += 1,
            TokenKind::Open => self.open.push(token.start),
            TokenKind::Close if self.deeper > 0 => self.deeper -= 1,
            TokenKind::Close => return self.open.pop(),
            _ => {}
        }
        None
    }
}

/// The byte after the last token that isn't a comment.
pub(super) fn content_end(text: &str) -> usize {
    Tokens::from(text, 0).filter(|token| token.kind != TokenKind::Comment).last().map_or(0, |token| token.end)
}

/// Whether the text has only blanks and comments.
pub(super) fn is_blank(text: &str) -> bool {
    Tokens::from(text, 0).all(|token| token.kind == TokenKind::Comment)
}

/// A walk over the tokens, comments skipped.
struct TokenWalk<'a> {
    tokens: Tokens<'a>,
    peeked: Option<Token>,
}

impl TokenWalk<'_> {
    fn next(&mut self) -> Option<Token> {
        self.peeked.take().or_else(|| self.tokens.find(|token| token.kind != TokenKind::Comment))
    }

    fn peek(&mut self) -> Option<Token> {
        self.peeked = self.next();
        self.peeked
    }

    /// Skips `#![enable(..)]`.
    fn skip_attributes(&mut self) {
        while self.peek().is_some_and(|token| token.kind == TokenKind::Other) {
            while self.peek().is_some_and(|token| token.kind == TokenKind::Other) {
                self.next();
            }
            self.skip_brackets();
        }
    }

    /// Skips a pair of brackets with its contents, if one begins here.
    fn skip_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek() {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth > 0 => depth -= 1,
                _ if depth == 0 => return,
                _ => {}
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// Enters the value that begins here: skips its name, if it has one, and its opening bracket.
    fn enter(&mut self, text: &str) -> Option<()> {
        let mut token = self.next()?;
        while token.kind == TokenKind::Word {
            let is_some = &text[token.start..token.end] == "Some";
            token = self.next()?;
            if is_some && token.kind == TokenKind::Open {
                // The value is inside `Some(..)`.
                token = self.next()?;
            }
        }
        (token.kind == TokenKind::Open).then_some(())
    }

    /// Skips a name and its colon.
    fn field_name<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let name = self.next().filter(|token| token.kind == TokenKind::Word)?;
        self.next().filter(|token| token.kind == TokenKind::Colon)?;
        let name = &text[name.start..name.end];
        Some(name.strip_prefix("r#").unwrap_or(name))
    }

    /// Skips the value that begins here and the comma after it; `None` at the end of the list.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.next()?.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth = depth.checked_sub(1)?,
                TokenKind::Comma if depth == 0 => return Some(()),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "#![enable(implicit_some)]\n// ( \nCampaign(\n  name: \"a: ( [\", /* , */\n  lists: [\n    (id: 1, r#kind: A(b: [1, 2])),\n    P(kind: [], id: 27),\n  ],\n)";

    fn find(path: &[PathStep]) -> Option<(TextPosition, &'static str)> {
        locate(TEXT, path).map(|(start, end)| (place_of(TEXT, start), &TEXT[start..end]))
    }

    #[test]
    fn values_are_found_by_their_path() {
        use PathStep::{Field, Index};
        assert_eq!(find(&[Field("name")]), Some((TextPosition { line: 4, column: 9 }, "\"a: ( [\"")));
        let second = [Field("lists"), Index(1), Field("id")];
        assert_eq!(find(&second), Some((TextPosition { line: 7, column: 21 }, "27")));
        let deep = [Field("lists"), Index(0), Field("kind"), Field("b"), Index(1)];
        assert_eq!(find(&deep), Some((TextPosition { line: 6, column: 30 }, "2")));
        let wrapped = "(a: Some([Some((id: 7))]))";
        assert_eq!(locate(wrapped, &[Field("a"), Index(0), Field("id")]), Some((20, 21)));
        assert_eq!(find(&[Field("lists"), Index(2)]), None);
        assert_eq!(find(&[Field("other")]), None);
        assert_eq!(find(&[Field("name"), Index(0)]), None);
    }

    #[test]
    fn places_and_bytes_are_inverse() {
        let text = "aü\r\n\n\"x\"\u{1F600}b";
        for (byte, _) in text.char_indices() {
            assert_eq!(byte_of(text, place_of(text, byte)), byte);
        }
        assert_eq!(place_of(text, 9999), TextPosition { line: 3, column: 6 });
    }

    #[test]
    fn the_open_bracket_is_one_not_closed() {
        assert_eq!(open_bracket("(a: [1, 2], b: {\")\"", 99), Some(15));
        assert_eq!(open_bracket("(a: [1, 2], b: {\")\"}", 99), Some(0));
        assert_eq!(open_bracket("(a: [1, 2]))", 99), None);
        let deep = format!("{}{}", "(".repeat(5_000), ")".repeat(4_999));
        assert_eq!(open_bracket(&deep, deep.len()), Some(0));
    }
}
