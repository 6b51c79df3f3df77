//! Reads a row.

use crate::contacts::block::ContactRow;
use crate::contacts::consent::WorstStatus;
use crate::contacts::guard::{plain_text, unguarded};
use crate::contacts::reject::Reject;

use super::buffers::RowBuffers;
use super::cell::{CellAt, MadeText};
use super::columns::CellReader;
use super::notes::{CellCounts, CellRemark};
use super::target::CellTarget;

impl CellReader {
    /// Reads a row. `line` is its line in the file; `number` its number among the file's data rows, from 1, rejected
    /// rows included. Missing cells are empty. What the user should know about the cells is noted in `buffers`.
    ///
    /// # Errors
    /// If the row has no identity; if the reader is strict, also if a cell can't be read.
    pub fn row<'a>(
        &'a self,
        cells: &[&'a str],
        (line, number): (u64, u64),
        buffers: &'a mut RowBuffers,
    ) -> Result<ContactRow<'a>, Reject> {
        if cells.len() > self.columns.len() {
            return Err(Reject::TooManyCells { cells: cells.len(), columns: self.columns.len() });
        }
        let mut row = ContactRow {
            texts: vec![""; self.layout.texts().len()],
            dates: vec![None; self.layout.dates().len()],
            ..ContactRow::default()
        };
        let mut texts: Vec<(usize, MadeText)> = Vec::new();
        let mut consent = WorstStatus::default();
        buffers.notes.columns.resize(self.columns.len(), CellCounts::default());
        buffers.number.clear();
        buffers.taken += 1;
        for (place, &target) in self.targets.iter().enumerate() {
            if target == CellTarget::Nothing {
                continue;
            }
            let cell = cells.get(place).map_or("", |cell| if self.exact { unguarded(cell) } else { plain_text(cell) });
            if cell.is_empty() && target != CellTarget::Status {
                buffers.notes.columns[place].empty += 1;
                continue;
            }
            let at = CellAt { place, line, row: cells };
            if target == CellTarget::Status {
                let status = self.status(at, cell, buffers);
                consent.add(self.columns[place].consent, status, place);
                continue;
            }
            self.value(at, target, cell, (&mut row, &mut texts), buffers);
        }
        if let Some(refused) = buffers.refused.take().filter(|_| self.strict) {
            return Err(refused);
        }
        row.status = consent.worst().map_or(self.status_where_empty, |(_, status)| status);
        if let Some(place) = consent.decided_by() {
            let text = cells.get(place).copied().unwrap_or_default();
            buffers.notes.remark((place, line), CellRemark::WorstConsent, text, row.status.label());
        }
        let has_email = !row.texts[self.email_slot].is_empty() || texts.iter().any(|made| made.0 == self.email_slot);
        if self.has_id && row.texts[self.id_slot].is_empty() {
            return Err(Reject::EmptyId);
        }
        if !self.has_id && !has_email {
            buffers.id = format!("row-{number}");
        }
        let buffers: &'a RowBuffers = buffers;
        for (slot, made) in texts {
            row.texts[slot] = made.text(buffers);
        }
        if !self.has_id {
            row.texts[self.id_slot] = if has_email { row.texts[self.email_slot] } else { &buffers.id };
        }
        Ok(row)
    }

    /// Notes the cells of a row with letters that could not be read. Where bytes aren't text, U+FFFD stands for them.
    pub fn note_replaced_letters(&self, cells: &[&str], line: u64, buffers: &mut RowBuffers) {
        for (place, cell) in cells.iter().enumerate() {
            let is_used = self.targets.get(place).is_some_and(|target| *target != CellTarget::Nothing);
            if is_used && cell.contains('\u{FFFD}') {
                buffers.notes.remark((place, line), CellRemark::ReplacedLetters, cell, "");
            }
        }
    }
}
