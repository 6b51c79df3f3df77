//! Folds and unfolds the list of problems.

use super::app::App;
use crate::findings::{Code, Finding, Severity};

impl App {
    /// Unfolds or folds the list of problems.
    pub(super) fn unfold_problems(&mut self, unfolds: bool) {
        (self.view.problems, self.settings.problems) = (Some(unfolds), unfolds);
    }

    /// Unfolds the list for the problems of a campaign that was just opened. Later ones only change the count: a list that
    /// opens by itself would cover the track that is being drawn.
    pub(super) fn unfold_first_problems(&mut self) {
        if self.view.problems.is_some() {
            return;
        }
        let is_begun = |finding: &Finding| !matches!(finding.code, Code::StartLeadsNowhere | Code::EmptySequence);
        let is_problem = |finding: &&Finding| finding.severity != Severity::Hint && is_begun(finding);
        let was_edited = self.editor.history().state() != 0;
        if was_edited {
            self.view.problems = Some(false);
        } else if self.checks.findings().iter().any(|finding| is_problem(&finding)) {
            self.view.problems = Some(self.settings.problems);
        }
    }
}
