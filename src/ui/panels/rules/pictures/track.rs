//! A small sequence, and what happens to one contact at each item.

use eframe::egui::{Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::draw::{TEXT, column, room};
use crate::campaign::kinds::Family;
use crate::picture::icons;
use crate::picture::theme::{ColorRole, Theme};
use crate::simulate::outcome::Outcome;
use crate::ui::context::settings::Settings;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::panels::rules::words::near;
use crate::workbench::rules::pictures::track::{TrackPicture, TrackStop};

/// The widest column, and the height of a row.
const COLUMN: f32 = 124.0;
const ROW: f32 = 116.0;
/// The size of a tile.
const TILE: f32 = 42.0;

/// Draws the sequence; `about` says what it shows.
pub(super) fn show(ui: &mut Ui, settings: &Settings, theme: Theme, (about, track): (&str, &TrackPicture)) {
    let columns = track.stops.iter().map(|stop| stop.column + 1).max().unwrap_or(1) as f32;
    let rows = track.stops.iter().map(|stop| stop.row + 1).max().unwrap_or(1) as f32;
    let width = (ui.available_width() / columns).min(COLUMN);
    look::hint(ui, &format!("{about}. Status of the contact: {}.", track.status.label().to_lowercase()));
    let (rect, painter) = room(ui, vec2(width * columns, ROW * rows), &spoken(settings, track));
    let middle = |stop: &TrackStop| {
        let across = rect.left() + width * (stop.column as f32 + 0.5);
        pos2(across, rect.top() + ROW * stop.row as f32 + TILE / 2.0 + 6.0)
    };
    for (from, to) in &track.links {
        let (from, to) = (&track.stops[*from], &track.stops[*to]);
        let ink = color(ColorRole::Wire, theme);
        let ink = if to.outcome.is_none() { ink.gamma_multiply(0.5) } else { ink };
        link(&painter, middle(from) + vec2(TILE / 2.0 + 2.0, 0.0), middle(to) - vec2(TILE / 2.0 + 3.0, 0.0), ink);
    }
    for stop in &track.stops {
        tile(&painter, theme, stop, middle(stop));
        caption(&painter, settings, theme, stop, (middle(stop) + vec2(0.0, TILE / 2.0 + 4.0), width - 8.0));
    }
}

/// A line from an item to the next, with an arrowhead.
fn link(painter: &Painter, from: Pos2, to: Pos2, ink: Color32) {
    let stroke = Stroke::new(1.75, ink);
    if (from.y - to.y).abs() < 1.0 {
        painter.line_segment([from, to], stroke);
    } else {
        let turn = from.x + (to.x - from.x) / 2.0;
        painter.line(vec![from, pos2(turn, from.y), pos2(turn, to.y), to], stroke);
    }
    let (back, half) = (7.0, 4.0);
    let head = vec![to, to + vec2(-back, -half), to + vec2(-back, half)];
    painter.add(Shape::convex_polygon(head, ink, Stroke::NONE));
}

/// The tile of an item. Items that aren't set up, or not ready, have a dashed edge.
fn tile(painter: &Painter, theme: Theme, stop: &TrackStop, at: Pos2) {
    let area = Rect::from_center_size(at, vec2(TILE, TILE));
    let family = stop.item.kind.family();
    let (edge, fill) = look::family(family, theme);
    let is_whole = stop.item.ready && stop.outcome != Some(Outcome::Held);
    let strength = if stop.outcome.is_none() { 0.55 } else { 1.0 };
    let (edge, fill) = (edge.gamma_multiply(strength), fill.gamma_multiply(strength));
    if is_whole {
        painter.rect(area, 9.0, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    } else {
        let ink = color(if family == Family::Timer { ColorRole::Held } else { ColorRole::Skipped }, theme);
        dashed(painter, area, ink);
    }
    let glyph = icons::of(&stop.item.kind).to_string();
    painter.text(at, eframe::egui::Align2::CENTER_CENTER, glyph, FontId::new(19.0, icon()), edge);
}

fn dashed(painter: &Painter, area: Rect, ink: Color32) {
    let corners = [area.left_top(), area.right_top(), area.right_bottom(), area.left_bottom(), area.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.5, ink), 5.0, 3.5));
}

/// The name of an item, and what happened there.
fn caption(painter: &Painter, settings: &Settings, theme: Theme, stop: &TrackStop, (top, width): (Pos2, f32)) {
    let name = FontId::new(12.0, semibold());
    let bottom = column(painter, top, width, stop.item.name, name, (ColorRole::Text, theme));
    let (words, role) = outcome(settings, stop);
    column(painter, pos2(top.x, bottom + 1.0), width, &words, FontId::proportional(TEXT), (role, theme));
}

/// What happened at an item, and its colour.
fn outcome(settings: &Settings, stop: &TrackStop) -> (String, ColorRole) {
    let at = stop.at.map(|at| near(settings, at)).unwrap_or_default();
    let is_timer = stop.item.kind.family() == Family::Timer;
    match stop.outcome {
        None => ("not reached".to_owned(), ColorRole::Muted),
        Some(Outcome::Ran) if is_timer => (format!("continues {at}"), ColorRole::Ran),
        Some(Outcome::Ran) => (format!("ran {at}"), ColorRole::Ran),
        Some(Outcome::Waiting) => (format!("waiting until {at}"), ColorRole::Waiting),
        Some(Outcome::Held) => ("held: not set up".to_owned(), ColorRole::Held),
        Some(Outcome::Skipped(reason)) => (format!("skipped: {}", reason.brief()), ColorRole::Skipped),
    }
}

/// The picture in words.
fn spoken(settings: &Settings, track: &TrackPicture) -> String {
    let stops = track.stops.iter().map(|stop| format!("{}: {}", stop.item.name, outcome(settings, stop).0));
    format!("Sequence: {}", stops.collect::<Vec<_>>().join("; "))
}
