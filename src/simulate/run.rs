//! A run over a population, with all visits kept in columns.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use crate::calendar::derivation::NoTrace;
use crate::calendar::{Instant, Zone};
use crate::contacts::block::{Block, Population};

use super::columns::{VisitColumns, VisitRow};
use super::entry::EntryTimes;
use super::kernel::{Observer, StoryBuffers, Visit, story};
use super::outcome::Status;
use super::owners::OwnersByContact;
use super::pass::Pass;
use super::plan::Plan;
use super::record::Contact;
use super::segment::Segment;

/// What is simulated: a plan, when contacts enter, and when the run ends.
#[derive(Clone, Copy, Debug)]
pub struct Setup<'a> {
    /// The plan that the sequence was compiled to.
    pub plan: &'a Plan,
    /// When each contact enters.
    pub entries: &'a EntryTimes,
    /// The last instant that is simulated.
    pub until: Instant,
}

/// The progress of work, and whether it is cancelled; shared between the work and its caller.
#[derive(Debug, Default)]
pub struct Control {
    /// The amount of work done.
    pub done: AtomicU64,
    /// The amount of all work; 0 while it isn't known.
    pub total: AtomicU64,
    /// Set to cancel the work. Shared, since it also cancels work in libraries.
    pub cancel: Arc<AtomicBool>,
    /// A word for the current step, such as `Reading`.
    doing: Mutex<&'static str>,
}

impl Control {
    /// Starts the next step of the work, with this total amount.
    pub fn begin(&self, doing: &'static str, total: u64) {
        *self.doing.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = doing;
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// A word for the current step, such as `Reading`.
    pub fn doing(&self) -> &'static str {
        *self.doing.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The progress from 0 to 1; 0 while the total isn't known.
    pub fn share(&self) -> f32 {
        let [done, total] = [&self.done, &self.total].map(|count| count.load(Ordering::Relaxed));
        if total == 0 { 0.0 } else { (done as f64 / total as f64).min(1.0) as f32 }
    }

    /// Returns an error if the work is cancelled.
    ///
    /// # Errors
    /// If it was cancelled.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// Whether the work is cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

/// The error of work that was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the run was cancelled")]
pub struct Cancelled;

/// Contacts in a stretch. Small enough to share ten thousand contacts over the cores.
const STRETCH: usize = 1_024;

/// The visits of a stretch while it is simulated, in one column.
#[derive(Debug, Default)]
struct DraftVisits {
    visits: Vec<VisitRow>,
    /// Whether any visit belongs to a later pass than the first.
    has_later: bool,
    ends: Vec<u32>,
    statuses: Vec<Status>,
    no_steps: NoTrace,
}

impl DraftVisits {
    fn clear(&mut self) {
        self.visits.clear();
        self.has_later = false;
        self.ends.clear();
        self.statuses.clear();
    }

    /// The visits in columns; the draft can be reused.
    fn columns(&self, first_place: u64) -> Segment {
        let columns = VisitColumns::of_rows(&self.visits, self.has_later);
        Segment::new(first_place, self.ends.clone(), self.statuses.clone(), columns)
    }
}

impl Observer for DraftVisits {
    type Steps = NoTrace;

    fn steps(&mut self) -> &mut NoTrace {
        &mut self.no_steps
    }

    #[inline]
    fn visit(&mut self, visit: Visit, _: &Zone) {
        self.has_later |= visit.pass != Pass::FIRST;
        self.visits.push(VisitRow::of(visit));
    }
}

/// A finished run: every visit of every contact.
#[derive(Clone, Debug, Default)]
pub struct Run {
    segments: Vec<Segment>,
}

impl Run {
    /// A run of these segments, which must be in the order of the list.
    pub fn of_segments(segments: Vec<Segment>) -> Self {
        Self { segments }
    }

    /// The visits in stretches of contacts, in the order of the list.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The segment, and the row in it, of the contact at a position in the list.
    pub fn locate(&self, place: u64) -> Option<(&Segment, usize)> {
        let after = self.segments.partition_point(|segment| segment.first_place() <= place);
        let segment = self.segments.get(after.checked_sub(1)?)?;
        let row = (place - segment.first_place()) as usize;
        (row < segment.contact_count()).then_some((segment, row))
    }

    /// The number of visits.
    pub fn visits(&self) -> usize {
        self.segments.iter().map(Segment::len).sum()
    }

    /// The memory of all visits, in bytes.
    pub fn bytes(&self) -> usize {
        self.segments.iter().map(Segment::bytes).sum()
    }
}

/// A stretch of contacts of one block.
#[derive(Clone, Copy)]
pub struct BlockRange<'a> {
    /// The block of the contacts.
    pub block: &'a Block,
    /// The first row of the stretch.
    pub from: usize,
    /// The row after the last one of the stretch.
    pub to: usize,
    /// The position in the list of its first contact.
    pub first_place: u64,
}

/// The stretches of a block. `first_place` is the position of its first contact in the list.
pub fn stretches(block: &Block, first_place: u64) -> impl Iterator<Item = BlockRange<'_>> {
    (0..block.len()).step_by(STRETCH).map(move |from| BlockRange {
        block,
        from,
        to: (from + STRETCH).min(block.len()),
        first_place: first_place + from as u64,
    })
}

