//! Sets the settings of every kind of item, given an item with these settings.

use dripline::calendar::timer::{Offset, RunOn, TimeWindow, ZoneChoice};
use dripline::campaign::directory::Directory;
use dripline::campaign::item::Item;
use dripline::campaign::kinds::{
    ActionSet, ApplyNote, ApplyRemoveTag, Assign, AssignOwner, Basis, CreateAppointment, CreateOpportunity,
    CreateOrder, CreateTask, DateTimerSettings, DelayTimerSettings, Deliver, Email, Fax, FieldTimerSettings,
    FulfillmentList, Kind, Letter, OverwriteMode, Payment, Recipient, Response, SendHttpPost, SetFieldValue,
    TextMessage, Value,
};
use dripline::campaign::schedule::On;

use super::hands::Hands;

/// Sets all settings of the selected item, which is new from the palette.
pub fn set(hands: &mut Hands, item: &Item, directory: &Directory) {
    hands.fill("Name", &item.name);
    match &item.kind {
        Kind::Start | Kind::AddToCustomerHub => {}
        Kind::DelayTimer(_) | Kind::DateTimer(_) | Kind::FieldTimer(_) => timer(hands, &item.kind),
        Kind::Email(Email { to, subject, body }) => {
            match to.as_ref().expect("a recipient") {
                Recipient::Contact => hands.choose("To", "The contact"),
                Recipient::User(id) => hands.choose("To", &user(directory, id)),
                Recipient::Address(_) => panic!("not in the example"),
            }
            hands.fill("Subject", subject);
            hands.fill("Body", body);
        }
        Kind::Fax(Fax { body }) => hands.fill("Fax text", body),
        Kind::Letter(Letter { body }) => hands.fill("Letter text", body),
        Kind::TextMessage(TextMessage { body }) => hands.fill("Body", body),
        Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove }) => {
            apply.iter().for_each(|tag| hands.choose("Add tag to apply…", tag));
            remove.iter().for_each(|tag| hands.choose("Add tag to remove…", tag));
        }
        Kind::ApplyNote(ApplyNote { title, body }) => {
            hands.fill("Title", title);
            hands.fill("Note text", body);
        }
        Kind::CreateTask(CreateTask { title, assign, due_after_days, .. }) => {
            hands.fill("Title", title);
            assigned(hands, assign.as_ref(), directory);
            hands.enter("Due after days", &due_after_days.to_string());
        }
        Kind::CreateAppointment(CreateAppointment { title, user: id, basis, after_days, time, minutes }) => {
            hands.fill("Title", title);
            hands.choose("User", &user(directory, id.as_ref().expect("a user")));
            assert_eq!(basis.as_ref(), Some(&Basis::EntryDate));
            hands.choose("Counted from", "The day of entry into the sequence");
            hands.enter("Days after", &after_days.to_string());
            hands.enter("Time", &time.expect("a time").to_string());
            hands.enter("Minutes", &minutes.to_string());
        }
        Kind::AssignOwner(AssignOwner { assign }) => assigned(hands, assign.as_ref(), directory),
        Kind::CreateOpportunity(CreateOpportunity { title, assign, stage }) => {
            hands.fill("Title", title);
            assigned(hands, assign.as_ref(), directory);
            hands.choose("Stage", stage.as_ref().expect("a stage"));
        }
        Kind::SetFieldValue(_) | Kind::FulfillmentList(_) | Kind::CreateOrder(_) => {
            records(hands, &item.kind, directory);
        }
        Kind::SendHttpPost(SendHttpPost { url, pairs, simulated_response }) => {
            hands.fill("Web address", url);
            for (number, (name, value)) in pairs.iter().enumerate() {
                hands.press("Add pair");
                hands.fill(&format!("Name {}", number + 1), name);
                hands.fill(&format!("Value {}", number + 1), value);
            }
            assert_eq!(*simulated_response, Response::Status(200), "as it comes");
        }
        Kind::ActionSet(ActionSet { name }) => hands.choose("Action set", name),
    }
    let is_ready = hands.window.item(&item.name).ready;
    if item.ready && !is_ready {
        hands.press("Ready");
    }
    if hands.window.item(&item.name).position != item.position {
        hands.enter("X", &item.position.0.to_string());
        hands.enter("Y", &item.position.1.to_string());
    }
}

