//! Testing an HTTP post: what would be sent and where to, one request once a person agrees, and what came of it.
//!
//! Start at [`PostTest`]: it looks up the address, waits to be told, sends, and keeps the outcome. It is for one request.

pub mod filled;
pub mod outcome;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::http_test::lookup::{self, ResolvedRequest, ServerAddress, look_up};
use crate::http_test::send::{CancelHandle, PreparedRequest, TIMEOUT};
use crate::http_test::trouble::RequestError;

use super::failure::Failure;
use filled::Filled;
use outcome::Outcome;

/// How far a test is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The address is looked up. Nothing is sent before there is a yes.
    LookingUp,
    /// It waits for a yes.
    Asks,
    /// The request is under way.
    Sending,
    /// It is over.
    Over(Outcome),
}

/// A test of one HTTP post. Dropped, it stops whatever is under way.
pub struct PostTest {
    filled: Filled,
    shared: Arc<Shared>,
    stopper: Option<CancelHandle>,
}

struct Shared {
    state: Mutex<State>,
    wake: Box<dyn Fn() + Send + Sync>,
}

struct State {
    stage: Stage,
    places: Vec<ServerAddress>,
    addressed: Option<ResolvedRequest>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        (self.wake)();
    }
}

impl PostTest {
    /// The only method there is.
    pub const METHOD: &str = lookup::METHOD;
    /// How long a request and its answer may take in all, in seconds.
    pub const SECONDS: u64 = TIMEOUT.as_secs();

    /// Begins with looking up the address; `wake` is called whenever the test is further.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(filled: Filled, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, Failure> {
        let state = State { stage: Stage::LookingUp, places: Vec::new(), addressed: None };
        let shared = Arc::new(Shared { state: Mutex::new(state), wake: Box::new(wake) });
        let within = Arc::clone(&shared);
        let Filled { url, pairs, .. } = filled.clone();
        spawn(move || {
            let found = look_up(&url, pairs, TIMEOUT);
            within.tell(|state| match found {
                Ok(addressed) => {
                    state.places = addressed.places();
                    (state.stage, state.addressed) = (Stage::Asks, Some(addressed));
                }
                Err(trouble) => state.stage = Stage::Over(Outcome::not_sent(&trouble)),
            });
        })?;
        Ok(Self { filled, shared, stopper: None })
    }

    /// What would be sent.
    pub fn filled(&self) -> &Filled {
        &self.filled
    }

    /// How far it is.
    pub fn stage(&self) -> Stage {
        self.shared.state().stage.clone()
    }

    /// All that it may connect to, once that is known.
    pub fn places(&self) -> Vec<ServerAddress> {
        self.shared.state().places.clone()
    }

    /// Sends the request, if it waits for a yes; `may_be_special` allows, for this request, an address that is not one of
    /// the open internet.
    pub fn send(&mut self, may_be_special: bool) {
        let Some(addressed) = self.shared.state().addressed.take() else { return };
        let sending = match PreparedRequest::new(addressed, may_be_special, TIMEOUT) {
            Ok(sending) => sending,
            Err(trouble) => return self.shared.tell(|state| state.stage = Stage::Over(Outcome::not_sent(&trouble))),
        };
        self.stopper = Some(sending.stopper());
        self.shared.tell(|state| state.stage = Stage::Sending);
        let within = Arc::clone(&self.shared);
        let started = spawn(move || {
            let answer = sending.run();
            within.tell(|state| state.stage = Stage::Over(Outcome::of(answer)));
        });
        if let Err(failure) = started {
            self.shared.tell(|state| state.stage = Stage::Over(Outcome::words(failure.to_string())));
        }
    }

    /// Stops the request that is under way.
    pub fn stop(&mut self) {
        if let Some(stopper) = self.stopper.take() {
            stopper.stop();
            // A connection that is still being made is left behind, not waited for.
            self.shared.tell(|state| {
                if state.stage == Stage::Sending {
                    state.stage = Stage::Over(Outcome::of(Err(RequestError::Stopped)));
                }
            });
        }
    }
}

impl Drop for PostTest {
    fn drop(&mut self) {
        if let Some(stopper) = &self.stopper {
            stopper.stop();
        }
    }
}

fn spawn(work: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let started = thread::Builder::new().name("test of an HTTP post".to_owned()).spawn(work);
    started.map(drop).map_err(|error| Failure::Usage(format!("No test can be started: {error}. Try again.")))
}
