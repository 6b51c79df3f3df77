//! Tasks given to a user.

use serde::{Deserialize, Serialize};

use crate::campaign::left_out::or_none;

use super::assign::{Assign, Assignees};
use super::description::{Description, Family, KindSettings};
use super::faults::Faults;
use super::setting::Setting;
use super::walk::{Need, TextKind, Walk, walk};

/// The settings of Create Task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateTask {
    /// The title, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub title: String,
    /// The body text, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub body: String,
    /// The user who gets the task.
    #[serde(default)]
    pub assign: Option<Assign>,
    /// The number of days after the item runs until the task is due.
    #[serde(default, deserialize_with = "or_none")]
    pub due_after_days: u64,
}

pub(super) const DESCRIPTION: Description<CreateTask> = Description {
    planned: Some("for"),
    ..Description::of("Create task", Family::Process, "list-checks", "Gives a user something to do", || {
        let (title, body) = (String::new(), String::new());
        CreateTask { title, body, assign: None, due_after_days: 0 }
    })
};

walk!(CreateTask { title, body, assign, due_after_days } => |visitor| {
    visitor.text(Setting::Title, title, TextKind::Line, Need::Required);
    visitor.text(Setting::TaskText, body, TextKind::Page, Need::Optional);
    visitor.assign(Setting::AssignedTo, assign, Assignees { owner: true, sales_reps: false });
    visitor.amount(Setting::DueAfter, due_after_days);
});

/// Most days after which a task can be due, or an appointment can be (`rules.md` §6).
pub const MOST_DAYS: u64 = 3_650;

impl KindSettings for CreateTask {
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
        faults.range(Setting::DueAfter, self.due_after_days, (0, MOST_DAYS));
    }
}
