//! Tests a watched rehearsal: the clock moves over finished runs of the samples, as in the window.

mod agenda;
mod clock;
mod contact;
mod dots;
mod instants;
mod late;
mod lessons;
mod people;
mod report;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use dripline::calendar::Instant;
use dripline::campaign::document::Campaign;
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::Rehearsing;
use dripline::workbench::rehearse::finished::FinishedRehearsal;
use dripline::workbench::samples::SAMPLES;
use dripline::workbench::scene::RunScene;
use dripline::workbench::simulate::keep;

use crate::common::ids::FIRST;

/// The current time in these tests, in UTC seconds.
pub const NOW: i64 = 1_790_000_000;

/// All samples, with their names.
pub fn samples() -> Vec<(String, Campaign)> {
    SAMPLES.iter().map(|sample| sample.campaign().expect("a sample")).map(|it| (it.name.clone(), it)).collect()
}

/// A finished run of a campaign's first rehearsal. It ends at an instant, or else when the rehearsal ends.
pub fn finished(campaign: &Campaign, until: Option<Instant>) -> FinishedRehearsal {
    let rehearsal = campaign.rehearsals[0].clone();
    let now = Instant::from_utc_secs(NOW);
    let mut scene = RunScene::of_rehearsal(campaign.clone(), rehearsal, Path::new(""), now).expect("a scene");
    scene.until = until.unwrap_or(scene.until);
    let people = scene.rehearsal_people().expect("people");
    let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
    FinishedRehearsal::new(scene, kept)
}

/// A rehearsal that is watched, and the channel on which it reports news.
pub struct Watched {
    /// The current state of the campaign.
    pub campaign: Campaign,
    /// Increased with every change to the campaign.
    pub revision: u64,
    /// What is watched.
    pub rehearsing: Rehearsing,
    calls: Receiver<()>,
    wake: std::sync::mpsc::Sender<()>,
}

impl Watched {
    /// Watches a campaign, and waits for its first run.
    pub fn of(campaign: Campaign) -> Self {
        let (wake, calls) = channel();
        let mut watched = Self { campaign, revision: 0, rehearsing: Rehearsing::default(), calls, wake };
        watched.settle();
        watched
    }

    /// One frame of the window.
    pub fn frame(&mut self) -> bool {
        let wake = self.wake.clone();
        let of = (&self.campaign, self.revision, None);
        self.rehearsing.follow(of, FIRST, Instant::from_utc_secs(NOW), move || _ = wake.send(()))
    }

    /// Draws frames until the run of the newest state is shown and has its indexes.
    pub fn settle(&mut self) -> Arc<FinishedRehearsal> {
        loop {
            self.frame();
            if let Some(shown) = self.rehearsing.shown().filter(|shown| shown.index().is_some())
                && self.rehearsing.is_current()
            {
                return Arc::clone(shown);
            }
            self.calls.recv_timeout(Duration::from_secs(60)).expect("a call");
        }
    }
}
