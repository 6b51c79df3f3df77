//! Texts for people, outside the window, use the product's words and no others: one word for one thing.

use crate::Breach;
use crate::source::{Kind, Source};

/// The modules whose texts are checked here.
const ROOMS: [&str; 9] =
    ["calendar", "campaign", "cli", "contacts", "findings", "http_test", "report", "simulate", "storage"];

/// Words that are out of use, each with what to write instead.
const OUT: [(&str, &str); 25] = [
    ("people", "Write “contacts”"),
    ("person", "Write “contact”"),
    ("population", "Write “contacts”"),
    ("somebody", "Name the contact, the user or the program"),
    ("anybody", "Name the contact, the user or the program"),
    ("everybody", "Write “every contact” or “all contacts”"),
    ("everyone", "Write “every contact” or “all contacts”"),
    ("nobody", "Write “no contact” or “no user”"),
    ("whoever", "Name the contact, the user or the program"),
    ("seed", "Write “variation”; only files and options call it seed"),
    ("fell out", "Write “dropped out”"),
    ("jumps", "Write “skips ahead”"),
    ("jumped", "Write “skipped ahead”"),
    ("kept out", "Write “rejected” for a row, “not used” for a column or link"),
    ("left out", "Write “rejected” for a row, “not used” for a column or link"),
    ("live timer", "Write “a timer that still applies”"),
    ("wall clock", "Write “local time”"),
    ("moment", "Write “time”"),
    ("at once", "Write “immediately” or “at the same time”"),
    ("behind", "Write “after” for items, “in the background” for work"),
    ("beside", "Write “next to”"),
    ("is no", "Write “isn't a”"),
    ("are no", "Write “aren't”"),
    ("stands", "Write “is” or “comes”"),
    ("all the same", "Write “still”"),
];

/// Texts that keep such a word, each with its reason.
const KEPT: [(&str, &str); 3] = [
    ("may already have a CustomerHub member record", "the rules specify this text"),
    (", people: ", "a field of campaign files"),
    ("stored_at", "columns of the run store"),
];

/// Words that only queries have.
const QUERY: [&str; 8] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "INTEGER", " IS NOT NULL"];

pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| ROOMS.contains(&source.room())) {
        for token in source.tokens.iter().filter(|token| token.kind == Kind::Literal && !token.in_tests) {
            let instead = OUT.iter().filter(|(word, _)| is_a_text(&token.text) && has(&token.text, word));
            breaches.extend(instead.map(|(word, instead)| {
                Breach::new(&source.file, token.line, format!("“{word}” in a text"), format!("{instead}."))
            }));
        }
    }
    breaches
}

/// Whether a literal is a text for people: more than one word, and no query.
fn is_a_text(literal: &str) -> bool {
    literal.trim().contains(' ')
        && !QUERY.iter().any(|word| literal.contains(word))
        && !KEPT.iter().any(|(text, _)| literal.contains(text))
}

/// Whether a text has this word or these words, in either case and whole.
fn has(text: &str, word: &str) -> bool {
    let text = without_holes(&text.to_lowercase()).replace("there is no", "").replace("there are no", "");
    text.match_indices(word).any(|(at, _)| {
        let ends = |char: Option<char>| char.is_none_or(|char| !char.is_alphanumeric() && char != '_');
        ends(text[..at].chars().next_back()) && ends(text[at + word.len()..].chars().next())
    })
}

/// The text without what is filled in: `{people} {verb} no owner` keeps only `no owner`.
fn without_holes(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('}').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    #[test]
    fn words_out_of_use_are_found_whole_and_in_texts_only() {
        let text = "fn f() { g(\"Nobody enters.\"); g(\"people\"); g(\"a peoples\"); g(\"SELECT people FROM runs\"); \
                    g(\"{people} {verb}\"); g(\"There is no such file.\") } // Nobody\n\
                    #[cfg(test)]\nmod tests { fn g() { h(\"is no text\") } }";
        assert_eq!(short(check(&planted("src/cli/a.rs", text))), ["src/cli/a.rs:1: “nobody” in a text"]);
        assert!(check(&planted("src/ui/a.rs", text)).is_empty(), "the window has its own check");
    }
}
