//! Splits records into cells.

use super::pieces::RecordShape;
use super::records::{plain_cells, quoted_cells};

/// Room for the texts of a row whose cells have quotes.
#[derive(Debug, Default)]
pub struct CellTexts {
    text: String,
    ends: Vec<usize>,
}

impl CellTexts {
    /// Splits a record into cells, and returns how many there are. At most about `most` cells are stored.
    pub fn split<'a>(
        &'a mut self,
        record: &'a str,
        shape: RecordShape,
        delimiter: u8,
        most: usize,
        cells: &mut Vec<&'a str>,
    ) -> usize {
        if shape == RecordShape::Plain {
            return plain_cells(record, delimiter, most, cells);
        }
        let found = quoted_cells(record, delimiter, most, &mut self.text, &mut self.ends);
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        cells.extend(starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end]));
        found
    }
}
