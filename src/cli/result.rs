//! The result of a command that did not fail.

/// The result of a command that did not fail.
pub(super) enum CommandResult {
    /// The command succeeded, and `check` found no error.
    Clean,
    /// `check` found an error.
    HasErrors,
    /// Rows were rejected, and the user wants to know (`--strict`).
    HasRejects,
}
