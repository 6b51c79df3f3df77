//! Converts contacts from another source to contacts typed by hand.

use eframe::egui::Ui;

use crate::ui::controls::look;
use crate::workbench::population::by_hand::MOST;

/// The button that converts contacts to typed ones. If there are too many, only the first are converted.
pub fn button(ui: &mut Ui, count: u64) -> bool {
    let is_few = count <= MOST as u64;
    let words = if is_few { "Edit by hand".to_owned() } else { format!("Edit the first {MOST} by hand") };
    let clicked = ui.add_enabled_ui(count > 0, |ui| ui.button(words).clicked()).inner;
    if !is_few {
        look::hint(ui, &format!("More than {MOST} can't be edited by hand: the others would no longer take part."));
    }
    clicked
}
