//! Tests the program itself, and test programs that start themselves again: what it prints and writes, and what remains
//! when it is killed, fails, is traced, or runs in an isolated network.

mod built;
mod cli;
#[path = "../common/mod.rs"]
mod common;
mod hostile;
#[cfg(unix)]
mod killing;
#[cfg(target_os = "linux")]
mod network;
mod newer;
mod report_files;
#[cfg(unix)]
mod run_kills;
mod same_bytes;
mod saving;
