//! Tests an HTTP post: shows what would be sent and where, sends one request once the user agrees, and shows the
//! outcome.
//!
//! Start at [`PostTest`]: it looks up the address, waits for the user, sends one request, and keeps the outcome.

pub mod filled;
pub mod outcome;

use std::sync::Arc;

use crate::http_test::answer::HttpResponse;
use crate::http_test::lookup::{self, ResolvedRequest, ServerAddress, look_up};
use crate::http_test::send::{CancelHandle, PreparedRequest, TIMEOUT};
use crate::http_test::trouble::RequestError;

use super::failure::Failure;
use super::job::Job;
use filled::Filled;
use outcome::TestOutcome;

/// The stage of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The address is being looked up. Nothing is sent until the user agrees.
    LookingUp,
    /// It waits for the user to agree.
    Asks,
    /// The request is being sent.
    Sending,
    /// The test has ended.
    Over(TestOutcome),
}

/// A test of one HTTP post. Dropping it cancels work in progress.
pub struct PostTest {
    filled: Filled,
    stage: Stage,
    places: Vec<ServerAddress>,
    work: StageWork,
    wake: Arc<dyn Fn() + Send + Sync>,
}

/// The work that the stage waits for.
enum StageWork {
    LookUp(Job<Result<ResolvedRequest, RequestError>>),
    /// The user's agreement to send this request.
    Yes(ResolvedRequest),
    Send(CancelHandle, Job<Result<HttpResponse, RequestError>>),
    None,
}

impl PostTest {
    /// The HTTP method of the request.
    pub const METHOD: &str = lookup::METHOD;
    /// The timeout for the request and its response together, in seconds.
    pub const SECONDS: u64 = TIMEOUT.as_secs();

    /// Starts by looking up the address; `wake` is called whenever there is something new to [`follow`](Self::follow).
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(filled: Filled, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, Failure> {
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(wake);
        let Filled { url, pairs, .. } = filled.clone();
        let job = begun(move || look_up(&url, pairs, TIMEOUT), &wake)?;
        Ok(Self { filled, stage: Stage::LookingUp, places: Vec::new(), work: StageWork::LookUp(job), wake })
    }

    /// The request that would be sent.
    pub fn filled(&self) -> &Filled {
        &self.filled
    }

    /// The stage when it was last followed.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The addresses that it may connect to, once they are known.
    pub fn places(&self) -> &[ServerAddress] {
        &self.places
    }

    /// Takes the result of the lookup or the request, and returns the stage.
    pub fn follow(&mut self) -> &Stage {
        match &self.work {
            StageWork::LookUp(job) => match job.poll() {
                None => {}
                Some(Ok(Ok(addressed))) => {
                    self.places = addressed.places();
                    (self.stage, self.work) = (Stage::Asks, StageWork::Yes(addressed));
                }
                Some(Ok(Err(trouble))) => self.end(TestOutcome::not_sent(&trouble)),
                Some(Err(why)) => self.end(TestOutcome::words(format!("Nothing was sent: {why}."))),
            },
            StageWork::Send(_, job) => match job.poll() {
                None => {}
                Some(Ok(answer)) => self.end(TestOutcome::of(answer)),
                Some(Err(why)) => self.end(TestOutcome::words(format!("No answer: {why}."))),
            },
            StageWork::Yes(_) | StageWork::None => {}
        }
        &self.stage
    }

    fn end(&mut self, outcome: TestOutcome) {
        (self.stage, self.work) = (Stage::Over(outcome), StageWork::None);
    }

    /// Sends the request, if it waits for agreement. `may_be_special` allows an address that is not on the open
    /// internet, for this request.
    pub fn send(&mut self, may_be_special: bool) {
        self.follow();
        let addressed = match std::mem::replace(&mut self.work, StageWork::None) {
            StageWork::Yes(addressed) => addressed,
            other => return self.work = other,
        };
        let sending = match PreparedRequest::new(addressed, may_be_special, TIMEOUT) {
            Ok(sending) => sending,
            Err(trouble) => {
                self.end(TestOutcome::not_sent(&trouble));
                return (self.wake)();
            }
        };
        let stopper = sending.stopper();
        match begun(move || sending.run(), &self.wake) {
            Ok(job) => (self.stage, self.work) = (Stage::Sending, StageWork::Send(stopper, job)),
            Err(failure) => self.end(TestOutcome::words(failure.to_string())),
        }
        (self.wake)();
    }

    /// Cancels the request that is being sent.
    pub fn stop(&mut self) {
        self.follow();
        if let StageWork::Send(stopper, _) = &self.work {
            stopper.stop();
            // A connection that is still being made is abandoned.
            self.end(TestOutcome::of(Err(RequestError::Stopped)));
            (self.wake)();
        }
    }
}

impl Drop for PostTest {
    fn drop(&mut self) {
        if let StageWork::Send(stopper, _) = &self.work {
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
