//! The time bar: what happens when, the clock's position, and moving it.

use std::rc::Rc;

use eframe::egui::{self, FontId, Pos2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::bar::TimeBar;
use super::scale::{self, HistogramBars};
use super::state::Scrub;
use super::ticks;
use crate::calendar::{Instant, Zone};
use crate::campaign::rehearsal::Breakpoint;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::{DocumentView, Panel, RehearsalView};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::color;
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::axis::TimeBarAxis;

/// The height in Rehearse mode.
pub const HEIGHT: f32 = 74.0;
/// The width of a histogram bar and its gap, in points.
const BAR: f32 = 6.0;
/// The space below the bars for dates, and above them for marks.
const BELOW: f32 = 18.0;
const ABOVE: f32 = 14.0;
/// How near the pointer is to a mark that its tooltip explains, in points.
const NEAR: f32 = 4.0;
/// The radius of the playhead's knob.
const KNOB: f32 = 6.0;
/// The smallest visible part of the bar: about a minute of a year.
const CLOSEST: f64 = 1.0 / 20_000.0;

/// Draws the bar, and handles the pointer and keys on it.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, scrub: &mut Scrub, zone: &ShownZone, slim: bool) {
    let height = if slim { 26.0 } else { HEIGHT };
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click_and_drag() | Sense::FOCUSABLE);
    let Some(clock) = panel.rehearsing.clock().copied() else { return };
    let Some(axis) = axis(panel, scrub) else { return };
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let mut bar = TimeBar { rect: inner, seen: scrub.seen, axis: &axis };
    if !slim {
        wheel(ui, &response, &mut bar);
        scrub.seen = bar.seen;
    }
    name(&response, panel, zone, clock.at);
    if ui.is_rect_visible(rect) {
        match slim {
            true => paint_line(ui, panel, &bar, clock.exact()),
            false => paint(ui, panel, scrub, &bar, zone, clock.exact()),
        }
    }
    hand(ui, panel, scrub, &response, &bar, zone);
}

/// The whole bar of the run that is shown.
fn axis(panel: &RehearsalView<'_>, scrub: &mut Scrub) -> Option<Rc<TimeBarAxis>> {
    let number = panel.rehearsing.number();
    if scrub.axis.as_ref().is_none_or(|(of, _)| *of != number) {
        let axis = TimeBarAxis::new(&panel.rehearsing.shown()?.index()?.timeline);
        scrub.axis = Some((number, Rc::new(axis)));
    }
    scrub.axis.as_ref().map(|(_, axis)| Rc::clone(axis)).filter(|axis| !axis.pieces().is_empty())
}

fn name(response: &egui::Response, panel: &DocumentView<'_>, zone: &ShownZone, at: Instant) {
    let said = zone.always_named().date_time(panel.settings, at);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::Slider, true, "Clock");
        info.current_text_value = Some(said.clone());
        info
    });
}

/// The wheel zooms at the pointer; with Shift, or sideways, it scrolls.
fn wheel(ui: &Ui, response: &egui::Response, bar: &mut TimeBar<'_>) {
    let Some(at) = response.hover_pos() else { return };
    let (turned, zoom) = ui.input_mut(|input| {
        let turned = std::mem::take(&mut input.smooth_scroll_delta);
        (turned, input.zoom_delta())
    });
    let width = bar.seen.1 - bar.seen.0;
    let factor = f64::from((-turned.y * 0.006).exp() / zoom);
    let wider = (width * factor).clamp(CLOSEST, 1.0);
    let under = bar.place(at.x);
    let left = under - (under - bar.seen.0) * wider / width - f64::from(turned.x / bar.rect.width().max(1.0)) * wider;
    let left = left.clamp(0.0, 1.0 - wider);
    bar.seen = (left, left + wider);
}

/// Pressing or dragging moves the clock; keys move it by days, or to the next event.
fn hand(
    ui: &Ui,
    panel: &mut Panel<'_>,
    scrub: &mut Scrub,
    response: &egui::Response,
    bar: &TimeBar<'_>,
    zone: &ShownZone,
) {
    if response.double_clicked_by(egui::PointerButton::Secondary) || response.middle_clicked() {
        scrub.seen = (0.0, 1.0);
    }
    let pressed = response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_down());
    if let Some(at) = response.interact_pointer_pos().filter(|_| pressed || response.clicked()) {
        if panel.rehearsing.clock().is_some_and(|clock| clock.plays) {
            panel.wants(Action::Rehearse(Rehearse::Play(false)));
        }
        let to = bar.instant(at.x);
        if panel.rehearsing.at() != Some(to) {
            panel.wants(Action::Rehearse(Rehearse::Jump(to)));
        }
    } else if let Some(at) = response.hover_pos() {
        let words = zone.always_named().date_time(panel.settings, bar.instant(at.x));
        let bars = scrub.bars.as_ref().map(|(_, bars)| bars);
        let told = bars.and_then(|bars| bars.told(bar_at(bar, bars.counts.len(), at.x)));
        let lines = [Some(words), told, breakpoint_near(panel, bar, zone, at.x)].into_iter().flatten();
        response.clone().on_hover_text_at_pointer(lines.collect::<Vec<_>>().join("\n"));
    }
    if response.has_focus() {
        let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let key = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        let steps = [
            (egui::Key::ArrowRight, ClockStep::Forward),
            (egui::Key::ArrowLeft, ClockStep::Back),
            (egui::Key::PageDown, ClockStep::NextDay),
            (egui::Key::Home, ClockStep::ToStart),
            (egui::Key::End, ClockStep::ToEnd),
        ];
        for (_, step) in steps.into_iter().filter(|(pressed, _)| key(*pressed)) {
            panel.wants(Action::Rehearse(Rehearse::Step(step)));
        }
    }
}

