//! Headings of the reference.

use eframe::egui::{self, Rect, RichText};

use crate::ui::controls::theme::semibold;

/// A heading that screen readers can jump to.
pub fn heading(ui: &mut egui::Ui, text: &str, level: usize, size: f32) -> Rect {
    let label = ui.label(RichText::new(text).family(semibold()).size(size));
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(egui::Role::Heading);
        node.set_level(level);
        node.clear_value();
        node.set_label(text);
    });
    label.rect
}
