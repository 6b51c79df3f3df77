//! Orders: products, total, and the result of the charge.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::set_field_value::is_unsigned_decimal;
use crate::campaign::kinds::{CreateOrder, Payment};
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An order that was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrderMade {
    /// The products that were ordered, with their quantities.
    pub products: Vec<OrderLine>,
    /// How it is paid.
    pub payment: Option<Payment>,
    /// Whether the contact's card was charged.
    pub charge: Charge,
    /// The currency of all products.
    pub currency: Option<String>,
    /// The total as a decimal number; `None` if it has more than some 38 digits.
    pub total: Option<String>,
}

/// A product of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)]
pub struct OrderLine {
    pub id: String,
    pub name: String,
    pub price: String,
    pub quantity: u64,
}

/// Whether the contact's card was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Charge {
    /// The card on file was charged.
    Charged,
    /// There is no card on file.
    Failed,
    /// The order is paid in another way.
    NotTried,
}

impl Charge {
    /// What happened to the contact's card, in words.
    fn words(self) -> &'static str {
        match self {
            Charge::Charged => "Charged",
            Charge::Failed => "Not charged: no card on file",
            Charge::NotTried => "Not charged",
        }
    }
}

/// How an order is paid, in words.
fn payment(payment: Payment) -> &'static str {
    match payment {
        Payment::AutoCharge => "Card on file",
        Payment::PayableInvoice => "Invoice with a link to pay",
        Payment::InvoiceOnly => "Invoice",
    }
}

impl EffectDetail for OrderMade {
    const NAME: &'static str = "order";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("charge", "charged (the card on file), failed (there is none), or not_tried (there is an invoice instead)"),
        ("currency", "the currency of all products"),
        ("payment", "AutoCharge, PayableInvoice or InvoiceOnly"),
        ("products", "a list of objects with id, name, price (as typed) and quantity"),
        ("total", "the sum of prices times quantities; null if it has more than some 38 digits"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Products", "Total", "Currency", "Payment", "Card"];

    fn cells(&self) -> Vec<DetailCell> {
        let products: Vec<String> =
            self.products.iter().map(|line| format!("{} × {}", line.quantity, line.name)).collect();
        vec![
            products.as_slice().into(),
            DetailCell::maybe(self.total.as_deref()),
            DetailCell::maybe(self.currency.as_deref()),
            DetailCell::maybe(self.payment.map(payment)),
            self.charge.words().into(),
        ]
    }
}

impl Simulated for CreateOrder {
    type Effect = OrderMade;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    /// An order with automatic charge is charged only if the contact has a card on file (`rules.md` §7).
    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let directory = record.directory();
        let products = self.products.iter();
        let bought: Vec<_> = products.filter_map(|(id, many)| Some((directory.product(id)?, *many))).collect();
        let lines = bought.iter().map(|(product, many)| OrderLine {
            id: product.id.clone(),
            name: product.name.clone(),
            price: product.price.clone(),
            quantity: *many,
        });
        let charge = match self.payment {
            Some(Payment::AutoCharge) if record.column(Column::CardOnFile) == "yes" => Charge::Charged,
            Some(Payment::AutoCharge) => Charge::Failed,
            Some(Payment::PayableInvoice | Payment::InvoiceOnly) | None => Charge::NotTried,
        };
        let currency = bought.first().map(|(product, _)| product.currency.as_str());
        let is_one_currency = bought.iter().all(|(product, _)| Some(product.currency.as_str()) == currency);
        let prices = bought.iter().map(|(product, many)| (product.price.as_str(), *many));
        Some(OrderMade {
            products: lines.collect(),
            payment: self.payment,
            charge,
            currency: currency.filter(|_| is_one_currency).map(str::to_owned),
            total: is_one_currency.then(|| total(prices)).flatten(),
        })
    }
}

/// The sum of prices times quantities as an exact decimal number, with as many decimals as the price that has most;
/// `None` if a price isn't a number, or the sum has more than some 38 digits.
fn total<'a>(lines: impl Iterator<Item = (&'a str, u64)> + Clone) -> Option<String> {
    let parts = |price: &'a str| price.split_once('.').unwrap_or((price, ""));
    let decimals = lines.clone().map(|(price, _)| parts(price).1.len()).max().unwrap_or_default();
    let mut sum = 0i128;
    for (price, many) in lines {
        if !is_unsigned_decimal(price) {
            return None;
        }
        let (whole, fraction) = parts(price);
        let scaled: i128 = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
        sum = sum.checked_add(scaled.checked_mul(i128::from(many))?)?;
    }
    let digits = format!("{sum:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    Some(if decimals == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_names_every_charge() {
        let (_, meaning) = OrderMade::KEYS.iter().find(|(key, _)| *key == "charge").expect("a key");
        for charge in [Charge::Charged, Charge::Failed, Charge::NotTried] {
            let word = match charge {
                Charge::Charged => "charged",
                Charge::Failed => "failed",
                Charge::NotTried => "not_tried",
            };
            assert_eq!(serde_json::to_value(charge).expect("a word"), word);
            assert!(meaning.contains(word), "{word}");
        }
    }

    #[test]
    fn totals_are_exact() {
        assert_eq!(total([("49.00", 1), ("0.10", 3)].into_iter()), Some("49.30".to_owned()));
        assert_eq!(total([("5200", 2)].into_iter()), Some("10400".to_owned()));
        assert_eq!(total([("0.0000001", 3), ("1", 0)].into_iter()), Some("0.0000003".to_owned()));
        assert_eq!(total([("0.5", 1), ("10.25", 2)].into_iter()), Some("21.00".to_owned()));
        assert_eq!(total([("9.99", u64::MAX)].into_iter()), Some("184282973296358420633.85".to_owned()));
        assert_eq!(total([("99999999999999999999999", u64::MAX)].into_iter()), None);
        for price in ["free", "-1", "+1", "1.", ".5", ""] {
            assert_eq!(total([(price, 2)].into_iter()), None, "{price}");
        }
    }
}
