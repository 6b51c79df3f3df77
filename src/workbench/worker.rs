//! A thread that waits for questions, and answers the newest one.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::job::{Job, Reporter};

/// A job for many questions. If a newer question comes before an older one has begun, the older one is never answered.
///
/// Dropping it cancels work in progress without waiting.
#[derive(Debug)]
pub struct Worker<Q, A> {
    /// `None` once no more questions are taken.
    questions: Option<Sender<Q>>,
    job: Job<A>,
}

impl<Q: Send + 'static, A: Send + 'static> Worker<Q, A> {
    /// Starts the thread. `wake` is called on it whenever there is an answer.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(
        name: &str,
        mut work: impl FnMut(Q, &Reporter<A>) + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let (questions, asked) = channel();
        let work = move |reporter: &Reporter<A>| {
            while let Some(question) = newest(&asked) {
                work(question, reporter);
            }
        };
        Ok(Self { questions: Some(questions), job: Job::start_reporting(name, work, wake)? })
    }

    /// Asks a question. Returns whether there is a thread to answer it: it ends if its work panics, which is its last
    /// answer.
    pub fn ask(&self, question: Q) -> bool {
        self.questions.as_ref().is_some_and(|questions| questions.send(question).is_ok())
    }

    /// The job, to get its answers.
    pub fn job(&self) -> &Job<A> {
        &self.job
    }

    /// Stops taking questions, and waits until the last one is answered.
    pub fn finish(&mut self) {
        self.questions = None;
        while self.job.wait_for_next().is_some() {}
    }
}

/// Waits for a question. `None` once there will be no more.
fn newest<Q>(asked: &Receiver<Q>) -> Option<Q> {
    let first = asked.recv().ok()?;
    Some(asked.try_iter().last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::workbench::job::BrokeOff;

    #[test]
    fn of_the_questions_that_wait_the_newest_is_answered() {
        let (open, gate) = mpsc::channel::<()>();
        let work = move |question: u8, reporter: &Reporter<u8>| {
            let _ = gate.recv();
            reporter.tell(question * 10);
        };
        let mut worker = Worker::start("test", work, || {}).expect("a thread");
        assert!(worker.ask(1));
        open.send(()).expect("it waits");
        assert_eq!(worker.job().wait_for_next(), Some(Ok(10)));
        // Questions 3 and 4 may come before question 2 has begun, so question 2 may have no answer.
        (2..5).for_each(|question| assert!(worker.ask(question)));
        (0..3).for_each(|_| open.send(()).unwrap_or_default());
        let mut last = None;
        while last != Some(40) {
            last = worker.job().wait_for_next().and_then(Result::ok);
            assert!(last.is_some_and(|last| last > 10));
        }
        worker.finish();
        assert!(!worker.ask(5), "no more is taken");
    }

    #[test]
    fn what_was_asked_last_is_done_before_it_is_finished() {
        let (tell, told) = mpsc::channel();
        let work = move |question: u8, _: &Reporter<()>| tell.send(question).unwrap_or_default();
        let mut worker = Worker::start("test", work, || {}).expect("a thread");
        worker.ask(1);
        worker.ask(2);
        worker.finish();
        assert_eq!(told.iter().last(), Some(2));
    }

    #[test]
    fn after_a_panic_nothing_is_waited_for() {
        let mut worker = Worker::start("test", |_: u8, _: &Reporter<u8>| panic!("of a test"), || {}).expect("a thread");
        worker.ask(1);
        assert_eq!(worker.job().wait_for_next(), Some(Err(BrokeOff)));
        assert_eq!(worker.job().wait_for_next(), None);
        worker.finish();
        assert!(!worker.ask(2), "there is no thread");
    }
}
