//! The settings of each kind of item.

mod appointment;
mod delay;
mod field_timer;
mod fulfilment;
mod mail;
mod order;
mod people;
mod post;
mod set_field;
mod tags;
mod timers;

use eframe::egui::Ui;

use crate::campaign::edit::{DirectoryEdit, List};
use crate::campaign::item::Kind;
use crate::ui::controls::form::Form;
use crate::ui::controls::{choice, look, merge, names};

/// Draws the settings; what a person changes is changed in `kind`.
pub fn show(ui: &mut Ui, form: &mut Form<'_>, kind: &mut Kind) {
    match kind {
        Kind::Start => {
            look::hint(ui, "Contacts come in here. Every Start of a sequence takes them in at the same moment.");
        }
        Kind::DelayTimer { schedule } => delay::show(ui, form, schedule),
        Kind::DateTimer { schedule } => timers::date(ui, form, schedule),
        Kind::FieldTimer { schedule } => field_timer::show(ui, form, schedule),
        Kind::Email { to, subject, body } => mail::email(ui, form, to, subject, body),
        Kind::Fax { body } => merge::long_text(ui, form, "Fax text", body),
        Kind::Letter { body } => merge::long_text(ui, form, "Letter text", body),
        Kind::ApplyRemoveTag { apply, remove } => tags::show(ui, form, apply, remove),
        Kind::ApplyNote { title, body } => {
            merge::text(ui, form, "Title", title);
            merge::long_text(ui, form, "Note text", body);
        }
        Kind::CreateTask { title, body, assign, due_after_days } => {
            merge::text(ui, form, "Title", title);
            merge::long_text(ui, form, "Task text", body);
            people::assign(ui, form, assign, true, false);
            crate::ui::controls::field::number(
                ui,
                form,
                "Due after days",
                due_after_days,
                crate::ui::controls::field::NARROW,
            );
        }
        Kind::CreateAppointment { title, user, basis, after_days, time, minutes } => {
            appointment::show(ui, form, title, user, basis, after_days, time, minutes);
        }
        Kind::SetFieldValue { field, value, mode } => set_field::show(ui, form, field, value, mode),
        Kind::AssignOwner { assign } => people::assign(ui, form, assign, false, false),
        Kind::CreateOpportunity { title, assign, stage } => {
            merge::text(ui, form, "Title", title);
            people::assign(ui, form, assign, true, true);
            let stages = names::plain(&form.campaign.directory.sales_stages);
            choice::name(ui, "Stage", stage, &stages, List::Stages.word(), |name| form.create(List::Stages, name));
        }
        Kind::FulfillmentList { name, deliver, queue, columns, attachment } => {
            fulfilment::show(ui, form, name, deliver, queue, columns, attachment);
        }
        Kind::CreateOrder { products, payment } => order::show(ui, form, products, payment),
        Kind::AddToCustomerHub => customer_hub(ui, form),
        Kind::SendHttpPost { url, pairs, simulated_response } => post::show(ui, form, url, pairs, simulated_response),
        Kind::ActionSet { name } => action_set(ui, form, name),
    }
}

fn customer_hub(ui: &mut Ui, form: &mut Form<'_>) {
    let mut licensed = form.campaign.directory.customer_hub;
    if look::check(ui, &mut licensed, "The campaign has a CustomerHub licence").changed() {
        form.also(DirectoryEdit::CustomerHub(licensed));
    }
    let words = match licensed {
        true => "Each contact who has an email address gets a login.",
        false => "Without the licence everybody is skipped.",
    };
    look::hint(ui, words);
}

fn action_set(ui: &mut Ui, form: &mut Form<'_>, name: &mut String) {
    let sets = names::plain(&form.campaign.directory.action_sets);
    let mut chosen = (!name.is_empty()).then(|| name.clone());
    choice::name(ui, "Action set", &mut chosen, &sets, List::ActionSets.word(), |name| {
        form.create(List::ActionSets, name)
    });
    *name = chosen.unwrap_or_default();
}
