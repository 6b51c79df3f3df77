//! Rust text cut into tokens: words, signs and `::`; comments are left out, texts keep their content
//! apart, so that nothing that is only said is taken for code.

use crate::tokens::{Kind, Token, attribute_length, begins};

/// The tokens of a source.
pub fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: text.chars().collect(), at: 0, line: 1, tokens: Vec::new() };
    while let Some(c) = lexer.peek(0) {
        lexer.token(c);
    }
    open_serde_texts(lexer.tokens)
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

fn begins_word(c: char) -> bool {
    c == '_' || c.is_alphabetic()
}

fn continues_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.take();
        }
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.tokens.push(Token { kind, text, line, in_tests: false });
    }

    fn token(&mut self, c: char) {
        let line = self.line;
        match (c, self.peek(1)) {
            ('/', Some('/')) => {
                while self.peek(0).is_some_and(|c| c != '\n') {
                    self.take();
                }
            }
            ('/', Some('*')) => self.block_comment(),
            ('"', _) => self.text(),
            ('\'', _) => self.character_or_lifetime(),
            (':', Some(':')) => {
                self.skip(2);
                self.push(Kind::Sign, "::".to_owned(), line);
            }
            _ if begins_word(c) => self.word(),
            _ if c.is_ascii_digit() => {
                let digits = self.run_of(continues_word);
                self.push(Kind::Literal, digits, line);
            }
            _ => {
                self.take();
                if !c.is_whitespace() {
                    self.push(Kind::Sign, c.to_string(), line);
                }
            }
        }
    }

    fn run_of(&mut self, belongs: fn(char) -> bool) -> String {
        let mut run = String::new();
        while let Some(c) = self.peek(0).filter(|c| belongs(*c)) {
            run.push(c);
            self.take();
        }
        run
    }

    /// Block comments nest.
    fn block_comment(&mut self) {
        let mut depth = 0;
        while let Some(c) = self.peek(0) {
            match (c, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.take();
                    continue;
                }
            }
            self.skip(2);
            if depth == 0 {
                return;
            }
        }
    }

    /// A string with escapes, from its opening quote.
    fn text(&mut self) {
        let line = self.line;
        let mut content = String::new();
        self.take();
        while let Some(c) = self.take() {
            match c {
                '"' => break,
                '\\' => self.skip(1),
                _ => content.push(c),
            }
        }
        self.push(Kind::Literal, content, line);
    }

    /// A raw string, from the first `#` or quote.
    fn raw_text(&mut self) {
        let line = self.line;
        let hashes = self.run_of(|c| c == '#').len();
        let mut content = String::new();
        self.take();
        while let Some(c) = self.take() {
            if c == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.skip(hashes);
                break;
            }
            content.push(c);
        }
        self.push(Kind::Literal, content, line);
    }

    fn character_or_lifetime(&mut self) {
        let line = self.line;
        match (self.peek(1), self.peek(2)) {
            (Some('\\'), _) => {
                self.skip(3);
                while self.take().is_some_and(|c| c != '\'') {}
                self.push(Kind::Literal, String::new(), line);
            }
            (Some(_), Some('\'')) => {
                self.skip(3);
                self.push(Kind::Literal, String::new(), line);
            }
            _ => {
                self.take();
                self.run_of(continues_word);
            }
        }
    }

    /// A word, or the prefix of a string or raw word.
    fn word(&mut self) {
        let line = self.line;
        let word = self.run_of(continues_word);
        let hashes = (0..).take_while(|ahead| self.peek(*ahead) == Some('#')).count();
        match (word.as_str(), self.peek(0), self.peek(hashes)) {
            ("r" | "br" | "cr", _, Some('"')) => self.raw_text(),
            ("b" | "c", Some('"'), _) => self.text(),
            ("b", Some('\''), _) => self.character_or_lifetime(),
            ("r", Some('#'), Some(c)) if begins_word(c) => {
                self.take();
                self.word();
            }
            _ => self.push(Kind::Word, word, line),
        }
    }
}

/// Serde's attributes name functions in texts (`with = "crate::storage::…"`): these are code.
fn open_serde_texts(tokens: Vec<Token>) -> Vec<Token> {
    let mut opened = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let end = if begins(&tokens[at..], &["#", "[", "serde"]) { at + attribute_length(&tokens[at..]) } else { at };
        for token in &tokens[at..end] {
            match token.kind {
                Kind::Literal => opened.extend(lex(&token.text).into_iter().map(|t| Token { line: token.line, ..t })),
                _ => opened.push(token.clone()),
            }
        }
        if end == at {
            opened.push(tokens[at].clone());
        }
        at = end.max(at + 1);
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        let words: Vec<String> =
            lex(text).into_iter().map(|t| if t.kind == Kind::Literal { "_".to_owned() } else { t.text }).collect();
        words.join(" ")
    }

    #[test]
    fn comments_are_left_out() {
        assert_eq!(code("a // std::fs\n/* std::fs /* nested */ std::fs */ b /// std::fs"), "a b");
    }

    #[test]
    fn texts_and_characters_hide_their_content() {
        assert_eq!(code(r##"("a\"b", b"c", r"d\", r#"e"f"#, br#"g"#, c"h", '"', '\'', '\\', b'\'', '\u{1f}', i)"##), {
            "( _ , _ , _ , _ , _ , _ , _ , _ , _ , _ , _ , i )"
        });
    }

    #[test]
    fn lifetimes_open_no_character() {
        assert_eq!(code("fn f<'a, 'b>(x: &'a str) -> &'static str"), "fn f < , > ( x : & str ) - > & str");
    }

    #[test]
    fn raw_words_numbers_and_ranges_are_read() {
        assert_eq!(code("r#type r 1..2_u8 0xff a::b"), "type r _ . . _ _ a :: b");
    }

    #[test]
    fn lines_are_counted_through_comments_and_texts() {
        let tokens = lex("/* \n */ \"\n\\\n\" r\"\n\" x");
        assert_eq!(tokens.last().map(|token| token.line), Some(5));
    }

    #[test]
    fn serde_attributes_name_code_in_texts() {
        assert_eq!(code("#[serde(with = \"crate::b\", default)] #[doc = \"crate::c\"] x"), {
            "# [ serde ( with = crate :: b , default ) ] # [ doc = _ ] x"
        });
    }
}