/// A plain line with a knob.
fn paint_line(ui: &Ui, panel: &DocumentView<'_>, bar: &TimeBar<'_>, clock: f64) {
    let ink = |ink| color(ink, panel.theme);
    let (y, x) = (bar.rect.center().y, bar.x(clock).clamp(bar.rect.left(), bar.rect.right()));
    let line = |from: f32, to: f32, paint| ui.painter().hline(from..=to, y, Stroke::new(4.0, paint));
    line(bar.rect.left(), bar.rect.right(), ink(ColorRole::Line));
    line(bar.rect.left(), x, ink(ColorRole::Accent));
    ui.painter().circle_filled(pos2(x, y), 7.0, ink(ColorRole::Accent));
}

fn paint(ui: &Ui, panel: &RehearsalView<'_>, scrub: &mut Scrub, bar: &TimeBar<'_>, zone: &ShownZone, clock: f64) {
    let bars = bars(panel, scrub, bar);
    let ink = |ink| color(ink, panel.theme);
    let painter = ui.painter().with_clip_rect(bar.rect.expand2(vec2(8.0, 2.0)).intersect(ui.clip_rect()));
    let base = bar.rect.bottom() - BELOW;
    let room = base - bar.rect.top() - ABOVE;
    let now = bar.x(clock);
    let (past, ahead) = (ink(ColorRole::Waiting), ink(ColorRole::Muted).gamma_multiply(0.4));
    let step = bar.rect.width() / bars.counts.len().max(1) as f32;
    // Below the bars, which reach into it.
    folds(&painter, panel, bar, base);
    for (place, count) in bars.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let left = bar.rect.left() + place as f32 * step;
        let top = base - (bars.height(*count) * room).max(1.5);
        let paint = if left + step * 0.5 <= now { past } else { ahead };
        painter.rect_filled(Rect::from_min_max(pos2(left, top), pos2(left + step * 0.7, base)), 1.0, paint);
    }
    painter.hline(bar.rect.x_range(), base, Stroke::new(1.0, ink(ColorRole::Line)));
    days(&painter, panel, bar, zone.zone(), base);
    let words = marks(&painter, panel, bar, zone.zone(), base);
    scale::paint(&painter, bar, &bars, &words, panel.theme);
    if bar.shows(now) {
        let accent = ink(ColorRole::Accent);
        let top = playhead_top(&bar.rect);
        painter.vline(now, top + KNOB..=base + 4.0, Stroke::new(3.0, accent));
        painter.circle_filled(pos2(now, top + KNOB), KNOB, accent);
    }
    if ui.memory(|memory| memory.has_focus(egui::Id::unique("scrub"))) {
        painter.rect_stroke(bar.rect, 4.0, Stroke::new(1.0, ink(ColorRole::Accent)), egui::StrokeKind::Outside);
    }
}

/// The upper end of the playhead: below the row of words, so that it covers none of them wherever the clock is.
fn playhead_top(bar: &Rect) -> f32 {
    bar.top() + ABOVE
}

/// The index of the bar at an x position.
fn bar_at(bar: &TimeBar<'_>, count: usize, x: f32) -> usize {
    ((x - bar.rect.left()) / bar.rect.width().max(1.0) * count as f32).max(0.0) as usize
}

/// The bars of the visible part.
fn bars(panel: &RehearsalView<'_>, scrub: &mut Scrub, bar: &TimeBar<'_>) -> Rc<HistogramBars> {
    let count = ((bar.rect.width() / BAR) as usize).clamp(1, 2_000);
    let of = (panel.rehearsing.number(), bar.seen, count);
    if let Some((_, bars)) = scrub.bars.as_ref().filter(|(kept, _)| *kept == of) {
        return Rc::clone(bars);
    }
    let mut counts = vec![0_u64; count];
    let timeline = panel.rehearsing.shown().and_then(|shown| shown.index()).map(|index| &index.timeline);
    let width = (bar.seen.1 - bar.seen.0) / count as f64;
    for piece in bar.axis.pieces().iter().filter(|piece| !piece.folded) {
        // The bars whose centre is in the piece share its counts.
        let first = ((piece.left - bar.seen.0) / width - 0.5).ceil().max(0.0) as usize;
        let end = (((piece.right - bar.seen.0) / width - 0.5).ceil().max(0.0) as usize).min(count);
        let Some(timeline) = timeline.filter(|_| first < end) else { continue };
        let left = (bar.seen.0 + first as f64 * width).max(piece.left);
        let right = (bar.seen.0 + end as f64 * width).min(piece.right);
        let (from, to) = (bar.axis.instant(left), bar.axis.instant(right - 1e-12).plus_secs(1));
        for (place, happens) in timeline.histogram(from, to, end - first).into_iter().enumerate() {
            counts[first + place] += happens;
        }
    }
    let bars = Rc::new(HistogramBars { counts, secs: scale::secs_of_bar(bar, count) });
    scrub.bars = Some((of, Rc::clone(&bars)));
    bars
}

