//! What presenting shows on the canvas: the time that the numbers stand for, and in Report mode the contacts by status.

use eframe::egui::{Align2, Color32, FontId, Rect, Ui, vec2};

use super::free;
use super::rehearsed::watched;
use super::viewport::Viewport;
use crate::calendar::Instant;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::simulate::outcome::Status;
use crate::ui::context::panel::RehearsalView;
use crate::ui::context::view_state::WindowMode;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words::{self, lower_first};

/// The space around the words.
const AROUND: (f32, f32) = (14.0, 8.0);

/// Draws the words while presenting, where nothing lies; `captions` are above items.
pub fn show(ui: &Ui, panel: &RehearsalView<'_>, viewport: &Viewport, captions: &[(Rect, u64)]) {
    let Some(at) = instant(panel).filter(|_| panel.view.presenting) else { return };
    let ink = |ink| color(ink, panel.theme);
    let widest = (viewport.rect.width() - 24.0 - AROUND.0 * 2.0).max(80.0);
    let laid = |words: String, font, paint| ui.painter().layout(words, font, paint, widest);
    let time = ShownZone::of(panel).always_named().date_time(panel.settings, at);
    let mut lines = vec![laid(time, FontId::new(22.0, semibold()), ink(ColorRole::Text))];
    if panel.view.mode == WindowMode::Report {
        let statuses = statuses(panel, at);
        lines.extend(statuses.map(|words| laid(words, FontId::proportional(14.0), ink(ColorRole::Muted))));
    }
    let width = lines.iter().map(|line| line.size().x).fold(0.0, f32::max);
    let height: f32 = lines.iter().map(|line| line.size().y).sum();
    let size = vec2(width + AROUND.0 * 2.0, height + AROUND.1 * 2.0);
    let usual = free::in_corner(viewport, Align2::LEFT_TOP, size);
    let places = std::iter::once(usual).chain(free::along_edges(viewport, size));
    let free = free::first(panel, viewport, places.filter(|rect| free::is_off(captions, *rect)));
    let emptiest = || free::in_corner(viewport, free::emptiest_corner(panel, viewport, size), size);
    let rect = free.unwrap_or_else(emptiest);
    ui.painter().rect_filled(rect, 10.0, ink(ColorRole::Panel));
    let mut left_top = rect.min + vec2(AROUND.0, AROUND.1);
    for line in lines {
        let height = line.size().y;
        ui.painter().galley(left_top, line, Color32::PLACEHOLDER);
        left_top.y += height;
    }
}

/// The time that the numbers on the canvas stand for: in Build mode that of the live numbers.
fn instant(panel: &RehearsalView<'_>) -> Option<Instant> {
    match panel.view.mode {
        WindowMode::Build => panel.rehearsing.at().filter(|_| panel.counts.is_some()),
        WindowMode::Rehearse | WindowMode::Report => watched(panel).map(|(_, at)| at),
    }
}

/// `10,000 contacts: 3,334 waiting, 6,666 not entered`.
fn statuses(panel: &RehearsalView<'_>, at: Instant) -> Option<String> {
    let shown = panel.rehearsing.shown()?;
    let timeline = &shown.index()?.timeline;
    let counts = Status::ALL.iter().map(|status| (status, timeline.contacts_at(*status, at)));
    let counts = counts.filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        counts.map(|(status, count)| format!("{} {}", thousands(count), lower_first(status.label()))).collect();
    Some(format!("{}: {}", words::people(shown.contacts()), parts.join(", ")))
}
