//! How the columns of one file are read.

use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, Field};
use crate::contacts::block::Layout;
use crate::contacts::consent::{ConsentColumn, ConsentSense, ConsentSurvey, consent_column};
use crate::contacts::dates::reading::DateRules;
use crate::contacts::mapping::evidence::{ColumnSurvey, FileEvidence};
use crate::contacts::mapping::{MappedColumn, Mapping};
use crate::contacts::status::EmailStatus;

use super::buffers::RowBuffers;
use super::notes::CellNotes;
use super::target::{CellTarget, FileColumn};

/// Reads the rows of one file. The meaning of each column is looked up once, not for every row.
#[derive(Clone, Debug)]
pub struct CellReader {
    pub(super) layout: Arc<Layout>,
    pub(super) campaign_zone: Zone,
    /// The use of each column of the file. Separate from `columns`, since it is read for every cell.
    pub(super) targets: Vec<CellTarget>,
    pub(super) columns: Vec<FileColumn>,
    pub(super) has_id: bool,
    pub(super) id_slot: usize,
    pub(super) email_slot: usize,
    /// Whether cells have native form as far as text goes: they aren't trimmed, and hold one value.
    pub(super) exact: bool,
    /// Whether cells are those that a contact had before.
    pub(super) kept: bool,
    /// Whether a row with a cell that can't be read is rejected.
    pub(super) strict: bool,
    /// Whether cells of tags are taken as they are.
    pub(super) has_native_tags: bool,
    pub(super) tag_separator: String,
    pub(super) value_separator: String,
    pub(super) status_where_empty: EmailStatus,
    pub(super) statuses: FxHashMap<String, EmailStatus>,
    /// Names of zones that the user gave a meaning.
    pub(super) zones: FxHashMap<String, Zone>,
    /// User ids by id, name and email address, for files that use names or addresses.
    pub(super) owners: FxHashMap<String, String>,
    /// The columns with the contact's country and state.
    pub(super) country: Option<usize>,
    pub(super) state: Option<usize>,
    /// The slots of an address in one cell: street, city, state, postal code, country; `None` if the file has a column
    /// for any but the street.
    pub(super) address: Option<[usize; 5]>,
}

/// The data of a campaign that the cells of contacts are checked against.
#[derive(Clone, Copy, Debug)]
pub struct CellContext<'a> {
    /// The slot of each contact field.
    pub layout: &'a Arc<Layout>,
    /// The directory with the users and custom fields.
    pub directory: &'a Directory,
    /// The time zone of the campaign, in which local times are read.
    pub zone: &'a Zone,
    /// The day on which the file is read: it decides the century of years of two digits.
    pub today: NaiveDate,
}

impl CellReader {
    /// A reader for the rows of a file with `columns` columns; `feeds` says which column goes into which field.
    pub fn new(context: CellContext<'_>, mapping: &Mapping, feeds: &[MappedColumn], columns: usize) -> Self {
        let CellContext { layout, directory, zone, today } = context;
        let nothing = FileColumn {
            name: String::new(),
            dates: DateRules::new(today),
            pattern: None,
            consent: ConsentColumn::of_sense(ConsentSense::StatusWord),
            empty_status: None,
        };
        let mut targets = vec![CellTarget::Nothing; columns];
        let mut file_columns = vec![nothing; columns];
        for feed in feeds {
            if let (Some(target), Some(column)) = (targets.get_mut(feed.place), file_columns.get_mut(feed.place)) {
                *target = CellTarget::of(feed.field, layout, directory);
                *column = file_column(feed, today);
            }
        }
        let lower = |word: &String| word.trim().to_lowercase();
        let zones = mapping.zones.iter().filter_map(|(word, zone)| Some((word.clone(), Zone::of_name(zone)?)));
        let slot = |column| layout.text_slot(Field::Column(column)).unwrap_or(0);
        let place = |column| feeds.iter().find(|feed| feed.field == Field::Column(column)).map(|feed| feed.place);
        let parts = [Column::City, Column::State, Column::PostalCode, Column::Country];
        let has_parts = parts.into_iter().any(|column| place(column).is_some());
        let address = [Column::Street, Column::City, Column::State, Column::PostalCode, Column::Country].map(slot);
        Self {
            has_id: targets.iter().any(|target| matches!(target, CellTarget::Id(_))),
            id_slot: slot(Column::Id),
            email_slot: slot(Column::Email),
            targets,
            columns: file_columns,
            layout: Arc::clone(layout),
            campaign_zone: zone.clone(),
            exact: mapping.exact,
            kept: mapping.kept,
            strict: mapping.strict,
            has_native_tags: mapping.exact && mapping.tag_separator == ";",
            tag_separator: mapping.tag_separator.clone(),
            value_separator: mapping.value_separator.clone(),
            status_where_empty: mapping.status_where_empty,
            statuses: mapping.statuses.iter().map(|(word, &status)| (lower(word), status)).collect(),
            zones: zones.collect(),
            owners: owners(directory),
            country: place(Column::Country),
            state: place(Column::State),
            address: (!has_parts && !mapping.exact).then_some(address),
        }
    }

