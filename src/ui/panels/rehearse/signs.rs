//! The glyph, colour and word for each state.

use eframe::egui::{self, Align2, Color32, FontId, Pos2, Stroke};
use lucide_icons::Icon;

use crate::calendar::{Instant, Zone};
use crate::campaign::item::Item;
use crate::picture::theme::{Ink, Theme};
use crate::simulate::outcome::{Outcome, Status};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;
use crate::ui::controls::theme::{color, icon};

/// The glyph and colour of an outcome: those of the badges on the canvas.
pub fn outcome(outcome: Outcome) -> (Icon, Ink) {
    match outcome {
        Outcome::Ran => (Icon::Check, Ink::Ran),
        Outcome::Waiting => (Icon::Clock, Ink::Waiting),
        Outcome::Held => (Icon::Hand, Ink::Held),
        Outcome::Skipped(_) => (Icon::CornerUpRight, Ink::Skipped),
    }
}

/// The glyph and colour of a contact's status.
pub fn status(status: Status) -> (Icon, Ink) {
    match status {
        Status::Active => (Icon::Clock, Ink::Waiting),
        Status::Held => (Icon::Hand, Ink::Held),
        Status::FellOut => (Icon::LogOut, Ink::Skipped),
        Status::Queued => (Icon::Check, Ink::Ran),
        Status::NotEntered => (Icon::CircleDashed, Ink::Muted),
    }
}

/// The name of an item for display.
pub fn name(item: &Item) -> &str {
    if item.name.trim().is_empty() { item.kind.label() } else { &item.name }
}

/// `Tue 17 Mar 10:30` in a zone's local time; with its year if that isn't the clock's.
pub fn moment(settings: &Settings, at: Instant, zone: &Zone, clock: Instant) -> String {
    let wall = zone.wall_at(at);
    match wall.day().civil().0 == zone.day_at(clock).civil().0 {
        true => format!("{} {}", dates::near(settings, wall.day()), dates::clock(settings, wall)),
        false => dates::moment(settings, wall),
    }
}

/// A glyph in a circle.
pub fn circle(painter: &egui::Painter, middle: Pos2, glyph: Icon, ink: Ink, theme: Theme) {
    painter.circle(middle, 10.5, color(Ink::Panel, theme), Stroke::new(1.5, color(ink, theme)));
    painter.text(middle, Align2::CENTER_CENTER, char::from(glyph), FontId::new(12.0, icon()), color(ink, theme));
}

/// A line of text, shortened with “…” to a width.
pub fn cut(ui: &egui::Ui, text: &str, font: FontId, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(8.0));
    ui.painter().layout_job(job)
}
