//! A calendar month of what is sent or assigned: a box for each day, to the end of the rehearsal. What is after the
//! clock's time is fainter.

use std::sync::Arc;

use eframe::egui::{
    self, Align2, EventFilter, FontId, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, RichText, Role,
    ScrollArea, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::day::DayInMonth;
use crate::calendar::words::format_date;
use crate::calendar::{Date, Zone};
use crate::picture::theme::ColorRole;
use crate::report::load::{DayShare, HourCounts};
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{at_button, dates, look};
use crate::ui::panels::report::figures::Figures;

/// The height of the names of weekdays.
const HEAD: f32 = 20.0;
/// Smallest and largest height of a day.
const DAY: (f32, f32) = (30.0, 84.0);
/// Number of frames in which a day requests focus: egui learns of a new widget a frame late.
const TAKES: u8 = 3;

/// What the month keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct MonthState {
    /// The current day, which is in the shown month.
    at: Option<Date>,
    /// For how many frames the current day requests focus.
    takes: u8,
}

/// What the month shows.
pub struct MonthCounts<'a> {
    /// The zone of the days.
    pub zone: &'a Zone,
    /// The counts to the end of the rehearsal.
    pub all: &'a HourCounts,
    /// The counts up to the clock's time.
    pub so_far: &'a HourCounts,
    /// What is counted, in the middle of a sentence: `emails`.
    pub noun: &'a str,
}

impl MonthState {
    /// The day whose month is shown: within the days that have counts.
    fn day(&self, all: &HourCounts, clock: Date) -> Option<Date> {
        let (first, last) = all.days().next().zip(all.days().next_back())?;
        let at = self.at.unwrap_or(clock);
        Some(at.clamp(first_of_month(first.0), first_of_month(last.0).plus_months(1).plus_days(-1)))
    }
}

fn first_of_month(day: Date) -> Date {
    let (year, month, _) = day.civil();
    Date::from_civil(year, month, 1)
}

/// Draws the name of the month, and the buttons to the months before and after. Returns the counts of the month, up to
/// the clock's time and to the end.
pub fn choose(
    ui: &mut egui::Ui,
    (figures, zone): (&Figures, &Zone),
    state: &mut MonthState,
    (so_far, all): (&HourCounts, &HourCounts),
) -> Option<(u64, u64)> {
    let day = state.day(all, clock_day(figures, zone))?;
    let first = first_of_month(day);
    let month_of = |day: Option<(Date, &[u64; 24])>| day.map_or(first, |(day, _)| first_of_month(day));
    let (is_first, is_last) = (month_of(all.days().next()) >= first, month_of(all.days().next_back()) <= first);
    if look::icon_button_if(ui, !is_first, Icon::ChevronLeft, "Previous month") {
        state.at = Some(first.plus_months(-1));
    }
    let words = RichText::new(format!("{} {}", format_date(first, "%B"), first.civil().0)).family(semibold());
    ui.add_sized(vec2(126.0, 26.0), egui::Label::new(words));
    if look::icon_button_if(ui, !is_last, Icon::ChevronRight, "Next month") {
        state.at = Some(first.plus_months(1));
    }
    let of_month = |(day, _): &(Date, &[u64; 24])| first_of_month(*day) == first;
    let sum = |counts: &HourCounts| counts.days().filter(of_month).map(|(day, _)| counts.on(day)).sum();
    Some((sum(so_far), sum(all)))
}

fn clock_day(figures: &Figures, zone: &Zone) -> Date {
    zone.date_at(figures.of.1)
}

