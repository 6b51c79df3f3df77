//! Assign Owner: gives the contact an owner.

use serde::{Deserialize, Serialize};

use crate::campaign::fields::{Column, Field};
use crate::campaign::known::IndexedDirectory;

use super::assign::{Assign, Assignees};
use super::description::{Description, Family, KindSettings};
use super::setting::Setting;
use super::walk::walk;

/// The settings of Assign Owner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignOwner {
    /// The user who becomes the owner.
    #[serde(default)]
    pub assign: Option<Assign>,
}

pub(super) const DESCRIPTION: Description<AssignOwner> = Description {
    is_ready_when_complete: true,
    ..Description::of("Assign owner", Family::Process, "user-plus", "Gives the contact an owner", || AssignOwner {
        assign: None,
    })
};

walk!(AssignOwner { assign } => |visitor| {
    visitor.assign(Setting::AssignedTo, assign, Assignees { owner: false, sales_reps: false });
});

impl KindSettings for AssignOwner {
    fn sets(&self, _: &IndexedDirectory<'_>) -> Option<Field> {
        Some(Field::Column(Column::Owner))
    }
}
