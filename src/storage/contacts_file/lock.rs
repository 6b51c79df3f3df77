//! Locks that a thread which panicked doesn't poison: its panic ends the work anyway.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// The value that a mutex guards.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
