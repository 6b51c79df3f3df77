//! The glyph, colour and word for each state.

use eframe::egui::{self, Align2, FontId, Pos2, Stroke};
use lucide_icons::Icon;

use crate::picture::theme::{ColorRole, Theme};
use crate::simulate::outcome::{Outcome, Status};
use crate::ui::controls::theme::{color, icon};

/// The glyph and colour of an outcome: those of the badges on the canvas.
pub fn outcome(outcome: Outcome) -> (Icon, ColorRole) {
    match outcome {
        Outcome::Ran => (Icon::Check, ColorRole::Ran),
        Outcome::Waiting => (Icon::Clock, ColorRole::Waiting),
        Outcome::Held => (Icon::Hand, ColorRole::Held),
        Outcome::Skipped(_) => (Icon::CornerUpRight, ColorRole::Skipped),
    }
}

/// The glyph and colour of a contact's status.
pub fn status(status: Status) -> (Icon, ColorRole) {
    match status {
        Status::Active => (Icon::Clock, ColorRole::Waiting),
        Status::Held => (Icon::Hand, ColorRole::Held),
        Status::FellOut => (Icon::LogOut, ColorRole::Skipped),
        Status::Queued => (Icon::CheckCheck, ColorRole::Ran),
        Status::NotEntered => (Icon::CircleDashed, ColorRole::Muted),
    }
}

/// A glyph in a circle.
pub fn circle(painter: &egui::Painter, middle: Pos2, glyph: Icon, ink: ColorRole, theme: Theme) {
    painter.circle(middle, 10.5, color(ColorRole::Panel, theme), Stroke::new(1.5, color(ink, theme)));
    painter.text(middle, Align2::CENTER_CENTER, char::from(glyph), FontId::new(12.0, icon()), color(ink, theme));
}
