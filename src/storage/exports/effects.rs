//! `--effects`: everything that items did, with its detail as a JSON object.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::contacts::block::Population;
use crate::simulate::effects::fulfilment::{Queued, releases};
use crate::simulate::effects::{Effect, Teller};
use crate::simulate::record::Contact;
use crate::simulate::run::{Run, Segment, Stretch, all_stretches};
use crate::simulate::settle::Assignments;

use super::cells::{push_instant, push_text};

/// So many segments are told at once, in parallel, before they are handed on.
const BATCH: usize = 16;

/// An effect and the contact it was for; a fulfilment release has none.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The contact's place in the list and its id.
    pub contact: Option<(u64, &'a str)>,
    /// The effect.
    pub effect: Effect,
}

/// Hands every effect of a run to `each`: by contact, then arrival, then rank; releases of queued
/// lists last, by instant.
///
/// # Errors
/// The first error of `each`.
pub fn tell<E>(
    teller: &Teller<'_>,
    run: &Run,
    population: &Population,
    assignments: &Assignments,
    until: Instant,
    mut each: impl FnMut(Told<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let given = assignments.by_contact();
    let stretches = all_stretches(population);
    let mut queued = Vec::new();
    for (segments, stretches) in run.segments().chunks(BATCH).zip(stretches.chunks(BATCH)) {
        let told: Vec<_> = segments
            .par_iter()
            .zip(stretches)
            .map(|(segment, stretch)| tell_segment(teller, segment, stretch, &given))
            .collect();
        for (effects, on_lists) in told {
            queued.extend(on_lists);
            for told in effects {
                each(told)?;
            }
        }
    }
    for effect in releases(teller, queued, until) {
        each(Told { contact: None, effect })?;
    }
    Ok(())
}

fn tell_segment<'a>(
    teller: &Teller<'_>,
    segment: &Segment,
    stretch: &Stretch<'a>,
    given: &[(u64, u32, u32)],
) -> (Vec<Told<'a>>, Vec<Queued>) {
    let (mut told, mut queued) = (Vec::new(), Vec::new());
    let mut given_from = given.partition_point(|&(place, ..)| place < segment.first_place());
    for (row, span) in segment.contacts() {
        let place = segment.first_place() + row as u64;
        let contact = Contact { block: stretch.block, row: stretch.from + row };
        let given_to = given_from + given[given_from..].iter().take_while(|&&(of, ..)| of == place).count();
        let visits = span.map(|at| segment.visit(at));
        let effects = teller.effects(contact, place, visits, &given[given_from..given_to], &mut queued);
        given_from = given_to;
        let id = contact.block.id(contact.row);
        told.extend(effects.into_iter().map(|effect| Told { contact: Some((place, id)), effect }));
    }
    (told, queued)
}

/// The header of the effects file.
pub const HEADER: &[u8] = b"contact_id,item_id,at,effect,detail\n";

/// Writes a row of `contact_id,item_id,at,effect,detail`.
///
/// # Errors
/// If `out` can't be written.
pub fn write_effect(out: &mut impl Write, teller: &Teller<'_>, told: &Told<'_>) -> io::Result<()> {
    let mut row = Vec::with_capacity(256);
    if let Some((_, id)) = told.contact {
        push_text(&mut row, id);
    }
    write!(row, ",{},", teller.plan.items()[told.effect.rank as usize].id)?;
    push_instant(&mut row, told.effect.at);
    write!(row, ",{},", told.effect.name)?;
    push_text(&mut row, &told.effect.detail.to_string());
    row.push(b'\n');
    out.write_all(&row)
}
