//! Runs that are kept: where their store lies, and what a person does with it.
//!
//! A run that is opened again is a [`Scene`] and a [`Kept`], as a run just made is: whoever shows it need not know the
//! difference. All of this may take a while and is fit to be done beside the window: [`Control`] tells how far it is,
//! and stops it.

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
use super::scene::Scene;
use super::simulate::Kept;

/// Where runs are kept unless another place is named: in the user's folder for programs' data.
pub fn usual_store() -> Option<PathBuf> {
    super::places::data().map(|data| data.join("runs").with_extension(endings::RUN_STORE))
}

/// What a run is called until somebody gives it a name.
pub fn proposed_name(scene: &Scene) -> String {
    format!("{} · {}", scene.campaign.name, scene.sequence().name)
}

/// Keeps a run, and gives its number in the store. The store is made where there is none, and so is the
/// usual store's folder.
///
/// # Errors
/// If the name is empty, the store can't be written, or it was cancelled: then nothing is kept.
pub fn keep(
    path: &Path,
    name: &str,
    scene: &Scene,
    kept: &Kept,
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

/// The runs of a store, the newest first; none where there is no store yet.
///
/// # Errors
/// If the file is no run store, or can't be read.
pub fn list(path: &Path) -> Result<Vec<Listed>, Failure> {
    Ok(listing::list(path)?)
}

/// Opens a run as it was when it was kept.
///
/// # Errors
/// If it can't be: the sentence says why, and what to do. Or if it was cancelled.
pub fn open(path: &Path, run: i64, control: &Control) -> Result<(Scene, Kept), Failure> {
    Ok(reopened::scene_and_run(reopen::reopen(path, run, control)?))
}

/// Gives a run another name.
///
/// # Errors
/// If the name is empty, there is no such run, or the store can't be written.
pub fn rename(path: &Path, run: i64, name: &str) -> Result<(), Failure> {
    Ok(change::rename(path, run, &named(name)?)?)
}

/// Deletes a run for good.
///
/// # Errors
/// If there is no such run, the store can't be written, or it was cancelled: then nothing is deleted.
pub fn delete(path: &Path, run: i64, control: &Control) -> Result<(), Failure> {
    Ok(change::delete(path, run, control)?)
}

/// Compares two runs, just made or opened again.
///
/// # Errors
/// If it was cancelled.
pub fn compare(left: (&Scene, &Kept), right: (&Scene, &Kept), control: &Control) -> Result<Comparison, Cancelled> {
    compare::compare(side(left), side(right), control)
}

fn side<'a>((scene, kept): (&'a Scene, &'a Kept)) -> Side<'a> {
    Side { plan: &scene.plan, sequence: scene.sequence(), run: &kept.run, population: &kept.population }
}

/// A run's name without blanks around it.
fn named(name: &str) -> Result<String, Failure> {
    match name.trim() {
        "" => Err(Failure::Usage("Give the run a name.".to_owned())),
        name => Ok(name.to_owned()),
    }
}

/// Makes the folder of a store, where it is not there.
fn make_folder(path: &Path) -> Result<(), Failure> {
    let Some(folder) = path.parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::Unwritable(format!("{}: this folder for runs can't be made: {error}", folder.display()))
    })
}
