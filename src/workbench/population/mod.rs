//! The contacts of a rehearsal, without widgets: what a contacts file contains, and contacts typed by hand.
//!
//! **Owns** the preview of a contacts file ([`reading`]), the changes to its mapping ([`mapping`]), the list of what
//! isn't read ([`unread`], [`unread_csv`]), and contacts converted to typed ones and checked ([`by_hand`]).
//! **Must not know** how a cell is read (that is [`crate::contacts`]), or how a rehearsal is run.
//! **Start reading** at [`reading`].
//! **Invariants**: nothing here changes the document; a file is read on a background thread, which is cancelled when
//! its preview is closed; a mapping is saved next to its file or not at all, so that every run reads the file in the
//! same way.

pub mod by_hand;
pub mod mapping;
pub mod reading;
mod sheet_words;
pub mod told;
pub mod unread;
pub mod unread_csv;
