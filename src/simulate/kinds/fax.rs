//! Faxes: sent to the contact's number.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::Fax;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A fax that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct FaxSent {
    pub number: String,
    pub body: String,
}

impl EffectDetail for FaxSent {
    const NAME: &'static str = "fax";
    const KEYS: &'static [(&'static str, &'static str)] =
        &[("body", "the text, merged"), ("number", "the contact's fax number")];
    const CAPTIONS: &'static [&'static str] = &["To", "Text"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.number.as_str().into(), self.body.as_str().into()]
    }

    fn address(&self) -> String {
        self.number.clone()
    }
}

impl Simulated for Fax {
    type Effect = FaxSent;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(compiler.reach(&[Column::Fax], Reason::NoFaxNumber)?))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(FaxSent { number: record.column(Column::Fax), body: record.merged(&self.body) })
    }
}
