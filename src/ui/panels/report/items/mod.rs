//! The table of items, grouped by Start, with sums that reconcile; linked with the canvas both ways.

mod columns;
pub(super) mod draw;
mod keys;
mod links;
mod rows;
mod totals;
mod why;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Id, Rect, RichText, Sense, pos2, vec2};

use super::figures::Figures;
use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::picture::theme::Ink;
use crate::report::keap::Hidden;
use crate::ui::controls::theme::color;
use crate::ui::shell::app::Panel;
use columns::Columns;
use rows::Row;
use totals::Totals;

/// How high a row is.
const ROW: f32 = 24.0;

/// What the table keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct List {
    rows: Arc<[Row]>,
    totals: Totals,
    hidden: Hidden,
    /// The most that any item was reached: a whole bar.
    most: u64,
    of: Option<((u64, Instant), bool)>,
    /// Starts whose tracks are folded; none stands for what no Start leads to.
    folded: BTreeSet<Option<ItemRef>>,
    /// The row that the arrow keys go from.
    at: usize,
    /// The item that was last seen selected on the canvas.
    selected: Option<ItemRef>,
    /// The current row is brought into view, and so often in the coming frames it asks for the keyboard.
    reveals: bool,
    takes: u8,
}

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures) {
    let mut list = std::mem::take(&mut panel.view.report.items);
    list.follow(panel, figures);
    let columns = Columns::of(ui.available_width() - 10.0, list.totals.longest(ui));
    draw::head(ui, panel, &columns);
    let below = totals::HEIGHT + if panel.view.report.as_keap { totals::LINE } else { 0.0 };
    let high = (ui.available_height() - below).max(ROW);
    keys::read(ui, &mut list, panel, figures);
    ui.allocate_ui(vec2(ui.available_width(), high), |ui| rows_in_view(ui, &mut list, panel, figures, &columns));
    totals::show(ui, panel, figures, &list, &columns);
    panel.view.report.items = list;
}

fn rows_in_view(ui: &mut egui::Ui, list: &mut List, panel: &mut Panel<'_>, figures: &Figures, columns: &Columns) {
    let area = egui::ScrollArea::vertical().id_salt("report rows").auto_shrink([false, false]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_viewport(ui, |ui, viewport| {
        let rows = Arc::clone(&list.rows);
        if rows.is_empty() {
            ui.add_space(8.0);
            ui.label(RichText::new("Nobody has reached anything yet").color(color(Ink::Muted, panel.theme)));
        }
        let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW * rows.len() as f32), Sense::hover());
        let rect_of =
            |row: usize| Rect::from_min_size(pos2(all.left(), all.top() + ROW * row as f32), vec2(all.width(), ROW));
        if std::mem::take(&mut list.reveals) {
            ui.scroll_to_rect(rect_of(list.at), None);
        }
        if list.takes > 0
            && let Some(row) = rows.get(list.at)
        {
            list.takes -= 1;
            ui.memory_mut(|memory| memory.request_focus(row_id(row)));
            ui.ctx().request_repaint();
        }
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let end = ((viewport.bottom() / ROW).ceil().max(0.0) as usize).min(rows.len());
        // The current row keeps the keyboard while it is scrolled out of view.
        let unseen = (!rows.is_empty() && !(first..end).contains(&list.at)).then_some(list.at);
        for place in (first..end).chain(unseen) {
            draw::row(ui, list, panel, figures, columns, rect_of(place), place, &rows[place]);
        }
    });
}

/// The widget of a row.
fn row_id(row: &Row) -> Id {
    Id::unique(("report row", row.track, row.entry.map(|entry| entry.place)))
}

impl List {
    /// Makes the rows anew after a change, and goes to what was selected on the canvas.
    fn follow(&mut self, panel: &Panel<'_>, figures: &Figures) {
        let of = (figures.of, panel.view.report.as_keap);
        if self.of != Some(of) {
            self.make(figures, of.1);
            self.of = Some(of);
        }
        let selected = panel.view.selection.single().map(|id| panel.place().item(id));
        if self.selected != selected {
            self.selected = selected;
            if let Some(item) = selected {
                self.go_to_item(item, figures, of.1);
            }
        }
    }

    fn make(&mut self, figures: &Figures, as_keap: bool) {
        (self.rows, self.hidden) = rows::rows(figures, as_keap, &self.folded);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        self.totals = Totals::of(figures, as_keap);
        self.most = figures.report.items.iter().map(|row| row.reached).max().unwrap_or(0);
    }

    /// Makes an item's row the current one; its track is unfolded.
    fn go_to_item(&mut self, item: ItemRef, figures: &Figures, as_keap: bool) {
        let of = |entry: &crate::report::tracks::Entry| figures.report.items[entry.row].item == item;
        let Some(track) = figures.tracks.iter().find(|track| track.entries.iter().any(of)) else { return };
        let key = rows::key(track, figures);
        let is_start = track.has_start && track.entries.first().is_some_and(of);
        if !is_start && self.folded.remove(&key) {
            self.make(figures, as_keap);
        }
        if let Some(place) = self.rows.iter().position(|row| row.entry.as_ref().is_some_and(of)) {
            (self.at, self.reveals) = (place, true);
        }
    }

    fn fold(&mut self, row: &Row, folded: bool, figures: &Figures, as_keap: bool) {
        let key = rows::key(&figures.tracks[row.track], figures);
        match folded {
            true => self.folded.insert(key),
            false => self.folded.remove(&key),
        };
        self.make(figures, as_keap);
    }
}
