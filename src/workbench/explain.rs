//! One contact's story in words: why each item ran, was skipped, waits or is held, and how its instant was computed.

use crate::calendar::derivation::DerivationStep;
use crate::calendar::words::{long_instant, short_instant};
use crate::calendar::{Instant, Zone};
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::contacts::status::EmailStatus;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::owners::GivenOwners;
use crate::simulate::record::Contact;
use crate::simulate::story::{Explained, explain_with};

use super::scene::RunScene;

/// The part of a story about one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// The sequence and the id of the item.
    pub item: ItemRef,
    /// `Delay timer “Wait 3 days” (item 3)`.
    pub title: String,
    /// `ran`, `skipped (draft)`, `waiting`, `held`, and when.
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
}

/// The story of a contact that enters at `entry`.
pub fn explain_contact(scene: &RunScene, contact: Contact<'_>, entry: Instant) -> Story {
    explain_contact_with(scene, contact, entry, GivenOwners::default())
}

/// As [`explain_contact`], with the owners that round robins gave the contact.
pub fn explain_contact_with(scene: &RunScene, contact: Contact<'_>, entry: Instant, given: GivenOwners) -> Story {
    let (visits, status) = explain_with(&scene.plan, contact, entry, scene.until, given);
    let chapters = visits.iter().map(|explained| chapter(scene, contact, explained)).collect();
    Story { status, chapters }
}

fn chapter(scene: &RunScene, contact: Contact<'_>, explained: &Explained) -> Chapter {
    let plan_item = &scene.plan.items()[explained.visit.rank as usize];
    let item = &scene.sequence().items[plan_item.place];
    let zone = match item.kind.family() {
        Family::Timer => &explained.zone,
        _ => contact.zone().unwrap_or(scene.plan.zone()),
    };
    Chapter {
        item: plan_item.item,
        title: title(item),
        outcome: outcome(&explained.visit, contact.email_status(), zone),
        sentences: sentences(item, explained, contact.email_status(), (zone, scene.until)),
    }
}

/// How an item is named in a sentence.
pub fn title(item: &Item) -> String {
    match item.name.as_str() {
        "" => format!("{} (item {})", item.kind.label(), item.id),
        name => format!("{} “{name}” (item {})", item.kind.label(), item.id),
    }
}

fn outcome(visit: &Visit, email: EmailStatus, zone: &Zone) -> String {
    let due = visit.due.map(|due| format!("{} {} ({due})", long_instant(due, zone), zone.place()));
    match (visit.outcome, due) {
        (Outcome::Ran, Some(due)) => format!("ran {due}"),
        (Outcome::Ran, None) => "ran".to_owned(),
        (Outcome::Waiting, Some(due)) => format!("waiting until {due}"),
        (Outcome::Waiting, None) => "waiting until after 2099".to_owned(),
        (Outcome::Held, _) => "held".to_owned(),
        (Outcome::Skipped(reason), _) => format!("skipped: {}", reason.brief_for(email)),
    }
}

/// Why a visit has its outcome, in sentences.
pub(super) fn sentences(
    item: &Item,
    explained: &Explained,
    email: EmailStatus,
    (zone, until): (&Zone, Instant),
) -> Vec<String> {
    let mut sentences = derivation(explained, zone);
    sentences.extend(consequences(item, explained.visit.outcome, email));
    if explained.visit.outcome == Outcome::Waiting && explained.visit.due.is_some() {
        sentences.push(format!("The rehearsal ends before that, {} {}.", long_instant(until, zone), zone.place()));
    }
    sentences
}

/// When a contact arrived, and how the instant at which it continues was computed, in sentences.
pub(super) fn derivation(explained: &Explained, zone: &Zone) -> Vec<String> {
    let arrived = format!("Arrived {} {}.", short_instant(explained.visit.arrived, zone), zone.place());
    // The step for a window has already named the instant.
    let is_named = explained.steps.iter().any(|step| matches!(step, DerivationStep::Window { met: Some(_), .. }));
    let steps = worth_saying(explained, zone).filter(|step| !(is_named && matches!(step, DerivationStep::Due { .. })));
    std::iter::once(arrived).chain(steps.map(|step| step.sentence(zone))).collect()
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

/// Why an item was skipped or holds the contact, and what follows from that.
pub(super) fn consequences(item: &Item, outcome: Outcome, email: EmailStatus) -> impl Iterator<Item = String> {
    let (why, follows) = match outcome {
        // The timer's own steps have said that it has passed.
        Outcome::Skipped(reason) => (
            Some(reason.sentence_for(email)),
            (item.kind.family() == Family::Timer)
                .then(|| "The contact skips ahead to the next timer that still applies.".to_owned()),
        ),
        Outcome::Held => {
            let why = "The timer is not set up, so it holds all contacts: complete its schedule to release them.";
            (Some(why.to_owned()), None)
        }
        Outcome::Waiting | Outcome::Ran => (None, None),
    };
    why.into_iter().chain(follows)
}
