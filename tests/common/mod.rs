//! Helpers that several test programs share.
#![allow(dead_code, reason = "each program needs some of it")]

pub mod golden;
pub mod hostile;
pub mod ids;
#[cfg(target_os = "linux")]
pub mod inside;
pub mod runs;
pub mod samples;
#[cfg(target_os = "linux")]
pub mod server;
#[cfg(target_os = "linux")]
pub mod tools;