/// The marks of folded gaps.
fn folds(painter: &egui::Painter, panel: &DocumentView<'_>, bar: &TimeBar<'_>, base: f32) {
    for piece in bar.axis.pieces().iter().filter(|piece| piece.folded) {
        let (left, right) = (bar.x(piece.from as f64), bar.x(piece.to as f64));
        if right < bar.rect.left() || left > bar.rect.right() {
            continue;
        }
        let rect = Rect::from_min_max(pos2(left, base - 12.0), pos2(right, base + 3.0));
        painter.rect_filled(rect, 2.0, color(ColorRole::Field, panel.theme));
        let middle: Pos2 = rect.center();
        for shift in [-4.0, 0.0, 4.0] {
            painter.circle_filled(pos2(middle.x + shift, middle.y), 1.2, color(ColorRole::Muted, panel.theme));
        }
    }
}

/// The dates at which playing stops. Breakpoints are in the campaign's local time, whatever zone is shown.
fn breakpoints(panel: &RehearsalView<'_>) -> impl Iterator<Item = Instant> {
    let rehearsal = panel.rehearsing.zone().zip(panel.rehearsing.rehearsal());
    rehearsal.into_iter().flat_map(|(campaign, rehearsal)| {
        rehearsal.breakpoints.iter().filter_map(|breakpoint| match breakpoint {
            Breakpoint::AtTime(local) => Some(campaign.resolve(*local)),
            Breakpoint::AtItem(_) | Breakpoint::AtCount(..) => None,
        })
    })
}

/// The words of the breakpoint that is marked near an x position.
fn breakpoint_near(panel: &RehearsalView<'_>, bar: &TimeBar<'_>, zone: &ShownZone, x: f32) -> Option<String> {
    let near = breakpoints(panel).find(|at| (bar.x(at.utc_secs() as f64) - x).abs() <= NEAR)?;
    Some(format!("Red line: breakpoint at {}, where playing stops", zone.date_time(panel.settings, near)))
}

/// The dates below the bar, far enough apart to be read.
fn days(painter: &egui::Painter, panel: &DocumentView<'_>, bar: &TimeBar<'_>, zone: &Zone, base: f32) {
    let muted = color(ColorRole::Muted, panel.theme);
    let laid = |words: &str| painter.layout_no_wrap(words.to_owned(), FontId::proportional(11.5), muted);
    for label in ticks::labels(bar, zone, panel.settings, |words| laid(words).rect.width()) {
        painter.vline(label.at, base..=base + 3.0, Stroke::new(1.0, muted));
        painter.galley(pos2(label.left, base + 4.0), laid(&label.words), muted);
    }
}

/// The marks of clock changes and of breakpoints. Returns where their words are.
fn marks(painter: &egui::Painter, panel: &RehearsalView<'_>, bar: &TimeBar<'_>, zone: &Zone, base: f32) -> Vec<Rect> {
    let mut written = Vec::new();
    let font = FontId::proportional(11.0);
    let amber = color(ColorRole::Skipped, panel.theme);
    let (from, to) = (bar.instant(bar.rect.left()), bar.instant(bar.rect.right()));
    for (at, before, after) in zone.transitions().filter(|(at, ..)| *at > from && *at < to) {
        let x = bar.x(at.utc_secs() as f64);
        let words = if after > before { "clocks forward" } else { "clocks back" };
        painter.vline(x, bar.rect.top() + ABOVE..=base, Stroke::new(1.0, amber));
        let words = painter.layout_no_wrap(words.to_owned(), font.clone(), amber);
        let left = (x + 4.0).min(bar.rect.right() - words.size().x);
        let area = Rect::from_min_size(pos2(left, bar.rect.top()), words.size());
        // Two clock changes can be close together where a long time is collapsed between them.
        if written.iter().all(|other: &Rect| !other.intersects(area.expand(3.0))) {
            painter.galley(area.min, words, amber);
            written.push(area);
        }
    }
    for at in breakpoints(panel) {
        let x = bar.x(at.utc_secs() as f64);
        if bar.shows(x) {
            painter.vline(x, bar.rect.top() + ABOVE..=base, Stroke::new(1.0, color(ColorRole::Held, panel.theme)));
            painter.circle_filled(pos2(x, base), 3.0, color(ColorRole::Held, panel.theme));
        }
    }
    written
}
