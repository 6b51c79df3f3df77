//! Where the rows and cells of the table are.

use eframe::egui::{Rect, pos2, vec2};

use crate::campaign::fields::Field;
use crate::ui::controls::form::Form;
use crate::ui::panels::population::cell;
use crate::workbench::population::by_hand::CellFault;

/// The height of a contact's row, and of the two lines below it that show an error.
pub(super) const ROW: f32 = 32.0;
const FAULT: f32 = 34.0;
pub(super) const HEADER: f32 = 22.0;
/// The width of the number before each contact, and of the button at the right edge.
pub(super) const NUMBER: f32 = 28.0;
pub(super) const REMOVE: f32 = 38.0;
const GAP: f32 = 4.0;
/// Extra rows that are drawn outside the view, so that Tab can reach them.
const BEYOND: usize = 2;

/// The layout of rows and cells.
pub(super) struct Grid<'a> {
    pub(super) keys: &'a [String],
    pub(super) fields: Vec<Option<Field>>,
    pub(super) widths: Vec<f32>,
    /// The distance of each row from the header's end; the last value is the end of the last row.
    pub(super) tops: Vec<f32>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(form: &Form<'_>, keys: &'a [String], people: usize, faults: &[CellFault]) -> Self {
        let fields: Vec<Option<Field>> = keys.iter().map(|key| Field::named(key, &form.campaign.directory)).collect();
        let widths = fields.iter().map(|field| cell::width(*field, form)).collect();
        let mut faults = faults.iter().peekable();
        let mut top = 0.0;
        let mut tops = Vec::with_capacity(people + 1);
        for place in 0..people {
            tops.push(top);
            top += ROW + if faults.next_if(|fault| fault.place == place).is_some() { FAULT } else { 0.0 };
        }
        tops.push(top);
        Self { keys, fields, widths, tops }
    }

    pub(super) fn width(&self) -> f32 {
        NUMBER + self.widths.iter().map(|width| width + GAP).sum::<f32>() + REMOVE
    }

    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The rows between two heights, and some more.
    pub(super) fn between(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let rows = self.tops.len() - 1;
        let first = self.tops.partition_point(|row| *row <= top).saturating_sub(1 + BEYOND);
        let end = (self.tops.partition_point(|row| *row < bottom) + BEYOND).min(rows);
        first.min(end)..end
    }

    /// The left edge of each cell.
    pub(super) fn lefts(&self) -> impl Iterator<Item = f32> + '_ {
        self.widths.iter().scan(NUMBER, |left, width| {
            let at = *left;
            *left += width + GAP;
            Some(at)
        })
    }

    /// The row of a contact in the table's rectangle.
    pub(super) fn row(&self, all: Rect, place: usize) -> Rect {
        let top = all.top() + HEADER + self.tops[place];
        Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), self.tops[place + 1] - self.tops[place]))
    }
}
