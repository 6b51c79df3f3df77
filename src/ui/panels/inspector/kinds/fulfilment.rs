//! The settings of fulfilment lists.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::kinds::{Deliver, FulfillmentList, Queue};
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field::NARROW;
use crate::ui::controls::field_choice::{self, EVERY_KIND};
use crate::ui::controls::form::Form;
use crate::ui::controls::look::FieldNote;
use crate::ui::controls::{field, list, look, names};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, list: &mut FulfillmentList) {
    let FulfillmentList { name, deliver: to, queue, columns, attachment } = list;
    field::text(ui, form, "List name", name);
    deliver(ui, form, to);
    release(ui, form, queue);
    let fields = names::fields(form.known, |_| true);
    let nouns = field_choice::nouns(EVERY_KIND);
    if let Some(PickedOption::New(kind, name)) =
        list::names(ui, "Columns", ("Add column", "None yet"), columns, &fields, &nouns)
    {
        columns.push(field_choice::create(form, EVERY_KIND, kind, &name));
    }
    let mut file = attachment.clone().unwrap_or_default();
    let before = file.clone();
    field::text(ui, form, "Attachment", &mut file);
    if file != before {
        *attachment = (!file.is_empty()).then_some(file);
    }
    look::hint(ui, "The name of a file that is sent with the list. Optional.");
}

fn deliver(ui: &mut Ui, form: &mut Form<'_>, to: &mut Option<Deliver>) {
    let users = names::users(&form.campaign.directory);
    let mut words = vec!["An email address".to_owned()];
    words.extend(users.iter().map(|user| format!("Dashboard of {}", user.1)));
    let shown = match to {
        None => String::new(),
        Some(Deliver::Email(_)) => words[0].clone(),
        Some(Deliver::Dashboard(id)) => format!("Dashboard of {}", names::called(&users, id)),
    };
    match choice::choice(ui, "Deliver to", &shown, &words, &[List::Users.word()]) {
        Some(PickedOption::Option(0)) if !matches!(to, Some(Deliver::Email(_))) => {
            *to = Some(Deliver::Email(String::new()))
        }
        Some(PickedOption::Option(place)) if place > 0 => *to = Some(Deliver::Dashboard(users[place - 1].0.clone())),
        Some(PickedOption::New(_, name)) => *to = Some(Deliver::Dashboard(form.create(List::Users, &name))),
        _ => {}
    }
    if let Some(Deliver::Email(address)) = to {
        field::text(ui, form, "Address", address);
    }
}

fn release(ui: &mut Ui, form: &Form<'_>, queue: &mut Option<Queue>) {
    let mut collects = queue.is_some();
    if look::check(ui, &mut collects, "Collect contacts before it is sent").changed() {
        *queue = collects.then_some(Queue { count: Some(10), within_days: Some(7) });
    }
    let Some(queue) = queue else {
        look::hint(ui, "Sent immediately for each contact.");
        return;
    };
    field::optional_number(ui, form, "When this many contacts are waiting", &mut queue.count, NARROW);
    field::optional_number(ui, form, "Or days after the first contact", &mut queue.within_days, NARROW);
    let never = || FieldNote::Fault("Without a number of contacts or days it is never sent".to_owned());
    look::note(ui, (*queue == (Queue { count: None, within_days: None })).then(never).as_ref());
}
