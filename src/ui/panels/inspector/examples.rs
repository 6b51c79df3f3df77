//! Worked examples of a timer, computed by the engine.

use eframe::egui::{self, Id, RichText, Ui};
use lucide_icons::Icon;

use crate::calendar::span::FieldDate;
use crate::calendar::timer::DayCount;
use crate::calendar::{Date, DateTime, Weekday, Zone, zone};
use crate::campaign::configured::is_configured;
use crate::campaign::kinds::Kind;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::facts::ExamplesRequest;
use crate::ui::context::settings::Settings;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{dates, focus, theme};
use crate::ui::controls::{list, look, read};
use crate::workbench::arrivals::{monday_of, reads_time, usual_arrivals, usual_field, week_for};
use crate::workbench::examples::{ExampleOutcome, ExampleRow, as_text};
use crate::workbench::rules::{Question, question, section_for};

/// The typed arrivals and zones, kept while the window is open, the same for all timers.
#[derive(Clone, Debug, Default)]
struct ExampleInputs {
    /// `None` while they are the usual ones, which depend on the timer.
    arrivals: Option<Vec<DateTime>>,
    zones: Vec<String>,
    /// As `arrivals`, for the value of the contact's field.
    field: Option<FieldDate>,
    /// The row whose derivation is shown.
    why: Option<usize>,
}

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, kind: &Kind) {
    if !look::steady(ui, form.id("has examples"), is_configured(kind, form.known)) || !is_configured(kind, form.known) {
        return;
    }
    let id = Id::unique("worked examples");
    let today = dates::today(form.campaign);
    let monday = week_for(kind, today);
    let mut asked = ui.data(|data| data.get_temp::<ExampleInputs>(id)).unwrap_or_default();
    let usual = usual_arrivals(monday);
    let mut arrivals = asked.arrivals.take().unwrap_or_else(|| usual.clone());
    look::section(ui, "Contact arrives … continues");
    let field = matches!(kind, Kind::FieldTimer(_)).then(|| field_value(ui, form, kind, monday, &mut asked.field));
    if monday != monday_of(today) {
        look::hint(ui, &format!("In the week of {}", dates::day(form.settings, monday)));
    }
    let question = ExamplesRequest {
        kind: kind.clone(),
        arrivals: arrivals.clone(),
        zones: asked.zones.clone(),
        cell: field.map(FieldDate::cell),
        people: form.people.clone(),
    };
    let all = form.facts.examples(form.campaign, question);
    let is_of_people = |row: &ExampleRow| form.people.as_ref().is_some_and(|people| people.local == row.arrival);
    let (people, rows) = match &all[..] {
        [first, rest @ ..] if is_of_people(first) => (Some(first), rest),
        all => (None, all),
    };
    let many_zones = asked.zones.len() > 1;
    let zone = one_clock(rows);
    if let Some(words) = zone_words(form, rows) {
        look::hint(ui, &words);
    }
    let mut gone = None;
    if let Some(row) = people {
        let shown = ExampleContext { number: 0, many_zones, monday, zone };
        if let Some(Asks::Why) = one(ui, form, row, None, asked.why == Some(OF_PEOPLE), &shown) {
            asked.why = (asked.why != Some(OF_PEOPLE)).then_some(OF_PEOPLE);
        }
    }
    for (place, row) in rows.iter().enumerate() {
        let at = place % arrivals.len().max(1);
        // Each arrival has a field only in its first row.
        let arrival = (place == at).then(|| &mut arrivals[at]);
        let (is_open, shown) =
            (asked.why == Some(place), ExampleContext { number: place + 1, many_zones, monday, zone });
        match one(ui, form, row, arrival, is_open, &shown) {
            Some(Asks::Why) => asked.why = (!is_open).then_some(place),
            Some(Asks::Gone) => gone = Some(at),
            None => {}
        }
    }
    if let Some(place) = gone {
        arrivals.remove(place);
        asked.why = None;
    }
    let counts_dates = form.campaign.rules.day_count == DayCount::CalendarDays;
    if counts_dates && matches!(kind, Kind::DelayTimer(_)) {
        look::hint(ui, "1 day is the next calendar date, not 24 hours.");
    }
    below(ui, form, &mut arrivals, &mut asked, &all);
    if arrivals != usual {
        if focus::keyed(ui, "usual", |ui| look::link(ui, "Usual arrivals")).clicked() {
            asked.why = None;
        } else {
            asked.arrivals = Some(arrivals);
        }
    }
    ui.data_mut(|data| data.insert_temp(id, asked));
}

