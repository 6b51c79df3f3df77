//! The rules that decide when everything runs, for the user: questions in everyday words with their answers, pictures
//! and examples that the engine computes when they are shown, and below each answer the precise rules.
//!
//! Start reading at [`question`] and [`questions`]. The precise texts are those of the specification
//! (`src/docs/rules.md`); a test compares them, and another finds a question for each of their sentences.

mod dates;
mod delay;
pub mod examples;
mod links;
mod moving;
pub mod pictures;
mod precise;
mod question;
mod questions;
mod reasons;
mod record;
mod rule;
pub mod search;
mod time;
mod tracks;
mod words;

pub use examples::Example;
pub use links::{section_for, section_for_reason};
pub use precise::{Precise, sentences};
pub use question::{Exhibit, Question, Topic};
pub use questions::{TOPICS, question, questions};
pub use rule::{Rule, RuleOrigin};

/// The sections of the specification, in order.
pub const SECTIONS: &[&str] = &["1", "2", "3", "4", "5", "6", "7"];

/// All rules, in the order of the specification.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let sections =
        [words::RULES, time::RULES, moving::RULES, delay::RULES, dates::RULES, reasons::RULES, record::RULES];
    sections.into_iter().flatten()
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
