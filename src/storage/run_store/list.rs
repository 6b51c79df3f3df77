//! Lists the runs of a store.

use std::path::Path;

use rusqlite::{Connection, Row};

use crate::simulate::run::Control;

use super::StoreError;
use super::connection::file_len;
use super::schema::open_as_it_is;

/// A run in the list of a store: everything that is known without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The number of the run in the store, which is never reused.
    pub run: i64,
    /// The name of the run.
    pub name: String,
    /// When it was saved, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub stored_at: String,
    /// The name of the campaign.
    pub campaign: String,
    /// A hash of the campaign's canonical text.
    pub campaign_fingerprint: String,
    /// The name of the sequence.
    pub sequence: String,
    /// Where the contacts come from, in words.
    pub population: String,
    /// The seed of the generator, if the contacts are generated.
    pub seed: Option<u64>,
    /// The number of contacts.
    pub contacts: u64,
    /// The number of rejected rows.
    pub rejected: u64,
    /// The number of visits.
    pub visits: u64,
    /// When the run ended, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub until: String,
    /// The time zone of the campaign.
    pub time_zone: String,
    /// The rules of the campaign, in words.
    pub rules: String,
    /// The version of the time zone data of the run.
    pub zone_data: String,
    /// The version of the program that made the run.
    pub program: String,
    /// Whether it can be opened: version 1 didn't save everything that this needs.
    pub can_open: bool,
}

const COLUMNS: &str = "run, name, stored_at, campaign, campaign_fingerprint, sequence, population, seed, contacts,
    rejected_rows, first_visit, last_visit, until, time_zone, rules, zone_data, program";

impl Listed {
    fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let count = |column: usize| Ok::<_, rusqlite::Error>(row.get::<_, i64>(column)?.max(0) as u64);
        Ok(Self {
            run: row.get(0)?,
            name: row.get(1)?,
            stored_at: row.get(2)?,
            campaign: row.get(3)?,
            campaign_fingerprint: row.get(4)?,
            sequence: row.get(5)?,
            population: row.get(6)?,
            seed: row.get::<_, Option<i64>>(7)?.map(|seed| seed as u64),
            contacts: count(8)?,
            rejected: count(9)?,
            visits: rows(row.get(10)?, row.get(11)?),
            until: row.get(12)?,
            time_zone: row.get(13)?,
            rules: row.get(14)?,
            zone_data: row.get(15)?,
            program: row.get(16)?,
            can_open: row.get(17)?,
        })
    }
}

/// The number of bytes of a row's texts.
fn bytes(row: &Row<'_>) -> rusqlite::Result<u64> {
    let texts =
        (0..row.as_ref().column_count()).map(|column| Ok(row.get_ref(column)?.as_str().map_or(0, str::len) as u64));
    texts.sum()
}

/// The number of rows in a span of row ids. In a damaged store, the ids can be any numbers.
fn rows(first: i64, last: i64) -> u64 {
    last.checked_sub(first).and_then(|rows| rows.checked_add(1)).map_or(0, |rows| rows.max(0) as u64)
}

/// The runs of a store, newest first; empty if there is no store yet.
///
/// # Errors
/// If the file isn't a run store, or can't be read.
pub fn list(path: &Path) -> Result<Vec<Listed>, StoreError> {
    let Some((store, version)) = open_as_it_is(path, &Control::default())? else { return Ok(Vec::new()) };
    let sql = StoreError::sql(path);
    let mut runs = store.prepare(&format!("{} ORDER BY run DESC", select(version))).map_err(&sql)?;
    let mut listed: Vec<Listed> = Vec::new();
    let mut all = 0;
    for run in runs.query_map([], |row| Ok((Listed::of_row(row)?, bytes(row)?))).map_err(&sql)? {
        let (run, bytes) = run.map_err(&sql)?;
        all += bytes;
        // Pages that are linked several times give the same rows again, so there may be more rows than fit into the
        // file.
        if all > file_len(path) || listed.last().is_some_and(|before| before.run <= run.run) {
            let what = "its list of runs repeats itself".to_owned();
            return Err(StoreError::DamagedFile { path: path.to_owned(), what });
        }
        listed.push(run);
    }
    Ok(listed)
}

/// One run of an open store.
pub(super) fn find(store: &Connection, version: i64, run: i64) -> rusqlite::Result<Option<Listed>> {
    let mut found = store.prepare(&format!("{} WHERE run = ?1", select(version)))?;
    found.query_map([run], Listed::of_row)?.next().transpose()
}

/// The query for the listed columns. It works on a store of version 1 too, so that listing needn't upgrade it.
fn select(version: i64) -> String {
    let can_open = if version > 1 { "people IS NOT NULL" } else { "0" };
    format!("SELECT {COLUMNS}, {can_open} FROM runs")
}
