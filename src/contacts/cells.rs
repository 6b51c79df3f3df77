//! Reads and checks the cells of one row.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::calendar::{Date, DateTime, Instant, Zone};
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field};

use super::block::{ContactRow, Layout};
use super::date_format::DateFormat;
use super::guard::unguarded;
use super::mapping::vendors::zone_of_word;
use super::mapping::{MappedColumn, Mapping};
use super::reject::{CellKind, Reject};
use super::status::EmailStatus;

/// Reads the rows of one file. The meaning of each column is looked up once, not for every row.
#[derive(Clone, Debug)]
pub struct CellReader {
    layout: Arc<Layout>,
    campaign_zone: Zone,
    /// The use of each column of the file. Separate from `columns`, since it is read for every cell.
    targets: Vec<CellTarget>,
    columns: Vec<FileColumn>,
    has_id: bool,
    id_slot: usize,
    email_slot: usize,
    exact: bool,
    tag_separator: String,
    value_separator: String,
    status_where_empty: EmailStatus,
    statuses: FxHashMap<String, EmailStatus>,
    zones: FxHashMap<String, Zone>,
    /// User ids by id, name and email address, for files that use names or addresses.
    owners: FxHashMap<String, String>,
}

#[derive(Clone, Debug)]
struct FileColumn {
    name: String,
    dates: DateFormat,
    native_dates: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CellTarget {
    Nothing,
    Id(usize),
    Text(usize),
    Tags(usize),
    Owner(usize),
    Date(usize),
    DateTime(usize),
    Status,
    Zone,
    Entered,
}

/// Buffers for reading a row, and the zones seen so far. One per thread.
#[derive(Debug, Default)]
pub struct RowBuffers {
    id: String,
    tags: String,
    zones: FxHashMap<String, Zone>,
}

impl CellReader {
    /// A reader for the rows of a file with `columns` columns; `feeds` says which column goes into which field.
    pub fn new(
        layout: &Arc<Layout>,
        directory: &Directory,
        mapping: &Mapping,
        feeds: &[MappedColumn],
        columns: usize,
        campaign_zone: &Zone,
    ) -> Self {
        let nothing = FileColumn { name: String::new(), dates: DateFormat::default(), native_dates: true };
        let mut targets = vec![CellTarget::Nothing; columns];
        let mut file_columns = vec![nothing; columns];
        for feed in feeds {
            if let (Some(target), Some(column)) = (targets.get_mut(feed.place), file_columns.get_mut(feed.place)) {
                *target = target_of(feed.field, layout, directory, mapping.exact);
                *column = FileColumn {
                    name: feed.column.clone(),
                    native_dates: mapping.exact && feed.date_format == DateFormat::default(),
                    dates: feed.date_format.clone(),
                };
            }
        }
        let lower = |word: &String| word.trim().to_lowercase();
        let zones = mapping.zones.iter().filter_map(|(word, zone)| Some((word.clone(), Zone::named(zone)?)));
        let mut owners = FxHashMap::default();
        if !mapping.exact {
            for user in directory.users.iter().rev() {
                for word in [&user.email, &user.name] {
                    owners.insert(lower(word), user.id.clone());
                }
            }
            // An id takes precedence over a name.
            owners.extend(directory.users.iter().map(|user| (user.id.clone(), user.id.clone())));
        }
        let slot = |column| layout.text_slot(Field::Column(column)).unwrap_or(0);
        Self {
            has_id: targets.iter().any(|target| matches!(target, CellTarget::Id(_))),
            id_slot: slot(Column::Id),
            email_slot: slot(Column::Email),
            targets,
            columns: file_columns,
            layout: Arc::clone(layout),
            campaign_zone: campaign_zone.clone(),
            exact: mapping.exact,
            tag_separator: mapping.tag_separator.clone(),
            value_separator: mapping.value_separator.clone(),
            status_where_empty: mapping.status_where_empty,
            statuses: mapping.statuses.iter().map(|(word, &status)| (lower(word), status)).collect(),
            zones: zones.collect(),
            owners,
        }
    }

