//! A block of the list of contacts, stored in columns.
//!
//! A list is a sequence of blocks with a few thousand contacts each. A file is read block by block on several cores,
//! and a run that only needs its report drops each block after use. No result depends on where a block ends.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::calendar::span::FieldDate;
use crate::calendar::{DateTime, Instant, Zone};
use crate::campaign::directory::{CustomField, Directory, FieldKind};
use crate::campaign::fields::{Column, Field};

use super::status::EmailStatus;

/// The storage of each field of a contact: a slot among the texts or among the dates. Made once for the custom fields
/// of a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    custom_fields: Vec<CustomField>,
    /// Fields kept as text, in order of their slots.
    texts: Vec<Field>,
    /// Fields kept as dates, in order of their slots, and whether they have a time of day.
    dates: Vec<(Field, bool)>,
    text_slots: FxHashMap<Field, usize>,
    date_slots: FxHashMap<Field, usize>,
}

impl Layout {
    /// The layout for a campaign's contacts.
    pub fn new(directory: &Directory) -> Arc<Self> {
        let custom_fields = directory.custom_fields.clone();
        let columns = Column::ALL.iter().copied().map(Field::Column);
        let fields = columns.chain((0..custom_fields.len()).map(Field::Custom));
        let (mut texts, mut dates) = (Vec::new(), Vec::new());
        for field in fields {
            match field {
                Field::Column(Column::EmailStatus | Column::TimeZone | Column::Entered) => {}
                field if field.is_dated(directory) => {
                    dates.push((field, field.kind(directory) == FieldKind::DateTime));
                }
                field => texts.push(field),
            }
        }
        let text_slots = texts.iter().copied().zip(0..).collect();
        let date_slots = dates.iter().map(|&(field, _)| field).zip(0..).collect();
        Arc::new(Self { custom_fields, texts, dates, text_slots, date_slots })
    }

    /// The campaign's custom fields.
    pub fn custom_fields(&self) -> &[CustomField] {
        &self.custom_fields
    }

    /// The fields kept as text, by slot.
    pub fn texts(&self) -> &[Field] {
        &self.texts
    }

    /// The fields kept as dates, by slot, and whether they have a time of day.
    pub fn dates(&self) -> &[(Field, bool)] {
        &self.dates
    }

    /// The slot of a text field; `None` for a field kept as a date.
    pub fn text_slot(&self, field: Field) -> Option<usize> {
        self.text_slots.get(&field).copied()
    }

    /// The slot of a date field; `None` for a field kept as text.
    pub fn date_slot(&self, field: Field) -> Option<usize> {
        self.date_slots.get(&field).copied()
    }
}

/// The checked cells of one contact, before they are added to a block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContactRow<'a> {
    /// Texts by slot of the layout; missing ones at the end are empty.
    pub texts: Vec<&'a str>,
    /// Dates by slot of the layout; missing ones at the end are empty.
    pub dates: Vec<Option<DateTime>>,
    /// The status of the contact's email address.
    pub status: EmailStatus,
    /// The contact's time zone, if it has one.
    pub zone: Option<Zone>,
    /// When the contact enters, if the file says so.
    pub entered: Option<Instant>,
}

/// A few thousand contacts, stored in columns: one text, date or number per row.
#[derive(Clone, Debug)]
pub struct Block {
    layout: Arc<Layout>,
    texts: Vec<TextColumn>,
    dates: Vec<Vec<i64>>,
    statuses: Vec<EmailStatus>,
    zones: Vec<Zone>,
    zone_of: Vec<u16>,
    entered: Vec<i64>,
}

/// Values for a missing date, zone or instant, which never occur otherwise.
const NO_TIME: i64 = i64::MIN;
const NO_ZONE: u16 = u16::MAX;

#[derive(Clone, Debug, Default)]
struct TextColumn {
    bytes: String,
    /// Where each text ends. Empty while all texts so far are empty.
    ends: Vec<u32>,
}

impl TextColumn {
    #[inline]
    fn push(&mut self, row: usize, text: &str) {
        if text.is_empty() && self.bytes.is_empty() {
            return;
        }
        if self.ends.len() < row {
            self.ends.resize(row, self.bytes.len() as u32);
        }
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len() as u32);
    }

    #[inline]
    fn get(&self, row: usize) -> &str {
        let Some(&end) = self.ends.get(row) else { return "" };
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.bytes[start as usize..end as usize]
    }
}

impl Block {
    /// Most contacts in a block.
    pub const MOST_ROWS: usize = 16_384;
    /// Most bytes of one text column in a block.
    const MOST_BYTES: usize = 1 << 31;

    /// An empty block for contacts of a layout.
    pub fn new(layout: &Arc<Layout>) -> Self {
        Self {
            texts: vec![TextColumn::default(); layout.texts.len()],
            dates: vec![Vec::new(); layout.dates.len()],
            statuses: Vec::new(),
            zones: Vec::new(),
            zone_of: Vec::new(),
            entered: Vec::new(),
            layout: Arc::clone(layout),
        }
    }

    /// Adds a contact at the end.
    pub fn push(&mut self, row: &ContactRow<'_>) {
        let place = self.len();
        for (column, text) in self.texts.iter_mut().zip(row.texts.iter().copied().chain(std::iter::repeat(""))) {
            column.push(place, text);
        }
        for (column, date) in self.dates.iter_mut().zip(row.dates.iter().copied().chain(std::iter::repeat(None))) {
            column.push(date.map_or(NO_TIME, DateTime::secs));
        }
        let zone = row.zone.as_ref().map_or(NO_ZONE, |zone| self.intern(zone));
        self.zone_of.push(zone);
        self.entered.push(row.entered.map_or(NO_TIME, Instant::utc_secs));
        self.statuses.push(row.status);
    }

