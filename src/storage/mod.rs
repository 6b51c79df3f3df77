//! Files.

pub mod exports;
pub mod output;
pub mod run_store;
