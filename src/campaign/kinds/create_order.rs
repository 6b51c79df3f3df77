//! Orders of products.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::faults::{Faults, InvalidSetting};
use super::set_field_value::is_unsigned_decimal;
use super::setting::Setting;
use super::walk::{Walk, walk};

/// The settings of Create Order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateOrder {
    /// The product ids, each with a quantity.
    #[serde(default, deserialize_with = "or_none")]
    pub products: Vec<(String, u64)>,
    /// How the order is paid.
    #[serde(default)]
    pub payment: Option<Payment>,
}

/// How an order is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Payment {
    /// The card on file is charged.
    AutoCharge,
    /// An invoice with a link to pay.
    PayableInvoice,
    /// An invoice without a link to pay.
    InvoiceOnly,
}

impl Payment {
    /// The word that files use.
    pub const fn word(self) -> &'static str {
        match self {
            Payment::AutoCharge => "AutoCharge",
            Payment::PayableInvoice => "PayableInvoice",
            Payment::InvoiceOnly => "InvoiceOnly",
        }
    }
}

pub(super) const DESCRIPTION: Description<CreateOrder> =
    Description::of("Create order", Family::Process, "shopping-cart", "Creates an order of products", || CreateOrder {
        products: Vec::new(),
        payment: None,
    });

walk!(CreateOrder { products, payment } => |visitor| {
    visitor.choice(Setting::Product, !products.is_empty());
    for (id, many) in products {
        visitor.name(Setting::Product, List::Products, id);
        visitor.amount(Setting::Product, many);
    }
    visitor.choice(Setting::Payment, payment.is_some());
});

impl KindSettings for CreateOrder {
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
        let directory = faults.directory();
        let (mut seen, mut currencies) = (FxHashSet::default(), Vec::new());
        for product in self.products.iter().filter_map(|(id, _)| directory.product(id)) {
            if !seen.insert(product.id.as_str()) {
                continue;
            }
            if !is_unsigned_decimal(&product.price) {
                faults.wrong(Setting::Product, InvalidSetting::Price(product.called().to_owned()));
            }
            if !currencies.contains(&product.currency) {
                currencies.push(product.currency.clone());
            }
        }
        if currencies.len() > 1 {
            faults.wrong(Setting::Product, InvalidSetting::Currencies(currencies));
        }
    }
}
