//! Facts about the contacts that rules need: the first entry in each zone, and which fields have a value for any
//! contact.

use std::sync::{Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::calendar::{Instant, Zone};
use crate::campaign::choices::RehearsalChoices;
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::item::Item;
use crate::campaign::kinds::Kind;
use crate::contacts::block::{Block, Population};

use super::finding::Finding;

/// Whom the rules take for the people who enter.
#[derive(Clone, Copy, Debug)]
pub struct CheckedContacts<'a> {
    /// The contacts; `None` if nobody is known.
    pub facts: Option<&'a EnteringContacts>,
    /// The only sequence that these contacts enter; `None` if they enter every one.
    pub enters: Option<SequenceId>,
    /// When contacts enter a sequence of which no contacts are known. Dates are compared with it.
    pub entry: AssumedEntry<'a>,
}

/// When contacts enter a sequence of which no contacts are known.
#[derive(Clone, Copy, Debug)]
pub enum AssumedEntry<'a> {
    /// At this instant, whatever the rehearsals say.
    Given(Instant),
    /// When the sequence's rehearsal begins; at the current time if it has none.
    ByRehearsal {
        /// The chosen rehearsals.
        choices: &'a RehearsalChoices,
        /// The current time.
        now: Instant,
    },
}

impl CheckedContacts<'_> {
    /// Adds to a finding that needs contacts who the contacts are.
    pub fn say_who(&self, finding: &mut Finding) {
        let source = self.facts.map_or("", EnteringContacts::source);
        let is_theirs = self.enters.is_none_or(|id| finding.sequence.is_none_or(|of| of == id));
        if finding.code.needs_contacts() && is_theirs && !source.is_empty() {
            finding.help.push(' ');
            finding.help.push_str(source);
        }
    }
}

/// The contacts who reached a timer in a run, and how many of them came too late for it.
#[derive(Clone, Debug, PartialEq)]
pub struct TimerArrivals {
    /// The settings of the timer in that run.
    pub kind: Kind,
    /// The number of contacts who reached it.
    pub arrived: u64,
    /// The number of those for whom its date had passed.
    pub late: u64,
    /// When the first contact reached it.
    pub first: Instant,
}

/// Facts about a list of contacts. They are made once for a list, and serve every check of the campaign.
#[derive(Debug)]
pub struct EnteringContacts {
    population: Population,
    /// When the first contact enters.
    first_entry: Instant,
    /// The first entry in each zone; `None` stands for contacts without a zone.
    first_entries: Vec<(Option<Zone>, Instant)>,
    /// Every owner with the number of contacts, in the order of the list.
    owners: Vec<(String, usize)>,
    arrivals: FxHashMap<ItemRef, TimerArrivals>,
    /// Whether they were generated, so that nobody entered their dates.
    is_generated: bool,
    source: String,
    /// Whether any contact has a value, for each field that a rule has asked for.
    filled: Mutex<FxHashMap<KnownField, bool>>,
}

/// A field by what stays the same when the campaign changes: a column, or the key of a custom field.
type KnownField = Result<Column, String>;

impl EnteringContacts {
    /// The facts about a list. Contacts without an entry time enter at `default_entry`.
    pub fn new(population: &Population, default_entry: Instant) -> Self {
        let (first_entry, first_entries) = entries(population, default_entry);
        Self {
            population: population.clone(),
            first_entry,
            first_entries,
            owners: owners(population),
            arrivals: FxHashMap::default(),
            is_generated: false,
            source: String::new(),
            filled: Mutex::default(),
        }
    }

    /// The same facts, if a rehearsal says when the first contact enters.
    pub fn entering_from(mut self, first: Instant) -> Self {
        self.first_entry = first;
        self.first_entries.iter_mut().for_each(|(_, at)| *at = first);
        self
    }

    /// The same facts, with the arrivals of a run.
    pub fn with_arrivals(mut self, arrivals: impl IntoIterator<Item = (ItemRef, TimerArrivals)>) -> Self {
        self.arrivals.extend(arrivals);
        self
    }

    /// The same facts, of generated contacts or not.
    pub fn generated(mut self, is_generated: bool) -> Self {
        self.is_generated = is_generated;
        self
    }

    /// The same facts, with a sentence on who the contacts are. Findings that need contacts end with it.
    pub fn known_as(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }

    /// The number of contacts.
    pub fn len(&self) -> usize {
        self.population.len()
    }

    /// Whether there are no contacts.
    pub fn is_empty(&self) -> bool {
        self.population.is_empty()
    }

    /// When the first contact enters.
    pub fn first_entry(&self) -> Instant {
        self.first_entry
    }

    /// Who the contacts are, in a sentence; empty if it goes without saying.
    pub fn source(&self) -> &str {
        &self.source
    }
}

/// Facts about the contacts, as seen by one campaign.
pub(super) struct PopulationFacts<'a> {
    facts: &'a EnteringContacts,
    campaign: &'a Campaign,
    /// The campaign's time zone, if it exists.
    pub zone: Option<Zone>,
    /// When the first contact enters.
    pub first_entry: Instant,
    /// The first entry in each zone that a timer may work in.
    pub first_entries: Vec<(Zone, Instant)>,
    /// Owners who aren't users, with the number of their contacts, in the order of the list.
    pub unknown_owners: Vec<(String, usize)>,
}

