//! The window's frame: the app, its menus and tabs, and the doing of what was asked for.
//!
//! **Owns** the [app](app::App), the order in which panels are drawn, and what each action and command does.
//! **Must not know** how a panel draws itself.
//! **Start reading** at [`app::App::show`], then [`app::App::act`].
//! **Invariants**: what panels ask for is done after all of them were drawn, and nowhere else.

mod act;
mod act_canvas;
mod act_post_test;
mod act_rehearse;
mod act_runs;
pub mod app;
mod checks;
mod document;
mod entering;
mod exporting;
pub mod menus;
mod opening;
pub(in crate::ui) mod picker;
mod presentation;
pub mod recovering;
mod shortcuts;
pub mod tabs;
pub mod top_bar;
pub mod window;
