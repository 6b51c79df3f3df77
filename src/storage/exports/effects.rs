//! `--effects`: everything that items did, with its detail as a JSON object; as CSV or JSON.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::calendar::Instant;
use crate::contacts::block::Population;
use crate::simulate::effects::fulfilment::releases;
use crate::simulate::effects::queued::Queued;
use crate::simulate::effects::{Effect, EffectContext};
use crate::simulate::record::Contact;
use crate::simulate::run::{BlockRange, Run, all_stretches};
use crate::simulate::segment::Segment;
use crate::simulate::settle::{Assignment, Assignments};
use crate::storage::finished::FinishedRun;

use super::cells::{Array, RowFormat, push_instant, push_json, push_json_instant, push_text};

/// Segments that are processed in parallel before their effects are passed on.
const BATCH: usize = 16;

/// An effect and its contact. A fulfilment release has no contact.
#[derive(Clone, Debug)]
pub struct ContactEffect<'a> {
    /// The position in the list and the id of the contact.
    pub contact: Option<(u64, &'a str)>,
    /// The effect, with its detail.
    pub effect: Effect,
}

/// Passes every effect of a run to `each`: by contact, then arrival, then rank; releases of queued lists last, by
/// instant.
///
/// # Errors
/// The first error of `each`.
pub fn for_each_effect<E>(
    effect_context: &EffectContext<'_>,
    run: &Run,
    population: &Population,
    assignments: &Assignments,
    until: Instant,
    mut each: impl FnMut(ContactEffect<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let given = assignments.by_contact();
    let stretches = all_stretches(population);
    let mut queued = Vec::new();
    for (segments, stretches) in run.segments().chunks(BATCH).zip(stretches.chunks(BATCH)) {
        let told: Vec<_> = segments
            .par_iter()
            .zip(stretches)
            .map(|(segment, stretch)| tell_segment(effect_context, segment, stretch, &given))
            .collect();
        for (effects, on_lists) in told {
            queued.extend(on_lists);
            for told in effects {
                each(told)?;
            }
        }
    }
    for effect in releases(effect_context, queued, until) {
        each(ContactEffect { contact: None, effect })?;
    }
    Ok(())
}

fn tell_segment<'a>(
    effect_context: &EffectContext<'_>,
    segment: &Segment,
    stretch: &BlockRange<'a>,
    given: &[Assignment],
) -> (Vec<ContactEffect<'a>>, Vec<Queued>) {
    let (mut told, mut queued) = (Vec::new(), Vec::new());
    let mut given_from = given.partition_point(|made| made.place < segment.first_place());
    for (row, span) in segment.contacts() {
        let place = segment.first_place() + row as u64;
        let contact = Contact { block: stretch.block, row: stretch.from + row };
        let given_to = given_from + given[given_from..].iter().take_while(|made| made.place == place).count();
        let visits = span.map(|at| segment.visit(at));
        let effects = effect_context.effects(contact, place, visits, &given[given_from..given_to], &mut queued);
        given_from = given_to;
        let id = contact.block.id(contact.row);
        told.extend(effects.into_iter().map(|effect| ContactEffect { contact: Some((place, id)), effect }));
    }
    (told, queued)
}

/// Writes `contact_id,item_id,at,effect,detail`. In JSON, the detail is an object, and the contact of a release is
/// null.
///
/// # Errors
/// If `out` can't be written.
pub fn write_effects(out: &mut impl Write, format: RowFormat, finished: &FinishedRun<'_>) -> io::Result<()> {
    let items = finished.effect_context.plan.items();
    let FinishedRun { effect_context, run, population, assignments, until } = finished;
    let mut row = Vec::with_capacity(256);
    let mut each = |told: ContactEffect<'_>, push: &mut dyn FnMut(&[u8]) -> io::Result<()>| {
        row.clear();
        let item = items[told.effect.rank as usize].item.item;
        match format {
            RowFormat::Csv => push_row(&mut row, item, &told)?,
            RowFormat::Json => push_object(&mut row, item, &told)?,
        }
        push(&row)
    };
    match format {
        RowFormat::Csv => {
            out.write_all(b"contact_id,item_id,at,effect,detail\n")?;
            for_each_effect(effect_context, run, population, assignments, *until, |told| {
                each(told, &mut |row| out.write_all(row))
            })
        }
        RowFormat::Json => {
            let mut array = Array::open(out)?;
            for_each_effect(effect_context, run, population, assignments, *until, |told| {
                each(told, &mut |row| array.push(row))
            })?;
            array.close()
        }
    }
}

fn push_row(row: &mut Vec<u8>, item: u64, told: &ContactEffect<'_>) -> io::Result<()> {
    if let Some((_, id)) = told.contact {
        push_text(row, id);
    }
    write!(row, ",{item},")?;
    push_instant(row, told.effect.at);
    write!(row, ",{},", told.effect.detail.name())?;
    push_text(row, &told.effect.detail.to_json().to_string());
    row.push(b'\n');
    Ok(())
}

fn push_object(row: &mut Vec<u8>, item: u64, told: &ContactEffect<'_>) -> io::Result<()> {
    row.extend_from_slice(b"\n{\"contact_id\":");
    match told.contact {
        Some((_, id)) => push_json(row, id),
        None => row.extend_from_slice(b"null"),
    }
    write!(row, ",\"item_id\":{item},\"at\":")?;
    push_json_instant(row, told.effect.at);
    write!(row, ",\"effect\":\"{}\",\"detail\":{}}}", told.effect.detail.name(), told.effect.detail.to_json())
}
