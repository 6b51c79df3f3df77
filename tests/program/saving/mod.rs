//! Saving is all or nothing, whatever happens to the program, the disk or the power.

#[cfg(unix)]
mod child;
mod crashes;
mod forgetful;
#[cfg(target_os = "linux")]
mod full;
#[cfg(unix)]
#[path = "../killing/mod.rs"]
mod killing;
#[cfg(unix)]
mod kills;
mod outside;
mod recovery;
mod steps;
#[cfg(target_os = "linux")]
mod tools;
#[cfg(target_os = "linux")]
mod traced;
