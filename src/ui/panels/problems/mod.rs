//! The problems: findings in a panel below the canvas, each with its fix.

mod goal;
mod row;
pub mod state;
mod words;

use self::state::ProblemsState;
use eframe::egui::{self, Button, EventFilter, Id, RichText};
use lucide_icons::Icon;

use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::walk::PAGE;

/// How high a row is.
const ROW: f32 = 32.0;

/// Draws the panel, if there are findings.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ProblemsState) {
    if panel.findings.is_empty() {
        return;
    }
    list(panel, state);
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 6));
    if !panel.settings.problems {
        egui::Panel::bottom("problems folded").resizable(false).frame(frame).show(ui, |ui| header(ui, panel, state));
        return;
    }
    let high = |rows: usize| 44.0 + ROW * state.listed.len().clamp(1, rows) as f32;
    // The first three are visible, even if the panel was made lower for fewer.
    let strip = egui::Panel::bottom("problems").resizable(true).default_size(high(4)).size_range(high(3)..=420.0);
    strip.frame(frame).show(ui, |ui| {
        header(ui, panel, state);
        rows(ui, panel, state);
    });
}

/// Rebuilds the list if it has changed.
fn list(panel: &DocumentView<'_>, state: &mut ProblemsState) {
    let only_here = state.only_here;
    let of = Some((panel.findings_number, panel.sequence_id(), only_here));
    if state.of == of {
        return;
    }
    let here = panel.sequence_id();
    let is_listed = |place: &usize| !only_here || panel.findings[*place].sequence == Some(here);
    let listed = (0..panel.findings.len()).filter(is_listed).collect();
    state.listed = listed;
    state.of = of;
}

fn header(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ProblemsState) {
    ui.horizontal(|ui| {
        let unfolded = panel.settings.problems;
        ui.label(RichText::new("Problems").family(semibold()));
        let number = panel.findings.len() as u64;
        let count = RichText::new(thousands(number)).color(color(ColorRole::Muted, panel.theme));
        let count = ui.label(count);
        let spoken = crate::ui::controls::words::count(number, "problem", "problems");
        ui.ctx().accesskit_node_builder(count.id, |node| node.set_value(spoken));
        if unfolded && panel.campaign.sequences.len() > 1 {
            ui.add_space(8.0);
            let only_here = state.only_here;
            if ui.selectable_label(!only_here, "All sequences").clicked() {
                state.only_here = false;
            }
            if ui.selectable_label(only_here, "This sequence").clicked() {
                state.only_here = true;
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (glyph, name) = match unfolded {
                true => (Icon::ChevronDown, "Fold problems"),
                false => (Icon::ChevronUp, "Unfold problems"),
            };
            let glyph = RichText::new(char::from(glyph)).family(icon()).size(16.0);
            let fold = ui.add(Button::new(glyph).frame(false)).accessible_name(name);
            if fold.on_hover_text(name).clicked() {
                panel.wants(Action::Run(Command::ShowProblems));
            }
        });
    });
}

fn rows(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ProblemsState) {
    let listed = std::mem::take(&mut state.listed);
    if listed.is_empty() {
        ui.label(RichText::new("No problems in this sequence").color(color(ColorRole::Muted, panel.theme)));
    }
    let area = egui::ScrollArea::vertical().id_salt("problem rows").auto_shrink([false, false]);
    let walk = &mut state.walk;
    walk.at = walk.at.min(listed.len().saturating_sub(1));
    walk.keys(ui, row_id(walk.at), (listed.len(), PAGE), EventFilter::default());
    area.show_viewport(ui, |ui, viewport| {
        // The focused row keeps focus while it is scrolled out of view.
        let current = Some(row_id(walk.at)).filter(|id| !listed.is_empty() && walk.has_keyboard(ui, *id));
        if let Some(current) = current {
            walk.give_keyboard(ui, current);
        }
        let view = walk.lay_out(ui, viewport, (listed.len(), ROW), current);
        let column = row::column(ui, panel, &listed, view.all().width());
        for (row, rect) in view.rows() {
            row::show(ui, panel, rect, row_id(row), listed[row], column);
            if ui.memory(|memory| memory.has_focus(row_id(row))) {
                walk.at = row;
            }
        }
    });
    state.listed = listed;
}

fn row_id(row: usize) -> Id {
    Id::unique(("problem", row))
}
