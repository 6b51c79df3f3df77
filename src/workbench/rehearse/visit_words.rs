//! What happened at a visit, and when, in the words that all lists of contacts share.

use crate::calendar::Instant;
use crate::campaign::kinds::Family;
use crate::contacts::status::EmailStatus;
use crate::simulate::outcome::Outcome;

/// The time of a visit that lists show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitTime {
    /// It ran or was skipped at this instant.
    At(Instant),
    /// The contact waits until this instant.
    Until(Instant),
    /// The contact waits longer than simulated time, which ends with 2099.
    BeyondTime,
    /// The contact is held since this instant.
    Since(Instant),
}

impl VisitTime {
    /// The time of a visit with this outcome; `due` is when a timer releases the contact.
    pub fn of(outcome: Outcome, arrived: Instant, due: Option<Instant>) -> Self {
        match (outcome, due) {
            (Outcome::Ran, due) => VisitTime::At(due.unwrap_or(arrived)),
            (Outcome::Skipped(_), _) => VisitTime::At(arrived),
            (Outcome::Waiting, Some(due)) => VisitTime::Until(due),
            (Outcome::Waiting, None) => VisitTime::BeyondTime,
            (Outcome::Held, _) => VisitTime::Since(arrived),
        }
    }

    /// The time in words: `until Fri 6 Mar 09:00`. `say` writes an instant.
    pub fn words(self, say: impl Fn(Instant) -> String) -> String {
        match self {
            VisitTime::At(at) => say(at),
            VisitTime::Until(at) => format!("until {}", say(at)),
            VisitTime::BeyondTime => "until after 2099".to_owned(),
            VisitTime::Since(at) => format!("since {}", say(at)),
        }
    }

    /// The instant, if there is one.
    pub fn instant(self) -> Option<Instant> {
        match self {
            VisitTime::At(at) | VisitTime::Until(at) | VisitTime::Since(at) => Some(at),
            VisitTime::BeyondTime => None,
        }
    }
}

/// What a contact did at an item of this family that ran.
pub fn ran(family: Family) -> &'static str {
    match family {
        Family::Start => "entered",
        Family::Timer => "continued",
        Family::Communication | Family::Process => "ran",
    }
}

/// What happened at a visit to an item of this family: `ran`, `waiting`, `skipped: no email address`. With the status of
/// the contact's email address, it says which one stops an email.
pub fn what(outcome: Outcome, family: Family, email: Option<EmailStatus>) -> String {
    match outcome {
        Outcome::Ran => ran(family).to_owned(),
        Outcome::Skipped(reason) => match email {
            Some(email) => format!("skipped: {}", reason.brief_for(email)),
            None => format!("skipped: {}", reason.brief()),
        },
        Outcome::Waiting => "waiting".to_owned(),
        Outcome::Held => "held".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate::outcome::Reason;

    #[test]
    fn an_outcome_is_said_with_the_time_that_matters() {
        let at = Instant::from_utc_secs;
        let said = |outcome, due: Option<i64>| {
            let time = VisitTime::of(outcome, at(100), due.map(at));
            (what(outcome, Family::Timer, None), time.words(|at| at.utc_secs().to_string()), time.instant())
        };
        let all = [
            (Outcome::Ran, Some(200), "continued", "200", Some(at(200))),
            (Outcome::Ran, None, "continued", "100", Some(at(100))),
            (Outcome::Skipped(Reason::Draft), Some(200), "skipped: draft", "100", Some(at(100))),
            (Outcome::Waiting, Some(200), "waiting", "until 200", Some(at(200))),
            (Outcome::Waiting, None, "waiting", "until after 2099", None),
            (Outcome::Held, None, "held", "since 100", Some(at(100))),
        ];
        for (outcome, due, what, words, instant) in all {
            assert_eq!(said(outcome, due), (what.to_owned(), words.to_owned(), instant));
        }
        let unsubscribed = Some(EmailStatus::Unsubscribed);
        let skipped = Outcome::Skipped(Reason::EmailNotMarketable);
        assert_eq!(what(skipped, Family::Communication, unsubscribed), "skipped: not marketable: unsubscribed");
        assert_eq!([Family::Start, Family::Process].map(ran), ["entered", "ran"]);
    }
}
