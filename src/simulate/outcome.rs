//! The outcome of a visit, and the status of a contact.

use crate::contacts::status::EmailStatus;

/// The outcome of a visit (`rules.md` §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The item was performed, or let the contact continue.
    Ran,
    /// The item was skipped, for this reason.
    Skipped(Reason),
    /// The contact waits at a configured timer.
    Waiting,
    /// The contact is held at an unconfigured timer.
    Held,
}

macro_rules! reasons {
    ($($reason:ident $word:literal $brief:literal $rule:literal $jump:ident $sentence:literal;)*) => {
        /// Why an item was skipped (`rules.md` §6).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Reason {
            $(#[doc = $sentence] $reason,)*
        }

        impl Reason {
            /// All values, in a fixed order.
            pub const ALL: [Reason; [$($word),*].len()] = [$(Reason::$reason),*];

            /// The word that files use.
            pub const fn word(self) -> &'static str {
                match self { $(Reason::$reason => $word,)* }
            }

            /// The reason in a few words, after a count: “364 not marketable”.
            pub const fn brief(self) -> &'static str {
                match self { $(Reason::$reason => $brief,)* }
            }

            /// The reason as a sentence.
            pub const fn sentence(self) -> &'static str {
                match self { $(Reason::$reason => $sentence,)* }
            }

            /// The id of the reason's row in the table of `rules.md` §6, for links to it.
            pub const fn rule(self) -> &'static str {
                match self { $(Reason::$reason => $rule,)* }
            }

            /// When the contact jumps from the skipped item to the next timer that still applies.
            pub const fn jump(self) -> Jump {
                match self { $(Reason::$reason => Jump::$jump,)* }
            }
        }
    };
}

/// When a contact jumps from a skipped item to the next timer that still applies (`rules.md` §3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// From an item of any kind.
    Always,
    /// From a timer only; after any other skipped item, the contact continues.
    FromTimers,
    /// Never: the contact continues after the skipped item.
    Never,
}

// Reason, word in files, words after a count, id of the rule, jump, sentence. Add new reasons at the end: saved
// runs contain their positions.
reasons! {
    Draft "draft" "draft" "draft" Never
        "It is set up, but still a draft: it isn't marked ready.";
    NotConfigured "not_configured" "not set up" "not_configured" Never
        "It is not set up: a setting is missing or doesn't work.";
    DatePassed "date_passed" "date passed" "date_passed-field_empty" Always
        "Its time had passed when the contact arrived.";
    FieldEmpty "field_empty" "no date in the field" "date_passed-field_empty" FromTimers
        "The date field that it reads is empty for this contact.";
    BehindPassedTimer "behind_passed_timer" "missed the timer before it" "behind_passed_timer" Always
        "A timer before it was missed: its date had passed, or its field was empty. Nothing runs until the next timer that \
         still applies.";
    NoEmailAddress "no_email_address" "no email address" "email" Never
        "The contact has no email address.";
    EmailNotMarketable "email_not_marketable" "not marketable" "email" Never
        "The status of the contact's email address doesn't allow marketing email.";
    NoFaxNumber "no_fax_number" "no fax number" "fax-letter" Never
        "The contact has no fax number.";
    NoPostalAddress "no_postal_address" "no postal address" "fax-letter" Never
        "The contact's postal address is incomplete: street, city and country are needed.";
    AlreadySet "already_set" "already set" "already_set" Never
        "The field already has a value, and the item sets it only if it is blank.";
    NoEligibleUser "no_eligible_user" "no user to choose" "no_eligible_user" Never
        "The round robin has no user to choose.";
    NoOwner "no_owner" "no owner" "no_owner" Never
        "It goes to the contact's owner, and the contact has none.";
    NoLicense "no_license" "no licence" "no_license" Never
        "The campaign has no CustomerHub licence.";
    NoPhoneNumber "no_phone_number" "no phone number" "fax-letter" Never
        "The contact has no phone number.";
}

impl Reason {
    /// The reason in a few words, for one contact, whose email address has this status: `not marketable: unsubscribed`.
    pub fn brief_for(self, email: EmailStatus) -> String {
        // “Not marketable: non-marketable” would say nothing more.
        match self == Reason::EmailNotMarketable && email != EmailStatus::NonMarketable {
            true => format!("{}: {}", self.brief(), email.label()),
            false => self.brief().to_owned(),
        }
    }

    /// The reason as a sentence, for one contact, whose email address has this status.
    pub fn sentence_for(self, email: EmailStatus) -> String {
        match self == Reason::EmailNotMarketable {
            true => {
                let status = email.label();
                format!("The status of the contact's email address, {status}, doesn't allow marketing email.")
            }
            false => self.sentence().to_owned(),
        }
    }
}

impl Outcome {
    /// The number of codes.
    pub const CODES: usize = 3 + Reason::ALL.len();

    /// The outcome as a small number, for columns and counters.
    #[inline]
    pub const fn code(self) -> u8 {
        match self {
            Outcome::Ran => 0,
            Outcome::Waiting => 1,
            Outcome::Held => 2,
            Outcome::Skipped(reason) => 3 + reason as u8,
        }
    }

    /// The outcome of a code. An unknown code gives `Held`, but doesn't occur.
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

    /// The word that files use.
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
            Outcome::Ran | Outcome::Waiting | Outcome::Held => "",
        }
    }
}

/// The status of a contact in a sequence (`rules.md` §3).
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
    /// All values, in a fixed order.
    pub const ALL: [Status; 5] = [Status::Active, Status::Held, Status::FellOut, Status::Queued, Status::NotEntered];

    /// The status as a label for people.
    pub const fn label(self) -> &'static str {
        match self {
            Status::Active => "Waiting",
            Status::Held => "Held",
            Status::FellOut => "Dropped out",
            Status::Queued => "Finished",
            Status::NotEntered => "Not entered",
        }
    }

    /// The word that files use.
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
    fn a_contact_is_told_the_status_that_stops_an_email() {
        let reason = Reason::EmailNotMarketable;
        assert_eq!(reason.brief_for(EmailStatus::Unsubscribed), "not marketable: unsubscribed");
        assert_eq!(reason.brief_for(EmailStatus::HardBounce), "not marketable: hard bounce");
        assert_eq!(reason.brief_for(EmailStatus::NonMarketable), "not marketable");
        assert_eq!(
            reason.sentence_for(EmailStatus::Unsubscribed),
            "The status of the contact's email address, unsubscribed, doesn't allow marketing email."
        );
        for reason in Reason::ALL.into_iter().filter(|other| *other != reason) {
            assert_eq!(reason.brief_for(EmailStatus::Unsubscribed), reason.brief());
            assert_eq!(reason.sentence_for(EmailStatus::Unsubscribed), reason.sentence());
        }
    }

    #[test]
    fn codes_go_there_and_back() {
        let skipped = Reason::ALL.into_iter().map(Outcome::Skipped);
        for outcome in [Outcome::Ran, Outcome::Waiting, Outcome::Held].into_iter().chain(skipped) {
            assert_eq!(Outcome::of_code(outcome.code()), outcome);
            assert!((outcome.code() as usize) < Outcome::CODES);
        }
    }
}
