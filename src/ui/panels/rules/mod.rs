//! The rules reference: every rule with its origin, and an example that the engine computes.
//!
//! An explanation links here by a rule's id or a section's number.

mod entry;
mod heading;
pub mod state;

use eframe::egui::{self, Align, Button, Id, Key, Modifiers, Rect, RichText, TextEdit, vec2};
use lucide_icons::Icon;

use self::heading::heading;
use self::state::RulesState;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::theme::{color, icon};
use crate::workbench::rules::SECTIONS;

/// Longest lines, in points: longer ones are hard to read.
const COLUMN: f32 = 640.0;

/// Draws the overlay while it is open.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, reference: &mut RulesState) {
    let Overlay::Rules(section) = panel.view.overlay.clone() else {
        reference.is_open = false;
        return;
    };
    // A link is only followed once.
    if section.is_some() {
        panel.wants(Action::Show(Overlay::Rules(None)));
    }
    if !std::mem::replace(&mut reference.is_open, true) {
        reference.open(section);
    } else if let Some(section) = section {
        reference.show_all();
        reference.go_to = Some(section);
    }
    let screen = ui.ctx().content_rect();
    let mut closes = false;
    let frame = egui::Frame::popup(ui.style()).inner_margin(14.0);
    let modal = egui::Modal::new(Id::unique("rules")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width((screen.width() - 80.0).min(COLUMN + 80.0));
        closes = head(ui, reference, panel);
        ui.add_space(4.0);
        let area = egui::ScrollArea::vertical().id_salt("rules").auto_shrink([false, false]);
        let height = (screen.height() - 220.0).max(160.0);
        area.max_height(height).min_scrolled_height(height).show(ui, |ui| {
            ui.set_max_width((ui.available_width() - 16.0).min(COLUMN));
            body(ui, reference, panel);
        });
    });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if closes || escape || modal.should_close() {
        panel.wants(Action::Close);
        reference.is_open = false;
    }
}

/// The title, the search field and the sections. Returns whether to close.
fn head(ui: &mut egui::Ui, reference: &mut RulesState, panel: &Panel<'_>) -> bool {
    let mut closes = false;
    ui.horizontal(|ui| {
        heading(ui, "Rules", 1, 18.0);
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let glyph = RichText::new(char::from(Icon::X)).family(icon()).size(16.0);
            let close = ui.add(Button::new(glyph).frame(false)).accessible_name("Close rules");
            closes = close.on_hover_text("Close rules").clicked();
        });
    });
    let field = TextEdit::singleline(&mut reference.text)
        .id(Id::unique("search rules"))
        .hint_text("Search the rules")
        .desired_width(f32::INFINITY)
        .margin(vec2(10.0, 7.0));
    let field = ui.add(field).accessible_name("Search the rules");
    if reference.takes_keyboard && !ui.is_sizing_pass() {
        reference.takes_keyboard = false;
        field.request_focus();
    }
    if field.changed() {
        reference.search();
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (number, title) in SECTIONS {
            let text = RichText::new(format!("{number} {title}")).small().color(color(ColorRole::Accent, panel.theme));
            if ui.add(Button::new(text)).clicked() {
                reference.show_all();
                reference.go_to = Some((*number).to_owned());
            }
        }
    });
    closes
}

fn body(ui: &mut egui::Ui, reference: &mut RulesState, panel: &Panel<'_>) {
    let RulesState { worked, fitting, go_to, .. } = reference;
    if fitting.is_empty() {
        ui.label(RichText::new("No rule says that").color(color(ColorRole::Muted, panel.theme)));
    }
    let mut section = "";
    for place in fitting.iter() {
        let worked = &mut worked[*place];
        let rule = worked.rule;
        if rule.section != section {
            section = rule.section;
            let title = SECTIONS.iter().find(|(number, _)| *number == section).map_or("", |(_, title)| title);
            ui.add_space(12.0);
            let at = heading(ui, &format!("{section} {title}"), 2, 16.0);
            arrive(ui, go_to, section, at);
        }
        ui.add_space(8.0);
        let at = entry::show(ui, worked, panel.theme);
        arrive(ui, go_to, rule.id, at);
    }
    // A link without a target is dropped.
    *go_to = None;
}

/// Scrolls to the target of a link.
fn arrive(ui: &egui::Ui, go_to: &mut Option<String>, name: &str, at: Rect) {
    if go_to.as_deref() == Some(name) {
        *go_to = None;
        ui.scroll_to_rect(at, Some(Align::TOP));
    }
}
