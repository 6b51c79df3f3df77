//! Why an item was skipped or holds a contact, what its answer means, and what follows from that.

use crate::calendar::derivation::DerivationStep;
use crate::campaign::item::Item;
use crate::campaign::kinds::{Basis, CreateAppointment, Family, Kind, Response, SendHttpPost};
use crate::contacts::status::EmailStatus;
use crate::findings::why_not_set_up;
use crate::simulate::outcome::{Outcome, Reason};
use crate::simulate::story::{Explained, JumpEnd, MissedTimer};

use super::story_context::StoryContext;

/// Why a visit was skipped, in a few words after “skipped”.
pub fn brief(context: &StoryContext<'_>, explained: &Explained, reason: Reason, email: EmailStatus) -> String {
    match &explained.missed {
        Some(missed) if missed.reason == Reason::FieldEmpty => after(context, missed),
        Some(missed) => format!("after {}, which was missed", context.named(missed.rank)),
        None => reason.brief_for(email),
    }
}

/// `after “1 week before”, whose field is empty`.
fn after(context: &StoryContext<'_>, missed: &MissedTimer) -> String {
    let why = match missed {
        MissedTimer { lacks_year: true, .. } => "whose field has no year",
        MissedTimer { reason: Reason::FieldEmpty, .. } => "whose field is empty",
        _ => "whose time had passed when the contact arrived",
    };
    format!("after {}, {why}", context.named(missed.rank))
}

/// Why an item was skipped or holds the contact, or what its answer means, and what follows from that.
pub(super) fn consequences(
    context: &StoryContext<'_>,
    item: &Item,
    explained: &Explained,
    outcome: Outcome,
    email: EmailStatus,
) -> Vec<String> {
    match outcome {
        Outcome::Skipped(reason) => {
            let ahead = explained.ahead.as_ref().filter(|_| item.kind.family() == Family::Timer);
            let why = why_skipped(context, item, explained, reason, email);
            why.into_iter().chain(ahead.map(|end| skips_ahead(context, end))).collect()
        }
        Outcome::Held => vec![held(context, item)],
        Outcome::Ran => answer(item).into_iter().collect(),
        Outcome::Waiting => Vec::new(),
    }
}

fn why_skipped(
    context: &StoryContext<'_>,
    item: &Item,
    explained: &Explained,
    reason: Reason,
    email: EmailStatus,
) -> Option<String> {
    let last = explained.steps.iter().rev().find(|step| !matches!(step, DerivationStep::Passed));
    match (reason, &explained.missed, last) {
        (Reason::BehindPassedTimer, Some(missed), _) => {
            Some(format!("It comes {}, so it is skipped, too.", after(context, missed)))
        }
        // The steps have said why.
        (Reason::FieldEmpty, _, Some(DerivationStep::YearMissing { .. })) => None,
        (Reason::DatePassed, _, Some(DerivationStep::Window { met: None, span, .. })) => {
            (span.opens >= span.closes).then(|| "So its time counts as passed.".to_owned())
        }
        (Reason::FieldEmpty, ..) => Some(match read_field(&item.kind) {
            Some(key) => format!("The field {} is empty for this contact.", context.field(key)),
            None => reason.sentence_for(email),
        }),
        _ => Some(reason.sentence_for(email)),
    }
}

/// The key of the date field that an item reads.
fn read_field(kind: &Kind) -> Option<&str> {
    if let Kind::CreateAppointment(CreateAppointment { basis: Some(Basis::Field(key)), .. }) = kind {
        return Some(key);
    }
    kind.settings().read_field()
}

/// Where a contact goes on that has missed a timer.
fn skips_ahead(context: &StoryContext<'_>, end: &JumpEnd) -> String {
    if !context.is_whole {
        return "The contact skips ahead to the next timer that still applies, if there is one.".to_owned();
    }
    let ends = match end.skips_timers {
        true => "No later timer on its track applies either, so the track ends here for the contact.",
        false => "No timer follows on its track, so the track ends here for the contact.",
    };
    let mut timers: Vec<String> = end.timers.iter().map(|rank| context.named(*rank)).collect();
    if end.more > 0 {
        timers.push(format!("{} more", end.more));
    }
    match timers.split_last() {
        None => ends.to_owned(),
        Some((last, others)) => {
            let others = if others.is_empty() { String::new() } else { format!("{} and ", others.join(", ")) };
            let rest = if end.falls_out { " Where no timer follows that still applies, the track ends." } else { "" };
            format!("The contact skips ahead to {others}{last}.{rest}")
        }
    }
}

fn held(context: &StoryContext<'_>, item: &Item) -> String {
    let why = why_not_set_up(&item.kind, context.directory()).map(|why| format!(" ({why})")).unwrap_or_default();
    format!("The timer is not set up{why}, so it holds all contacts: complete its schedule to release them.")
}

/// Whether there is something to say about the answer to an item that ran.
pub fn has_answer(item: &Item) -> bool {
    matches!(item.kind, Kind::SendHttpPost(_))
}

/// What the simulated answer to an HTTP post means (`rules.md` §7).
fn answer(item: &Item) -> Option<String> {
    let Kind::SendHttpPost(SendHttpPost { simulated_response, .. }) = &item.kind else { return None };
    let answer = match simulated_response {
        Response::Status(status) => status.to_string(),
        Response::Timeout => "a time-out".to_owned(),
    };
    let meaning = simulated_response.meaning();
    Some(format!("The answer set on the item is {answer}: {meaning}. Nothing was sent, and the contact continues."))
}
