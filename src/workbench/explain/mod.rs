//! One contact's story in words: why each item ran, was skipped, waits or is held, and how its instant was computed.
//!
//! **Owns** the chapters of a story and their sentences, for `dripline explain`, for the story in the window and for the
//! examples of a timer.
//! **Must not know** how an outcome comes about: [`crate::simulate::story`] gives the visits with their derivations.
//! **Start reading** at [`explain_contact`].
//! **Invariants**: every text that says why something happened to one contact comes from here; a sentence is one line.

pub mod reasons;
pub mod story_context;

use crate::calendar::derivation::DerivationStep;
use crate::calendar::timer::DayCount;
use crate::calendar::words::{length, long_instant, short_instant};
use crate::calendar::{Instant, Zone};
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::campaign::text::one_line;
use crate::contacts::status::EmailStatus;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::owners::GivenOwners;
use crate::simulate::record::Contact;
use crate::simulate::story::{Explained, explain_with};

use super::scene::RunScene;
use story_context::StoryContext;

/// The part of a story about one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// The sequence and the id of the item.
    pub item: ItemRef,
    /// `Delay timer “Wait 3 days” (item 3)`.
    pub title: String,
    /// `ran`, `skipped: draft`, `waiting`, `held`, and when.
    pub outcome: String,
    /// Why this happened, in sentences.
    pub sentences: Vec<String>,
}

/// The whole story of a contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The status of the contact at the end.
    pub status: Status,
    /// The items, in the order of the story.
    pub chapters: Vec<Chapter>,
    /// The number of tracks that have ended for the contact.
    pub ended: usize,
    /// The number of these that ended at a missed timer: the contact has dropped out of them.
    pub dropped: usize,
}

/// The story of a contact that enters at `entry`.
pub fn explain_contact(scene: &RunScene, contact: Contact<'_>, entry: Instant) -> Story {
    explain_contact_with(scene, contact, entry, GivenOwners::default())
}

/// As [`explain_contact`], with the owners that round robins gave the contact.
pub fn explain_contact_with(scene: &RunScene, contact: Contact<'_>, entry: Instant, given: GivenOwners) -> Story {
    let (visits, status) = explain_with(&scene.plan, contact, entry, scene.until, given);
    let chapters = visits.iter().map(|explained| chapter(scene, contact, explained)).collect();
    let has_ended = |explained: &&Explained| {
        let Explained { visit, .. } = explained;
        scene.plan.next(visit.rank).is_empty() && visit.through().is_some()
    };
    let ends: Vec<&Explained> = visits.iter().filter(has_ended).collect();
    let dropped = ends.iter().filter(|explained| explained.ahead.is_some()).count();
    Story { status, chapters, ended: ends.len(), dropped }
}

fn chapter(scene: &RunScene, contact: Contact<'_>, explained: &Explained) -> Chapter {
    let context = StoryContext::of(scene);
    let plan_item = &scene.plan.items()[explained.visit.rank as usize];
    let item = &scene.sequence().items[plan_item.place];
    let zone = match item.kind.family() {
        Family::Timer => &explained.zone,
        _ => contact.zone().unwrap_or(scene.plan.zone()),
    };
    let email = contact.email_status();
    Chapter {
        item: plan_item.item,
        title: title(item),
        outcome: outcome(&context, explained, email, zone),
        sentences: sentences(&context, item, explained, email, (zone, scene.until)),
    }
}

/// How an item is named in a sentence.
pub fn title(item: &Item) -> String {
    let (label, name) = (item.kind.label(), one_line(&item.name));
    match name.trim() {
        "" => format!("{label} (item {})", item.id),
        name => format!("{label} “{name}” (item {})", item.id),
    }
}

