//! The directory: a user adds, renames, reorders and deletes its entries.

use std::path::Path;

use dripline::calendar::timer::{DayCount, FieldTimersRead, LeapDay};
use dripline::campaign::directory::{Directory, FieldKind};
use dripline::campaign::document::Campaign;
use dripline::storage::campaign_file::parse;
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

fn example() -> Campaign {
    parse(include_str!("../spec/example.ron"), Path::new("example.ron")).expect("the example").campaign
}

fn opened(campaign: Campaign) -> Window {
    let mut window = Opening::of(Editor::of(campaign)).open();
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    assert_eq!(window.app().view.overlay, Overlay::Directory);
    window
}

fn part(window: &mut Window, label: &str) {
    window.click_role(Role::Tab, label);
}

fn add(window: &mut Window, list: &str, names: &[&str]) {
    window.click(&format!("New {list} name"));
    for name in names {
        window.type_text(name);
        window.key(Key::Enter);
    }
}

fn enter(window: &mut Window, label: &str, text: &str) {
    window.node(label).scroll_to_me();
    window.settle();
    window.fill(label, text);
    window.key(Key::Enter);
}

fn choose(window: &mut Window, label: &str, option: &str) {
    window.node(label).scroll_to_me();
    window.settle();
    window.click(label);
    window.click_role(Role::ListBoxOption, option);
}

#[test]
fn the_directory_of_the_example_is_entered() {
    let mut empty = example();
    empty.directory = Directory::default();
    empty.sequences[0].items.truncate(1);
    empty.sequences[0].links.clear();
    let mut window = opened(empty);
    add(&mut window, "user", &["Kim Ortega", "Lee Novak"]);
    enter(&mut window, "User 1 email", "kim@example.com");
    enter(&mut window, "User 2 email", "lee@example.com");
    window.click("User 1 sales rep");
    window.click("User 2 sales rep");
    part(&mut window, "Round robins");
    add(&mut window, "round robin", &["Sales reps"]);
    enter(&mut window, "Round robin 1 id", "reps");
    for user in ["Kim Ortega", "Lee Novak"] {
        window.click("Round robin 1 add member");
        window.click_role(Role::ListBoxOption, user);
    }
    enter(&mut window, "Round robin 1 maximum of Kim Ortega", "99999999");
    assert!(window.place("Round robin 1 maximum of Kim Ortega").width() > 70.0, "it is read whole");
    enter(&mut window, "Round robin 1 maximum of Kim Ortega", "2");
    part(&mut window, "Sales stages");
    add(&mut window, "sales stage", &["New", "Qualified", "Won"]);
    part(&mut window, "Tags");
    add(&mut window, "tag", &["Customer", "Newsletter", "Prospect"]);
    part(&mut window, "Products");
    add(&mut window, "product", &["Starter kit"]);
    enter(&mut window, "Product 1 price", "49.00");
    part(&mut window, "Action sets");
    add(&mut window, "action set", &["Cancel subscription"]);
    part(&mut window, "Custom fields");
    add(&mut window, "custom field", &["Renewal date", "Next call", "Plan"]);
    choose(&mut window, "Custom field 1 kind", "Date");
    choose(&mut window, "Custom field 2 kind", "Date and time");
    window.click("Custom field 1 kind");
    assert!(window.role(Role::ListBoxOption, "Date").is_focused(), "a list begins with what is chosen");
    window.key(Key::Escape);
    part(&mut window, "Campaign");
    window.click("CustomerHub licence");
    assert_eq!(window.campaign().directory, example().directory);
}