    /// The layout of the rows it reads.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The number of columns of the file.
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// Reads a row. `number` is its number among the file's data rows, from 1, rejected rows included. Missing cells
    /// are empty.
    pub fn row<'a>(
        &'a self,
        cells: &[&'a str],
        number: u64,
        scratch: &'a mut RowBuffers,
    ) -> Result<ContactRow<'a>, Reject> {
        if cells.len() > self.columns.len() {
            return Err(Reject::TooManyCells { cells: cells.len(), columns: self.columns.len() });
        }
        let mut row = ContactRow {
            texts: vec![""; self.layout.texts().len()],
            dates: vec![None; self.layout.dates().len()],
            ..ContactRow::default()
        };
        let mut status = None;
        let mut tags_slot = None;
        for (place, (&target, &cell)) in self.targets.iter().zip(cells).enumerate() {
            if cell.is_empty() || target == CellTarget::Nothing {
                continue;
            }
            let column = &self.columns[place];
            let cell = unguarded(cell);
            let cell = if self.exact { cell } else { self.first_value(cell, target) };
            let bad = |wanted| Reject::bad_value(wanted, &column.name, cell);
            let misread = |wanted| Reject::misread(wanted, &column.name, cell, column.form(wanted));
            match target {
                CellTarget::Nothing => {}
                _ if cell.is_empty() => {}
                CellTarget::Id(slot) | CellTarget::Text(slot) => row.texts[slot] = cell,
                CellTarget::Tags(slot) if self.exact => row.texts[slot] = cell,
                CellTarget::Tags(slot) => {
                    self.join_tags(cell, &mut scratch.tags);
                    tags_slot = Some(slot);
                }
                CellTarget::Owner(slot) => {
                    row.texts[slot] = self
                        .owners
                        .get(cell)
                        .or_else(|| self.owners.get(&cell.to_lowercase()))
                        .map_or(cell, String::as_str);
                }
                CellTarget::Date(slot) => {
                    let day = if column.native_dates { Date::parse(cell) } else { column.dates.day(cell) };
                    row.dates[slot] = Some(day.ok_or_else(|| misread(CellKind::Date))?.at_second(0));
                }
                CellTarget::DateTime(slot) => {
                    let local =
                        if column.native_dates { DateTime::parse_minutes(cell) } else { self.local(column, cell) };
                    row.dates[slot] = Some(local.ok_or_else(|| misread(CellKind::DateTime))?);
                }
                CellTarget::Status => {
                    let word = self.status(cell).ok_or_else(|| bad(CellKind::Status))?;
                    status = status.max(Some(word));
                }
                CellTarget::Zone => {
                    row.zone = Some(self.zone(cell, &mut scratch.zones).ok_or_else(|| bad(CellKind::Zone))?);
                }
                CellTarget::Entered => {
                    let at = self.entered(column, cell).ok_or_else(|| misread(CellKind::Entered))?;
                    row.entered = Some(Some(at).filter(|at| at.is_simulated()).ok_or_else(|| bad(CellKind::Entered))?);
                }
            }
        }
        row.status = status.unwrap_or(self.status_where_empty);
        if self.has_id && row.texts[self.id_slot].is_empty() {
            return Err(Reject::EmptyId);
        }
        let needs_number = !self.has_id && row.texts[self.email_slot].is_empty();
        if needs_number {
            scratch.id = format!("row-{number}");
        }
        let scratch: &'a RowBuffers = scratch;
        if let Some(slot) = tags_slot {
            row.texts[slot] = &scratch.tags;
        }
        if !self.has_id {
            row.texts[self.id_slot] = if needs_number { &scratch.id } else { row.texts[self.email_slot] };
        }
        Ok(row)
    }

