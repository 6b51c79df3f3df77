//! Communications and processes: every setting of every kind.

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{ApplyRemoveTag, Kind};
use eframe::egui::Key;

use crate::harness::Role;

use super::{choose, click_right, create, enter, example, expect_item, fresh, select, tall, value};

#[test]
fn emails_faxes_and_letters_are_written() {
    let mut window = fresh();
    select(&mut window, "Welcome");
    choose(&mut window, "To", "The contact");
    window.fill("Subject", "Welcome, ~Contact.FirstName~");
    window.fill("Body", "Glad to have you.");
    window.click("Ready");
    expect_item(&window, "Welcome");
    select(&mut window, "Tell Kim");
    choose(&mut window, "To", "Kim Ortega");
    window.fill("Subject", "Done");
    window.fill("Body", "~Contact.FirstName~ is through.");
    window.click("Ready");
    expect_item(&window, "Tell Kim");
    select(&mut window, "Letter");
    window.fill("Letter text", "Dear ~Contact.FirstName~");
    expect_item(&window, "Letter");
    select(&mut window, "Fax");
    window.fill("Fax text", "Price list");
    window.click("Ready");
    expect_item(&window, "Fax");
}

#[test]
fn a_text_message_is_placed_written_and_marked_from_what_it_is_described_as() {
    let mut window = fresh();
    let before = window.ron();
    window.click("Text message");
    assert_eq!(value(&window, "Name"), "Text message");
    assert!(window.reads("Missing: a body"));
    window.fill("Body", "See you, ~Contact.Firstname~");
    assert!(window.reads("~Contact.Firstname~ isn't a merge field"));
    window.fill("Body", "See you, ~Contact.FirstName~");
    assert!(!window.reads("isn't a merge field") && !window.reads("Missing:"));
    window.click("Ready");
    assert!(window.item("Text message").ready);
    let ron = window.ron();
    assert!(ron.contains("format: 2,") && ron.contains("TextMessage(body: \"See you, ~Contact.FirstName~\")"), "{ron}");
    while window.ron().contains("TextMessage") {
        window.ctrl(Key::Z);
    }
    assert_eq!(window.ron(), before, "what needs format 2 no more is format 1 again");
}

#[test]
fn tags_are_chosen_and_the_edit_that_completes_marks_ready() {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.click("Add tag to apply…");
    window.click_role(Role::ListBoxOption, "Customer");
    assert!(window.item("Tag").ready);
    create(&mut window, "Add tag to remove…", "prospect");
    expect_item(&window, "Tag");
    window.click("Remove Customer from tags to apply");
    assert!(matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag(ApplyRemoveTag { apply, .. }) if apply.is_empty()));
}

#[test]
fn a_tag_is_created_on_the_spot_in_one_step() {
    let mut window = fresh();
    let before = window.ron();
    select(&mut window, "Tag");
    create(&mut window, "Add tag to apply…", "Onboarded");
    assert_eq!(window.campaign().directory.tags.last().map(String::as_str), Some("Onboarded"));
    assert!(
        matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag(ApplyRemoveTag { apply, .. }) if apply == &["Onboarded"])
    );
    assert!(window.item("Tag").ready);
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before);
}

#[test]
fn a_loaded_draft_of_what_marks_itself_says_mark_ready() {
    let mut campaign = example();
    campaign.sequences[0].items.iter_mut().for_each(|item| item.ready = false);
    let mut window = tall(campaign);
    for name in ["Tag", "Owner", "Opportunity", "Actions"] {
        select(&mut window, name);
        click_right(&mut window, "Mark ready");
        expect_item(&window, name);
    }
}

#[test]
fn notes_tasks_and_appointments_are_set() {
    let mut window = fresh();
    select(&mut window, "Note");
    window.fill("Title", "Sale");
    window.fill("Note text", "Reached the sale.");
    window.click("Ready");
    expect_item(&window, "Note");
    select(&mut window, "Call them");
    window.fill("Title", "Call ~Contact.FirstName~");
    choose(&mut window, "Assign to", "Kim Ortega");
    enter(&mut window, "Due after days", "2");
    window.click("Ready");
    expect_item(&window, "Call them");
    select(&mut window, "Appointment");
    window.fill("Title", "Review");
    choose(&mut window, "User", "Lee Novak");
    choose(&mut window, "Counted from", "The day of entry into the sequence");
    enter(&mut window, "Days after", "5");
    enter(&mut window, "Time", "2pm");
    enter(&mut window, "Minutes", "30");
    window.click("Ready");
    expect_item(&window, "Appointment");
}

