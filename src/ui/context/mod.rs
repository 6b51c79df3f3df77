//! What panels can see, and what they can request.
//!
//! **Owns** what a panel sees, in [layers](panel), the [view state](view_state::ViewState), the user's
//! [settings](settings::Settings), the [actions](action::Action) and the [commands](command::Command) with their keys.
//! **Must not know** how anything is drawn or done.
//! **Start reading** at [`panel`], then [`action::Action`].
//! **Invariants**: values only: nothing here draws, and nothing here changes the document.
//!
//! # To add a command
//!
//! A new command is a line in [`command`]. The menus, the list of commands and the sheet of keys are made from that
//! table. The compiler then asks when it is enabled and whether it is on ([`command_state`]), which other words find it
//! ([`command_words`]), and what it does (`ui/shell/commands`). It needs no [action](action::Action) of its own. What
//! has no command, such as a tab, is found in the list of commands if it is one of the window's [parts].

pub mod action;
pub mod badges;
pub mod camera;
pub mod command;
pub mod command_state;
pub mod command_words;
pub mod facts;
pub mod first_control;
pub mod left_off;
pub mod live_moments;
pub mod narrow;
pub mod panel;
pub mod parts;
pub mod settings;
pub mod view_state;
