//! Saving succeeds completely or changes nothing, whatever happens to the program, the disk or the power.

mod forgetful;
mod outside;
mod recovery;
mod steps;
