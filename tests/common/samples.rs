//! Runs the rehearsals of the samples.

use std::path::Path;

use dripline::calendar::Instant;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::run::Control;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::{RunWithVisits, keep};

/// Runs the rehearsal with this name of a campaign's file.
pub fn rehearse(campaign: &Path, name: &str) -> (RunScene, RunWithVisits) {
    let request =
        Request { campaign: campaign.to_owned(), sequence: None, enter: None, until: None, now: Instant::FIRST };
    let source = ContactsSource::Rehearsal(name.to_owned());
    let scene = RunScene::open(&request, Some(&source)).expect("the campaign");
    let people = scene.people(&source).expect("the people");
    let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
    (scene, kept)
}

/// Runs a sample's first rehearsal.
pub fn sample(file: &str) -> (RunScene, RunWithVisits) {
    let sample = SAMPLES.iter().find(|sample| sample.file == file).expect("a sample");
    let name = sample.campaign().expect("a campaign").rehearsals[0].name.clone();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns").join(file);
    rehearse(&path, &name)
}

/// The median instant at which a visit ran.
pub fn middle(kept: &RunWithVisits) -> Instant {
    let visits = kept.run.segments().iter().flat_map(|segment| segment.visits().collect::<Vec<_>>());
    let mut ran: Vec<Instant> =
        visits.filter(|visit| visit.outcome == Outcome::Ran).map(|visit| visit.due.unwrap_or(visit.arrived)).collect();
    ran.sort_unstable();
    ran[ran.len() / 2]
}
