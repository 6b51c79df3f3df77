//! Saving succeeds completely or changes nothing, whatever happens to the program, the disk or the power.

#[cfg(unix)]
mod child;
mod crashes;
#[cfg(target_os = "linux")]
mod full;
#[cfg(unix)]
mod kills;
#[cfg(target_os = "linux")]
mod traced;
