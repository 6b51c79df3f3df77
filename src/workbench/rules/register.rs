//! All rules of the specification.

use super::rule::Rule;
use super::{dates, delay, moving, reasons, record, time, words};

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
