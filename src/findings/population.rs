//! Facts about the contacts that rules need: the first entry in each zone, and which fields have a value for any
//! contact.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::calendar::{Instant, Zone};
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field};
use crate::contacts::block::{Block, Population};

/// The contacts of a rehearsal, for the rules that need contacts.
#[derive(Clone, Copy, Debug)]
pub struct CheckedContacts<'a> {
    /// The contacts of the rehearsal.
    pub population: &'a Population,
    /// The entry time of contacts that have none.
    pub default_entry: Instant,
}

/// Facts about a population.
pub(super) struct PopulationFacts<'a> {
    population: &'a Population,
    campaign: &'a Campaign,
    /// The campaign's time zone, if it exists.
    pub zone: Option<Zone>,
    /// When the first contact enters; the default entry time if there are no contacts.
    pub first_entry: Instant,
    /// The first entry in each zone that a timer may work in.
    pub first_entries: Vec<(Zone, Instant)>,
    /// Owners who aren't users, with the number of their contacts, in the order of the list.
    pub unknown_owners: Vec<(String, usize)>,
    /// Whether any contact has a value, for each field that a rule has asked for.
    filled: FxHashMap<Field, bool>,
}

impl<'a> PopulationFacts<'a> {
    pub(super) fn new(campaign: &'a Campaign, people: CheckedContacts<'a>) -> Self {
        let zone = Zone::named(&campaign.time_zone);
        let (first_entry, first_entries) = entries(people, zone.as_ref());
        Self {
            population: people.population,
            campaign,
            zone,
            first_entry,
            first_entries,
            unknown_owners: unknown_owners(campaign, people.population),
            filled: FxHashMap::default(),
        }
    }

    /// The number of contacts.
    pub(super) fn len(&self) -> usize {
        self.population.len()
    }

    /// Whether any contact has a value in a field.
    pub(super) fn is_filled(&mut self, field: Field) -> bool {
        if let Some(&is_filled) = self.filled.get(&field) {
            return is_filled;
        }
        let is_filled = self.population.blocks().iter().any(|block| self.is_filled_in(field, block));
        self.filled.insert(field, is_filled);
        is_filled
    }

    /// Whether any contact has an address that marketing email may be sent to.
    pub(super) fn is_marketable(&self) -> bool {
        self.any(|block, row| block.status(row).is_marketable() && !block.column(Column::Email, row).is_empty())
    }

    /// Whether any contact has a value in all of some columns.
    pub(super) fn has_all(&mut self, columns: &[Column]) -> bool {
        if let [column] = columns {
            return self.is_filled(Field::Column(*column));
        }
        self.any(|block, row| columns.iter().all(|&column| !block.column(column, row).is_empty()))
    }

    fn any(&self, test: impl Fn(&Block, usize) -> bool) -> bool {
        self.population.blocks().iter().any(|block| (0..block.len()).any(|row| test(block, row)))
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

/// The first entry of all contacts, and in each zone. A contact without a zone is in the campaign's.
fn entries(people: CheckedContacts<'_>, campaign: Option<&Zone>) -> (Instant, Vec<(Zone, Instant)>) {
    let mut first: Option<Instant> = None;
    let mut by_zone: Vec<(Zone, Instant)> = Vec::new();
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut last = 0;
    for block in people.population.blocks() {
        for row in 0..block.len() {
            let at = block.entered(row).unwrap_or(people.default_entry);
            first = Some(first.map_or(at, |first| first.min(at)));
            let Some(zone) = block.zone(row).or(campaign) else { continue };
            if !by_zone.get(last).is_some_and(|(known, _)| known.is_same(zone)) {
                last = *places.entry(zone.name().to_owned()).or_insert_with(|| {
                    by_zone.push((zone.clone(), at));
                    by_zone.len() - 1
                });
            }
            by_zone[last].1 = by_zone[last].1.min(at);
        }
    }
    if by_zone.is_empty() {
        by_zone.extend(campaign.map(|zone| (zone.clone(), people.default_entry)));
    }
    (first.unwrap_or(people.default_entry), by_zone)
}

fn unknown_owners(campaign: &Campaign, population: &Population) -> Vec<(String, usize)> {
    let users: FxHashSet<&str> = campaign.directory.users.iter().map(|user| user.id.as_str()).collect();
    let mut unknown: Vec<(String, usize)> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for block in population.blocks() {
        let Some(slot) = block.layout().text_slot(Field::Column(Column::Owner)) else { continue };
        for row in 0..block.len() {
            let owner = block.text_at(slot, row);
            if owner.is_empty() || users.contains(owner) {
                continue;
            }
            let place = *places.entry(owner).or_insert_with(|| {
                unknown.push((owner.to_owned(), 0));
                unknown.len() - 1
            });
            unknown[place].1 += 1;
        }
    }
    unknown
}
