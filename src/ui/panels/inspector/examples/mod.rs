//! Worked examples of a timer, computed by the engine: when the rehearsal's first contact continues, and contacts
//! that arrive at other times. Each time is one moment for all the contacts' time zones.

mod row;
mod typed;

use std::rc::Rc;

use eframe::egui::{Id, Ui};

use self::row::{Asks, ExampleContext, zone_words};
use self::typed::ArrivalDefaults;
use crate::calendar::span::FieldDate;
use crate::calendar::{Date, DateTime, zone};
use crate::campaign::configured::is_configured;
use crate::campaign::kinds::Kind;
use crate::ui::context::action::Action;
use crate::ui::context::facts::ExamplesRequest;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::{dates, focus, list, look, read_dates};
use crate::workbench::arrivals::{reads_time, usual_arrivals, usual_field, week_for};
use crate::workbench::examples::{ExampleRow, as_text};

/// The typed arrivals and zones, kept while the window is open, the same for all timers.
#[derive(Clone, Debug, Default)]
struct ExampleInputs {
    /// `None` while they are the usual ones, which depend on the timer.
    arrivals: Option<Vec<DateTime>>,
    /// The zones of contacts besides the campaign's zone.
    zones: Vec<String>,
    /// As `arrivals`, for the value of the contact's field.
    field: Option<FieldDate>,
    /// The row whose derivation is shown.
    why: Option<usize>,
}

/// The place of the people's row, which is none of those that one can change.
const OF_PEOPLE: usize = usize::MAX;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, kind: &Kind) {
    if !look::steady(ui, form.id("has examples"), is_configured(kind, form.known)) || !is_configured(kind, form.known) {
        return;
    }
    let id = Id::unique("worked examples");
    let first_day = form.people.as_ref().map_or_else(|| dates::today(form.campaign), |people| people.local.date());
    let monday = week_for(kind, first_day);
    let defaults = ArrivalDefaults { monday, year: first_day.civil().0, order: form.settings.dates };
    let mut asked = ui.data(|data| data.get_temp::<ExampleInputs>(id)).unwrap_or_default();
    let usual = usual_arrivals(monday);
    let mut arrivals = asked.arrivals.take().unwrap_or_else(|| usual.clone());
    look::section(ui, "Contact arrives … continues");
    let mut field = matches!(kind, Kind::FieldTimer(_)).then(|| field_value(form, kind, monday, asked.field));
    let mut all = rows(form, kind, &arrivals, &asked.zones, field);
    if let Some(words) = zone_words(form, others(form, &all)) {
        look::hint(ui, &words);
    }
    let many_zones = !asked.zones.is_empty();
    let mut shown = ExampleContext { many_zones, zone: row::one_clock(others(form, &all)).cloned(), defaults };
    // A known contact has its own value in the field; any other has the one that is typed below.
    let has_own = form.people.as_ref().is_some_and(|people| people.own.is_some());
    if field.is_none() || has_own {
        people(ui, form, &all, &mut asked.why, &shown);
    }
    if let Some(value) = &mut field {
        let before = *value;
        type_field(ui, form, kind, value);
        if *value != before {
            asked.field = Some(*value).filter(|value| *value != usual_field(form.campaign, kind, monday));
            all = rows(form, kind, &arrivals, &asked.zones, field);
            shown = ExampleContext { zone: row::one_clock(others(form, &all)).cloned(), ..shown };
        }
        if !has_own {
            people(ui, form, &all, &mut asked.why, &shown);
        }
    }
    let of_arrivals = others(form, &all);
    table(ui, form, of_arrivals, &mut arrivals, &mut asked.why, &shown);
    below(ui, form, &mut arrivals, &mut asked, &all);
    let lacks_usual = usual.iter().any(|one| !arrivals.contains(one));
    if lacks_usual && focus::keyed(ui, "usual", |ui| look::link(ui, "Add the usual arrivals")).clicked() {
        asked.why = None;
        arrivals.retain(|typed| !usual.contains(typed));
        arrivals = usual.iter().copied().chain(arrivals).collect();
    }
    asked.arrivals = (arrivals != usual).then_some(arrivals);
    ui.data_mut(|data| data.insert_temp(id, asked));
}

