//! The titles of planned events: who and what.

use crate::campaign::item::Item;
use crate::campaign::text::thousands;
use crate::simulate::effects::Effect;
use crate::simulate::kinds::Detail;
use crate::simulate::record::Contact;
use crate::simulate::settle::Assignment;

use super::rehearsed::RunAtInstant;

/// The effects of several contacts of a run, each on its own.
pub(super) struct ContactEffects<'a> {
    rehearsed: &'a RunAtInstant<'a>,
    /// The assignments, by contact.
    given: Vec<Assignment>,
}

impl<'a> ContactEffects<'a> {
    /// The effects of a run's contacts.
    pub(super) fn new(rehearsed: &'a RunAtInstant<'a>) -> Self {
        Self { rehearsed, given: rehearsed.kept.assignments(rehearsed.scene).by_contact() }
    }

    /// The effects of the contact at a position in the list.
    pub(super) fn of(&self, place: u64) -> Vec<Effect> {
        let from = self.given.partition_point(|made| made.place < place);
        let given = &self.given[from..];
        let given = &given[..given.partition_point(|made| made.place == place)];
        effects_of(self.rehearsed, place, given)
    }
}

/// The effects of one contact of a run. For several, [`ContactEffects`] sorts the assignments only once.
pub(super) fn effects_of_one(rehearsed: &RunAtInstant<'_>, place: u64) -> Vec<Effect> {
    effects_of(rehearsed, place, &rehearsed.kept.assignments(rehearsed.scene).of_contact(place))
}

fn effects_of(rehearsed: &RunAtInstant<'_>, place: u64, given: &[Assignment]) -> Vec<Effect> {
    let (scene, kept) = (rehearsed.scene, rehearsed.kept);
    let contact = kept.population.places().locate(place).map(|(block, row)| Contact { block, row });
    let Some((contact, (segment, row))) = contact.zip(kept.run.locate(place)) else { return Vec::new() };
    let visits = segment.span(row).map(|at| segment.visit(at));
    kept.effect_context(scene).effects(contact, place, visits, given, &mut Vec::new())
}

/// What an item does for one contact: `Call Nathan Cole`, `Email “Welcome” to Ana Diaz`.
pub(super) fn for_one(item: &Item, detail: Option<&Detail>, who: &str) -> String {
    let about = |title: &str, named: String| {
        let title = if title.trim().is_empty() { item.called() } else { title.trim() };
        if title.contains(who) { title.to_owned() } else { format!("{title} {named}") }
    };
    if let Some(Detail::Appointment(made)) = detail {
        about(&made.title, format!("with {who}"))
    } else if let Some(Detail::Task(task)) = detail {
        about(&task.title, format!("({who})"))
    } else {
        for_several(item, who)
    }
}

/// What an item does for several contacts, which are named together.
pub(super) fn for_several(item: &Item, who: &str) -> String {
    let toward = item.kind.description().planned.unwrap_or("for");
    format!("{} “{}” {toward} {who}", item.kind.label(), item.called())
}

/// The contacts of a planned event: all of a few by name, else how many, and the first of them.
pub(super) fn names(rehearsed: &RunAtInstant<'_>, named: &[u64], people: u64) -> String {
    let places = rehearsed.kept.population.places();
    let located = named.iter().filter_map(|place| places.locate(*place));
    let names: Vec<String> = located.map(|(block, row)| Contact { block, row }.called()).collect();
    let more = people.saturating_sub(names.len() as u64);
    match (names.split_last(), more) {
        (None, _) => format!("{} contacts", thousands(people)),
        (Some((last, [])), 0) => last.clone(),
        (Some((last, rest)), 0) => format!("{} and {last}", rest.join(", ")),
        (Some(_), more) => {
            format!("{} contacts: {} and {} more", thousands(people), names.join(", "), thousands(more))
        }
    }
}
