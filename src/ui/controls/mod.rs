//! The controls of the settings and the directory.
//!
//! A control takes what it edits as `&mut`, and a [`form::Form`], which collects requested actions. The panel compares
//! before and after, and sends one edit.

pub mod at_button;
pub mod choice;
pub mod chooser;
pub mod date;
pub mod date_time_entry;
pub mod dates;
pub mod dialog_focus;
pub mod field;
pub mod field_choice;
pub mod focus;
pub mod form;
pub mod fuzzy;
pub mod list;
pub mod look;
pub mod merge;
pub mod merge_ink;
pub mod modal;
pub mod names;
pub mod operated;
pub mod plain_list;
pub mod read;
pub mod read_dates;
pub mod search_list;
pub mod segments;
pub mod shown_zone;
pub mod side_switch;
pub mod signs;
pub mod theme;
pub mod time;
pub mod toasts;
pub mod tool_button;
pub mod under_way;
pub mod unsent;
pub mod walk;
pub mod words;
pub mod zones;
