//! Testing an HTTP post: what would be sent and where to, one request once a person agrees, and what came of it.
//!
//! Start at [`PostTest`]: it looks up the address, waits to be told, sends, and keeps the outcome. It is for one request.

pub mod filled;
pub mod outcome;

use std::sync::Arc;

use crate::http_test::answer::Answer;
use crate::http_test::lookup::{self, ResolvedRequest, ServerAddress, look_up};
use crate::http_test::send::{CancelHandle, PreparedRequest, TIMEOUT};
use crate::http_test::trouble::RequestError;

use super::failure::Failure;
use super::job::Job;
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
    stage: Stage,
    places: Vec<ServerAddress>,
    work: Work,
    wake: Arc<dyn Fn() + Send + Sync>,
}

/// What the stage waits for.
enum Work {
    LookUp(Job<Result<ResolvedRequest, RequestError>>),
    /// A yes, to send it there.
    Yes(ResolvedRequest),
    Send(CancelHandle, Job<Result<Answer, RequestError>>),
    None,
}

impl PostTest {
    /// The only method there is.
    pub const METHOD: &str = lookup::METHOD;
    /// How long a request and its answer may take in all, in seconds.
    pub const SECONDS: u64 = TIMEOUT.as_secs();

    /// Begins with looking up the address; `wake` is called whenever there is something new to [`follow`](Self::follow).
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(filled: Filled, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, Failure> {
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        let Filled { url, pairs, .. } = filled.clone();
        let job = begun(move || look_up(&url, pairs, TIMEOUT), &wake)?;
        Ok(Self { filled, stage: Stage::LookingUp, places: Vec::new(), work: Work::LookUp(job), wake })
    }

    /// What would be sent.
    pub fn filled(&self) -> &Filled {
        &self.filled
    }

    /// How far it was when it was last followed.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// All that it may connect to, once that is known.
    pub fn places(&self) -> &[ServerAddress] {
        &self.places
    }

    /// Takes what came of the look-up or the request, and says how far the test is.
    pub fn follow(&mut self) -> &Stage {
        match &self.work {
            Work::LookUp(job) => match job.poll() {
                None => {}
                Some(Ok(Ok(addressed))) => {
                    self.places = addressed.places();
                    (self.stage, self.work) = (Stage::Asks, Work::Yes(addressed));
                }
                Some(Ok(Err(trouble))) => self.end(Outcome::not_sent(&trouble)),
                Some(Err(why)) => self.end(Outcome::words(format!("Nothing was sent: {why}."))),
            },
            Work::Send(_, job) => match job.poll() {
                None => {}
                Some(Ok(answer)) => self.end(Outcome::of(answer)),
                Some(Err(why)) => self.end(Outcome::words(format!("There is no answer: {why}."))),
            },
            Work::Yes(_) | Work::None => {}
        }
        &self.stage
    }

    fn end(&mut self, outcome: Outcome) {
        (self.stage, self.work) = (Stage::Over(outcome), Work::None);
    }

    /// Sends the request, if it waits for a yes; `may_be_special` allows, for this request, an address that is not one of
    /// the open internet.
    pub fn send(&mut self, may_be_special: bool) {
        self.follow();
        let addressed = match std::mem::replace(&mut self.work, Work::None) {
            Work::Yes(addressed) => addressed,
            other => return self.work = other,
        };
        let sending = match PreparedRequest::new(addressed, may_be_special, TIMEOUT) {
            Ok(sending) => sending,
            Err(trouble) => {
                self.end(Outcome::not_sent(&trouble));
                return (self.wake)();
            }
        };
        let stopper = sending.stopper();
        match begun(move || sending.run(), &self.wake) {
            Ok(job) => (self.stage, self.work) = (Stage::Sending, Work::Send(stopper, job)),
            Err(failure) => self.end(Outcome::words(failure.to_string())),
        }
        (self.wake)();
    }

    /// Stops the request that is under way.
    pub fn stop(&mut self) {
        self.follow();
        if let Work::Send(stopper, _) = &self.work {
            stopper.stop();
            // A connection that is still being made is left behind, not waited for.
            self.end(Outcome::of(Err(RequestError::Stopped)));
            (self.wake)();
        }
    }
}

impl Drop for PostTest {
    fn drop(&mut self) {
        if let Work::Send(stopper, _) = &self.work {
            stopper.stop();
        }
    }
}

fn begun<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    wake: &Arc<dyn Fn() + Send + Sync>,
) -> Result<Job<T>, Failure> {
    let wake = Arc::clone(wake);
    let started = Job::start("test of an HTTP post", |_| work(), move || wake());
    started.map_err(|error| Failure::Usage(format!("No test can be started: {error}. Try again.")))
}