/// The rows of the rehearsal's people and of the arrivals.
fn rows(
    form: &Form<'_>,
    kind: &Kind,
    arrivals: &[DateTime],
    zones: &[String],
    field: Option<FieldDate>,
) -> Rc<[ExampleRow]> {
    let question = ExamplesRequest {
        kind: kind.clone(),
        arrivals: arrivals.to_vec(),
        zones: zones.to_vec(),
        cell: field.map(FieldDate::cell),
        people: form.people.clone(),
    };
    form.facts.examples(form.campaign, question)
}

/// The row of the rehearsal's people, if there is one.
fn of_people<'a>(form: &Form<'_>, all: &'a [ExampleRow]) -> Option<&'a ExampleRow> {
    let people = form.people.as_ref()?;
    all.first().filter(|row| row.arrival == people.local)
}

/// The rows of the arrivals.
fn others<'a>(form: &Form<'_>, all: &'a [ExampleRow]) -> &'a [ExampleRow] {
    if of_people(form, all).is_some() { &all[1..] } else { all }
}

/// Draws the row of the rehearsal's people.
fn people(ui: &mut Ui, form: &mut Form<'_>, all: &[ExampleRow], why: &mut Option<usize>, shown: &ExampleContext) {
    let Some(row) = of_people(form, all) else { return };
    let is_open = *why == Some(OF_PEOPLE);
    if let Some(Asks::Why) = row::show(ui, form, row, (0, None), is_open, shown) {
        *why = (!is_open).then_some(OF_PEOPLE);
    }
}

/// Draws the rows of the arrivals: each arrival for a contact in each zone, the campaign's first.
fn table(
    ui: &mut Ui,
    form: &mut Form<'_>,
    rows: &[ExampleRow],
    arrivals: &mut Vec<DateTime>,
    why: &mut Option<usize>,
    shown: &ExampleContext,
) {
    let zones = (rows.len() / arrivals.len().max(1)).max(1);
    let mut gone = None;
    for (place, row) in rows.iter().enumerate() {
        let at = place / zones;
        // Each arrival has a field only in its first row.
        let arrival = arrivals.get_mut(at).filter(|_| place % zones == 0);
        let is_open = *why == Some(place);
        match row::show(ui, form, row, (at + 1, arrival), is_open, shown) {
            Some(Asks::Why) => *why = (!is_open).then_some(place),
            Some(Asks::Gone) => gone = Some(at),
            None => {}
        }
    }
    if let Some(at) = gone.filter(|at| *at < arrivals.len()) {
        arrivals.remove(at);
        *why = None;
    }
}

/// The value of the contact's field: typed, or the usual one.
fn field_value(form: &Form<'_>, kind: &Kind, monday: Date, typed: Option<FieldDate>) -> FieldDate {
    let has_time = reads_time(form.campaign, kind);
    // A time of day is dropped if this timer's field has none.
    typed.map_or_else(|| usual_field(form.campaign, kind, monday), |typed| FieldDate { has_time, ..typed })
}

/// The field for that value.
fn type_field(ui: &mut Ui, form: &mut Form<'_>, kind: &Kind, value: &mut FieldDate) {
    let has_time = reads_time(form.campaign, kind);
    let read = |text: &str| match (read_dates::date(text, form.settings.dates), has_time) {
        (Ok(day), _) => Ok(FieldDate { local: day.at_second(0), has_time }),
        (Err(_), true) => read_dates::date_time(text, form.settings.dates).map(|local| FieldDate { local, has_time }),
        (Err(sentence), false) => Err(sentence),
    };
    let write = |value: &FieldDate| row::field_words(form.settings, *value);
    field::typed(ui, form, "The contact's field contains", value, FieldLook::default(), write, read);
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
            form.actions.push(Action::SayDone("The table was copied as text".to_owned()));
        }
    });
    let own = &form.campaign.time_zone;
    let zones = zone::names().iter().filter(|name| *name != own);
    let zones: Vec<(String, String)> = zones.map(|name| (name.clone(), name.clone())).collect();
    let none = format!("None: all rows are for a contact in {own}");
    list::names(ui, "Contacts in other time zones", ("Add time zone", &none), &mut asked.zones, &zones, &[]);
}
