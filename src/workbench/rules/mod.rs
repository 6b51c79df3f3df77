//! The rules that decide when everything runs, for the user: one entry for each rule, many with an example that the
//! engine computes when it is shown.
//!
//! The texts are those of the specification (`src/docs/rules.md`); a test compares them.

mod dates;
mod delay;
pub mod examples;
mod links;
mod moving;
mod reasons;
mod record;
mod rule;
mod time;
mod words;

pub use examples::Example;
pub use links::{section_for, section_for_reason};
pub use rule::{Rule, RuleOrigin};

/// The sections and their headings, in order.
pub const SECTIONS: &[(&str, &str)] = &[
    ("1", "Words"),
    ("2", "Time"),
    ("3", "How a contact moves"),
    ("4", "Delay timers"),
    ("5", "Date timers and field timers"),
    ("6", "Reasons, and what items need"),
    ("7", "What items do to the record"),
];

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
