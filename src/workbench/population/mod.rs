//! Who takes part in a rehearsal, without widgets: what a contacts file holds, and people typed in by hand.
//!
//! **Owns** the look into a contacts file ([`reading`]) and the changes to its mapping ([`mapping`]), and people turned
//! into typed-in ones and checked ([`by_hand`]).
//! **Must not know** how a cell is read (that is [`crate::contacts`]), or how a rehearsal is run.
//! **Start reading** at [`reading`].
//! **Invariants**: nothing here changes the document; a file is read in a thread of its own, and let go of as soon as
//! nobody looks; a mapping is kept beside its file or not at all, so that every run reads the file in the same way.

pub mod by_hand;
pub mod mapping;
pub mod reading;
