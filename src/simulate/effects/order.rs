//! The detail of an order: products, total, and what became of the charge.

use serde_json::{Value, json};

use crate::campaign::fields::Column;
use crate::campaign::item::Payment;

use super::record::Record;

/// An order; one that charges automatically is charged only with a card on file (`rules.md` §7).
pub(super) fn order(record: &Record<'_>, products: &[(String, u64)], payment: Option<Payment>) -> Value {
    let directory = &record.teller.campaign.directory;
    let bought: Vec<_> = products.iter().filter_map(|(id, many)| Some((directory.product(id)?, *many))).collect();
    let lines: Vec<Value> = bought
        .iter()
        .map(|(product, many)| json!({ "id": product.id, "name": product.name, "price": product.price, "quantity": many }))
        .collect();
    let charge = match payment {
        Some(Payment::AutoCharge) if record.column(Column::CardOnFile) == "yes" => "charged",
        Some(Payment::AutoCharge) => "failed",
        _ => "not_tried",
    };
    let currency = bought.first().map(|(product, _)| product.currency.as_str());
    let is_one_currency = bought.iter().all(|(product, _)| Some(product.currency.as_str()) == currency);
    let total =
        is_one_currency.then(|| total(bought.iter().map(|(product, many)| (product.price.as_str(), *many)))).flatten();
    json!({
        "products": lines,
        "payment": payment.map(Payment::word),
        "charge": charge,
        "currency": currency.filter(|_| is_one_currency),
        "total": total,
    })
}

/// The sum of prices times quantities as a decimal number; none if a price is no such number.
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
