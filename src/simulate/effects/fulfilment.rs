//! Fulfilment lists that queue jobs: when each is released, and with whom (`rules.md` §7).

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use crate::calendar::Instant;
use crate::campaign::item::{Kind, Queue};
use crate::contacts::guard::guarded;
use crate::simulate::kernel::Visit;
use crate::simulate::plan::Rank;

use super::{Effect, Teller, detail};

/// Somebody on a queued list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// The list's item, by rank.
    pub rank: Rank,
    /// When the contact was queued.
    pub at: Instant,
    /// The contact, by place in the list.
    pub place: u64,
    /// The contact's id.
    pub id: String,
    /// The cells of the job.
    pub row: Vec<String>,
}

/// The cells of a contact that was put on a queued list.
pub(super) fn queued_row(teller: &Teller<'_>, visit: &Visit, detail: &Value) -> Option<Vec<String>> {
    queue_of(teller, visit.rank)?;
    let cells = detail["row"].as_array()?;
    Some(cells.iter().map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect())
}

fn queue_of(teller: &Teller<'_>, rank: Rank) -> Option<Queue> {
    let place = teller.plan.items()[rank as usize].place;
    match &teller.sequence.items[place].kind {
        Kind::FulfillmentList { queue, .. } => *queue,
        _ => None,
    }
}

/// A job as a CSV file: the columns' keys, then a line for each contact.
pub fn job_csv(columns: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as the header.
    let _ = writer.write_record(columns.iter().map(|key| guarded(key).into_owned()));
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// The releases of all queued lists up to `until`, in order of instant and rank.
pub fn releases(teller: &Teller<'_>, mut queued: Vec<Queued>, until: Instant) -> Vec<Effect> {
    queued.sort_unstable_by_key(|entry| (entry.at, entry.place, entry.rank));
    let mut lists: FxHashMap<Rank, Vec<Queued>> = FxHashMap::default();
    for entry in queued {
        lists.entry(entry.rank).or_default().push(entry);
    }
    let mut effects = Vec::new();
    for (rank, entries) in lists {
        if let Some(queue) = queue_of(teller, rank) {
            let jobs = jobs(entries, queue, until);
            effects.extend(jobs.into_iter().map(|(at, people)| release(teller, rank, at, &people)));
        }
    }
    effects.sort_by_key(|effect| (effect.at, effect.rank));
    effects
}

/// The jobs of one list: each released when it is full, or so long after its first, whichever comes
/// first. Who is queued at the very instant of a release still goes with it.
fn jobs(entries: Vec<Queued>, queue: Queue, until: Instant) -> Vec<(Instant, Vec<Queued>)> {
    // A part of the queue's settings that is not set never releases by itself.
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

fn release(teller: &Teller<'_>, rank: Rank, at: Instant, people: &[Queued]) -> Effect {
    let place = teller.plan.items()[rank as usize].place;
    let mut detail = json!({});
    if let Kind::FulfillmentList { name, deliver, columns, attachment, .. } = &teller.sequence.items[place].kind {
        let ids: Vec<&str> = people.iter().map(|entry| entry.id.as_str()).collect();
        let rows: Vec<Vec<String>> = people.iter().map(|entry| entry.row.clone()).collect();
        detail = json!({
            "list": name,
            "deliver": deliver.as_ref().map(detail::deliver_to),
            "contacts": ids,
            "csv": job_csv(columns, &rows),
        });
        if let Some(attachment) = attachment {
            detail["attachment"] = json!(attachment);
        }
    }
    Effect { rank, at, name: "fulfillment_release", detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Queued at these hours; gives the hour of each release and how many go with it.
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
        assert_eq!(released(&[0, 5], 10, 1, 23), [], "a release later than `until` has not happened");
    }
}
