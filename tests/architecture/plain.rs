//! Texts for people use one plain word for each thing.
//!
//! The words that are out have a better one: `contact` for people, `dropped out` for fell out, `immediately` or `at the
//! same time` for at once. Names in files, JSON and SQL stay. Some words are out in the texts of the window only, some
//! only elsewhere.

use crate::Breach;
use crate::source::{Kind, Source};

/// The modules whose texts are the window's.
const WINDOW: [&str; 3] = ["picture", "ui", "workbench"];
/// The other modules with texts for people. There, a single word may be a key of a file.
const ELSEWHERE: [&str; 9] =
    ["calendar", "campaign", "cli", "contacts", "findings", "http_test", "report", "simulate", "storage"];

/// Where a word is out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Everywhere,
    Window,
    Elsewhere,
}

/// Words that are out, in lower case, and what to write instead.
const OUT: [(&[&str], &str, Scope); 17] = [
    (&["people", "person", "population"], "Write contact or contacts", Scope::Everywhere),
    (&["somebody", "anybody", "everybody", "everyone", "nobody", "whoever"], "Name the actor", Scope::Everywhere),
    (&["persons", "someone", "anyone"], "Write contact or contacts, or name the actor", Scope::Window),
    (&["mail", "mails"], "Write email", Scope::Window),
    (&["fold", "folds", "folded", "unfold", "unfolds", "unfolded"], "Write collapse or expand", Scope::Window),
    (&["seed"], "Write variation; only files and options call it seed", Scope::Everywhere),
    (&["seeds"], "Write variations", Scope::Window),
    (&["fell out"], "Write dropped out", Scope::Everywhere),
    (&["falls out", "fall out", "queued"], "Write drops out, or finished for a contact", Scope::Window),
    (&["kept run", "kept runs", "keep run", "stored run"], "Write saved run", Scope::Window),
    (&["left out", "kept out"], "Write rejected (a row) or not used (a column, a link)", Scope::Everywhere),
    (&["at once"], "Write immediately, or at the same time", Scope::Everywhere),
    (&["so many", "so long", "made up", "made-up"], "Begin with the number; write generated", Scope::Window),
    (&["behind", "beside"], "Write after, next to or in the background", Scope::Everywhere),
    (&["wall clock", "moment", "jumps", "jumped", "live timer"], WRITE_THE_TERM, Scope::Everywhere),
    (&["moments", "clock stops", "jump", "inspector", "mended"], WRITE_THE_TERM, Scope::Window),
    (&["stands", "all the same"], "Write is or comes, or still", Scope::Elsewhere),
];
const WRITE_THE_TERM: &str =
    "Write local time, time, the rehearsal ends, skips ahead, a timer that still applies, settings or fixed";

/// Where a word that is out is right, and why: the beginning of the file's path, and a part of the text.
const ALLOWED: [(&str, &str, &str); 8] = [
    ("src/ui/context/command_words.rs", "", "What users may type to find a command."),
    ("src/ui/context/parts.rs", "people", "What users may type to find a part of the window."),
    ("src/ui/panels/population/people.rs", "The same number gives", "Says how files call a variation."),
    ("src/workbench/rules/", "", "The exact words of the specification."),
    ("src/workbench/exports/", "", "Columns and names of files."),
    ("src/", "may already have a CustomerHub member record", "The rules specify this text."),
    ("src/storage/", ", people:", "A field of campaign files."),
    ("src/storage/", "stored_at", "Columns of the run store."),
];

/// Words that only queries have.
const QUERY: [&str; 8] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "INTEGER", " IS NOT NULL"];

/// The words that are out in texts for people.
pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (source, line, text) in texts(sources) {
        if ALLOWED.iter().any(|(file, part, _)| source.file.starts_with(file) && text.contains(part)) {
            continue;
        }
        for (word, instead) in found(source, &text) {
            breaches.push(Breach::new(&source.file, line, format!("`{word}` in “{text}”"), instead));
        }
    }
    breaches
}

/// The texts for people, each with its line.
fn texts(sources: &[Source]) -> impl Iterator<Item = (&Source, usize, String)> {
    let rooms = sources.iter().filter(|source| is_window(source) || ELSEWHERE.contains(&source.room()));
    rooms.flat_map(|source| {
        let literals = source.tokens.iter().filter(|token| token.kind == Kind::Literal && !token.in_tests);
        literals.filter_map(move |token| {
            let is_text = is_window(source) || (token.text.trim().contains(' ') && !is_query(&token.text));
            is_text.then(|| text_of(&token.text)).flatten().map(|text| (source, token.line, text))
        })
    })
}

fn is_window(source: &Source) -> bool {
    WINDOW.contains(&source.room())
}

