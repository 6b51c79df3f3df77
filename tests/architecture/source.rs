//! Reads a source file: its room, its module and its tokens, and which of them are in test modules.
//!
//! `proc-macro2` splits the text into tokens, so comments are ignored, and strings don't count as code.

use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub struct Source {
    /// The path from the package's folder, with `/`: `src/calendar/day.rs`.
    pub file: String,
    pub text: String,
    pub tokens: Vec<Token>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// A single sign, or `::`.
    Sign,
    /// A string, character or number, as it is in the source.
    Literal,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
    /// Whether it is in a `#[cfg(test)]` module.
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

/// The number of tokens in a bracketed group, from its opening bracket to its closing one.
pub fn group_length(tokens: &[Token]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Sign) {
        depth +=
            i32::from(matches!(&*token.text, "(" | "[" | "{")) - i32::from(matches!(&*token.text, ")" | "]" | "}"));
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// The number of tokens in an attribute, from its `#`; 0 if there is no attribute.
pub fn attribute_length(tokens: &[Token]) -> usize {
    if begins(tokens, &["#", "["]) { 1 + group_length(&tokens[1..]) } else { 0 }
}

/// Splits a text into tokens. Serde's attributes name functions in strings (`with = "crate::storage::…"`), so these
/// strings are also split.
pub fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let stream = text.parse().unwrap_or_else(|error| panic!("this is no Rust: {error}: {text}"));
    flatten(stream, false, &mut tokens);
    tokens
}

fn flatten(stream: TokenStream, in_serde: bool, tokens: &mut Vec<Token>) {
    let push = |tokens: &mut Vec<Token>, kind, text: String, line| {
        tokens.push(Token { kind, text, line, in_tests: false });
    };
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Ident(word) => {
                // A lifetime isn't a word.
                if tokens.last().is_some_and(|last| last.text == "'") {
                    tokens.pop();
                } else {
                    push(tokens, Kind::Word, word.to_string().trim_start_matches("r#").to_owned(), line);
                }
            }
            TokenTree::Punct(sign) if sign.as_char() == ':' && tokens.last().is_some_and(|last| last.text == ":+") => {
                tokens.last_mut().expect("a colon").text = "::".to_owned();
            }
            TokenTree::Punct(sign) => {
                let joins = sign.as_char() == ':' && sign.spacing() == proc_macro2::Spacing::Joint;
                push(tokens, Kind::Sign, if joins { ":+".to_owned() } else { sign.to_string() }, line);
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).filter(|_| in_serde) {
                    Some(code) => tokens.extend(lex(code).into_iter().map(|token| Token { line, ..token })),
                    None => push(tokens, Kind::Literal, text, line),
                }
            }
            TokenTree::Group(group) => {
                let is_attribute = tokens.last().is_some_and(|last| last.text == "#" || last.text == "!");
                let first = group.stream().into_iter().next().map(|first| first.to_string()).unwrap_or_default();
                if is_attribute && first == "doc" && group.delimiter() == Delimiter::Bracket {
                    tokens.pop();
                    continue;
                }
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(tokens, Kind::Sign, open.to_owned(), line);
                flatten(group.stream(), in_serde || is_attribute && first == "serde", tokens);
                push(tokens, Kind::Sign, close.to_owned(), group.span_close().start().line);
            }
        }
    }
}

/// All source files of a `src` folder.
pub fn read_tree(src: &Path) -> Vec<Source> {
    let mut texts = Vec::new();
    read_folder(src, "src", &mut texts);
    texts.sort();
    sources(texts)
}

fn read_folder(folder: &Path, name: &str, texts: &mut Vec<(String, String)>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("can't read {}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry of a folder that was just read").path();
        let file = format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read_folder(&path, &file, texts);
        } else if file.ends_with(".rs") {
            texts.push((file, crate::read(&path)));
        }
    }
}

/// Makes sources from pairs of file path and text.
pub fn sources(texts: impl IntoIterator<Item = (String, String)>) -> Vec<Source> {
    let mut test_modules = Vec::new();
    let mut sources = Vec::new();
    for (file, text) in texts {
        let mut tokens = lex(&text);
        let stem = file.trim_end_matches(".rs");
        let folder = stem.strip_suffix("/mod").or(stem.strip_suffix("/lib")).unwrap_or(stem).to_owned();
        test_modules.extend(mark_tests(&mut tokens).into_iter().map(|child| format!("{folder}/{child}")));
        sources.push(Source { file, text, tokens });
    }
    for source in &mut sources {
        let stem = source.file.trim_end_matches(".rs");
        if test_modules.iter().any(|module| stem == module || stem.starts_with(&format!("{module}/"))) {
            source.tokens.iter_mut().for_each(|token| token.in_tests = true);
        }
    }
    sources
}

