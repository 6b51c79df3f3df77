//! A thread that writes recovery copies: of what was asked for meanwhile, only the last counts.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use crate::campaign::document::Campaign;
use crate::storage::recovery::{Desk, Note};

/// What is to be done with the copy.
pub enum Job {
    /// It holds this from now on.
    Write(Note, Arc<Campaign>),
    /// It is not needed any more.
    Clear,
}

/// The thread.
pub struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    job: Option<Job>,
    is_busy: bool,
    ends: bool,
    trouble: Option<String>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Writer {
    /// Starts it.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(desk: Arc<Desk>) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let worker = Arc::clone(&shared);
        let thread = thread::Builder::new().name("recovery".to_owned()).spawn(move || work(&worker, &desk))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Asks for something in the place of what was asked for and not begun.
    pub fn ask(&self, job: Job) {
        self.shared.state().job = Some(job);
        self.shared.changed.notify_all();
    }

    /// Waits until nothing is left to do.
    pub fn wait(&self) {
        let is_busy = |state: &mut State| state.job.is_some() || state.is_busy;
        let state = self.shared.changed.wait_while(self.shared.state(), is_busy);
        drop(state.unwrap_or_else(PoisonError::into_inner));
    }

    /// What went wrong last, once.
    pub fn trouble(&self) -> Option<String> {
        self.shared.state().trouble.take()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.state().ends = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // What was asked for last is done before it ends.
            let _ = thread.join();
        }
    }
}

fn work(shared: &Shared, desk: &Desk) {
    loop {
        let is_idle = |state: &mut State| state.job.is_none() && !state.ends;
        let mut state = shared.changed.wait_while(shared.state(), is_idle).unwrap_or_else(PoisonError::into_inner);
        let Some(job) = state.job.take() else { return };
        state.is_busy = true;
        drop(state);
        let done = match job {
            Job::Write(note, campaign) => desk.write(&note, &campaign),
            Job::Clear => desk.clear(),
        };
        let mut state = shared.state();
        state.is_busy = false;
        state.trouble = done.err().map(|error| error.to_string());
        drop(state);
        shared.changed.notify_all();
    }
}
