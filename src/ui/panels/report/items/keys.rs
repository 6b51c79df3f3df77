//! The keys of the table, while one of its rows has the keyboard.

use eframe::egui::{self, EventFilter, FocusDirection, Key, Modifiers};

use super::list::{List, row_id};
use crate::ui::panels::report::figures::Figures;

/// In so many frames a row asks for the keyboard: egui hears of a row in the frame after.
const TAKES: u8 = 2;

/// Arrows, Page, Home and End go from row to row; left and right fold and unfold.
pub fn read(ui: &egui::Ui, list: &mut List, figures: &Figures) {
    let Some(row) = list.rows.get(list.at).copied() else { return };
    let id = row_id(&row);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = list.rows.len() - 1;
    let heading = list.rows[..list.at].iter().rposition(|above| above.is_heading && above.track == row.track);
    let to = match () {
        () if pressed(Key::ArrowDown) => (list.at + 1).min(last),
        () if pressed(Key::ArrowUp) => list.at.saturating_sub(1),
        () if pressed(Key::PageDown) => (list.at + 10).min(last),
        () if pressed(Key::PageUp) => list.at.saturating_sub(10),
        () if pressed(Key::Home) => 0,
        () if pressed(Key::End) => last,
        () if pressed(Key::ArrowRight) => {
            if row.is_heading && row.is_folded {
                list.fold(&row, false, figures);
            }
            list.at
        }
        () if pressed(Key::ArrowLeft) => match heading {
            _ if row.is_heading => {
                list.fold(&row, true, figures);
                list.at
            }
            heading => heading.unwrap_or(list.at),
        },
        () => return,
    };
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    (list.at, list.reveals, list.takes) = (to, true, TAKES);
}
