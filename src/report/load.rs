//! Load, by day and hour in the campaign's zone, or in another one: the assignments of each user and the communications sent. Also the
//! contacts who get more than one email on a day.
//!
//! All counts are as of an instant of the clock: later runs are not included.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::item_names::item_names;
use crate::campaign::kinds::{DESCRIPTIONS, Kind};
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{AssignedRecord, Plan, Rank};
use crate::simulate::run::Run;
use crate::simulate::segment::Segment;
use crate::simulate::settle::Assignments;

use super::people::ContactGroup;
use super::timeline::Timeline;

/// Counts by day and hour, 0 to 23, in the local time of a zone. Days without counts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HourCounts {
    days: BTreeMap<Date, [u64; 24]>,
}

/// A table without counts.
pub static NO_COUNTS: HourCounts = HourCounts { days: BTreeMap::new() };

impl HourCounts {
    /// The days with a count above 0, in order, each with its 24 counts.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (Date, &[u64; 24])> {
        self.days.iter().map(|(day, hours)| (*day, hours))
    }

    /// Whether there are no counts.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The count of a day.
    pub fn on(&self, day: Date) -> u64 {
        self.days.get(&day).map_or(0, |hours| hours.iter().sum())
    }

    /// The sum of all counts.
    pub fn total(&self) -> u64 {
        self.days.values().flatten().sum()
    }

    /// The first hour with the highest count: its day, the hour and the count.
    pub fn busiest(&self) -> Option<(Date, usize, u64)> {
        let all = self.days().flat_map(|(day, hours)| (0..).zip(hours).map(move |(hour, count)| (day, hour, *count)));
        all.filter(|(.., count)| *count > 0).min_by_key(|&(day, hour, count)| (Reverse(count), day, hour))
    }

    /// Adds the counts of another table.
    pub fn add(&mut self, other: &HourCounts) {
        for (day, hours) in &other.days {
            let mine = self.days.entry(*day).or_default();
            mine.iter_mut().zip(hours).for_each(|(mine, theirs)| *mine += theirs);
        }
    }

    fn count(&mut self, at: Instant, zone: &Zone) -> Date {
        let local = zone.local_at(at);
        let day = local.date();
        self.days.entry(day).or_default()[local.second_of_day() as usize / 3600] += 1;
        day
    }
}

/// The assignments of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserLoad {
    /// The id of the user.
    pub user: String,
    /// Tasks assigned to the user.
    pub tasks: HourCounts,
    /// Opportunities assigned to the user.
    pub opportunities: HourCounts,
    /// Contacts that the user became the owner of.
    pub owners: HourCounts,
}

/// The contacts who get more than one email on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrowdedContacts {
    /// The number of these contacts.
    pub persons: u64,
    /// Positions in the list with the number of emails, highest first: at most [`MOST_NAMED`].
    pub most: Vec<(u64, u32)>,
}

/// Most contacts that are listed for each day.
pub const MOST_NAMED: usize = 500;

/// The communications sent, by kind, day and hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentLoad {
    /// The hours of each kind, by its index in [`DESCRIPTIONS`].
    by_kind: Vec<HourCounts>,
    /// The contacts who get more than one email on a day, by day. Only emails to the contact count.
    pub crowded: BTreeMap<Date, CrowdedContacts>,
}

impl Default for SentLoad {
    fn default() -> Self {
        Self { by_kind: vec![HourCounts::default(); DESCRIPTIONS.len()], crowded: BTreeMap::new() }
    }
}

impl SentLoad {
    /// Every kind that is sent, in the palette's order: its plural, such as `Emails`, and its hours.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &HourCounts)> {
        DESCRIPTIONS.iter().zip(&self.by_kind).filter_map(|(kind, hours)| Some((kind.sent?, hours)))
    }

    /// The hours of the kind with this plural, such as `Emails`; empty if there is no such kind.
    pub fn of(&self, sent: &str) -> &HourCounts {
        self.all().find(|(called, _)| *called == sent).map_or(&NO_COUNTS, |(_, hours)| hours)
    }

    /// Emails, to contacts, users and fixed addresses.
    pub fn emails(&self) -> &HourCounts {
        self.of(EMAILS)
    }
}

/// The plural of the kind email, as in [`SentLoad::all`].
pub const EMAILS: &str = "Emails";

/// The part of an item in what is sent on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayShare {
    /// The item, by rank.
    pub rank: Rank,
    /// The name of the item.
    pub name: String,
    /// How often it was sent on the day.
    pub count: u64,
}

/// The items of the kind with this plural that are sent on a day of a zone, the largest share first. Their counts add up
/// to the day's count in [`SentLoad::of`].
pub fn shares_of_day(
    zone: &Zone,
    plan: &Plan,
    sequence: &Sequence,
    timeline: &Timeline,
    sent: &str,
    day: Date,
) -> Vec<DayShare> {
    let (from, to) = (zone.start_of(day).plus_secs(-1), zone.start_of(day.plus_days(1)).plus_secs(-1));
    let ran = |rank: Rank, at: Instant| timeline.visits(rank, Outcome::Ran, at);
    let ranks = (0..).zip(plan.items()).map(|(rank, item)| (rank, item.place));
    let names = item_names(sequence);
    let mut shares: Vec<DayShare> = ranks
        .filter(|(_, place)| sequence.items[*place].kind.description().sent == Some(sent))
        .map(|(rank, place)| DayShare { rank, name: names[place].clone(), count: ran(rank, to) - ran(rank, from) })
        .filter(|share| share.count > 0)
        .collect();
    shares.sort_by_key(|share| (Reverse(share.count), share.rank));
    shares
}

