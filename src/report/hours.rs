//! Counts communications on weekends and at night: a finding that needs a run.

use rayon::prelude::*;

use crate::calendar::derivation::UnusualTime;
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
    /// The number of these on a Saturday or Sunday, in the contact's local time.
    pub weekend: u64,
    /// The number of these on another day between 21:00 and 07:00, in the contact's local time.
    pub night: u64,
}

impl OutOfHours {
    /// The number of runs on a weekend or at night.
    pub fn sum(&self) -> u64 {
        self.weekend + self.night
    }
}

/// The counts of every communication to the contact that ran, in order of rank.
pub fn out_of_hours(plan: &Plan, sequence: &Sequence, run: &Run, population: &Population) -> Vec<OutOfHours> {
    let to_contact: Vec<bool> =
        plan.items().iter().map(|item| sequence.items[item.place].kind.goes_to_contact()).collect();
    let nothing = || vec![[0u64; 3]; to_contact.len()];
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
                        count[0] += 1;
                        match UnusualTime::of(visit.arrived, zone) {
                            Some(UnusualTime::Weekend) => count[1] += 1,
                            Some(UnusualTime::Night) => count[2] += 1,
                            None => {}
                        }
                    }
                }
            }
            counts
        })
        .reduce(nothing, |mut sum, counts| {
            sum.iter_mut().flatten().zip(counts.into_iter().flatten()).for_each(|(sum, count)| *sum += count);
            sum
        });
    let counted = plan.items().iter().zip(counts).filter(|(_, [ran, ..])| *ran > 0);
    counted.map(|(item, [ran, weekend, night])| OutOfHours { item: item.item, ran, weekend, night }).collect()
}
