//! Texts of the window, its pictures and its workbench use one plain word for each thing.
//!
//! The words that are out have a better one: `contact` for people, `dropped out` for fell out, `immediately` or `at the
//! same time` for at once. Names in files, JSON and SQL stay, so only these rooms are checked.

use crate::Breach;
use crate::source::{Kind, Source};

/// The folders whose texts are read by marketers.
const ROOMS: [&str; 3] = ["src/ui/", "src/workbench/", "src/picture/"];

/// Words that are out, in lower case, and what to write instead.
const OUT: [(&[&str], &str); 15] = [
    (&["people", "person", "persons", "population"], "Write contact or contacts"),
    (&["somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "whoever"], "Name the actor"),
    (&["mail", "mails"], "Write email"),
    (&["fold", "folds", "folded", "unfold", "unfolds", "unfolded"], "Write collapse or expand"),
    (&["seed", "seeds"], "Write variation"),
    (&["fell out", "falls out", "fall out"], "Write dropped out"),
    (&["queued"], "Write finished, for a contact"),
    (&["kept run", "kept runs", "keep run", "stored run"], "Write saved run"),
    (&["left out", "kept out"], "Write rejected (a row) or not used (a column, a link)"),
    (&["at once"], "Write immediately, or at the same time"),
    (&["so many", "so long"], "Begin with the number: number of contacts"),
    (&["behind", "beside"], "Write after, next to or in the background"),
    (&["made up", "made-up"], "Write generated"),
    (&["wall clock", "moment", "moments", "clock stops"], "Write local time, time, or the rehearsal ends"),
    (
        &["jump", "jumps", "jumped", "live timer", "inspector", "mended"],
        "Write skips ahead, a timer that still applies, \
        settings, fixed",
    ),
];

/// Where a word that is out is right, and why: the file, and the text or the beginning of it.
const ALLOWED: [(&str, &str, &str); 5] = [
    ("src/ui/context/command_words.rs", "", "What users may type to find a command."),
    ("src/ui/context/parts.rs", "people", "What users may type to find a part of the window."),
    ("src/ui/panels/population/people.rs", "The same number gives", "Says how files call a variation."),
    ("src/workbench/rules/", "", "The exact words of the specification."),
    ("src/workbench/exports/", "", "Columns and names of files."),
];

/// The words that are out in the texts of the window.
pub fn check(sources: &[Source]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| ROOMS.iter().any(|room| source.file.starts_with(room))) {
        for token in source.tokens.iter().filter(|token| token.kind == Kind::Literal && !token.in_tests) {
            let Some(text) = text_of(&token.text) else { continue };
            if ALLOWED.iter().any(|(file, begins, _)| source.file.starts_with(file) && text.starts_with(begins)) {
                continue;
            }
            for (word, instead) in found(&text) {
                breaches.push(Breach::new(&source.file, token.line, format!("`{word}` in “{text}”"), instead));
            }
        }
    }
    breaches
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
fn found(text: &str) -> Vec<(&'static str, &'static str)> {
    let lower: String = text
        .to_lowercase()
        .chars()
        .map(|sign| if sign.is_alphanumeric() || sign == '-' { sign } else { ' ' })
        .collect();
    let words = format!(" {} ", lower.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut all = Vec::new();
    for (out, instead) in OUT {
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
    let is_used = |file: &str, begins: &str| {
        let texts = sources.iter().filter(|source| source.file.starts_with(file)).flat_map(|source| &source.tokens);
        let mut texts = texts.filter(|token| token.kind == Kind::Literal && !token.in_tests);
        texts.any(|token| text_of(&token.text).is_some_and(|text| text.starts_with(begins) && !found(&text).is_empty()))
    };
    let unused = ALLOWED.iter().filter(|(file, begins, _)| !is_used(file, begins));
    unused.map(|(file, begins, _)| Breach::new(file, 0, format!("nothing is out in “{begins}”"), "Remove it")).collect()
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
    fn words_that_are_out_are_found_in_texts_of_the_window_only() {
        let text = "// people\nfn people() { f(\"{people} of many People\"); g(\"peoples’ choice\"); }\n\
                    #[cfg(test)]\nmod tests { fn g() { h(\"people\") } }";
        assert_eq!(told("src/ui/a.rs", text), ["src/ui/a.rs:2: `people` in “of many People”"]);
        assert_eq!(told("src/cli/a.rs", text), [""; 0]);
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
