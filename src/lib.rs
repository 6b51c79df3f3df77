//! Dripline: draw a marketing sequence, rehearse it on simulated contacts under a virtual clock, and
//! see which items ran, were skipped, wait or are held, and why. A rehearsal never sends anything.
//!
//! # From a file to a report
//!
//! 1. [`storage::campaign_file`] reads a [`campaign`], and [`findings`] lists its problems.
//! 2. [`storage::contacts_file`] reads [`contacts`], or [`contacts::generator`] generates them.
//! 3. [`simulate::plan`] compiles a sequence into a plan, and [`simulate::run`] moves one contact at a time through
//!    it, on all cores. [`calendar`] computes when each timer is due, and explains how.
//! 4. [`report`] counts the visits of a run, and [`storage::exports`] writes the results to files.
//!
//! [`workbench`] combines these steps into what a user does. [`cli`] and [`ui`] (the window) are the two ways to ask
//! for it. [`picture`] describes what a canvas looks like, for the window and for files.
//!
//! Each step has an example that runs: [`storage::campaign_file::read()`], [`findings::check()`],
//! [`Plan::new`](simulate::plan::Plan::new), [`simulate::settle::run`] and [`Report::new`](report::table::Report::new).
//!
//! # Where to look things up
//!
//! - How to use the program, what it promises, the rules and the file formats: [`docs`].
//! - The codes of all findings: [`findings`].
//! - The effects that items write, with the keys of each: [`simulate::effects`].
//! - The columns of the result files: [`storage::exports`]. The tables of the run store:
//!   [`storage::run_store::schema`].
//! - How generated contacts are distributed: [`contacts::generator`].
//! - The only request that is ever sent, when you press Test and agree: [`http_test`].
//!
//! A module knows at most the modules above it in the README's table; `tests/architecture` checks that.

pub mod calendar;
pub mod campaign;
pub mod cli;
pub mod contacts;
pub mod docs;
pub mod findings;
pub mod http_test;
pub mod picture;
pub mod report;
pub mod simulate;
pub mod storage;
#[cfg(feature = "window")]
pub mod ui;
pub mod workbench;