#[test]
fn renaming_is_followed_by_everything_that_names_the_entry() {
    let mut window = opened(example());
    enter(&mut window, "User 1 id", "kim-o");
    part(&mut window, "Custom fields");
    enter(&mut window, "Custom field 3 key", "tariff");
    part(&mut window, "Tags");
    enter(&mut window, "Tag 1 name", "Client");
    let ron = window.ron();
    assert!(
        ron.contains(r#"assign: User("kim-o")"#)
            && ron.contains(r#"("kim-o", 2)"#)
            && ron.contains(r#"to: User("kim-o")"#)
    );
    assert!(ron.contains(r#"SetFieldValue(field: "tariff""#));
    assert!(ron.contains(r#"apply: ["Client"]"#));
    for _ in 0..3 {
        window.ctrl(Key::Z);
    }
    assert_eq!(window.campaign(), &example());
}

#[test]
fn a_name_that_is_taken_is_refused_where_it_is_typed() {
    let mut window = opened(example());
    enter(&mut window, "User 2 id", "kim");
    assert!(window.reads("“kim” exists already"));
    part(&mut window, "Custom fields");
    enter(&mut window, "Custom field 1 key", "email");
    assert!(window.reads("Every contact already has a field"));
    part(&mut window, "Tags");
    add(&mut window, "tag", &["Customer"]);
    assert!(window.reads("“Customer” already exists"));
    assert_eq!(window.campaign(), &example());
}

#[test]
fn entries_are_moved_and_deleted_and_a_used_one_says_so() {
    let mut window = opened(example());
    part(&mut window, "Tags");
    window.click("Move tag 3 up");
    assert_eq!(window.campaign().directory.tags, ["Customer", "Prospect", "Newsletter"]);
    window.click("Delete tag 3");
    assert!(!window.reads("no longer work"));
    window.click("Delete tag 1");
    assert!(window.reads("Deleted tag “Customer”; 1 place still names it"));
    assert_eq!(window.campaign().directory.tags, ["Prospect"]);
    // The message is in front of the dialog. Its Undo restores the entry.
    let undo = window.undo_in_message();
    window.click_at(undo);
    assert_eq!(window.campaign().directory.tags, ["Customer", "Prospect"]);
}

#[test]
fn a_use_is_one_press_away() {
    let mut window = opened(example());
    part(&mut window, "Sales stages");
    window.click("Sales stage 1 is used once");
    window.click("Opportunity: stage");
    assert_eq!(window.app().view.overlay, Overlay::None);
    assert_eq!(window.app().view.selection.single(), Some(15));
}

#[test]
fn the_rules_are_chosen() {
    let mut window = opened(example());
    part(&mut window, "Counting days");
    window.click("Same time of day");
    window.click("On arrival");
    window.click("1 March");
    let rules = window.campaign().rules;
    assert_eq!(rules.day_count, DayCount::ElapsedDays);
    assert_eq!(rules.field_timers_read, FieldTimersRead::OnArrival);
    assert_eq!(rules.leap_day, LeapDay::Mar1);
    assert!(window.reads("from the time of day of the arrival on"));
}

#[test]
fn escape_first_leaves_the_field_then_the_directory() {
    let mut window = opened(example());
    window.fill("User 1 name", "Kimberly");
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::Directory);
    assert_eq!(window.campaign(), &example());
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn the_campaign_is_named_and_its_time_zone_is_searched() {
    // In such a narrow window, the inspector is shown only for a selection.
    let mut window = Opening::of(Editor::of(example())).sized(1000.0, 800.0).open();
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    part(&mut window, "Campaign");
    window.fill("Campaign name", "Spring");
    window.click("Time zone");
    window.type_text("berlin");
    window.key(Key::Enter);
    assert_eq!(window.campaign().name, "Spring");
    assert_eq!(window.campaign().time_zone, "Europe/Berlin");
}

#[test]
fn it_fits_a_small_window() {
    let mut window = Opening::of(Editor::of(example())).sized(800.0, 600.0).open();
    window.keys(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    for label in ["Close directory", "Counting days", "User 1 name", "User 1 email", "Delete user 1"] {
        let place = window.place(label);
        assert!(place.left() >= 0.0 && place.right() <= 800.0, "{label} lies at {place:?}");
    }
}

/// The name of what has focus.
fn focused(window: &Window) -> Option<String> {
    let root = window.harness.root();
    let node = root.children_recursive().find(|node| node.is_focused())?;
    node.accesskit_node().label()
}

#[test]
fn a_list_is_filled_in_and_emptied_by_keyboard_alone() {
    let mut window = opened(example());
    part(&mut window, "Custom fields");
    window.node("New custom field name").focus();
    window.settle();
    window.type_text("Trial end date");
    window.key(Key::Tab);
    assert_eq!(focused(&window).as_deref(), Some("Kind of the new field"));
    window.key(Key::Tab);
    window.key(Key::Enter);
    let field = window.campaign().directory.custom_fields.last().expect("a field");
    assert_eq!((field.key.as_str(), field.kind), ("trial_end_date", FieldKind::Date), "its name says its kind");
    assert_eq!(focused(&window).as_deref(), Some("Add custom field"));
    window.node("Custom field 4 label").focus();
    window.settle();
    let mut reached = Vec::new();
    while reached.last().is_none_or(|last| last != "Delete custom field 4") {
        window.key(Key::Tab);
        reached.push(focused(&window).unwrap_or_else(|| panic!("focus is lost after {reached:?}")));
        assert!(reached.len() < 12, "{reached:?}");
    }
    window.key(Key::Enter);
    assert_eq!(window.campaign(), &example());
    let next = focused(&window);
    assert!(next.as_ref().is_some_and(|next| next.contains("custom field")), "focus stays in the list: {next:?}");
}
