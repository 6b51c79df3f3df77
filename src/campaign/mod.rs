//! The document: a campaign with its directory, sequences, items, links and notes.
//!
//! **Owns** the document that the user draws and saves, every [`edit::Edit`] of it, and undo ([`history::History`]).
//! Also whether an item is [`configured`] (one function, here), merge fields, and which links count
//! ([`sequence::Forest`]).
//! **Must not know** files, egui, or how a campaign is simulated.
//! **Start reading** at [`document::Campaign`], then [`kinds::Kind`].
//! **Invariants**: a document of the right form loads even if it can't work; a setting that can't work is a finding and
//! makes its item *not configured*; nothing here recurses over the graph.

pub mod catalog;
pub mod choices;
pub mod configured;
pub mod directory;
pub mod document;
pub mod edit;
pub mod field_kinds;
pub mod fields;
pub mod following_name;
pub mod fragment;
pub mod history;
pub mod ids;
pub mod invariants;
pub mod item;
pub mod item_names;
pub mod kinds;
pub mod known;
mod left_out;
pub mod merge;
pub mod new_entry;
mod patch;
pub mod rehearsal;
pub mod schedule;
pub mod scope;
pub mod selection;
pub mod sentence;
pub mod sequence;
pub mod text;
pub mod tidy;
mod trees;
mod typed_names;
pub mod uses;
