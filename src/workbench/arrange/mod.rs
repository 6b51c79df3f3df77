//! Edits of what is drawn on a canvas, without a window: where things are, and where new ones go.
//!
//! **Owns** the grid and alignment ([`grid`]), how far apart items stand ([`pitch`]), new things and how they are inserted between others ([`placing`]), where
//! a pasted part goes ([`pasting`]), edits of everything that is selected ([`selected`]), the order of tracks
//! ([`siblings`]), and the smallest changes of one thing ([`one`]).
//! **Must not know** pointers, keys and panels.
//! **Start reading** at [`placing`].
//! **Invariants**: nothing here changes the document: every function returns an edit.

pub mod grid;
pub mod one;
pub mod pasting;
pub mod pitch;
pub mod placing;
pub mod selected;
pub mod siblings;
