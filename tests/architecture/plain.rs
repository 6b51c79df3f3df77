//! Texts for people use one plain word for each thing.
//!
//! The words that are out have a better one: `contact` for people, `dropped out` for fell out, `immediately` or `at the
//! same time` for at once. Names in files, JSON and SQL stay. Some words are out in the texts of the window only, some
//! only elsewhere.

use crate::Breach;
use crate::source::{Kind, Source, Token};

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
const ALLOWED: [(&str, &str, &str); 6] = [
    ("src/ui/context/command_words.rs", "", "What users may type to find a command."),
    ("src/ui/context/parts.rs", "people", "What users may type to find a part of the window."),
    ("src/workbench/rules/links.rs", "jump", "The id of a rule."),
    ("src/", "may already have a CustomerHub member record", "The rules specify this text."),
    ("src/storage/", ", people:", "A field of campaign files."),
    ("src/storage/", "stored_at", "Columns of the run store."),
];

/// The fields and functions whose texts may have any words, and why: the beginning of the file's path, and the name.
const QUOTING: [(&str, &str, &str); 5] = [
    ("src/workbench/rules/", "text", "The exact words of the specification."),
    ("src/workbench/rules/", "id", "The ids of rules."),
    ("src/workbench/rules/questions/", "whole", "The ids of rules."),
    ("src/workbench/rules/questions/", "part", "The exact words of the specification."),
    ("src/workbench/rules/questions/", "words", "What users may type to find a question."),
];

/// Words that only queries have.
const QUERY: [&str; 8] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "ALTER ", "INTEGER", " IS NOT NULL"];

/// The words that are out in texts for people.
pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for text in texts(sources) {
        if ALLOWED.iter().any(|(file, part, _)| text.is_allowed(file, part))
            || QUOTING.iter().any(|(file, name, _)| text.is_quoted(file, name))
        {
            continue;
        }
        for (word, instead) in found(text.source, &text.words) {
            breaches.push(Breach::new(&text.source.file, text.line, format!("`{word}` in “{}”", text.words), instead));
        }
    }
    breaches
}

/// A text for people.
struct Text<'s> {
    source: &'s Source,
    line: usize,
    words: String,
    /// The field or function that it is given to.
    of: Option<&'s str>,
}

impl Text<'_> {
    fn is_allowed(&self, file: &str, part: &str) -> bool {
        self.source.file.starts_with(file) && self.words.contains(part)
    }

    fn is_quoted(&self, file: &str, name: &str) -> bool {
        self.source.file.starts_with(file) && self.of == Some(name)
    }
}

/// The texts for people.
fn texts(sources: &[Source]) -> impl Iterator<Item = Text<'_>> {
    let rooms = sources.iter().filter(|source| is_window(source) || ELSEWHERE.contains(&source.room()));
    rooms.flat_map(|source| {
        let tokens = source.tokens.iter().enumerate();
        let literals = tokens.filter(|(_, token)| token.kind == Kind::Literal && !token.in_tests);
        literals.filter_map(move |(at, token)| {
            let is_text = is_window(source) || (token.text.trim().contains(' ') && !is_query(&token.text));
            let words = is_text.then(|| text_of(&token.text)).flatten()?;
            Some(Text { source, line: token.line, words, of: given_to(&source.tokens[..at]) })
        })
    })
}

/// The field or function that a literal after these tokens is given to, also in a list: `words` for `words: &["a", "`.
fn given_to(before: &[Token]) -> Option<&str> {
    let is_list = |token: &&Token| token.kind == Kind::Literal || matches!(&*token.text, "," | "&" | "[" | "(" | ":");
    let rest = before.iter().rev().take_while(is_list).count();
    let word = before[..before.len() - rest].last()?;
    (rest > 0 && word.is_word()).then_some(word.text.as_str())
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
    let out: Vec<Text<'_>> = texts(sources).filter(|text| !found(text.source, &text.words).is_empty()).collect();
    let is_allowed = |(file, part, _): &&(&str, &str, &str)| !out.iter().any(|text| text.is_allowed(file, part));
    let is_quoted = |(file, name, _): &&(&str, &str, &str)| !out.iter().any(|text| text.is_quoted(file, name));
    let unused = ALLOWED.iter().filter(is_allowed).chain(QUOTING.iter().filter(is_quoted));
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
        assert_eq!(unused(&[]).len(), ALLOWED.len() + QUOTING.len());
    }

    #[test]
    fn only_what_is_given_to_a_quoting_field_or_function_may_have_any_words() {
        let file = "src/workbench/rules/questions/a.rs";
        let allowed = "const A: Q = Q { id: \"jump\", words: &[\"jump\", \"nobody\"], \
                       rules: &[whole(\"jump\"), part(\"jump\", &[\"at once\"])], text: \"nobody\" };";
        assert!(told(file, allowed).is_empty());
        let planted = "fn f() { Q { words: &[\"jump\"], ask: \"Who jumps?\" }; whole(x, g(\"nobody\")); \"jump\" }";
        assert_eq!(told(file, planted).len(), 3, "{:?}", told(file, planted));
    }
}
