//! The settings of emails.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::kinds::{Email, Recipient};
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::form::Form;
use crate::ui::controls::{field, merge, names};

pub(super) fn email(ui: &mut Ui, form: &mut Form<'_>, email: &mut Email) {
    let Email { to, subject, body } = email;
    recipient(ui, form, to);
    merge::text(ui, form, "Subject", subject);
    merge::long_text(ui, form, "Body", body);
}

fn recipient(ui: &mut Ui, form: &mut Form<'_>, to: &mut Option<Recipient>) {
    let users = names::users(&form.campaign.directory);
    let mut words = vec!["The contact".to_owned(), "An email address".to_owned()];
    words.extend(users.iter().map(|user| user.1.clone()));
    let shown = match to {
        None => String::new(),
        Some(Recipient::Contact) => words[0].clone(),
        Some(Recipient::Address(_)) => words[1].clone(),
        Some(Recipient::User(id)) => names::called(&users, id),
    };
    match choice::choice(ui, "To", &shown, &words, &[List::Users.word()]) {
        Some(PickedOption::Option(0)) => *to = Some(Recipient::Contact),
        Some(PickedOption::Option(1)) if !matches!(to, Some(Recipient::Address(_))) => {
            *to = Some(Recipient::Address(String::new()))
        }
        Some(PickedOption::Option(place)) if place > 1 => *to = Some(Recipient::User(users[place - 2].0.clone())),
        Some(PickedOption::New(_, name)) => *to = Some(Recipient::User(form.create(List::Users, &name))),
        _ => {}
    }
    if let Some(Recipient::Address(address)) = to {
        field::text(ui, form, "Address", address);
    }
}
