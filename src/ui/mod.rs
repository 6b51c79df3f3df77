//! The window: canvas, palette, inspector, directory, outline, menus.
//!
//! **Owns** widgets, the [view state](view_state::ViewState) (pan, zoom, selection, open panels), the
//! theme, and the [commands](command::Command) with their keys.
//! **Must not know** SQLite or files (it asks [`crate::workbench`]), nor how a due date is computed.
//! **Start reading** at [`app::App`], then [`action::Action`].
//! **Invariants**: panels read the document and return actions; one place ([`app`]) applies them, after
//! all panels were drawn; nothing writes to the document in a frame without input; when nothing
//! changes, nothing is drawn.

mod act;
mod act_canvas;
mod act_rehearse;
pub mod action;
pub mod app;
pub mod canvas;
mod checks;
pub mod chooser;
pub mod command;
pub mod commands;
pub mod controls;
pub mod dates;
pub mod dialogs;
pub mod directory;
mod document;
mod exporting;
pub mod facts;
pub mod find;
pub mod inspector;
pub mod keys;
pub mod menus;
mod opening;
pub mod outline;
pub mod palette;
pub mod population;
pub mod post_test;
mod presentation;
pub mod problems;
pub mod recovering;
pub mod rehearse;
pub mod report_view;
pub mod rules;
pub mod runs;
pub mod search_list;
pub mod settings;
mod shortcuts;
pub mod tabs;
pub mod theme;
pub mod toasts;
pub mod top_bar;
mod under_way;
pub mod view_state;
pub mod window;
mod words;
