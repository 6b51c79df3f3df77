//! A long list of rows, of which only those in view are drawn, walked with the arrow keys.

use eframe::egui::{
    self, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, pos2,
    vec2,
};

use super::theme::color;
use crate::picture::theme::{Ink, Theme};

/// In so many frames a row asks for the keyboard: egui hears of a row in the frame after.
const TAKES: u8 = 2;

/// Where a person is in a list.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// The row that the arrow keys go from.
    pub at: usize,
    reveals: bool,
    takes: u8,
}

impl Walk {
    /// The first row.
    pub fn begin(&mut self) {
        (self.at, self.reveals) = (0, true);
    }

    /// Draws the rows in view, and the current one wherever it is: it keeps the keyboard.
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
        self.keys(ui, name, count);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show_viewport(ui, |ui, viewport| {
            let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), high * count as f32), Sense::hover());
            let rect_of = |row: usize| {
                Rect::from_min_size(pos2(all.left(), all.top() + high * row as f32), vec2(all.width(), high))
            };
            if std::mem::take(&mut self.reveals) {
                ui.scroll_to_rect(rect_of(self.at), None);
            }
            if self.takes > 0 {
                self.takes -= 1;
                ui.memory_mut(|memory| memory.request_focus(row_id(name, self.at)));
                ui.ctx().request_repaint();
            }
            let first = (viewport.top() / high).floor().max(0.0) as usize;
            let end = ((viewport.bottom() / high).ceil().max(0.0) as usize).min(count);
            let unseen = (!(first..end).contains(&self.at)).then_some(self.at);
            for row in (first..end).chain(unseen) {
                draw(self, ui, rect_of(row), row);
            }
        });
    }

    /// The widget of a row with its ground. Tab goes to the current row only; the arrow keys go to the others.
    pub fn row(
        &mut self,
        ui: &egui::Ui,
        theme: Theme,
        (name, row): (&str, usize),
        rect: Rect,
        is_chosen: bool,
    ) -> Response {
        let sense = if row == self.at { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, row_id(name, row), sense);
        let ground = rect.expand2(vec2(8.0, 0.0)).with_max_x(rect.right());
        if is_chosen || response.hovered() {
            let fill = if is_chosen { Ink::AccentField } else { Ink::Field };
            ui.painter().rect_filled(ground, 6.0, color(fill, theme));
        }
        if response.has_focus() {
            self.at = row;
            let stroke = Stroke::new(1.5, color(Ink::Accent, theme));
            ui.painter().rect_stroke(ground, 6.0, stroke, StrokeKind::Inside);
        }
        if response.clicked() {
            self.at = row;
            response.request_focus();
        }
        response
    }

    /// Arrows, Page, Home and End go from row to row while one has the keyboard.
    fn keys(&mut self, ui: &egui::Ui, name: &str, count: usize) {
        let id = row_id(name, self.at);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let filter = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = count - 1;
        let to = match () {
            () if pressed(Key::ArrowDown) => (self.at + 1).min(last),
            () if pressed(Key::ArrowUp) => self.at.saturating_sub(1),
            () if pressed(Key::PageDown) => (self.at + 10).min(last),
            () if pressed(Key::PageUp) => self.at.saturating_sub(10),
            () if pressed(Key::Home) => 0,
            () if pressed(Key::End) => last,
            () => return,
        };
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        (self.at, self.reveals, self.takes) = (to, true, TAKES);
    }
}

/// The widget of a row.
fn row_id(name: &str, row: usize) -> Id {
    Id::unique(("row of", name.to_owned(), row))
}
