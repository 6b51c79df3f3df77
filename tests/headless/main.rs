//! Tests everything below the window, through the library. Nothing is drawn, and no other program is started.

mod books;
mod campaign_file;
mod campaign_hostile;
mod cases;
#[path = "../common/mod.rs"]
mod common;
mod contacts;
mod edits;
mod findings;
mod fuzz;
mod golden;
mod hostile;
mod no_overlap;
mod properties;
mod rehearse;
mod results;
mod rules;
mod run_store;
mod saving;
mod timers;
