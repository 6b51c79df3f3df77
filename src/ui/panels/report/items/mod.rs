//! The table of items, grouped by Start, with sums that reconcile; linked with the canvas both ways.

mod columns;
pub(super) mod draw;
mod keys;
mod links;
pub mod list;
mod rows;
mod sums;
mod totals;
mod why;

use self::list::{ItemTableState, row_id};
use std::sync::Arc;

use eframe::egui::{self, RichText, vec2};

use super::figures::Figures;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::color;
use columns::ItemColumns;

/// How high a row is.
const ROW: f32 = 24.0;

/// Draws the table of items.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, list: &mut ItemTableState, figures: &Figures, as_keap: bool) {
    list.follow(panel, figures, as_keap);
    let columns = ItemColumns::of(ui.available_width() - 10.0, list.totals.longest(ui));
    draw::head(ui, panel, &columns, list.most);
    let below = sums::HEIGHT + if as_keap { sums::LINE } else { 0.0 };
    let high = (ui.available_height() - below).max(ROW);
    keys::read(ui, list, figures);
    ui.allocate_ui(vec2(ui.available_width(), high), |ui| rows_in_view(ui, list, panel, figures, &columns));
    sums::show(ui, panel, figures, list, &columns);
}

fn rows_in_view(
    ui: &mut egui::Ui,
    list: &mut ItemTableState,
    panel: &mut Panel<'_>,
    figures: &Figures,
    columns: &ItemColumns,
) {
    let area = egui::ScrollArea::vertical().id_salt("report rows").auto_shrink([false, false]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_viewport(ui, |ui, viewport| {
        let rows = Arc::clone(&list.rows);
        if rows.is_empty() {
            ui.add_space(8.0);
            ui.label(RichText::new("No contact has reached an item yet").color(color(ColorRole::Muted, panel.theme)));
        }
        let current = rows.get(list.walk.at).map(row_id);
        if let Some(current) = current {
            list.walk.give_keyboard(ui, current);
        }
        // The current row keeps focus while it is scrolled out of view.
        for (place, rect) in list.walk.lay_out(ui, viewport, (rows.len(), ROW), current).rows() {
            draw::row(ui, list, panel, figures, columns, rect, place, &rows[place]);
        }
    });
}
