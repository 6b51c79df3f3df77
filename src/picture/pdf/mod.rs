//! Pictures on pages as PDF: lines stay lines, and texts can be selected and searched. No display is needed.
//!
//! **Owns** how a drawing is put on pages, and the bytes of a PDF.
//! **Must not know** what the pages are about.
//! **Start reading** at [`document`], then [`write`](mod@write).
//! **Invariants**: the same pages give the same bytes; all fonts are embedded; a page shows what the SVG shows.

pub mod blocks;
pub mod document;
pub mod drawing;
pub mod flow;
mod outlines;
pub mod table;
mod texts;
pub mod write;
