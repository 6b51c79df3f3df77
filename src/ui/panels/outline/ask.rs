//! The search list over the outline: what to add here, or which item to connect.

use eframe::egui::{self, Id, Key as Pressed, Modifiers, RichText};

use super::state::OutlineState;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::chooser::ChosenEdit;
use crate::ui::controls::theme::semibold;

/// Draws the list while it is open.
pub fn show(ui: &egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>) {
    let Some(asking) = &mut outline.asking else { return };
    let modal = egui::Modal::new(Id::unique("outline question"))
        .frame(egui::Frame::popup(ui.style()).inner_margin(12.0))
        .show(ui.ctx(), |ui| {
            ui.set_width((ui.ctx().content_rect().width() - 64.0).min(440.0));
            ui.label(RichText::new(&asking.title).family(semibold()));
            asking.chooser.show(ui, panel.theme, panel.sequence_id(), panel.sequence())
        });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Pressed::Escape));
    if let Some(ChosenEdit(Some(edit))) = &modal.inner {
        panel.actions.push(Action::edit(edit.clone()));
    }
    if modal.inner.is_some() || escape || modal.should_close() {
        outline.asking = None;
        outline.walk.take_keyboard();
    }
}
