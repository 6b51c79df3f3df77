//! What the user does, without widgets: open a campaign and contacts, run, check, explain, draw.
//!
//! **Owns** the steps from files to results ([`scene`], [`simulate`], [`check`], [`explain`], [`picture`]), the
//! register of what can be exported ([`exports`]), work in the background ([`job`], [`worker`]), and the kinds of
//! failure that the user can see ([`failure`]).
//! **Must not know** egui, arguments, or how results are laid out on a terminal.
//! **Start reading** at [`scene`].
//! **Invariants**: the current time is passed in by the caller, and used only as a default; a run for its report alone
//! keeps no visits; cancelled work leaves no partial file; only `job` starts threads.

pub mod arrange;
pub mod arrivals;
pub mod check;
pub mod clipboard;
pub mod editor;
pub mod examples;
pub mod explain;
pub mod exporting;
pub mod exports;
pub mod failure;
pub mod files;
pub mod find;
pub mod fixes;
pub mod job;
pub mod needle;
pub mod opening;
pub mod people;
pub mod picture;
pub mod places;
pub mod population;
pub mod post_test;
pub mod preview;
pub mod recovery;
pub mod rehearse;
pub mod rules;
pub mod runs;
pub mod samples;
pub mod scene;
pub mod simulate;
pub mod templates;
pub mod today;
pub mod worker;
