//! Local time, time zones, run-on days, time windows, and the due instant of each timer.
//!
//! **Owns** the three kinds of time ([`Instant`], [`DateTime`] with its [`Date`], and [`Zone`]), the settings of timers,
//! one function per timer that computes its due instant, and the [derivation](derivation::DerivationStep) of that
//! instant in steps, dates in [`words`], and [`conversions`] between our types and chrono's.
//! **Must not know** contacts, campaigns, files or the current time: nothing here reads a clock.
//! **Start reading** at [`timer`] for what a timer is, then [`delay`], [`due`].
//! **Invariants**: arithmetic is done on dates and resolved to an instant once, at the end; a due instant and its
//! derivation come from the same code; zone rules come from the bundled database only; no function panics or takes
//! long, for any numbers.

pub mod conversions;
pub mod date;
mod date_text;
pub mod delay;
pub mod derivation;
pub mod due;
pub mod instant;
pub mod span;
pub mod timer;
pub mod words;
pub mod zone;

pub use date::{Date, DateTime, Weekday};
pub use instant::Instant;
pub use zone::Zone;
