//! What is missing is created in the list where it is missing.

use dripline::campaign::directory::FieldKind;
use dripline::campaign::kinds::{
    Basis, CreateAppointment, Email, FieldTimerSettings, FulfillmentList, Kind, SetFieldValue,
};
use dripline::campaign::schedule::FieldSchedule;
use dripline::ui::context::view_state::Overlay;
use eframe::egui::{Key, Modifiers};

use super::{create, enter, example, fresh, select, tall};
use crate::harness::{Role, Window};

/// The last custom field: its key, its label and its kind.
fn last_field(window: &Window) -> (String, String, FieldKind) {
    let field = window.campaign().directory.custom_fields.last().expect("a field");
    (field.key.clone(), field.label.clone(), field.kind)
}

fn expected(key: &str, label: &str, kind: FieldKind) -> (String, String, FieldKind) {
    (key.to_owned(), label.to_owned(), kind)
}

#[test]
fn a_field_timer_creates_a_date_field() {
    let mut window = fresh();
    let before = window.ron();
    select(&mut window, "Week before birthday");
    window.click("Field");
    window.type_text("Contract ends");
    assert!(
        window.sees("Create date field “Contract ends”") && window.sees("Create date and time field “Contract ends”")
    );
    assert!(!window.sees("Create text field “Contract ends”"), "a timer needs a date");
    window.key(Key::Enter);
    assert_eq!(last_field(&window), expected("contract_ends", "Contract ends", FieldKind::Date));
    assert!(matches!(
        &window.item("Week before birthday").kind,
        Kind::FieldTimer(FieldTimerSettings { schedule: Some(FieldSchedule { field: Some(key), .. }) }) if key == "contract_ends"
    ));
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before, "the field and its use are one step");
}

#[test]
fn a_set_field_creates_a_field_of_the_kind_that_its_name_says() {
    let mut window = fresh();
    select(&mut window, "Set plan");
    create(&mut window, "Field", "Number of seats");
    assert_eq!(last_field(&window), expected("number_of_seats", "Number of seats", FieldKind::Number));
    enter(&mut window, "Value", "twelve");
    assert!(window.reads("“twelve” isn't a number"));
    window.click("Field");
    window.type_text("Trial ends");
    window.click_role(Role::ListBoxOption, "Create date and time field “Trial ends”");
    assert_eq!(last_field(&window).2, FieldKind::DateTime);
    assert!(window.sees("A date and time"));
    assert!(matches!(&window.item("Set plan").kind, Kind::SetFieldValue(SetFieldValue { value: None, .. })));
}

#[test]
fn appointments_and_columns_create_fields_too() {
    let mut window = fresh();
    select(&mut window, "Appointment");
    create(&mut window, "Counted from", "Signed on");
    assert_eq!(last_field(&window), expected("signed_on", "Signed on", FieldKind::Date));
    assert!(matches!(
        &window.item("Appointment").kind,
        Kind::CreateAppointment(CreateAppointment { basis: Some(Basis::Field(key)), .. }) if key == "signed_on"
    ));
    select(&mut window, "Gift");
    create(&mut window, "Add column…", "Shirt size");
    assert_eq!(last_field(&window), expected("shirt_size", "Shirt size", FieldKind::Text));
    assert!(matches!(
        &window.item("Gift").kind,
        Kind::FulfillmentList(FulfillmentList { columns, .. }) if columns == &["shirt_size"]
    ));
}

#[test]
fn a_merge_field_is_created_and_inserted() {
    let mut window = fresh();
    select(&mut window, "Welcome");
    window.fill("Subject", "Your ");
    create(&mut window, "Insert merge field into subject", "Favourite colour");
    assert_eq!(last_field(&window), expected("favourite_colour", "Favourite colour", FieldKind::Text));
    let Kind::Email(Email { subject, .. }) = &window.item("Welcome").kind else { panic!("an email") };
    assert_eq!(subject, "Your ~Contact.favourite_colour~");
    assert!(!window.reads("isn't a merge field"));
    window.fill("Subject", "Now ");
    create(&mut window, "Insert merge field into subject", "colour");
    let Kind::Email(Email { subject, .. }) = &window.item("Welcome").kind else { panic!("an email") };
    assert_eq!(subject, "Now ~Contact.favourite_colour~", "what is there is found before it is created");
}

