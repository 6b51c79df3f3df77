//! What a canvas looks like, as plain data, for both the window and files.
//!
//! **Owns** shapes, texts and their widths, colours, badges, levels of detail ([`scene`]), and how they are written as
//! SVG, PNG and PDF.
//! **Must not know** egui, files, or how the user edits.
//! **Start reading** at [`scene::Scene`].
//! **Invariants**: the window and the files draw the same shapes; colours are names until they are painted, so light
//! and dark differ in nothing else; every colour is readable (a test computes the contrast).

pub mod counts;
pub mod draw;
pub mod fonts;
pub mod geometry;
pub mod icons;
pub mod label;
pub mod level;
pub mod looks;
pub mod markdown;
pub mod marks;
pub mod measure;
pub mod options;
pub mod paper;
pub mod pdf;
pub mod plot;
pub mod png;
pub mod scene;
pub mod shape;
pub mod svg;
mod svg_fonts;
mod svg_path;
pub mod theme;
