//! The head of the report: its tabs, facts about the run, and the switch for Keap's view.

use eframe::egui::{self, Align2, FontId, Rect, Role, Sense, WidgetInfo, pos2, vec2};

use lucide_icons::Icon;

use super::state::{ReportState, ReportTab};
use crate::calendar::timer::{DayCount, FieldTimersRead};
use crate::calendar::zone::data_version;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::focus;
use crate::ui::controls::look;
use crate::ui::controls::segments::chip;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;

/// How high the head is.
const HEIGHT: f32 = 38.0;
/// The width of the choice of the rehearsal.
const CHOICE: f32 = 180.0;

/// Draws the head of the report.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut ReportState) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), HEIGHT),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            let gap = if ui.available_width() > 1_000.0 { 24.0 } else { 12.0 };
            ui.spacing_mut().item_spacing.x = gap;
            for tab in ReportTab::ALL {
                if button(ui, panel.theme, tab, state.tab == tab).clicked() {
                    state.tab = tab;
                }
            }
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if look::filled_with(ui, Icon::Download, "Export", "Export the report").clicked() {
                    panel.wants(Action::Run(Command::ExportAll));
                }
                if state.tab == ReportTab::Items {
                    as_keap(ui, &mut state.as_keap);
                }
                rehearsal(ui, panel);
                facts(ui, panel);
            });
        },
    );
    let line = ui.cursor().top();
    let across = ui.max_rect().x_range().expand(16.0);
    ui.painter().hline(across, line - 1.0, egui::Stroke::new(1.0, color(ColorRole::Line, panel.theme)));
}

fn button(ui: &mut egui::Ui, theme: Theme, tab: ReportTab, is_on: bool) -> egui::Response {
    let ink = color(if is_on { ColorRole::Accent } else { ColorRole::Muted }, theme);
    let font = if is_on { FontId::new(13.5, semibold()) } else { FontId::proportional(13.5) };
    // As wide as when it is selected, so that nothing moves.
    let widest = ui.painter().layout_no_wrap(tab.label().to_owned(), FontId::new(13.5, semibold()), ink).rect.width();
    let (rect, response) = ui.allocate_exact_size(vec2(widest + 8.0, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, tab.label()));
    let hovered = response.hovered() && !is_on;
    let ink = if hovered { color(ColorRole::Text, theme) } else { ink };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, tab.label(), font, ink);
    if is_on {
        let under = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 4.0), pos2(rect.right(), rect.bottom() - 1.0));
        ui.painter().rect_filled(under, 1.5, ink);
    }
    if focus::shows_itself(&response) {
        let stroke = egui::Stroke::new(1.5, color(ColorRole::Accent, theme));
        ui.painter().rect_stroke(rect.shrink2(vec2(-2.0, 5.0)), 6.0, stroke, egui::StrokeKind::Inside);
    }
    response
}

/// The switch of the table of items; the other tabs hide nothing.
fn as_keap(ui: &mut egui::Ui, is_on: &mut bool) {
    let response = chip(ui, *is_on, "As in Keap’s report", "As in Keap’s report", 0.0);
    let tip = "Hides the rows that Keap’s report doesn’t have: drafts, items that are not set up, and items that no \
               contact has reached. The line below the table says how many are hidden. Nothing else changes: all \
               numbers, the rehearsal and exported files stay the same.";
    if response.on_hover_text(tip).clicked() {
        *is_on = !*is_on;
    }
}

/// The rehearsal that the report is of: a choice, if the sequence has several. A saved run has no choice.
fn rehearsal(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let sequence = panel.sequence_id();
    let names: Vec<String> = panel.campaign.rehearsals_of(sequence).map(|rehearsal| rehearsal.name.clone()).collect();
    if names.len() < 2 || panel.rehearsing.reopened().is_some() || ui.available_width() < 2.0 * CHOICE {
        return;
    }
    let now = panel.rehearsing.name_of(panel.campaign, sequence);
    if let Some(PickedOption::Option(place)) = bare(ui, "Rehearsal", &now, &names, &[], CHOICE) {
        panel.wants(Action::Rehearse(Rehearse::Choose(names[place].clone())));
    }
}

/// Facts about the run: `10,000 contacts · 1 day is the next date, not 24 hours`. The rest is in the tooltip.
fn facts(ui: &mut egui::Ui, panel: &RehearsalView<'_>) {
    let Some(run) = panel.rehearsing.shown() else { return };
    let rules = run.scene.campaign.rules;
    let people = words::people(run.contacts());
    let days = match rules.day_count {
        DayCount::CalendarDays => "1 day is the next date, not 24 hours",
        DayCount::ElapsedDays => "1 day ends at the same time the next day",
    };
    let reads = match rules.field_timers_read {
        FieldTimersRead::AtEntry => "Date fields are read when a contact enters the sequence",
        FieldTimersRead::OnArrival => "Date fields are read when a contact reaches the timer",
    };
    let whole = format!("{people} · {days}");
    let tip = format!("{reads}. Zone data: {}.", data_version());
    let room = ui.available_width() - 12.0;
    let ink = color(ColorRole::Muted, panel.theme);
    let wide = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), FontId::proportional(12.0), ink).rect.width();
    // A part of the facts is better than a cut sentence.
    let Some((text, width)) = [&whole, &people].map(|text| (text, wide(text))).into_iter().find(|(_, w)| *w <= room)
    else {
        return;
    };
    // Centred in the free space.
    ui.add_space(((room - width) / 2.0).max(0.0));
    ui.label(egui::RichText::new(text).size(12.0).color(ink)).on_hover_text(format!("{whole}. {tip}"));
}