#[test]
fn every_list_of_names_creates_what_is_typed() {
    let mut window = fresh();
    for (item, button, name) in [
        ("Welcome", "To", "Ada Byron"),
        ("Tag", "Add tag to apply…", "Webinar"),
        ("Call them", "Assign to", "Grace Hopper"),
        ("Appointment", "User", "Joan Clarke"),
        ("Opportunity", "Stage", "Demo"),
        ("Order", "Add product…", "Gold plan"),
        ("Gift", "Deliver to", "Mary Ross"),
        ("Owner", "Assign to", "Katherine"),
    ] {
        select(&mut window, item);
        create(&mut window, button, name);
        assert!(window.ron().contains(name), "{name}");
    }
    select(&mut window, "Actions");
    window.click_role(Role::ComboBox, "Action set");
    window.type_text("Stop trial");
    window.key(Key::Enter);
    let directory = &window.campaign().directory;
    assert_eq!(directory.users.len(), example().directory.users.len() + 5);
    assert!(directory.tags.contains(&"Webinar".to_owned()) && directory.sales_stages.contains(&"Demo".to_owned()));
    assert!(directory.action_sets.contains(&"Stop trial".to_owned()));
    assert_eq!(directory.products.last().map(|product| product.name.as_str()), Some("Gold plan"));
}

#[test]
fn the_list_of_commands_finds_the_lists_by_what_they_hold() {
    for (typed, field) in [
        ("custom field", "New custom field name"),
        ("create tag", "New tag name"),
        ("edit users", "New user name"),
        ("products", "New product name"),
        ("sales stage", "New sales stage name"),
    ] {
        let mut window = tall(example());
        window.ctrl(Key::K);
        window.type_text(typed);
        window.key(Key::Enter);
        assert_eq!(window.app().view.overlay, Overlay::Directory, "{typed}");
        assert!(window.sees(field), "{typed}: {}", window.names());
    }
    let mut window = tall(example());
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    assert!(window.sees("Users, tags, fields, counting days"), "the dialog says what it holds");
}

/// A sequence in which each item names what the campaign doesn't have.
const UNKNOWN: &str = r#"#![enable(implicit_some)]
Campaign(format: 2, name: "Loaded", time_zone: "UTC", sequences: [(name: "One", items: [
    (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
    (id: 2, name: "Tag", position: (240.0, 80.0), kind: ApplyRemoveTag(apply: ["Vip"], remove: ["Vip", "Old"])),
    (id: 3, name: "Renewal", position: (440.0, 80.0), kind: FieldTimer(schedule: (field: "renews_on", offset: On, year: NextOccurrence, time: AnyTime, zone: Campaign))),
    (id: 4, name: "Call", position: (640.0, 80.0), kind: CreateTask(title: "Call", assign: RoundRobin("sales"))),
    (id: 5, name: "Hello", position: (840.0, 80.0), kind: Email(to: Contact, subject: "~Contact.shoe_size~", body: "Hi")),
], links: [(1, 2), (2, 3), (3, 4), (4, 5)])])"#;

#[test]
fn the_settings_offer_to_create_what_a_file_names_but_the_campaign_lacks() {
    let mut window = Window::of_text(UNKNOWN);
    select(&mut window, "Tag");
    assert_eq!(window.all("Create tag “Vip”").len(), 1, "once, though both lists name it");
    window.click("Create tag “Vip”");
    assert_eq!(window.campaign().directory.tags, ["Vip"]);
    assert!(!window.sees("Create tag “Vip”") && window.sees("Create tag “Old”"));
    window.ctrl(Key::Z);
    assert!(window.campaign().directory.tags.is_empty() && window.sees("Create tag “Vip”"), "one step");

    select(&mut window, "Renewal");
    window.click("Create date field “renews_on”");
    assert_eq!(last_field(&window), expected("renews_on", "renews_on", FieldKind::Date));
    assert!(!window.reads("not in the directory"), "{}", window.names());

    select(&mut window, "Hello");
    window.click("Create text field “shoe_size”");
    assert_eq!(last_field(&window), expected("shoe_size", "shoe_size", FieldKind::Text));
    assert!(!window.reads("isn't a merge field"));

    select(&mut window, "Call");
    window.click("Create round robin “sales”…");
    assert_eq!(window.campaign().directory.round_robins[0].id, "sales");
    assert_eq!(window.app().view.overlay, Overlay::Directory, "its members are added there");
}

#[test]
fn a_mistyped_merge_field_is_replaced_by_the_known_one() {
    let mut window = Window::of_text(&UNKNOWN.replace("shoe_size", "FristName"));
    select(&mut window, "Hello");
    window.click("Use ~Contact.FirstName~");
    let Kind::Email(Email { subject, .. }) = &window.item("Hello").kind else { panic!("an email") };
    assert_eq!(subject, "~Contact.FirstName~");
    assert!(!window.sees("Use ~Contact.FirstName~"));
    window.ctrl(Key::Z);
    assert!(window.sees("Use ~Contact.FirstName~"), "one step");
    // Problems offers to create the field too, and so do the settings.
    window.click("Create text field “FristName”");
    assert_eq!(window.campaign().directory.custom_fields.last().map(|field| field.key.as_str()), Some("FristName"));
    assert!(!window.reads("isn't a merge field"), "{}", window.names());
}
