//! Opens a saved run: the campaign, the contacts and every visit as they were when it was saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::Rehearsal;
use crate::campaign::scope::Scope;
use crate::contacts::block::{Layout, Population};
use crate::contacts::reading::columns::CellContext;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Control, Run};
use crate::simulate::settle::Assignments;
use crate::storage::aside::aside;
use crate::storage::campaign_file::read::parse;
use crate::storage::campaign_file::v1;
use crate::storage::campaign_file::write::fingerprint_of;
use crate::storage::contacts_file::blocks::ReadCounts;

use super::about::counts_of_json;
use super::assemble::assemble;
use super::connection::have_room;
use super::list::{Listed, find};
use super::people;
use super::schema::open_as_it_is;
use super::visits::{StoredRun, UnusableRows, outcomes, ranks};
use super::{StoreError, told};

/// A saved run that was opened.
pub struct ReopenedRun {
    /// The run's entry in the list.
    pub listed: Listed,
    /// The campaign as it was when the run was saved.
    pub campaign: Campaign,
    /// The rehearsal of the run, if it had one.
    pub rehearsal: Option<Rehearsal>,
    /// The folder of the campaign's file.
    pub folder: PathBuf,
    /// When contacts without an entry time entered.
    pub enter: Instant,
    /// When the run ended.
    pub until: Instant,
    /// The slots of the contacts' fields.
    pub layout: Arc<Layout>,
    /// The compiled plan of the run.
    pub plan: Plan,
    /// The contacts of the run.
    pub population: Population,
    /// The visits of the contacts.
    pub run: Run,
    /// The assignments of the run.
    pub assignments: Assignments,
    /// How many rows of the contacts were read and rejected.
    pub counts: ReadCounts,
}

/// Opens a saved run. Uses the rayon pool it is called in.
///
/// # Errors
/// If there is no such run, it wasn't saved completely, it is damaged, or it was cancelled.
pub fn reopen(path: &Path, run: i64, control: &Control) -> Result<ReopenedRun, StoreError> {
    let reopened = read_all(path, run, control);
    // A cancelled statement can give any error.
    if control.is_cancelled() { Err(StoreError::Cancelled) } else { reopened }
}

fn read_all(path: &Path, run: i64, control: &Control) -> Result<ReopenedRun, StoreError> {
    let sql = StoreError::sql(path);
    let no_run = || StoreError::NoRun { path: path.to_owned(), run };
    let (store, version) = open_as_it_is(path, control)?.ok_or_else(no_run)?;
    // This transaction keeps the data unchanged while the other connections read.
    store.execute_batch("BEGIN").map_err(&sql)?;
    let listed = find(&store, version, run).map_err(&sql)?.ok_or_else(no_run)?;
    if !listed.can_open {
        return Err(StoreError::NotOpenable { path: path.to_owned(), run, program: told(&listed.program) });
    }
    control.begin("Opening", listed.visits);
    let opening = RunReader { path, run, control };
    let mut row = RunRow::read(&store, run).map_err(&sql)?;
    let campaign = opening.campaign(&mut row, &listed)?;
    let sequence = usize::try_from(row.sequence).ok().and_then(|index| campaign.sequences.get(index));
    let scope = sequence.map(|sequence| Scope::Sequence(sequence.id));
    let scope = scope.ok_or_else(|| opening.damaged("its campaign doesn't have its sequence"))?;
    let layout = Layout::new(&campaign.directory);
    let plan = Plan::new(&campaign, scope, &layout);
    let plan = plan.map_err(|error| opening.damaged(error))?;
    let rehearsal = row.rehearsal.as_deref().map(serde_json::from_str::<v1::rehearsal::RehearsalV1<'_>>).transpose();
    let rehearsal = rehearsal.map_err(|error| opening.damaged(format!("its rehearsal: {error}")))?;
    let rehearsal = rehearsal.map(|rehearsal| rehearsal.into_document(&campaign));
    let instant = |text: &str| {
        let at = Instant::parse_with_offset(text).filter(|at| at.is_simulated());
        at.ok_or_else(|| opening.damaged(format!("`{text}` isn't a time from 1970 to 2099")))
    };
    let (enter, until) = (instant(&row.enter)?, instant(&listed.until)?);
    let counts = counts_of_json(listed.contacts, listed.rejected, &row.rejects);
    let counts = counts.map_err(|error| opening.damaged(format!("the rejected rows: {error}")))?;

    let outcomes = outcomes(&store).map_err(&sql)?;
    let source = StoredRun { path, run, ranks: ranks(&plan), outcomes, control };
    let (people, visits) = rayon::join(
        || opening.people(&row, &listed, &campaign, &layout, &plan),
        || source.batches(row.visits.0, row.visits.1),
    );
    let population = people?;
    let wrong = |wrong: UnusableRows| opening.wrong(wrong);
    let statuses = source.statuses(&population).map_err(wrong)?;
    control.check().map_err(|_| StoreError::Cancelled)?;
    let visits = assemble(visits.map_err(wrong)?, statuses, &population).map_err(|what| opening.damaged(what))?;
    let users: Vec<String> = campaign.directory.users.iter().map(|user| user.id.clone()).collect();
    let assignments = source.assignments(&plan, &users, row.assignments.0, row.assignments.1).map_err(wrong)?;
    control.check().map_err(|_| StoreError::Cancelled)?;
    let folder = PathBuf::from(&row.folder);
    Ok(ReopenedRun {
        listed,
        campaign,
        rehearsal,
        folder,
        enter,
        until,
        layout,
        plan,
        population,
        run: visits,
        assignments,
        counts,
    })
}

/// The columns of a run's row that aren't listed.
struct RunRow {
    campaign: Option<String>,
    sequence: i64,
    enter: String,
    rehearsal: Option<String>,
    folder: String,
    people: String,
    generator: Option<String>,
    rejects: String,
    visits: (i64, i64),
    assignments: (i64, i64),
    contacts: i64,
}

impl RunRow {
    fn read(store: &Connection, run: i64) -> rusqlite::Result<Self> {
        let select = "SELECT c.campaign, r.sequence_place, r.enter, r.rehearsal, r.folder, r.people, r.generator,
                r.rejects, r.first_visit, r.last_visit, r.first_assignment, r.last_assignment,
                (SELECT coalesce(max(contact) + 1, 0) FROM contacts WHERE run = ?1)
            FROM runs r LEFT JOIN campaigns c USING (campaign_fingerprint) WHERE r.run = ?1";
        store.query_row(select, [run], |row| {
            Ok(Self {
                campaign: row.get(0)?,
                sequence: row.get(1)?,
                enter: row.get(2)?,
                rehearsal: row.get(3)?,
                folder: row.get(4)?,
                people: row.get(5)?,
                generator: row.get(6)?,
                rejects: row.get(7)?,
                visits: (row.get(8)?, row.get(9)?),
                assignments: (row.get(10)?, row.get(11)?),
                contacts: row.get(12)?,
            })
        })
    }
}

#[derive(Clone, Copy)]
struct RunReader<'a> {
    path: &'a Path,
    run: i64,
    control: &'a Control,
}

