//! The settings of each kind of item. Most are drawn by visiting the kind's settings (`plain`); some kinds have their
//! own form.

mod appointment;
mod delay;
mod field_timer;
mod fulfilment;
mod mail;
mod order;
mod people;
mod plain;
mod post;
mod set_field;
mod tags;
mod timers;

use eframe::egui::Ui;

use crate::campaign::edit::DirectoryEdit;
use crate::campaign::kinds::Kind;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;

/// Draws the settings, and changes them in `kind`.
pub fn show(ui: &mut Ui, form: &mut Form<'_>, kind: &mut Kind) {
    if let Kind::Start = kind {
        look::hint(ui, "Contacts enter here. Each contact enters every Start of a sequence at the same time.");
    } else if let Kind::DelayTimer(timer) = kind {
        delay::show(ui, form, &mut timer.schedule);
    } else if let Kind::DateTimer(timer) = kind {
        timers::date(ui, form, &mut timer.schedule);
    } else if let Kind::FieldTimer(timer) = kind {
        field_timer::show(ui, form, &mut timer.schedule);
    } else if let Kind::Email(email) = kind {
        mail::email(ui, form, email);
    } else if let Kind::ApplyRemoveTag(tags) = kind {
        tags::show(ui, form, &mut tags.apply, &mut tags.remove);
    } else if let Kind::CreateAppointment(appointment) = kind {
        appointment::show(ui, form, appointment);
    } else if let Kind::SetFieldValue(set) = kind {
        set_field::show(ui, form, set);
    } else if let Kind::FulfillmentList(list) = kind {
        fulfilment::show(ui, form, list);
    } else if let Kind::CreateOrder(order) = kind {
        order::show(ui, form, &mut order.products, &mut order.payment);
    } else if let Kind::AddToCustomerHub = kind {
        customer_hub(ui, form);
    } else if let Kind::SendHttpPost(post) = kind {
        post::show(ui, form, &mut post.url, &mut post.pairs, &mut post.simulated_response);
    } else {
        plain::show(ui, form, kind);
    }
}

fn customer_hub(ui: &mut Ui, form: &mut Form<'_>) {
    let mut licensed = form.campaign.directory.customer_hub;
    if look::check(ui, &mut licensed, "The campaign has a CustomerHub licence").changed() {
        form.also(DirectoryEdit::CustomerHub(licensed));
    }
    let words = match licensed {
        true => "Each contact who has an email address gets a login.",
        false => "Without the licence it is skipped for all contacts.",
    };
    look::hint(ui, words);
}
