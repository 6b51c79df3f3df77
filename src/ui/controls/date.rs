//! A date field: typed in many forms, or chosen from a month.

use eframe::egui::{
    Button, EventFilter, Grid, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, RichText, Ui, vec2,
};
use lucide_icons::Icon;

use super::field::{self, FieldLook};
use super::form::Form;
use super::look::FieldNote;
use super::walk::stay;
use super::{at_button, choice, focus, look, operated, read, read_dates, unsent};
use crate::calendar::date::days_in_month;
use crate::calendar::timer::TimeOfDay;
use crate::calendar::words::format_date;
use crate::calendar::{Date, DateTime};
use crate::picture::theme::ColorRole;
use crate::ui::context::settings::{DateOrder, Settings};
use crate::ui::controls::dates;

/// A date under its caption.
pub fn date(ui: &mut Ui, form: &Form<'_>, label: &str, day: &mut Date) {
    let mut optional = Some(*day);
    optional_date(ui, form, label, &mut optional, *day);
    *day = optional.unwrap_or(*day);
}

/// A date field that may be empty; the month of `near` is then shown.
pub fn optional_date(ui: &mut Ui, form: &Form<'_>, label: &str, day: &mut Option<Date>, near: Date) {
    look::caption(ui, label);
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 52.0).min(150.0);
        let look = FieldLook { bare: true, width: Some(width), hint: "Day, month, year", ..FieldLook::default() };
        let write = |day: &Option<Date>| day.map(|day| dates::day(form.settings, day)).unwrap_or_default();
        field::typed(ui, form, label, day, look, write, |text| {
            read_dates::date_from(text, earliest(form), form.settings.dates).map(Some)
        });
        let button = calendar_button(ui, label);
        if let Some(chosen) = month(ui, form.settings, &button, day.unwrap_or(near)) {
            *day = Some(chosen);
        }
        if let Some(day) = day.filter(|_| !unsent::is_refused(ui, form.id(label))) {
            look::hint(ui, day.weekday().short());
        }
    });
    if let Some(chosen) = note_of_day(ui, form, &[form.id(label)]) {
        *day = Some(chosen);
    }
}

/// The line below a date field, the first of these, and others beside it. A text that can be two dates has a button for
/// each; the chosen one is returned.
fn note_of_day(ui: &mut Ui, form: &Form<'_>, fields: &[Id]) -> Option<Date> {
    let Some(days) = unsent::refused_text(ui, fields[0]).and_then(|text| read_dates::either(&text)) else {
        unsent::note(ui, fields, None);
        return None;
    };
    let words = days.map(|day| dates::day(form.settings, day));
    let whole = words.each_ref().map(|words| format!("It is {words}"));
    let links = [0, 1].map(|place| (words[place].as_str(), whole[place].as_str()));
    let chosen = look::note_with_links(ui, &FieldNote::Fault("Which date is it?".to_owned()), &links)?;
    operated::note(ui);
    unsent::drop_text(ui.ctx(), fields[0]);
    Some(days[chosen])
}

/// Where a date without a year is looked for: from when contacts come to the timer, and not before today.
fn earliest(form: &Form<'_>) -> Date {
    let today = dates::today(form.campaign);
    form.people.as_ref().map_or(today, |people| people.local.date().max(today))
}

/// The button that opens a month.
fn calendar_button(ui: &mut Ui, label: &str) -> Response {
    let name = format!("Choose {}", label.to_lowercase());
    focus::keyed(ui, &name, |ui| look::icon_button(ui, Icon::Calendar, &name))
}

/// Fields for a date and a time of day, next to each other under their caption.
pub fn date_time(ui: &mut Ui, form: &Form<'_>, label: &str, at: &mut DateTime) {
    moment_with(ui, form, label, at, |_| {});
}

/// As [`date_time`], with something else at the end of its line.
pub fn moment_with(ui: &mut Ui, form: &Form<'_>, label: &str, at: &mut DateTime, behind: impl FnOnce(&mut Ui)) {
    look::caption(ui, label);
    let (day_label, time_label) = (format!("{label} date"), format!("{label} time"));
    let (mut day, was) = (at.date(), *at);
    let mut time = TimeOfDay::from_minutes((at.second_of_day() / 60) as u16);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let look = FieldLook { bare: true, width: Some(104.0), hint: "Date", ..FieldLook::default() };
        let simulated = |text: &str| simulated(text, form.settings.dates);
        field::typed(ui, form, &day_label, &mut day, look, |day| dates::day(form.settings, *day), simulated);
        let button = calendar_button(ui, &day_label);
        if let Some(chosen) = month(ui, form.settings, &button, day) {
            day = chosen;
        }
        let look = FieldLook { width: Some(68.0), hint: "Time", ..look };
        let write = |time: &Option<TimeOfDay>| {
            time.map(|time| dates::time(form.settings, u32::from(time.minutes()))).unwrap_or_default()
        };
        field::typed(ui, form, &time_label, &mut time, look, write, |text| read::time(text).map(Some));
        if !unsent::is_refused(ui, form.id(&day_label)) {
            look::hint(ui, day.weekday().short());
        }
        behind(ui);
    });
    day = note_of_day(ui, form, &[form.id(&day_label), form.id(&time_label)]).unwrap_or(day);
    let now = day.at_second(time.map_or(i64::from(was.second_of_day()), TimeOfDay::secs));
    // Seconds from a file stay until another time is typed.
    if now.secs().div_euclid(60) != was.secs().div_euclid(60) {
        *at = now;
    }
}