fn is_query(literal: &str) -> bool {
    QUERY.iter().any(|word| literal.contains(word))
}

/// The text of a string literal, with its placeholders empty and its lines joined. `None` for other literals and for
/// names of files.
fn text_of(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::with_capacity(text.len());
    let mut is_placeholder = false;
    for sign in text.replace("\\n", " ").replace("\\t", " ").chars() {
        match sign {
            '{' => is_placeholder = true,
            '}' => is_placeholder = false,
            _ if is_placeholder => {}
            _ => plain.push(sign),
        }
    }
    let plain = plain.replace('\\', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.ends_with(".ron")).then_some(plain)
}

/// The words that are out in a text, as whole words.
fn found(source: &Source, text: &str) -> Vec<(&'static str, &'static str)> {
    let other = if is_window(source) { Scope::Elsewhere } else { Scope::Window };
    let lower: String = text
        .to_lowercase()
        .chars()
        .map(|sign| if sign.is_alphanumeric() || sign == '-' { sign } else { ' ' })
        .collect();
    let words = format!(" {} ", lower.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut all = Vec::new();
    for (out, instead, _) in OUT.into_iter().filter(|(.., scope)| *scope != other) {
        all.extend(out.iter().filter(|out| words.contains(&format!(" {out} "))).map(|out| (*out, instead)));
    }
    // “A is no date”, but not “There is no file” and “It is no longer there”.
    let denied = ["is no", "are no"].into_iter().filter(|denied| {
        let denied = format!(" {denied} ");
        words
            .match_indices(&denied)
            .any(|(at, said)| !words[..at].ends_with("there") && !words[at + said.len()..].starts_with("longer "))
    });
    all.extend(denied.map(|denied| (denied, "Write isn't a, then show a good value")));
    all
}

/// Permissions that allow nothing any more.
pub fn unused(sources: &[Source]) -> Vec<Breach> {
    let is_used = |file: &str, part: &str| {
        texts(sources).any(|(source, _, text)| {
            source.file.starts_with(file) && text.contains(part) && !found(source, &text).is_empty()
        })
    };
    let unused = ALLOWED.iter().filter(|(file, part, _)| !is_used(file, part));
    unused.map(|(file, part, _)| Breach::new(file, 0, format!("nothing is out in “{part}”"), "Remove it")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    fn told(file: &str, text: &str) -> Vec<String> {
        short(check(&planted(file, text)))
    }

    #[test]
    fn words_that_are_out_are_found_in_texts_only() {
        let text = "// people\nfn people() { f(\"{people} of many People\"); g(\"peoples’ choice\"); }\n\
                    #[cfg(test)]\nmod tests { fn g() { h(\"people\") } }";
        assert_eq!(told("src/ui/a.rs", text), ["src/ui/a.rs:2: `people` in “of many People”"]);
    }

    #[test]
    fn elsewhere_single_words_and_queries_are_no_texts() {
        let text = "fn f() { g(\"Nobody enters.\"); g(\"people\"); g(\"a peoples\"); g(\"SELECT people FROM runs\"); \
                    g(\"{people} {verb}\"); g(\"There is no such file.\"); g(\"mail them\") } // Nobody\n\
                    #[cfg(test)]\nmod tests { fn g() { h(\"is no text\") } }";
        assert_eq!(told("src/cli/a.rs", text), ["src/cli/a.rs:1: `nobody` in “Nobody enters.”"]);
        assert_eq!(told("src/http_test/a.rs", "fn f() { g(\"It stands there\") }").len(), 1);
        assert!(told("src/ui/a.rs", "fn f() { g(\"It stands there\") }").is_empty());
    }

    #[test]
    fn phrases_are_found_over_lines_and_signs() {
        let text = "fn f() { g(\"Goes at \\\n    once.\"); g(\"made-up, not made up\"); g(\"lesson-seed.ron\") }";
        let at = "src/picture/a.rs:";
        assert_eq!(
            told("src/picture/a.rs", text),
            [
                format!("{at}1: `at once` in “Goes at once.”"),
                format!("{at}2: `made up` in “made-up, not made up”"),
                format!("{at}2: `made-up` in “made-up, not made up”"),
            ]
        );
    }

    #[test]
    fn what_is_denied_with_no_is_found() {
        let text = "fn f() { g(\"`{x}` is no date\"); g(\"There is no file\"); g(\"{} is no longer there\") }";
        assert_eq!(told("src/workbench/a.rs", text), ["src/workbench/a.rs:1: `is no` in “`` is no date”"]);
    }

    #[test]
    fn a_permission_that_nothing_needs_is_told() {
        assert_eq!(unused(&[]).len(), ALLOWED.len());
    }
}
