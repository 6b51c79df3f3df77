//! Finds where entries of the directory are used.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::directory::List;
use super::document::Campaign;
use super::fields::Column;
use super::ids::ItemRef;
use super::kinds::setting::Setting;
use super::kinds::walk::{Need, TextKind, Visitor};
use super::merge::ranges;
use super::rehearsal::People;

/// A place where an entry is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The item, round robin or rehearsal.
    pub spot: UsePlace,
    /// The setting: `Tag to apply`.
    pub what: &'static str,
}

/// The part of a campaign that uses an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsePlace {
    /// A setting of this item.
    Item(ItemRef),
    /// The round robin at this index.
    RoundRobin(usize),
    /// A contact typed by hand, in the rehearsal at this index.
    Rehearsal(usize),
}

/// All uses of an entry: items in order, each setting once, then round robins and rehearsals.
pub fn uses(campaign: &Campaign, list: List, name: &str) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    each_use(campaign, &mut |spot, what, of, named| {
        let found = Use { spot, what };
        if of == list && named == name && uses.last() != Some(&found) {
            uses.push(found);
        }
    });
    uses
}

/// The number of uses of each entry of the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UseCounts {
    lists: [Vec<usize>; 7],
}

impl UseCounts {
    /// The counts of a list's entries, by index.
    pub fn of(&self, list: List) -> &[usize] {
        &self.lists[list as usize]
    }
}

/// Counts the uses of each entry, in one pass. For entries with the same name, the first one counts.
pub fn count_all(campaign: &Campaign) -> UseCounts {
    let mut counts = UseCounts::default();
    let mut places: [FxHashMap<&str, usize>; 7] = Default::default();
    for list in List::ALL {
        let length = list.len(&campaign.directory);
        counts.lists[list as usize] = vec![0; length];
        for place in 0..length {
            if let Some(name) = list.name_at(&campaign.directory, place) {
                places[list as usize].entry(name).or_insert(place);
            }
        }
    }
    each_use(campaign, &mut |_, _, list, name| {
        if let Some(&place) = places[list as usize].get(name) {
            counts.lists[list as usize][place] += 1;
        }
    });
    counts
}

/// A function that is called for each use, with its place, the setting, the list, and the entry's name.
type UseVisitor<'a> = dyn FnMut(UsePlace, &'static str, List, &str) + 'a;

fn each_use(campaign: &Campaign, visit: &mut UseVisitor<'_>) {
    for sequence in &campaign.sequences {
        for item in &sequence.items {
            let spot = UsePlace::Item(sequence.id.item(item.id));
            item.kind.walk(&mut NameVisitor(&mut |what, list, name| visit(spot, what, list, name)));
            item.kind.walk(&mut TextVisitor(&mut |text| {
                merge_keys(text).for_each(|key| visit(spot, "Merge field", List::Fields, &text[key]));
            }));
        }
    }
    for (number, robin) in campaign.directory.round_robins.iter().enumerate() {
        robin.members.iter().for_each(|(id, _)| visit(UsePlace::RoundRobin(number), "Member", List::Users, id));
    }
    for (number, rehearsal) in campaign.rehearsals.iter().enumerate() {
        let People::People(people) = &rehearsal.people else { continue };
        let spot = UsePlace::Rehearsal(number);
        for (key, cell) in people.iter().flat_map(|person| &person.0) {
            match key.as_str() {
                "owner" => visit(spot, "Owner", List::Users, cell),
                "tags" => cell.split(';').for_each(|tag| visit(spot, "Tag", List::Tags, tag.trim())),
                key => visit(spot, "Field", List::Fields, key),
            }
        }
    }
}

/// Calls a function for each setting that names an entry.
struct NameVisitor<'v>(&'v mut dyn FnMut(&'static str, List, &str));

impl<'a> Visitor<'a> for NameVisitor<'_> {
    fn name(&mut self, setting: Setting, list: List, name: &'a String) {
        (self.0)(setting.label(), list, name);
    }
}

/// Calls a function for each text in which merge fields work.
struct TextVisitor<'v>(&'v mut dyn FnMut(&str));

impl<'a> Visitor<'a> for TextVisitor<'_> {
    fn text(&mut self, _: Setting, text: &'a String, writing: TextKind, _: Need) {
        if writing.merges() {
            (self.0)(text);
        }
    }
}

/// The ranges of custom field keys in a text, as in `~Contact.key~`.
fn merge_keys(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    ranges(text).filter_map(|range| {
        let (begins, ends) = (range.start + "~Contact.".len(), range.end - 1);
        let key = text[range].strip_prefix("~Contact.")?.strip_suffix('~')?;
        Column::merged(key).is_none().then_some(begins..ends)
    })
}
