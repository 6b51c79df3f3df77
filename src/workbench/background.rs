//! Findings of a large campaign, worked out beside the window: a frame does not wait for them.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::campaign::document::Campaign;
use crate::findings::{Finding, check};

/// Campaigns with fewer items than this are checked at once: it takes a fraction of a frame.
pub const SMALL: usize = 1_000;

/// Works out the findings of one snapshot at a time, in a thread of its own that sleeps in between.
pub struct Background {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wanted: Condvar,
}

#[derive(Default)]
struct State {
    asked: Option<(u64, Campaign)>,
    is_busy: bool,
    found: Option<(u64, Vec<Finding>)>,
    ends: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Background {
    /// Starts the thread; `wake` is called in it whenever there is something new to [`poll`](Self::poll).
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let worker = Arc::clone(&shared);
        thread::Builder::new().name("findings".to_owned()).spawn(move || work(&worker, &wake))?;
        Ok(Self { shared })
    }

    /// Asks for the findings of a campaign as it is now. `false` if it is still busy with an earlier state: ask again
    /// once it has called. A copy is made only when it is taken.
    pub fn ask(&self, revision: u64, campaign: &Campaign) -> bool {
        let is_free = {
            let state = self.shared.state();
            !state.is_busy && state.asked.is_none()
        };
        if is_free {
            let snapshot = campaign.clone();
            self.shared.state().asked = Some((revision, snapshot));
            self.shared.wanted.notify_one();
        }
        is_free
    }

    /// The newest findings and the revision they are of, once each.
    pub fn poll(&self) -> Option<(u64, Vec<Finding>)> {
        self.shared.state().found.take()
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.shared.state().ends = true;
        self.shared.wanted.notify_one();
    }
}

fn work(shared: &Shared, wake: &impl Fn()) {
    loop {
        let mut state = shared.state();
        let (revision, campaign) = loop {
            if state.ends {
                return;
            }
            if let Some(asked) = state.asked.take() {
                break asked;
            }
            state = shared.wanted.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        state.is_busy = true;
        drop(state);
        let findings = check(&campaign, None, None);
        let mut state = shared.state();
        (state.is_busy, state.found) = (false, Some((revision, findings)));
        let ends = state.ends;
        drop(state);
        if !ends {
            wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::workbench::samples;

    #[test]
    fn the_findings_of_a_snapshot_come_with_its_revision_and_a_call() {
        let (called, calls) = mpsc::channel();
        let background = Background::start(move || called.send(()).expect("somebody who listens")).expect("a thread");
        let mut campaign = samples::first();
        for revision in 1..4 {
            campaign.sequences[0].links.clear();
            assert!(background.ask(revision, &campaign));
            calls.recv().expect("a call");
            assert_eq!(background.poll(), Some((revision, check(&campaign, None, None))));
            assert_eq!(background.poll(), None);
        }
        drop(background);
        assert!(calls.recv().is_err(), "the thread ends, and calls no more");
    }
}
