//! The window: canvas, palette, inspector, directory, outline, menus.
//!
//! **Owns** widgets, the [view state](context::view_state::ViewState) (pan, zoom, selection, open panels), the
//! theme, and the [commands](context::command::Command) with their keys.
//! **Must not know** SQLite or files (it asks [`crate::workbench`]), nor how a due date is computed.
//! **Start reading** at [`shell::app::App`], then [`context::action::Action`].
//! **Invariants**: a panel changes its own state while it is drawn, and asks for everything else with an action; one place
//! ([`shell`]) does what was asked for, after all panels were drawn; nothing writes to the document in a frame without input; when nothing
//! changes, nothing is drawn.

pub mod canvas;
pub mod context;
pub mod controls;
pub mod panels;
pub mod shell;
