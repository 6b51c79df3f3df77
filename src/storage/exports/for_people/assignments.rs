//! Which user got which contact, opportunity or task, for people.

use std::io;

use crate::report::table_zone::{RowZone, TableZone};
use crate::simulate::plan::AssignedRecord;
use crate::simulate::record::Contact;
use crate::storage::finished::FinishedRun;

use super::row_words::{CONTACT, ITEM, TIME_WIDTH, ZONE, contact_cells, item_names};
use super::table::{PushRow, TableCell, TableColumn};

/// The columns.
pub fn columns() -> Vec<TableColumn> {
    let first = [TableColumn::new("Assigned to", 24.0), TableColumn::new("User’s email", 30.0)];
    let rest = [TableColumn::new("What", 14.0), ITEM, TableColumn::new("When", TIME_WIDTH), ZONE];
    first.into_iter().chain(CONTACT).chain(rest).collect()
}

/// Passes on a row for each assignment, in the order in which they were made.
///
/// # Errors
/// The first error of `push`.
pub fn rows(run: &FinishedRun<'_>, zone: &TableZone, push: &mut PushRow<'_>) -> io::Result<()> {
    let context = &run.effect_context;
    let directory = &context.campaign.directory;
    let (names, places) = (item_names(context.plan, context.sequence), run.population.places());
    for made in &run.assignments.made {
        let contact = places.locate(made.place).map(|(block, row)| Contact { block, row });
        let zone = RowZone::of(zone, context.plan.zone(), contact);
        let [name, email] = contact.map_or([TableCell::Empty, TableCell::Empty], contact_cells);
        let id = run.assignments.users[made.user as usize].as_str();
        push(&[
            directory.user_called(id).into(),
            directory.user(id).map_or("", |user| user.email.as_str()).into(),
            name,
            email,
            assigned(made.record).into(),
            names[made.rank as usize].as_str().into(),
            TableCell::Local(zone.local(made.at)),
            zone.place().into(),
        ])?;
    }
    Ok(())
}

/// What was assigned, in a word.
fn assigned(record: AssignedRecord) -> &'static str {
    match record {
        AssignedRecord::Owner => "Contact",
        AssignedRecord::Opportunity => "Opportunity",
        AssignedRecord::Task => "Task",
    }
}