    /// A trimmed cell; if it has several values, the first.
    fn first_value<'a>(&self, cell: &'a str, target: CellTarget) -> &'a str {
        let several = !self.value_separator.is_empty() && !matches!(target, CellTarget::Tags(_));
        let first = if several { cell.split(&self.value_separator).next().unwrap_or(cell) } else { cell };
        first.trim()
    }

    /// Converts tags from another form to that of a native cell.
    fn join_tags(&self, cell: &str, out: &mut String) {
        out.clear();
        let separator = if self.tag_separator.is_empty() { ";" } else { &self.tag_separator };
        for tag in cell.split(separator) {
            // Mailchimp puts its tags in quotes. Google puts an asterisk before its own tags.
            let tag = tag.trim().trim_matches('"').trim_start_matches("* ").trim();
            if !tag.is_empty() {
                if !out.is_empty() {
                    out.push(';');
                }
                out.push_str(tag);
            }
        }
    }

    fn status(&self, cell: &str) -> Option<EmailStatus> {
        if self.exact {
            return EmailStatus::of_word(cell).or_else(|| self.statuses.get(&cell.to_lowercase()).copied());
        }
        self.statuses.get(&cell.to_lowercase()).copied().or_else(|| EmailStatus::of_word(&cell.to_lowercase()))
    }

    /// The time zone in a cell. The global table of zones has a lock, so each thread has its own table.
    fn zone(&self, cell: &str, seen: &mut FxHashMap<String, Zone>) -> Option<Zone> {
        /// Most entries in the table: there are about 600 zones, but files can name them in any number of ways.
        const MOST_SEEN: usize = 4096;
        if let Some(zone) = seen.get(cell) {
            return Some(zone.clone());
        }
        let named = self.zones.get(cell).cloned().or_else(|| Zone::named(cell));
        let zone = if self.exact { named } else { named.or_else(|| zone_of_word(cell)) }?;
        if seen.len() < MOST_SEEN {
            seen.insert(cell.to_owned(), zone.clone());
        }
        Some(zone)
    }

    fn local(&self, column: &FileColumn, cell: &str) -> Option<DateTime> {
        column.dates.local(cell).or_else(|| DateTime::parse_minutes(cell))
    }

    /// The instant in a cell, which may be outside simulated time.
    fn entered(&self, column: &FileColumn, cell: &str) -> Option<Instant> {
        Instant::parse_with_offset(cell)
            .or_else(|| DateTime::parse(cell).map(|local| self.campaign_zone.resolve(local)))
            .or_else(|| {
                let local = if column.native_dates { None } else { column.dates.moment(cell) };
                local.map(|local| self.campaign_zone.resolve(local))
            })
    }
}

impl FileColumn {
    /// The expected form of dates, for an error message.
    #[cold]
    fn form(&self, wanted: CellKind) -> String {
        match wanted {
            CellKind::Date => self.dates.pattern().to_owned(),
            _ if self.native_dates => "YYYY-MM-DDTHH:MM".to_owned(),
            _ => self.dates.with_time(),
        }
    }
}

fn target_of(field: Field, layout: &Layout, directory: &Directory, exact: bool) -> CellTarget {
    let text = |make: fn(usize) -> CellTarget| layout.text_slot(field).map_or(CellTarget::Nothing, make);
    match field {
        Field::Column(Column::EmailStatus) => CellTarget::Status,
        Field::Column(Column::TimeZone) => CellTarget::Zone,
        Field::Column(Column::Entered) => CellTarget::Entered,
        Field::Column(Column::Id) => text(CellTarget::Id),
        Field::Column(Column::Tags) => text(CellTarget::Tags),
        Field::Column(Column::Owner) if !exact => text(CellTarget::Owner),
        field => match layout.date_slot(field) {
            Some(slot) if field.kind(directory) == FieldKind::DateTime => CellTarget::DateTime(slot),
            Some(slot) => CellTarget::Date(slot),
            None => text(CellTarget::Text),
        },
    }
}
