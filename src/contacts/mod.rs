//! Contacts: their records in columns, the mapping from CSV columns, and generated contacts.
//!
//! **Owns** what a contact is ([`block::Block`], a part of the list in columns) and the words of an email status. Also
//! how the cells of a file become a record ([`reading`]), the forms in which people write [`dates`], [`zones`],
//! [`consent`] and [addresses](identity), and the seeded generator.
//! **Must not know** campaigns beyond their field list, files, or how a contact moves.
//! **Start reading** at [`block`], then [`reading`] for how a row becomes a contact.
//! **Invariants**: a contact's position in the list decides ties; the same seed gives the same contacts on every
//! machine; a cell that can't be read never costs its row, and is told.

pub mod block;
pub mod consent;
pub mod dates;
pub mod generator;
pub mod guard;
pub mod identity;
pub mod mapping;
pub mod people;
pub mod reading;
pub mod reject;
pub mod row_kind;
pub mod status;
pub mod words;
pub mod zones;
