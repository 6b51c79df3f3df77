//! Queued fulfilment lists: when each job is released, and which contacts are in it (`rules.md` §7).

use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::campaign::kinds::{FulfillmentList, Kind, Queue};
use crate::simulate::kinds::Detail;
use crate::simulate::kinds::fulfillment_list::{ListRelease, deliver_to, job_csv};
use crate::simulate::plan::Rank;

use super::queued::Queued;
use super::{Effect, EffectContext};

fn list_of<'a>(effect_context: &EffectContext<'a>, rank: Rank) -> Option<&'a FulfillmentList> {
    let place = effect_context.plan.items()[rank as usize].place;
    if let Kind::FulfillmentList(list) = &effect_context.sequence.items[place].kind { Some(list) } else { None }
}

/// The releases of all queued lists up to `until`, in order of instant and rank.
pub fn releases(effect_context: &EffectContext<'_>, mut queued: Vec<Queued>, until: Instant) -> Vec<Effect> {
    queued.sort_unstable_by_key(|entry| (entry.at, entry.place, entry.rank));
    let mut lists: FxHashMap<Rank, Vec<Queued>> = FxHashMap::default();
    for entry in queued {
        lists.entry(entry.rank).or_default().push(entry);
    }
    let mut effects = Vec::new();
    for (rank, entries) in lists {
        let Some(list) = list_of(effect_context, rank) else { continue };
        let Some(queue) = list.queue else { continue };
        let jobs = jobs(entries, queue, until).into_iter();
        effects.extend(jobs.map(|(at, people)| Effect { rank, pass: None, at, detail: release(list, people) }));
    }
    effects.sort_by_key(|effect| (effect.at, effect.rank));
    effects
}

/// The jobs of one list. A job is released when it is full, or a set time after its first contact, whichever comes
/// first. A contact queued at the instant of a release is still part of that job.
fn jobs(entries: Vec<Queued>, queue: Queue, until: Instant) -> Vec<(Instant, Vec<Queued>)> {
    // A limit that isn't set never causes a release.
    let days = queue.within_days.map_or(i64::MAX, |days| i64::try_from(days).unwrap_or(i64::MAX));
    let patience = days.saturating_mul(86_400);
    let count = queue.count.unwrap_or(u64::MAX).max(1);
    let (mut jobs, mut open): (Vec<(Instant, Vec<Queued>)>, Vec<Queued>) = (Vec::new(), Vec::new());
    let deadline = |open: &[Queued]| open.first().map(|first| first.at.plus_secs(patience));
    for entry in entries {
        if let Some(deadline) = deadline(&open).filter(|&deadline| deadline < entry.at) {
            jobs.push((deadline, std::mem::take(&mut open)));
        }
        let at = entry.at;
        open.push(entry);
        if open.len() as u64 >= count {
            jobs.push((at, std::mem::take(&mut open)));
        }
    }
    if let Some(deadline) = deadline(&open) {
        jobs.push((deadline, open));
    }
    jobs.retain(|(at, _)| *at <= until.min(Instant::LAST));
    jobs
}

fn release(list: &FulfillmentList, people: Vec<Queued>) -> Detail {
    let (contacts, rows): (Vec<String>, Vec<Vec<String>>) =
        people.into_iter().map(|entry| (entry.id, entry.row)).unzip();
    Detail::FulfillmentRelease(ListRelease {
        list: list.name.clone(),
        deliver: list.deliver.as_ref().map(deliver_to),
        recipient: list.deliver.clone(),
        csv: job_csv(&list.columns, &rows),
        attachment: list.attachment.clone(),
        contacts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Releases for contacts queued at these hours: the hour of each release, and its number of contacts.
    fn released(hours: &[i64], count: u64, within_days: u64, until: i64) -> Vec<(i64, usize)> {
        let entries = hours.iter().enumerate().map(|(place, hour)| Queued {
            rank: 0,
            at: Instant::from_utc_secs(hour * 3600),
            place: place as u64,
            id: String::new(),
            row: Vec::new(),
        });
        let jobs = jobs(
            entries.collect(),
            Queue { count: Some(count), within_days: Some(within_days) },
            Instant::from_utc_secs(until * 3600),
        );
        jobs.into_iter().map(|(at, people)| (at.utc_secs() / 3600, people.len())).collect()
    }

    #[test]
    fn a_list_goes_out_when_full_or_a_time_after_the_first() {
        assert_eq!(released(&[0, 1, 2, 3], 2, 7, 9999), [(1, 2), (3, 2)]);
        assert_eq!(released(&[0, 30, 31], 10, 1, 9999), [(24, 1), (54, 2)]);
        assert_eq!(released(&[0, 24], 10, 1, 9999), [(24, 2)]);
        assert_eq!(released(&[0, 0, 0], 2, 1, 9999), [(0, 2), (24, 1)], "a full list has no more than its count");
        assert_eq!(released(&[0, 5], 0, 1, 9999), [(0, 1), (5, 1)]);
        assert_eq!(released(&[0, 5], 10, 1, 24), [(24, 2)]);
        assert_eq!(released(&[0, 5], 10, 1, 23), [], "a release later than `until` has not happened");
    }
}
