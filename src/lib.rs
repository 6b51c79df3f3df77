//! Dripline: draw a marketing sequence, rehearse it on simulated contacts under a virtual clock, and
//! see which items ran, were skipped, wait or are held, and why. A rehearsal never sends anything.
//!
//! The way of the data: [`storage`] reads a [`campaign`] and its [`contacts`]; [`simulate`] compiles
//! a sequence into a plan and moves one contact at a time, in parallel; [`report`] folds what comes
//! out into tables; [`workbench`] is what a person does with all that, and [`cli`] how it is asked on
//! a command line; [`picture`] says what a canvas looks like, and [`ui`] is the window. [`calendar`] finds every due instant, and tells how; [`findings`] says what is
//! wrong or odd in a campaign as drawn, each with a code (a table in its docs).
//!
//! - The effects that items write, with the keys of each: [`simulate::effects`].
//! - The columns of the result files: [`storage::exports`]. The tables of the run store:
//!   [`storage::run_store::schema`].
//! - The shares of the made-up people: [`contacts::generator`].
//!
//! - The only request that is ever sent, when a person presses Test and agrees: [`http_test`].
//!
//! A room knows only the rooms below it; `tests/architecture` holds that.

pub mod calendar;
pub mod campaign;
pub mod cli;
pub mod contacts;
pub mod findings;
pub mod http_test;
pub mod picture;
pub mod report;
pub mod simulate;
pub mod storage;
#[cfg(feature = "window")]
pub mod ui;
pub mod workbench;
