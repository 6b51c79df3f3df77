//! The precise text below an answer: whole rules, or some sentences of a rule.

use super::register;
use super::rule::Rule;

/// A rule, or some of its sentences.
#[derive(Clone, Copy, Debug)]
pub struct Precise {
    /// The id of the rule.
    pub rule: &'static str,
    /// The beginnings of the sentences; all of the rule if there are none.
    pub beginnings: &'static [&'static str],
}

/// All of a rule.
pub(super) const fn whole(rule: &'static str) -> Precise {
    Precise { rule, beginnings: &[] }
}

/// The sentences of a rule that begin with these words.
pub(super) const fn part(rule: &'static str, beginnings: &'static [&'static str]) -> Precise {
    Precise { rule, beginnings }
}

impl Precise {
    /// The rule itself.
    pub fn of(&self) -> Option<&'static Rule> {
        register::rule(self.rule)
    }

    /// The lines of the text. Columns of tables are separated by ` | `.
    pub fn lines(&self) -> Vec<String> {
        let Some(rule) = self.of() else { return Vec::new() };
        if self.beginnings.is_empty() {
            return rule.text.lines().map(str::to_owned).collect();
        }
        let is_chosen = |sentence: &&str| self.beginnings.iter().any(|beginning| sentence.starts_with(beginning));
        let lines = rule.text.lines().map(|line| sentences(line).filter(is_chosen).collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect()
    }
}

/// The sentences of a line. A row of a table is one.
pub fn sentences(line: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = (!line.is_empty()).then_some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = if text.contains(" | ") { None } else { text.find(". ") };
        let (sentence, after) = match end {
            Some(end) => (&text[..=end], Some(&text[end + 2..])),
            None => (text, None),
        };
        rest = after;
        Some(sentence)
    })
}
