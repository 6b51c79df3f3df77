//! Runs a rehearsal beside the window: the newest edit wins, and nobody is read twice.

use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::calendar::Instant;
use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::contacts::block::Population;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::ReadCounts;

use super::super::failure::Failure;
use super::super::scene::Scene;
use super::super::simulate::{Kept, Origin, keep_population};
use super::finished::{Finished, SMALL};

/// What is to be run.
#[derive(Clone)]
pub struct Question {
    /// The campaign as it is now.
    pub campaign: Campaign,
    /// Who takes part, and when.
    pub rehearsal: Rehearsal,
    /// Where the paths of its people count from.
    pub folder: PathBuf,
    /// When people enter who have no moment of their own.
    pub now: Instant,
}

/// What came of a question.
pub struct Answer {
    /// The number of the question.
    pub number: u64,
    /// The run, or why there is none.
    pub outcome: Result<Arc<Finished>, Failure>,
}

/// Runs one question at a time, in a thread of its own that sleeps in between.
pub struct Runner {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wanted: Condvar,
    answered: Condvar,
}

#[derive(Default)]
struct State {
    asked: Option<(u64, Question)>,
    /// The control of what is under way, with the number of its question.
    under_way: Option<(u64, Arc<Control>)>,
    answer: Option<Answer>,
    /// People are read again even if nothing says that they changed.
    forgets: bool,
    ends: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing is left half done while the lock is held.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Runner {
    /// Starts the thread; `wake` is called in it whenever there is something new to [`poll`](Self::poll), and once a
    /// run is sorted by time.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let worker = Arc::clone(&shared);
        thread::Builder::new().name("rehearsal".to_owned()).spawn(move || work(&worker, &wake))?;
        Ok(Self { shared })
    }

    /// Asks for a run; what was asked for before is let go.
    pub fn ask(&self, number: u64, question: Question) {
        let mut state = self.shared.state();
        if let Some((_, control)) = &state.under_way {
            control.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        (state.asked, state.answer) = (Some((number, question)), None);
        self.shared.wanted.notify_one();
    }

    /// Lets go of what is under way; there will be no answer.
    pub fn stop(&self) {
        let mut state = self.shared.state();
        if let Some((_, control)) = &state.under_way {
            control.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        (state.asked, state.answer) = (None, None);
    }

    /// Reads the people again for the next question, though nothing says that their file has changed.
    pub fn forget_people(&self) {
        self.shared.state().forgets = true;
    }

    /// The newest answer, once.
    pub fn poll(&self) -> Option<Answer> {
        self.shared.state().answer.take()
    }

    /// The newest answer, for which it waits so long at most.
    pub fn wait(&self, at_most: Duration) -> Option<Answer> {
        let state = self.shared.state();
        let waits = |state: &mut State| state.answer.is_none();
        let answered = self.shared.answered.wait_timeout_while(state, at_most, waits);
        answered.unwrap_or_else(PoisonError::into_inner).0.answer.take()
    }

    /// How far the run is that is under way.
    pub fn progress(&self) -> Option<Arc<Control>> {
        self.shared.state().under_way.as_ref().map(|(_, control)| Arc::clone(control))
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.stop();
        self.shared.state().ends = true;
        self.shared.wanted.notify_one();
    }
}

fn work(shared: &Shared, wake: &impl Fn()) {
    let mut readers = Readers::default();
    // A small run is let go here, not within the frame that shows the next one.
    let mut last: Option<Arc<Finished>> = None;
    while let Some((number, question, control)) = next(shared, &mut readers) {
        let outcome = readers.run(question, &control);
        let is_stale = |state: &State| state.ends || control.is_cancelled();
        let finished = outcome.as_ref().ok().cloned();
        let is_small = finished.as_ref().is_some_and(|finished| finished.kept.run.visits() < SMALL);
        // A small run is shown before it is sorted; a large one could not be counted in a frame.
        let outcome = match &finished {
            Some(finished) if !is_small => finished.sort(&control).map_err(Failure::from).and(outcome),
            _ => outcome,
        };
        let mut state = shared.state();
        if !is_stale(&state) {
            state.answer = Some(Answer { number, outcome });
            shared.answered.notify_all();
            drop(state);
            wake();
        } else {
            drop(state);
        }
        let small = finished.filter(|_| is_small);
        if small.as_ref().is_some_and(|finished| finished.sort(&control).is_ok()) {
            wake();
        }
        last = small.or(last);
        let mut state = shared.state();
        if state.under_way.as_ref().is_some_and(|(under_way, _)| *under_way == number) {
            state.under_way = None;
        }
    }
}

/// The next question, with what controls its run; none once the thread is to end.
fn next(shared: &Shared, readers: &mut Readers) -> Option<(u64, Question, Arc<Control>)> {
    let mut state = shared.state();
    loop {
        if state.ends {
            return None;
        }
        if std::mem::take(&mut state.forgets) {
            readers.read = None;
        }
        if let Some((number, question)) = state.asked.take() {
            let control = Arc::new(Control::default());
            state.under_way = Some((number, Arc::clone(&control)));
            return Some((number, question, control));
        }
        state = shared.wanted.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

/// The people that were read last, and what they were read for.
#[derive(Default)]
struct Readers {
    read: Option<(Key, Population, ReadCounts, Origin)>,
}

/// What people depend on.
#[derive(PartialEq)]
struct Key {
    people: People,
    folder: PathBuf,
    directory: Directory,
    time_zone: String,
}

impl Readers {
    fn run(&mut self, question: Question, control: &Control) -> Result<Arc<Finished>, Failure> {
        let Question { campaign, rehearsal, folder, now } = question;
        let key = Key {
            people: rehearsal.people.clone(),
            folder: folder.clone(),
            directory: campaign.directory.clone(),
            time_zone: campaign.time_zone.clone(),
        };
        let scene = Scene::of_rehearsal(campaign, rehearsal, &folder, now)?;
        if self.read.as_ref().is_none_or(|(read, ..)| *read != key) {
            self.read = None;
            let people = scene.rehearsal_people()?;
            control.begin(people.doing(), people.size());
            let (population, counts) = people.read_all(rayon::current_num_threads(), control)?;
            self.read = Some((key, population, counts, Origin::of(&people)));
        }
        let Some((_, population, counts, origin)) = &self.read else { return Err(Failure::Cancelled) };
        let kept: Kept = keep_population(&scene, population.clone(), counts.clone(), origin.clone(), control)?;
        Ok(Arc::new(Finished::new(scene, kept)))
    }
}
