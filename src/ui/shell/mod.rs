//! The shell: the app, its menus and tabs, and what actions do.
//!
//! **Owns** the [app](app::App), the order in which panels are drawn, and what each action and command does.
//! **Must not know** how a panel draws itself.
//! **Start reading** at [`app::App::show`], then [`app::App::act`], `commands`, which runs each command, and
//! `frame`, which draws the panels in their order.
//! **Invariants**: actions are done after all panels were drawn, and nowhere else.

mod act;
pub mod app;
mod bar;
mod beside_tabs;
mod checks;
mod commands;
mod document;
mod entering;
mod exporting;
mod frame;
mod importing;
mod left_off;
mod menus;
mod on_canvas;
mod on_message;
mod on_post_test;
mod on_problems;
mod on_rehearsal;
mod on_runs;
mod on_sequences;
mod on_templates;
mod opening;
mod parts;
mod pending;
mod picker;
mod presentation;
mod recovering;
mod shortcuts;
mod tabs;
mod top_bar;
pub mod window;
