//! The panels and dialogs: each in its own folder.
//!
//! **Owns** what is around and over the canvas. A folder has three parts: `state`, what the panel keeps between frames
//! (a leaf: it imports no other panel); data, which is built before anything is drawn; and the drawing, whose `show`
//! takes the smallest [view](super::context::panel) that serves.
//! **Must not know** how requested actions are done, or each other.
//! **Start reading** at the `mod.rs` of a panel. [`states::States`] has all their states.
//! **Invariants**: while it is drawn, a panel changes only its own state; it requests everything else by actions.

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
