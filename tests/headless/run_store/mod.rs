//! Saved runs: list, open, rename, delete and compare them, as the window does.

mod compare;
mod damaged;
mod kept;
mod repair;
mod strange;
