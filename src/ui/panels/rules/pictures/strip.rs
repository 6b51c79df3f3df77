//! A strip of time: midnight, the hours, closed days, and each contact from arrival to continuing.

use eframe::egui::{Color32, FontId, Painter, Pos2, Rangef, Rect, Stroke, Ui, pos2, vec2};

use super::draw::{TEXT, line, placed, room};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;
use crate::ui::controls::look;
use crate::ui::controls::theme::color;
use crate::ui::panels::rules::words::near;
use crate::workbench::rules::pictures::strip::{Lane, StretchKind, StripTick, TimeStrip};

/// The height of the dates and hours, and of a contact.
const AXIS: f32 = 36.0;
const LANE: f32 = 46.0;
/// The height of the line for clock changes.
const CHANGES: f32 = 18.0;

/// Draws the strip.
pub(super) fn show(ui: &mut Ui, settings: &Settings, theme: Theme, strip: &TimeStrip) {
    let body = LANE * strip.lanes.len() as f32;
    let changes = if strip.changes.is_empty() { 0.0 } else { CHANGES };
    let size = vec2(ui.available_width(), AXIS + body + changes);
    let (rect, painter) = room(ui, size, &spoken(settings, strip));
    let body = Rect::from_min_size(pos2(rect.left(), rect.top() + AXIS), vec2(rect.width(), body));
    let x = |at| body.left() + strip.part(at) * body.width();
    ground(&painter, strip, body, theme);
    ticks(&painter, settings, theme, strip, (rect, body));
    for (place, lane) in strip.lanes.iter().enumerate() {
        let top = body.top() + LANE * place as f32;
        contact(&painter, settings, theme, lane, (strip, body, top));
    }
    for change in &strip.changes {
        let at = x(change.at);
        let ink = (1.5, color(ColorRole::Held, theme));
        painter.vline(at, Rangef::new(rect.top() + AXIS / 2.0, body.bottom() + 4.0), ink);
        let words = format!(
            "The clocks change from {} to {}",
            dates::clock(settings, change.before),
            dates::clock(settings, change.after)
        );
        let at = pos2(at - 60.0, body.bottom() + 3.0);
        line(&painter, at, &words, (ColorRole::Held, theme), (rect.left(), rect.right()));
    }
    legend(ui, strip);
}

/// The background: the strip, with what is open or not allowed.
fn ground(painter: &Painter, strip: &TimeStrip, body: Rect, theme: Theme) {
    let x = |at| body.left() + strip.part(at) * body.width();
    painter.rect_filled(body, 6.0, color(ColorRole::Field, theme));
    for stretch in &strip.stretches {
        let area = body.with_min_x(x(stretch.from)).with_max_x(x(stretch.to));
        match stretch.kind {
            StretchKind::Open => _ = painter.rect_filled(area, 0.0, color(ColorRole::AccentField, theme)),
            StretchKind::NotAllowed => hatch(painter, area, theme),
        }
    }
}

/// Diagonal lines over an area.
fn hatch(painter: &Painter, area: Rect, theme: Theme) {
    let painter = painter.with_clip_rect(area.intersect(painter.clip_rect()));
    let stroke = Stroke::new(1.0, color(ColorRole::Line, theme));
    let mut x = area.left() - area.height();
    while x < area.right() {
        painter.line_segment([pos2(x, area.bottom()), pos2(x + area.height(), area.top())], stroke);
        x += 7.0;
    }
}

/// The lines of dates and hours, with the words that have room.
fn ticks(painter: &Painter, settings: &Settings, theme: Theme, strip: &TimeStrip, (rect, body): (Rect, Rect)) {
    for tick in &strip.ticks {
        let (width, role) = if tick.begins_day { (1.5, ColorRole::Muted) } else { (1.0, ColorRole::Line) };
        painter.vline(tick_x(strip, body, tick), body.y_range(), (width, color(role, theme)));
    }
    dates_of(painter, settings, theme, strip, (rect, body));
    hours_of(painter, settings, theme, strip, (rect, body));
}

fn tick_x(strip: &TimeStrip, body: Rect, tick: &StripTick) -> f32 {
    body.left() + strip.part(tick.at) * body.width()
}

/// The dates that have room, above the midnights.
fn dates_of(painter: &Painter, settings: &Settings, theme: Theme, strip: &TimeStrip, (rect, body): (Rect, Rect)) {
    let mut end = rect.left() - 1.0;
    for tick in strip.ticks.iter().filter(|tick| tick.begins_day) {
        let at = tick_x(strip, body, tick);
        let words = dates::near(settings, tick.local.date());
        let width = width_of(painter, &words);
        // At the right edge, the date is at the left of its line.
        let left = if at + 4.0 + width > rect.right() { at - 4.0 - width } else { at + 4.0 };
        if left - 1.0 > end {
            painter.vline(at, Rangef::new(rect.top() + 2.0, body.top()), (1.5, color(ColorRole::Muted, theme)));
            let (place, edges) = (pos2(left, rect.top()), (rect.left(), rect.right()));
            end = line(painter, place, &words, (ColorRole::Text, theme), edges).right() + 6.0;
        }
    }
}

