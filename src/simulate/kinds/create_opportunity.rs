//! Opportunities: opened for a sales rep.

use serde::Serialize;

use crate::campaign::kinds::CreateOpportunity;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{AssignedRecord, Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// An opportunity that was opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct OpportunityOpened {
    pub title: String,
    pub stage: Option<String>,
    pub user: Option<String>,
}

impl EffectDetail for OpportunityOpened {
    const NAME: &'static str = "opportunity";
    const KEYS: &'static [(&'static str, &'static str)] =
        &[("stage", "the sales stage"), ("title", "the title, merged"), ("user", "the id of the user who gets it")];
    const CAPTIONS: &'static [&'static str] = &["Title", "Stage", "Assigned to"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            self.title.as_str().into(),
            DetailCell::maybe(self.stage.as_deref()),
            DetailCell::user(self.user.as_deref()),
        ]
    }

    fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }
}

impl Simulated for CreateOpportunity {
    type Effect = OpportunityOpened;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Give(AssignedRecord::Opportunity, compiler.who(self.assign.as_ref()?)?)))
    }

    fn effect(&self, RanItem { record, user, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let user = user.map(str::to_owned);
        Some(OpportunityOpened { title: record.merged(&self.title), stage: self.stage.clone(), user })
    }
}
