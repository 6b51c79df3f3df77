//! The window: canvas, palette, inspector, directory, outline, menus.
//!
//! **Owns** widgets, the [view state](context::view_state::ViewState) (pan, zoom, selection, open panels), the theme,
//! and the [commands](context::command::Command) with their keys.
//! **Must not know** SQLite or files (it asks [`crate::workbench`]), nor how a due date is computed.
//! **Start reading** at [`shell::app::App`], then [`context::action::Action`].
//! **Invariants**: a panel changes only its own state while it is drawn, and requests everything else with an action.
//! Only [`shell`] does the requested actions, after all panels were drawn. A frame without input doesn't write to the
//! document. When nothing changes, nothing is drawn.

pub mod canvas;
pub mod context;
pub mod controls;
pub mod panels;
pub mod shell;
