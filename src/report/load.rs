//! Load: the assignments of each user and the communications sent, by day and hour in the campaign's zone, and the
//! contacts who get more than one email on a day.
//!
//! Everything is as of an instant of the clock: what runs later is not counted yet.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::calendar::{Day, Instant, Zone};
use crate::campaign::item::{Kind, Recipient};
use crate::campaign::sequence::Sequence;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Run, Segment};
use crate::simulate::settle::{Assignments, Gift};

/// Counts by day and hour, 0 to 23, in the campaign's local time. Days without any are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    days: BTreeMap<Day, [u64; 24]>,
}

impl Hours {
    /// The days with a count above 0, in order, each with its 24 counts.
    pub fn days(&self) -> impl DoubleEndedIterator<Item = (Day, &[u64; 24])> {
        self.days.iter().map(|(day, hours)| (*day, hours))
    }

    /// Whether there are no counts.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The sum of all counts.
    pub fn total(&self) -> u64 {
        self.days.values().flatten().sum()
    }

    /// The first hour with the highest count: its day, the hour and the count.
    pub fn busiest(&self) -> Option<(Day, usize, u64)> {
        let all = self.days().flat_map(|(day, hours)| (0..).zip(hours).map(move |(hour, count)| (day, hour, *count)));
        all.filter(|(.., count)| *count > 0).min_by_key(|&(day, hour, count)| (Reverse(count), day, hour))
    }

    /// Adds the counts of another table.
    pub fn add(&mut self, other: &Hours) {
        for (day, hours) in &other.days {
            let mine = self.days.entry(*day).or_default();
            mine.iter_mut().zip(hours).for_each(|(mine, theirs)| *mine += theirs);
        }
    }

    fn count(&mut self, at: Instant, zone: &Zone) -> Day {
        let wall = zone.wall_at(at);
        let day = wall.day();
        self.days.entry(day).or_default()[wall.second_of_day() as usize / 3600] += 1;
        day
    }
}

/// The assignments of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserLoad {
    /// The id of the user.
    pub user: String,
    /// Tasks assigned to the user.
    pub tasks: Hours,
    /// Opportunities assigned to the user.
    pub opportunities: Hours,
    /// Contacts that the user became the owner of.
    pub owners: Hours,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentLoad {
    /// Emails, to contacts, users and fixed addresses.
    pub emails: Hours,
    /// Faxes, by day and hour.
    pub faxes: Hours,
    /// Letters, by day and hour.
    pub letters: Hours,
    /// The contacts who get more than one email on a day, by day. Only emails to the contact count.
    pub crowded: BTreeMap<Day, CrowdedContacts>,
}

/// The assignments up to an instant, for each user that has any, in the order of the directory.
pub fn of_users(plan: &Plan, assignments: &Assignments, at: Instant) -> Vec<UserLoad> {
    let mut loads: Vec<UserLoad> =
        assignments.users.iter().map(|user| UserLoad { user: user.clone(), ..UserLoad::default() }).collect();
    // Assignments are in the order in which they were made.
    let made = &assignments.made[..assignments.made.partition_point(|made| made.at <= at)];
    for made in made {
        let load = &mut loads[made.user as usize];
        let hours = match made.gift {
            Gift::Task => &mut load.tasks,
            Gift::Opportunity => &mut load.opportunities,
            Gift::Owner => &mut load.owners,
        };
        hours.count(made.at, plan.zone());
    }
    loads.retain(|load| !(load.tasks.is_empty() && load.opportunities.is_empty() && load.owners.is_empty()));
    loads
}

/// The communications sent up to an instant. Uses the rayon pool it is called in.
pub fn of_list(plan: &Plan, sequence: &Sequence, run: &Run, at: Instant) -> SentLoad {
    let ways: Vec<Option<Channel>> =
        plan.items().iter().map(|item| Channel::of(&sequence.items[item.place].kind)).collect();
    run.segments()
        .par_iter()
        .fold(SentLoad::default, |mut sent, segment| {
            sent.segment(segment, &ways, plan.zone(), at);
            sent
        })
        .reduce(SentLoad::default, |mut sent, other| {
            sent.merge(other);
            sent
        })
}

/// The channel of a communication.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Channel {
    EmailToContact,
    OtherEmail,
    Fax,
    Letter,
}

impl Channel {
    fn of(kind: &Kind) -> Option<Self> {
        match kind {
            Kind::Email { to: Some(Recipient::Contact), .. } => Some(Channel::EmailToContact),
            Kind::Email { .. } => Some(Channel::OtherEmail),
            Kind::Fax { .. } => Some(Channel::Fax),
            Kind::Letter { .. } => Some(Channel::Letter),
            _ => None,
        }
    }
}

impl SentLoad {
    fn segment(&mut self, segment: &Segment, ways: &[Option<Channel>], zone: &Zone, until: Instant) {
        let mut days: Vec<(Day, u32)> = Vec::new();
        for (row, span) in segment.contacts() {
            // Communications run on arrival, and visits are in order of arrival.
            for visit in span.map(|at| segment.visit(at)).take_while(|visit| visit.arrived <= until) {
                let way = ways[visit.rank as usize].filter(|_| visit.outcome == Outcome::Ran);
                let hours = match way {
                    None => continue,
                    Some(Channel::EmailToContact | Channel::OtherEmail) => &mut self.emails,
                    Some(Channel::Fax) => &mut self.faxes,
                    Some(Channel::Letter) => &mut self.letters,
                };
                let day = hours.count(visit.arrived, zone);
                if way == Some(Channel::EmailToContact) {
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
        self.emails.add(&other.emails);
        self.faxes.add(&other.faxes);
        self.letters.add(&other.letters);
        for (day, theirs) in other.crowded {
            let mine = self.crowded.entry(day).or_default();
            mine.persons += theirs.persons;
            mine.most.extend(theirs.most);
            mine.cut();
        }
    }
}

impl CrowdedContacts {
    /// Keeps those with the most emails, then by position, so the result doesn't depend on how the list was split.
    fn cut(&mut self) {
        self.most.sort_unstable_by_key(|&(place, emails)| (Reverse(emails), place));
        self.most.truncate(MOST_NAMED);
    }
}
