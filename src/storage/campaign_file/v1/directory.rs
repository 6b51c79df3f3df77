//! The directory and its entries: each is one value on one line.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::campaign::directory::{self, FieldKind, Logic};

use super::or_none;

/// `directory: (..)`.
#[derive(Default, Deserialize)]
#[serde(rename = "Directory", deny_unknown_fields, default)]
pub(in crate::storage::campaign_file) struct DirectoryV1<'a> {
    #[serde(deserialize_with = "or_none")]
    pub users: Vec<UserV1<'a>>,
    #[serde(deserialize_with = "or_none")]
    pub round_robins: Vec<RoundRobinV1<'a>>,
    #[serde(deserialize_with = "or_none")]
    pub sales_stages: Cow<'a, [String]>,
    #[serde(deserialize_with = "or_none")]
    pub tags: Cow<'a, [String]>,
    #[serde(deserialize_with = "or_none")]
    pub products: Vec<ProductV1<'a>>,
    #[serde(deserialize_with = "or_none")]
    pub action_sets: Cow<'a, [String]>,
    #[serde(deserialize_with = "or_none")]
    pub custom_fields: Vec<CustomFieldV1<'a>>,
    #[serde(deserialize_with = "or_none")]
    pub customer_hub: bool,
}

/// An entry of `users`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "User", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct UserV1<'a> {
    pub id: Cow<'a, str>,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub email: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub sales_rep: bool,
}

/// An entry of `round_robins`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "RoundRobin", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct RoundRobinV1<'a> {
    pub id: Cow<'a, str>,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    pub logic: Logic,
    #[serde(default, deserialize_with = "or_none")]
    pub members: Cow<'a, [(String, u64)]>,
}

/// An entry of `products`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Product", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct ProductV1<'a> {
    pub id: Cow<'a, str>,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub price: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub currency: Cow<'a, str>,
}

/// An entry of `custom_fields`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "CustomField", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct CustomFieldV1<'a> {
    pub key: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none")]
    pub label: Cow<'a, str>,
    pub kind: FieldKind,
}

impl<'a> DirectoryV1<'a> {
    pub(super) fn of(directory: &'a directory::Directory) -> Self {
        let directory::Directory {
            users,
            round_robins,
            sales_stages,
            tags,
            products,
            action_sets,
            custom_fields,
            customer_hub,
        } = directory;
        Self {
            users: users.iter().map(UserV1::of).collect(),
            round_robins: round_robins.iter().map(RoundRobinV1::of).collect(),
            sales_stages: sales_stages.into(),
            tags: tags.into(),
            products: products.iter().map(ProductV1::of).collect(),
            action_sets: action_sets.into(),
            custom_fields: custom_fields.iter().map(CustomFieldV1::of).collect(),
            customer_hub: *customer_hub,
        }
    }

    pub(super) fn into_document(self) -> directory::Directory {
        let Self { users, round_robins, sales_stages, tags, products, action_sets, custom_fields, customer_hub } = self;
        directory::Directory {
            users: users.into_iter().map(UserV1::into_document).collect(),
            round_robins: round_robins.into_iter().map(RoundRobinV1::into_document).collect(),
            sales_stages: sales_stages.into_owned(),
            tags: tags.into_owned(),
            products: products.into_iter().map(ProductV1::into_document).collect(),
            action_sets: action_sets.into_owned(),
            custom_fields: custom_fields.into_iter().map(CustomFieldV1::into_document).collect(),
            customer_hub,
        }
    }
}

impl<'a> UserV1<'a> {
    fn of(user: &'a directory::User) -> Self {
        let directory::User { id, name, email, sales_rep } = user;
        Self { id: id.into(), name: name.into(), email: email.into(), sales_rep: *sales_rep }
    }

    fn into_document(self) -> directory::User {
        let Self { id, name, email, sales_rep } = self;
        directory::User { id: id.into_owned(), name: name.into_owned(), email: email.into_owned(), sales_rep }
    }
}

impl<'a> RoundRobinV1<'a> {
    fn of(robin: &'a directory::RoundRobin) -> Self {
        let directory::RoundRobin { id, name, logic, members } = robin;
        Self { id: id.into(), name: name.into(), logic: *logic, members: members.into() }
    }

    fn into_document(self) -> directory::RoundRobin {
        let Self { id, name, logic, members } = self;
        directory::RoundRobin { id: id.into_owned(), name: name.into_owned(), logic, members: members.into_owned() }
    }
}

impl<'a> ProductV1<'a> {
    fn of(product: &'a directory::Product) -> Self {
        let directory::Product { id, name, price, currency } = product;
        Self { id: id.into(), name: name.into(), price: price.into(), currency: currency.into() }
    }

    fn into_document(self) -> directory::Product {
        let Self { id, name, price, currency } = self;
        directory::Product {
            id: id.into_owned(),
            name: name.into_owned(),
            price: price.into_owned(),
            currency: currency.into_owned(),
        }
    }
}

impl<'a> CustomFieldV1<'a> {
    fn of(field: &'a directory::CustomField) -> Self {
        let directory::CustomField { key, label, kind } = field;
        Self { key: key.into(), label: label.into(), kind: *kind }
    }

    fn into_document(self) -> directory::CustomField {
        let Self { key, label, kind } = self;
        directory::CustomField { key: key.into_owned(), label: label.into_owned(), kind }
    }
}
