//! What takes longer than a frame, worked out of a run beside the window.
//!
//! A panel keeps a [`Beside`] and calls [`Beside::ask`] in every frame with what it wants to know now. The newest answer
//! is shown until the next one is there: a clock that plays is followed every few frames, and no frame waits long.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

/// A frame waits so long for an answer that is asked for first.
const PATIENCE: Duration = Duration::from_millis(6);

/// Something that is worked out beside the window, and what it was worked out for.
#[derive(Debug)]
pub struct Beside<Q, A> {
    under_way: Option<(Q, Receiver<A>)>,
    found: Option<(Q, Arc<A>)>,
}

impl<Q, A> Default for Beside<Q, A> {
    fn default() -> Self {
        Self { under_way: None, found: None }
    }
}

/// A copy of the view asks anew.
impl<Q, A> Clone for Beside<Q, A> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<Q: Clone + PartialEq, A: Send + Sync + 'static> Beside<Q, A> {
    /// Sees to it that there is an answer to a question, in the end; `wake` is called once there is one. What is under
    /// way for another question is waited for first, so that answers keep coming however often the question changes.
    pub fn ask(
        &mut self,
        question: Q,
        work: impl FnOnce() -> A + Send + 'static,
        wake: impl FnOnce() + Send + 'static,
    ) {
        self.collect(Duration::ZERO);
        if self.under_way.is_some() || self.found.as_ref().is_some_and(|(of, _)| *of == question) {
            return;
        }
        let (tell, answer) = channel();
        self.under_way = Some((question, answer));
        rayon::spawn(move || {
            // Nobody listens any more if the panel is gone by now.
            let _ = tell.send(work());
            wake();
        });
        self.collect(PATIENCE);
    }

    fn collect(&mut self, patience: Duration) {
        let Some((_, answer)) = &self.under_way else { return };
        let answer = match patience.is_zero() {
            true => answer.try_recv(),
            false => answer.recv_timeout(patience).map_err(|_| TryRecvError::Empty),
        };
        match (answer, self.under_way.take()) {
            (Ok(answer), Some((question, _))) => self.found = Some((question, Arc::new(answer))),
            (Err(TryRecvError::Empty), under_way) => self.under_way = under_way,
            _ => {}
        }
    }

    /// The newest answer, even if it is to the question before.
    pub fn answer(&self) -> Option<Arc<A>> {
        self.found.as_ref().map(|(_, answer)| Arc::clone(answer))
    }

    /// The question that it is the answer to.
    pub fn of(&self) -> Option<&Q> {
        self.found.as_ref().map(|(of, _)| of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_question_is_answered_in_the_end_and_the_answer_before_stays_until_then() {
        let mut beside = Beside::<u32, u32>::default();
        let (called, calls) = channel();
        let ask = |beside: &mut Beside<u32, u32>, question: u32, gate: Option<Receiver<()>>| {
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
}
