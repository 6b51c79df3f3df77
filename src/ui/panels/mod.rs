//! The panels and dialogs: each in a folder of its own.
//!
//! **Owns** what lies around and over the canvas. A folder has three parts: `state`, what the panel keeps between frames (a
//! leaf: it imports no other panel); data, which is built before anything is drawn; and the drawing, whose `show` takes the
//! smallest [view](super::context::panel) that serves.
//! **Must not know** how what a person asks for is done, nor each other.
//! **Start reading** at the panel in question: its `mod.rs`. All states stand in [`states::States`].
//! **Invariants**: while it is drawn, a panel changes its own state, and nothing else; for all else it returns actions.

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
pub mod states;
pub mod transport;
