//! The setting for the value that a field is set to.

use eframe::egui::Ui;

use crate::calendar::DateTime;
use crate::campaign::directory::FieldKind;
use crate::campaign::fields::Field;
use crate::campaign::kinds::set_field_value::{fits, is_decimal};
use crate::campaign::kinds::{OverwriteMode, SetFieldValue, Value};
use crate::campaign::merge::has_merge_field;
use crate::ui::controls::dates;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::field_choice::{self, EVERY_KIND};
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{date, look, names, read_dates, segments};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, set: &mut SetFieldValue) {
    let SetFieldValue { field: key, value, mode } = set;
    let known = form.known;
    let fields = names::fields(known, Field::can_be_set);
    let before = key.clone();
    field_choice::field(ui, form, "Field", key, &fields, EVERY_KIND);
    let kind = key.as_deref().and_then(|key| Field::named(key, known)).map(|field| field.kind(known));
    // Drop the value only if the new field can't have it. A field that was just created has no value yet.
    if *key != before && value.as_ref().is_some_and(|value| !kind.is_some_and(|kind| fits(value, kind))) {
        *value = None;
    }
    match kind {
        Some(FieldKind::Text) | None => text(ui, form, value),
        Some(FieldKind::Number) => number(ui, form, value),
        Some(FieldKind::Date) => dated(ui, form, value, false),
        Some(FieldKind::DateTime) => dated(ui, form, value, true),
    }
    let mut chosen = mode.unwrap_or_default();
    if segments::segments(
        ui,
        "If the field has a value",
        &mut chosen,
        &[(OverwriteMode::Overwrite, "Overwrite"), (OverwriteMode::OnlyIfBlank, "Keep the value")],
    ) {
        *mode = Some(chosen);
    }
}

fn text(ui: &mut Ui, form: &mut Form<'_>, value: &mut Option<Value>) {
    let before = match value {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let mut text = before.clone();
    field::text(ui, form, "Value", &mut text);
    if text != before {
        *value = (!text.is_empty()).then(|| Value::Text(text.clone()));
    }
    let merges = has_merge_field(&text);
    look::note(ui, merges.then(|| FieldNote::Fault("Merge fields do not work in a field's value".to_owned())).as_ref());
}

fn number(ui: &mut Ui, form: &mut Form<'_>, value: &mut Option<Value>) {
    let mut text = match value {
        Some(Value::Number(text)) => text.clone(),
        _ => String::new(),
    };
    let before = text.clone();
    let read = |typed: &str| match typed.trim() {
        typed if typed.is_empty() || is_decimal(typed) => Ok(typed.to_owned()),
        typed => Err(format!("“{typed}” isn't a number. Try 12 or 12.50")),
    };
    field::typed(ui, form, "Value", &mut text, FieldLook::default(), String::clone, read);
    if text != before {
        *value = (!text.is_empty()).then_some(Value::Number(text));
    }
}

fn dated(ui: &mut Ui, form: &mut Form<'_>, value: &mut Option<Value>, has_time: bool) {
    let mut runs = *value == Some(Value::RunDate);
    let words = if has_time { "A date and time" } else { "A date" };
    let date_time = if has_time { "When it runs" } else { "The day it runs" };
    // Without a value, nothing is chosen.
    let mut chosen = value.is_some().then_some(runs);
    if segments::segments(ui, "Set it to", &mut chosen, &[(Some(true), date_time), (Some(false), words)]) {
        runs = chosen == Some(true);
        *value = if runs { Some(Value::RunDate) } else { Some(first(form, has_time)) };
    }
    match value {
        Some(Value::Date(day)) => date::date(ui, form, "Date", day),
        Some(Value::DateTime(local)) => {
            let write = |local: &DateTime| {
                format!("{} {}", dates::day(form.settings, local.date()), dates::clock(form.settings, *local))
            };
            field::typed(
                ui,
                form,
                "Date and time",
                local,
                FieldLook { hint: "Day and time", ..FieldLook::default() },
                write,
                |text| read_dates::date_time(text, form.settings.dates),
            );
        }
        _ => {}
    }
}

/// The initial value of a date.
fn first(form: &Form<'_>, has_time: bool) -> Value {
    let day = crate::ui::controls::dates::today(form.campaign);
    if has_time { Value::DateTime(day.at_second(9 * 3600)) } else { Value::Date(day) }
}
