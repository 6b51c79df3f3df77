//! A directory with its names sorted into maps, for whoever looks many of them up.
//!
//! A campaign may have tens of thousands of items and of names; comparing them all one by one would
//! take minutes. The answers are the directory's own.

use std::hash::Hash;
use std::ops::Deref;

use rustc_hash::{FxHashMap, FxHashSet};

use super::directory::{Directory, Product, User};
use super::fields::FindField;

/// A directory and the places of its names.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    directory: &'a Directory,
    users: FxHashMap<&'a str, usize>,
    round_robins: FxHashMap<&'a str, usize>,
    products: FxHashMap<&'a str, usize>,
    custom_fields: FxHashMap<&'a str, usize>,
    tags: FxHashSet<&'a str>,
    sales_stages: FxHashSet<&'a str>,
    action_sets: FxHashSet<&'a str>,
}

impl<'a> Known<'a> {
    /// The names of a directory as it is now.
    pub fn new(directory: &'a Directory) -> Self {
        let texts = |list: &'a [String]| list.iter().map(String::as_str).collect();
        Self {
            directory,
            users: places(directory.users.iter().map(|user| user.id.as_str())),
            round_robins: places(directory.round_robins.iter().map(|robin| robin.id.as_str())),
            products: places(directory.products.iter().map(|product| product.id.as_str())),
            custom_fields: places(directory.custom_fields.iter().map(|field| field.key.as_str())),
            tags: texts(&directory.tags),
            sales_stages: texts(&directory.sales_stages),
            action_sets: texts(&directory.action_sets),
        }
    }

    /// The user of an id.
    pub fn user(&self, id: &str) -> Option<&'a User> {
        self.users.get(id).map(|&place| &self.directory.users[place])
    }

    /// The place of the round robin of an id.
    pub fn round_robin_place(&self, id: &str) -> Option<usize> {
        self.round_robins.get(id).copied()
    }

    /// The product of an id.
    pub fn product(&self, id: &str) -> Option<&'a Product> {
        self.products.get(id).map(|&place| &self.directory.products[place])
    }

    /// Whether there is a tag of this name, compared exactly.
    pub fn has_tag(&self, name: &str) -> bool {
        self.tags.contains(name)
    }

    /// Whether there is a sales stage of this name.
    pub fn has_stage(&self, name: &str) -> bool {
        self.sales_stages.contains(name)
    }

    /// Whether there is an action set of this name.
    pub fn has_action_set(&self, name: &str) -> bool {
        self.action_sets.contains(name)
    }
}

impl Deref for Known<'_> {
    type Target = Directory;

    fn deref(&self) -> &Directory {
        self.directory
    }
}

impl FindField for Known<'_> {
    fn custom_field_place(&self, key: &str) -> Option<usize> {
        self.custom_fields.get(key).copied()
    }
}

/// The first place of each name.
fn places<T: Hash + Eq>(names: impl Iterator<Item = T>) -> FxHashMap<T, usize> {
    let mut places = FxHashMap::default();
    for (place, name) in names.enumerate() {
        places.entry(name).or_insert(place);
    }
    places
}