/// The assignments up to an instant, for each user that has any, in the order of the directory.
pub fn of_users(plan: &Plan, assignments: &Assignments, at: Instant) -> Vec<UserLoad> {
    of_users_in(plan.zone(), assignments, at)
}

/// As [`of_users`], by the hours of another zone.
pub fn of_users_in(zone: &Zone, assignments: &Assignments, at: Instant) -> Vec<UserLoad> {
    let mut loads: Vec<UserLoad> =
        assignments.users.iter().map(|user| UserLoad { user: user.clone(), ..UserLoad::default() }).collect();
    // Assignments are in the order in which they were made.
    let made = &assignments.made[..assignments.made.partition_point(|made| made.at <= at)];
    for made in made {
        let load = &mut loads[made.user as usize];
        let hours = match made.record {
            AssignedRecord::Task => &mut load.tasks,
            AssignedRecord::Opportunity => &mut load.opportunities,
            AssignedRecord::Owner => &mut load.owners,
        };
        hours.count(made.at, zone);
    }
    loads.retain(|load| !(load.tasks.is_empty() && load.opportunities.is_empty() && load.owners.is_empty()));
    loads
}

/// The communications sent up to an instant. Uses the rayon pool it is called in.
pub fn of_list(plan: &Plan, sequence: &Sequence, run: &Run, at: Instant) -> SentLoad {
    of_list_in(plan.zone(), plan, sequence, run, at)
}

/// Whether a kind counts among the emails that one contact gets on one day.
fn is_email_to_contact(kind: &Kind) -> bool {
    matches!(kind, Kind::Email(_)) && kind.goes_to_contact()
}

/// The group of the contacts who get more than one email on a day of a zone, as counted in [`SentLoad::crowded`].
pub fn crowded_group(zone: &Zone, plan: &Plan, sequence: &Sequence, day: Date) -> ContactGroup {
    let emails = plan.items().iter().filter(|item| is_email_to_contact(&sequence.items[item.place].kind));
    ContactGroup::SeveralEmails { day, zone: zone.clone(), items: emails.map(|item| item.item).collect() }
}

/// As [`of_list`], by the hours of another zone.
pub fn of_list_in(zone: &Zone, plan: &Plan, sequence: &Sequence, run: &Run, at: Instant) -> SentLoad {
    let channel = |kind: &Kind| {
        kind.description().sent.map(|_| Channel { kind: kind.place(), crowds: is_email_to_contact(kind) })
    };
    let channels: Vec<Option<Channel>> =
        plan.items().iter().map(|item| channel(&sequence.items[item.place].kind)).collect();
    run.segments()
        .par_iter()
        .fold(SentLoad::default, |mut sent, segment| {
            sent.segment(segment, &channels, zone, at);
            sent
        })
        .reduce(SentLoad::default, |mut sent, other| {
            sent.merge(other);
            sent
        })
}

/// How a communication is counted.
#[derive(Clone, Copy)]
struct Channel {
    /// The index of its kind in [`DESCRIPTIONS`].
    kind: usize,
    /// Whether it counts among the emails that one contact gets on one day.
    crowds: bool,
}

impl SentLoad {
    fn segment(&mut self, segment: &Segment, channels: &[Option<Channel>], zone: &Zone, until: Instant) {
        let mut days: Vec<(Date, u32)> = Vec::new();
        for (row, span) in segment.contacts() {
            // Communications run on arrival, and visits are in order of arrival.
            for visit in span.map(|at| segment.visit(at)).take_while(|visit| visit.arrived <= until) {
                let channel = channels[visit.rank as usize].filter(|_| visit.outcome == Outcome::Ran);
                let Some(Channel { kind, crowds }) = channel else { continue };
                let day = self.by_kind[kind].count(visit.arrived, zone);
                if crowds {
                    match days.iter_mut().rev().find(|(known, _)| *known == day) {
                        Some((_, emails)) => *emails += 1,
                        None => days.push((day, 1)),
                    }
                }
            }
            for (day, emails) in days.drain(..).filter(|(_, emails)| *emails > 1) {
                let crowded = self.crowded.entry(day).or_default();
                crowded.persons += 1;
                crowded.most.push((segment.first_place() + row as u64, emails));
            }
        }
        self.crowded.values_mut().for_each(CrowdedContacts::cut);
    }

    fn merge(&mut self, other: SentLoad) {
        self.by_kind.iter_mut().zip(&other.by_kind).for_each(|(mine, theirs)| mine.add(theirs));
        for (day, theirs) in other.crowded {
            let mine = self.crowded.entry(day).or_default();
            mine.persons += theirs.persons;
            mine.most.extend(theirs.most);
            mine.cut();
        }
    }
}

impl CrowdedContacts {
    /// Keeps the contacts with the most emails; of equal ones, the first in the list. So the result doesn't depend on
    /// how the list was split.
    fn cut(&mut self) {
        self.most.sort_unstable_by_key(|&(place, emails)| (Reverse(emails), place));
        self.most.truncate(MOST_NAMED);
    }
}
