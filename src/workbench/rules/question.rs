//! A question about the rules, with its answer for marketers.

use super::examples::Example;
use super::pictures::track::TrackExample;
use super::precise::Precise;

/// A question, as Help shows it.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// A short id, for links to the question.
    pub id: &'static str,
    /// The question, in everyday words.
    pub ask: &'static str,
    /// The answer. Each line is a paragraph.
    pub answer: &'static str,
    /// Other words by which people look for it.
    pub words: &'static [&'static str],
    /// Pictures and tables below the answer, in order.
    pub exhibits: &'static [Exhibit],
    /// The rules that the question explains, in the words of the specification.
    pub rules: &'static [Precise],
}

impl Question {
    /// The timers of its examples, in order.
    pub fn examples(&self) -> impl Iterator<Item = &'static Example> {
        self.exhibits.iter().flat_map(|exhibit| match exhibit {
            Exhibit::Example(example) | Exhibit::Strip(example) | Exhibit::Months(example) => vec![*example],
            Exhibit::Compare(timers) => timers.iter().map(|(_, example)| *example).collect(),
            Exhibit::Track(_) | Exhibit::Table(_) => Vec::new(),
        })
    }
}

/// Something to look at below an answer. The engine computes all but [`Exhibit::Table`].
#[derive(Clone, Copy, Debug)]
pub enum Exhibit {
    /// A timer, its arrivals, and when each contact continues.
    Example(&'static Example),
    /// The same, with a strip of time above it.
    Strip(&'static Example),
    /// The same, with the calendar months above it.
    Months(&'static Example),
    /// A table: each arrival, and when the contact continues by each of several timers.
    Compare(&'static [(&'static str, &'static Example)]),
    /// A small sequence, and what happens to one contact at each item.
    Track(&'static TrackExample),
    /// A table that is written down: its heading, then its rows.
    Table(&'static [&'static [&'static str]]),
}

/// The questions about one subject.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// A short id, for links to the topic.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// What the questions are about, in a sentence.
    pub about: &'static str,
    /// The questions, in order.
    pub questions: &'static [Question],
}