/// The stretches of a whole population.
pub fn all_stretches(population: &Population) -> Vec<BlockRange<'_>> {
    let mut before = 0;
    let mut all = Vec::new();
    for block in population.blocks() {
        all.extend(stretches(block, before));
        before += block.len() as u64;
    }
    all
}

/// Moves the contacts of a stretch, one after another. `owners` has the choices of round robins, once they are known.
/// `each` receives the status of each contact at the end.
#[inline]
pub fn run_stretch<O: Observer>(
    setup: &Setup<'_>,
    stretch: BlockRange<'_>,
    owners: Option<&OwnersByContact>,
    scratch: &mut StoryBuffers,
    observer: &mut O,
    mut each: impl FnMut(&mut O, Status),
) {
    for row in stretch.from..stretch.to {
        let contact = Contact { block: stretch.block, row };
        let place = stretch.first_place + (row - stretch.from) as u64;
        let entry = setup.entries.of(place, contact);
        if let Some(owners) = owners {
            scratch.given = owners.of(place);
        }
        let status = story(setup.plan, contact, entry, setup.until, scratch, observer);
        each(observer, status);
    }
}

/// Moves a population once and keeps all visits. Uses the rayon pool it is called in; the result is the same for any
/// number of threads. [`settle::run`](super::settle::run) also does what depends on the owners that round robins choose.
///
/// # Errors
/// If it was cancelled.
pub fn run_once(
    setup: &Setup<'_>,
    population: &Population,
    owners: Option<&OwnersByContact>,
    control: &Control,
) -> Result<Run, Cancelled> {
    let stretches = all_stretches(population);
    let segments: Vec<Segment> = stretches
        .par_iter()
        .map_init(
            || (StoryBuffers::default(), DraftVisits::default()),
            |(scratch, draft), stretch| {
                if control.is_cancelled() {
                    return Segment::default();
                }
                draft.clear();
                run_stretch(setup, *stretch, owners, scratch, draft, |draft, status| {
                    draft.ends.push(draft.visits.len() as u32);
                    draft.statuses.push(status);
                });
                control.done.fetch_add((stretch.to - stretch.from) as u64, Ordering::Relaxed);
                draft.columns(stretch.first_place)
            },
        )
        .collect();
    control.check()?;
    Ok(Run { segments })
}

/// Moves the contacts of a block, and passes their visits to `observer` without keeping them. This is only for a plan
/// that [doesn't need](Plan::needs_owners) the choices of round robins.
pub fn fold<O: Observer>(
    setup: &Setup<'_>,
    block: &Block,
    first_place: u64,
    observer: &mut O,
    mut each: impl FnMut(&mut O, Status),
) {
    let mut scratch = StoryBuffers::default();
    for stretch in stretches(block, first_place) {
        run_stretch(setup, stretch, None, &mut scratch, observer, &mut each);
    }
}
