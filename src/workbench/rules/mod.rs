//! The rules that decide when everything runs, for the user: questions in everyday words with their answers, pictures
//! and examples that the engine computes when they are shown, and below each answer the precise rules.
//!
//! Start reading at [`question()`] and [`questions()`]. The precise texts are those of the specification
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
mod register;
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
pub use register::{SECTIONS, all, rule};
pub use rule::{Rule, RuleOrigin};
