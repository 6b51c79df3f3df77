//! Saved runs, for the window: the list, and one task with the run store at a time, in the background.
//!
//! A cancelled task is abandoned immediately. Its thread undoes what it began, and new tasks wait for that: the store
//! is used by one task at a time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::finished::FinishedRehearsal;
use crate::calendar::Instant;
use crate::report::compare::Comparison;
use crate::simulate::run::Control;
use crate::workbench::failure::Failure;
use crate::workbench::job::Job;
use crate::workbench::runs;
use crate::workbench::runs::kept_run::KeptRun;
use crate::workbench::runs::repair::{Owner, Repaired, Thoroughness, repair};

/// A task with the run store.
#[derive(Clone)]
pub enum StoreTask {
    /// Read the list, at this current time.
    List(Instant),
    /// Save a run under a name, at this current time.
    Keep(Arc<FinishedRehearsal>, String, Instant),
    /// Open the run of this number.
    Open(i64),
    /// Rename the run of this number.
    Rename(i64, String),
    /// Delete the run of this number.
    Delete(i64),
    /// Compare a saved run with another run.
    Compare(i64, Arc<FinishedRehearsal>),
}

/// The result of a task that succeeded.
pub enum StoreOutcome {
    /// The list was read.
    Listed,
    /// The run was saved, under this name.
    Kept(String),
    /// The run was opened, and its indexes are built.
    Opened(Arc<FinishedRehearsal>),
    /// The run was renamed.
    Renamed,
    /// The run was deleted.
    Deleted,
    /// The runs were compared.
    Compared(Box<Compared>),
}

/// A saved run compared with the run that is shown.
pub struct Compared {
    /// The number of the saved run.
    pub run: i64,
    /// The saved run, on the left.
    pub left: Arc<FinishedRehearsal>,
    /// The run that was shown, on the right.
    pub right: Arc<FinishedRehearsal>,
    /// The differences of the two runs.
    pub comparison: Comparison,
}

/// The result of a task.
struct StoreAnswer {
    /// The number of the task.
    turn: u64,
    done: Result<StoreOutcome, Failure>,
    /// The list after the task.
    listed: Option<Vec<KeptRun>>,
    /// What was done about a damaged store, if it was.
    repaired: Option<Repaired>,
}

/// The queue of tasks with the run store.
pub struct Keeping {
    path: Option<PathBuf>,
    listed: Option<Vec<KeptRun>>,
    /// The number of the task that read the list, since answers may come out of order.
    listed_in: u64,
    repaired: Option<Repaired>,
    /// Whether the user must still be told about the repair.
    is_news: bool,
    under_way: Option<Job<StoreAnswer>>,
    /// Cancelled tasks that have not ended yet.
    stopping: Vec<Job<StoreAnswer>>,
    /// Locked by the task that uses the store; counts the tasks.
    turn: Arc<Mutex<u64>>,
}

impl Default for Keeping {
    fn default() -> Self {
        Self::at(runs::usual_store())
    }
}

impl Keeping {
    /// The tasks for the run store at a path; without a path, nothing can be saved.
    pub fn at(path: Option<PathBuf>) -> Self {
        Self {
            path,
            listed: None,
            listed_in: 0,
            repaired: None,
            is_news: false,
            under_way: None,
            stopping: Vec::new(),
            turn: Arc::default(),
        }
    }

    /// The path of the run store.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The saved runs, newest first; `None` before they were read.
    pub fn listed(&self) -> Option<&[KeptRun]> {
        self.listed.as_deref()
    }

    /// What was done about a damaged store; returned once.
    pub fn news(&mut self) -> Option<&Repaired> {
        let is_news = std::mem::take(&mut self.is_news);
        self.repaired.as_ref().filter(|_| is_news)
    }

    /// What was done about the store, if it was damaged since the window opened.
    pub fn repaired(&self) -> Option<&Repaired> {
        self.repaired.as_ref()
    }

    /// The progress of the current task.
    pub fn progress(&self) -> Option<&Control> {
        self.under_way.as_ref().map(Job::control)
    }

    /// Whether a cancelled task is still being undone.
    pub fn is_stopping(&self) -> bool {
        !self.stopping.is_empty()
    }

    /// Cancels the current task without waiting. Changes that it has already completed are still reported.
    pub fn cancel(&mut self) {
        if let Some(job) = self.under_way.take() {
            job.cancel();
            self.stopping.push(job);
        }
    }

    /// Starts a task; `wake` is called when it has finished. It waits until cancelled tasks have been undone.
    ///
    /// # Errors
    /// If another task is running, there is no path for a store, or a thread can't be started.
    pub fn begin(&mut self, work: StoreTask, wake: impl Fn() + Send + 'static) -> Result<(), Failure> {
        if self.under_way.is_some() {
            return Err(Failure::Usage("Wait until the current work on saved runs is done.".to_owned()));
        }
        let Some(path) = self.path.clone() else {
            return Err(Failure::Usage("This computer has no folder for saved runs.".to_owned()));
        };
        let turn = Arc::clone(&self.turn);
        let work = move |control: &Control| {
            // The counter is always consistent.
            let mut turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
            *turn += 1;
            worked(*turn, &path, work, control)
        };
        let started = Job::start("saved runs", work, wake);
        let no_thread = |error| Failure::Usage(format!("Saving or loading runs can't be started: {error}."));
        self.under_way = Some(started.map_err(no_thread)?);
        Ok(())
    }

