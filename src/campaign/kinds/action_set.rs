//! Named sets of actions.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::setting::Setting;
use super::walk::walk;

/// The settings of an action set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionSet {
    /// The name of the action set in the directory.
    #[serde(default, deserialize_with = "or_none")]
    pub name: String,
}

pub(super) const DESCRIPTION: Description<ActionSet> = Description {
    is_ready_when_complete: true,
    ..Description::of("Action set", Family::Process, "zap", "Runs a named set of actions", || ActionSet {
        name: String::new(),
    })
};

walk!(ActionSet { name } => |visitor| {
    visitor.name(Setting::ActionSet, List::ActionSets, name);
});

impl KindSettings for ActionSet {}
