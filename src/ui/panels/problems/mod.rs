//! The problems: findings in a panel below the canvas, each with its fix.

mod fix_edits;
mod navigation;
mod row;
pub mod state;
mod words;

use self::row::ListedProblem;
use self::state::ProblemsState;
use eframe::egui::{self, Button, EventFilter, Id, RichText};
use lucide_icons::Icon;

use crate::campaign::text::thousands;
use crate::findings::{Finding, Severity};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::walk::PAGE;

/// How high a row is: three lines.
const ROW: f32 = 52.0;
/// Rows for which the list is high enough when it is unfolded.
const ROWS: std::ops::RangeInclusive<usize> = 2..=3;
/// The distance from the upper edge within which it can be dragged.
const EDGE: f32 = 7.0;

/// Draws the panel. Its height changes only when the user folds or unfolds it, so nothing jumps while a track is drawn.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ProblemsState) {
    list(panel, state);
    let frame =
        egui::Frame::new().fill(color(ColorRole::Panel, panel.theme)).inner_margin(egui::Margin::symmetric(16, 6));
    if panel.view.problems != Some(true) {
        state.rows = None;
        egui::Panel::bottom("closed problems").resizable(false).frame(frame).show(ui, |ui| header(ui, panel, None));
        return;
    }
    let high = |rows: usize| 44.0 + ROW * rows as f32;
    let rows_at_first = *state.rows.get_or_insert(state.listed.len().clamp(*ROWS.start(), *ROWS.end()));
    let strip = egui::Panel::bottom(("problems", rows_at_first)).resizable(true);
    let strip = strip.default_size(high(rows_at_first)).size_range(high(*ROWS.start())..=420.0);
    let usual = std::mem::replace(&mut ui.style_mut().interaction.resize_grab_radius_side, EDGE);
    let shown = strip.frame(frame).show(ui, |ui| {
        header(ui, panel, Some(state));
        rows(ui, panel, state);
    });
    ui.style_mut().interaction.resize_grab_radius_side = usual;
    // A grip says that the edge can be dragged.
    let middle = shown.response.rect.center_top() + egui::vec2(0.0, 3.5);
    let grip = egui::Rect::from_center_size(middle, egui::vec2(36.0, 3.0));
    ui.painter().rect_filled(grip, 1.5, color(ColorRole::Line, panel.theme));
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
    let listed: Vec<usize> = (0..panel.findings.len()).filter(is_listed).collect();
    state.alike = words::alike(panel.campaign, panel.findings, &listed);
    state.listed = listed;
    state.of = of;
}

/// The title with the number of problems, and whose contacts they were looked for with. `state` is that of the unfolded
/// list.
fn header(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: Option<&mut ProblemsState>) {
    ui.horizontal(|ui| {
        let unfolded = state.is_some();
        // A hint is no problem: it has its own number.
        let is_problem = |finding: &&Finding| finding.severity != Severity::Hint;
        let number = panel.findings.iter().filter(is_problem).count() as u64;
        let muted = color(ColorRole::Muted, panel.theme);
        if number == 0 {
            ui.label(RichText::new("No problems").color(muted));
            by_severity(ui, panel);
        } else {
            ui.label(RichText::new("Problems").family(semibold()));
            let count = ui.label(RichText::new(thousands(number)).color(muted));
            let spoken = crate::ui::controls::words::count(number, "problem", "problems");
            ui.ctx().accesskit_node_builder(count.id, |node| node.set_value(spoken));
            by_severity(ui, panel);
        }
        if let Some(below) = state.as_ref().map(|state| state.below as u64).filter(|below| *below > 0) {
            ui.add_space(4.0);
            ui.label(RichText::new(format!("{} more below", thousands(below))).size(12.0).color(muted));
        }
        if let Some(state) = state.filter(|_| panel.campaign.sequences.len() > 1) {
            ui.add_space(8.0);
            filter(ui, state);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (glyph, name) = match unfolded {
                true => (Icon::ChevronDown, "Collapse problems"),
                false => (Icon::ChevronUp, "Expand problems"),
            };
            let glyph = RichText::new(char::from(glyph)).family(icon()).size(16.0);
            let fold = ui.add(Button::new(glyph).frame(false)).accessible_name(name);
            if fold.on_hover_text(name).clicked() {
                panel.wants(Action::Run(Command::ShowProblems));
            }
            ui.add_space(8.0);
            let with = panel.checked_with.map_or("Checked without contacts", |said| said.trim_end_matches('.'));
            ui.add(egui::Label::new(RichText::new(with).size(12.0).color(muted)).truncate());
        });
    });
}

/// The number of errors, of warnings and of hints, each with its sign.
fn by_severity(ui: &mut egui::Ui, panel: &DocumentView<'_>) {
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let number = panel.findings.iter().filter(|finding| finding.severity == severity).count() as u64;
        if number == 0 {
            continue;
        }
        let (glyph, ink) = row::sign(severity, panel.theme);
        ui.add_space(4.0);
        let words = crate::ui::controls::words::count(number, severity.word(), &format!("{}s", severity.word()));
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(RichText::new(char::from(glyph)).family(icon()).size(14.0).color(ink));
        let number = ui.label(RichText::new(thousands(number)).size(12.0)).on_hover_text(&words);
        ui.ctx().accesskit_node_builder(number.id, |node| node.set_value(words));
    }
}

fn filter(ui: &mut egui::Ui, state: &mut ProblemsState) {
    let only_here = state.only_here;
    if ui.selectable_label(!only_here, "All sequences").clicked() {
        state.only_here = false;
    }
    if ui.selectable_label(only_here, "This sequence").clicked() {
        state.only_here = true;
    }
}

fn rows(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ProblemsState) {
    let listed = std::mem::take(&mut state.listed);
    if listed.is_empty() && state.only_here && !panel.findings.is_empty() {
        ui.label(RichText::new("No problems in this sequence").color(color(ColorRole::Muted, panel.theme)));
    }
    // The bar has its own space, and says that there are more rows.
    ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
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
        let below = listed.len().saturating_sub((viewport.bottom() / ROW).round().max(0.0) as usize);
        if std::mem::replace(&mut state.below, below) != below {
            ui.ctx().request_repaint();
        }
        for (row, rect) in view.rows() {
            let fixes = state.fixes.of(panel, listed[row]);
            let problem = ListedProblem { place: listed[row], alike: &state.alike, fixes };
            row::show(ui, panel, rect, row_id(row), &problem);
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