    /// The result of the task, once it has finished. For cancelled tasks, only changes that can't be undone.
    pub fn poll(&mut self) -> Option<Result<StoreOutcome, Failure>> {
        self.poll_stopped().or_else(|| self.poll_under_way())
    }

    fn poll_under_way(&mut self) -> Option<Result<StoreOutcome, Failure>> {
        let ended = self.under_way.as_ref()?.poll()?;
        self.under_way = None;
        Some(match ended {
            Ok(answer) => self.take(answer),
            Err(why) => Err(Failure::Usage(format!("Saving or loading runs failed: {why}."))),
        })
    }

    fn poll_stopped(&mut self) -> Option<Result<StoreOutcome, Failure>> {
        loop {
            let (place, ended) =
                self.stopping.iter().enumerate().find_map(|(place, job)| Some((place, job.poll()?)))?;
            self.stopping.remove(place);
            let Ok(answer) = ended else { continue };
            // It was too late to cancel. Results of opening and comparing are dropped: they change nothing.
            if let Ok(done @ (StoreOutcome::Kept(_) | StoreOutcome::Renamed | StoreOutcome::Deleted)) =
                self.take(answer)
            {
                return Some(Ok(done));
            }
        }
    }

    /// Takes the list and the repair from a result.
    fn take(&mut self, answer: StoreAnswer) -> Result<StoreOutcome, Failure> {
        if answer.turn > self.listed_in {
            self.listed_in = answer.turn;
            self.listed = answer.listed.or(self.listed.take());
        }
        self.is_news |= answer.repaired.is_some();
        self.repaired = answer.repaired.or(self.repaired.take());
        answer.done
    }
}

/// Does a task, unless it was cancelled while it waited.
fn worked(turn: u64, path: &Path, work: StoreTask, control: &Control) -> StoreAnswer {
    let prepared = control.check().map_err(Failure::from).and_then(|()| repaired(path, &work, control));
    let (done, repaired) = match prepared {
        Ok(repaired) => (done(path, work, control), repaired),
        Err(failure) => (Err(failure), None),
    };
    StoreAnswer { turn, done, listed: listed(path), repaired }
}

/// Repairs a damaged store before it is listed or written.
fn repaired(path: &Path, work: &StoreTask, control: &Control) -> Result<Option<Repaired>, Failure> {
    match work {
        StoreTask::List(now) => repair(path, Owner::Program, Thoroughness::Brief, *now, control),
        StoreTask::Keep(_, _, now) => repair(path, Owner::Program, Thoroughness::Thorough, *now, control),
        StoreTask::Open(_) | StoreTask::Rename(..) | StoreTask::Delete(_) | StoreTask::Compare(..) => Ok(None),
    }
}

fn done(path: &Path, work: StoreTask, control: &Control) -> Result<StoreOutcome, Failure> {
    Ok(match work {
        StoreTask::List(_) => {
            runs::list(path)?;
            StoreOutcome::Listed
        }
        StoreTask::Keep(finished, name, now) => {
            runs::keep(path, &name, &finished.scene, &finished.kept, now, control)?;
            StoreOutcome::Kept(name)
        }
        StoreTask::Open(run) => StoreOutcome::Opened(opened(path, run, control)?),
        StoreTask::Rename(run, name) => {
            runs::rename(path, run, &name)?;
            StoreOutcome::Renamed
        }
        StoreTask::Delete(run) => {
            runs::delete(path, run, control)?;
            StoreOutcome::Deleted
        }
        StoreTask::Compare(run, right) => {
            let left = opened(path, run, control)?;
            let sides = [&left, &right].map(|side| (&side.scene, &side.kept));
            let comparison = runs::compare(sides[0], sides[1], control)?;
            StoreOutcome::Compared(Box::new(Compared { run, left, right, comparison }))
        }
    })
}

fn opened(path: &Path, run: i64, control: &Control) -> Result<Arc<FinishedRehearsal>, Failure> {
    let (scene, kept) = runs::open(path, run, control)?;
    let finished = FinishedRehearsal::new(scene, kept);
    finished.sort(control)?;
    Ok(Arc::new(finished))
}

