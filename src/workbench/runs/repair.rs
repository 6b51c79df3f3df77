//! Repairs a damaged store: moves it aside, and makes a new one with every run that can still be read.

use std::fmt;
use std::path::{Path, PathBuf};

use super::keep;
use crate::calendar::Instant;
use crate::simulate::run::Control;
use crate::storage::run_store::damage::{check, move_aside};
use crate::storage::run_store::list::{Listed, list};
use crate::storage::run_store::{StoreError, reopen};
use crate::workbench::failure::Failure;

use super::reopened::scene_and_run;

/// Who chose a store's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The program's default store: any unusable file is moved aside.
    Program,
    /// The user's path: never move a foreign file.
    Person,
}

/// How thoroughly to check a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thoroughness {
    /// Read its list of runs.
    Brief,
    /// Read all of it.
    Thorough,
}

/// What was done about a damaged store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Where the damaged store is now. Nothing in it was deleted.
    pub aside: PathBuf,
    /// What was wrong, with its old path.
    pub why: String,
    /// The number of its runs that are in the new store.
    pub saved: usize,
    /// The number of runs that could not be copied; `None` if it isn't known.
    pub lost: Option<usize>,
}

impl fmt::Display for Repaired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { aside, why, saved, lost } = self;
        write!(f, "{why}. It was moved, unchanged, to {}, and a new one was created", aside.display())?;
        match (saved, lost) {
            (0, None) => write!(f, ". None of its runs could be read."),
            (0, Some(0)) => write!(f, ". There were no runs in it."),
            (1, Some(0)) => write!(f, ", with its one run."),
            (saved, Some(0)) => write!(f, ", with all {saved} runs."),
            (saved, Some(lost)) => {
                write!(f, ", with {saved} of {} runs; the others could not be copied.", saved + lost)
            }
            (saved, None) => write!(f, ", with {saved} of its runs."),
        }
    }
}

/// Checks a store. A damaged one is moved aside, with the date `now` in its name. A new store is made of the runs that
/// can be read. `None` if the store is fine.
///
/// # Errors
/// If it is newer, changed by another program, in use, or can't be moved or written; or if it was cancelled.
pub fn repair(
    path: &Path,
    owner: Owner,
    look: Thoroughness,
    now: Instant,
    control: &Control,
) -> Result<Option<Repaired>, Failure> {
    let looked = match look {
        Thoroughness::Brief => list(path).map(|_| ()),
        Thoroughness::Thorough => check(path, control).and_then(|()| list(path).map(|_| ())),
    };
    let why = match looked {
        Ok(()) => return Ok(None),
        Err(StoreError::DamagedFile { what, .. }) => format!("{}: this run store was damaged ({what})", path.display()),
        Err(StoreError::NotAStore(_)) if owner == Owner::Program => {
            format!("{}: this was not a run store any more", path.display())
        }
        Err(error) => return Err(error.into()),
    };
    let aside = move_aside(path, now)?;
    let (saved, lost) = save_runs(&aside, path, now, control);
    Ok(Some(Repaired { aside, why, saved, lost }))
}

/// Copies the runs that can be read, oldest first. If this ends early, the damaged store still has all of them.
fn save_runs(from: &Path, to: &Path, now: Instant, control: &Control) -> (usize, Option<usize>) {
    let Ok(mut runs) = list(from) else { return (0, None) };
    runs.reverse();
    let copied = |run: &Listed| {
        let (scene, kept) = scene_and_run(reopen::reopen(from, run.run, control)?);
        let stored_at = Instant::parse_with_offset(&run.stored_at).unwrap_or(now);
        keep(to, &run.name, &scene, &kept, stored_at, control)
    };
    let saved = runs.iter().filter(|run| copied(run).is_ok()).count();
    (saved, Some(runs.len() - saved))
}
