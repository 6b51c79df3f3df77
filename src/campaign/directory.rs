//! The directory: users, round robins, stages, tags, products, action sets and custom fields that items can name.

use serde::{Deserialize, Serialize};

/// The directory of a campaign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// The users, who do the work.
    pub users: Vec<User>,
    /// Round robins, which assign records to several users in turn.
    pub round_robins: Vec<RoundRobin>,
    /// The stages of an opportunity.
    pub sales_stages: Vec<String>,
    /// The tags; names are compared exactly.
    pub tags: Vec<String>,
    /// The products for orders.
    pub products: Vec<Product>,
    /// The names of action sets.
    pub action_sets: Vec<String>,
    /// The custom fields of contacts.
    pub custom_fields: Vec<CustomField>,
    /// Whether the campaign has a CustomerHub licence.
    pub customer_hub: bool,
}

/// A user of the campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The id that items use.
    pub id: String,
    /// The name of the user.
    pub name: String,
    /// The email address of the user; may be empty.
    pub email: String,
    /// Whether opportunities can be assigned to the user.
    pub sales_rep: bool,
}

/// A round robin, which assigns records in turn (`rules.md` §7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRobin {
    /// The id that items use.
    pub id: String,
    /// The name that is shown.
    pub name: String,
    /// How the next member is chosen.
    pub logic: Logic,
    /// The user ids of the members, each with its maximum per cycle.
    pub members: Vec<(String, u64)>,
}

/// How a round robin chooses the next member (`rules.md` §7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Logic {
    /// Each member in turn, up to its maximum.
    OnePerRound,
    /// The member with the largest share of its maximum still free.
    ByRatio,
}

/// A product for orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The id that orders use.
    pub id: String,
    /// The name that is shown.
    pub name: String,
    /// The price of one unit, as a decimal number.
    pub price: String,
    /// The currency, as three letters.
    pub currency: String,
}

/// A custom field of contacts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// The key that items and contacts files use.
    pub key: String,
    /// The name that is shown.
    pub label: String,
    /// The kind of its values.
    pub kind: FieldKind,
}

/// The kind of a field's values.
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
    /// The user with this id.
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The name of the user with this id; the id itself if there is no such user, or the user has no name.
    pub fn user_called<'a>(&'a self, id: &'a str) -> &'a str {
        self.user(id).map(|user| user.name.as_str()).filter(|name| !name.trim().is_empty()).unwrap_or(id)
    }

    /// The product with this id.
    pub fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.id == id)
    }
}

impl Product {
    /// The name of the product; its id if it has none.
    pub fn called(&self) -> &str {
        if self.name.trim().is_empty() { &self.id } else { &self.name }
    }
}

impl RoundRobin {
    /// Whether any member can get a record (`rules.md` §6, `no_eligible_user`).
    pub fn has_eligible_user(&self) -> bool {
        self.members.iter().any(|(_, maximum)| *maximum > 0)
    }
}

impl List {
    /// All lists, in the file's order.
    pub const ALL: [List; 7] =
        [List::Users, List::RoundRobins, List::Stages, List::Tags, List::Products, List::ActionSets, List::Fields];

    /// The number of entries of the list.
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

    /// The id, key or name of the entry at an index; `None` after the last one.
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

    /// The noun for an entry in messages about the item that names it.
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

    /// The noun for an entry in the directory.
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
