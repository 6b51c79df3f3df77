//! The states of all panels. While it is drawn, each panel changes only its own.

use super::{
    commands, dialogs, directory, find, inspector, message, outline, population, post_test, problems, rehearse, report,
    rules, runs, transport,
};

/// The states of all panels. The window passes each panel its own.
#[derive(Debug, Default)]
pub struct States {
    /// The state of the list of commands.
    pub commands: commands::state::CommandsState,
    /// The state of the dialogs.
    pub dialogs: dialogs::state::DialogState,
    /// The state of the directory.
    pub directory: directory::state::DirectoryState,
    /// The state of find.
    pub find: find::state::FindState,
    /// The state of the inspector.
    pub inspector: inspector::state::InspectorState,
    /// The state of the preview and of the large editor.
    pub message: message::state::MessageState,
    /// The state of the outline.
    pub outline: outline::state::OutlineState,
    /// The state of the contacts panel.
    pub population: population::state::PopulationState,
    /// The test of an HTTP post.
    pub post_test: post_test::state::PostTestState,
    /// The state of the list of problems.
    pub problems: problems::state::ProblemsState,
    /// The state of the right side of Rehearse mode.
    pub rehearse: rehearse::state::RehearseState,
    /// The state of the report.
    pub report: report::state::ReportState,
    /// The state of the rules reference.
    pub rules: rules::state::RulesState,
    /// The state of the list of saved runs.
    pub runs: runs::state::RunsState,
    /// The state of the transport.
    pub transport: transport::state::TransportState,
}

impl States {
    /// Forgets what belongs to the campaign that was open before.
    pub fn forget_document(&mut self) {
        self.message = message::state::MessageState::default();
        self.outline = outline::state::OutlineState::default();
        self.population = population::state::PopulationState::default();
        self.problems = problems::state::ProblemsState::default();
        self.find = find::state::FindState::default();
        self.report = report::state::ReportState::default();
        self.rehearse = rehearse::state::RehearseState::default();
        self.transport = transport::state::TransportState::default();
        self.commands.forget_document();
    }
}
