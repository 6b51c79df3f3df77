//! The rules that decide when everything runs, as a person reads them: one entry a rule, many with an example that
//! the engine works out when it is shown.
//!
//! The texts are those of the specification (`src/docs/rules.md`); a test holds them to it.

mod dates;
mod delay;
pub mod examples;
mod links;
mod moving;
mod reasons;
mod record;
mod time;
mod words;

pub use examples::Example;
pub use links::{section_for, section_for_reason};

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The section of the specification: `4`.
    pub section: &'static str,
    /// A short name of its own, for links to it.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Where it comes from.
    pub origin: Origin,
    /// A case of it that the engine works out.
    pub example: Option<&'static Example>,
    /// What it says; lines end with `\n`, columns of tables are divided by ` | `.
    pub text: &'static str,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the source documents or a vendor's help pages.
    Documented,
    /// Chosen here, where the documentation is silent or contradicts itself.
    Chosen,
    /// Documented in part, and the rest chosen so that it fits.
    Both,
    /// It says what words mean, or how the parts go together.
    Defined,
}

impl Origin {
    /// The word beside a rule.
    pub fn label(self) -> &'static str {
        match self {
            Origin::Documented => "Documented",
            Origin::Chosen => "Chosen",
            Origin::Both => "Documented in part",
            Origin::Defined => "Definition",
        }
    }

    /// The same in a sentence.
    pub fn help(self) -> &'static str {
        match self {
            Origin::Documented => "This rule comes from the documentation of marketing products.",
            Origin::Chosen => "The documentation is silent here or contradicts itself: Dripline chose this rule.",
            Origin::Both => "Part of this rule is documented; Dripline chose the rest so that it fits.",
            Origin::Defined => "This says what words mean and how the parts go together.",
        }
    }
}

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

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}
