//! Apply or Remove Tag: applies tags to the contact and removes others.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::fields::{Column, Field};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::walk::{Walk, walk};

/// The settings of Apply or Remove Tag.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplyRemoveTag {
    /// The names of the tags to apply.
    #[serde(default, deserialize_with = "or_none")]
    pub apply: Vec<String>,
    /// The names of the tags to remove. A tag that is in both lists ends up applied.
    #[serde(default, deserialize_with = "or_none")]
    pub remove: Vec<String>,
}

pub(super) const DESCRIPTION: Description<ApplyRemoveTag> = Description {
    is_ready_when_complete: true,
    ..Description::of(
        "Apply or remove tag",
        Family::Process,
        "tag",
        "Applies tags to the contact, or removes them",
        || ApplyRemoveTag { apply: Vec::new(), remove: Vec::new() },
    )
};

walk!(ApplyRemoveTag { apply, remove } => |visitor| {
    for tag in apply {
        visitor.name(Setting::TagToApply, List::Tags, tag);
    }
    for tag in remove {
        visitor.name(Setting::TagToRemove, List::Tags, tag);
    }
});

impl KindSettings for ApplyRemoveTag {
    fn faults(&self, faults: &mut Faults<'_>) {
        if self.apply.is_empty() && self.remove.is_empty() {
            faults.missing(Setting::TagToApply);
        }
        self.walk(faults);
    }

    fn sets(&self, _: &IndexedDirectory<'_>) -> Option<Field> {
        Some(Field::Column(Column::Tags))
    }
}
