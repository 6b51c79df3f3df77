//! Converts a saved run to the types that the window and the commands use.

use crate::storage::run_store::about::StoredContacts;
use crate::storage::run_store::reopen::ReopenedRun;

use crate::workbench::scene::RunScene;
use crate::workbench::simulate::{ContactsOrigin, RunWithVisits};

/// The scene of a saved run, as it was when the run was made, and the run.
pub(super) fn scene_and_run(reopened: ReopenedRun) -> (RunScene, RunWithVisits) {
    let ReopenedRun { listed, campaign, layout, plan, enter, until, folder, rehearsal, .. } = reopened;
    let ReopenedRun { population, run, assignments, counts, .. } = reopened;
    let kept = listed.seed.map_or(StoredContacts::Cells, |seed| StoredContacts::Generated { seed });
    let origin = ContactsOrigin { words: listed.population, kept };
    let scene = RunScene::of_saved((campaign, rehearsal), (layout, plan), (enter, until), folder);
    (scene, RunWithVisits::new((population, run), counts, origin, Some(assignments)))
}
