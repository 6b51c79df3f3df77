//! A type name has one meaning: no two modules of `src` define the same one.
//!
//! Types inside a function and associated types don't count, nor do those of tests.

use std::collections::BTreeMap;

use crate::Breach;
use crate::source::{Source, Token, group_length};

pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut first: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut breaches = Vec::new();
    for source in sources {
        for name in defined(&source.tokens) {
            match first.get(name.text.as_str()) {
                Some((file, line)) => {
                    let what = format!("`{}` is also a type at {file}:{line}", name.text);
                    breaches.push(Breach::new(&source.file, name.line, what, "Rename one: say what sets it apart"));
                }
                None => drop(first.insert(&name.text, (&source.file, name.line))),
            }
        }
    }
    breaches
}

/// The names of the types that a file defines at the level of modules, those in the text of its macros included.
fn defined(tokens: &[Token]) -> Vec<&Token> {
    let mut names = Vec::new();
    let mut at = 0;
    while at + 1 < tokens.len() {
        let (token, next) = (&tokens[at], &tokens[at + 1]);
        let is_type = ["struct", "enum", "trait", "type", "union"].iter().any(|word| token.is(word));
        if is_type && !token.in_tests && next.text.starts_with(char::is_uppercase) {
            names.push(next);
        }
        at += 1;
        // What the body of a function, a trait or an implementation defines is its own. `fn(` is a type.
        let has_body = token.is("fn") && !next.is("(") || token.is("impl") || token.is("trait");
        while has_body && at < tokens.len() && !tokens[at].is(";") {
            let is_body = tokens[at].is("{");
            at += if ["(", "[", "{"].iter().any(|open| tokens[at].is(open)) { group_length(&tokens[at..]) } else { 1 };
            if is_body {
                break;
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::tree;

    #[test]
    fn second_definition_is_told_with_the_first() {
        let files = [
            ("src/a/b.rs", "pub struct Row;\nmacro_rules! m { () => { enum Kind {} } }"),
            ("src/c/d.rs", "type Kind = u8;\nmod e {\n    pub(super) trait Row {}\n}"),
        ];
        let told = [
            "src/c/d.rs:1: `Kind` is also a type at src/a/b.rs:2",
            "src/c/d.rs:3: `Row` is also a type at src/a/b.rs:1",
        ];
        assert_eq!(short(check(&tree(&files))), told);
    }

    #[test]
    fn types_of_functions_impls_and_tests_are_their_own() {
        let files = [
            ("src/a/b.rs", "struct Row; struct Error; // struct Row;\nfn f() -> [u8; 2] { struct Row; }"),
            (
                "src/c/d.rs",
                "impl A for B { type Error = u8; }\ntrait C { type Error; fn f(); }\nfn g() { enum Row {} }",
            ),
            ("src/c/e.rs", "#[cfg(test)] mod tests { struct Row; }\nfn h(row: impl Fn(&Row)) { type Row = u8; }"),
        ];
        assert_eq!(short(check(&tree(&files))), [""; 0]);
    }
}
