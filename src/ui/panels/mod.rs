//! The panels and dialogs: each in a folder of its own.
//!
//! **Owns** what lies around and over the canvas, a folder for each panel.
//! **Must not know** how what a person asks for is done.
//! **Start reading** at the panel in question: its `mod.rs`.
//! **Invariants**: a panel draws and returns actions; it changes nothing but its own state.

pub mod commands;
pub mod dialogs;
pub mod directory;
pub mod find;
pub mod inspector;
pub mod outline;
pub mod palette;
pub mod population;
pub mod post_test;
pub mod problems;
pub mod rehearse;
pub mod report;
pub mod rules;
pub mod runs;