/// A date within simulated time.
fn simulated(text: &str, order: DateOrder) -> Result<Date, String> {
    match read_dates::date(text, order)? {
        day if (1970..=2099).contains(&day.civil().0) => Ok(day),
        _ => Err("Choose a date from 1970 to 2099".to_owned()),
    }
}

/// A month that opens below a button.
fn month(ui: &mut Ui, settings: &Settings, button: &Response, chosen: Date) -> Option<Date> {
    let popup = Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    let was_open = popup.is_open();
    if !was_open {
        ui.data_mut(|data| {
            data.remove::<Date>(id);
            data.remove::<DayWithFocus>(id);
        });
    }
    let grid = |ui: &mut Ui| {
        at_button::keep(button, id);
        month_grid(ui, settings, id, chosen)
    };
    let picked = popup.show(grid).and_then(|shown| shown.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), id);
        button.request_focus();
    } else {
        focus::back_to_button(button, id, was_open);
    }
    match picked? {
        MonthAnswer::Day(day) => {
            operated::note(ui);
            Some(day)
        }
        MonthAnswer::Left => None,
    }
}

/// How a month was left.
#[derive(Clone, Copy)]
enum MonthAnswer {
    Day(Date),
    /// With Tab: focus goes back to the button.
    Left,
}

/// The day with focus in a month, which arrow and page keys move.
#[derive(Clone, Copy, Default)]
struct DayWithFocus {
    day: Option<Date>,
    /// Whether the day is to get focus, since its month was not shown yet.
    is_new: bool,
}

fn month_grid(ui: &mut Ui, settings: &Settings, id: Id, chosen: Date) -> Option<MonthAnswer> {
    let mut current = ui.data(|data| data.get_temp::<DayWithFocus>(id)).unwrap_or_default();
    if choice::just_opened(ui, id) {
        current = DayWithFocus { day: Some(chosen), is_new: true };
    }
    let mut shown = ui.data(|data| data.get_temp::<Date>(id)).unwrap_or(chosen);
    let step = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let pages = i64::from(step(Key::PageDown)) - i64::from(step(Key::PageUp));
    if pages != 0 {
        current = DayWithFocus { day: current.day.map(|day| day.plus_months(pages)), is_new: true };
        shown = current.day.unwrap_or(shown.plus_months(pages));
    } else if current.is_new {
        shown = current.day.unwrap_or(shown);
    }
    ui.horizontal(|ui| {
        if look::icon_button(ui, Icon::ChevronLeft, "Previous month").clicked() {
            shown = shown.plus_months(-1);
        }
        let words = RichText::new(format!("{} {}", format_date(shown, "%B"), shown.civil().0))
            .family(crate::ui::controls::theme::semibold());
        ui.add_sized(vec2(140.0, 26.0), eframe::egui::Label::new(words));
        if look::icon_button(ui, Icon::ChevronRight, "Next month").clicked() {
            shown = shown.plus_months(1);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, shown));
    let answer = days(ui, settings, (id, shown, chosen), &mut current);
    ui.data_mut(|data| data.insert_temp(id, current));
    answer
}

/// The days of a month, in weeks.
fn days(
    ui: &mut Ui,
    settings: &Settings,
    (id, shown, chosen): (Id, Date, Date),
    current: &mut DayWithFocus,
) -> Option<MonthAnswer> {
    let (year, month, _) = shown.civil();
    let first = Date::from_civil(year, month, 1);
    let week = dates::week(settings);
    let before = week.iter().position(|day| *day == first.weekday()).unwrap_or_default();
    let (mut answer, is_new) = (None, std::mem::take(&mut current.is_new));
    Grid::new(id.with("days")).spacing(vec2(2.0, 2.0)).show(ui, |ui| {
        for weekday in week {
            ui.label(RichText::new(&weekday.short()[..2]).size(11.5).color(look::ink(ui, ColorRole::Muted)));
        }
        ui.end_row();
        for place in 0..before + days_in_month(year, month) as usize {
            if place < before {
                ui.label("");
            } else {
                let day = first.plus_days((place - before) as i64);
                let response = day_button(ui, &dates::date(settings, day), day, day == chosen);
                if is_new && current.day == Some(day) {
                    response.request_focus();
                } else if !is_new && !current.is_new && response.has_focus() {
                    answer = walk(ui, &response, day, current);
                }
                if response.clicked() {
                    answer = Some(MonthAnswer::Day(day));
                }
            }
            if place % 7 == 6 {
                ui.end_row();
            }
        }
    });
    answer
}

/// Arrow keys move from the day with focus to another day, also of another month; Tab leaves the month.
fn walk(ui: &Ui, response: &Response, day: Date, current: &mut DayWithFocus) -> Option<MonthAnswer> {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    current.day = Some(day);
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let steps = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
    if let Some((_, days)) = steps.iter().find(|(key, _)| pressed(Modifiers::NONE, *key)) {
        stay(ui);
        *current = DayWithFocus { day: Some(day.plus_days(*days)), is_new: true };
        ui.ctx().request_repaint();
    }
    let tabs = pressed(Modifiers::NONE, Key::Tab) || pressed(Modifiers::SHIFT, Key::Tab);
    tabs.then_some(MonthAnswer::Left)
}

fn day_button(ui: &mut Ui, name: &str, day: Date, is_chosen: bool) -> Response {
    let button = Button::selectable(is_chosen, day.civil().2.to_string()).min_size(vec2(28.0, 26.0));
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(4.0, 3.0);
        ui.add(button).accessible_name(name)
    })
    .inner
}
