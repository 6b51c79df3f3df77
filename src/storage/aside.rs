//! Runs work that can't be cancelled on a separate thread, so that its caller can stop waiting at any time.
//!
//! A library's parser can't be cancelled, and a read from a pipe or a network disk can take any time. The abandoned
//! thread checks the same flag wherever our own code runs. It works on bounded input only, and its result is dropped.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::simulate::run::{Cancelled, Control};

/// How often the caller checks for cancellation and copies the progress.
const CANCEL_CHECK_EVERY: Duration = Duration::from_millis(10);

/// The state that the thread shares with its caller.
#[derive(Clone, Debug)]
pub(super) struct ThreadSignals {
    /// The amount of work done.
    pub done: Arc<AtomicU64>,
    /// Whether the caller has stopped waiting.
    pub cancel: Arc<AtomicBool>,
}

/// Runs work on a separate thread and waits for it, unless it is cancelled.
///
/// # Errors
/// If it was cancelled. The work may continue until it checks the flag.
pub(super) fn aside<T: Send + 'static>(
    control: &Control,
    work: impl FnOnce(&ThreadSignals) -> T + Send + 'static,
) -> Result<T, Cancelled> {
    control.check()?;
    let shared = ThreadSignals { done: Arc::default(), cancel: Arc::clone(&control.cancel) };
    let (for_each_effect, told) = channel();
    // Shared with the thread: if no thread can be started, the caller's thread does the work.
    let work = Arc::new(Mutex::new(Some(work)));
    let take = |work: &Mutex<Option<_>>| work.lock().unwrap_or_else(PoisonError::into_inner).take();
    let (its_work, its_shared) = (Arc::clone(&work), shared.clone());
    let started = thread::Builder::new().name("aside".to_owned()).spawn(move || {
        if let Some(work) = take(&its_work) {
            // The caller may have stopped waiting.
            let _ = for_each_effect.send(work(&its_shared));
        }
    });
    let Ok(thread) = started else {
        return match take(&work) {
            Some(work) => Ok(work(&shared)),
            None => Err(Cancelled),
        };
    };
    loop {
        let answer = told.recv_timeout(CANCEL_CHECK_EVERY);
        control.done.store(shared.done.load(Ordering::Relaxed), Ordering::Relaxed);
        match answer {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => control.check()?,
            // Only a panic ends the thread without an answer.
            Err(RecvTimeoutError::Disconnected) => match thread.join() {
                Err(panic) => resume_unwind(panic),
                Ok(()) => return Err(Cancelled),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_waits_can_go_while_the_work_goes_on() {
        let control = Control::default();
        assert_eq!(aside(&control, |shared| shared.done.fetch_add(7, Ordering::Relaxed)), Ok(0));
        assert_eq!(control.done.load(Ordering::Relaxed), 7);
        let (cancel, ended) = (Arc::clone(&control.cancel), Arc::new(AtomicBool::new(false)));
        let end = Arc::clone(&ended);
        let (left, waits) = channel();
        // This work waits for the test, so `aside` must return before the work ends.
        let result = aside(&control, move |shared| {
            cancel.store(true, Ordering::Relaxed);
            let _ = waits.recv_timeout(Duration::from_secs(60));
            end.store(shared.cancel.load(Ordering::Relaxed), Ordering::Relaxed);
        });
        assert_eq!(result, Err(Cancelled));
        assert!(!ended.load(Ordering::Relaxed), "it was waited for");
        left.send(()).expect("the work goes on until it is let go of");
        assert_eq!(aside(&control, |_| ()), Err(Cancelled), "nothing is begun once it is cancelled");
    }

    #[test]
    #[should_panic(expected = "of the work")]
    fn a_panic_goes_to_who_waits() {
        let _: Result<(), _> = aside(&Control::default(), |_| panic!("of the work"));
    }
}
