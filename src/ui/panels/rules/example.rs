//! A timer, its arrivals, and what happens to them.

use eframe::egui::{self, Color32, Frame, Margin, RichText};

use super::shown::ShownExample;
use super::words::outcome;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{dates, focus, look};
use crate::workbench::examples::ExampleRow;

/// Draws an example; `place` tells it from the others of the page.
pub(super) fn show(ui: &mut egui::Ui, panel: &Panel<'_>, example: &mut ShownExample, place: usize) {
    let muted = color(ColorRole::Muted, panel.theme);
    let frame = Frame::new().fill(color(ColorRole::Field, panel.theme)).corner_radius(8.0);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(RichText::new(format!("Example: {}", example.sentence)).color(muted));
        for row in &example.rows {
            ui.horizontal_wrapped(|ui| line(ui, panel.settings, row, muted));
        }
        let name = if example.is_open { "Hide the steps" } else { "Why?" };
        let why = focus::keyed(ui, &format!("why {place}"), |ui| look::link(ui, name));
        if why.accessible_name(format!("{name} {}", example.sentence)).clicked() {
            example.is_open = !example.is_open;
        }
        if example.is_open {
            example.rows.iter().for_each(|row| steps(ui, panel.settings, row, muted));
        }
    });
}

/// The steps of one arrival, below a line that says which one it is, and in which zone its times are.
fn steps(ui: &mut egui::Ui, settings: &Settings, row: &ExampleRow, muted: Color32) {
    let arrival = format!("Arrives {}, {} time", dates::date_time(settings, row.arrival), row.clock.place());
    ui.add_space(2.0);
    ui.label(RichText::new(arrival).color(muted).family(semibold()));
    for sentence in &row.sentences {
        ui.label(RichText::new(format!("• {sentence}")));
    }
}

fn line(ui: &mut egui::Ui, settings: &Settings, row: &ExampleRow, muted: Color32) {
    let text = format!("{} → {}", dates::date_time(settings, row.arrival), outcome(settings, row.answer));
    ui.label(RichText::new(text).family(semibold()));
    for more in [&row.waited, &row.note] {
        if !more.is_empty() {
            ui.label(RichText::new(more).color(muted));
        }
    }
}
