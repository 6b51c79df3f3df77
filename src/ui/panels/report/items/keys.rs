//! The keys of the table, while one of its rows has focus.

use eframe::egui::{self, EventFilter, Key, Modifiers};

use super::list::{ItemTableState, row_id};
use crate::ui::controls::walk::{self, PAGE};
use crate::ui::panels::report::figures::Figures;

/// Arrow keys, Page, Home and End move from row to row; Left and Right fold and unfold.
pub fn read(ui: &egui::Ui, list: &mut ItemTableState, figures: &Figures) {
    let Some(row) = list.rows.get(list.walk.at).copied() else { return };
    let id = row_id(&row);
    let sideways = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    if !ui.memory(|memory| memory.has_focus(id)) || list.walk.keys(ui, id, (list.rows.len(), PAGE), sideways) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let above = &list.rows[..list.walk.at];
    let heading = above.iter().rposition(|above| above.is_heading && above.track == row.track);
    match () {
        () if pressed(Key::ArrowRight) => {
            if row.is_heading && row.is_folded {
                list.fold(&row, false, figures);
            }
        }
        () if pressed(Key::ArrowLeft) => match heading {
            _ if row.is_heading => list.fold(&row, true, figures),
            Some(heading) => list.walk.go_to(heading),
            None => {}
        },
        () => return,
    }
    walk::stay(ui);
    list.walk.go_to(list.walk.at);
    list.walk.take_keyboard();
}
