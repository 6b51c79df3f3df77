//! The definitions of a store. They must be exactly those that this program makes, since others can't be trusted.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rusqlite::Connection;

/// Everything that a database defines: kind, name and SQL, without blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DatabaseSchema(BTreeMap<(String, String), Option<String>>);

/// Longest name that is shown.
const LONGEST: usize = 60;

impl DatabaseSchema {
    /// The definitions of an open database.
    pub(super) fn of(database: &Connection) -> rusqlite::Result<Self> {
        let mut defined = database.prepare("SELECT type, name, sql FROM sqlite_schema")?;
        let rows = defined.query_map([], |row| {
            let sql: Option<String> = row.get(2)?;
            let sql = sql.map(|sql| sql.split_whitespace().collect::<Vec<_>>().join(" "));
            Ok(((row.get(0)?, row.get(1)?), sql))
        })?;
        rows.collect::<rusqlite::Result<_>>().map(Self)
    }

    /// Whether the database defines nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was added or is missing; `None` if everything is as it should be.
    pub(super) fn unlike(&self, wanted: &Self) -> Option<String> {
        let missing = wanted.0.keys().find(|key| !self.0.contains_key(*key));
        if let Some((kind, name)) = missing {
            return Some(format!("its {kind} `{}` is missing", short(name)));
        }
        self.0.iter().find_map(|(key, sql)| {
            let (kind, name) = (short(&key.0), short(&key.1));
            match wanted.0.get(key) {
                Some(wanted) if wanted == sql => None,
                Some(_) => Some(format!("its {kind} `{name}` was changed")),
                None if is_statistics(key, sql.as_deref()) => None,
                None => Some(format!("the {kind} `{name}` was added")),
            }
        })
    }
}

/// Whether a table was made by SQLite's ANALYZE.
fn is_statistics((kind, name): &(String, String), sql: Option<&str>) -> bool {
    let made = ["CREATE TABLE sqlite_stat1(tbl,idx,stat)", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"];
    kind == "table" && name.starts_with("sqlite_stat") && sql.is_some_and(|sql| made.contains(&sql))
}

/// The definitions after each of these scripts, run one after another.
pub(super) fn shapes(scripts: &[&str]) -> rusqlite::Result<&'static [DatabaseSchema]> {
    static SHAPES: OnceLock<Vec<DatabaseSchema>> = OnceLock::new();
    if let Some(known) = SHAPES.get() {
        return Ok(known);
    }
    let database = Connection::open_in_memory()?;
    let made = scripts.iter().map(|script| {
        database.execute_batch(script)?;
        DatabaseSchema::of(&database)
    });
    let made = made.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(SHAPES.get_or_init(|| made))
}

/// A name, shortened for a message.
fn short(name: &str) -> String {
    let shown: String = name.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if name.chars().count() > LONGEST { shown + "…" } else { shown }
}
