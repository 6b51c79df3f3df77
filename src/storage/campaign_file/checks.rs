//! Checks that go beyond the form of a campaign: unique ids and names, at least one sequence, an existing time zone,
//! custom fields that do not hide a contact column.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::calendar::{Zone, zone};
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;
use crate::campaign::sequence::Sequence;

use super::error::{CampaignError, TextPosition};
use super::locate::PathStep::{Field, Index};
use super::locate::{PathStep, locate, place_of};
use super::nearest::{nearest, short};

/// The first error in a campaign, with its place in the text.
pub(super) fn check(campaign: &Campaign, text: &str, file: &str) -> Result<(), CampaignError> {
    let checks = FileChecks { text, file };
    checks.zone(&campaign.time_zone)?;
    checks.directory(campaign)?;
    checks.sequences(&campaign.sequences)
}

struct FileChecks<'a> {
    text: &'a str,
    file: &'a str,
}

impl FileChecks<'_> {
    /// The place of the value at a path, or of the nearest value around it.
    fn place(&self, path: &[PathStep]) -> TextPosition {
        let found = (0..=path.len()).rev().find_map(|length| locate(self.text, &path[..length]));
        place_of(self.text, found.map_or(0, |(start, _)| start))
    }

    fn zone(&self, name: &str) -> Result<(), CampaignError> {
        if Zone::named(name).is_some() {
            return Ok(());
        }
        let hint = nearest(name, zone::names().iter().map(String::as_str));
        Err(CampaignError::UnknownZone {
            file: self.file.to_owned(),
            place: self.place(&[Field("time_zone")]),
            name: format!("\"{}\"", short(name)),
            hint: hint.map_or(String::new(), |name| format!(" (did you mean \"{name}\"?)")),
        })
    }

    fn directory(&self, campaign: &Campaign) -> Result<(), CampaignError> {
        let directory = &campaign.directory;
        let lists: [(&'static str, &str, &str, Vec<&str>); 4] = [
            ("user id", "users", "id", directory.users.iter().map(|user| user.id.as_str()).collect()),
            (
                "round robin id",
                "round_robins",
                "id",
                directory.round_robins.iter().map(|robin| robin.id.as_str()).collect(),
            ),
            ("product id", "products", "id", directory.products.iter().map(|product| product.id.as_str()).collect()),
            (
                "custom field key",
                "custom_fields",
                "key",
                directory.custom_fields.iter().map(|field| field.key.as_str()).collect(),
            ),
        ];
        for (what, list, key, names) in lists {
            let path = |place| vec![Field("directory"), Field(list), Index(place), Field(key)];
            self.unique(what, names.iter().map(|name| (*name, name)), path)?;
        }
        for (place, field) in directory.custom_fields.iter().enumerate() {
            let problem = if field.key.is_empty() {
                "the key of a custom field is empty. Give it a name such as \"plan\"".to_owned()
            } else if Column::named(&field.key).is_some() {
                format!("\"{}\" is already a contact column. Give the custom field another key", field.key)
            } else {
                continue;
            };
            let place = self.place(&[Field("directory"), Field("custom_fields"), Index(place), Field("key")]);
            return Err(CampaignError::Form { file: self.file.to_owned(), place, problem });
        }
        Ok(())
    }

    fn sequences(&self, sequences: &[Sequence]) -> Result<(), CampaignError> {
        if sequences.is_empty() {
            return Err(CampaignError::NoSequences {
                file: self.file.to_owned(),
                place: self.place(&[Field("sequences")]),
            });
        }
        let path = |field| move |place| vec![Field("sequences"), Index(place), Field(field)];
        let names = sequences.iter().map(|sequence| sequence.name.as_str());
        self.unique("sequence name", names.map(|name| (name, name)), path("name"))?;
        let ids = sequences.iter().map(|sequence| sequence.id);
        self.unique("sequence id", ids.map(|id| (id, id)), path("id"))?;
        sequences.iter().enumerate().try_for_each(|(place, sequence)| self.ids(place, sequence))
    }

    /// Checks that items, notes and frames have unique ids: they share them.
    fn ids(&self, place: usize, sequence: &Sequence) -> Result<(), CampaignError> {
        let (items, notes) = (sequence.items.len(), sequence.notes.len());
        let path = |entry: usize| {
            let (list, index) = match entry {
                _ if entry < items => ("items", entry),
                _ if entry < items + notes => ("notes", entry - items),
                _ => ("frames", entry - items - notes),
            };
            vec![Field("sequences"), Index(place), Field(list), Index(index), Field("id")]
        };
        let ids = sequence.items.iter().map(|item| item.id);
        let ids = ids.chain(sequence.notes.iter().map(|note| note.id));
        let ids = ids.chain(sequence.frames.iter().map(|frame| frame.id));
        self.unique("id", ids.map(|id| (id, id)), path)
    }

    /// Returns an error for the first key that occurs twice. `path` is the path to the entry at an index.
    fn unique<'p, K: Eq + Hash, N: std::fmt::Display>(
        &self,
        what: &'static str,
        keys: impl Iterator<Item = (K, N)>,
        path: impl Fn(usize) -> Vec<PathStep<'p>>,
    ) -> Result<(), CampaignError> {
        let mut seen: FxHashMap<K, usize> = FxHashMap::default();
        for (place, (key, name)) in keys.enumerate() {
            let first = *seen.entry(key).or_insert(place);
            if first != place {
                return Err(CampaignError::Duplicate {
                    file: self.file.to_owned(),
                    place: self.place(&path(place)),
                    what,
                    name: format!("`{}`", short(&name.to_string())),
                    first: self.place(&path(first)),
                });
            }
        }
        Ok(())
    }
}