/// The value of the contact's field: typed, or the usual one.
fn field_value(
    ui: &mut Ui,
    form: &mut Form<'_>,
    kind: &Kind,
    monday: Date,
    typed: &mut Option<FieldDate>,
) -> FieldDate {
    let has_time = reads_time(form.campaign, kind);
    let usual = usual_field(form.campaign, kind, monday);
    // A time of day is dropped if this timer's field has none.
    let mut value = typed.map_or(usual, |typed| FieldDate { has_time, ..typed });
    let read = |text: &str| match (read::date(text), has_time) {
        (Ok(day), _) => Ok(FieldDate { local: day.at_second(0), has_time }),
        (Err(_), true) => read::date_time(text).map(|local| FieldDate { local, has_time }),
        (Err(sentence), false) => Err(sentence),
    };
    let write = |value: &FieldDate| match (dates::day(form.settings, value.local.date()), value.has_time) {
        (day, true) => format!("{day} {}", dates::clock(form.settings, value.local)),
        (day, false) => day,
    };
    field::typed(ui, form, "The contact's field contains", &mut value, FieldLook::default(), write, read);
    if value != usual {
        *typed = Some(value);
    }
    value
}

/// The place of the people's row, which is none of those that one can change.
const OF_PEOPLE: usize = usize::MAX;

/// The size of the button that removes a row.
const CROSS: f32 = 26.0;

/// What a row requests.
enum Asks {
    Why,
    Gone,
}

struct ExampleContext<'a> {
    /// Its number in the list; 0 is the row of the rehearsal's people.
    number: usize,
    many_zones: bool,
    monday: Date,
    /// The zone of the times in most rows; `None` if it differs from row to row.
    zone: Option<&'a Zone>,
}

