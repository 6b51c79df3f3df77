//! Orders: products, total, and the result of the charge.

use serde::Serialize;

use crate::campaign::fields::Column;
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
    /// The currency of all products; `None` if there are no products or their currencies differ.
    pub currency: Option<String>,
    /// The total as a decimal number; `None` if currencies differ or a price isn't a number.
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
    const KEYS: &'static str =
        "charge (charged, failed, not_tried), currency, payment, products (id, name, price, quantity), total";
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

/// The sum of prices times quantities as a decimal number; `None` if a price isn't a number with at most six decimals.
fn total<'a>(lines: impl Iterator<Item = (&'a str, u64)>) -> Option<String> {
    const DIGITS: usize = 6;
    let (mut sum, mut shown) = (0i128, 0);
    for (price, many) in lines {
        let (whole, fraction) = price.split_once('.').unwrap_or((price, ""));
        let is_number = !whole.is_empty() && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !is_number || fraction.len() > DIGITS {
            return None;
        }
        shown = shown.max(fraction.len());
        let scaled: i128 = format!("{whole}{fraction:0<DIGITS$}").parse().ok()?;
        sum = sum.checked_add(scaled.checked_mul(i128::from(many))?)?;
    }
    let unit = 10i128.pow(DIGITS as u32);
    let fraction = format!("{:0DIGITS$}", sum % unit);
    Some(match shown {
        0 => format!("{}", sum / unit),
        shown => format!("{}.{}", sum / unit, &fraction[..shown]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_exact() {
        assert_eq!(total([("49.00", 1), ("0.10", 3)].into_iter()), Some("49.30".to_owned()));
        assert_eq!(total([("5200", 2)].into_iter()), Some("10400".to_owned()));
        assert_eq!(total([("free", 2)].into_iter()), None);
    }
}
