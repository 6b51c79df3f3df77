//! Kept runs, seen from the window: the list, and one piece of work with the store at a time, beside the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use crate::calendar::Instant;
use crate::report::compare::Comparison;
use crate::simulate::run::Control;
use crate::storage::run_store::list::Listed;

use super::super::failure::Failure;
use super::super::runs;
use super::super::runs::repair::{Look, Owner, Repaired, repair};
use super::finished::Finished;

/// What is done with the store.
#[derive(Clone)]
pub enum Work {
    /// Read the list, at this present moment.
    List(Instant),
    /// Keep a run under a name, at this present moment.
    Keep(Arc<Finished>, String, Instant),
    /// Open a run.
    Open(i64),
    /// Give a run another name.
    Rename(i64, String),
    /// Delete a run.
    Delete(i64),
    /// Compare a kept run with another one.
    Compare(i64, Arc<Finished>),
}

/// What came of it.
pub enum Done {
    /// The list is there.
    Listed,
    /// The run was kept, under this name.
    Kept(String),
    /// The run was opened, and is sorted.
    Opened(Arc<Finished>),
    /// The run has another name.
    Renamed,
    /// The run is gone.
    Deleted,
    /// The runs were compared.
    Compared(Box<Compared>),
}

/// A kept run beside the one that is shown.
pub struct Compared {
    /// The kept run's number.
    pub run: i64,
    /// The kept run, on the left.
    pub left: Arc<Finished>,
    /// The run that was shown, on the right.
    pub right: Arc<Finished>,
    /// How they differ.
    pub comparison: Comparison,
}

/// What a piece of work came to.
struct Answer {
    done: Result<Done, Failure>,
    /// The list as it is then.
    listed: Option<Vec<Listed>>,
    /// What became of a store that was damaged.
    repaired: Option<Repaired>,
}

/// The store's desk.
pub struct Keeping {
    path: Option<PathBuf>,
    listed: Option<Vec<Listed>>,
    repaired: Option<Repaired>,
    /// Whether that was not told yet.
    is_news: bool,
    under_way: Option<(Arc<Control>, Receiver<Answer>)>,
}

impl Default for Keeping {
    fn default() -> Self {
        Self::at(runs::usual_store())
    }
}

impl Keeping {
    /// The desk of the store in a file; without one, nothing can be kept.
    pub fn at(path: Option<PathBuf>) -> Self {
        Self { path, listed: None, repaired: None, is_news: false, under_way: None }
    }

    /// The store's file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The runs that are kept, the newest first; none before they were read.
    pub fn listed(&self) -> Option<&[Listed]> {
        self.listed.as_deref()
    }

    /// What became of the store, once it was found damaged; told once.
    pub fn news(&mut self) -> Option<&Repaired> {
        let is_news = std::mem::take(&mut self.is_news);
        self.repaired.as_ref().filter(|_| is_news)
    }

    /// What became of the store, if it was damaged since the window opened.
    pub fn repaired(&self) -> Option<&Repaired> {
        self.repaired.as_ref()
    }

    /// How far the work is that is under way.
    pub fn progress(&self) -> Option<&Control> {
        self.under_way.as_ref().map(|(control, _)| control.as_ref())
    }

    /// Stops the work that is under way.
    pub fn cancel(&self) {
        if let Some((control, _)) = &self.under_way {
            control.cancel.store(true, Ordering::Relaxed);
        }
    }

    /// Begins a piece of work; `wake` is called when it is over.
    ///
    /// # Errors
    /// If another one is under way, there is no place for a store, or the system gives no thread.
    pub fn begin(&mut self, work: Work, wake: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
        if self.under_way.is_some() {
            return Err(Failure::Usage("Wait until the work with the kept runs is done.".to_owned()));
        }
        let Some(path) = self.path.clone() else {
            return Err(Failure::Usage("This computer has no folder in which runs could be kept.".to_owned()));
        };
        let (tell, answer) = channel();
        let control = Arc::new(Control::default());
        let within = Arc::clone(&control);
        let started = thread::Builder::new().name("kept runs".to_owned()).spawn(move || {
            let (done, repaired) = match repaired(&path, &work, &within) {
                Ok(repaired) => (done(&path, work, &within), repaired),
                Err(failure) => (Err(failure), None),
            };
            // Nobody listens any more once the window is closed.
            let _ = tell.send(Answer { done, listed: runs::list(&path).ok(), repaired });
            wake();
        });
        started.map_err(|error| Failure::Usage(format!("No work with kept runs can be started: {error}.")))?;
        self.under_way = Some((control, answer));
        Ok(())
    }

