//! Saved runs: where their store is, and what the user does with it.
//!
//! A saved run that is opened is a [`RunScene`] and a [`RunWithVisits`], like a new run, so the window shows both in
//! the same way. All of this may take long and can run in the background: [`Control`] has the progress, and cancels it.

pub mod kept_run;
mod reopened;
pub mod repair;

use std::path::{Path, PathBuf};

use crate::calendar::Instant;
use crate::report::compare::{self, Comparison, Side};
use crate::simulate::run::{Cancelled, Control};
use crate::storage::endings;
use crate::storage::run_store::about::About;
use crate::storage::run_store::list::Listed;
use crate::storage::run_store::write::store;
use crate::storage::run_store::{change, list as listing, reopen};

use super::failure::Failure;
use super::scene::RunScene;
use super::simulate::RunWithVisits;

/// The default path of the run store, in the user's folder for programs' data.
pub fn usual_store() -> Option<PathBuf> {
    super::places::data().map(|data| data.join("runs").with_extension(endings::RUN_STORE))
}

/// The default name of a run.
pub fn proposed_name(scene: &RunScene) -> String {
    format!("{} · {}", scene.campaign.name, scene.sequence().name)
}

/// Saves a run, and returns its number in the store. Creates the store if there is none, and the folder of the default
/// store.
///
/// # Errors
/// If the name is empty, the store can't be written, or it was cancelled. Nothing is then saved.
pub fn keep(
    path: &Path,
    name: &str,
    scene: &RunScene,
    kept: &RunWithVisits,
    now: Instant,
    control: &Control,
) -> Result<i64, Failure> {
    if usual_store().as_deref() == Some(path) {
        make_folder(path)?;
    }
    let about = About {
        name: named(name)?,
        stored_at: now.to_string(),
        population: kept.origin.words.clone(),
        people: kept.origin.kept,
        enter: scene.enter,
        rehearsal: scene.rehearsal().cloned(),
        folder: scene.folder().to_owned(),
        counts: kept.counts.clone(),
    };
    Ok(store(path, &about, &kept.finished(scene), control)?)
}

/// The runs of a store, newest first; empty if there is no store yet.
///
/// # Errors
/// If the file isn't a run store, or can't be read.
pub fn list(path: &Path) -> Result<Vec<Listed>, Failure> {
    Ok(listing::list(path)?)
}

/// Opens a run as it was when it was saved.
///
/// # Errors
/// If it can't be opened (the sentence says why, and what to do), or if it was cancelled.
pub fn open(path: &Path, run: i64, control: &Control) -> Result<(RunScene, RunWithVisits), Failure> {
    Ok(reopened::scene_and_run(reopen::reopen(path, run, control)?))
}

/// Gives a run another name.
///
/// # Errors
/// If the name is empty, there is no such run, or the store can't be written.
pub fn rename(path: &Path, run: i64, name: &str) -> Result<(), Failure> {
    Ok(change::rename(path, run, &named(name)?)?)
}

/// Deletes a run.
///
/// # Errors
/// If there is no such run, the store can't be written, or it was cancelled. Nothing is then deleted.
pub fn delete(path: &Path, run: i64, control: &Control) -> Result<(), Failure> {
    Ok(change::delete(path, run, control)?)
}

/// Compares two runs, new or saved.
///
/// # Errors
/// If it was cancelled.
pub fn compare(
    left: (&RunScene, &RunWithVisits),
    right: (&RunScene, &RunWithVisits),
    control: &Control,
) -> Result<Comparison, Cancelled> {
    compare::compare(side(left), side(right), control)
}

fn side<'a>((scene, kept): (&'a RunScene, &'a RunWithVisits)) -> Side<'a> {
    Side { plan: &scene.plan, sequence: scene.sequence(), run: &kept.run, population: &kept.population }
}

/// A run's name, trimmed.
fn named(name: &str) -> Result<String, Failure> {
    match name.trim() {
        "" => Err(Failure::Usage("Give the run a name.".to_owned())),
        name => Ok(name.to_owned()),
    }
}

/// Creates the folder of a store, if it doesn't exist.
fn make_folder(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::Unwritable(format!("{}: this folder for runs can't be created: {error}", folder.display()))
    })
}