    /// The reader that knows what an empty cell says in the columns of consent, from the rows of a file.
    pub fn with_consent_of(mut self, evidence: FileEvidence<'_>) -> Self {
        let statuses = self.targets.iter().enumerate().filter(|(_, target)| **target == CellTarget::Status);
        let nothing =
            |(at, _): (usize, _)| (at, ColumnSurvey::Consent(self.columns[at].consent, ConsentSurvey::default()));
        for (at, survey) in evidence.survey(statuses.map(nothing).collect()) {
            match survey {
                ColumnSurvey::Consent(column, survey) => self.columns[at].empty_status = column.empty_status(&survey),
                ColumnSurvey::Dates(_) | ColumnSurvey::Tags(_) => {}
            }
        }
        self
    }

    /// The layout of the rows it reads.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// Takes the notes of the rows read since the last time.
    pub fn take_notes(&self, buffers: &mut RowBuffers) -> CellNotes {
        let taken = std::mem::take(&mut buffers.taken);
        let mut notes = std::mem::take(&mut buffers.notes);
        for (counts, target) in notes.columns.iter_mut().zip(&self.targets) {
            if *target != CellTarget::Nothing {
                counts.read = taken.saturating_sub(counts.empty + counts.not_read);
            }
        }
        notes
    }

    /// The names of the columns that are used, by their index in the header.
    pub fn used(&self) -> impl Iterator<Item = (usize, &str)> {
        let used = self.targets.iter().zip(&self.columns).enumerate();
        used.filter(|(_, (target, _))| **target != CellTarget::Nothing).map(|(at, (_, column))| (at, &*column.name))
    }

    /// The number of columns of the file.
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// Whether a contact is known by its email address, since the file has no column of ids.
    pub fn is_known_by_email(&self) -> bool {
        !self.has_id
    }
}

fn file_column(feed: &MappedColumn, today: NaiveDate) -> FileColumn {
    let is_birthday = feed.field == Field::Column(Column::Birthday);
    FileColumn {
        name: feed.column.clone(),
        dates: DateRules { order: feed.date_format.order(), today, is_birthday, allow_serials: true },
        pattern: (!feed.date_format.is_plain()).then(|| feed.date_format.clone()),
        consent: consent_column(&feed.column).unwrap_or(ConsentColumn::of_sense(ConsentSense::StatusWord)),
        empty_status: None,
    }
}

/// The id of a user by the words that files use. An id takes precedence over a name.
fn owners(directory: &Directory) -> FxHashMap<String, String> {
    let lower = |word: &String| word.trim().to_lowercase();
    let mut owners = FxHashMap::default();
    for user in directory.users.iter().rev() {
        for word in [&user.email, &user.name] {
            owners.insert(lower(word), user.id.clone());
        }
    }
    owners.extend(directory.users.iter().map(|user| (user.id.clone(), user.id.clone())));
    owners
}
