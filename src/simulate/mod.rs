//! Simulation: a sequence compiled into a plan, the kernel that moves one contact, and the run over
//! a population.
//!
//! **Owns** [`plan::Plan`], the [`kernel`] (the one place that moves a contact), visits in columns ([`run::Run`]), what
//! contacts compete for ([`settle`]), what each kind of item does ([`kinds`]), what items would have done
//! ([`effects`]), and one contact's explained story ([`story`]).
//! **Must not know** clocks, files, the environment, threads outside its pool, or egui; it can't open sockets: nothing
//! is ever sent.
//! **Start reading** at [`kernel`].
//! **Invariants**: one contact's story is a pure function of plan, contact, entry and end. Events of one contact happen
//! in order of (instant, rank). Where contacts compete, events happen in order of (instant, position in the list,
//! rank). Every byte of a result is the same for any number of threads. A run, an explanation and a streamed report are
//! observers of the same kernel.

pub mod at;
pub mod columns;
pub mod effects;
pub mod entry;
pub mod kernel;
pub mod kinds;
pub mod outcome;
pub mod owners;
pub mod pass;
pub mod plan;
pub mod record;
pub mod run;
pub mod segment;
pub mod settle;
pub mod story;
pub mod user_index;