/// Marks the tokens in `#[cfg(test)]` modules. Returns the names of such modules that are in their own files.
fn mark_tests(tokens: &mut [Token]) -> Vec<String> {
    let mut in_files = Vec::new();
    for start in 0..tokens.len() {
        let asks = [&["#", "[", "cfg", "(", "test", ")"][..], &["#", "[", "cfg", "(", "all", "(", "test"][..]];
        if !asks.iter().any(|ask| begins(&tokens[start..], ask)) {
            continue;
        }
        let mut at = start;
        while attribute_length(&tokens[at..]) > 0 {
            at += attribute_length(&tokens[at..]);
        }
        if begins(&tokens[at..], &["pub"]) {
            at += 1;
            at += if begins(&tokens[at..], &["("]) { group_length(&tokens[at..]) } else { 0 };
        }
        if !begins(&tokens[at..], &["mod"]) || tokens.len() < at + 3 {
            continue;
        }
        if tokens[at + 2].is(";") {
            in_files.push(tokens[at + 1].text.clone());
        } else {
            let end = at + 2 + group_length(&tokens[at + 2..]);
            tokens[start..end].iter_mut().for_each(|token| token.in_tests = true);
        }
    }
    in_files
}

impl Source {
    /// The room that the file is in; its own name if it is directly in `src`.
    pub fn room(&self) -> &str {
        self.parts().next().unwrap_or_default()
    }

    /// Whether the file is directly in `src`.
    pub fn is_beside_rooms(&self) -> bool {
        self.parts().count() == 1
    }

    /// The file's module: `["calendar", "day"]`.
    pub fn module(&self) -> Vec<String> {
        let mut module: Vec<String> = self.parts().map(|part| part.trim_end_matches(".rs").to_owned()).collect();
        if module.last().is_some_and(|last| last == "mod") || matches!(self.room(), "lib.rs" | "main.rs") {
            module.pop();
        }
        module
    }

    fn parts(&self) -> impl Iterator<Item = &str> {
        self.file.split('/').skip(1)
    }
}

/// Sources for tests of the checks.
#[cfg(test)]
pub fn planted(file: &str, text: &str) -> Vec<Source> {
    tree(&[(file, text)])
}

/// The same for several files.
#[cfg(test)]
pub fn tree(files: &[(&str, &str)]) -> Vec<Source> {
    sources(files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tested(source: &Source) -> Vec<&str> {
        source.tokens.iter().filter(|token| token.in_tests && token.is_word()).map(|token| &*token.text).collect()
    }

    #[test]
    fn comments_lifetimes_and_docs_are_left_out_and_serde_names_code() {
        let text = "/// a::b\n#[serde(with = \"crate::c\")] #[error(\"d::e\")] fn f<'g>() { r#type } // h";
        let words: Vec<String> = lex(text).into_iter().map(|token| token.text).collect();
        assert_eq!(words.join(" "), "# [ serde ( with = crate :: c ) ] # [ error ( \"d::e\" ) ] fn f < > ( ) { type }");
    }

    #[test]
    fn test_modules_are_marked_and_end_with_their_brace() {
        let text = "fn x() {}\n#[cfg(test)]\n#[allow(a)]\nmod tests { fn y() { z } }\nfn w() {}";
        assert_eq!(
            tested(&planted("src/a/b.rs", text)[0]),
            ["cfg", "test", "allow", "a", "mod", "tests", "fn", "y", "z"]
        );
        let other = "#[cfg(not(test))] mod a { x } #[cfg(any(test, b))] mod c { y } #[cfg(test)] fn d() { z }";
        assert_eq!(tested(&planted("src/a/b.rs", other)[0]), [""; 0]);
    }

    #[test]
    fn test_modules_in_files_of_their_own_are_marked() {
        let files = [
            ("src/a/b.rs", "#[cfg(test)] mod tests;"),
            ("src/a/b/tests.rs", "x"),
            ("src/a/b/tests/more.rs", "y"),
            ("src/a/tests.rs", "z"),
        ];
        assert_eq!(tree(&files).iter().map(tested).collect::<Vec<_>>(), [vec![], vec!["x"], vec!["y"], vec![]]);
    }
}
