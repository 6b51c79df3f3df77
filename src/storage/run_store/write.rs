//! Saves a run in a store, in one transaction.

use std::path::Path;
use std::sync::atomic::Ordering;

use rusqlite::{Connection, TransactionBehavior, params};

use crate::calendar::Instant;
use crate::calendar::zone::data_version;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::simulate::effects::EffectContext;
use crate::simulate::pass::Pass;
use crate::simulate::run::{Control, all_stretches};
use crate::storage::campaign_file::v1::rehearsal::RehearsalV1;
use crate::storage::campaign_file::write::{fingerprint_of, to_ron};
use crate::storage::exports::effects::for_each_effect;
use crate::storage::finished::FinishedRun;

use super::about::{About, StoredContacts, rejects_to_json};
use super::connection::unbounded;
use super::people;
use super::schema::open;
use super::{StoreError, unless_cancelled};

/// Rows between two checks for cancellation: a few milliseconds.
const CANCEL_CHECK_EVERY: usize = 1_024;

/// Saves a run and returns its number.
///
/// # Errors
/// If the file isn't a run store or can't be written, or if it was cancelled. Nothing is then saved.
pub fn store(path: &Path, about: &About, finished: &FinishedRun<'_>, control: &Control) -> Result<i64, StoreError> {
    let sql = StoreError::sql(path);
    let is_new = !path.exists();
    let mut connection = open(path, control)?;
    unbounded(&mut connection, control).map_err(&sql)?;
    let stored = fill(&mut connection, about, finished, control, &sql);
    drop(connection);
    if stored.is_err() && is_new {
        // Remove the new file; an error here is less important than the one at hand.
        let _ = std::fs::remove_file(path);
    }
    unless_cancelled(stored, control)
}

fn fill(
    connection: &mut Connection,
    about: &About,
    finished: &FinishedRun<'_>,
    control: &Control,
    sql: &dyn Fn(rusqlite::Error) -> StoreError,
) -> Result<i64, StoreError> {
    connection.pragma_update(None, "cache_size", -65_536).map_err(sql)?;
    // The transaction waits while another program uses the store.
    control.begin("Saving", parts(about.people, finished));
    // Immediate, since row ids are read before the first row is written, and no other program may use them meanwhile.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sql)?;
    let EffectContext { plan, campaign, .. } = finished.effect_context;
    let named = plan.items().iter().map(|planned| (number(campaign, planned.item.sequence), planned.item.item as i64));
    let writer = RunWriter { to: &transaction, finished, control, named: named.collect() };
    let run = writer.run(about).map_err(sql)?;
    writer.items(run).map_err(sql)?;
    writer.contacts(run).map_err(sql)?;
    if about.people == StoredContacts::Cells {
        people::write(&transaction, run, finished.population, control).map_err(sql)?;
    }
    writer.visits(run).map_err(sql)?;
    writer.assignments(run).map_err(sql)?;
    writer.effects(run).map_err(sql)?;
    if control.is_cancelled() {
        return Err(StoreError::Cancelled);
    }
    transaction.commit().map_err(sql)?;
    Ok(run)
}

/// The amount of work, so that one progress bar covers all rows. The number of effects isn't known yet, so each visit
/// counts as one.
fn parts(people: StoredContacts, finished: &FinishedRun<'_>) -> u64 {
    let contacts = finished.population.len() as u64;
    let cells = if people == StoredContacts::Cells { contacts } else { 0 };
    contacts + cells + finished.run.visits() as u64 * 2 + finished.assignments.made.len() as u64
}

/// The error of SQLite for an interrupted statement.
fn interrupted() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_INTERRUPT), None)
}

/// The index of a sequence among the campaign's.
fn index(campaign: &Campaign, sequence: SequenceId) -> i64 {
    campaign.index_of(sequence).unwrap_or(0) as i64
}

/// A sequence's id as stored in the tables. If it is too large for SQLite, its position in the campaign, from 1.
fn number(campaign: &Campaign, sequence: SequenceId) -> i64 {
    i64::try_from(sequence.number()).unwrap_or_else(|_| index(campaign, sequence) + 1)
}

struct RunWriter<'a> {
    to: &'a Connection,
    finished: &'a FinishedRun<'a>,
    control: &'a Control,
    /// The ids of the sequence and the item at each rank, as stored in the tables.
    named: Vec<(i64, i64)>,
}

