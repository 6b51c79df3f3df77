//! A cell of a contact typed by hand: a text, a date or a choice, depending on the field.

use eframe::egui::{Response, Ui};

use super::words;
use crate::calendar::{Date, DateTime, Instant, zone};
use crate::campaign::directory::FieldKind;
use crate::campaign::fields::{Column, Field};
use crate::contacts::status::EmailStatus;
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::dates;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::{names, read_dates};

/// The width of the cells of a field.
pub(super) fn width(field: Option<Field>, form: &Form<'_>) -> f32 {
    match field {
        Some(Field::Column(Column::Email)) => 148.0,
        Some(Field::Column(Column::TimeZone | Column::EmailStatus | Column::Street)) => 136.0,
        Some(Field::Column(Column::Entered)) => 158.0,
        Some(Field::Column(Column::State | Column::PostalCode | Column::Id)) => 82.0,
        Some(field) if field.kind(&form.campaign.directory) == FieldKind::DateTime => 148.0,
        _ => 104.0,
    }
}

/// Draws the cell. `cell` is the text as in a contacts file; may be empty.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    label: &str,
    field: Option<Field>,
    cell: &mut String,
    width: f32,
) -> Option<Response> {
    let look = FieldLook { width: Some(width), bare: true, ..FieldLook::default() };
    let kind = field.map(|field| field.kind(&form.campaign.directory));
    match (field, kind) {
        (Some(Field::Column(Column::EmailStatus)), _) => status(ui, label, cell, width),
        (Some(Field::Column(Column::TimeZone)), _) => {
            let zones: Vec<(String, String)> = zone::names().iter().map(|name| (name.clone(), name.clone())).collect();
            one_of(ui, label, cell, "Same as the campaign", &zones, width);
        }
        (Some(Field::Column(Column::Owner)), _) => {
            one_of(ui, label, cell, "No owner", &names::users(&form.campaign.directory), width);
        }
        (Some(Field::Column(Column::CardOnFile)), _) => {
            let words = [("yes", "Yes"), ("no", "No")].map(|(cell, words)| (cell.to_owned(), words.to_owned()));
            one_of(ui, label, cell, "Not given", &words, width);
        }
        (_, Some(FieldKind::Date)) => return Some(date(ui, form, label, cell, look)),
        (_, Some(FieldKind::DateTime)) | (Some(Field::Column(Column::Entered)), _) => {
            return Some(date_time(ui, form, label, cell, look));
        }
        _ => return Some(field::live(ui, form, label, cell, look)),
    }
    None
}

/// A choice from a list, or empty.
fn one_of(ui: &mut Ui, label: &str, cell: &mut String, nothing: &str, values: &[(String, String)], width: f32) {
    let words = std::iter::once(nothing.to_owned()).chain(values.iter().map(|(_, words)| words.clone()));
    let words: Vec<String> = words.collect();
    let known = values.iter().find(|(value, _)| value == cell).map(|(_, words)| words.as_str());
    let shown = if cell.is_empty() { nothing } else { known.unwrap_or(cell) };
    if let Some(PickedOption::Option(place)) = choice::bare(ui, label, shown, &words, &[], width) {
        *cell = place.checked_sub(1).map(|place| values[place].0.clone()).unwrap_or_default();
    }
}

/// The email status; empty means unconfirmed.
fn status(ui: &mut Ui, label: &str, cell: &mut String, width: f32) {
    let words = EmailStatus::ALL.map(words::status);
    let shown = EmailStatus::of_word(cell).map_or_else(|| cell.clone(), words::status);
    if let Some(PickedOption::Option(place)) = choice::bare(ui, label, &shown, &words, &[], width) {
        let status = EmailStatus::ALL[place];
        *cell = if status == EmailStatus::default() { String::new() } else { status.word().to_owned() };
    }
}

/// A date in the user's format. An invalid one stays as typed, and the row says so.
fn date(ui: &mut Ui, form: &Form<'_>, label: &str, cell: &mut String, look: FieldLook) -> Response {
    let write = |cell: &String| Date::parse(cell).map_or_else(|| cell.clone(), |day| dates::day(form.settings, day));
    let read = |text: &str| {
        Ok(read_dates::date(text, form.settings.dates).map_or_else(|_| text.trim().to_owned(), |day| day.to_string()))
    };
    field::typed(ui, form, label, cell, look, write, read)
}

/// A date and time in the user's format. Instants with an offset stay as they are.
fn date_time(ui: &mut Ui, form: &Form<'_>, label: &str, cell: &mut String, look: FieldLook) -> Response {
    let write = |cell: &String| match DateTime::parse_minutes(cell) {
        Some(local) => format!("{} {}", dates::day(form.settings, local.date()), dates::clock(form.settings, local)),
        None => cell.clone(),
    };
    let read = |text: &str| {
        let text = text.trim();
        let is_instant = Instant::parse_with_offset(text).is_some();
        let local = read_dates::date_time(text, form.settings.dates).ok().filter(|_| !is_instant);
        Ok(local.map_or_else(|| text.to_owned(), |local| local.to_string()))
    };
    field::typed(ui, form, label, cell, look, write, read)
}
