//! Finds the contacts of a run that match a filter at an instant of the clock.
//!
//! [`find`] looks at all contacts, in parallel. With a million contacts that takes longer than a frame, so the window
//! calls it on a background thread.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::fields::Column;
use crate::campaign::ids::ItemRef;
use crate::contacts::block::Population;
use crate::simulate::at::status_at;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Reason, Status};
use crate::simulate::plan::{Plan, Rank};
use crate::simulate::record::Contact;
use crate::simulate::run::{Cancelled, Control, Run};

use super::mailable::MailableFilter;

/// The outcome of a visit that a filter asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutcomeFilter {
    /// The item ran; a timer released the contact.
    Ran,
    /// The contact is waiting.
    Waiting,
    /// The contact is held.
    Held,
    /// The item was skipped, for this reason or for any.
    Skipped(Option<Reason>),
}

impl OutcomeFilter {
    /// Whether an outcome matches.
    pub fn fits(self, outcome: Outcome) -> bool {
        match (self, outcome) {
            (OutcomeFilter::Ran, Outcome::Ran)
            | (OutcomeFilter::Waiting, Outcome::Waiting)
            | (OutcomeFilter::Held, Outcome::Held) => true,
            (OutcomeFilter::Skipped(wanted), Outcome::Skipped(reason)) => wanted.is_none_or(|wanted| wanted == reason),
            _ => false,
        }
    }
}

/// A group of contacts that a filter can be limited to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactGroup {
    /// Contacts whose story differs from that in another run.
    Different {
        /// The number of the run whose list they are in: in another list, other contacts may have their positions.
        run: u64,
        /// Their positions in the list, in ascending order.
        places: Arc<[u32]>,
    },
    /// Contacts who get more than one email on a day.
    SeveralEmails {
        /// The day.
        day: Date,
        /// The zone of the day.
        zone: Zone,
        /// The emails to the contact.
        items: Arc<[ItemRef]>,
    },
}

impl ContactGroup {
    /// Whether the contact at a position in the list is in the group as of an instant.
    fn has(&self, plan: &Plan, place: u64, visits: impl Iterator<Item = Visit>, clock: Instant) -> bool {
        match self {
            ContactGroup::Different { places, .. } => {
                u32::try_from(place).is_ok_and(|place| places.binary_search(&place).is_ok())
            }
            ContactGroup::SeveralEmails { day, zone, items } => {
                let is_one = |visit: &Visit| {
                    visit.outcome == Outcome::Ran
                        && visit.arrived <= clock
                        && items.contains(&plan.items()[visit.rank as usize].item)
                        && zone.date_at(visit.arrived) == *day
                };
                visits.filter(is_one).nth(1).is_some()
            }
        }
    }
}

/// A filter for contacts. A contact must match every part that is set; one visit must match both item and outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Text in the id, the name (first and last) or the email address, in any case.
    pub text: String,
    /// An item that the contact has reached.
    pub item: Option<ItemRef>,
    /// The outcome at that item, or at any item.
    pub outcome: Option<OutcomeFilter>,
    /// The status of the contact.
    pub status: Option<Status>,
    /// Whether the contact can be mailed, or the status of its address.
    pub mail: Option<MailableFilter>,
    /// The group that the contact is in.
    pub group: Option<ContactGroup>,
}

impl Filter {
    /// Whether every contact matches.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.group.is_none() && self.mail.is_none() && !self.looks_at_clock()
    }

    /// Whether the result depends on the clock.
    pub fn looks_at_clock(&self) -> bool {
        let is_dated = matches!(self.group, Some(ContactGroup::SeveralEmails { .. }));
        self.asks_for_visit() || self.status.is_some() || is_dated
    }

    /// Whether it asks for a visit: for an item, an outcome, or both.
    pub fn asks_for_visit(&self) -> bool {
        self.item.is_some() || self.outcome.is_some()
    }

    /// The visit of a contact that the filter asks for, as of an instant; the latest if there are several. `None` if it
    /// asks for none, or the contact has none.
    pub fn visit(&self, plan: &Plan, visits: impl Iterator<Item = Visit>, clock: Instant) -> Option<Visit> {
        if !self.asks_for_visit() {
            return None;
        }
        let fits = |visit: &Visit| {
            self.item.is_none_or(|item| plan.items()[visit.rank as usize].item == item)
                && self.outcome.is_none_or(|wanted| wanted.fits(visit.outcome))
        };
        visits.filter_map(|visit| visit.at(clock)).filter(fits).max_by_key(|visit| visit.arrived)
    }
}

