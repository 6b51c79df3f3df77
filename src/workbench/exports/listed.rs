//! The contacts that the report lists, as a table for people: where each is at the clock's time, and what was skipped
//! for it.

use std::io;
use std::sync::atomic::Ordering;

use crate::calendar::Instant;
use crate::campaign::fields::Column;
use crate::campaign::item_names::item_names;
use crate::report::people::find;
use crate::report::table_zone::RowZone;
use crate::simulate::at::status_at;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::Outcome;
use crate::simulate::record::Contact;
use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::exports::for_people::table::{TableCell, TableColumn, TableFormat, TableHead};
use crate::storage::exports::for_people::write::write_table;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::export::{Choices, Export, ExportFormat, ExportNotes, ExportWriter, InWindow};
use super::rehearsed::RunAtInstant;
use super::whole::whole;

/// The contacts of the report's list.
pub const LISTED: Export = Export {
    name: "contact list",
    label: "Contacts in the report’s list, as filtered there",
    forms: &[
        ExportFormat {
            endings: &[endings::SPREADSHEET],
            write: ExportWriter::Run(|out, run, choices, control, notes| {
                write((out, TableFormat::Spreadsheet), run, choices, control, notes)
            }),
        },
        ExportFormat {
            endings: &[endings::CSV],
            write: ExportWriter::Run(|out, run, choices, control, notes| {
                write((out, TableFormat::Csv), run, choices, control, notes)
            }),
        },
    ],
    is_picture: false,
    has_times: true,
    window: Some(InWindow { hint: None, of_contact: false }),
    command: None,
};

/// Items of one contact that are named in a cell; more are counted.
const MOST_SKIPPED: usize = 20;

fn columns() -> Vec<TableColumn> {
    [
        ("Contact", 24.0),
        ("Email", 30.0),
        ("Email status", 16.0),
        ("Status", 14.0),
        ("Where", 30.0),
        ("Until", 22.0),
        ("Skipped, why", 60.0),
        ("Time zone", 16.0),
    ]
    .map(|(caption, width)| TableColumn::new(caption, width))
    .into()
}

fn write(
    (out, format): (Output, TableFormat),
    rehearsed: &RunAtInstant<'_>,
    choices: &Choices,
    control: &Control,
    notes: &mut ExportNotes,
) -> Result<(), Failure> {
    let (scene, clock) = (rehearsed.scene, rehearsed.clock);
    let (plan, run, population) = (&scene.plan, &rehearsed.kept.run, &rehearsed.kept.population);
    let listed = find(plan, (run, population), &choices.filter, clock, control)?;
    let names = item_names(scene.sequence());
    let name = |rank: u32| names[plan.items()[rank as usize].place].as_str();
    let title = format!("{}: {}", scene.campaign.name, scene.sequence().name);
    let head = TableHead { name: "Contacts", title: &title, now: rehearsed.now, columns: columns() };
    let watch = || control.check().map_err(io::Error::other);
    control.begin("Writing", listed.len() as u64);
    let places = population.places();
    whole(out, control, |out| {
        write_table(out, format, &head, &watch, |push| {
            for place in (0..listed.len()).filter_map(|row| listed.place(row)) {
                control.done.fetch_add(1, Ordering::Relaxed);
                let Some((block, row)) = places.locate(place) else { continue };
                let contact = Contact { block, row };
                let found = run.locate(place);
                let all: Vec<Visit> = found
                    .into_iter()
                    .flat_map(|(segment, row)| segment.span(row).map(|at| segment.visit(at)))
                    .collect();
                let so_far: Vec<Visit> = all.iter().filter_map(|visit| visit.at(clock)).collect();
                let waits = |visit: &&Visit| matches!(visit.outcome, Outcome::Waiting | Outcome::Held);
                let here = so_far
                    .iter()
                    .filter(waits)
                    .min_by_key(|visit| (visit.outcome == Outcome::Held, visit.due.unwrap_or(Instant::LAST)));
                let zone = RowZone::of(&choices.zone, plan.zone(), Some(contact));
                let until = here.filter(|visit| visit.outcome == Outcome::Waiting).and_then(|visit| visit.due);
                push(&[
                    contact.called().into(),
                    block.column(Column::Email, row).into(),
                    contact.email_status().label().into(),
                    status_at(plan, all.iter().copied(), clock).label().into(),
                    here.map_or(TableCell::Empty, |visit| name(visit.rank).into()),
                    until.map_or(TableCell::Empty, |due| TableCell::Local(zone.local(due))),
                    skipped(&so_far, contact, name).into(),
                    zone.place().into(),
                ])?;
            }
            Ok(())
        })
        .map(drop)
    })?;
    if listed.is_empty() {
        notes.push("The table has no rows: no contact matches the filter of the list.".to_owned());
    }
    Ok(())
}

/// The items that were skipped for a contact, each with its reason: `Offer: not marketable: unsubscribed; Call: draft`.
fn skipped<'a>(visits: &[Visit], contact: Contact<'_>, name: impl Fn(u32) -> &'a str) -> String {
    let all = visits.iter().filter_map(|visit| match visit.outcome {
        Outcome::Skipped(reason) => Some(format!("{}: {}", name(visit.rank), reason.brief_for(contact.email_status()))),
        Outcome::Ran | Outcome::Waiting | Outcome::Held => None,
    });
    let all: Vec<String> = all.collect();
    let more = all.len().saturating_sub(MOST_SKIPPED);
    let listed = all.into_iter().take(MOST_SKIPPED).collect::<Vec<_>>().join("; ");
    if more == 0 { listed } else { format!("{listed}; and {more} more") }
}
