//! Tags: applied to the contact and removed.

use serde::Serialize;

use crate::campaign::kinds::ApplyRemoveTag;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// Tags that were applied and removed; `tags` are all tags of the contact afterwards.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct TagsChanged {
    pub applied: Vec<String>,
    pub removed: Vec<String>,
    pub tags: Vec<String>,
}

impl EffectDetail for TagsChanged {
    const NAME: &'static str = "tag";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("applied", "the tags to apply, as set on the item, whether or not the contact had them"),
        (
            "removed",
            "the tags to remove, as set on the item, without those that are also applied; whether or not the contact had them",
        ),
        ("tags", "all tags of the contact afterwards"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Tags applied", "Tags removed", "All tags afterwards"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![self.applied.as_slice().into(), self.removed.as_slice().into(), self.tags.as_slice().into()]
    }
}

impl Simulated for ApplyRemoveTag {
    type Effect = TagsChanged;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn change<'a>(
        &self,
        _: &'a Perform,
        record: &mut ContactRecord<'a>,
        _: &Visit,
        _: Option<&str>,
    ) -> Option<RecordChange> {
        Some(record.tag(&self.apply, &removed(self)))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        Some(TagsChanged {
            applied: self.apply.clone(),
            removed: removed(self).into_iter().cloned().collect(),
            tags: record.tags.clone(),
        })
    }
}

/// The tags to remove. A tag that is in both lists is applied, not removed.
fn removed(tags: &ApplyRemoveTag) -> Vec<&String> {
    tags.remove.iter().filter(|tag| !tags.apply.contains(tag)).collect()
}
