//! Runs that are kept: listed, opened again, renamed, deleted and compared, as the window does it.

mod compare;
mod damaged;
mod kept;
mod repair;
mod strange;