fn one(
    ui: &mut Ui,
    form: &mut Form<'_>,
    row: &ExampleRow,
    arrival: Option<&mut DateTime>,
    is_open: bool,
    shown: &ExampleContext<'_>,
) -> Option<Asks> {
    // A refused arrival has no answer, and the one shown would be wrong.
    let (mut asks, mut is_refused) = (None, false);
    let people = form.people.as_ref().filter(|_| shown.number == 0).map(|people| people.who.clone());
    let label =
        if people.is_some() { "Arrival of the contacts".to_owned() } else { format!("Arrival {}", shown.number) };
    look::group(ui, |ui| {
        if let Some(who) = &people {
            look::hint(ui, who);
        }
        let can_go = arrival.is_some();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            match arrival {
                Some(local) => {
                    let (monday, settings) = (shown.monday, form.settings);
                    let width = 92.0 + if settings.twelve_hours { 16.0 } else { 0.0 };
                    let narrow = FieldLook { width: Some(width), most: 172.0, bare: true, ..FieldLook::default() };
                    let write = move |local: &DateTime| write(settings, *local, monday);
                    field::typed(ui, form, &label, local, narrow, write, move |text| arrival_of(text, monday));
                }
                None => {
                    ui.label(write(form.settings, row.arrival, shown.monday));
                }
            }
            ui.label(look::glyph(Icon::ArrowRight, 13.0).color(look::ink(ui, ColorRole::Muted)));
            is_refused = field::is_refused(ui, form.id(&label));
            let answer = if is_refused { "–".to_owned() } else { goes_on(form.settings, row) };
            ui.add(egui::Label::new(RichText::new(answer).family(theme::semibold())).wrap());
        });
        let refused = field::refusal(ui, form.id(&label)).map(FieldNote::Fault);
        ui.horizontal(|ui| {
            ui.set_min_height(CROSS);
            let zone = match shown.zone {
                _ if shown.many_zones => Zone::named(&row.zone).map(|zone| zone.place()),
                Some(zone) if row.clock.is_same(zone) => None,
                Some(_) | None => Some(format!("times in {}", row.clock.place())),
            };
            let words = [Some(row.waited.clone()), zone, Some(row.note.clone())];
            let words = words.into_iter().flatten().filter(|words| !words.is_empty() && !is_refused);
            let words = words.collect::<Vec<String>>().join(" · ");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let row = ui.max_rect();
                let cross = egui::Rect::from_min_max(egui::pos2(row.right() - CROSS, row.top()), row.max);
                if can_go {
                    ui.add_space(CROSS + ui.spacing().item_spacing.x);
                }
                let name = format!("Why? {label}");
                let why = if is_open { "Hide" } else { "Why?" };
                if !is_refused
                    && focus::keyed(ui, &name, |ui| look::link(ui, why)).accessible_name(name.as_str()).clicked()
                {
                    asks = Some(Asks::Why);
                }
                // Drawn after “Why?”, so that Tab goes from left to right.
                let name = format!("Remove arrival {}", shown.number);
                let mut at_right =
                    ui.new_child(egui::UiBuilder::new().id_salt("cross").max_rect(cross).layout(*ui.layout()));
                if can_go && focus::keyed(&mut at_right, &name, |ui| look::icon_button(ui, Icon::X, &name)).clicked() {
                    asks = Some(Asks::Gone);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| match &refused {
                    Some(refused) => look::line(ui, refused),
                    None => look::hint(ui, &words),
                });
            });
        });
        if is_open && !is_refused {
            why(ui, form, shown.number, row);
        }
    });
    asks
}

/// The zone of the times in all rows; `None` if it differs from row to row.
fn one_clock(rows: &[ExampleRow]) -> Option<&Zone> {
    let first = &rows.first()?.clock;
    rows.iter().all(|row| row.clock.is_same(first)).then_some(first)
}

/// A timer's examples are in the zone that it works in. These words name it if the window shows another one.
fn zone_words(form: &Form<'_>, rows: &[ExampleRow]) -> Option<String> {
    let shown = form.shown_zone.as_ref()?.zone();
    match one_clock(rows) {
        Some(clock) if clock.is_same(shown) => None,
        Some(clock) => Some(format!("Times in {}, where this timer works", clock.place())),
        None => rows.first().map(|_| "Times in each contact’s zone, where this timer works".to_owned()),
    }
}

/// `Thu 19 Nov 08:00`, with the year if it is another year.
fn goes_on(settings: &Settings, row: &ExampleRow) -> String {
    match row.answer {
        ExampleOutcome::GoesOn { local, .. } if local.date().civil().0 == row.arrival.date().civil().0 => {
            format!("{} {}", dates::near(settings, local.date()), dates::clock(settings, local))
        }
        ExampleOutcome::GoesOn { local, .. } => dates::date_time(settings, local),
        answer => answer.words(),
    }
}

/// The derivation, one sentence for each step, and links to its rules.
fn why(ui: &mut Ui, form: &mut Form<'_>, number: usize, row: &ExampleRow) {
    for sentence in &row.sentences {
        ui.add(egui::Label::new(RichText::new(format!("• {sentence}")).size(12.0)).wrap());
    }
    let mut questions: Vec<&Question> = row.steps.iter().filter_map(|step| question(section_for(step))).collect();
    let mut shown: Vec<&str> = Vec::new();
    questions.retain(|question| {
        let is_new = !shown.contains(&question.id);
        shown.push(question.id);
        is_new
    });
    let links = |ui: &mut Ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        for question in questions {
            if look::link(ui, &format!("Rule: {}", question.ask)).clicked() {
                form.actions.push(Action::Show(Overlay::Rules(Some(question.id.to_owned()))));
            }
        }
    };
    focus::keyed(ui, &format!("rules of {number}"), |ui| ui.horizontal_wrapped(links));
}

