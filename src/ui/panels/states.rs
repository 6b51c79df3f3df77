//! What all panels keep between frames: each its own, which it alone changes while it is drawn.

use super::{
    commands, dialogs, directory, find, inspector, outline, population, post_test, problems, rehearse, report, rules,
    runs, transport,
};

/// The states of all panels. The window hands each panel its own.
#[derive(Debug, Default)]
pub struct States {
    /// The list of commands.
    pub commands: commands::state::State,
    /// The dialogs.
    pub dialogs: dialogs::state::State,
    /// The directory.
    pub directory: directory::state::State,
    /// Find.
    pub find: find::state::State,
    /// The inspector.
    pub inspector: inspector::state::State,
    /// The outline.
    pub outline: outline::state::State,
    /// The population panel.
    pub population: population::state::State,
    /// The test of an HTTP post.
    pub post_test: post_test::state::State,
    /// The list of problems.
    pub problems: problems::state::State,
    /// The right side of Rehearse mode.
    pub rehearse: rehearse::state::State,
    /// The report.
    pub report: report::state::State,
    /// The rules reference.
    pub rules: rules::state::State,
    /// The list of kept runs.
    pub runs: runs::state::State,
    /// The clock and what moves it.
    pub transport: transport::state::State,
}

impl States {
    /// Forgets what was listed of the campaign that was open before.
    pub fn forget_document(&mut self) {
        self.outline = outline::state::State::default();
        self.population = population::state::State::default();
        self.problems = problems::state::State::default();
        self.find = find::state::State::default();
        self.report = report::state::State::default();
        self.rehearse = rehearse::state::State::default();
        self.transport = transport::state::State::default();
        self.commands.forget_document();
    }
}
