//! Counts waits of days that were shorter than a day: a finding that needs a run.

use rayon::prelude::*;

use crate::calendar::date::SECS_A_DAY;
use crate::calendar::timer::{DayCount, TimeWindow, Unit};
use crate::campaign::ids::ItemRef;
use crate::simulate::plan::{ItemAction, Plan};
use crate::simulate::run::Run;

/// The contacts that waited at a delay timer of a day or more, and how many of them for less than 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShortWaits {
    /// The sequence and the id of the timer.
    pub item: ItemRef,
    /// The number of contacts with a due instant there.
    pub waited: u64,
    /// The number of these that wait for less than 24 hours.
    pub short: u64,
    /// The shortest of these waits, in seconds.
    pub shortest: i64,
}

/// The counts of every timer with short waits, in order of rank. Only timers that count dates and release contacts at any
/// time of the day have them: with a time of day, a shorter wait is meant.
pub fn short_waits(plan: &Plan, run: &Run) -> Vec<ShortWaits> {
    let is_wanted: Vec<bool> = plan.items().iter().map(|item| counts_dates(&item.action, plan)).collect();
    if !is_wanted.contains(&true) {
        return Vec::new();
    }
    let nothing = || -> Vec<ShortWaits> {
        let of = |item| ShortWaits { item, waited: 0, short: 0, shortest: i64::MAX };
        plan.items().iter().map(|item| of(item.item)).collect()
    };
    let counts = run
        .segments()
        .par_iter()
        .fold(nothing, |mut counts, segment| {
            for visit in segment.visits() {
                let Some(due) = visit.due.filter(|_| is_wanted[visit.rank as usize]) else { continue };
                let waits = due.utc_secs() - visit.arrived.utc_secs();
                let count = &mut counts[visit.rank as usize];
                count.waited += 1;
                count.short += u64::from(waits < SECS_A_DAY);
                count.shortest = count.shortest.min(waits);
            }
            counts
        })
        .reduce(nothing, |mut sum, counts| {
            for (sum, count) in sum.iter_mut().zip(counts) {
                sum.waited += count.waited;
                sum.short += count.short;
                sum.shortest = sum.shortest.min(count.shortest);
            }
            sum
        });
    counts.into_iter().filter(|count| count.short > 0).collect()
}

/// Whether an item is a timer of a day or more that may release a contact earlier, since days are dates.
fn counts_dates(action: &ItemAction, plan: &Plan) -> bool {
    let ItemAction::Delay(delay, _) = action else { return false };
    let timer = delay.timer();
    let is_days = matches!(timer.unit, Unit::Days | Unit::Weekdays | Unit::Weeks | Unit::Months);
    let counts_dates = plan.rules().day_count == DayCount::CalendarDays;
    is_days && counts_dates && timer.wait > 0 && timer.time == TimeWindow::AnyTime
}
