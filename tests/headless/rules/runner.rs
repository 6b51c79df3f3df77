//! Runs a case through the workbench, from files, like the program itself.

use std::collections::BTreeSet;

use dripline::calendar::{DateTime, Instant};
use dripline::contacts::mapping::Overrides;
use dripline::simulate::record::Contact;
use dripline::simulate::run::Control;
use dripline::storage::exports::effects::for_each_effect;
use dripline::workbench::explain::{Story, explain_contact};
use dripline::workbench::people::ContactsSource;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::{RunWithVisits, keep};

use super::case::Case;

/// The results of a run.
#[derive(Default)]
pub struct Got {
    /// Every visit.
    pub events: Vec<GotEvent>,
    /// The ids of the contacts, each with its status.
    pub statuses: Vec<(String, String)>,
    /// Time, contact, item, gift, user.
    pub assignments: Vec<(i64, String, u64, String, String)>,
    /// Title (`ann 3 email`), time and detail.
    pub effects: Vec<(String, i64, serde_json::Value)>,
    /// The ids of the contacts, each with its story.
    pub stories: Vec<(String, Story)>,
}

/// A visit in the results.
pub struct GotEvent {
    /// The contact's id.
    pub contact: String,
    /// The item's id.
    pub item: u64,
    /// The word for the outcome that files use.
    pub outcome: &'static str,
    /// The word for the reason; empty unless the visit was skipped.
    pub reason: &'static str,
    /// The arrival, in UTC seconds.
    pub arrived: i64,
    /// The due instant, in UTC seconds.
    pub due: Option<i64>,
}

/// Runs a case.
pub fn run(case: &Case) -> Result<Got, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (campaign, contacts) = (folder.path().join("campaign.ron"), folder.path().join("contacts.csv"));
    std::fs::write(&campaign, case.campaign()).map_err(|error| error.to_string())?;
    std::fs::write(&contacts, contacts_csv(case)?).map_err(|error| error.to_string())?;
    let local = |text: &Option<String>| match text {
        Some(text) => DateTime::parse_minutes(text).map(Some).ok_or(format!("`{text}` is no wall clock")),
        None => Ok(None),
    };
    let (enter, until) = (local(&case.enter)?, local(&case.until)?);
    let request = Request { campaign, sequence: None, enter, until, now: Instant::FIRST };
    let source = ContactsSource::File { path: contacts, overrides: Overrides::default() };
    let scene = RunScene::open(&request, Some(&source)).map_err(|failure| failure.to_string())?;
    let people = scene.people(&source).map_err(|failure| failure.to_string())?;
    let kept = keep(&scene, &people, 2, &Control::default()).map_err(|failure| failure.to_string())?;
    if kept.counts.rejected > 0 || !kept.counts.cells.not_read.is_empty() {
        return Err(format!("contacts were rejected: {:?} {:?}", kept.counts.rejects, kept.counts.cells.not_read));
    }
    Ok(collect(&scene, &kept))
}

/// The contacts as a CSV file, with the columns that any contact has.
fn contacts_csv(case: &Case) -> Result<Vec<u8>, String> {
    let columns: BTreeSet<&str> = case.contacts.iter().flatten().map(|(column, _)| column.as_str()).collect();
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(&columns).map_err(|error| error.to_string())?;
    for contact in &case.contacts {
        let cell = |column: &str| contact.iter().find(|(key, _)| key == column).map_or("", |(_, value)| value.as_str());
        csv.write_record(columns.iter().map(|column| cell(column))).map_err(|error| error.to_string())?;
    }
    csv.into_inner().map_err(|error| error.to_string())
}

fn collect(scene: &RunScene, kept: &RunWithVisits) -> Got {
    let mut got = Got::default();
    let places = kept.population.places();
    let entries = scene.entries(|| Ok(kept.population.len() as u64)).expect("entries of a file");
    let item = |rank: u32| scene.plan.items()[rank as usize].item.item;
    let id_of = |place: u64| places.locate(place).map_or("", |(block, row)| block.id(row)).to_owned();
    for segment in kept.run.segments() {
        for ((row, span), status) in segment.contacts().zip(segment.statuses()) {
            let place = segment.first_place() + row as u64;
            let id = id_of(place);
            got.statuses.push((id.clone(), status.word().to_owned()));
            got.events.extend(span.map(|at| segment.visit(at)).map(|visit| GotEvent {
                contact: id.clone(),
                item: item(visit.rank),
                outcome: visit.outcome.word(),
                reason: visit.outcome.reason_word(),
                arrived: visit.arrived.utc_secs(),
                due: visit.due.map(Instant::utc_secs),
            }));
            let (block, row) = places.locate(place).expect("a contact");
            let contact = Contact { block, row };
            got.stories.push((id, explain_contact(scene, contact, entries.of(place, contact))));
        }
    }
    for made in &kept.assignments(scene).made {
        let user = kept.assignments(scene).users[made.user as usize].clone();
        let record = made.record.word().to_owned();
        got.assignments.push((made.at.utc_secs(), id_of(made.place), item(made.rank), record, user));
    }
    let effect_context = kept.effect_context(scene);
    let each = |told: dripline::storage::exports::effects::ContactEffect<'_>| -> Result<(), ()> {
        let contact = told.contact.map_or("-", |(_, id)| id);
        let title = format!("{contact} {} {}", item(told.effect.rank), told.effect.detail.name());
        got.effects.push((title, told.effect.at.utc_secs(), told.effect.detail.to_json()));
        Ok(())
    };
    for_each_effect(&effect_context, &kept.run, &kept.population, kept.assignments(scene), scene.until, each)
        .expect("no error");
    got
}
