//! Named sets of actions.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::setting::Setting;
use super::walk::walk;
use super::{Description, Family, Kind, KindSettings};

/// The settings of an action set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionSet {
    /// Its name in the directory.
    #[serde(default, deserialize_with = "or_none")]
    pub name: String,
}

pub(super) const DESCRIPTION: Description = Description {
    is_ready_when_complete: true,
    ..Description::of("Action set", Family::Process, "zap", "Runs a named set of actions", || {
        Kind::ActionSet(ActionSet { name: String::new() })
    })
};

walk!(ActionSet { name } => |visitor| {
    visitor.name(Setting::ActionSet, List::ActionSets, name);
});

impl KindSettings for ActionSet {}
