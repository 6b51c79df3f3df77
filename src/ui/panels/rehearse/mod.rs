//! Rehearse: the sequence happens, under a clock that a person moves.
//!
//! **Owns** the right side: people, one contact's story, and the agenda. The [transport](super::transport) lies below the
//! canvas; who takes part folds in at the left ([population](super::population)).
//! **Must not know** how the clock is moved: it asks.
//! **Start reading** at [`right`].
//! **Invariants**: what is shown is of the run and the instant that the clock says.

mod agenda;
mod people;
mod record;
pub mod right;
mod signs;
pub mod state;
mod story;
mod times;
