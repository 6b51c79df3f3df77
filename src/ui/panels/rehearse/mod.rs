//! Rehearse mode: watch the sequence, with a clock that the user moves.
//!
//! **Owns** the right side: contacts, one contact's story, and the agenda. The [transport](super::transport) is below
//! the canvas, the [population](super::population) on the left.
//! **Must not know** how the clock is moved: it requests that.
//! **Start reading** at [`right`].
//! **Invariants**: everything shown belongs to the run and the clock's time.

mod agenda;
mod contact_summary;
mod people;
mod record;
pub mod right;
pub mod sends;
pub mod state;
mod story;
mod times;