fn outcome(context: &StoryContext<'_>, explained: &Explained, email: EmailStatus, zone: &Zone) -> String {
    let visit = &explained.visit;
    let due = visit.due.map(|due| format!("{} {} ({due})", long_instant(due, zone), zone.place()));
    match (visit.outcome, due) {
        (Outcome::Ran, Some(due)) => format!("ran {due}"),
        (Outcome::Ran, None) => "ran".to_owned(),
        (Outcome::Waiting, Some(due)) => format!("waiting until {due}"),
        (Outcome::Waiting, None) => "waiting until after 2099".to_owned(),
        (Outcome::Held, _) => "held".to_owned(),
        (Outcome::Skipped(reason), _) => format!("skipped: {}", reasons::brief(context, explained, reason, email)),
    }
}

/// Why a visit has its outcome, in sentences.
pub fn sentences(
    context: &StoryContext<'_>,
    item: &Item,
    explained: &Explained,
    email: EmailStatus,
    (zone, until): (&Zone, Instant),
) -> Vec<String> {
    let mut sentences = sentences_at(context, item, explained, explained.visit.outcome, (email, zone));
    if explained.visit.outcome == Outcome::Waiting && explained.visit.due.is_some() {
        sentences.push(format!("The rehearsal ends before that, {} {}.", long_instant(until, zone), zone.place()));
    }
    sentences
}

/// Why a visit has an outcome as of an instant, in sentences.
pub fn sentences_at(
    context: &StoryContext<'_>,
    item: &Item,
    explained: &Explained,
    outcome: Outcome,
    (email, zone): (EmailStatus, &Zone),
) -> Vec<String> {
    let mut sentences = derivation(explained, zone);
    sentences.extend(reasons::consequences(context, item, explained, outcome, email));
    sentences
}

/// When a contact arrived, and how the instant at which it continues was computed, in sentences.
fn derivation(explained: &Explained, zone: &Zone) -> Vec<String> {
    let mut sentences = vec![format!("Arrived {} {}.", short_instant(explained.visit.arrived, zone), zone.place())];
    // The step for a window has already named the instant, or said that it has passed.
    let is_named = explained.steps.iter().any(|step| matches!(step, DerivationStep::Window { met: Some(_), .. }));
    let is_told = |step: &DerivationStep| match step {
        DerivationStep::Due { .. } => is_named,
        // Said as the reason.
        DerivationStep::Passed => true,
        _ => false,
    };
    let steps = worth_saying(explained, zone).filter(|step| !is_told(step));
    sentences.extend(steps.map(|step| step.sentence(zone)));
    sentences.extend(shorter_than_a_day(explained));
    sentences
}

/// That a wait of days is shorter than a day, if it is.
fn shorter_than_a_day(explained: &Explained) -> Option<String> {
    let counts_dates = explained
        .steps
        .iter()
        .any(|step| matches!(step, DerivationStep::WaitedDays { amount: 1.., day_count: DayCount::CalendarDays, .. }));
    let waits = explained.visit.due?.utc_secs() - explained.visit.arrived.utc_secs();
    let is_short = counts_dates && (1..24 * 3_600).contains(&waits);
    is_short.then(|| format!("That is {} after the contact arrived, less than a day.", length(waits)))
}

/// The steps, without the field's dates in years that were over when the contact arrived.
fn worth_saying<'a>(explained: &'a Explained, zone: &Zone) -> impl Iterator<Item = &'a DerivationStep> {
    let arrived = zone.local_at(explained.visit.arrived).date().civil().0;
    let steps = explained.steps.as_slice();
    let year = |step: &DerivationStep| {
        let DerivationStep::Occurrence { year, target, .. } = step else { return None };
        Some((*year).max(target.civil().0))
    };
    let first = steps.iter().position(|step| year(step).is_some());
    let current = steps.iter().position(|step| year(step).is_some_and(|year| year >= arrived));
    let over = first.zip(current).map_or(0..0, |(first, current)| first..current);
    steps.iter().enumerate().filter(move |(place, _)| !over.contains(place)).map(|(_, step)| step)
}
