//! Every visit of a contact at an item, for people.

use std::io;

use crate::report::table_zone::{RowZone, TableZone};
use crate::simulate::outcome::Outcome;
use crate::simulate::record::Contact;
use crate::simulate::run::all_stretches;
use crate::storage::finished::FinishedRun;

use super::row_words::{CONTACT, ITEM, TIME_WIDTH, ZONE, contact_cells, item_kinds, item_names};
use super::table::{PushRow, TableCell, TableColumn};

/// The columns.
pub fn columns() -> Vec<TableColumn> {
    let rest = [
        ITEM,
        TableColumn::new("Kind", 18.0),
        TableColumn::new("What happened", 15.0),
        TableColumn::new("Why", 60.0),
        TableColumn::new("Arrived", TIME_WIDTH),
        TableColumn::new("Ran or will run", TIME_WIDTH),
        ZONE,
    ];
    CONTACT.into_iter().chain(rest).collect()
}

/// Passes on a row for each visit, by contact, then arrival.
///
/// # Errors
/// The first error of `push`.
pub fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
    let context = &run.effect_context;
    let (names, kinds) = (item_names(context.plan, context.sequence), item_kinds(context.plan, context.sequence));
    for (segment, stretch) in run.run.segments().iter().zip(all_stretches(run.population)) {
        for (row, span) in segment.contacts() {
            let contact = Contact { block: stretch.block, row: stretch.from + row };
            let zone = RowZone::of(zone, context.plan.zone(), Some(contact));
            let ([name, email], place) = (contact_cells(contact), TableCell::from(zone.place()));
            for at in span {
                let visit = segment.visit(at);
                let rank = visit.rank as usize;
                push(&[
                    name.clone(),
                    email.clone(),
                    names[rank].as_str().into(),
                    kinds[rank].into(),
                    happened(visit.outcome).into(),
                    why(visit.outcome, contact).into(),
                    TableCell::Local(zone.local(visit.arrived)),
                    visit.due.map_or(TableCell::Empty, |due| TableCell::Local(zone.local(due))),
                    place.clone(),
                ])?;
            }
        }
    }
    Ok(())
}

/// What happened at the item, in a word.
fn happened(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ran => "Ran",
        Outcome::Skipped(_) => "Skipped",
        Outcome::Waiting => "Waiting",
        Outcome::Held => "Held",
    }
}

/// Why the item did not run, in a sentence; empty if it did or will.
fn why(outcome: Outcome, contact: Contact<'_>) -> String {
    match outcome {
        Outcome::Ran | Outcome::Waiting => String::new(),
        Outcome::Skipped(reason) => reason.sentence_for(contact.email_status()),
        Outcome::Held => "The timer is not set up, so it holds every contact.".to_owned(),
    }
}
