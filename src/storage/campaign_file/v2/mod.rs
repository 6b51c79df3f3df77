//! Format 2 of the campaign file: format 1 with kinds of items that it does not know.
//!
//! **Owns** nothing so far. It will hold the structs of what format 1 can't say (files-and-commands.md, *Format 2*) and
//! their migration to and from the document; what is as in format 1 is taken from [`v1`](super::v1).
//! **Must not know** the structs of the document beyond that migration.
//! **Start reading** at [`format`](super::format), which says which format a campaign needs.
//! **Invariants**: a document that needs nothing of format 2 is written as format 1, byte for byte.
