//! Where things stand on a canvas, and what new ones come to stand: the edits behind drawing, without a window.
//!
//! **Owns** the grid and what lines up on it ([`grid`]), new things and how they come in between others ([`placing`]),
//! where a pasted part comes to stand ([`pasting`]), what is done with all that is selected ([`selected`]), the order of
//! branches ([`siblings`]), and the smallest changes of one thing ([`one`]).
//! **Must not know** pointers, keys and panels.
//! **Start reading** at [`placing`].
//! **Invariants**: nothing is changed here: every function returns the edit that would change it.

pub mod grid;
pub mod one;
pub mod pasting;
pub mod placing;
pub mod selected;
pub mod siblings;
