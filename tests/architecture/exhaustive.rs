//! Finds catch-all arms in matches over enums that may grow: kinds, effects, reasons, commands and actions.
//!
//! If an arm of a `match` names one of these enums, no arm may take all its other values (`_`, or a variable). So the
//! compiler finds every place that a new value affects. `matches!` and `if let` ask about one value, so they are
//! allowed.

use crate::Breach;
use crate::source::{Source, Token, attribute_length, begins, group_length};

/// The enums that may grow. Files that name every `Command` call it `C`.
const ENUMS: &[&str] = &["Kind", "Detail", "Effect", "Reason", "Command", "C", "Action", "Perform"];

const INSTEAD: &str =
    "Name what the arm stands for, or ask with `if let` or `matches!`: a new one is to be found by the compiler";

pub fn check(sources: &[Source]) -> Vec<Breach> {
    sources.iter().flat_map(catch_alls).collect()
}

fn catch_alls(source: &Source) -> Vec<Breach> {
    let tokens = &source.tokens;
    let mut breaches = Vec::new();
    for start in 0..tokens.len() {
        if !tokens[start].is("match") || tokens[start].in_tests {
            continue;
        }
        let Some(body) = body_of(&tokens[start + 1..]) else { continue };
        let patterns = patterns(body);
        for (prefix, named) in patterns.iter().filter_map(|pattern| before_enum(pattern)) {
            let catches = patterns.iter().find(|pattern| takes_the_rest(pattern, prefix));
            if let Some(line) = catches.and_then(|pattern| pattern.first()).map(|token| token.line) {
                breaches.push(Breach::new(&source.file, line, format!("a catch-all arm over `{named}`"), INSTEAD));
                break;
            }
        }
    }
    breaches
}

/// The tokens between the braces of a match, whose `match` is just before `tokens`.
fn body_of(tokens: &[Token]) -> Option<&[Token]> {
    let mut at = 0;
    while !tokens.get(at)?.is("{") {
        let is_group = tokens[at].is("(") || tokens[at].is("[");
        at += if is_group { group_length(&tokens[at..]) } else { 1 };
    }
    let length = group_length(&tokens[at..]);
    tokens.get(at + 1..at + length - 1)
}

/// The patterns of all arms, without guards. A pattern with a guard doesn't catch all, so it is left out unless it
/// names one of the enums.
fn patterns(body: &[Token]) -> Vec<&[Token]> {
    let mut patterns = Vec::new();
    let mut at = 0;
    while at < body.len() {
        at += attribute_length(&body[at..]);
        let (mut end, mut guard, mut bars) = (at, None, Vec::new());
        while end < body.len() && !begins(&body[end..], &["=", ">"]) {
            if guard.is_none() && body[end].is("if") {
                guard = Some(end);
            }
            if guard.is_none() && body[end].is("|") {
                bars.push(end);
            }
            let is_group = ["(", "[", "{"].iter().any(|bracket| body[end].is(bracket));
            end += if is_group { group_length(&body[end..]) } else { 1 };
        }
        bars.push(guard.unwrap_or(end).min(body.len()));
        for bar in bars {
            let pattern = &body[at.min(bar)..bar];
            if guard.is_none() || before_enum(pattern).is_some() {
                patterns.push(pattern);
            }
            at = bar + 1;
        }
        at = (end + 2).min(body.len());
        if body.get(at).is_some_and(|token| token.is("{")) {
            at += group_length(&body[at..]);
        } else {
            while at < body.len() && !body[at].is(",") {
                let is_group = ["(", "[", "{"].iter().any(|bracket| body[at].is(bracket));
                at += if is_group { group_length(&body[at..]) } else { 1 };
            }
        }
        at += usize::from(body.get(at).is_some_and(|token| token.is(",")));
    }
    patterns
}

/// The part of a pattern before one of the enums, and the enum's name.
fn before_enum(pattern: &[Token]) -> Option<(&[Token], &str)> {
    let at = (0..pattern.len()).find(|&at| {
        ENUMS.iter().any(|name| pattern[at].is(name)) && pattern.get(at + 1).is_some_and(|token| token.is("::"))
    })?;
    Some((&pattern[..at], pattern[at].text.as_str()))
}

/// Whether a pattern takes any value in the place where other patterns name one of the enums.
fn takes_the_rest(pattern: &[Token], prefix: &[Token]) -> bool {
    let is_alike = pattern.len() > prefix.len() && pattern.iter().zip(prefix).all(|(a, b)| a.text == b.text);
    if !is_alike {
        return false;
    }
    let rest = &pattern[prefix.len()..];
    let skipped = rest.iter().take_while(|token| token.is("&") || token.is("ref") || token.is("mut")).count();
    let rest = &rest[skipped..];
    let is_name = rest.first().is_some_and(|token| token.is_word() && !token.text.starts_with(char::is_uppercase));
    is_name && rest.get(1).is_none_or(|token| token.is(")") || token.is(",") || token.is("]"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    fn found(text: &str) -> Vec<String> {
        short(check(&planted("src/a/b.rs", text)))
    }

    #[test]
    fn catch_all_arms_over_growing_enums_are_found() {
        for breach in [
            "fn a() { match kind {\n Kind::A => 1,\n _ => 2 } }",
            "fn a() { match &item.kind {\n Kind::A(x) | Kind::B { .. } => { f() }\n other => g(other), } }",
            "fn a() { match (a, b) {\n (Kind::A, _) => 1,\n (_, x) => 2 } }",
            "fn a() { match outcome {\n Outcome::Skipped(Reason::Draft) => 1, Outcome::Ran => 3,\n Outcome::Skipped(_) => 2 } }",
            "fn a() { match x {\n Some(Action::Run(Command::A)) => 1,\n Some(_) => 2, None => 3 } }",
            "fn a() { match f(|x| { y }) {\n Command::A if z => 1,\n ref mut other => 2 } }",
            "fn a() { match x { A => match y {\n Perform::A => 1,\n _ => 2 }, B => 3 } }",
        ] {
            let found = found(breach);
            assert_eq!(found.len(), 1, "{breach}: {found:?}");
            assert!(found[0].starts_with("src/a/b.rs:3: a catch-all arm over `"), "{found:?}");
        }
    }

    #[test]
    fn what_names_each_of_them_or_asks_for_one_is_no_breach() {
        for fine in [
            "fn a() { match kind { Kind::A => 1, Kind::B(_) => 2 } }",
            "fn a() { match kind { Kind::A if x => 1, _ if y => 3, Kind::A | Kind::B => 2 } }",
            "fn a() { if let Kind::A = kind { 1 } else { 2 } }",
            "fn a() { matches!(kind, Kind::A | Kind::B) }",
            "fn a() { match kind.family() { Family::Timer => 1, _ => 2 } }",
            "fn a() { match x { 1 => Some(Kind::A), _ => None } }",
            "fn a() { match text { \"a\" => Kind::A, _ => Kind::B } }",
            "fn a() { match token.kind { TokenKind::Open => 1, _ => 2 } }",
            "fn a() { match (state, kind) { (State::Draft, _) => 1, (_, Kind::A) => 2, (State::Solid, _) => 3 } }",
            "fn a() { match x { Some(Kind::A) => 1, Some(Kind::B) => 2, None => 3 } }",
            "#[cfg(test)] mod tests { fn a() { match kind { Kind::A => 1, _ => 2 } } }",
        ] {
            assert_eq!(found(fine), Vec::<String>::new(), "{fine}");
        }
    }
}
