//! The card of a user.

use eframe::egui::Ui;

use super::card::{self, EntryCard};
use crate::campaign::directory::User;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, user: &mut User) {
    ui.horizontal_wrapped(|ui| {
        card::text(ui, form, card, "name", &mut user.name, 150.0);
        card::id(ui, form, card, "id", &mut user.id, 100.0);
        card::text(ui, form, card, "email", &mut user.email, 190.0);
    });
    let is_wrong = !user.email.is_empty() && !user.email.contains('@');
    card.note(ui, form, &["id"], is_wrong.then_some("This isn't an email address"));
    let label = card.label("sales rep");
    let response = look::check(ui, &mut user.sales_rep, "Sales rep");
    response.accessible_name(label);
}
