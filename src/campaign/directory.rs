//! What items may name: users, round robins, stages, tags, products, action sets, custom fields.

use serde::{Deserialize, Serialize};

/// The campaign's directory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// The people who do the work.
    pub users: Vec<User>,
    /// Ways to hand records to several users in turn.
    pub round_robins: Vec<RoundRobin>,
    /// Stages of an opportunity.
    pub sales_stages: Vec<String>,
    /// Tags; names are compared exactly.
    pub tags: Vec<String>,
    /// Products of orders.
    pub products: Vec<Product>,
    /// Named action sets.
    pub action_sets: Vec<String>,
    /// Fields of a contact beyond the usual ones.
    pub custom_fields: Vec<CustomField>,
    /// Whether the campaign has a CustomerHub licence.
    pub customer_hub: bool,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// How items name the user.
    pub id: String,
    /// The user's name.
    pub name: String,
    /// The user's address.
    pub email: String,
    /// Whether opportunities can be given to the user.
    pub sales_rep: bool,
}

/// A round robin (`rules.md` §7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRobin {
    /// How items name it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Who is next.
    pub logic: Logic,
    /// User ids, each with the maximum per cycle.
    pub members: Vec<(String, u64)>,
}

/// How a round robin finds the next member (`rules.md` §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Logic {
    /// Each member in turn.
    OnePerRound,
    /// The member with the largest share of its maximum still free.
    ByRatio,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// How orders name it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The price of one, as a decimal number.
    pub price: String,
    /// The currency's three letters.
    pub currency: String,
}

/// A field of a contact that the campaign adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// How items and the contacts file name it.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// What it holds.
    pub kind: FieldKind,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum FieldKind {
    Text,
    Number,
    Date,
    DateTime,
}

/// A list of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum List {
    Users,
    RoundRobins,
    Stages,
    Tags,
    Products,
    ActionSets,
    Fields,
}

impl Directory {
    /// The user of an id.
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The product of an id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }
}

impl RoundRobin {
    /// Whether anybody can be given a record at all (`rules.md` §6, `no_eligible_user`).
    pub fn has_eligible_user(&self) -> bool {
        self.members.iter().any(|(_, maximum)| *maximum > 0)
    }
}

impl List {
    /// All of them, in the file's order.
    pub const ALL: [List; 7] =
        [List::Users, List::RoundRobins, List::Stages, List::Tags, List::Products, List::ActionSets, List::Fields];

    /// How many entries it has.
    pub fn len(self, directory: &Directory) -> usize {
        match self {
            List::Users => directory.users.len(),
            List::RoundRobins => directory.round_robins.len(),
            List::Stages => directory.sales_stages.len(),
            List::Tags => directory.tags.len(),
            List::Products => directory.products.len(),
            List::ActionSets => directory.action_sets.len(),
            List::Fields => directory.custom_fields.len(),
        }
    }

    /// How items name the entry at a place: its id, key or name.
    pub fn name_at(self, directory: &Directory, place: usize) -> Option<&str> {
        match self {
            List::Users => directory.users.get(place).map(|user| user.id.as_str()),
            List::RoundRobins => directory.round_robins.get(place).map(|robin| robin.id.as_str()),
            List::Stages => directory.sales_stages.get(place).map(String::as_str),
            List::Tags => directory.tags.get(place).map(String::as_str),
            List::Products => directory.products.get(place).map(|product| product.id.as_str()),
            List::ActionSets => directory.action_sets.get(place).map(String::as_str),
            List::Fields => directory.custom_fields.get(place).map(|field| field.key.as_str()),
        }
    }

    /// What an item that names one of its entries calls it.
    pub const fn noun(self) -> &'static str {
        match self {
            List::Users => "user",
            List::RoundRobins => "round robin",
            List::Stages => "stage",
            List::Tags => "tag",
            List::Products => "product",
            List::ActionSets => "action set",
            List::Fields => "field",
        }
    }

    /// One of its entries, in words.
    pub fn word(self) -> &'static str {
        match self {
            List::Users => "user",
            List::RoundRobins => "round robin",
            List::Stages => "sales stage",
            List::Tags => "tag",
            List::Products => "product",
            List::ActionSets => "action set",
            List::Fields => "custom field",
        }
    }
}
