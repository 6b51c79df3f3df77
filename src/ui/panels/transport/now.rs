//! What the clock shows, and what has become of the contacts by then.

use eframe::egui::{self, Align, Layout, RichText, Ui, vec2};
use lucide_icons::Icon;

use super::zone_choice;
use crate::calendar::Instant;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::simulate::outcome::Status;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, glyph, semibold};
use crate::ui::controls::{dates, words};

/// The height of the clock's row.
pub(super) const ROW: f32 = 42.0;
/// Smallest window width at which everything is shown; below it, only the clock and what moves it.
const ROOMY: f32 = 1_100.0;
/// The width of a status with its count.
const STATUS: f32 = 92.0;

/// Whether the window has room for everything.
pub(super) fn is_roomy(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() >= ROOMY
}

/// The date, with time and zone below it. A click on the zone chooses another one.
pub(super) fn clock(ui: &mut Ui, panel: &mut Panel<'_>, zone: &ShownZone, now: Instant) {
    let local = zone.local_at(now);
    let place = zone.zone().place();
    let time = format!("{} {place} ({})", dates::clock(panel.settings, local), zone.whose().word());
    // Wide enough for every date, so that nothing next to it moves while playing.
    ui.allocate_ui_with_layout(vec2(214.0, ROW), Layout::top_down(Align::Min), |ui| {
        ui.set_min_width(214.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        // The link is as high as a label.
        ui.spacing_mut().interact_size.y = 0.0;
        let day = RichText::new(dates::date(panel.settings, local.date())).size(17.0).family(semibold());
        ui.label(day).on_hover_text(zone.in_every(panel.settings, now));
        zone_choice::link(ui, panel, zone, &time);
    });
}

/// The contacts of the rehearsal, in two lines.
pub(super) fn people(ui: &mut Ui, panel: &RehearsalView<'_>) {
    let Some((rehearsal, shown)) = panel.rehearsing.rehearsal().zip(panel.rehearsing.shown()) else { return };
    let room = ui.available_width() - 4.0 * STATUS - 24.0;
    if room < 80.0 {
        return;
    }
    ui.vertical(|ui| {
        ui.set_max_width(room);
        ui.spacing_mut().item_spacing.y = 1.0;
        let count = words::people(shown.contacts());
        ui.label(RichText::new(count).family(semibold()));
        let muted = color(ColorRole::Muted, panel.theme);
        let more = RichText::new(described(rehearsal)).size(12.5).color(muted);
        ui.add(egui::Label::new(more).truncate()).on_hover_text(&rehearsal.name);
    });
}

/// Where the contacts come from and when they enter, in brief.
fn described(rehearsal: &Rehearsal) -> String {
    let people = match &rehearsal.people {
        People::Generated { seed, .. } => format!("seed {seed}"),
        People::File(path) => path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
        People::People(_) => "typed in".to_owned(),
    };
    let enter = match rehearsal.enter {
        Enter::At(_) => "all enter at once",
        Enter::Spread(.., Hours::AllHours) => "entering day and night",
        Enter::Spread(.., Hours::WorkingHours) => "entering in working hours",
        Enter::ByColumn => "each entering at a moment of their own",
    };
    format!("{people} · {enter}")
}

/// The contacts by status, from the right edge inwards.
pub(super) fn statuses(ui: &mut Ui, panel: &RehearsalView<'_>, now: Instant) {
    let Some(timeline) = panel.rehearsing.shown().and_then(|shown| shown.index()).map(|index| &index.timeline) else {
        return;
    };
    let all = [
        (Status::FellOut, Icon::LogOut, ColorRole::Skipped, "fell out"),
        (Status::Queued, Icon::Check, ColorRole::Ran, "queued"),
        (Status::Held, Icon::Hand, ColorRole::Held, "held"),
        (Status::Active, Icon::Clock, ColorRole::Waiting, "active"),
    ];
    let roomy = is_roomy(ui);
    let (width, fits) = if roomy { (STATUS, 4) } else { (74.0, (ui.available_width() / 74.0) as usize) };
    for (status, icon, ink, word) in all.into_iter().rev().take(fits).rev() {
        let count = timeline.contacts_at(status, now);
        let layout = Layout::left_to_right(Align::Center);
        let shown = ui.allocate_ui_with_layout(vec2(width, 40.0), layout, |ui| {
            ui.set_min_width(width);
            ui.label(glyph(icon).size(15.0).color(color(ink, panel.theme)));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(RichText::new(thousands(count)).family(semibold()));
                ui.label(RichText::new(word).size(12.0).color(color(ColorRole::Muted, panel.theme)));
            });
        });
        shown.response.on_hover_text(meaning(status));
    }
}

/// What a status means (`rules.md` §3).
fn meaning(status: Status) -> &'static str {
    match status {
        Status::Active => "Waiting at a timer",
        Status::Held => "Held at a timer that is not set up",
        Status::FellOut => "Past the last timer: nothing is left to run for them",
        Status::Queued => "Came to the end of the sequence",
        Status::NotEntered => "Not entered yet",
    }
}
