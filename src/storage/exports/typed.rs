//! Events, assignments and effects as rows of a spreadsheet: the columns of the CSV, with real dates and numbers.

use std::io;

use crate::simulate::run::all_stretches;
use crate::storage::finished::FinishedRun;

use super::effects::for_each_effect;
use super::for_people::table::{PushRow, TableCell, TableColumn};

const CONTACT: TableColumn = TableColumn::new("contact_id", 24.0);
const ITEM: TableColumn = TableColumn::new("item_id", 9.0);
const EFFECT: TableColumn = TableColumn::new("effect", 20.0);
/// The width of an instant.
const INSTANT: f64 = 22.0;

/// The columns of events.
pub const EVENTS: &[TableColumn] = &[
    CONTACT,
    ITEM,
    TableColumn::new("outcome", 11.0),
    TableColumn::new("reason", 24.0),
    TableColumn::new("arrived", INSTANT),
    TableColumn::new("due", INSTANT),
];
/// The columns of assignments.
pub const ASSIGNMENTS: &[TableColumn] =
    &[CONTACT, ITEM, TableColumn::new("at", INSTANT), EFFECT, TableColumn::new("user", 18.0)];
/// The columns of effects.
pub const EFFECTS: &[TableColumn] =
    &[CONTACT, ITEM, TableColumn::new("at", INSTANT), EFFECT, TableColumn::new("detail", 90.0)];

/// Passes on a row for each visit, as `write_events` writes them.
///
/// # Errors
/// The first error of `push`.
pub fn events(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
    let items = run.effect_context.plan.items();
    for (segment, stretch) in run.run.segments().iter().zip(all_stretches(run.population)) {
        for (row, span) in segment.contacts() {
            let id = stretch.block.id(stretch.from + row);
            for at in span {
                let visit = segment.visit(at);
                push(&[
                    id.into(),
                    TableCell::Id(items[visit.rank as usize].item.item),
                    visit.outcome.word().into(),
                    visit.outcome.reason_word().into(),
                    TableCell::Instant(visit.arrived),
                    visit.due.map_or(TableCell::Empty, TableCell::Instant),
                ])?;
            }
        }
    }
    Ok(())
}

/// Passes on a row for each assignment, as `write_assignments` writes them.
///
/// # Errors
/// The first error of `push`.
pub fn assignments(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
    let (items, places) = (run.effect_context.plan.items(), run.population.places());
    run.assignments.made.iter().try_for_each(|made| {
        push(&[
            places.locate(made.place).map_or("", |(block, row)| block.id(row)).into(),
            TableCell::Id(items[made.rank as usize].item.item),
            TableCell::Instant(made.at),
            made.record.word().into(),
            run.assignments.users[made.user as usize].as_str().into(),
        ])
    })
}

/// Passes on a row for each effect, as `write_effects` writes them.
///
/// # Errors
/// The first error of `push`.
pub fn effects(run: &FinishedRun<'_>, push: &mut PushRow<'_>) -> io::Result<()> {
    let FinishedRun { effect_context, run, population, assignments, until } = run;
    let items = effect_context.plan.items();
    for_each_effect(effect_context, run, population, assignments, *until, |told| {
        push(&[
            told.contact.map_or("", |(_, id)| id).into(),
            TableCell::Id(items[told.effect.rank as usize].item.item),
            TableCell::Instant(told.effect.at),
            told.effect.detail.name().into(),
            told.effect.detail.to_json().to_string().into(),
        ])
    })
}
