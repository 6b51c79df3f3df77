//! Tasks: assigned to a user.

use serde::Serialize;

use crate::calendar::Date;
use crate::campaign::kinds::CreateTask;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{AssignedRecord, Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A task that was assigned to a user.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[allow(missing_docs)]
pub struct TaskGiven {
    pub title: String,
    pub body: String,
    pub user: Option<String>,
    pub due: Date,
}

impl EffectDetail for TaskGiven {
    const NAME: &'static str = "task";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("body", "the text, merged"),
        ("due", "the date, YYYY-MM-DD: the day on which the item ran and the days set on it"),
        ("title", "the title, merged"),
        ("user", "the id of the user who gets it"),
    ];
    const CAPTIONS: &'static [&'static str] = &["Title", "Text", "Assigned to", "Due"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            self.title.as_str().into(),
            self.body.as_str().into(),
            DetailCell::user(self.user.as_deref()),
            DetailCell::Date(self.due),
        ]
    }

    fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    fn notes(&self) -> Vec<(&'static str, String)> {
        vec![("Title", self.title.clone()), ("Due", self.due.to_string())]
    }
}

impl Simulated for CreateTask {
    type Effect = TaskGiven;

    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Give(AssignedRecord::Task, compiler.who(self.assign.as_ref()?)?)))
    }

    fn effect(&self, RanItem { record, visit, user, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let days = i64::try_from(self.due_after_days).unwrap_or(i64::MAX);
        Some(TaskGiven {
            title: record.merged(&self.title),
            body: record.merged(&self.body),
            user: user.map(str::to_owned),
            due: record.local(visit.arrived).date().plus_days(days),
        })
    }
}
