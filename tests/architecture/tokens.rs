//! Tokens, and how far a group or attribute of them goes.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Sign,
    /// A string, character or number.
    Literal,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    /// The word or sign, or the content of the string.
    pub text: String,
    pub line: usize,
    /// Whether it stands in a `#[cfg(test)]` module.
    pub in_tests: bool,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Literal && self.text == text
    }

    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Whether tokens begin with these words and signs.
pub fn begins(tokens: &[Token], with: &[&str]) -> bool {
    tokens.len() >= with.len() && tokens.iter().zip(with).all(|(token, text)| token.is(text))
}

/// How many tokens an attribute takes, from its `#`; none if there is no attribute.
pub fn attribute_length(tokens: &[Token]) -> usize {
    if !begins(tokens, &["#", "["]) {
        return 0;
    }
    1 + group_length(&tokens[1..])
}

/// How many tokens a bracketed group takes, from its opening bracket to its closing one.
pub fn group_length(tokens: &[Token]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}
