//! The rules reference: questions in everyday words at the left, and the answer with its pictures, examples and precise
//! rules at the right.
//!
//! An explanation links here by the id of a question, a topic or a rule.

mod example;
mod heading;
mod list;
mod page;
mod pictures;
mod precise;
mod shown;
pub mod state;
mod table;
mod words;

use eframe::egui::{self, Align, Button, Id, Key, Modifiers, RichText, UiBuilder, vec2};
use lucide_icons::Icon;

use self::heading::heading;
use self::page::COLUMN;
use self::state::RulesState;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::theme::{color, icon};

/// The widest and the narrowest list of questions.
const LIST: std::ops::RangeInclusive<f32> = 230.0..=370.0;
/// The space between list and page.
const GAP: f32 = 20.0;

/// Draws the overlay while it is open.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, reference: &mut RulesState) {
    let Overlay::Rules(link) = panel.view.overlay.clone() else {
        reference.is_open = false;
        return;
    };
    // A link is only followed once.
    if link.is_some() {
        panel.wants(Action::Show(Overlay::Rules(None)));
    }
    if !std::mem::replace(&mut reference.is_open, true) {
        reference.open(link.as_deref());
    } else if let Some(link) = link {
        reference.go_to(&link);
    }
    let screen = ui.ctx().content_rect();
    let mut closes = false;
    let frame = egui::Frame::popup(ui.style()).inner_margin(14.0);
    let modal = egui::Modal::new(Id::unique("rules")).frame(frame).show(ui.ctx(), |ui| {
        let width = (screen.width() - 56.0).min(COLUMN + LIST.end() + GAP);
        ui.set_width(width);
        closes = head(ui);
        ui.add_space(2.0);
        let size = vec2(width, (screen.height() - 120.0).clamp(200.0, 720.0));
        let (room, _) = ui.allocate_exact_size(size, egui::Sense::hover());
        let left = room.with_max_x(room.left() + (width * 0.36).clamp(*LIST.start(), *LIST.end()));
        let right = room.with_min_x(left.right() + GAP);
        let line = left.right() + GAP / 2.0;
        ui.painter().vline(line, room.y_range(), (1.0, color(ColorRole::Line, panel.theme)));
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("questions"), |ui| list::show(ui, panel, reference));
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("answer"), |ui| page::show(ui, panel, reference));
    });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if closes || escape || modal.should_close() {
        panel.wants(Action::Close);
        reference.is_open = false;
    }
}

/// The title. Returns whether to close.
fn head(ui: &mut egui::Ui) -> bool {
    let mut closes = false;
    ui.horizontal(|ui| {
        heading(ui, "Rules", 1, 18.0);
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let glyph = RichText::new(char::from(Icon::X)).family(icon()).size(16.0);
            let close = ui.add(Button::new(glyph).frame(false)).accessible_name("Close rules");
            closes = close.on_hover_text("Close rules").clicked();
        });
    });
    closes
}
