//! What items may name: users, round robins, stages, tags, products, action sets, custom fields.

use serde::{Deserialize, Serialize};

use super::left_out::or_none;

/// The campaign's directory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Directory {
    /// The people who do the work.
    #[serde(deserialize_with = "or_none")]
    pub users: Vec<User>,
    /// Ways to hand records to several users in turn.
    #[serde(deserialize_with = "or_none")]
    pub round_robins: Vec<RoundRobin>,
    /// Stages of an opportunity.
    #[serde(deserialize_with = "or_none")]
    pub sales_stages: Vec<String>,
    /// Tags; names are compared exactly.
    #[serde(deserialize_with = "or_none")]
    pub tags: Vec<String>,
    /// Products of orders.
    #[serde(deserialize_with = "or_none")]
    pub products: Vec<Product>,
    /// Named action sets.
    #[serde(deserialize_with = "or_none")]
    pub action_sets: Vec<String>,
    /// Fields of a contact beyond the usual ones.
    #[serde(deserialize_with = "or_none")]
    pub custom_fields: Vec<CustomField>,
    /// Whether the campaign has a CustomerHub licence.
    #[serde(deserialize_with = "or_none")]
    pub customer_hub: bool,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// How items name the user.
    pub id: String,
    /// The user's name.
    #[serde(deserialize_with = "or_none")]
    pub name: String,
    /// The user's address.
    #[serde(default, deserialize_with = "or_none")]
    pub email: String,
    /// Whether opportunities can be given to the user.
    #[serde(default, deserialize_with = "or_none")]
    pub sales_rep: bool,
}

/// A round robin (`rules.md` §7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundRobin {
    /// How items name it.
    pub id: String,
    /// What people call it.
    #[serde(deserialize_with = "or_none")]
    pub name: String,
    /// Who is next.
    pub logic: Logic,
    /// User ids, each with the maximum per cycle.
    #[serde(default, deserialize_with = "or_none")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// How orders name it.
    pub id: String,
    /// What people call it.
    #[serde(deserialize_with = "or_none")]
    pub name: String,
    /// The price of one, as a decimal number.
    #[serde(default, deserialize_with = "or_none")]
    pub price: String,
    /// The currency's three letters.
    #[serde(default, deserialize_with = "or_none")]
    pub currency: String,
}

/// A field of a contact that the campaign adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomField {
    /// How items and the contacts file name it.
    pub key: String,
    /// What people call it.
    #[serde(default, deserialize_with = "or_none")]
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
