//! A list of rows that is walked with the keyboard: the outline, the problems, the rows of the report, and search
//! results below a text field.
//!
//! [`pressed`] reads the direction of a key, [`RowMove::from`] computes the row that it leads to. A [`ListWalk`] is a
//! list whose current row has focus. It draws the visible rows, and the current row even if it is out of view, so that
//! it keeps focus. Tab reaches only the current row; arrow keys reach the others.

use eframe::egui::{
    self, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, pos2,
    vec2,
};

use super::focus;
use super::theme::color;
use crate::picture::theme::{ColorRole, Theme};

/// Number of frames in which a row requests focus. One frame is not enough: egui learns of a row a frame late, and a
/// closed overlay releases focus a frame late. Also, an edit may put another row in this place.
const TAKES: u8 = 3;

/// Rows that Page Up and Page Down move, in a list with low rows.
pub const PAGE: usize = 10;

/// A way to go in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RowMove {
    Next,
    Previous,
    PageDown,
    PageUp,
    First,
    Last,
}

/// What comes after the last row, and before the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterLastRow {
    /// Nothing: the current row stays the same.
    Stop,
    /// The row at the other end.
    GoRound,
}

/// Consumes a key that moves in a list: arrows, Page keys, Home and End. In a text field, Home and End are left to the
/// field.
pub fn pressed(ui: &egui::Ui, is_in_field: bool) -> Option<RowMove> {
    let keys = [
        (Key::ArrowDown, RowMove::Next),
        (Key::ArrowUp, RowMove::Previous),
        (Key::PageDown, RowMove::PageDown),
        (Key::PageUp, RowMove::PageUp),
        (Key::Home, RowMove::First),
        (Key::End, RowMove::Last),
    ];
    let keys = if is_in_field { &keys[..4] } else { &keys };
    let found = keys.iter().find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
    found.map(|(_, way)| *way)
}

impl RowMove {
    /// The index of the row that the move leads to from row `at`. The list has `count` rows; a page has `page` rows.
    pub fn from(self, at: usize, count: usize, page: usize, ends: AfterLastRow) -> usize {
        let last = count.saturating_sub(1);
        match (self, ends) {
            (RowMove::Next, AfterLastRow::GoRound) if at >= last => 0,
            (RowMove::Previous, AfterLastRow::GoRound) if at == 0 => last,
            (RowMove::Next, _) => (at + 1).min(last),
            (RowMove::Previous, _) => at.saturating_sub(1).min(last),
            (RowMove::PageDown, _) => (at + page).min(last),
            (RowMove::PageUp, _) => at.saturating_sub(page).min(last),
            (RowMove::First, _) => 0,
            (RowMove::Last, _) => last,
        }
    }
}

/// Stops a pressed arrow key from moving focus, as egui would do in the frame in which a widget gets focus.
pub fn stay(ui: &egui::Ui) {
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
}

/// The state of a list.
#[derive(Clone, Debug, Default)]
pub struct ListWalk {
    /// The index of the current row.
    pub at: usize,
    reveals: bool,
    takes: u8,
}

/// The rows of a list that are to be drawn.
pub struct InView {
    all: Rect,
    high: f32,
    rows: std::ops::Range<usize>,
    /// The current row, if it is scrolled out of view.
    unseen: Option<usize>,
}

impl InView {
    /// Each row with its rectangle.
    pub fn rows(&self) -> impl Iterator<Item = (usize, Rect)> {
        self.rows.clone().chain(self.unseen).map(|row| (row, row_rect(self.all, self.high, row)))
    }

    /// The rectangle of all rows together.
    pub fn all(&self) -> Rect {
        self.all
    }
}

fn row_rect(all: Rect, high: f32, row: usize) -> Rect {
    Rect::from_min_size(pos2(all.left(), all.top() + high * row as f32), vec2(all.width(), high))
}

impl ListWalk {
    /// Makes the first row the current one.
    pub fn begin(&mut self) {
        self.go_to(0);
    }

    /// Makes a row the current one, and scrolls it into view.
    pub fn go_to(&mut self, row: usize) {
        (self.at, self.reveals) = (row, true);
    }

    /// Focuses the current row when it is next drawn.
    pub fn take_keyboard(&mut self) {
        self.takes = TAKES;
    }

    /// Cancels a request of [`ListWalk::take_keyboard`].
    pub fn leave_keyboard(&mut self) {
        self.takes = 0;
    }

    /// Whether the current row, with this widget id, has focus or will get it.
    pub fn has_keyboard(&self, ui: &egui::Ui, id: Id) -> bool {
        self.takes > 0 || ui.memory(|memory| memory.has_focus(id))
    }

