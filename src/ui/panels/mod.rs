//! The panels and dialogs: each in its own folder.
//!
//! **Owns** what is around and over the canvas. A folder has up to three parts: `state`, what the panel keeps between
//! frames (a leaf: it imports no other panel); the rows or texts that are built before anything is drawn, in a file named
//! after them (`rows`, `entries`); and the drawing, whose `show` takes the smallest [view](super::context::panel) that
//! serves.
//! **Must not know** how requested actions are done, or each other.
//! **Start reading** at the `mod.rs` of a panel. [`states::States`] has all their states.
//! **Invariants**: while it is drawn, a panel changes only its own state; it requests everything else by actions.
//!
//! # To add a panel
//!
//! A new panel needs a folder here and its `mod` line. Its state is a field of [`states::States`]; if the state belongs
//! to the open campaign, `States::forget_document` resets it. `ui/shell/frame` draws the panel: `around` draws what is
//! next to the canvas, `over` what is on top. A panel on top of the canvas is also a variant of `Overlay` in
//! `ui/context/view_state`. The compiler then asks for its arm in `ui/shell/frame` and for the commands that work while
//! it is open in `ui/shell/shortcuts`. `Overlay::is_modal` treats it as a dialog unless it is named there.
//! [`context`](super::context) says how to add the command that opens it.

pub mod commands;
pub mod dialogs;
pub mod directory;
pub mod find;
pub mod inspector;
pub mod message;
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