    /// What the work came to, once it is over.
    pub fn poll(&mut self) -> Option<Result<Done, Failure>> {
        let (_, answer) = self.under_way.as_ref()?;
        let answer = match answer.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => {
                self.under_way = None;
                return Some(Err(Failure::Cancelled));
            }
            Ok(answer) => answer,
        };
        self.under_way = None;
        self.listed = answer.listed.or(self.listed.take());
        self.is_news = answer.repaired.is_some();
        self.repaired = answer.repaired.or(self.repaired.take());
        Some(answer.done)
    }
}

/// Before the store is shown or written, one that is damaged makes room for another.
fn repaired(path: &Path, work: &Work, control: &Control) -> Result<Option<Repaired>, Failure> {
    match work {
        Work::List(now) => repair(path, Owner::Program, Look::Brief, *now, control),
        Work::Keep(_, _, now) => repair(path, Owner::Program, Look::Thorough, *now, control),
        Work::Open(_) | Work::Rename(..) | Work::Delete(_) | Work::Compare(..) => Ok(None),
    }
}

fn done(path: &Path, work: Work, control: &Control) -> Result<Done, Failure> {
    Ok(match work {
        Work::List(_) => {
            runs::list(path)?;
            Done::Listed
        }
        Work::Keep(finished, name, now) => {
            runs::keep(path, &name, &finished.scene, &finished.kept, now, control)?;
            Done::Kept(name)
        }
        Work::Open(run) => Done::Opened(opened(path, run, control)?),
        Work::Rename(run, name) => {
            runs::rename(path, run, &name)?;
            Done::Renamed
        }
        Work::Delete(run) => {
            runs::delete(path, run, control)?;
            Done::Deleted
        }
        Work::Compare(run, right) => {
            let left = opened(path, run, control)?;
            let sides = [&left, &right].map(|side| (&side.scene, &side.kept));
            let comparison = runs::compare(sides[0], sides[1], control)?;
            Done::Compared(Box::new(Compared { run, left, right, comparison }))
        }
    })
}

fn opened(path: &Path, run: i64, control: &Control) -> Result<Arc<Finished>, Failure> {
    let (scene, kept) = runs::open(path, run, control)?;
    let finished = Finished::new(scene, kept);
    finished.sort(control)?;
    Ok(Arc::new(finished))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::workbench::samples;
    use crate::workbench::scene::Scene;
    use crate::workbench::simulate::keep;

    fn finished(change: impl FnOnce(&mut crate::campaign::document::Campaign)) -> Arc<Finished> {
        let mut campaign = samples::first();
        change(&mut campaign);
        let rehearsal = campaign.rehearsals[0].clone();
        let scene = Scene::of_rehearsal(campaign, rehearsal, Path::new(""), Instant::FIRST).expect("a scene");
        let people = scene.rehearsal_people().expect("people");
        let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
        Arc::new(Finished::new(scene, kept))
    }

    fn wait(keeping: &mut Keeping, work: Work) -> Result<Done, Failure> {
        keeping.begin(work, || {}).expect("a thread");
        loop {
            match keeping.poll() {
                Some(done) => return done,
                None => thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    #[test]
    fn a_run_is_kept_opened_compared_renamed_and_deleted() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeping = Keeping::at(Some(folder.path().join("runs.sqlite")));
        let live = finished(|_| {});
        let name = "Before the change".to_owned();
        wait(&mut keeping, Work::Keep(Arc::clone(&live), name, Instant::FIRST)).expect("kept");
        let run = keeping.listed().expect("a list")[0].run;
        let Ok(Done::Opened(opened)) = wait(&mut keeping, Work::Open(run)) else { panic!("it opens") };
        assert_eq!(opened.span().map(|(first, _)| opened.report(first, true)), {
            live.sort(&Control::default()).expect("sorted");
            live.span().map(|(first, _)| live.report(first, true))
        });
        let changed = finished(|campaign| campaign.sequences[0].items.iter_mut().for_each(|item| item.ready = false));
        let Ok(Done::Compared(same)) = wait(&mut keeping, Work::Compare(run, live)) else { panic!("compared") };
        assert!(same.comparison.is_equal());
        let Ok(Done::Compared(other)) = wait(&mut keeping, Work::Compare(run, changed)) else { panic!("compared") };
        assert!(other.comparison.different > 0);
        wait(&mut keeping, Work::Rename(run, "Another name".to_owned())).expect("renamed");
        assert_eq!(keeping.listed().expect("a list")[0].name, "Another name");
        wait(&mut keeping, Work::Delete(run)).expect("deleted");
        assert_eq!(keeping.listed().map(<[Listed]>::len), Some(0));
        assert!(wait(&mut keeping, Work::Open(run)).is_err(), "it is gone");
    }

    #[test]
    fn without_a_place_for_a_store_it_is_said() {
        let mut keeping = Keeping::at(None);
        assert!(
            keeping
                .begin(Work::List(Instant::FIRST), || {})
                .is_err_and(|failure| failure.to_string().contains("no folder"))
        );
    }
}
