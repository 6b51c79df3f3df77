//! Letters: sent to the contact's postal address.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::Letter;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A letter that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct LetterSent {
    pub body: String,
    pub name: String,
    pub street: String,
    pub city: String,
    pub state: String,
    pub postal_code: String,
    pub country: String,
}

impl EffectDetail for LetterSent {
    const NAME: &'static str = "letter";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("body", "the text, merged"),
        ("city", "of the contact"),
        ("country", "of the contact"),
        ("name", "first and last name of the contact"),
        ("postal_code", "of the contact; may be empty"),
        ("state", "of the contact; may be empty"),
        ("street", "of the contact"),
    ];
    const CAPTIONS: &'static [&'static str] = &["To", "Street", "City", "State", "Postal code", "Country", "Text"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            self.name.as_str().into(),
            self.street.as_str().into(),
            self.city.as_str().into(),
            self.state.as_str().into(),
            self.postal_code.as_str().into(),
            self.country.as_str().into(),
            self.body.as_str().into(),
        ]
    }

    fn address(&self) -> String {
        let city = format!("{} {} {}", self.city, self.state, self.postal_code);
        let city = city.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = [self.name.clone(), self.street.clone(), city, self.country.clone()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}

impl Simulated for Letter {
    type Effect = LetterSent;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        let needed = [Column::Street, Column::City, Column::Country];
        Some(ItemAction::Perform(compiler.reach(&needed, Reason::NoPostalAddress)?))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let column = |column| record.column(column);
        let name = format!("{} {}", column(Column::FirstName), column(Column::LastName));
        Some(LetterSent {
            body: record.merged(&self.body),
            name: name.trim().to_owned(),
            street: column(Column::Street),
            city: column(Column::City),
            state: column(Column::State),
            postal_code: column(Column::PostalCode),
            country: column(Column::Country),
        })
    }
}
