//! A finished rehearsal with the clock at an instant: what exports are written from.

use crate::calendar::Instant;
use crate::calendar::words::long_moment;
use crate::campaign::rehearsal::People as Cast;
use crate::campaign::text::thousands;
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::storage::finished::Finished;
use crate::workbench::people::People;
use crate::workbench::scene::Scene;
use crate::workbench::simulate::Kept;

/// A finished rehearsal with the clock at an instant.
pub struct Rehearsed<'a> {
    /// What was run.
    pub scene: &'a Scene,
    /// What came of it.
    pub kept: &'a Kept,
    /// Where the clock stands.
    pub clock: Instant,
    /// Who took part, in words.
    pub people: String,
    /// The present moment, for whoever reads the file later.
    pub now: Instant,
}

impl<'a> Rehearsed<'a> {
    /// A scene's rehearsal, its people in its own words.
    pub fn new(scene: &'a Scene, kept: &'a Kept, clock: Instant, now: Instant) -> Self {
        Self { scene, kept, clock, people: people_words(scene, kept), now }
    }

    /// The run of a scene at its end, over people that were named elsewhere if the scene has no rehearsal.
    pub fn at_end(scene: &'a Scene, kept: &'a Kept, people: &People, now: Instant) -> Self {
        let rehearsed = Self::new(scene, kept, scene.until, now);
        match scene.rehearsal() {
            Some(_) => rehearsed,
            None => Self { people: people.words(), ..rehearsed },
        }
    }

    /// The report at the clock's instant.
    pub fn report(&self) -> Report {
        let tally = Tally::at(&self.scene.plan, &self.kept.run, self.clock, true);
        Report::new(&self.scene.plan, self.scene.sequence(), &tally)
    }

    /// The run with all that its rows are written from.
    pub(super) fn finished(&self) -> Finished<'a> {
        self.kept.finished(self.scene)
    }

    /// An instant on the campaign's clock, in words: `Fri 6 Mar 2026 17:30 New York`.
    pub(super) fn moment(&self, at: Instant) -> String {
        let zone = self.scene.plan.zone();
        format!("{} {}", long_moment(at, zone), zone.place())
    }
}

/// Who takes part in a scene's rehearsal.
fn people_words(scene: &Scene, kept: &Kept) -> String {
    let many = thousands(kept.population.len() as u64);
    match scene.rehearsal().map(|rehearsal| &rehearsal.people) {
        Some(Cast::Generated { seed, .. }) => format!("{many} made up, seed {seed}"),
        Some(Cast::File(path)) => format!("{many} from {path}"),
        Some(Cast::People(_)) => format!("{many} typed in"),
        None => many,
    }
}
