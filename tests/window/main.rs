//! The window without a display: real events go in, and what a screen reader would see comes out.

mod commands;
mod find;
#[allow(dead_code, reason = "a helper stays while tests come and go")]
mod harness;
mod outline;
mod problems;
mod shell;
