//! Text messages: sent to the contact's phone number.

use serde::Serialize;

use crate::campaign::fields::Column;
use crate::campaign::kinds::TextMessage;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::outcome::Reason;
use crate::simulate::plan::{Compiler, ItemAction};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A text message that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct TextSent {
    pub number: String,
    pub body: String,
}

impl EffectDetail for TextSent {
    const NAME: &'static str = "sms";
    const KEYS: &'static [(&'static str, &'static str)] =
        &[("body", "the text, merged"), ("number", "the contact's phone number")];
    const CAPTIONS: &'static [&'static str] = &["To", "Text"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.number.as_str().into(), self.body.as_str().into()]
    }

    fn address(&self) -> String {
        self.number.clone()
    }
}

impl Simulated for TextMessage {
    type Effect = TextSent;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(compiler.reach(&[Column::Phone], Reason::NoPhoneNumber)?))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(TextSent { number: record.column(Column::Phone), body: record.merged(&self.body) })
    }
}
