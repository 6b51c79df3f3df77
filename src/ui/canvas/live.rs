//! The Live switch in the canvas's corner: whether the rehearsal's numbers are shown on the items, and what they mean.

use std::sync::atomic::Ordering;

use eframe::egui::{self, Align2, FontId, Rect, Role, Sense, WidgetInfo, pos2, vec2};

use super::ids::focus_id;
use super::viewport::Viewport;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::WindowMode;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{dates, words};

const EDGE: f32 = 12.0;
const HEIGHT: f32 = 28.0;
/// Number of contacts above which a run takes longer than a frame.
const LONG: u64 = 20_000;

/// Draws the switch in Build mode.
pub fn show(ui: &egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport) {
    if panel.view.mode != WindowMode::Build || panel.view.presenting || viewport.rect.width() < 320.0 {
        return;
    }
    let ink = |ink| color(ink, panel.theme);
    let said = said(panel);
    let font = FontId::proportional(12.5);
    let live = ui.painter().layout_no_wrap("Live".to_owned(), FontId::new(12.5, semibold()), ink(ColorRole::Text));
    let room = viewport.rect.width() - 2.0 * EDGE - 76.0 - live.size().x;
    let mut job =
        egui::text::LayoutJob::single_section(said.clone(), egui::TextFormat::simple(font, ink(ColorRole::Muted)));
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(40.0));
    let words = ui.painter().layout_job(job);
    let width = 62.0 + live.size().x + words.size().x;
    let rect = Rect::from_min_size(viewport.rect.left_top() + vec2(EDGE, EDGE), vec2(width, HEIGHT));
    let response = ui.interact(rect, focus_id().with("live"), Sense::click());
    let is_on = panel.settings.live;
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, format!("Live numbers, {said}")));
    // A separate clip rectangle makes egui paint it as a separate mesh, apart from the canvas's large one.
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let edge = if response.has_focus() { ColorRole::Accent } else { ColorRole::Line };
    let line = egui::Stroke::new(1.0, ink(edge));
    painter.rect(rect, HEIGHT / 2.0, ink(ColorRole::Panel), line, egui::StrokeKind::Inside);
    let track = Rect::from_min_size(pos2(rect.left() + 8.0, rect.center().y - 8.0), vec2(28.0, 16.0));
    painter.rect_filled(track, 8.0, ink(if is_on { ColorRole::Accent } else { ColorRole::Wire }));
    let knob = if is_on { track.right() - 8.0 } else { track.left() + 8.0 };
    painter.circle_filled(pos2(knob, track.center().y), 6.0, ink(ColorRole::OnAccent));
    let left = pos2(track.right() + 8.0, rect.center().y);
    let at = Align2::LEFT_CENTER.anchor_size(left, live.size()).min;
    let next = pos2(left.x + live.size().x + 8.0, left.y);
    painter.galley(at, live, egui::Color32::PLACEHOLDER);
    painter.galley(Align2::LEFT_CENTER.anchor_size(next, words.size()).min, words, egui::Color32::PLACEHOLDER);
    let tip = "Every change is rehearsed at once, and the numbers on the items follow";
    if under_way(panel).is_some() {
        ui.ctx().request_repaint_after_secs(0.1);
    }
    if response.on_hover_text(tip).clicked() {
        panel.wants(Action::Run(Command::Live));
    }
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
        (Some(_), _) if rehearsing.is_empty() => "nobody enters".to_owned(),
        (Some(shown), Some(at)) => {
            let local = shown.scene.plan.zone().local_at(at);
            let people = words::people(shown.contacts());
            let date_time =
                format!("{} {}", dates::near(panel.settings, local.date()), dates::clock(panel.settings, local));
            format!("{people} · {date_time}")
        }
        (Some(_), None) => "nobody enters".to_owned(),
        _ => "getting ready…".to_owned(),
    }
}
