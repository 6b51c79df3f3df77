//! A rule as a person reads it.

use super::examples::Example;

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
