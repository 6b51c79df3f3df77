//! Splits RON text into tokens: enough to tell brackets, names and commas from strings and comments.
//!
//! It never fails, and reads each byte once. Unknown characters are tokens too, and an unclosed string or comment runs
//! to the end.

/// A token of RON text, by its first byte and the byte after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    pub start: usize,
    pub end: usize,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    Comma,
    Colon,
    /// A name, keyword or number.
    Word,
    /// A string, raw string or character with its quotes.
    Text,
    Comment,
    /// Anything else: `#`, `!`, a stray character.
    Other,
}

/// The tokens of a text, without blanks.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens from a byte on, which must not be inside a string or comment.
    pub fn from(text: &'a str, at: usize) -> Self {
        Self { bytes: text.as_bytes(), at }
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The byte after a token that ends with `quote`. A backslash skips the next character.
    fn quoted(&self, mut at: usize, quote: u8) -> usize {
        while at < self.bytes.len() {
            match self.bytes[at] {
                b'\\' => at += 2,
                byte if byte == quote => return at + 1,
                _ => at += 1,
            }
        }
        self.bytes.len()
    }

    /// The byte after a raw string whose `r` is before `at`; `None` if it isn't a raw string.
    fn raw(&self, at: usize) -> Option<usize> {
        let hashes = self.bytes[at..].iter().take_while(|&&byte| byte == b'#').count();
        if self.byte(at + hashes) != b'"' {
            return None;
        }
        let mut at = at + hashes + 1;
        while at < self.bytes.len() {
            let closing = self.bytes[at..].iter().position(|&byte| byte == b'"')?;
            at += closing + 1;
            let found = self.bytes[at..].iter().take(hashes).take_while(|&&byte| byte == b'#').count();
            if found == hashes {
                return Some(at + hashes);
            }
            at += found;
        }
        Some(self.bytes.len())
    }

    fn comment(&self, start: usize) -> usize {
        if self.byte(start + 1) == b'/' {
            let line = self.bytes[start..].iter().position(|&byte| byte == b'\n');
            return line.map_or(self.bytes.len(), |length| start + length);
        }
        let (mut at, mut depth) = (start + 2, 1_usize);
        while at < self.bytes.len() {
            match (self.bytes[at], self.byte(at + 1)) {
                (b'/', b'*') => (at, depth) = (at + 2, depth + 1),
                (b'*', b'/') => (at, depth) = (at + 2, depth - 1),
                _ => at += 1,
            }
            if depth == 0 {
                return at;
            }
        }
        self.bytes.len()
    }

    fn word(&self, start: usize) -> (TokenKind, usize) {
        let length = self.bytes[start..].iter().take_while(|&&byte| is_word(byte)).count();
        let end = start + length;
        if matches!(&self.bytes[start..end], b"r" | b"br") {
            if let Some(end) = self.raw(end) {
                return (TokenKind::Text, end);
            }
            // A raw name, `r#name`.
            if self.byte(end) == b'#' && is_word(self.byte(end + 1)) {
                let length = self.bytes[end + 1..].iter().take_while(|&&byte| is_word(byte)).count();
                return (TokenKind::Word, end + 1 + length);
            }
        }
        (TokenKind::Word, end)
    }
}

/// Whether a byte can be part of a name or number. Every byte above ASCII can.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-') || byte >= 0x80
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        while self.byte(self.at).is_ascii_whitespace() {
            self.at += 1;
        }
        let start = self.at;
        let (kind, end) = match *self.bytes.get(start)? {
            b'(' | b'[' | b'{' => (TokenKind::Open, start + 1),
            b')' | b']' | b'}' => (TokenKind::Close, start + 1),
            b',' => (TokenKind::Comma, start + 1),
            b':' => (TokenKind::Colon, start + 1),
            quote @ (b'"' | b'\'') => (TokenKind::Text, self.quoted(start + 1, quote)),
            b'/' if matches!(self.byte(start + 1), b'/' | b'*') => (TokenKind::Comment, self.comment(start)),
            byte if is_word(byte) => self.word(start),
            _ => (TokenKind::Other, start + 1),
        };
        self.at = end.min(self.bytes.len());
        Some(Token { kind, start, end: self.at })
    }
}

/// Whether the text has comments, which are lost when it is written again.
pub(super) fn has_comments(text: &str) -> bool {
    // Most files have none, and searching for a slash is faster than reading tokens.
    let slash = memchr::memmem::find(text.as_bytes(), b"//").is_some();
    let star = memchr::memmem::find(text.as_bytes(), b"/*").is_some();
    (slash || star) && Tokens::from(text, 0).any(|token| token.kind == TokenKind::Comment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(TokenKind, &str)> {
        Tokens::from(text, 0).map(|token| (token.kind, &text[token.start..token.end])).collect()
    }

    #[test]
    fn texts_hide_brackets_and_comments() {
        use TokenKind::*;
        let text = r###"(a: "x\")", b: r#"]"// "#, c: '"', r#d: /* ( /* [ */ } */ -1.5) // end"###;
        let expected = vec![
            (Open, "("),
            (Word, "a"),
            (Colon, ":"),
            (Text, r#""x\")""#),
            (Comma, ","),
            (Word, "b"),
            (Colon, ":"),
            (Text, r##"r#"]"// "#"##),
            (Comma, ","),
            (Word, "c"),
            (Colon, ":"),
            (Text, "'\"'"),
            (Comma, ","),
            (Word, "r#d"),
            (Colon, ":"),
            (Comment, "/* ( /* [ */ } */"),
            (Word, "-1.5"),
            (Close, ")"),
            (Comment, "// end"),
        ];
        assert_eq!(kinds(text), expected);
    }

    #[test]
    fn what_is_unclosed_runs_to_the_end() {
        for text in ["\"abc", "\"abc\\", "r#\"abc\"", "/* a /* b */", "'", "r#", "br##\"", "// a", "\u{85}ü"] {
            let tokens: Vec<Token> = Tokens::from(text, 0).collect();
            assert_eq!(tokens.last().map(|token| token.end), Some(text.len()), "{text}");
        }
    }

    #[test]
    fn comments_are_told_from_addresses() {
        assert!(!has_comments(r#"(url: "https://example.com/*")"#));
        assert!(has_comments("(a: 1) // why"));
        assert!(has_comments("/* why */ (a: 1)"));
    }
}
