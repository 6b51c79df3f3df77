//! Contacts: their records in columns, the mapping from CSV columns, and generated contacts.
//!
//! **Owns** what a contact is ([`block::Block`], a part of the list in columns) and the words of an email status. Also
//! how the cells of a file become a record, and the seeded generator.
//! **Must not know** campaigns beyond their field list, files, or how a contact moves.
//! **Start reading** at [`block`], then [`cells`] for how a row becomes a contact.
//! **Invariants**: a contact's position in the list decides ties; the same seed gives the same contacts on every
//! machine; a row that can't be read is rejected with a reason, never altered.

pub mod block;
pub mod cells;
pub mod date_format;
mod date_part;
pub mod generator;
pub mod guard;
pub mod mapping;
pub mod people;
pub mod reject;
pub mod status;
