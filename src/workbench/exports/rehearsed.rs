//! A finished rehearsal with the clock at an instant: what exports are written from.

use std::ffi::OsStr;
use std::path::Path;

use crate::calendar::Instant;
use crate::calendar::words::long_instant;
use crate::campaign::rehearsal::People;
use crate::campaign::text::thousands;
use crate::picture::counts::ItemCounts;
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::storage::finished::FinishedRun;
use crate::workbench::people::RunContacts;
use crate::workbench::picture::Drawing;
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::RunWithVisits;

/// A finished rehearsal and an instant of the clock.
pub struct RunAtInstant<'a> {
    /// The scene that was run.
    pub scene: &'a RunScene,
    /// The finished run, with its contacts and visits.
    pub kept: &'a RunWithVisits,
    /// The time that the clock shows.
    pub clock: Instant,
    /// The contacts, in words.
    pub people: String,
    /// The current time, which is written to the file.
    pub now: Instant,
}

impl<'a> RunAtInstant<'a> {
    /// The rehearsal of a scene.
    pub fn new(scene: &'a RunScene, kept: &'a RunWithVisits, clock: Instant, now: Instant) -> Self {
        Self { scene, kept, clock, people: people_words(scene, kept), now }
    }

    /// The end of a scene's run, over `people` if the scene has no rehearsal.
    pub fn at_end(scene: &'a RunScene, kept: &'a RunWithVisits, people: &RunContacts, now: Instant) -> Self {
        let rehearsed = Self::new(scene, kept, scene.until, now);
        match scene.rehearsal() {
            Some(_) => rehearsed,
            None => Self { people: people.words_without_folders(), ..rehearsed },
        }
    }

    /// The report at the clock's time.
    pub fn report(&self) -> Report {
        let tally = Tally::at(&self.scene.plan, &self.kept.run, self.clock, true);
        Report::new(&self.scene.plan, self.scene.sequence(), &tally)
    }

    /// The sequence as it is drawn, with these numbers on its items.
    pub(super) fn drawing<'b>(&self, counts: &'b ItemCounts) -> Drawing<'b>
    where
        'a: 'b,
    {
        Drawing { campaign: &self.scene.campaign, sequence: self.scene.sequence().id, counts: Some(counts) }
    }

    /// The run with all that its rows are written from.
    pub(super) fn finished(&self) -> FinishedRun<'a> {
        self.kept.finished(self.scene)
    }

    /// An instant in the campaign's zone, in words: `Fri 6 Mar 2026 17:30 New York`.
    pub(super) fn date_time(&self, at: Instant) -> String {
        let zone = self.scene.plan.zone();
        format!("{} {}", long_instant(at, zone), zone.place())
    }
}

/// The name of a file without its folders: a report is passed on, and the folders of this computer say nothing there.
fn file_name(path: &str) -> &str {
    Path::new(path).file_name().and_then(OsStr::to_str).unwrap_or(path)
}

/// The contacts of a scene's rehearsal, in words.
fn people_words(scene: &RunScene, kept: &RunWithVisits) -> String {
    let many = thousands(kept.population.len() as u64);
    match scene.rehearsal().map(|rehearsal| &rehearsal.people) {
        Some(People::Generated { seed, .. }) => format!("{many} generated, variation {seed}"),
        Some(People::File(path)) => format!("{many} from {}", file_name(path)),
        Some(People::People(_)) => format!("{many} typed in"),
        None => many,
    }
}
