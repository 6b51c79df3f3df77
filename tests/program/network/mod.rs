//! No network: a rehearsal opens no internet socket, and the Test button's one request keeps to its limits.

#![cfg(target_os = "linux")]

mod inside;
mod posts;
mod samples;
mod server;
#[path = "../saving/tools.rs"]
mod tools;
