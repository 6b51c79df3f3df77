//! Reads the visits, statuses and assignments of a run on several cores.
//!
//! The row ids of a run form one span. It is split into stretches, which are read in parallel, each over its own
//! connection; [`assemble`](super::assemble) puts them together contact by contact.

use std::path::Path;
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rusqlite::Connection;
use rustc_hash::FxHashMap;

use crate::calendar::Instant;
use crate::contacts::block::{Block, Population};
use crate::simulate::columns::VisitColumns;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::pass::Pass;
use crate::simulate::plan::{AssignedRecord, Plan, Rank};
use crate::simulate::run::Control;
use crate::simulate::settle::{Assignment, Assignments};
use crate::simulate::user_index::UserIndex;

use super::assemble::VisitBatch;
use super::connection::{connect_again, file_len, have_room};

/// Rows in a stretch.
const STRETCH: i64 = 65_536;

/// The visits of a span that are first passes.
const FIRST_PASSES: &str = "SELECT contact, item, code, arrived_utc_secs, due_utc_secs FROM visits
    WHERE visit BETWEEN ?1 AND ?2 AND run = ?3 AND pass = 1";
/// All visits of a span, with their passes.
const ALL_PASSES: &str = "SELECT contact, item, code, arrived_utc_secs, due_utc_secs, pass FROM visits
    WHERE visit BETWEEN ?1 AND ?2 AND run = ?3";
/// The column of the pass in [`ALL_PASSES`].
const PASS_COLUMN: usize = 5;

/// Why rows can't be used.
pub(super) enum UnusableRows {
    Sql(rusqlite::Error),
    /// The rows are inconsistent. The text says how.
    Rows(String),
}

impl From<rusqlite::Error> for UnusableRows {
    fn from(error: rusqlite::Error) -> Self {
        UnusableRows::Sql(error)
    }
}

fn wrong<T>(what: String) -> Result<T, UnusableRows> {
    Err(UnusableRows::Rows(what))
}

/// A run in a store, and what is needed to read its rows.
pub(super) struct StoredRun<'a> {
    pub path: &'a Path,
    pub run: i64,
    pub ranks: FxHashMap<i64, Rank>,
    pub outcomes: Vec<Option<Outcome>>,
    pub control: &'a Control,
}

/// The rank of each item of a plan, by id.
pub(super) fn ranks(plan: &Plan) -> FxHashMap<i64, Rank> {
    plan.items().iter().zip(0..).map(|(item, rank)| (item.item.item as i64, rank)).collect()
}

/// The outcome for each code of the store, from its table of outcomes; `None` for unknown codes.
pub(super) fn outcomes(store: &Connection) -> rusqlite::Result<Vec<Option<Outcome>>> {
    let mut known = vec![None; 256];
    let mut codes = store.prepare("SELECT code, outcome, reason FROM outcomes ORDER BY code LIMIT 256")?;
    let mut rows = codes.query([])?;
    while let Some(row) = rows.next()? {
        let (code, word, reason): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let mut all = (0..Outcome::CODES as u8).map(Outcome::of_code);
        if let Some(place) = usize::try_from(code).ok().and_then(|code| known.get_mut(code)) {
            *place = all.find(|outcome| outcome.word() == word && outcome.reason_word() == reason);
        }
    }
    Ok(known)
}

