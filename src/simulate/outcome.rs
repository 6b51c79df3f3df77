//! How a visit ends, and how a contact stands at the end.

/// The outcome of a visit (`rules.md` §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It was performed, or let the contact through.
    Ran,
    /// It was passed over.
    Skipped(Reason),
    /// The contact waits at a configured timer.
    Waiting,
    /// The contact is held at an unconfigured timer.
    Held,
}

/// Why an item was skipped (`rules.md` §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Reason {
    Draft,
    NotConfigured,
    DatePassed,
    FieldEmpty,
    BehindPassedTimer,
    NoEmailAddress,
    EmailNotMarketable,
    NoFaxNumber,
    NoPostalAddress,
    AlreadySet,
    NoEligibleUser,
    NoOwner,
    NoLicense,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 13] = [
        Reason::Draft,
        Reason::NotConfigured,
        Reason::DatePassed,
        Reason::FieldEmpty,
        Reason::BehindPassedTimer,
        Reason::NoEmailAddress,
        Reason::EmailNotMarketable,
        Reason::NoFaxNumber,
        Reason::NoPostalAddress,
        Reason::AlreadySet,
        Reason::NoEligibleUser,
        Reason::NoOwner,
        Reason::NoLicense,
    ];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Reason::Draft => "draft",
            Reason::NotConfigured => "not_configured",
            Reason::DatePassed => "date_passed",
            Reason::FieldEmpty => "field_empty",
            Reason::BehindPassedTimer => "behind_passed_timer",
            Reason::NoEmailAddress => "no_email_address",
            Reason::EmailNotMarketable => "email_not_marketable",
            Reason::NoFaxNumber => "no_fax_number",
            Reason::NoPostalAddress => "no_postal_address",
            Reason::AlreadySet => "already_set",
            Reason::NoEligibleUser => "no_eligible_user",
            Reason::NoOwner => "no_owner",
            Reason::NoLicense => "no_license",
        }
    }

    /// The reason in a few words, after a count: “364 not marketable”.
    pub const fn brief(self) -> &'static str {
        match self {
            Reason::Draft => "draft",
            Reason::NotConfigured => "not set up",
            Reason::DatePassed => "date passed",
            Reason::FieldEmpty => "no date in the field",
            Reason::BehindPassedTimer => "behind a passed timer",
            Reason::NoEmailAddress => "no email address",
            Reason::EmailNotMarketable => "not marketable",
            Reason::NoFaxNumber => "no fax number",
            Reason::NoPostalAddress => "no postal address",
            Reason::AlreadySet => "already set",
            Reason::NoEligibleUser => "nobody in the round robin",
            Reason::NoOwner => "no owner",
            Reason::NoLicense => "no licence",
        }
    }

    /// The reason as a sentence.
    pub const fn sentence(self) -> &'static str {
        match self {
            Reason::Draft => "It is set up, but still a draft: it is not marked ready.",
            Reason::NotConfigured => "It is not configured: a setting is missing or can't work.",
            Reason::DatePassed => "Its moment had passed when the contact arrived.",
            Reason::FieldEmpty => "The date field that it goes by is empty for this contact.",
            Reason::BehindPassedTimer => {
                "The contact jumped over it: a timer before it had passed, so nothing runs until the next live timer."
            }
            Reason::NoEmailAddress => "The contact has no email address.",
            Reason::EmailNotMarketable => "The status of the contact's email address does not allow marketing email.",
            Reason::NoFaxNumber => "The contact has no fax number.",
            Reason::NoPostalAddress => {
                "The contact's postal address is incomplete: street, city and country are needed."
            }
            Reason::AlreadySet => "The field has a value, and the item sets it only if it is blank.",
            Reason::NoEligibleUser => "The round robin has nobody to give the record to.",
            Reason::NoOwner => "It goes to the contact's owner, and the contact has none.",
            Reason::NoLicense => "The campaign has no CustomerHub licence.",
        }
    }
}

impl Outcome {
    /// How many codes there are.
    pub const CODES: usize = 3 + Reason::ALL.len();

    /// The outcome as one small number, for columns and counters.
    #[inline]
    pub const fn code(self) -> u8 {
        match self {
            Outcome::Ran => 0,
            Outcome::Waiting => 1,
            Outcome::Held => 2,
            Outcome::Skipped(reason) => 3 + reason as u8,
        }
    }

    /// The outcome of a code; a code that does not exist is `Held`, which none of ours is.
    #[inline]
    pub fn of_code(code: u8) -> Self {
        match code {
            0 => Outcome::Ran,
            1 => Outcome::Waiting,
            _ => match Reason::ALL.get(usize::from(code).wrapping_sub(3)) {
                Some(&reason) => Outcome::Skipped(reason),
                None => Outcome::Held,
            },
        }
    }

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Outcome::Ran => "ran",
            Outcome::Skipped(_) => "skipped",
            Outcome::Waiting => "waiting",
            Outcome::Held => "held",
        }
    }

    /// The reason's word in files; empty unless skipped.
    pub const fn reason_word(self) -> &'static str {
        match self {
            Outcome::Skipped(reason) => reason.word(),
            _ => "",
        }
    }
}

/// How a contact stands in a sequence at the end (`rules.md` §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Status {
    Active,
    Held,
    FellOut,
    Queued,
    NotEntered,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 5] = [Status::Active, Status::Held, Status::FellOut, Status::Queued, Status::NotEntered];

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Status::Active => "Active",
            Status::Held => "Held",
            Status::FellOut => "Fell out",
            Status::Queued => "Queued",
            Status::NotEntered => "Not entered",
        }
    }

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Status::Active => "active",
            Status::Held => "held",
            Status::FellOut => "fell_out",
            Status::Queued => "queued",
            Status::NotEntered => "not_entered",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_there_and_back() {
        let skipped = Reason::ALL.into_iter().map(Outcome::Skipped);
        for outcome in [Outcome::Ran, Outcome::Waiting, Outcome::Held].into_iter().chain(skipped) {
            assert_eq!(Outcome::of_code(outcome.code()), outcome);
            assert!((outcome.code() as usize) < Outcome::CODES);
        }
    }
}