fn timer(hands: &mut Hands, kind: &Kind) {
    match kind {
        Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) => {
            hands.enter("Wait at least", &schedule.wait.expect("an amount").to_string());
            assert_eq!(schedule.run_on, Some(RunOn::Weekdays));
            hands.choose("Then run on", "Weekdays");
            window(hands, schedule.time);
            zone(hands, schedule.zone);
        }
        Kind::DateTimer(DateTimerSettings { schedule: Some(schedule) }) => {
            let Some(On::Range(first, last)) = schedule.on else { panic!("not in the example") };
            hands.press("A range of dates");
            hands.enter("First date", &first.to_string());
            hands.enter("Last date", &last.to_string());
            window(hands, schedule.time);
            zone(hands, schedule.zone);
        }
        Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) => {
            assert_eq!(schedule.field.as_deref(), Some("birthday"));
            hands.choose("Field", "Birthday");
            let Some(Offset::Before(amount, _)) = schedule.offset else { panic!("not in the example") };
            hands.press("Before");
            hands.enter("By", &amount.to_string());
            window(hands, schedule.time);
            zone(hands, schedule.zone);
        }
        // This timer stays as it is, not set up.
        _ => {}
    }
}

fn window(hands: &mut Hands, time: Option<TimeWindow>) {
    match time.expect("a time") {
        TimeWindow::AnyTime => hands.press("Any time"),
        TimeWindow::At(time) => {
            hands.press("At");
            hands.enter("Time of day", &time.to_string());
        }
        TimeWindow::Between(from, until) => {
            hands.press("Between");
            hands.enter("From", &from.to_string());
            hands.enter("Until", &until.to_string());
        }
    }
}

/// New timers use the contact's time zone.
fn zone(hands: &mut Hands, zone: Option<ZoneChoice>) {
    if zone == Some(ZoneChoice::Campaign) {
        hands.press("Contact's time zone");
    }
}

fn records(hands: &mut Hands, kind: &Kind, directory: &Directory) {
    match kind {
        Kind::SetFieldValue(SetFieldValue { field, value, mode }) => {
            let field = directory.custom_fields.iter().find(|one| Some(&one.key) == field.as_ref()).expect("a field");
            hands.choose("Field", &field.label);
            match value.as_ref().expect("a value") {
                Value::Text(text) => hands.fill("Value", text),
                Value::RunDate => hands.press("The day it runs"),
                _ => panic!("not in the example"),
            }
            if *mode == Some(OverwriteMode::OnlyIfBlank) {
                hands.press("Keep the value");
            }
        }
        Kind::FulfillmentList(FulfillmentList { name, deliver, queue, .. }) => {
            hands.fill("List name", name);
            let Some(Deliver::Email(address)) = deliver else { panic!("not in the example") };
            hands.choose("Deliver to", "An email address");
            hands.fill("Address", address);
            let queue = queue.expect("a queue");
            hands.press("Collect contacts before it is sent");
            hands.enter("When this many contacts are waiting", &queue.count.expect("a count").to_string());
            hands.enter("Or days after the first contact", &queue.within_days.expect("days").to_string());
            for column in ["First name", "Street", "City"] {
                hands.choose("Add column…", column);
            }
        }
        Kind::CreateOrder(CreateOrder { products, payment }) => {
            for (id, count) in products {
                let name = &directory.product(id).expect("a product").name;
                hands.choose("Add product…", name);
                hands.enter(&format!("Quantity of {name}"), &count.to_string());
            }
            assert_eq!(*payment, Some(Payment::PayableInvoice));
            hands.choose("Payment", "Invoice with a link to pay");
        }
        _ => panic!("set elsewhere"),
    }
}

fn assigned(hands: &mut Hands, assign: Option<&Assign>, directory: &Directory) {
    match assign.expect("somebody") {
        Assign::User(id) => hands.choose("Assign to", &user(directory, id)),
        Assign::RoundRobin(id) => {
            let robin = directory.round_robins.iter().find(|robin| robin.id == *id).expect("a round robin");
            hands.choose("Assign to", &format!("Round robin {}", robin.name));
        }
        Assign::Owner => panic!("not in the example"),
    }
}

fn user(directory: &Directory, id: &str) -> String {
    directory.user(id).expect("a user").name.clone()
}
