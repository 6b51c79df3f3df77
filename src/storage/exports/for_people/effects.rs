//! What the items would have done, for people: a column for each detail.

use std::io;

use crate::report::table_zone::{RowZone, TableZone};
use crate::simulate::effects::EffectContext;
use crate::simulate::record::Contact;
use crate::storage::exports::effects::for_each_effect;
use crate::storage::finished::FinishedRun;

use super::details::detail_cell;
use super::row_words::{CONTACT, ITEM, TIME_WIDTH, ZONE, contact_cells, item_kinds, item_names};
use super::table::{PushRow, TableCell, TableColumn, USUAL_WIDTH};

/// The number of columns before the details.
const BEFORE: usize = 6;

/// The columns: those of every effect, then one for each detail of the kinds of items in the sequence.
pub fn columns(context: &EffectContext<'_>) -> Vec<TableColumn> {
    let rest = [ITEM, TableColumn::new("What", 20.0), TableColumn::new("When", TIME_WIDTH), ZONE];
    let details = captions(context).into_iter().map(|caption| TableColumn::new(caption, USUAL_WIDTH));
    CONTACT.into_iter().chain(rest).chain(details).collect()
}

/// The captions of all details, in the order of the items. Kinds with the same detail share its column.
fn captions(context: &EffectContext<'_>) -> Vec<&'static str> {
    let mut captions = Vec::new();
    for rank in 0..context.plan.items().len() {
        for caption in context.captions(rank as u32) {
            if !captions.contains(caption) {
                captions.push(caption);
            }
        }
    }
    captions
}

/// Passes on a row for each effect, by contact, then arrival; releases of fulfilment lists last.
///
/// # Errors
/// The first error of `push`.
pub fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
    let FinishedRun { effect_context: context, population, .. } = run;
    let (names, kinds) = (item_names(context.plan, context.sequence), item_kinds(context.plan, context.sequence));
    let (captions, places) = (captions(context), population.places());
    for_each_effect(context, run.run, population, run.assignments, run.until, |told| {
        let contact = told.contact.and_then(|(place, _)| places.locate(place));
        let contact = contact.map(|(block, row)| Contact { block, row });
        let zone = RowZone::of(zone, context.plan.zone(), contact);
        let rank = told.effect.rank as usize;
        let mut cells = vec![TableCell::Empty; BEFORE + captions.len()];
        if let Some([name, email]) = contact.map(contact_cells) {
            (cells[0], cells[1]) = (name, email);
        }
        cells[2] = names[rank].as_str().into();
        cells[3] = kinds[rank].into();
        cells[4] = TableCell::Local(zone.local(told.effect.at));
        cells[5] = zone.place().into();
        for (caption, cell) in told.effect.detail.cells() {
            if let Some(place) = captions.iter().position(|known| *known == caption) {
                cells[BEFORE + place] = detail_cell(cell, context, zone);
            }
        }
        push(&cells)
    })
}
