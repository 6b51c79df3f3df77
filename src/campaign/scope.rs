//! What a run is of.

use super::ids::SequenceId;

/// What is run, rehearsed and reported.
///
/// One sequence so far. A campaign with a map will be run as a whole: its variant goes here, and every `let` that
/// takes a scope apart without a second case is then found by the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One sequence on its own.
    Sequence(SequenceId),
}
