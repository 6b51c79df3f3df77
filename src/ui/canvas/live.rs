//! The Live switch beside the tabs: whether the rehearsal's numbers are shown on the items, and what they mean. There
//! it covers nothing of the canvas.

use std::sync::atomic::Ordering;

use eframe::egui::{self, Align2, FontId, Rect, Role, Sense, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::ids::focus_id;
use super::live_moment::{self, LiveMomentChoice};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::command_state;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::context::view_state::WindowMode;
use crate::ui::controls::focus;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::ui::controls::words;
use crate::workbench::rehearse::live::LiveMoment;

const HEIGHT: f32 = 28.0;
/// The space for the sign that the moment can be chosen.
const CHEVRON: f32 = 26.0;
/// The width of the switch around its word.
const SWITCH: f32 = 52.0;
/// The distance of the words from the round edge around them, so that a ring of focus covers no letter.
const AROUND: f32 = 10.0;
/// Number of contacts above which a run takes longer than a frame.
const LONG: u64 = 20_000;
/// The room that must stay free for the switch, and the most that it takes.
const ROOM: (f32, f32) = (190.0, 460.0);

/// The room that must stay free for [`show`].
pub fn reserved(panel: &RehearsalView<'_>) -> f32 {
    if panel.view.mode == WindowMode::Build { ROOM.0 } else { 0.0 }
}

/// Draws the switch in Build mode, and next to it the moment of the numbers, which a click chooses. `beside` is the room
/// that stays free at its left.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, choice: &mut LiveMomentChoice, beside: f32) {
    if panel.view.mode != WindowMode::Build {
        return;
    }
    let ink = |ink| color(ink, panel.theme);
    let (said, zone) = (said(panel), ShownZone::of(panel));
    let is_on = panel.settings.live;
    let font = FontId::proportional(12.5);
    let live = ui.painter().layout_no_wrap("Live".to_owned(), FontId::new(12.5, semibold()), ink(ColorRole::Text));
    let room = (ui.available_width() - beside).clamp(ROOM.0, ROOM.1) - SWITCH - AROUND - live.size().x - CHEVRON;
    let mut job =
        egui::text::LayoutJob::single_section(said.clone(), egui::TextFormat::simple(font, ink(ColorRole::Muted)));
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(40.0));
    let words = ui.painter().layout_job(job);
    let switch = SWITCH + live.size().x;
    let width = switch + AROUND + words.size().x + if is_on { CHEVRON } else { AROUND };
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let (left, right) = rect.split_left_right_at_x(rect.left() + switch);
    let response = ui.interact(if is_on { left } else { rect }, focus_id().with("live"), Sense::click());
    let moment = is_on.then(|| ui.interact(right, focus_id().with("time of the live numbers"), Sense::click()));
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, format!("Live numbers, {said}")));
    let painter = ui.painter().clone();
    let line = egui::Stroke::new(1.0, ink(ColorRole::Line));
    painter.rect(rect, HEIGHT / 2.0, ink(ColorRole::Panel), line, egui::StrokeKind::Inside);
    for (part, area) in [(Some(&response), response.rect), (moment.as_ref(), right)] {
        let Some(part) = part else { continue };
        if focus::shows_itself(part) {
            let ring = egui::Stroke::new(2.0, ink(ColorRole::Accent));
            painter.rect_stroke(area, HEIGHT / 2.0, ring, egui::StrokeKind::Inside);
        } else if part.hovered() && is_on {
            painter.rect_filled(area.shrink(2.0), HEIGHT / 2.0 - 2.0, ink(ColorRole::AccentField));
        }
    }
    let track = Rect::from_min_size(pos2(rect.left() + 8.0, rect.center().y - 8.0), vec2(28.0, 16.0));
    painter.rect_filled(track, 8.0, ink(if is_on { ColorRole::Accent } else { ColorRole::Wire }));
    let knob = if is_on { track.right() - 8.0 } else { track.left() + 8.0 };
    painter.circle_filled(pos2(knob, track.center().y), 6.0, ink(ColorRole::OnAccent));
    let left = pos2(track.right() + 8.0, rect.center().y);
    let at = Align2::LEFT_CENTER.anchor_size(left, live.size()).min;
    let next = pos2(rect.left() + switch + AROUND, left.y);
    painter.galley(at, live, egui::Color32::PLACEHOLDER);
    painter.galley(Align2::LEFT_CENTER.anchor_size(next, words.size()).min, words, egui::Color32::PLACEHOLDER);
    if is_on {
        let at = pos2(rect.right() - 16.0, rect.center().y);
        let glyph = char::from(Icon::ChevronDown);
        painter.text(at, Align2::CENTER_CENTER, glyph, FontId::new(13.0, icon()), ink(ColorRole::Muted));
    }
    let tip = "After each change the rehearsal runs again and updates the numbers on the items";
    if under_way(panel).is_some() {
        ui.ctx().request_repaint_after_secs(0.1);
    }
    if response.on_hover_text(tip).clicked() {
        panel.wants(Action::Run(Command::Live));
    }
    let Some(moment) = moment else { return };
    moment.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Time of the live numbers, {said}")));
    let times = panel.rehearsing.at().map(|at| zone.in_every(panel.settings, at)).unwrap_or_default();
    let moment = moment.on_hover_text(format!("Choose the time of the live numbers\n{times}").trim_end());
    live_moment::show(ui, panel, &moment, &zone, choice);
}

/// The progress of the run of the newest edit, if it takes noticeable time.
fn under_way(panel: &Panel<'_>) -> Option<String> {
    let rehearsing = panel.rehearsing;
    let is_long = rehearsing.shown().is_none_or(|shown| shown.contacts() > LONG);
    let control = rehearsing.progress().filter(|_| is_long && !rehearsing.is_current())?;
    let [done, total] = [&control.done, &control.total].map(|count| count.load(Ordering::Relaxed));
    let percent = (done * 100).checked_div(total).map(|percent| format!(" {} %", percent.min(100)));
    Some(format!("{}…{}", control.doing(), percent.unwrap_or_default())).filter(|_| !control.doing().is_empty())
}

/// Which contacts and which instant the numbers are about, in words; or why there are no numbers.
fn said(panel: &Panel<'_>) -> String {
    let rehearsing = panel.rehearsing;
    if !panel.settings.live {
        return "off".to_owned();
    }
    if let Some(trouble) = rehearsing.trouble() {
        return trouble.to_owned();
    }
    if let Some(under_way) = under_way(panel) {
        return under_way;
    }
    match (rehearsing.shown(), rehearsing.at()) {
        // The clock of an earlier run may still be there, but it says nothing about this run.
        (Some(_), _) if rehearsing.is_empty() => "no contact enters".to_owned(),
        (Some(shown), Some(at)) => {
            let people = words::people(shown.contacts());
            let date_time = ShownZone::of(panel).always_named().date_time(panel.settings, at);
            match command_state::live_moment(panel) {
                LiveMoment::End => format!("{people} · at the end, {date_time}"),
                LiveMoment::Clock | LiveMoment::At(_) => format!("{people} · {date_time}"),
            }
        }
        (Some(_), None) => "no contact enters".to_owned(),
        _ => "getting ready…".to_owned(),
    }
}