    /// A copy of the block without these rows, which must be sorted.
    pub fn without(&self, rows: &[usize]) -> Self {
        let mut kept = Self::new(&self.layout);
        let mut gone = rows.iter().copied().peekable();
        for row in 0..self.len() {
            if gone.next_if_eq(&row).is_some() {
                continue;
            }
            kept.push(&ContactRow {
                texts: (0..self.texts.len()).map(|slot| self.text_at(slot, row)).collect(),
                dates: (0..self.dates.len()).map(|slot| self.date_at(slot, row).map(|date| date.local)).collect(),
                status: self.status(row),
                zone: self.zone(row).cloned(),
                entered: self.entered(row),
            });
        }
        kept
    }

    fn intern(&mut self, zone: &Zone) -> u16 {
        let known = self.zones.iter().position(|known| known.is_same(zone));
        let place = known.unwrap_or_else(|| {
            self.zones.push(zone.clone());
            self.zones.len() - 1
        });
        place as u16
    }

    /// The number of contacts.
    #[inline]
    pub fn len(&self) -> usize {
        self.statuses.len()
    }

    /// Whether there are no contacts.
    pub fn is_empty(&self) -> bool {
        self.statuses.is_empty()
    }

    /// Whether the next contact should start a new block.
    pub fn is_full(&self) -> bool {
        self.len() >= Self::MOST_ROWS || self.texts.iter().any(|column| column.bytes.len() >= Self::MOST_BYTES)
    }

    /// The slot of each field.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The text in a slot of the layout.
    #[inline]
    pub fn text_at(&self, slot: usize, row: usize) -> &str {
        self.texts[slot].get(row)
    }

    /// The text of a field that is kept as text; empty for other fields.
    pub fn text(&self, field: Field, row: usize) -> &str {
        self.layout.text_slot(field).map_or("", |slot| self.text_at(slot, row))
    }

    /// The text of a column that is kept as text; empty for other columns.
    pub fn column(&self, column: Column, row: usize) -> &str {
        self.text(Field::Column(column), row)
    }

    /// The id of the contact in a row.
    pub fn id(&self, row: usize) -> &str {
        // `Column::Id` is the first column, and a text.
        self.text_at(0, row)
    }

    /// The value in a date slot of the layout.
    #[inline]
    pub fn date_at(&self, slot: usize, row: usize) -> Option<FieldDate> {
        let secs = self.dates[slot][row];
        (secs != NO_TIME).then(|| FieldDate { local: DateTime::from_secs(secs), has_time: self.layout.dates[slot].1 })
    }

    /// The value of a field that is kept as a date; `None` if it is empty or kept as text.
    pub fn date(&self, field: Field, row: usize) -> Option<FieldDate> {
        self.layout.date_slot(field).and_then(|slot| self.date_at(slot, row))
    }

    /// The status of the contact's email address.
    #[inline]
    pub fn status(&self, row: usize) -> EmailStatus {
        self.statuses[row]
    }

    /// The contact's time zone, if it has one.
    #[inline]
    pub fn zone(&self, row: usize) -> Option<&Zone> {
        self.zones.get(self.zone_of[row] as usize)
    }

    /// The time zones of the block's contacts, each once.
    pub fn zones(&self) -> &[Zone] {
        &self.zones
    }

    /// When the contact enters, if the list says so.
    #[inline]
    pub fn entered(&self, row: usize) -> Option<Instant> {
        let secs = self.entered[row];
        (secs != NO_TIME).then(|| Instant::from_utc_secs(secs))
    }

    /// The text of a field as written to a contacts file.
    pub fn cell(&self, field: Field, row: usize) -> String {
        match field {
            Field::Column(Column::EmailStatus) => self.status(row).word().to_owned(),
            Field::Column(Column::TimeZone) => self.zone(row).map_or("", Zone::name).to_owned(),
            Field::Column(Column::Entered) => self.entered(row).map(|at| at.to_string()).unwrap_or_default(),
            field => match self.layout.date_slot(field) {
                Some(slot) => self.date_at(slot, row).map(FieldDate::cell).unwrap_or_default(),
                None => self.text(field, row).to_owned(),
            },
        }
    }
}

/// The list of contacts of a run, in blocks. A clone shares the blocks.
#[derive(Clone, Debug, Default)]
pub struct Population {
    blocks: Arc<[Block]>,
}

impl Population {
    /// A list of these blocks, in order.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { blocks: blocks.into() }
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The number of contacts.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// Whether there are no contacts.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Block::is_empty)
    }

    /// An index for looking up many contacts by their position in the list.
    pub fn places(&self) -> Places<'_> {
        let mut before = 0;
        let blocks = self.blocks.iter().map(|block| {
            before += block.len() as u64;
            (before - block.len() as u64, block)
        });
        Places { blocks: blocks.collect() }
    }

    /// The position in the list of the contact with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let mut before = 0;
        for block in self.blocks.iter() {
            if let Some(row) = (0..block.len()).find(|&row| block.id(row) == id) {
                return Some(before + row);
            }
            before += block.len();
        }
        None
    }
}

/// The blocks of a population, each with the position of its first contact.
#[derive(Clone, Debug)]
pub struct Places<'a> {
    blocks: Vec<(u64, &'a Block)>,
}

impl<'a> Places<'a> {
    /// The block and row of the contact at a position in the list; `None` past its end.
    pub fn locate(&self, place: u64) -> Option<(&'a Block, usize)> {
        let behind = self.blocks.partition_point(|&(first, _)| first <= place);
        let &(first, block) = self.blocks.get(behind.checked_sub(1)?)?;
        let row = (place - first) as usize;
        (row < block.len()).then_some((block, row))
    }
}
