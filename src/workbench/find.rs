//! Finds a text anywhere in a campaign.

use std::fmt::Display;
use std::ops::Range;

use crate::campaign::directory::{Directory, List};
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Item;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{FieldFilter, Need, TextKind, Visitor};
use crate::campaign::sentence;
use crate::campaign::sequence::Sequence;
use crate::workbench::needle::Needle;

/// Characters that are shown before and after a match.
const AROUND: usize = 30;

/// Where a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the campaign's own name or description.
    Campaign,
    /// In the name of this sequence.
    Sequence(SequenceId),
    /// In an item, note or frame: its sequence, and its id in that.
    Thing(SequenceId, u64),
    /// In the directory: the list, and the index of the entry.
    Entry(List, usize),
    /// In the name of the rehearsal at this index.
    Rehearsal(usize),
}

/// A text that contains the text to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// Where the match is.
    pub spot: Spot,
    /// What kind of text: `Subject`.
    pub what: &'static str,
    /// The text around the match, on one line.
    pub text: String,
    /// The range of the match in it, in bytes.
    pub range: Range<usize>,
}

impl SearchHit {
    /// The index of the sequence that the match is in.
    pub fn sequence(&self) -> Option<SequenceId> {
        match self.spot {
            Spot::Sequence(sequence) | Spot::Thing(sequence, _) => Some(sequence),
            Spot::Campaign | Spot::Entry(..) | Spot::Rehearsal(_) => None,
        }
    }

    /// The id of the item, note or frame that the match is in.
    pub fn id(&self) -> Option<u64> {
        match self.spot {
            Spot::Thing(_, id) => Some(id),
            _ => None,
        }
    }
}

/// All texts of a campaign that contain `needle`, ignoring case, each text once: the sequences in order, then the
/// directory, the rehearsals and the campaign itself. An empty `needle` has no matches.
pub fn find(campaign: &Campaign, needle: &str) -> Vec<SearchHit> {
    let needle = Needle::new(needle.trim());
    if needle.is_empty() {
        return Vec::new();
    }
    let mut search = Search { needle, directory: &campaign.directory, hits: Vec::new() };
    campaign.sequences.iter().for_each(|sequence| search.sequence(sequence));
    search.directory(campaign);
    for (place, rehearsal) in campaign.rehearsals.iter().enumerate() {
        search.look(Spot::Rehearsal(place), "Rehearsal", &rehearsal.name);
    }
    search.look(Spot::Campaign, "Campaign", &campaign.name);
    search.look(Spot::Campaign, "Description", &campaign.description);
    search.hits
}

struct Search<'a> {
    needle: Needle,
    directory: &'a Directory,
    hits: Vec<SearchHit>,
}

impl Search<'_> {
    fn look(&mut self, spot: Spot, what: &'static str, text: &str) {
        if let Some(found) = self.needle.find(text) {
            let (text, range) = excerpt(text, found);
            self.hits.push(SearchHit { spot, what, text, range });
        }
    }

    fn sequence(&mut self, sequence: &Sequence) {
        self.look(Spot::Sequence(sequence.id), "Sequence", &sequence.name);
        for item in &sequence.items {
            self.item(Spot::Thing(sequence.id, item.id), item);
        }
        for note in &sequence.notes {
            self.look(Spot::Thing(sequence.id, note.id), "Note", &note.text);
        }
        for frame in &sequence.frames {
            self.look(Spot::Thing(sequence.id, frame.id), "Frame", &frame.title);
        }
    }

    fn item(&mut self, spot: Spot, item: &Item) {
        self.look(spot, "Name", &item.name);
        match sentence::short(&item.kind, self.directory, None) {
            Some(sentence) => self.look(spot, Setting::Schedule.label(), &sentence),
            None => item.kind.walk(&mut InSettings { spot, search: self }),
        }
    }

    fn directory(&mut self, campaign: &Campaign) {
        let directory = &campaign.directory;
        for (place, user) in directory.users.iter().enumerate() {
            self.any(Spot::Entry(List::Users, place), "User", [&user.id, &user.name, &user.email]);
        }
        for (place, robin) in directory.round_robins.iter().enumerate() {
            self.any(Spot::Entry(List::RoundRobins, place), "Round robin", [&robin.id, &robin.name]);
        }
        let names = [
            (List::Stages, "Sales stage", &directory.sales_stages),
            (List::Tags, "Tag", &directory.tags),
            (List::ActionSets, "Action set", &directory.action_sets),
        ];
        for (list, what, names) in names {
            for (place, name) in names.iter().enumerate() {
                self.look(Spot::Entry(list, place), what, name);
            }
        }
        for (place, product) in directory.products.iter().enumerate() {
            self.any(Spot::Entry(List::Products, place), "Product", [&product.id, &product.name]);
        }
        for (place, field) in directory.custom_fields.iter().enumerate() {
            self.any(Spot::Entry(List::Fields, place), "Custom field", [&field.key, &field.label]);
        }
    }

    /// Adds the first match in several texts of one entry.
    fn any<const N: usize>(&mut self, spot: Spot, what: &'static str, texts: [&String; N]) {
        let before = self.hits.len();
        for text in texts {
            if self.hits.len() == before {
                self.look(spot, what, text);
            }
        }
    }
}

/// Looks into the settings of an item.
struct InSettings<'s, 'd> {
    spot: Spot,
    search: &'s mut Search<'d>,
}

impl<'a> Visitor<'a> for InSettings<'_, '_> {
    fn text(&mut self, setting: Setting, text: &'a String, _: TextKind, _: Need) {
        self.search.look(self.spot, setting.label(), text);
    }

    fn name(&mut self, setting: Setting, _: List, name: &'a String) {
        self.search.look(self.spot, setting.label(), name);
    }

    /// All fields are searched under one label, whatever they are used for.
    fn field(&mut self, _: Setting, key: &'a String, _: FieldFilter) {
        self.search.look(self.spot, Setting::Field.label(), key);
    }

    fn shown(&mut self, setting: Setting, value: &dyn Display) {
        self.search.look(self.spot, setting.label(), &value.to_string());
    }
}

/// The text around a match, on one line, and the match's range in it.
fn excerpt(text: &str, found: Range<usize>) -> (String, Range<usize>) {
    let from = text[..found.start].char_indices().rev().take(AROUND).last().map_or(found.start, |(at, _)| at);
    let to = found.end + text[found.end..].chars().take(AROUND).map(char::len_utf8).sum::<usize>();
    let mut line = String::with_capacity(to - from + 6);
    line.push_str(if from > 0 { "…" } else { "" });
    let on_line = |line: &mut String, part: &str| {
        line.extend(part.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
    };
    on_line(&mut line, &text[from..found.start]);
    let start = line.len();
    on_line(&mut line, &text[found.clone()]);
    let end = line.len();
    on_line(&mut line, &text[found.end..to]);
    line.push_str(if to < text.len() { "…" } else { "" });
    (line, start..end)
}
