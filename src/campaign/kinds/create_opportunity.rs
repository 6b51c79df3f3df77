//! Opportunities for a sales rep.

use serde::{Deserialize, Serialize};

use crate::campaign::directory::List;
use crate::campaign::left_out::or_none;

use super::assign::{Assign, Assignees};
use super::description::{Description, Family, KindSettings};
use super::setting::Setting;
use super::walk::{Need, TextKind, walk};

/// The settings of Create Opportunity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateOpportunity {
    /// The title, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub title: String,
    /// The sales rep who gets it.
    #[serde(default)]
    pub assign: Option<Assign>,
    /// The name of the sales stage that it starts in.
    #[serde(default)]
    pub stage: Option<String>,
}

pub(super) const DESCRIPTION: Description<CreateOpportunity> = Description {
    is_ready_when_complete: true,
    ..Description::of(
        "Create opportunity",
        Family::Process,
        "handshake",
        "Opens an opportunity for a sales rep",
        || CreateOpportunity { title: String::new(), assign: None, stage: None },
    )
};

walk!(CreateOpportunity { title, assign, stage } => |visitor| {
    visitor.text(Setting::Title, title, TextKind::Line, Need::Required);
    visitor.assign(Setting::AssignedTo, assign, Assignees { owner: true, sales_reps: true });
    visitor.chosen(Setting::Stage, List::Stages, stage);
});

impl KindSettings for CreateOpportunity {}
