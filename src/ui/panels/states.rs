//! The states of all panels. While it is drawn, each panel changes only its own.

use super::{
    commands, dialogs, directory, find, inspector, outline, population, post_test, problems, rehearse, report, rules,
    runs, transport,
};

/// The states of all panels. The window passes each panel its own.
#[derive(Debug, Default)]
pub struct States {
    /// The state of the list of commands.
    pub commands: commands::state::State,
    /// The state of the dialogs.
    pub dialogs: dialogs::state::State,
    /// The state of the directory.
    pub directory: directory::state::State,
    /// The state of find.
    pub find: find::state::State,
    /// The state of the inspector.
    pub inspector: inspector::state::State,
    /// The state of the outline.
    pub outline: outline::state::State,
    /// The state of the population panel.
    pub population: population::state::State,
    /// The test of an HTTP post.
    pub post_test: post_test::state::State,
    /// The state of the list of problems.
    pub problems: problems::state::State,
    /// The right side of Rehearse mode.
    pub rehearse: rehearse::state::State,
    /// The state of the report.
    pub report: report::state::State,
    /// The state of the rules reference.
    pub rules: rules::state::State,
    /// The list of kept runs.
    pub runs: runs::state::State,
    /// The state of the transport.
    pub transport: transport::state::State,
}

impl States {
    /// Forgets what belongs to the campaign that was open before.
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