/// The list, if it can be read.
fn listed(path: &Path) -> Option<Vec<KeptRun>> {
    runs::list(path).ok().map(|listed| listed.into_iter().map(KeptRun::from).collect())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::workbench::samples;
    use crate::workbench::scene::RunScene;
    use crate::workbench::simulate::keep;

    fn finished(change: impl FnOnce(&mut crate::campaign::document::Campaign)) -> Arc<FinishedRehearsal> {
        let mut campaign = samples::first();
        change(&mut campaign);
        let rehearsal = campaign.rehearsals[0].clone();
        let scene = RunScene::of_rehearsal(campaign, rehearsal, Path::new(""), Instant::FIRST).expect("a scene");
        let people = scene.rehearsal_people().expect("people");
        let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
        Arc::new(FinishedRehearsal::new(scene, kept))
    }

    fn wait(keeping: &mut Keeping, work: StoreTask) -> Result<StoreOutcome, Failure> {
        keeping.begin(work, || {}).expect("a thread");
        loop {
            match keeping.poll() {
                Some(done) => return done,
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    #[test]
    fn a_run_is_kept_opened_compared_renamed_and_deleted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeping = Keeping::at(Some(folder.path().join("runs.sqlite")));
        let live = finished(|_| {});
        let name = "Before the change".to_owned();
        wait(&mut keeping, StoreTask::Keep(Arc::clone(&live), name, Instant::FIRST)).expect("kept");
        let run = keeping.listed().expect("a list")[0].run;
        let Ok(StoreOutcome::Opened(opened)) = wait(&mut keeping, StoreTask::Open(run)) else { panic!("it opens") };
        assert_eq!(opened.span().map(|(first, _)| opened.report(first, true)), {
            live.sort(&Control::default()).expect("sorted");
            live.span().map(|(first, _)| live.report(first, true))
        });
        let changed = finished(|campaign| campaign.sequences[0].items.iter_mut().for_each(|item| item.ready = false));
        let Ok(StoreOutcome::Compared(same)) = wait(&mut keeping, StoreTask::Compare(run, live)) else {
            panic!("compared")
        };
        assert!(same.comparison.is_equal());
        let Ok(StoreOutcome::Compared(other)) = wait(&mut keeping, StoreTask::Compare(run, changed)) else {
            panic!("compared")
        };
        assert!(other.comparison.different > 0);
        wait(&mut keeping, StoreTask::Rename(run, "Another name".to_owned())).expect("renamed");
        assert_eq!(keeping.listed().expect("a list")[0].name, "Another name");
        wait(&mut keeping, StoreTask::Delete(run)).expect("deleted");
        assert_eq!(keeping.listed().map(<[KeptRun]>::len), Some(0));
        assert!(wait(&mut keeping, StoreTask::Open(run)).is_err(), "it is gone");
    }

    /// Waits until all cancelled tasks have ended, and returns the changes that were completed.
    fn wait_until_stopped(keeping: &mut Keeping) -> Vec<StoreOutcome> {
        let mut done = Vec::new();
        while keeping.is_stopping() {
            done.extend(keeping.poll().into_iter().flatten());
            std::thread::sleep(Duration::from_millis(2));
        }
        done
    }

    #[test]
    fn what_is_stopped_is_let_go_of_at_once_and_the_next_work_waits_for_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeping = Keeping::at(Some(folder.path().join("runs.sqlite")));
        let live = finished(|_| {});
        let keep = |name: &str| StoreTask::Keep(Arc::clone(&live), name.to_owned(), Instant::FIRST);
        // Another task is still using the store.
        let turn = Arc::clone(&keeping.turn);
        let held = turn.lock().expect("it is free");
        for name in ["first", "second"] {
            keeping.begin(keep(name), || {}).expect("a thread");
            assert!(keeping.begin(keep("meanwhile"), || {}).is_err(), "one at a time");
            keeping.cancel();
            assert!(keeping.progress().is_none() && keeping.is_stopping());
        }
        keeping.begin(keep("third"), || {}).expect("a thread");
        assert!(keeping.poll().is_none(), "all of them wait");
        drop(held);
        assert!(
            wait_until_stopped(&mut keeping)
                .iter()
                .all(|done| matches!(done, StoreOutcome::Kept(name) if name == "third"))
        );
        while keeping.progress().is_some() {
            keeping.poll();
            std::thread::sleep(Duration::from_millis(2));
        }
        let names: Vec<_> = keeping.listed().expect("a list").iter().map(|run| run.name.as_str()).collect();
        assert_eq!(names, ["third"], "what was stopped is not there");
    }

    #[test]
    fn what_was_kept_before_it_could_be_stopped_is_told_of() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeping = Keeping::at(Some(folder.path().join("runs.sqlite")));
        let (tell, told) = std::sync::mpsc::channel();
        let work = StoreTask::Keep(finished(|_| {}), "It".to_owned(), Instant::FIRST);
        keeping.begin(work, move || tell.send(()).expect("somebody who listens")).expect("a thread");
        told.recv().expect("it is over");
        keeping.cancel();
        let done = wait_until_stopped(&mut keeping);
        assert!(matches!(done.as_slice(), [StoreOutcome::Kept(name)] if name == "It"));
        assert_eq!(keeping.listed().map(<[KeptRun]>::len), Some(1));
    }

    #[test]
    fn without_a_place_for_a_store_it_is_said() {
        let mut keeping = Keeping::at(None);
        assert!(
            keeping
                .begin(StoreTask::List(Instant::FIRST), || {})
                .is_err_and(|failure| failure.to_string().contains("no folder"))
        );
    }
}
