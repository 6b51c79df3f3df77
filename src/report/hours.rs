//! Counts communications on weekends and at night: a finding that needs a run.

use rayon::prelude::*;

use crate::calendar::derivation::is_out_of_hours;
use crate::campaign::ids::ItemRef;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Population;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::Plan;
use crate::simulate::record::Contact;
use crate::simulate::run::{Run, all_stretches};

/// The runs of a communication to the contact, and how many of them were on a weekend or at night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfHours {
    /// The sequence and the id of the communication.
    pub item: ItemRef,
    /// The number of visits that ran.
    pub ran: u64,
    /// The number of these on a Saturday or Sunday, or between 21:00 and 07:00, in the contact's local time.
    pub out_of_hours: u64,
}

/// The counts of every communication to the contact that ran, in order of rank.
pub fn out_of_hours(plan: &Plan, sequence: &Sequence, run: &Run, population: &Population) -> Vec<OutOfHours> {
    let to_contact: Vec<bool> =
        plan.items().iter().map(|item| sequence.items[item.place].kind.goes_to_contact()).collect();
    let nothing = || vec![(0u64, 0u64); to_contact.len()];
    let stretches = all_stretches(population);
    let counts = run
        .segments()
        .par_iter()
        .zip(&stretches)
        .fold(nothing, |mut counts, (segment, stretch)| {
            for (row, span) in segment.contacts() {
                let contact = Contact { block: stretch.block, row: stretch.from + row };
                let zone = contact.zone().unwrap_or(plan.zone());
                for visit in span.map(|place| segment.visit(place)) {
                    if visit.outcome == Outcome::Ran && to_contact[visit.rank as usize] {
                        let count = &mut counts[visit.rank as usize];
                        count.0 += 1;
                        count.1 += u64::from(is_out_of_hours(visit.arrived, zone));
                    }
                }
            }
            counts
        })
        .reduce(nothing, |mut sum, counts| {
            sum.iter_mut().zip(counts).for_each(|(sum, count)| *sum = (sum.0 + count.0, sum.1 + count.1));
            sum
        });
    let counted = plan.items().iter().zip(counts).filter(|(_, (ran, _))| *ran > 0);
    counted.map(|(item, (ran, out_of_hours))| OutOfHours { item: item.item, ran, out_of_hours }).collect()
}
