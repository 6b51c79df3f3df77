//! How a command ends that did not fail.

/// The result of a command that did not fail.
pub(super) enum CommandResult {
    /// The command did what it should.
    Clean,
    /// `check` found an error.
    HasErrors,
}
