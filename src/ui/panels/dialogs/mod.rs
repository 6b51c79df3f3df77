//! The dialogs: questions, paths, the gallery, the keys, about.
//!
//! **Owns** one file for each dialog; [`path_field`] is a part of those that write or open a file.
//! **Must not know** which dialog is open: the window's frame draws the one that is.
//! **Start reading** at [`questions`].
//! **Invariants**: a dialog is closed by an action, never by itself.

pub mod about;
mod cards;
pub mod export;
pub mod gallery;
pub mod import_question;
pub mod keys;
pub mod notices;
pub mod path_field;
pub mod questions;
pub mod recovery;
pub mod report;
pub mod save_template;
pub mod state;
mod typed;
