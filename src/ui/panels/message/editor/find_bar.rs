//! The bar for find: the text, the count, and the buttons.

use eframe::egui::{self, Id, Key, Modifiers, TextEdit, Ui, vec2};
use lucide_icons::Icon;

use super::find::FindInText;
use crate::ui::controls::look;

/// Draws the bar. Returns whether to close it.
pub(super) fn show(ui: &mut Ui, find: &mut FindInText) -> bool {
    let id = Id::unique("find in the text");
    let mut closes = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if ui.memory(|memory| memory.has_focus(id)) {
            if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Enter)) {
                find.walk(false);
            } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
                find.walk(true);
            }
        }
        let width = (ui.available_width() - 220.0).clamp(90.0, 260.0);
        let field = TextEdit::singleline(&mut find.text).id(id).hint_text("Find in the text").margin(vec2(8.0, 5.0));
        let field = ui.add(field.desired_width(width)).accessible_name("Find in the text");
        if std::mem::take(&mut find.takes_keyboard) {
            field.request_focus();
        }
        let has_any = !find.found.is_empty();
        if look::icon_button_if(ui, has_any, Icon::ChevronUp, "Previous match") {
            find.walk(false);
        }
        if look::icon_button_if(ui, has_any, Icon::ChevronDown, "Next match") {
            find.walk(true);
        }
        closes = look::icon_button(ui, Icon::X, "Close find").clicked();
        let words = find.in_words();
        let told = ui.add(egui::Label::new(egui::RichText::new(words).size(12.0)).truncate());
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(egui::accesskit::Live::Polite));
    });
    closes
}