impl StoredRun<'_> {
    /// The visits of a span of row ids, in order.
    pub fn batches(&self, first: i64, last: i64) -> Result<Vec<VisitBatch>, UnusableRows> {
        let count = last.checked_sub(first).filter(|&rows| rows >= -1 && have_room(rows.max(0) as u64, self.path));
        let Some(count) = count else { return wrong(format!("its visits should be in rows {first} to {last}")) };
        let beside = "SELECT count(*) FROM visits WHERE visit IN (?1, ?2) AND run = ?3";
        let beside: i64 = connect_again(self.path, self.control)?.query_row(
            beside,
            [first.saturating_sub(1), last.saturating_add(1), self.run],
            |row| row.get(0),
        )?;
        if beside > 0 {
            return wrong("it has more visits than it lists".to_owned());
        }
        let starts = (0..=count / STRETCH).into_par_iter().map(|number| first + number * STRETCH);
        let batches = starts.map_init(
            || connect_again(self.path, self.control),
            |store, from| {
                let to = last.min(from.saturating_add(STRETCH - 1));
                self.over(store, |store| self.batch(store, from, to))
            },
        );
        batches.collect()
    }

    /// Reads over the connection of a thread. If that failed, connects again, since the error can't be shared by all
    /// that the thread reads.
    fn over<T>(
        &self,
        store: &rusqlite::Result<Connection>,
        read: impl FnOnce(&Connection) -> Result<T, UnusableRows>,
    ) -> Result<T, UnusableRows> {
        match store {
            Ok(store) => read(store),
            Err(_) => read(&connect_again(self.path, self.control)?),
        }
    }

    /// The visits of a stretch.
    fn batch(&self, store: &Connection, from: i64, to: i64) -> Result<VisitBatch, UnusableRows> {
        if self.control.is_cancelled() || to < from {
            return Ok(VisitBatch::default());
        }
        let rows = to - from + 1;
        // Nearly all visits are first passes, and a tenth of the time is saved if their column isn't fetched.
        let mut batch = self.rows(store, FIRST_PASSES, from, to)?;
        if batch.visits.len() as i64 != rows {
            batch = self.rows(store, ALL_PASSES, from, to)?;
        }
        if batch.visits.len() as i64 != rows {
            return wrong("some of its visits are missing".to_owned());
        }
        self.control.done.fetch_add(rows as u64, Ordering::Relaxed);
        Ok(batch)
    }

    /// The visits that a query finds in a span of row ids.
    fn rows(&self, store: &Connection, query: &str, from: i64, to: i64) -> Result<VisitBatch, UnusableRows> {
        let mut visits = VisitColumns::with_capacity((to - from + 1).max(0) as usize);
        let mut contacts: Vec<(u64, u32)> = Vec::new();
        let mut select = store.prepare_cached(query)?;
        let has_passes = select.column_count() > PASS_COLUMN;
        let mut rows = select.query([from, to, self.run])?;
        while let Some(row) = rows.next()? {
            let (place, item): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (code, arrived, due): (i64, i64, Option<i64>) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let Some(&rank) = self.ranks.get(&item) else {
                return wrong(format!("a visit names item {item}, which no Start of its sequence leads to"));
            };
            let outcome = usize::try_from(code).ok().and_then(|code| *self.outcomes.get(code)?);
            let Some(outcome) = outcome else {
                return wrong(format!("a visit has outcome {code}, which this version doesn't know"));
            };
            let pass = if has_passes { row.get(PASS_COLUMN)? } else { 1 };
            let Some(pass) = Pass::of_number(pass) else {
                return wrong(format!("a visit is of pass {pass}, which can't exist"));
            };
            if visits.len() as i64 > to - from {
                return wrong("it has more visits than it lists".to_owned());
            }
            let due = due.map(Instant::from_utc_secs);
            let arrived = Instant::from_utc_secs(arrived);
            if place < 0 || !visits.push(Visit { rank, arrived, outcome, pass, due }) {
                return wrong("a visit is outside its list of contacts, or outside simulated time".to_owned());
            }
            match contacts.last_mut() {
                Some((last, count)) if *last == place as u64 => *count += 1,
                _ => contacts.push((place as u64, 1)),
            }
        }
        Ok(VisitBatch { contacts, visits })
    }

    /// The status of each contact at the end. The ids are checked against those of the contacts.
    pub fn statuses(&self, population: &Population) -> Result<Vec<Vec<Status>>, UnusableRows> {
        let mut before = 0;
        let firsts: Vec<(i64, &Block)> = population
            .blocks()
            .iter()
            .map(|block| {
                before += block.len() as i64;
                (before - block.len() as i64, block)
            })
            .collect();
        let blocks = firsts.par_iter().map_init(
            || connect_again(self.path, self.control),
            |store, &(first, block)| self.over(store, |store| self.statuses_of(store, first, block)),
        );
        blocks.collect()
    }

    fn statuses_of(&self, store: &Connection, first: i64, block: &Block) -> Result<Vec<Status>, UnusableRows> {
        let mut select = store.prepare_cached(
            "SELECT contact, contact_id, status FROM contacts
             WHERE run = ?1 AND contact BETWEEN ?2 AND ?3 ORDER BY contact",
        )?;
        let mut rows = select.query([self.run, first, first + block.len() as i64 - 1])?;
        let mut statuses = Vec::with_capacity(block.len());
        if self.control.is_cancelled() {
            return Ok(statuses);
        }
        while let Some(row) = rows.next()? {
            let at = statuses.len();
            let (place, id) = (row.get::<_, i64>(0)?, row.get_ref(1)?.as_bytes().ok());
            if place != first + at as i64 || id != Some(block.id(at).as_bytes()) {
                return wrong(format!("contact {place} isn't the same as in its list of contacts"));
            }
            let word = row.get_ref(2)?.as_str().ok();
            let Some(status) = Status::ALL.into_iter().find(|status| Some(status.word()) == word) else {
                return wrong(format!("contact {place} has a status that this version doesn't know"));
            };
            statuses.push(status);
        }
        match statuses.len() == block.len() {
            true => Ok(statuses),
            false => wrong("some of its contacts are missing".to_owned()),
        }
    }

    /// The assignments in a span of row ids. [`Assignments::users`] starts with `users` and the members of round
    /// robins, in the order of a run.
    pub fn assignments(
        &self,
        plan: &Plan,
        users: &[String],
        first: i64,
        last: i64,
    ) -> Result<Assignments, UnusableRows> {
        let mut made = Vec::new();
        let mut index = UserIndex::default();
        let members = plan.round_robins().iter().flat_map(|robin| &robin.members).map(|(id, _)| id);
        users.iter().chain(members).for_each(|id| {
            index.intern(id);
        });
        let store = connect_again(self.path, self.control)?;
        let mut select = store.prepare(
            "SELECT contact, item, at_utc_secs, effect, user, pass FROM assignments
             WHERE assignment BETWEEN ?1 AND ?2 AND run = ?3 ORDER BY assignment",
        )?;
        let mut rows = select.query([first, last, self.run])?;
        let mut room = file_len(self.path);
        while let Some(row) = rows.next()? {
            let (place, item, at): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let record = row.get_ref(3)?.as_str().ok().and_then(AssignedRecord::of_word);
            // A row has a few bytes more than its texts.
            match room.checked_sub(row.get_ref(4)?.as_bytes().map_or(0, <[u8]>::len) as u64 + 8) {
                Some(left) => room = left,
                None => return wrong("it has more assignments than fit".to_owned()),
            }
            let user = index.intern(&row.get::<_, String>(4)?);
            let at = Instant::from_utc_secs(at);
            match (record, self.ranks.get(&item), Pass::of_number(row.get(5)?)) {
                (Some(record), Some(&rank), Some(pass)) if place >= 0 && at.is_simulated() => {
                    made.push(Assignment { at, place: place as u64, rank, pass, record, user });
                }
                _ => return wrong(format!("an assignment of item {item} can't be read")),
            }
        }
        match last.checked_sub(first) {
            Some(rows) if rows.checked_add(1) == Some(made.len() as i64) => {
                Ok(Assignments { made, users: index.into_ids() })
            }
            _ => wrong("some of its assignments are missing".to_owned()),
        }
    }
}
