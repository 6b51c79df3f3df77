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
            RuleOrigin::Documented => "As Keap documents",
            RuleOrigin::Chosen => "Keap doesn’t say: our choice",
            RuleOrigin::Both => "Partly as Keap documents",
            RuleOrigin::Defined => "Definition",
        }
    }

    /// The origin, in a sentence.
    pub fn help(self) -> &'static str {
        match self {
            RuleOrigin::Documented => "The documentation of Keap describes it like this.",
            RuleOrigin::Chosen => {
                "Keap’s documentation doesn’t say, or says two different things, so Dripline chose a rule."
            }
            RuleOrigin::Both => "Keap’s documentation says a part of this; Dripline chose the rest so that it fits.",
            RuleOrigin::Defined => "This says what words mean and how the parts go together.",
        }
    }
}