impl RunReader<'_> {
    fn damaged(&self, what: impl ToString) -> StoreError {
        StoreError::DamagedRun { path: self.path.to_owned(), run: self.run, what: told(&what.to_string()) }
    }

    fn wrong(&self, wrong: UnusableRows) -> StoreError {
        match wrong {
            UnusableRows::Sql(error) => StoreError::sql(self.path)(error),
            UnusableRows::Rows(what) => self.damaged(what),
        }
    }

    fn campaign(&self, row: &mut RunRow, listed: &Listed) -> Result<Campaign, StoreError> {
        let text = row.campaign.take().ok_or_else(|| self.damaged("its campaign is missing"))?;
        let name = PathBuf::from(&listed.campaign);
        let parsed = aside(self.control, move |_| (parse(&text, &name), fingerprint_of(&text)));
        let (parsed, fingerprint) = parsed.map_err(|_| StoreError::Cancelled)?;
        let parsed = parsed.map_err(|source| StoreError::Campaign {
            path: self.path.to_owned(),
            run: self.run,
            program: told(&listed.program),
            source: Box::new(source),
        })?;
        match fingerprint == listed.campaign_fingerprint {
            true => Ok(parsed.campaign),
            false => Err(self.damaged("its campaign was changed afterwards")),
        }
    }

    fn people(
        &self,
        row: &RunRow,
        listed: &Listed,
        campaign: &Campaign,
        layout: &Arc<Layout>,
        plan: &Plan,
    ) -> Result<Population, StoreError> {
        let directory = &campaign.directory;
        if u64::try_from(row.contacts) != Ok(listed.contacts) || !have_room(listed.contacts, self.path) {
            return Err(self.damaged("some of its contacts are missing"));
        }
        let population = match (row.people.as_str(), listed.seed) {
            ("generated", Some(seed)) => {
                if row.generator.as_deref() != Some(&people::sample(seed, layout, directory)) {
                    let program = told(&listed.program);
                    return Err(StoreError::OtherPeople { path: self.path.to_owned(), run: self.run, program });
                }
                people::generated(listed.contacts, seed, layout, directory, self.control)
            }
            ("cells", _) => {
                // Saved dates have four digits, so the day on which they are read doesn't matter.
                let today = NaiveDate::default();
                let target = CellContext { layout, directory, zone: plan.zone(), today };
                let read = people::read(self.path, self.run, target, self.control);
                read.map_err(StoreError::sql(self.path))?.map_err(|what| self.damaged(what))?
            }
            (other, _) => return Err(self.damaged(format!("its contacts are saved as `{other}`"))),
        };
        match population.len() as u64 == listed.contacts || self.control.is_cancelled() {
            true => Ok(population),
            false => Err(self.damaged("some of its contacts are missing")),
        }
    }
}