/// Contacts by their position in the list, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactSelection {
    /// All contacts, and their number.
    All(u64),
    /// The contacts at these positions.
    Some(Vec<u32>),
}

impl ContactSelection {
    /// The number of contacts.
    pub fn len(&self) -> usize {
        match self {
            ContactSelection::All(count) => *count as usize,
            ContactSelection::Some(places) => places.len(),
        }
    }

    /// Whether there are no contacts.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position in the list of the contact in this row; `None` after the last row.
    pub fn place(&self, row: usize) -> Option<u64> {
        match self {
            ContactSelection::All(count) => Some(row as u64).filter(|place| place < count),
            ContactSelection::Some(places) => places.get(row).map(|place| u64::from(*place)),
        }
    }

    /// The row of the contact at a position in the list, if it is in this selection.
    pub fn row(&self, place: u64) -> Option<usize> {
        match self {
            ContactSelection::All(count) => (place < *count).then_some(place as usize),
            ContactSelection::Some(places) => places.binary_search(&u32::try_from(place).ok()?).ok(),
        }
    }
}

/// The contacts of a run that match a filter at an instant. Uses the rayon pool it is called in.
///
/// # Errors
/// If it was cancelled.
pub fn find(
    plan: &Plan,
    (run, population): (&Run, &Population),
    filter: &Filter,
    clock: Instant,
    control: &Control,
) -> Result<ContactSelection, Cancelled> {
    if filter.is_empty() {
        return Ok(ContactSelection::All(population.len() as u64));
    }
    let rank = filter.item.map(|item| plan.items().iter().position(|planned| planned.item == item));
    if rank == Some(None) {
        // No Start leads to it.
        return Ok(ContactSelection::Some(Vec::new()));
    }
    let rank = rank.flatten().map(|rank| rank as Rank);
    let (needle, places) = (filter.text.trim().to_lowercase(), population.places());
    control.begin("Finding contacts", population.len() as u64);
    let parts: Vec<Vec<u32>> = run
        .segments()
        .par_iter()
        .map_init(String::new, |hay, segment| {
            if control.is_cancelled() {
                return Vec::new();
            }
            let mut fitting = Vec::new();
            for (row, span) in segment.contacts() {
                let place = segment.first_place() + row as u64;
                let visits = || span.clone().map(|at| segment.visit(at));
                let fits_visit = |visit: Visit| {
                    rank.is_none_or(|rank| rank == visit.rank)
                        && visit.at(clock).is_some_and(|it| filter.outcome.is_none_or(|wanted| wanted.fits(it.outcome)))
                };
                let fits = (rank.is_none() && filter.outcome.is_none() || visits().any(fits_visit))
                    && filter.group.as_ref().is_none_or(|group| group.has(plan, place, visits(), clock))
                    && filter.status.is_none_or(|status| status == status_at(plan, visits(), clock))
                    && filter.mail.is_none_or(|mail| {
                        places.locate(place).is_some_and(|(block, row)| mail.fits(Contact { block, row }))
                    })
                    && (needle.is_empty()
                        || places.locate(place).is_some_and(|(block, row)| says(Contact { block, row }, &needle, hay)));
                if fits {
                    fitting.push(place as u32);
                }
            }
            control.done.fetch_add(segment.statuses().len() as u64, Ordering::Relaxed);
            fitting
        })
        .collect();
    control.check()?;
    Ok(ContactSelection::Some(parts.concat()))
}

/// Whether the id, name or email address of a contact contains a lower-case text; `hay` is a buffer to reuse.
fn says(contact: Contact<'_>, needle: &str, hay: &mut String) -> bool {
    let column = |column| contact.block.column(column, contact.row);
    hay.clear();
    // One line each, so that no match spans two of them.
    for part in [contact.block.id(contact.row), "\n", column(Column::Email), "\n"] {
        hay.push_str(part);
    }
    for part in [column(Column::FirstName), " ", column(Column::LastName)] {
        hay.push_str(part);
    }
    if hay.is_ascii() {
        hay.make_ascii_lowercase();
        hay.contains(needle)
    } else {
        hay.to_lowercase().contains(needle)
    }
}
