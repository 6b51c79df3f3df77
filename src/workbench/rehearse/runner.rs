//! Runs rehearsals in the background: the newest edit wins, and contacts are only read again if needed.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::{self, Duration};

use super::finished::{FinishedRehearsal, SMALL};
use crate::calendar::Instant;
use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::contacts::block::Population;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::workbench::failure::Failure;
use crate::workbench::job::Reporter;
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::{ContactsOrigin, RunWithVisits, keep_population};
use crate::workbench::worker::Worker;

/// A rehearsal to run.
#[derive(Clone)]
pub struct RunRequest {
    /// The current state of the campaign.
    pub campaign: Campaign,
    /// The contacts, and when they enter.
    pub rehearsal: Rehearsal,
    /// The folder for relative paths of contacts files.
    pub folder: PathBuf,
    /// The entry time of contacts that have none.
    pub now: Instant,
    /// The instant at which the run is going to be shown, if it is known.
    pub clock: Option<Instant>,
}

/// The answer to a question.
pub struct RunAnswer {
    /// The number of the question.
    pub number: u64,
    /// The run, or why there is none.
    pub outcome: Result<Arc<FinishedRehearsal>, Failure>,
}

/// A background thread that runs one rehearsal at a time.
pub struct Runner {
    worker: Worker<QueuedRun, RunAnswer>,
    /// The number of the newest question, and the control of its run while it runs.
    newest: Option<(u64, Weak<Control>)>,
    /// Whether to read contacts again although nothing shows that they changed.
    forgets: Arc<AtomicBool>,
    is_over: bool,
}

/// A question for the thread.
struct QueuedRun {
    number: u64,
    question: RunRequest,
    control: Arc<Control>,
}

impl Runner {
    /// Starts the thread; `wake` is called on it whenever there is something new to [`poll`](Self::poll), and once the
    /// indexes of a run are built.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let forgets = Arc::new(AtomicBool::new(false));
        let mut runs = Runs { forgets: Arc::clone(&forgets), readers: Readers::default(), last: None };
        let worker = Worker::start("rehearsal", move |asked, reporter: &_| runs.answer(asked, reporter), wake)?;
        Ok(Self { worker, newest: None, forgets, is_over: false })
    }

    /// Asks for a run, and cancels an earlier one.
    pub fn ask(&mut self, number: u64, question: RunRequest) {
        self.stop();
        let control = Arc::new(Control::default());
        self.newest = Some((number, Arc::downgrade(&control)));
        self.worker.ask(QueuedRun { number, question, control });
    }

    /// Cancels the current run; there will be no answer.
    pub fn stop(&mut self) {
        if let Some(control) = self.newest.take().and_then(|(_, control)| control.upgrade()) {
            control.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Reads the contacts again for the next question, although nothing shows that their file has changed.
    pub fn forget_people(&self) {
        self.forgets.store(true, Ordering::Relaxed);
    }

    /// The answer to the newest question; returned once.
    pub fn poll(&mut self) -> Option<RunAnswer> {
        self.wait(Duration::ZERO)
    }

    /// The answer to the newest question, waiting at most `at_most`.
    pub fn wait(&mut self, at_most: Duration) -> Option<RunAnswer> {
        let begun = time::Instant::now();
        loop {
            let told = self.worker.job().wait(at_most.saturating_sub(begun.elapsed()))?;
            let newest = self.newest.as_ref().map(|(number, _)| *number);
            match told {
                Ok(answer) if Some(answer.number) == newest => return Some(answer),
                // The answer to a cancelled question.
                Ok(_) => {}
                Err(why) => {
                    self.is_over = true;
                    let outcome = Err(Failure::Usage(format!("The rehearsal can't be run: {why}.")));
                    return newest.map(|number| RunAnswer { number, outcome });
                }
            }
        }
    }

    /// Whether a run panicked: later questions are not answered.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// The progress of the current run; `None` if nothing runs.
    pub fn progress(&self) -> Option<Arc<Control>> {
        self.newest.as_ref().and_then(|(_, control)| control.upgrade())
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What the thread keeps between questions.
struct Runs {
    forgets: Arc<AtomicBool>,
    readers: Readers,
    /// Kept, so that a small run is dropped here and not in the frame that shows the next one.
    last: Option<Arc<FinishedRehearsal>>,
}

impl Runs {
    fn answer(&mut self, QueuedRun { number, question, control }: QueuedRun, reporter: &Reporter<RunAnswer>) {
        if self.forgets.swap(false, Ordering::Relaxed) {
            self.readers.read = None;
        }
        if control.is_cancelled() {
            return;
        }
        let clock = question.clock;
        let outcome = self.readers.run(question, &control);
        let finished = outcome.as_ref().ok().cloned();
        let is_small = finished.as_ref().is_some_and(|finished| finished.kept.run.visits() < SMALL);
        // A small run is shown before its indexes are built; a large one could not be counted in a frame.
        let outcome = match (&finished, clock) {
            (Some(finished), _) if !is_small => finished.sort(&control).map_err(Failure::from).and(outcome),
            (Some(finished), Some(clock)) => {
                finished.count_first(clock);
                outcome
            }
            (Some(_), None) | (None, _) => outcome,
        };
        if !control.is_cancelled() {
            reporter.tell(RunAnswer { number, outcome });
        }
        let small = finished.filter(|_| is_small);
        if small.as_ref().is_some_and(|finished| finished.sort(&control).is_ok()) {
            reporter.wake();
        }
        self.last = small.or(self.last.take());
    }
}

/// The contacts that were read last, and what they were read for.
#[derive(Default)]
struct Readers {
    read: Option<(ContactsKey, Population, ReadCounts, ContactsOrigin)>,
}

/// What the contacts depend on.
#[derive(PartialEq)]
struct ContactsKey {
    people: People,
    folder: PathBuf,
    directory: Directory,
    time_zone: String,
}

impl Readers {
    fn run(&mut self, question: RunRequest, control: &Control) -> Result<Arc<FinishedRehearsal>, Failure> {
        let RunRequest { campaign, rehearsal, folder, now, .. } = question;
        let key = ContactsKey {
            people: rehearsal.people.clone(),
            folder: folder.clone(),
            directory: campaign.directory.clone(),
            time_zone: campaign.time_zone.clone(),
        };
        let scene = RunScene::of_rehearsal(campaign, rehearsal, &folder, now)?;
        if self.read.as_ref().is_none_or(|(read, ..)| *read != key) {
            self.read = None;
            let people = scene.rehearsal_people()?;
            control.begin(people.doing(), people.size());
            let (population, counts) = people.read_all(rayon::current_num_threads(), control)?;
            self.read = Some((key, population, counts, ContactsOrigin::of(&people)));
        }
        let Some((_, population, counts, origin)) = &self.read else { return Err(Failure::Cancelled) };
        let kept: RunWithVisits = keep_population(&scene, population.clone(), counts.clone(), origin.clone(), control)?;
        Ok(Arc::new(FinishedRehearsal::new(scene, kept)))
    }
}