fn below(
    ui: &mut Ui,
    form: &mut Form<'_>,
    arrivals: &mut Vec<DateTime>,
    asked: &mut ExampleInputs,
    rows: &[ExampleRow],
) {
    ui.horizontal(|ui| {
        if look::button(ui, "Add arrival").clicked() {
            let last = arrivals.last().copied();
            let next = last.map_or(dates::today(form.campaign).at_second(9 * 3600), |local| {
                DateTime::from_secs(local.secs() + 86_400)
            });
            arrivals.push(next);
        }
        if look::button(ui, "Copy table").clicked() {
            ui.ctx().copy_text(as_text(rows));
            form.actions.push(Action::Say("The table was copied as text".to_owned()));
        }
    });
    let zones: Vec<(String, String)> = zone::names().iter().map(|name| (name.clone(), name.clone())).collect();
    let none = format!("{}, same as the campaign", form.campaign.time_zone);
    list::names(ui, "Contact's time zones", ("Add time zone", &none), &mut asked.zones, &zones, &[]);
}

/// `Mon 09:00` in the week that begins on a Monday, `6 Mar 2026 17:30` in others.
fn write(settings: &Settings, local: DateTime, monday: Date) -> String {
    let clock = dates::clock(settings, local);
    match local.date().number() - monday.number() {
        0..=6 => format!("{} {clock}", local.date().weekday().short()),
        _ => format!("{} {clock}", dates::day(settings, local.date())),
    }
}

/// `Mon 9:00`, `friday 5pm`, or a date and a time.
fn arrival_of(text: &str, monday: Date) -> Result<DateTime, String> {
    match read_arrival(text, monday)? {
        local if (1971..2099).contains(&local.date().civil().0) => Ok(local),
        _ => Err("Choose a date from 1970 to 2099".to_owned()),
    }
}

fn read_arrival(text: &str, monday: Date) -> Result<DateTime, String> {
    if text.trim().is_empty() {
        return Err("Type an arrival, such as Fri 17:30".to_owned());
    }
    if let Some((first, rest)) = text.trim().split_once([' ', ',']) {
        let first = first.to_lowercase();
        let is_named = |day: &Weekday| first.len() >= 2 && day.name().to_lowercase().starts_with(&first);
        if let Some(weekday) = Weekday::ALL.into_iter().find(is_named) {
            return match read::time(rest) {
                Ok(time) => Ok(monday.plus_days(weekday as i64).at_second(time.secs())),
                // `Fri 6 Mar 2026 17:30`: the weekday says nothing new.
                Err(_) => read::date_time(rest),
            };
        }
    }
    read::date_time(text).map_err(|_| format!("“{text}” isn't an arrival. Try Fri 17:30 or 6 Mar 2026 17:30"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::context::settings::DateOrder;

    #[test]
    fn arrivals_are_days_of_this_week_or_dates() {
        let monday = Date::from_civil(2026, 3, 2);
        for (typed, local) in [
            ("Mon 9", "2026-03-02T09:00"),
            ("friday 5:30pm", "2026-03-06T17:30"),
            ("sa 12:00", "2026-03-07T12:00"),
            ("2024-03-01 0900", "2024-03-01T09:00"),
            ("Fri 1 Mar 2024 9:00", "2024-03-01T09:00"),
        ] {
            let read = arrival_of(typed, monday).expect(typed);
            assert_eq!(read.to_string(), local);
            // Everything written is read back, in every format.
            for dates in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
                for twelve_hours in [false, true] {
                    let settings = Settings { dates, twelve_hours, ..Settings::default() };
                    assert_eq!(arrival_of(&write(&settings, read, monday), monday), Ok(read));
                }
            }
        }
        assert!(arrival_of("soon", monday).is_err());
    }
}