/// Draws the month. `items` gives the items that a day's count is made of.
pub fn show(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    state: &mut MonthState,
    counts: &MonthCounts<'_>,
    items: &mut dyn FnMut(Date) -> Arc<[DayShare]>,
) {
    let clock = clock_day(figures, counts.zone);
    let Some(current) = state.day(counts.all, clock) else {
        ui.add_space(8.0);
        let words = "None of these happen in this rehearsal.";
        ui.label(RichText::new(words).color(color(ColorRole::Muted, panel.theme)));
        return;
    };
    let first = first_of_month(current);
    let week = dates::week(panel.settings);
    let before = week.iter().position(|day| *day == first.weekday()).unwrap_or_default() as i64;
    let length = i64::from(first.plus_months(1).number() - first.number());
    let weeks = (before + length + 6) / 7;
    let room = ui.available_size() - vec2(10.0, HEAD);
    let size = vec2((room.x / 7.0).floor(), (room.y / weeks as f32).floor().clamp(DAY.0, DAY.1));
    let (head, _) = ui.allocate_exact_size(vec2(room.x, HEAD), Sense::hover());
    for (place, weekday) in week.iter().enumerate() {
        let at = pos2(head.left() + size.x * place as f32 + 6.0, head.center().y);
        let ink = color(ColorRole::Muted, panel.theme);
        ui.painter().text(at, Align2::LEFT_CENTER, weekday.short(), FontId::new(12.0, semibold()), ink);
    }
    let most = counts.all.days().map(|(day, _)| counts.all.on(day)).max().unwrap_or(1);
    ScrollArea::vertical().id_salt("days of the month").auto_shrink([false, false]).show(ui, |ui| {
        let (all, _) = ui.allocate_exact_size(vec2(room.x, size.y * weeks as f32), Sense::hover());
        for place in 0..length {
            let day = first.plus_days(place);
            let (column, row) = ((before + place) % 7, (before + place) / 7);
            let corner = all.min + vec2(size.x * column as f32, size.y * row as f32);
            let rect = Rect::from_min_size(corner, size).shrink(1.5);
            let count = counts.all.on(day);
            let shown = DayInMonth {
                day,
                zone: counts.zone,
                date: dates::date(panel.settings, day),
                noun: counts.noun,
                count,
                so_far: counts.so_far.on(day),
                most,
                clock,
                items: if count > 0 { items(day) } else { Arc::default() },
            };
            one(ui, panel, figures, state, &shown, (rect, day == current, counts.all));
        }
    });
}

/// A day with its keys. A click lists what it is made of.
fn one(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    figures: &Figures,
    state: &mut MonthState,
    shown: &DayInMonth<'_>,
    (rect, is_current, all): (Rect, bool, &HourCounts),
) {
    let id = Id::unique(("day of the month", shown.day.number()));
    // Tab reaches only the current day; arrow keys reach the others.
    let response = ui.interact(rect, id, if is_current { Sense::click() } else { Sense::CLICK });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, shown.spoken()));
    if is_current && state.takes > 0 {
        state.takes -= 1;
        response.request_focus();
        response.scroll_to_me(None);
        ui.ctx().request_repaint();
    }
    keys(ui, state, &response, (shown.day, is_current), all);
    shown.paint(ui, panel.theme, rect);
    if response.has_focus() || response.hovered() {
        let stroke = Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
        ui.painter().rect_stroke(rect, 5.0, stroke, StrokeKind::Inside);
    }
    if response.clicked() {
        state.at = Some(shown.day);
        response.request_focus();
    }
    if shown.count == 0 {
        return;
    }
    let popup = Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    let details = |ui: &mut egui::Ui| {
        at_button::keep(&response, id);
        shown.details(ui, panel, figures);
    };
    if popup.width(280.0).show(details).is_none() {
        response.on_hover_text(shown.spoken());
    }
}

/// Arrow keys go to another day, Page keys to another month.
fn keys(ui: &egui::Ui, state: &mut MonthState, response: &Response, (day, is_current): (Date, bool), all: &HourCounts) {
    if !is_current || !response.has_focus() {
        return;
    }
    // Esc closes the day's list, and focus stays on the day.
    let is_listed = Popup::is_any_open(ui.ctx());
    let arrows = !is_listed;
    let filter = EventFilter { tab: false, horizontal_arrows: arrows, vertical_arrows: arrows, escape: is_listed };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if is_listed {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = match () {
        () if pressed(Key::ArrowRight) => day.plus_days(1),
        () if pressed(Key::ArrowLeft) => day.plus_days(-1),
        () if pressed(Key::ArrowDown) => day.plus_days(7),
        () if pressed(Key::ArrowUp) => day.plus_days(-7),
        () if pressed(Key::PageDown) => day.plus_months(1),
        () if pressed(Key::PageUp) => day.plus_months(-1),
        () => return,
    };
    state.at = Some(to);
    // The day stays within the months that have counts.
    state.at = state.day(all, day);
    state.takes = TAKES;
    ui.ctx().request_repaint();
}
