//! What a finished rehearsal is saved as: tables, the report at the clock's instant, plots, a page to print, and a
//! calendar of what is to come.

pub mod choice;
pub mod page;
pub mod planned;
pub mod plots;
pub mod tables;

use std::io::{self, Write};
use std::path::Path;

use crate::calendar::Instant;
use crate::calendar::derivation::long_moment;
use crate::campaign::rehearsal::People as Cast;
use crate::campaign::text::thousands;
use crate::picture::counts::Counts;
use crate::report::table::Report;
use crate::report::tally::Tally;
use crate::simulate::run::Control;
use crate::storage::exports::cells::Format;
use crate::storage::output::Output;

use super::failure::Failure;
use super::people::People;
use super::picture;
use super::scene::Scene;
use super::simulate::Kept;

use plots::PlotWanted;
use tables::{ReportFormat, Table};

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

/// What is to be saved.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// Visits, effects or assignments of the whole rehearsal: the bytes that `simulate --rehearsal` writes.
    Table(Table, Format),
    /// The table of items at the clock's instant, or all of the report as a page.
    Report(ReportFormat),
    /// A plot of the report at the clock's instant.
    Plot(PlotWanted),
    /// The canvas with the counts at the clock's instant; counts that it brings along are not used.
    Canvas(picture::Wanted<'a>),
    /// What is to come after the clock's instant, of all or of the contact at a place in the list, as a calendar.
    Planned(Option<u64>),
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

    /// An instant on the campaign's clock, in words: `Fri 6 Mar 2026 17:30 New York`.
    fn moment(&self, at: Instant) -> String {
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

/// Saves something of a rehearsal into a file, whole or not at all. Uses the rayon pool it is called in. What comes
/// back is a sentence on what the file leaves out, if it leaves out something.
///
/// # Errors
/// If the file can't be written, the picture would be too large, or it was stopped.
pub fn save(
    rehearsed: &Rehearsed<'_>,
    wanted: &Wanted<'_>,
    path: &Path,
    control: &Control,
) -> Result<Option<String>, Failure> {
    let Rehearsed { scene, kept, .. } = rehearsed;
    if let Wanted::Canvas(wanted) = wanted {
        let counts = Counts::of(&rehearsed.report());
        let wanted = picture::Wanted { counts: Some(&counts), ..*wanted };
        return picture::save(&scene.campaign, scene.sequence, &wanted, path, control).map(|()| None);
    }
    // A place that can't be written is told before the work.
    let out = Output::create(path)?;
    control.begin("Writing", 0);
    control.check()?;
    match *wanted {
        Wanted::Table(table, format) => {
            whole(out, control, |out| tables::write_table(out, table, format, &kept.finished(scene)))?;
        }
        Wanted::Report(ReportFormat::Html) => page::write_page(out, rehearsed, control)?,
        Wanted::Report(format) => {
            let report = rehearsed.report();
            whole(out, control, |out| tables::write_report(out, format, &report))?;
        }
        Wanted::Plot(plot) => {
            let bytes = plots::draw(rehearsed, &plot, control)?;
            whole(out, control, |out| out.write_all(&bytes))?;
        }
        Wanted::Planned(contact) => return planned::write(out, rehearsed, contact, control),
        Wanted::Canvas(_) => {}
    }
    Ok(None)
}

/// Puts a result in its place, unless writing it failed or was stopped.
///
/// # Errors
/// If it can't be written, or was stopped.
pub fn whole(
    mut out: Output,
    control: &Control,
    write: impl FnOnce(&mut Watched<'_>) -> io::Result<()>,
) -> Result<(), Failure> {
    let written = write(&mut Watched { out: &mut out, control });
    control.check()?;
    written.map_err(|error| out.error(error))?;
    Ok(out.finish()?)
}

/// A result that takes nothing more once it shall stop.
pub struct Watched<'a> {
    out: &'a mut Output,
    control: &'a Control,
}

/// So many bytes are written at a stretch.
const PART: usize = 1 << 20;

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Not as interrupted: that would be tried again.
        self.control.check().map_err(io::Error::other)?;
        self.out.write(&bytes[..bytes.len().min(PART)])
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
