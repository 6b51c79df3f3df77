//! A rule, in the words of the specification.

/// A rule, as Help shows it below the answer to a question.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The section of the specification: `4`.
    pub section: &'static str,
    /// A short id, for links to the rule.
    pub id: &'static str,
    /// The heading of the rule.
    pub title: &'static str,
    /// Where it comes from.
    pub origin: RuleOrigin,
    /// The text of the rule. Lines end with `\n`, columns of tables are separated by ` | `.
    pub text: &'static str,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleOrigin {
    /// From the source documents or a vendor's help pages.
    Documented,
    /// Chosen here, since the documentation doesn't say or contradicts itself.
    Chosen,
    /// Partly documented, the rest chosen to fit.
    Both,
    /// A definition of words, or of how the parts fit together.
    Defined,
}

impl RuleOrigin {
    /// The word shown next to a rule.
    pub fn label(self) -> &'static str {
        match self {
            RuleOrigin::Documented => "Documented",
            RuleOrigin::Chosen => "Chosen",
            RuleOrigin::Both => "Documented in part",
            RuleOrigin::Defined => "Definition",
        }
    }

    /// The origin, in a sentence.
    pub fn help(self) -> &'static str {
        match self {
            RuleOrigin::Documented => "This rule comes from the documentation of marketing products.",
            RuleOrigin::Chosen => "The documentation is silent here or contradicts itself: Dripline chose this rule.",
            RuleOrigin::Both => "Part of this rule is documented; Dripline chose the rest so that it fits.",
            RuleOrigin::Defined => "This says what words mean and how the parts go together.",
        }
    }
}
