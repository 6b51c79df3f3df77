//! The part of a campaign that is run.

use super::ids::SequenceId;

/// The part of a campaign that is run, rehearsed and reported.
///
/// So far, it is one sequence. A run of a whole campaign, with a map, will be another variant. The compiler will then
/// find every `let` that assumes a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One sequence on its own.
    Sequence(SequenceId),
}
