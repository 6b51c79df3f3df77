//! A directory with maps of its names, for many lookups.
//!
//! A campaign may have tens of thousands of items and names; comparing them one by one would take minutes. The results
//! equal those of the directory.

use std::ops::Deref;
use std::sync::Arc;

use crate::calendar::zone::place_of;

use rustc_hash::{FxHashMap, FxHashSet};

use super::directory::{Directory, Product, User};
use super::fields::FindField;

/// A directory with the indices of its names.
#[derive(Clone, Debug)]
pub struct IndexedDirectory<'a> {
    directory: &'a Directory,
    names: Arc<NameIndices>,
    /// The name of the campaign's time zone, if it is known.
    zone: Option<&'a str>,
}

/// The indices of a directory's names, without a reference to the directory.
#[derive(Clone, Debug, Default)]
pub struct NameIndices {
    users: FxHashMap<String, usize>,
    round_robins: FxHashMap<String, usize>,
    products: FxHashMap<String, usize>,
    custom_fields: FxHashMap<String, usize>,
    tags: FxHashSet<String>,
    sales_stages: FxHashSet<String>,
    action_sets: FxHashSet<String>,
}

impl NameIndices {
    /// Collects the names of a directory.
    pub fn of(directory: &Directory) -> Self {
        let texts = |list: &[String]| list.iter().cloned().collect();
        Self {
            users: places(directory.users.iter().map(|user| &user.id)),
            round_robins: places(directory.round_robins.iter().map(|robin| &robin.id)),
            products: places(directory.products.iter().map(|product| &product.id)),
            custom_fields: places(directory.custom_fields.iter().map(|field| &field.key)),
            tags: texts(&directory.tags),
            sales_stages: texts(&directory.sales_stages),
            action_sets: texts(&directory.action_sets),
        }
    }
}

impl<'a> IndexedDirectory<'a> {
    /// A directory, with maps of its names.
    pub fn new(directory: &'a Directory) -> Self {
        Self::with(directory, Arc::new(NameIndices::of(directory)))
    }

    /// As [`IndexedDirectory::new`], with names that were collected before. The directory must not have changed since.
    pub fn with(directory: &'a Directory, names: Arc<NameIndices>) -> Self {
        Self { directory, names, zone: None }
    }

    /// The same directory, of a campaign in this time zone.
    pub fn in_zone(self, zone: &'a str) -> Self {
        Self { zone: Some(zone), ..self }
    }

    /// The place that the campaign's time zone is named after, such as `New York`; `None` if it is not known.
    pub fn place(&self) -> Option<String> {
        self.zone.map(place_of)
    }

    /// The user with this id.
    pub fn user(&self, id: &str) -> Option<&'a User> {
        self.names.users.get(id).map(|&place| &self.directory.users[place])
    }

    /// The index of the round robin with this id.
    pub fn round_robin_place(&self, id: &str) -> Option<usize> {
        self.names.round_robins.get(id).copied()
    }

    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&'a Product> {
        self.names.products.get(id).map(|&place| &self.directory.products[place])
    }

    /// Whether there is a tag of this name, compared exactly.
    pub fn has_tag(&self, name: &str) -> bool {
        self.names.tags.contains(name)
    }

    /// Whether there is a sales stage of this name.
    pub fn has_stage(&self, name: &str) -> bool {
        self.names.sales_stages.contains(name)
    }

    /// Whether there is an action set of this name.
    pub fn has_action_set(&self, name: &str) -> bool {
        self.names.action_sets.contains(name)
    }
}

impl Deref for IndexedDirectory<'_> {
    type Target = Directory;

    fn deref(&self) -> &Directory {
        self.directory
    }
}

impl FindField for IndexedDirectory<'_> {
    fn custom_field_place(&self, key: &str) -> Option<usize> {
        self.names.custom_fields.get(key).copied()
    }
}

/// The first index of each name.
fn places<'a>(names: impl Iterator<Item = &'a String>) -> FxHashMap<String, usize> {
    let mut places = FxHashMap::default();
    for (place, name) in names.enumerate() {
        places.entry(name.clone()).or_insert(place);
    }
    places
}
