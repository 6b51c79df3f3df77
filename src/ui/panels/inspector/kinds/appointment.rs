//! The settings of appointments.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::kinds::{Basis, CreateAppointment};
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field::NARROW;
use crate::ui::controls::field_choice::{self, DATED};
use crate::ui::controls::form::Form;
use crate::ui::controls::{field, look, merge, names, time};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, appointment: &mut CreateAppointment) {
    let CreateAppointment { title, user, basis, after_days, time: at, minutes } = appointment;
    merge::text(ui, form, "Title", title);
    let users = names::users(&form.campaign.directory);
    choice::name(ui, "User", user, &users, List::Users.word(), |name| form.create(List::Users, name));
    let known = form.known;
    let fields = names::fields(known, |field| field.is_dated(known));
    let mut words = vec!["The day of entry into the sequence".to_owned()];
    words.extend(fields.iter().map(|field| field.1.clone()));
    let shown = match basis {
        None => String::new(),
        Some(Basis::EntryDate) => words[0].clone(),
        Some(Basis::Field(key)) => names::called(&fields, key),
    };
    match choice::choice(ui, "Counted from", &shown, &words, &field_choice::nouns(DATED)) {
        Some(PickedOption::Option(0)) => *basis = Some(Basis::EntryDate),
        Some(PickedOption::Option(place)) => *basis = Some(Basis::Field(fields[place - 1].0.clone())),
        Some(PickedOption::New(kind, name)) => {
            *basis = Some(Basis::Field(field_choice::create(form, DATED, kind, &name)))
        }
        None => {}
    }
    field::number(ui, form, "Days after", after_days, NARROW);
    time::optional_time(ui, form, "Time", at);
    look::hint(ui, "In the campaign's time zone. Leave it empty for an appointment without a time.");
    field::number(ui, form, "Minutes", minutes, NARROW);
}
