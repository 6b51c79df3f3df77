//! Files.

pub mod exports;
pub mod output;