#[test]
fn owners_and_opportunities_are_assigned_and_mark_themselves() {
    let mut window = fresh();
    select(&mut window, "Owner");
    choose(&mut window, "Assign to", "Round robin Sales reps");
    expect_item(&window, "Owner");
    select(&mut window, "Opportunity");
    window.fill("Title", "Birthday offer");
    choose(&mut window, "Assign to", "Round robin Sales reps");
    assert!(!window.item("Opportunity").ready);
    choose(&mut window, "Stage", "New");
    expect_item(&window, "Opportunity");
    select(&mut window, "Actions");
    // The palette has an object with the same name.
    window.click_role(Role::ComboBox, "Action set");
    window.click_role(Role::ListBoxOption, "Cancel subscription");
    expect_item(&window, "Actions");
}

#[test]
fn fields_are_set_by_their_kind() {
    let mut window = fresh();
    select(&mut window, "Set plan");
    choose(&mut window, "Field", "Plan");
    window.fill("Value", "starter");
    window.click("Keep the value");
    window.click("Ready");
    expect_item(&window, "Set plan");
    select(&mut window, "Stamp date");
    choose(&mut window, "Field", "Next call");
    window.click("A date and time");
    enter(&mut window, "Date and time", "2026-07-01 8:30");
    assert!(window.ron().contains(r#"DateTime("2026-07-01T08:30")"#));
    choose(&mut window, "Field", "Renewal date");
    window.click("The day it runs");
    window.click("Ready");
    expect_item(&window, "Stamp date");
}

#[test]
fn fulfilment_lists_orders_and_logins_are_set() {
    let mut window = fresh();
    select(&mut window, "Gift");
    window.fill("List name", "Gift boxes");
    choose(&mut window, "Deliver to", "An email address");
    window.fill("Address", "ship@example.com");
    window.click("Collect contacts before it is sent");
    enter(&mut window, "When this many contacts are waiting", "10");
    enter(&mut window, "Or days after the first contact", "7");
    for column in ["First name", "Street", "City"] {
        create(&mut window, "Add column…", column);
    }
    window.click("Ready");
    expect_item(&window, "Gift");
    select(&mut window, "Order");
    window.click("Add product…");
    window.click_role(Role::ListBoxOption, "Starter kit");
    enter(&mut window, "Quantity of Starter kit", "1");
    choose(&mut window, "Payment", "Invoice with a link to pay");
    window.click("Ready");
    expect_item(&window, "Order");
    select(&mut window, "Hub");
    window.click("Ready");
    expect_item(&window, "Hub");
}

#[test]
fn an_http_post_is_set_and_its_port_is_checked_as_it_is_typed() {
    let mut window = fresh();
    select(&mut window, "Post");
    window.fill("Web address", "https://example.com:8080/hook");
    assert!(window.reads("only the ports 80 and 443 are allowed"));
    window.fill("Web address", "https://example.com/hook");
    assert!(!window.reads("only the ports"));
    window.click("Add pair");
    assert!(window.node("Name 1").is_focused());
    window.type_text("email");
    window.fill("Value 1", "~Contact.Email~");
    window.click("Add pair");
    window.click("Remove pair 2");
    choose(&mut window, "Simulated response", "Another status");
    enter(&mut window, "Status", "503");
    assert!(window.ron().contains("Status(503)"));
    choose(&mut window, "Simulated response", "Timed out");
    assert!(window.ron().contains("Timeout"));
    choose(&mut window, "Simulated response", "200, received");
    window.click("Ready");
    expect_item(&window, "Post");
}

#[test]
fn every_kind_has_a_form_without_a_nameless_control() {
    let mut campaign = example();
    let items = OFFERS.iter().zip(100..).map(|(offer, id)| Item {
        id,
        name: offer.label.to_owned(),
        position: Position(id as f64 * 10.0, 900.0),
        ready: false,
        kind: (offer.new)(),
    });
    campaign.sequences[0].items = items.collect();
    campaign.sequences[0].links.clear();
    let mut window = tall(campaign);
    for offer in OFFERS {
        // `settle`, called by `select`, checks that everything has a name.
        select(&mut window, offer.label);
        assert_eq!(value(&window, "Name"), offer.label);
    }
}