    /// Moves from row to row with arrow keys, Page keys, Home and End, while the current row, with this widget id, has
    /// focus. The keys in `more` don't move focus either. Returns whether such a key was pressed.
    pub fn keys(&mut self, ui: &egui::Ui, id: Id, (count, page): (usize, usize), more: EventFilter) -> bool {
        if !ui.memory(|memory| memory.has_focus(id)) {
            return false;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, EventFilter { vertical_arrows: true, ..more }));
        let Some(way) = pressed(ui, false) else { return false };
        stay(ui);
        self.go_to(way.from(self.at, count, page, AfterLastRow::Stop));
        self.take_keyboard();
        true
    }

    /// Lays out the rows of a list in a scroll area, and scrolls to the current row if that was requested. `current` is
    /// the current row's widget id; if it is `None`, that row isn't drawn while it is out of view.
    pub fn lay_out(
        &mut self,
        ui: &mut egui::Ui,
        viewport: Rect,
        (count, high): (usize, f32),
        current: Option<Id>,
    ) -> InView {
        let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), high * count as f32), Sense::hover());
        if current.is_some() && std::mem::take(&mut self.reveals) {
            ui.scroll_to_rect(row_rect(all, high, self.at), None);
        }
        let first = (viewport.top() / high).floor().max(0.0) as usize;
        let end = ((viewport.bottom() / high).ceil().max(0.0) as usize).min(count);
        let unseen = current.is_some() && !(first..end).contains(&self.at);
        InView { all, high, rows: first..end, unseen: unseen.then_some(self.at) }
    }

    /// Focuses the current row, with this widget id, if that was requested.
    pub fn give_keyboard(&mut self, ui: &egui::Ui, id: Id) {
        if self.takes > 0 {
            self.takes -= 1;
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.ctx().request_repaint();
        }
    }

    /// The sense of a row: each can be clicked, but Tab reaches only the current row.
    pub fn sense(&self, row: usize) -> Sense {
        if row == self.at { Sense::click() } else { Sense::CLICK }
    }

    /// Draws the widget of a row with its background. A click makes the row the current one.
    pub fn row(
        &mut self,
        ui: &egui::Ui,
        theme: Theme,
        (id, row): (Id, usize),
        rect: Rect,
        is_chosen: bool,
    ) -> Response {
        let response = ui.interact(rect, id, self.sense(row));
        let ground = rect.expand2(vec2(8.0, 0.0)).with_max_x(rect.right());
        if is_chosen || response.hovered() {
            let fill = if is_chosen { ColorRole::AccentField } else { ColorRole::Field };
            ui.painter().rect_filled(ground, 6.0, color(fill, theme));
        }
        if focus::shows_itself(&response) {
            self.at = row;
            let stroke = Stroke::new(1.5, color(ColorRole::Accent, theme));
            ui.painter().rect_stroke(ground, 6.0, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            self.at = row;
            response.request_focus();
        }
        response
    }

    /// Draws a list whose rows are identified by their index, and handles its keys. `name` makes the ids of the rows
    /// unique.
    pub fn rows(
        &mut self,
        ui: &mut egui::Ui,
        (name, count, high): (&str, usize, f32),
        mut draw: impl FnMut(&mut Self, &mut egui::Ui, Rect, usize),
    ) {
        if count == 0 {
            return;
        }
        self.at = self.at.min(count - 1);
        self.keys(ui, row_id(name, self.at), (count, PAGE), EventFilter::default());
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
            let current = row_id(name, self.at);
            self.give_keyboard(ui, current);
            for (row, rect) in self.lay_out(ui, viewport, (count, high), Some(current)).rows() {
                draw(self, ui, rect, row);
            }
        });
    }
}

/// The widget id of a row of [`ListWalk::rows`].
pub fn row_id(name: &str, row: usize) -> Id {
    Id::unique(("row of", name.to_owned(), row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_stops_at_the_ends_or_goes_round() {
        let from = |at, ends| {
            let ways =
                [RowMove::Next, RowMove::Previous, RowMove::PageDown, RowMove::PageUp, RowMove::First, RowMove::Last];
            ways.map(|way| way.from(at, 30, 10, ends))
        };
        assert_eq!(from(0, AfterLastRow::Stop), [1, 0, 10, 0, 0, 29]);
        assert_eq!(from(29, AfterLastRow::Stop), [29, 28, 29, 19, 0, 29]);
        assert_eq!(from(0, AfterLastRow::GoRound), [1, 29, 10, 0, 0, 29]);
        assert_eq!(from(29, AfterLastRow::GoRound), [0, 28, 29, 19, 0, 29]);
    }

    #[test]
    fn a_list_that_became_shorter_is_not_left() {
        let ways =
            [RowMove::Next, RowMove::Previous, RowMove::PageDown, RowMove::PageUp, RowMove::First, RowMove::Last];
        for ends in [AfterLastRow::Stop, AfterLastRow::GoRound] {
            assert!(ways.iter().all(|way| way.from(40, 3, 10, ends) < 3));
            assert!(ways.iter().all(|way| way.from(40, 0, 10, ends) == 0));
        }
    }
}
