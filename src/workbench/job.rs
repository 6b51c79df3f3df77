//! Work in the background, so that no frame waits for it: its progress, cancelling it, and its result.
//!
//! [`Job::start`] runs the work on a new thread, [`Job::start_in_pool`] in rayon's pool. The work reports its progress
//! to its [`Control`], and checks there whether it was cancelled. The answer is available once `wake` is called. If the
//! work panics, the answer is [`BrokeOff`], so that nothing waits forever. A [`Worker`](super::worker::Worker) is a job
//! that answers many questions.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::simulate::run::Control;

/// The answer of work that panicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a defect in Dripline stopped this work")]
pub struct BrokeOff;

/// The answer of a job.
pub type JobResult<T> = Result<T, BrokeOff>;

/// Work on another thread. Dropping this cancels the work without waiting.
#[derive(Debug)]
pub struct Job<T> {
    control: Arc<Control>,
    answers: Receiver<JobResult<T>>,
}

/// The job, as seen by its own work.
pub struct Reporter<T> {
    control: Arc<Control>,
    answers: Sender<JobResult<T>>,
    wake: Box<dyn Fn() + Send>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts work with one answer on a thread of this name. `wake` is called on that thread once the answer is there.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(
        name: &str,
        work: impl FnOnce(&Control) -> T + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        Self::start_reporting(name, |reporter| reporter.tell(work(reporter.control())), wake)
    }

    /// Starts work with any number of answers on a thread of this name. `wake` is called on that thread for each.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start_reporting(
        name: &str,
        work: impl FnOnce(&Reporter<T>) + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let (job, reporter) = Self::new(wake);
        thread::Builder::new().name(name.to_owned()).spawn(move || reporter.run(work))?;
        Ok(job)
    }

    /// Starts work with one answer in the global rayon pool. `wake` is called there once the answer is there.
    pub fn start_in_pool(work: impl FnOnce(&Control) -> T + Send + 'static, wake: impl Fn() + Send + 'static) -> Self {
        let (job, reporter) = Self::new(wake);
        rayon::spawn(move || reporter.run(|reporter| reporter.tell(work(reporter.control()))));
        job
    }

    fn new(wake: impl Fn() + Send + 'static) -> (Self, Reporter<T>) {
        let (tell, answers) = channel();
        let control = Arc::new(Control::default());
        let reporter = Reporter { control: Arc::clone(&control), answers: tell, wake: Box::new(wake) };
        (Self { control, answers }, reporter)
    }

    /// The next answer, if there is one yet.
    pub fn poll(&self) -> Option<JobResult<T>> {
        self.answers.try_recv().ok()
    }

    /// The next answer, waiting at most `at_most`.
    pub fn wait(&self, at_most: Duration) -> Option<JobResult<T>> {
        if at_most.is_zero() { self.poll() } else { self.answers.recv_timeout(at_most).ok() }
    }

    /// Waits for the next answer. `None` if there will be no more.
    pub fn wait_for_next(&self) -> Option<JobResult<T>> {
        self.answers.recv().ok()
    }
}

impl<T> Job<T> {
    /// The progress of the work, and whether it was cancelled.
    pub fn control(&self) -> &Control {
        &self.control
    }

    /// Cancels the work. There is an answer once it has stopped.
    pub fn cancel(&self) {
        self.control.cancel.store(true, Ordering::Relaxed);
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl<T> Reporter<T> {
    /// The progress of the work, and whether it was cancelled.
    pub fn control(&self) -> &Control {
        &self.control
    }

    /// Sends an answer, and calls `wake`.
    pub fn tell(&self, answer: T) {
        self.send(Ok(answer));
    }

    /// Calls `wake` without an answer: an earlier answer has changed.
    pub fn wake(&self) {
        (self.wake)();
    }

    fn send(&self, answer: JobResult<T>) {
        // If the job was dropped, the answer is not needed.
        let _ = self.answers.send(answer);
        self.wake();
    }

    fn run(self, work: impl FnOnce(&Self)) {
        // After a panic, the state of the work is not used again.
        if catch_unwind(AssertUnwindSafe(|| work(&self))).is_err() {
            self.send(Err(BrokeOff));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn the_answer_is_there_when_it_wakes() {
        let (called, calls) = mpsc::channel();
        let work = |control: &Control| {
            control.begin("Counting", 4);
            control.done.store(3, Ordering::Relaxed);
            7
        };
        let wake = move || called.send(()).unwrap_or_default();
        let in_thread = Job::start("test", work, wake.clone()).expect("a thread");
        let in_pool = Job::start_in_pool(work, wake);
        for job in [in_thread, in_pool] {
            calls.recv_timeout(LONG).expect("a call");
            assert_eq!(job.wait(LONG), Some(Ok(7)));
            assert_eq!((job.control().doing(), job.control().share()), ("Counting", 0.75));
            assert_eq!(job.poll(), None, "there is one answer");
        }
    }

    #[test]
    fn a_panic_is_an_answer_in_words() {
        let (called, calls) = mpsc::channel();
        let wake = move || called.send(()).unwrap_or_default();
        let in_thread: Job<u8> = Job::start("test", |_| panic!("of a test"), wake.clone()).expect("a thread");
        let in_pool: Job<u8> = Job::start_in_pool(|_| panic!("of a test"), wake);
        for job in [in_thread, in_pool] {
            calls.recv_timeout(LONG).expect("a call");
            assert_eq!(job.wait(LONG), Some(Err(BrokeOff)));
            assert_eq!(job.wait_for_next(), None, "there is no more");
        }
        assert!(BrokeOff.to_string().contains("defect in Dripline"));
    }

    #[test]
    fn a_dropped_job_is_cancelled_and_not_waited_for() {
        let (tell, told) = mpsc::channel();
        let work = move |control: &Control| {
            while !control.is_cancelled() {
                thread::yield_now();
            }
            tell.send("stopped").unwrap_or_default();
        };
        drop(Job::start("test", work, || {}).expect("a thread"));
        assert_eq!(told.recv_timeout(LONG), Ok("stopped"));
    }

    #[test]
    fn a_short_answer_is_waited_for_and_a_long_one_is_not() {
        let (open, gate) = mpsc::channel::<()>();
        let job = Job::start("test", move |_| gate.recv().is_ok(), || {}).expect("a thread");
        assert_eq!(job.wait(Duration::from_millis(5)), None);
        assert_eq!(job.poll(), None);
        open.send(()).expect("the work waits");
        assert_eq!(job.wait(LONG), Some(Ok(true)));
    }

    #[test]
    fn work_can_answer_more_than_once() {
        let work = |reporter: &Reporter<u8>| (1..4).for_each(|number| reporter.tell(number));
        let job = Job::start_reporting("test", work, || {}).expect("a thread");
        let all: Vec<_> = std::iter::from_fn(|| job.wait_for_next()).collect();
        assert_eq!(all, [Ok(1), Ok(2), Ok(3)]);
    }
}
