//! Computes what takes longer than a frame from a run, on a background thread.
//!
//! A panel keeps a [`BackgroundAnswer`] and calls [`BackgroundAnswer::ask`] in every frame with its current question.
//! It shows the newest answer until the next one is there. While the clock plays, there is a new answer every few
//! frames, and no frame waits long.

use std::sync::Arc;
use std::time::Duration;

use crate::simulate::run::Control;
use crate::workbench::job::{BrokeOff, Job};

/// Longest time that a frame waits for the first answer.
const PATIENCE: Duration = Duration::from_millis(6);

/// Something that is computed in the background, and the question it answers.
#[derive(Debug)]
pub struct BackgroundAnswer<Q, A> {
    under_way: Option<(Q, Job<A>)>,
    found: Option<(Q, Arc<A>)>,
    /// The work for this question panicked, and would panic again, so it isn't repeated.
    broke_off: Option<Q>,
}

impl<Q, A> Default for BackgroundAnswer<Q, A> {
    fn default() -> Self {
        Self { under_way: None, found: None, broke_off: None }
    }
}

/// A clone starts without an answer.
impl<Q, A> Clone for BackgroundAnswer<Q, A> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<Q: Clone + PartialEq, A: Send + Sync + 'static> BackgroundAnswer<Q, A> {
    /// Makes sure the question is answered eventually; `wake` is called once it is. Work for an earlier question is
    /// finished first, so that answers keep coming however often the question changes.
    pub fn ask(&mut self, question: Q, work: impl FnOnce() -> A + Send + 'static, wake: impl Fn() + Send + 'static) {
        self.ask_within(PATIENCE, question, |_| work(), wake);
    }

    /// As `ask`, for work that can be cancelled. This frame waits at most `patience` for the answer.
    pub(super) fn ask_within(
        &mut self,
        patience: Duration,
        question: Q,
        work: impl FnOnce(&Control) -> A + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) {
        self.collect(Duration::ZERO);
        let is_answered = self.found.as_ref().is_some_and(|(of, _)| *of == question);
        if self.under_way.is_some() || is_answered || self.broke_off.as_ref() == Some(&question) {
            return;
        }
        self.under_way = Some((question, Job::start_in_pool(work, wake)));
        self.collect(patience);
    }

    /// Takes an answer that arrives within `patience`.
    pub(super) fn collect(&mut self, patience: Duration) {
        let Some((question, job)) = self.under_way.take() else { return };
        match job.wait(patience) {
            None => self.under_way = Some((question, job)),
            Some(Ok(answer)) => self.found = Some((question, Arc::new(answer))),
            Some(Err(BrokeOff)) => self.broke_off = Some(question),
        }
    }

    /// Sets an answer that needs no work, and cancels work in progress.
    pub(super) fn answered(&mut self, question: Q, answer: A) {
        (self.under_way, self.found) = (None, Some((question, Arc::new(answer))));
    }
}

impl<Q, A> BackgroundAnswer<Q, A> {
    /// The newest answer, even if it is to an earlier question.
    pub fn answer(&self) -> Option<Arc<A>> {
        self.newest().cloned()
    }

    /// The question that the newest answer is for.
    pub fn of(&self) -> Option<&Q> {
        self.found.as_ref().map(|(of, _)| of)
    }

    pub(super) fn newest(&self) -> Option<&Arc<A>> {
        self.found.as_ref().map(|(_, answer)| answer)
    }

    /// The question that is being answered, with its progress.
    pub(super) fn under_way(&self) -> Option<(&Q, &Control)> {
        self.under_way.as_ref().map(|(question, job)| (question, job.control()))
    }

    /// Cancels work in progress.
    pub(super) fn cancel(&mut self) {
        self.under_way = None;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;

    #[test]
    fn the_newest_question_is_answered_in_the_end_and_the_answer_before_stays_until_then() {
        let mut beside = BackgroundAnswer::<u32, u32>::default();
        let (called, calls) = channel();
        let ask = |beside: &mut BackgroundAnswer<u32, u32>, question: u32, gate: Option<Receiver<()>>| {
            let called = called.clone();
            let work = move || {
                if let Some(gate) = gate {
                    let _ = gate.recv();
                }
                question * 10
            };
            beside.ask(question, work, move || _ = called.send(question));
        };
        ask(&mut beside, 1, None);
        assert_eq!(calls.recv(), Ok(1));
        ask(&mut beside, 1, None);
        assert_eq!((beside.of(), beside.answer().as_deref()), (Some(&1), Some(&10)));
        let (open, gate) = channel();
        ask(&mut beside, 2, Some(gate));
        ask(&mut beside, 3, None);
        assert_eq!(beside.of(), Some(&1), "the second is still being worked out");
        open.send(()).expect("somebody waits");
        assert_eq!(calls.recv(), Ok(2));
        ask(&mut beside, 3, None);
        assert_eq!(calls.recv(), Ok(3));
        ask(&mut beside, 3, None);
        assert_eq!(beside.answer().as_deref(), Some(&30));
        assert!(calls.try_recv().is_err(), "nothing is worked out twice");
    }

    #[test]
    fn work_that_panics_is_not_begun_again_for_the_same_question() {
        let mut beside = BackgroundAnswer::<u32, u32>::default();
        let (called, calls) = channel();
        let ask = |beside: &mut BackgroundAnswer<u32, u32>, question: u32| {
            let called = called.clone();
            let work = move || if question == 1 { panic!("of a test") } else { question * 10 };
            beside.ask(question, work, move || _ = called.send(question));
        };
        ask(&mut beside, 1);
        assert_eq!(calls.recv(), Ok(1));
        (0..3).for_each(|_| ask(&mut beside, 1));
        assert!(beside.answer().is_none() && beside.under_way().is_none() && calls.try_recv().is_err());
        ask(&mut beside, 2);
        assert_eq!(calls.recv(), Ok(2));
        ask(&mut beside, 2);
        assert_eq!(beside.answer().as_deref(), Some(&20));
    }
}
