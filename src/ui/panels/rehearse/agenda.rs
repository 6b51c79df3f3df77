//! The agenda: what happens next, for all contacts, with a row for each day and item. A click goes there.

use eframe::egui::{self, Align2, FontId, Rect, Response, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::calendar::{Date, Instant, Zone};
use crate::campaign::selection::Selection;
use crate::campaign::text::thousands;
use crate::picture::icons;
use crate::picture::theme::ColorRole;
use crate::report::agenda::{Agenda, AgendaRow};
use crate::simulate::outcome::{Outcome, Reason};
use crate::simulate::plan::Rank;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::ui::controls::look;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::signs;
use crate::ui::controls::theme::{color, icon, semibold};
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// Rows that are listed at first, and added each time.
const ROWS: usize = 200;
/// How high a row is.
const ROW: f32 = 40.0;

/// What the list keeps between frames.
#[derive(Debug, Default)]
pub struct AgendaList {
    agenda: Agenda,
    /// The run, the instant, the number of rows and the zone that the list belongs to.
    of: Option<(u64, Instant, usize, Zone)>,
    /// How often the user has requested more rows.
    more: usize,
}

/// Draws the agenda after the clock's time.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut AgendaList, finished: &FinishedRehearsal, clock: Instant) {
    let Some(index) = finished.index() else {
        look::hint(ui, "Sorting the run by time…");
        return;
    };
    let shown = ShownZone::of(panel);
    let of = (panel.rehearsing.number(), clock, ROWS * (state.more + 1), shown.zone().clone());
    if state.of.as_ref() != Some(&of) {
        state.agenda = Agenda::after(&finished.scene.plan, &index.timeline, shown.zone(), clock, of.2);
        state.of = Some(of);
    }
    let area = egui::ScrollArea::vertical().id_salt("agenda").auto_shrink([false, false]);
    area.show(ui, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut days: Vec<(Date, f32)> = Vec::new();
        for row in &state.agenda.rows {
            if days.last().is_none_or(|(day, _)| *day != row.day) {
                let top = heading(ui, &shown.caption(&dates::date(panel.settings, row.day))).top();
                days.push((row.day, top));
            }
            one(ui, panel, finished, &shown, row);
        }
        let end = ui.cursor().top();
        if state.agenda.rows.is_empty() {
            ui.add_space(8.0);
            look::hint(ui, "Nothing more happens in this rehearsal.");
        }
        if state.agenda.has_more && look::link(ui, "Show more").clicked() {
            state.more += 1;
        }
        beyond(ui, panel, finished, &state.agenda.beyond);
        ui.add_space(12.0);
        stays(ui, panel, &shown, &days, end);
    });
}

fn heading(ui: &mut Ui, words: &str) -> Rect {
    ui.add_space(8.0);
    ui.label(RichText::new(words).size(12.5).family(semibold())).rect
}

/// Keeps the day of the top rows visible, until the next day or the end pushes it away.
fn stays(ui: &Ui, panel: &Panel<'_>, shown: &ShownZone, days: &[(Date, f32)], end: f32) {
    const HEIGHT: f32 = 22.0;
    let top = ui.clip_rect().top();
    let next = days.partition_point(|(_, heading)| *heading <= top);
    let Some((day, _)) = next.checked_sub(1).map(|place| days[place]) else { return };
    let pushed = days.get(next).map_or(end, |(_, heading)| *heading - 4.0);
    let rect =
        Rect::from_min_size(pos2(ui.max_rect().left(), top.min(pushed - HEIGHT)), vec2(ui.max_rect().width(), HEIGHT));
    ui.painter().rect_filled(rect, 0.0, color(ColorRole::Panel, panel.theme));
    let (font, ink) = (FontId::new(12.5, semibold()), color(ColorRole::Text, panel.theme));
    let day = shown.caption(&dates::date(panel.settings, day));
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, day, font, ink);
}

