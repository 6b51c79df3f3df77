//! Format 2 of the campaign file: format 1 with more kinds of items.
//!
//! **Owns** the structs that format 1 lacks (files-and-commands.md, *Format 2*), and their migration to and from the
//! document. There are none yet: a text message is written like every item, and its `DESCRIPTION` names format 2. All
//! structs come from [`v1`](super::v1).
//! **Must not know** the structs of the document beyond that migration.
//! **Start reading** at [`format`](super::format), which says which format a campaign needs.
//! **Invariants**: a document that needs nothing of format 2 is written as format 1, byte for byte.