impl<'a> PopulationFacts<'a> {
    pub(super) fn new(campaign: &'a Campaign, facts: &'a EnteringContacts) -> Self {
        let zone = Zone::named(&campaign.time_zone);
        let known = |(of, at): &(Option<Zone>, Instant)| Some((of.clone().or_else(|| zone.clone())?, *at));
        let mut first_entries: Vec<(Zone, Instant)> = facts.first_entries.iter().filter_map(known).collect();
        if first_entries.is_empty() {
            first_entries.extend(zone.clone().map(|zone| (zone, facts.first_entry)));
        }
        let users: FxHashSet<&str> = campaign.directory.users.iter().map(|user| user.id.as_str()).collect();
        let unknown = facts.owners.iter().filter(|(owner, _)| !users.contains(owner.as_str()));
        Self {
            facts,
            campaign,
            first_entry: facts.first_entry,
            first_entries,
            unknown_owners: unknown.cloned().collect(),
            zone,
        }
    }

    /// The arrivals at a timer in the run, unless the timer has been changed since.
    pub(super) fn arrivals(&self, sequence: SequenceId, item: &Item) -> Option<&'a TimerArrivals> {
        let arrivals = self.facts.arrivals.get(&sequence.item(item.id))?;
        (arrivals.kind == item.kind && arrivals.arrived > 0).then_some(arrivals)
    }

    /// Whether the contacts were generated, so that nobody entered their dates.
    pub(super) fn is_generated(&self) -> bool {
        self.facts.is_generated
    }

    /// The number of contacts.
    pub(super) fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether any contact has a value in a field.
    pub(super) fn is_filled(&self, field: Field) -> bool {
        let key = match field {
            Field::Column(column) => Ok(column),
            Field::Custom(place) => match self.campaign.directory.custom_fields.get(place) {
                Some(field) => Err(field.key.clone()),
                None => return false,
            },
        };
        // A check that panicked left nothing half done: the answers stay true.
        let filled = |facts: &'a EnteringContacts| facts.filled.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&is_filled) = filled(self.facts).get(&key) {
            return is_filled;
        }
        let is_filled = self.facts.population.blocks().iter().any(|block| self.is_filled_in(field, block));
        filled(self.facts).insert(key, is_filled);
        is_filled
    }

    /// Whether any contact has an address that marketing email may be sent to.
    pub(super) fn is_marketable(&self) -> bool {
        self.any(|block, row| block.status(row).is_marketable() && !block.column(Column::Email, row).is_empty())
    }

    /// Whether any contact has a value in all of some columns.
    pub(super) fn has_all(&self, columns: &[Column]) -> bool {
        if let [column] = columns {
            return self.is_filled(Field::Column(*column));
        }
        self.any(|block, row| columns.iter().all(|&column| !block.column(column, row).is_empty()))
    }

    fn any(&self, test: impl Fn(&Block, usize) -> bool) -> bool {
        self.facts.population.blocks().iter().any(|block| (0..block.len()).any(|row| test(block, row)))
    }

    fn is_filled_in(&self, field: Field, block: &Block) -> bool {
        let mut rows = 0..block.len();
        match field {
            Field::Column(Column::EmailStatus) => !block.is_empty(),
            Field::Column(Column::TimeZone) => rows.any(|row| block.zone(row).is_some()),
            Field::Column(Column::Entered) => rows.any(|row| block.entered(row).is_some()),
            field => {
                let Some(field) = self.in_layout(field, block) else { return false };
                let layout = block.layout();
                if let Some(slot) = layout.text_slot(field) {
                    return rows.any(|row| !block.text_at(slot, row).is_empty());
                }
                layout.date_slot(field).is_some_and(|slot| rows.any(|row| block.date_at(slot, row).is_some()))
            }
        }
    }

    /// The same field in the layout of the contacts, which may be from an earlier state of the campaign; `None` if it
    /// isn't there.
    fn in_layout(&self, field: Field, block: &Block) -> Option<Field> {
        let Field::Custom(place) = field else { return Some(field) };
        let key = &self.campaign.directory.custom_fields.get(place)?.key;
        block.layout().custom_fields().iter().position(|known| known.key == *key).map(Field::Custom)
    }
}

/// The first entry of all contacts, and in each zone.
fn entries(population: &Population, default_entry: Instant) -> (Instant, Vec<(Option<Zone>, Instant)>) {
    let mut first: Option<Instant> = None;
    let mut by_zone: Vec<(Option<Zone>, Instant)> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut last = 0;
    for block in population.blocks() {
        for row in 0..block.len() {
            let at = block.entered(row).unwrap_or(default_entry);
            first = Some(first.map_or(at, |first| first.min(at)));
            let zone = block.zone(row);
            let is_last = by_zone.get(last).is_some_and(|(known, _)| match (known, zone) {
                (Some(known), Some(zone)) => known.is_same(zone),
                (known, zone) => known.is_none() && zone.is_none(),
            });
            if !is_last {
                let name = zone.map(|zone| zone.name().to_owned()).unwrap_or_default();
                last = *places.entry(name).or_insert_with(|| {
                    by_zone.push((zone.cloned(), at));
                    by_zone.len() - 1
                });
            }
            by_zone[last].1 = by_zone[last].1.min(at);
        }
    }
    (first.unwrap_or(default_entry), by_zone)
}

/// Every owner with the number of contacts.
fn owners(population: &Population) -> Vec<(String, usize)> {
    let mut owners: Vec<(String, usize)> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for block in population.blocks() {
        let Some(slot) = block.layout().text_slot(Field::Column(Column::Owner)) else { continue };
        for row in 0..block.len() {
            let owner = block.text_at(slot, row);
            if owner.is_empty() {
                continue;
            }
            let place = *places.entry(owner).or_insert_with(|| {
                owners.push((owner.to_owned(), 0));
                owners.len() - 1
            });
            owners[place].1 += 1;
        }
    }
    owners
}