/// Contacts that still wait at the end.
fn beyond(ui: &mut Ui, panel: &mut Panel<'_>, finished: &FinishedRehearsal, beyond: &[(Rank, u64)]) {
    if beyond.is_empty() {
        return;
    }
    heading(ui, "Still waiting when the rehearsal ends");
    for &(rank, count) in beyond {
        let counts = [(Outcome::Waiting, count)];
        if line(ui, panel, finished, rank, &counts, "").clicked() {
            reveal(panel, finished, rank);
        }
    }
}

fn one(ui: &mut Ui, panel: &mut Panel<'_>, finished: &FinishedRehearsal, shown: &ShownZone, row: &AgendaRow) {
    let time = |at| dates::clock(panel.settings, shown.local_at(at));
    let times = match (time(row.first), time(row.last)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first}–{last}"),
    };
    let counts = [(Outcome::Ran, row.ran), (Outcome::Skipped(Reason::Draft), row.skipped), (Outcome::Held, row.held)];
    let response = line(ui, panel, finished, row.rank, &counts, &times);
    if response.on_hover_text(shown.in_every(panel.settings, row.first)).clicked() {
        panel.wants(Action::Rehearse(Rehearse::Jump(row.first)));
        reveal(panel, finished, row.rank);
    }
}

/// Selects an item on the canvas, if it still exists.
fn reveal(panel: &mut Panel<'_>, finished: &FinishedRehearsal, rank: Rank) {
    let item = finished.item(rank);
    if item.sequence == panel.sequence_id() && panel.sequence().item(item.item).is_some() {
        panel.wants(Action::Reveal(Selection::of(item.sequence, [item.item])));
    }
}

/// A row with an item, counts and time.
fn line(
    ui: &mut Ui,
    panel: &Panel<'_>,
    finished: &FinishedRehearsal,
    rank: Rank,
    counts: &[(Outcome, u64)],
    times: &str,
) -> Response {
    let scene = &finished.scene;
    let item = &scene.sequence().items[scene.plan.items()[rank as usize].place];
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let counts = || counts.iter().filter(|(_, count)| *count > 0);
    response.widget_info(|| {
        let parts: Vec<_> =
            counts().map(|(outcome, count)| format!("{} {}", thousands(*count), outcome.word())).collect();
        let times = if times.is_empty() { String::new() } else { format!(", {times}") };
        WidgetInfo::labeled(Role::Button, true, format!("{}: {}{times}", item.called(), parts.join(", ")))
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = panel.theme;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6.0, color(ColorRole::Field, theme));
    }
    let (edge, fill) = look::family(item.kind.family(), theme);
    let tile = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), vec2(26.0, 26.0));
    ui.painter().rect(tile, 6.0, fill, egui::Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    ui.painter().text(tile.center(), Align2::CENTER_CENTER, icons::of(&item.kind), FontId::new(14.0, icon()), edge);
    let (left, right) = (rect.left() + 40.0, rect.right() - 8.0);
    let (text, muted) = (color(ColorRole::Text, theme), color(ColorRole::Muted, theme));
    let times = look::cut(ui, times, FontId::proportional(12.0), muted, 130.0);
    let room = right - left - times.rect.width() - 10.0;
    ui.painter().galley(pos2(right - times.rect.width(), rect.top() + 5.0), times, muted);
    let name = look::cut(ui, item.called(), FontId::new(13.0, semibold()), text, room);
    ui.painter().galley(pos2(left, rect.top() + 3.5), name, text);
    let (mut x, middle) = (left, rect.top() + 29.0);
    for (outcome, count) in counts() {
        let (glyph, ink) = signs::outcome(*outcome);
        let ink = color(ink, theme);
        ui.painter().text(pos2(x, middle), Align2::LEFT_CENTER, char::from(glyph), FontId::new(12.0, icon()), ink);
        let words = format!("{} {}", thousands(*count), if *outcome == Outcome::Ran { "run" } else { outcome.word() });
        let words = ui.painter().layout_no_wrap(words, FontId::proportional(12.0), muted);
        let width = words.rect.width();
        ui.painter().galley(pos2(x + 16.0, middle - words.rect.height() / 2.0), words, muted);
        x += width + 28.0;
    }
    response
}
