//! A saved run as what the window and the commands work with.

use crate::storage::run_store::about::KeptPeople;
use crate::storage::run_store::reopen::Reopened;

use crate::workbench::scene::Scene;
use crate::workbench::simulate::{Kept, Origin};

/// The scene of a saved run, as it was when the run was made, and the run.
pub(super) fn scene_and_run(reopened: Reopened) -> (Scene, Kept) {
    let Reopened { listed, campaign, layout, plan, enter, until, folder, rehearsal, .. } = reopened;
    let Reopened { population, run, assignments, counts, .. } = reopened;
    let kept = listed.seed.map_or(KeptPeople::Cells, |seed| KeptPeople::Generated { seed });
    let origin = Origin { words: listed.population, kept };
    let scene = Scene::of_saved((campaign, rehearsal), (layout, plan), (enter, until), folder);
    (scene, Kept::new((population, run), counts, origin, Some(assignments)))
}