impl RunWriter<'_> {
    fn run(&self, about: &About) -> rusqlite::Result<i64> {
        let EffectContext { plan, campaign, sequence, .. } = self.finished.effect_context;
        let text = to_ron(campaign);
        let fingerprint = fingerprint_of(&text);
        // Runs of the same campaign share its text.
        self.to.execute("INSERT OR REPLACE INTO campaigns VALUES (?1, ?2)", (&fingerprint, &text))?;
        // The number of a deleted run isn't reused, since the user's queries or notes may still refer to it.
        self.to
            .execute("UPDATE numbers SET last_run = 1 + max(last_run, (SELECT coalesce(max(run), 0) FROM runs))", [])?;
        let run: i64 = self.to.query_row("SELECT last_run FROM numbers", [], |row| row.get(0))?;
        let seed = match about.people {
            StoredContacts::Generated { seed } => Some(seed),
            StoredContacts::Cells => None,
        };
        let rehearsal = about
            .rehearsal
            .as_ref()
            .map(|rehearsal| serde_json::to_string(&RehearsalV1::of(rehearsal, campaign)))
            .transpose();
        let rehearsal = rehearsal.map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        let (first_visit, last_visit) = self.span("visits", "visit", self.finished.run.visits())?;
        let made = self.finished.assignments.made.len();
        let (first_assignment, last_assignment) = self.span("assignments", "assignment", made)?;
        self.to.execute(
            "INSERT INTO runs (run, name, stored_at, campaign, campaign_fingerprint, sequence, population, seed,
                contacts, rejected_rows, until, time_zone, rules, zone_data, program, first_visit, last_visit,
                sequence_place, enter, rehearsal, folder, people, generator, rejects, first_assignment, last_assignment)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
                ?22, ?23, ?24, ?25, ?26)",
            params![
                run,
                about.name,
                about.stored_at,
                campaign.name,
                fingerprint,
                sequence.name,
                about.population,
                seed.map(|seed| seed as i64),
                self.finished.population.len() as i64,
                about.counts.rejected as i64,
                self.finished.until.to_string(),
                plan.zone().name(),
                format!(
                    "day_count: {}, field_timers_read: {}, leap_day: {}",
                    campaign.rules.day_count.word(),
                    campaign.rules.field_timers_read.word(),
                    campaign.rules.leap_day.word()
                ),
                data_version(),
                env!("CARGO_PKG_VERSION"),
                first_visit,
                last_visit,
                index(campaign, sequence.id),
                about.enter.to_string(),
                rehearsal,
                about.folder.to_string_lossy(),
                about.people.word(),
                seed.map(|seed| people::sample(seed, plan.layout(), &campaign.directory)),
                rejects_to_json(&about.counts),
                first_assignment,
                last_assignment,
            ],
        )?;
        Ok(run)
    }

    /// The first and last row id of the next rows of a table.
    fn span(&self, table: &str, id: &str, rows: usize) -> rusqlite::Result<(i64, i64)> {
        let last = format!("SELECT coalesce(max({id}), 0) FROM {table}");
        let last: i64 = self.to.query_row(&last, [], |row| row.get(0))?;
        match last.checked_add(rows as i64 + 1) {
            Some(_) => Ok((last + 1, last + rows as i64)),
            // Only another program can have written such a large id.
            None => Err(rusqlite::Error::IntegralValueOutOfRange(0, last)),
        }
    }

    fn items(&self, run: i64) -> rusqlite::Result<()> {
        let EffectContext { plan, campaign, sequence, .. } = self.finished.effect_context;
        let mut insert = self.to.prepare("INSERT INTO items VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        let ranked = plan.items().iter().enumerate().map(|(rank, item)| (Some(rank as i64), item.place));
        let unreachable = plan.unreachable().iter().map(|&place| (None, place));
        for (rank, place) in ranked.chain(unreachable) {
            let (item, of) = (&sequence.items[place], number(campaign, sequence.id));
            insert.execute(params![run, of, item.id as i64, rank, item.name, item.kind.label()])?;
        }
        Ok(())
    }

    fn contacts(&self, run: i64) -> rusqlite::Result<()> {
        let mut insert = self.to.prepare("INSERT INTO contacts VALUES (?1, ?2, ?3, ?4)")?;
        let stretches = all_stretches(self.finished.population);
        for (segment, stretch) in self.finished.run.segments().iter().zip(stretches) {
            for (row, status) in segment.statuses().iter().enumerate() {
                let place = (segment.first_place() + row as u64) as i64;
                insert.execute(params![run, place, stretch.block.id(stretch.from + row), status.word()])?;
            }
            self.control.done.fetch_add(segment.statuses().len() as u64, Ordering::Relaxed);
            if self.control.is_cancelled() {
                break;
            }
        }
        Ok(())
    }

    fn visits(&self, run: i64) -> rusqlite::Result<()> {
        let mut insert = self.to.prepare(
            "INSERT INTO visits (run, sequence, pass, contact, item, code, arrived_utc_secs, due_utc_secs)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        insert.raw_bind_parameter(1, run)?;
        // A parameter stays bound from row to row: what rarely changes is bound only when it does.
        let mut bound = None;
        for segment in self.finished.run.segments() {
            for (row, span) in segment.contacts() {
                insert.raw_bind_parameter(4, (segment.first_place() + row as u64) as i64)?;
                for place in span {
                    let visit = segment.visit(place);
                    let (sequence, item) = self.named[visit.rank as usize];
                    if bound != Some((sequence, visit.pass)) {
                        insert.raw_bind_parameter(2, sequence)?;
                        insert.raw_bind_parameter(3, visit.pass.number())?;
                        bound = Some((sequence, visit.pass));
                    }
                    insert.raw_bind_parameter(5, item)?;
                    insert.raw_bind_parameter(6, visit.outcome.code())?;
                    insert.raw_bind_parameter(7, visit.arrived.utc_secs())?;
                    insert.raw_bind_parameter(8, visit.due.map(Instant::utc_secs))?;
                    insert.raw_execute()?;
                }
            }
            self.control.done.fetch_add(segment.len() as u64, Ordering::Relaxed);
            if self.control.is_cancelled() {
                break;
            }
        }
        Ok(())
    }

    fn assignments(&self, run: i64) -> rusqlite::Result<()> {
        let mut insert = self.to.prepare(
            "INSERT INTO assignments (run, sequence, pass, contact, item, at_utc_secs, effect, user)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        let made = self.finished.assignments;
        for (row, given) in made.made.iter().enumerate() {
            if row % CANCEL_CHECK_EVERY == 0 && self.control.is_cancelled() {
                break;
            }
            let (sequence, item) = self.named[given.rank as usize];
            insert.execute(params![
                run,
                sequence,
                given.pass.number(),
                given.place as i64,
                item,
                given.at.utc_secs(),
                given.record.word(),
                made.users[given.user as usize],
            ])?;
        }
        self.control.done.fetch_add(made.made.len() as u64, Ordering::Relaxed);
        Ok(())
    }

    fn effects(&self, run: i64) -> rusqlite::Result<()> {
        let FinishedRun { effect_context, run: visits, population, assignments, until } = *self.finished;
        let mut insert = self.to.prepare(
            "INSERT INTO effects (run, sequence, pass, contact, item, at_utc_secs, effect, detail)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        let mut rows = 0;
        let (first, _) = self.span("effects", "id", 0)?;
        let before = self.control.done.load(Ordering::Relaxed);
        let (all, contacts) = (visits.visits() as u64, population.len().max(1) as u64);
        for_each_effect(&effect_context, visits, population, assignments, until, |told| {
            if rows % CANCEL_CHECK_EVERY as i64 == 0 {
                if self.control.is_cancelled() {
                    // An error ends the loop, which saves computing the remaining effects.
                    return Err(interrupted());
                }
                let place = told.contact.map_or(contacts, |(place, _)| place);
                self.control.done.store(before + all.saturating_mul(place) / contacts, Ordering::Relaxed);
            }
            rows += 1;
            let (sequence, item) = self.named[told.effect.rank as usize];
            insert.execute(params![
                run,
                sequence,
                // A release is of no contact, but the column has a number in every row.
                told.effect.pass.unwrap_or(Pass::FIRST).number(),
                told.contact.map(|(place, _)| place as i64),
                item,
                told.effect.at.utc_secs(),
                told.effect.detail.name(),
                told.effect.detail.to_json().to_string(),
            ])?;
            Ok::<_, rusqlite::Error>(())
        })?;
        self.control.done.store(before + all, Ordering::Relaxed);
        let last = first + rows - 1;
        self.to.execute("UPDATE runs SET first_effect = ?2, last_effect = ?3 WHERE run = ?1", [run, first, last])?;
        Ok(())
    }
}
