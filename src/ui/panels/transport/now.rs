//! What the clock shows, and what has become of the contacts by then.

use eframe::egui::{self, Align, Align2, FontId, Layout, RichText, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::{held, zone_choice};
use crate::calendar::Instant;
use crate::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::people::Filter;
use crate::simulate::outcome::Status;
use crate::ui::context::action::Action;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::signs;
use crate::ui::controls::theme::{self, color, semibold};
use crate::ui::controls::words::lower_first;
use crate::ui::controls::{dates, look, words};

/// The height of the clock's row.
pub(super) const ROW: f32 = 42.0;
/// Smallest window width at which everything is shown; below it, only the clock and what moves it.
const ROOMY: f32 = 1_100.0;
/// The room of a status beside its word: its glyph, and a gap to the next one.
const BESIDE: f32 = 36.0;
/// The statuses in the order that contacts go through them.
const SHOWN: [Status; 5] = [Status::NotEntered, Status::Active, Status::Held, Status::FellOut, Status::Queued];

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
    let width = if is_roomy(ui) { 214.0 } else { 158.0 };
    ui.allocate_ui_with_layout(vec2(width, ROW), Layout::top_down(Align::Min), |ui| {
        ui.set_min_width(width);
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
    let statuses: f32 = SHOWN.iter().map(|status| width_of(ui, panel, *status, shown.contacts())).sum();
    let room = ui.available_width() - statuses - 24.0;
    if room < 80.0 {
        return;
    }
    ui.vertical(|ui| {
        ui.set_max_width(room);
        ui.spacing_mut().item_spacing.y = 1.0;
        let count = words::people(shown.contacts());
        ui.label(RichText::new(count).family(semibold()));
        let muted = color(ColorRole::Muted, panel.theme);
        let described = described(rehearsal);
        let tip = format!("{}: {described}", rehearsal.name);
        let more = RichText::new(described).size(12.5).color(muted);
        ui.add(egui::Label::new(more).truncate()).on_hover_text(tip);
    });
}

/// Where the contacts come from and when they enter, in brief.
fn described(rehearsal: &Rehearsal) -> String {
    let people = match &rehearsal.people {
        People::Generated { .. } => None,
        People::File(path) => Some(path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()),
        People::People(_) => Some("typed in".to_owned()),
    };
    let enter = match rehearsal.enter {
        Enter::At(_) => "all at the same time",
        Enter::Spread(.., Hours::AllHours) => "day and night",
        Enter::Spread(.., Hours::WorkingHours) => "in working hours",
        Enter::ByColumn => "each at its own time",
    };
    people.map_or_else(|| enter.to_owned(), |people| format!("{people} · {enter}"))
}

/// The contacts by status, which add up to all contacts; each number opens its contacts. In a window without room for
/// all of them there are [`few`].
pub(super) fn statuses(ui: &mut Ui, panel: &mut Panel<'_>, now: Instant) {
    let Some(shown) = panel.rehearsing.shown().cloned() else { return };
    let Some(timeline) = shown.index().map(|index| &index.timeline) else { return };
    let all = SHOWN.map(|status| (status, timeline.contacts_at(status, now)));
    ui.spacing_mut().item_spacing.x = 0.0;
    let needed: f32 = SHOWN.iter().map(|status| width_of(ui, panel, *status, shown.contacts())).sum();
    let held = all.iter().find(|(status, _)| *status == Status::Held).map_or(0, |(_, count)| *count);
    let more = held::more(panel, held);
    if ui.available_width() < needed {
        let part = |(status, count): &(Status, u64)| format!("{} {}", thousands(*count), lower_first(status.label()));
        let mut parts: Vec<String> = all.iter().map(part).collect();
        parts.extend(held::explained(more));
        return few(ui, panel, &all, shown.contacts(), &parts.join("\n"));
    }
    // From the right edge inwards.
    for (status, count) in all.into_iter().rev() {
        let (icon, ink) = signs::status(status);
        let width = width_of(ui, panel, status, shown.contacts());
        let (mut word, mut tip) = (lower_first(status.label()), meaning(status).to_owned());
        if status == Status::Held && more > 0 {
            word = held::word(&word, more);
        }
        if let (Status::Held | Status::Active, Some(why)) = (status, held::explained(more)) {
            tip = format!("{tip}. {why}");
        }
        if status_button(ui, panel, width, (icon, ink, count, &word), &tip) {
            panel.wants(Action::ShowPeople(Filter { status: Some(status), ..Filter::default() }));
        }
    }
}

/// As many numbers as there is room for: those who are held and those who wait say most about where the rehearsal is.
/// The rest is in the tooltip of each.
fn few(ui: &mut Ui, panel: &mut Panel<'_>, all: &[(Status, u64)], contacts: u64, tip: &str) {
    let of = |status: Status| all.iter().find(|(one, _)| *one == status).map_or(0, |(_, count)| *count);
    let statuses = [Status::Held, Status::Active].map(|status| (Some(status), of(status)));
    for (status, count) in statuses.into_iter().chain([(None, contacts)]).filter(|(_, count)| *count > 0) {
        let word = status.map_or_else(|| "contacts".to_owned(), |status| lower_first(status.label()));
        let (icon, ink) = status.map_or((Icon::Users, ColorRole::Text), signs::status);
        let width = status_width(ui, &word, contacts);
        if ui.available_width() >= width && status_button(ui, panel, width, (icon, ink, count, &word), tip) {
            panel.wants(Action::ShowPeople(Filter { status, ..Filter::default() }));
        }
    }
}

/// The width of a status as it is shown.
fn width_of(ui: &Ui, panel: &RehearsalView<'_>, status: Status, contacts: u64) -> f32 {
    let word = lower_first(status.label());
    match status {
        Status::Held if held::can_be(panel) => status_width(ui, &held::word(&word, contacts), contacts),
        Status::Active | Status::Held | Status::FellOut | Status::Queued | Status::NotEntered => {
            status_width(ui, &word, contacts)
        }
    }
}

/// The width of a status: of its word or of the largest number, so that nothing moves while the clock plays.
fn status_width(ui: &Ui, word: &str, contacts: u64) -> f32 {
    let wide =
        |text: String, font: FontId| ui.painter().layout_no_wrap(text, font, egui::Color32::PLACEHOLDER).size().x;
    let word = wide(word.to_owned(), FontId::proportional(12.0));
    BESIDE + word.max(wide(thousands(contacts), FontId::new(13.0, semibold())))
}

/// A number of contacts with its glyph and word, as a button. Returns whether it was clicked.
fn status_button(
    ui: &mut Ui,
    panel: &Panel<'_>,
    width: f32,
    (icon, ink, count, word): (Icon, ColorRole, u64, &str),
    tip: &str,
) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {word}", thousands(count))));
    let (text, muted) = (color(ColorRole::Text, panel.theme), color(ColorRole::Muted, panel.theme));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, 6.0, color(ColorRole::Field, panel.theme));
    }
    if response.has_focus() {
        let line = Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
        painter.rect_stroke(rect, 6.0, line, egui::StrokeKind::Inside);
    }
    let glyph = FontId::new(15.0, theme::icon());
    painter.text(
        rect.left_center() + vec2(6.0, 0.0),
        Align2::LEFT_CENTER,
        char::from(icon),
        glyph,
        color(ink, panel.theme),
    );
    let left = rect.left() + 26.0;
    let number = FontId::new(13.0, semibold());
    painter.text(pos2(left, rect.center().y - 8.0), Align2::LEFT_CENTER, thousands(count), number, text);
    let word = look::cut(ui, word, FontId::proportional(12.0), muted, rect.right() - left);
    painter.galley(pos2(left, rect.center().y + 1.0), word, muted);
    response.on_hover_text(format!("{tip}\nClick to see these contacts")).clicked()
}

/// What a status means (`rules.md` §3).
fn meaning(status: Status) -> &'static str {
    match status {
        Status::Active => "Waiting at a timer, on one track or on several",
        Status::Held => "Held at a timer that is not set up",
        Status::FellOut => "Missed a timer, and no later one applied: nothing is left to run for them",
        Status::Queued => "Reached the end of the sequence",
        Status::NotEntered => "Have not entered yet",
    }
}