/// The hours that have room, below the dates.
fn hours_of(painter: &Painter, settings: &Settings, theme: Theme, strip: &TimeStrip, (rect, body): (Rect, Rect)) {
    let Some(apart) = hours_apart(painter, settings, strip, body.width()) else { return };
    let mut end = rect.left() - 1.0;
    for tick in strip.ticks.iter().filter(|tick| tick.local.second_of_day().is_multiple_of(apart)) {
        let at = tick_x(strip, body, tick);
        let words = dates::clock(settings, tick.local);
        let width = width_of(painter, &words);
        // The midnight's own line is at its left.
        let left = if tick.begins_day { at + 4.0 } else { at - width / 2.0 };
        if left > end && left + width < rect.right() {
            let (place, edges) = (pos2(left, rect.top() + 18.0), (rect.left(), rect.right()));
            end = line(painter, place, &words, (ColorRole::Muted, theme), edges).right() + 3.0;
        }
    }
}

/// The seconds between two hours with words, so that there is room for those of each hour, or for those of every second
/// or third; `None` if there are only dates.
fn hours_apart(painter: &Painter, settings: &Settings, strip: &TimeStrip, room: f32) -> Option<u32> {
    let (midnight, next) = strip.ticks.iter().zip(strip.ticks.get(1..)?).find(|(_, next)| !next.begins_day)?;
    let seconds = next.local.second_of_day() - midnight.local.second_of_day();
    let apart = (strip.part(next.at) - strip.part(midnight.at)) * room;
    // The words of midnight begin at its line, those of other hours are in the middle of theirs.
    let needed = width_of(painter, &dates::clock(settings, next.local)) * 1.5 + 7.0;
    let times = (1..=8).find(|times| apart * *times as f32 > needed)?;
    Some(seconds * times)
}

fn width_of(painter: &Painter, words: &str) -> f32 {
    painter.layout_no_wrap(words.to_owned(), FontId::proportional(TEXT), Color32::PLACEHOLDER).size().x
}

/// A contact: when it arrives above the line, when it continues below.
fn contact(
    painter: &Painter,
    settings: &Settings,
    theme: Theme,
    lane: &Lane,
    (strip, body, top): (&TimeStrip, Rect, f32),
) {
    let x = |at| body.left() + strip.part(at) * body.width();
    let (arrives, middle) = (x(lane.arrives), top + LANE / 2.0);
    let (words, role) = arrival(settings, lane);
    words_of(strip, painter, body, pos2(arrives - 6.0, top + 3.0), (&words, (role, theme)));
    let ground = color(ColorRole::Panel, theme);
    if let Some((at, local)) = lane.continues {
        let end = x(at);
        painter.hline(Rangef::new(arrives, end), middle, (4.0, color(ColorRole::Waiting, theme)));
        dot(painter, pos2(end, middle), 6.0, color(ColorRole::Ran, theme), ground);
        if at > lane.arrives {
            let words = format!("continues {}", near(settings, local));
            words_of(strip, painter, body, pos2(end - 6.0, middle + 8.0), (&words, (ColorRole::Ran, theme)));
        }
    }
    if lane.continues.is_none_or(|(at, _)| at > lane.arrives) {
        dot(painter, pos2(arrives, middle), 5.0, color(role, theme), ground);
    }
}

/// A text at a contact. The lines of dates and hours end at it, so that they don't cross its letters.
fn words_of(strip: &TimeStrip, painter: &Painter, body: Rect, at: Pos2, (words, ink): (&str, (ColorRole, Theme))) {
    let (rect, galley) = placed(painter, at, words, ink, (body.left() + 6.0, body.right() - 6.0));
    let around = rect.expand2(vec2(2.0, 0.0)).intersect(body).intersect(painter.clip_rect());
    ground(&painter.with_clip_rect(around), strip, body, ink.1);
    painter.galley(rect.min, galley, color(ink.0, ink.1));
}

/// A dot with an edge that sets it off from lines.
fn dot(painter: &Painter, at: Pos2, radius: f32, fill: Color32, edge: Color32) {
    painter.circle(at, radius, fill, Stroke::new(1.5, edge));
}

/// What is written at an arrival, and its colour.
fn arrival(settings: &Settings, lane: &Lane) -> (String, ColorRole) {
    let arrives = format!("arrives {}", near(settings, lane.arrives_local));
    match lane.continues {
        None => (format!("{arrives}: skipped"), ColorRole::Skipped),
        Some((at, _)) if at == lane.arrives => (format!("{arrives} and continues immediately"), ColorRole::Ran),
        Some(_) => (arrives, ColorRole::Text),
    }
}

/// What the backgrounds mean.
fn legend(ui: &mut Ui, strip: &TimeStrip) {
    let has = |kind| strip.stretches.iter().any(|stretch| stretch.kind == kind);
    let parts = [
        (StretchKind::Open, "Tinted: when the timer releases contacts."),
        (StretchKind::NotAllowed, "Hatched: days on which it releases no contact."),
    ];
    let words: Vec<&str> = parts.into_iter().filter(|(kind, _)| has(*kind)).map(|(_, words)| words).collect();
    if !words.is_empty() {
        look::hint(ui, &words.join(" "));
    }
}

/// The picture in words.
fn spoken(settings: &Settings, strip: &TimeStrip) -> String {
    let lanes = strip.lanes.iter().map(|lane| {
        let (words, _) = arrival(settings, lane);
        match lane.continues {
            Some((at, local)) if at > lane.arrives => format!("{words}, continues {}", near(settings, local)),
            Some(_) | None => words,
        }
    });
    format!("Time strip: {}", lanes.collect::<Vec<_>>().join("; "))
}
