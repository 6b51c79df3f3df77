//! The inspector: every setting of every kind, set as a person sets it.

use std::path::Path;

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::document::Campaign;
use dripline::campaign::item::{Item, Kind, Position};
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::parse;
use dripline::ui::settings::{DateOrder, WeekStart};
use dripline::ui::view_state::Overlay;
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::harness::{Opening, Role, Window};

const EXAMPLE: &str = include_str!("../spec/example.ron");

fn example() -> Campaign {
    parse(EXAMPLE, Path::new("example.ron")).expect("the example").campaign
}

/// The example, but each item as it comes from the palette; tall, so that every control is in view.
fn fresh() -> Window {
    let mut campaign = example();
    for item in &mut campaign.sequences[0].items {
        let offer = OFFERS.iter().find(|offer| offer.label() == item.kind.label()).expect("every kind is on offer");
        (item.kind, item.ready) = ((offer.new)(), false);
    }
    tall(campaign)
}

fn tall(campaign: Campaign) -> Window {
    Opening::of(Editor::of(campaign)).sized(1280.0, 1800.0).open()
}

fn select(window: &mut Window, name: &str) {
    let id = window.item(name).id;
    window.app_mut().view.selection = Selection::of(0, [id]);
    window.settle();
}

/// A click on what is called so in the inspector: the problems have buttons of the same names.
fn click_right(window: &mut Window, label: &str) {
    let right = window.all(label).into_iter().map(|node| node.rect().center()).max_by(|a, b| a.x.total_cmp(&b.x));
    window.click_at(right.unwrap_or_else(|| panic!("nothing is called “{label}”")));
}

fn choose(window: &mut Window, label: &str, option: &str) {
    window.click(label);
    window.click_role(Role::ListBoxOption, option);
}

/// Types into a field and presses Enter.
fn enter(window: &mut Window, label: &str, text: &str) {
    window.fill(label, text);
    window.key(Key::Enter);
}

/// Types a name into the list that a button opens, and presses Enter.
fn create(window: &mut Window, button: &str, name: &str) {
    window.click(button);
    window.type_text(name);
    window.key(Key::Enter);
}

fn expect_item(window: &Window, name: &str) {
    let campaign = example();
    let expected = campaign.sequences[0].items.iter().find(|item| item.name == name).expect("an item of the example");
    assert_eq!(window.item(name), expected);
}

fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}

fn undo_label(window: &Window) -> Option<&str> {
    window.app().editor.history().undo_label()
}

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
fn a_delay_timer_is_set() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    assert_eq!(window.item("Wait 3 days").kind, Kind::DelayTimer { schedule: None }, "looking sets nothing");
    enter(&mut window, "Wait at least", "3");
    choose(&mut window, "Then run on", "Weekdays");
    window.click("At");
    enter(&mut window, "Time of day", "8");
    expect_item(&window, "Wait 3 days");
    assert!(window.sees("Wait 3 days, then run on a weekday at 08:00, in the contact's time zone"));
}

#[test]
fn days_of_the_week_and_of_the_month_are_chosen() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    choose(&mut window, "Unit", "weeks");
    choose(&mut window, "Then run on", "Weekdays");
    for day in ["Monday", "Wednesday", "Friday", "Saturday"] {
        window.click(day);
    }
    let run_on = |window: &Window| match &window.item("Wait 3 days").kind {
        Kind::DelayTimer { schedule: Some(schedule) } => format!("{:?}", schedule.run_on),
        other => panic!("{other:?}"),
    };
    assert_eq!(run_on(&window), "Some(Days([Tue, Thu, Sat]))");
    choose(&mut window, "Then run on", "Day of the month");
    enter(&mut window, "Day", "31");
    assert_eq!(run_on(&window), "Some(DayOfMonth(31))");
    enter(&mut window, "Day", "32");
    assert_eq!(run_on(&window), "Some(DayOfMonth(31))");
    assert!(window.sees("A month has days 1 to 31"));
    choose(&mut window, "Then run on", "Weekday of the month");
    choose(&mut window, "Which of the month", "last");
    choose(&mut window, "Weekday", "Sunday");
    assert_eq!(run_on(&window), "Some(Nth(Last, Sun))");
}

#[test]
fn set_up_takes_the_prepared_choices() {
    let mut window = fresh();
    for name in ["Wait 3 days", "July sale", "Week before birthday"] {
        select(&mut window, name);
        let fault = "Not set up: it holds everybody who arrives";
        assert!(window.sees(fault));
        click_right(&mut window, "Set up");
        assert!(!window.sees(fault), "{name}");
        window.ctrl(Key::Z);
    }
    let campaign = window.campaign();
    assert!(campaign.sequences[0].items.iter().all(|item| match &item.kind {
        Kind::DelayTimer { schedule } => schedule.is_none(),
        Kind::DateTimer { schedule } => schedule.is_none(),
        Kind::FieldTimer { schedule } => schedule.is_none(),
        _ => true,
    }));
}

#[test]
fn date_and_field_timers_are_set() {
    let mut window = fresh();
    select(&mut window, "July sale");
    window.click("A range of dates");
    enter(&mut window, "First date", "1 Jul 2026");
    enter(&mut window, "Last date", "2026-7-5");
    window.click("Between");
    enter(&mut window, "From", "9am");
    enter(&mut window, "Until", "1700");
    window.click("Contact's time zone");
    expect_item(&window, "July sale");
    select(&mut window, "Week before birthday");
    choose(&mut window, "Field", "Birthday");
    window.click("Before");
    enter(&mut window, "By", "7");
    window.click("At");
    enter(&mut window, "Time of day", "10:00");
    expect_item(&window, "Week before birthday");
}

#[test]
fn a_date_is_chosen_from_a_month() {
    let mut window = tall(example());
    select(&mut window, "July sale");
    window.click("Choose last date");
    window.click("Month after");
    window.click("Fri 7 Aug 2026");
    assert_eq!(value(&window, "Last date"), "7 Aug 2026");
    assert!(window.ron().contains(r#"Range("2026-07-01", "2026-08-07")"#));
}

#[test]
fn tags_are_chosen_and_the_edit_that_completes_marks_ready() {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.click("Add tag to apply…");
    window.click_role(Role::ListBoxOption, "Customer");
    assert!(window.item("Tag").ready);
    create(&mut window, "Add tag to remove…", "prosp");
    expect_item(&window, "Tag");
    window.click("Remove Customer from tags to apply");
    assert!(matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag { apply, .. } if apply.is_empty()));
}

#[test]
fn a_tag_is_created_on_the_spot_in_one_step() {
    let mut window = fresh();
    let before = window.ron();
    select(&mut window, "Tag");
    create(&mut window, "Add tag to apply…", "Onboarded");
    assert_eq!(window.campaign().directory.tags.last().map(String::as_str), Some("Onboarded"));
    assert!(matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag { apply, .. } if apply == &["Onboarded"]));
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
    // The palette has an object of that name.
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
    window.click("Leave it");
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
    window.click("Collect people before it goes out");
    enter(&mut window, "When so many people wait", "10");
    enter(&mut window, "Or so many days after the first", "7");
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
    window.fill("Name 1", "email");
    window.fill("Value 1", "~Contact.Email~");
    window.click("Add pair");
    window.click("Remove pair 2");
    choose(&mut window, "Simulated response", "Another status");
    enter(&mut window, "Status", "503");
    assert!(window.ron().contains("Status(503)"));
    choose(&mut window, "Simulated response", "None in time");
    assert!(window.ron().contains("Timeout"));
    choose(&mut window, "Simulated response", "200, received");
    window.click("Ready");
    expect_item(&window, "Post");
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Welcome");
    window.fill("Subject", "");
    for letter in ["H", "e", "l", "l", "o"] {
        window.type_text(letter);
    }
    assert!(matches!(&window.item("Welcome").kind, Kind::Email { subject, .. } if subject == "Hello"));
    window.ctrl(Key::Z);
    assert_eq!(window.ron(), before);
}

#[test]
fn escape_in_a_field_leaves_no_trace() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Welcome");
    window.fill("Subject", "Something else");
    assert_ne!(window.ron(), before);
    window.key(Key::Escape);
    assert_eq!(window.ron(), before);
    assert_eq!(undo_label(&window), None);
    window.fill("X", "77");
    window.key(Key::Escape);
    assert_eq!(window.ron(), before);
    assert_eq!(value(&window, "X"), "200");
}

#[test]
fn nonsense_is_refused_with_a_sentence() {
    let mut window = tall(example());
    let before = window.ron();
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Wait at least", "soon");
    enter(&mut window, "Time of day", "25:00");
    assert!(window.reads("“soon” is no whole number"));
    assert!(window.reads("“25:00” is no time of day"));
    assert_eq!(window.ron(), before);
    enter(&mut window, "Wait at least", "9999");
    assert!(window.sees("A timer waits at most 3,650 days"));
}

#[test]
fn what_is_typed_when_another_item_is_selected_is_kept() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    window.fill("Wait at least", "4");
    select(&mut window, "Welcome");
    assert!(window.ron().contains("wait: 4"));
}

#[test]
fn a_merge_field_is_inserted_at_the_caret() {
    let mut window = fresh();
    select(&mut window, "Welcome");
    window.fill("Subject", "Dear , hello");
    window.key(Key::Home);
    for _ in 0..5 {
        window.key(Key::ArrowRight);
    }
    window.click("Insert merge field into subject");
    window.type_text("first name");
    window.key(Key::Enter);
    window.type_text("!");
    assert!(
        matches!(&window.item("Welcome").kind, Kind::Email { subject, .. } if subject == "Dear ~Contact.FirstName~!, hello")
    );
    window.fill("Subject", "Dear ~Contact.Frist~");
    assert!(window.sees("~Contact.Frist~ is no merge field: it stays as it was typed"));
}

#[test]
fn the_examples_are_the_engines_and_are_copied_as_text() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Arrival 1", "2026-03-05 17:30");
    assert!(window.sees("Mon 9 Mar 08:00"), "{}", window.names());
    window.click("Why? Arrival 1");
    assert!(window.reads("Sun 8 Mar"));
    window.click("Copy table");
    let copied = window.copied().expect("text");
    assert!(copied.contains("Thu 5 Mar 2026 17:30\tAmerica/New_York\tMon 9 Mar 2026 08:00\t3 d 13 h"), "{copied}");
    window.click("Remove arrival 3");
    window.click("Remove arrival 2");
    assert_eq!(window.all("Remove arrival 2").len(), 0);
    window.click("Add arrival");
    assert!(window.sees("Arrival 2"));
    create(&mut window, "Add time zone…", "Asia/Tokyo");
    create(&mut window, "Add time zone…", "Europe/Berlin");
    assert!(window.reads("Tokyo") && window.reads("Berlin"));
}

#[test]
fn a_field_timers_field_is_typed_and_its_rule_is_one_press_away() {
    let mut window = tall(example());
    select(&mut window, "Week before birthday");
    enter(&mut window, "Arrival 1", "2026-05-10 09:00");
    enter(&mut window, "The contact's field holds", "1990-05-12");
    assert!(window.sees("Wed 5 May 2027 10:00"), "{}", window.names());
    window.click("Why? Arrival 1");
    let rule = window
        .harness
        .root()
        .query_all_by_label_contains("Rule:")
        .next()
        .and_then(|node| node.accesskit_node().label());
    let at = window.all(&rule.expect("a rule"))[0].rect().center();
    window.click_at(at);
    assert!(matches!(&window.app().view.overlay, Overlay::Rules(_)));
}

#[test]
fn everything_is_placed_by_numbers() {
    let mut window = tall(example());
    select(&mut window, "Welcome");
    enter(&mut window, "X", "-12.5");
    enter(&mut window, "Y", "2000000");
    assert_eq!(window.item("Welcome").position, Position(-12.5, 80.0));
    assert!(window.reads("beyond the canvas"));
    window.app_mut().view.selection = Selection::of(0, [25]);
    window.settle();
    enter(&mut window, "Width", "300");
    window.fill("Note text", "Hello");
    choose(&mut window, "Colour", "Green");
    assert!(window.ron().contains(r#"size: (300.0, 120.0), text: "Hello", color: Green"#));
    window.app_mut().view.selection = Selection::of(0, [26]);
    window.settle();
    window.fill("Title", "Week one");
    enter(&mut window, "Height", "160");
    choose(&mut window, "Colour", "Pink");
    assert!(window.ron().contains(r#"size: (1080.0, 160.0), title: "Week one", color: Pink"#));
}

#[test]
fn the_campaign_and_the_sequence_are_named_while_nothing_is_selected() {
    let mut window = tall(example());
    window.fill("Campaign name", "Spring");
    window.fill("Description", "All of it");
    enter(&mut window, "Sequence name", "First");
    create(&mut window, "Time zone", "tokyo");
    let campaign = window.campaign();
    assert_eq!((campaign.name.as_str(), campaign.description.as_str()), ("Spring", "All of it"));
    assert_eq!((campaign.sequences[0].name.as_str(), campaign.time_zone.as_str()), ("First", "Asia/Tokyo"));
    assert_eq!(campaign.rehearsals[0].sequence, "First");
    window.click("Directory and rules…");
    assert_eq!(window.app().view.overlay, Overlay::Directory);
}

#[test]
fn several_are_marked_aligned_and_deleted_together() {
    let mut window = tall(example());
    window.app_mut().view.selection = Selection::of(0, [2, 5, 10]);
    window.settle();
    assert!(window.sees("3 selected"));
    window.click("Mark as draft");
    assert!(!window.item("Welcome").ready);
    window.click("In a row");
    assert_eq!(window.item("Call them").position.1, 80.0);
    window.click("Evenly in a row");
    assert_eq!(window.item("Call them").position.0, 440.0);
    window.click("Delete");
    assert_eq!(window.campaign().sequences[0].items.len(), 21);
}

#[test]
fn a_link_tells_its_ends_and_goes() {
    let mut window = tall(example());
    window.app_mut().view.selection = Selection::of_link(0, 0);
    window.settle();
    window.click("Remove link");
    assert_eq!(window.campaign().sequences[0].links[0], (2, 3));
}

#[test]
fn nothing_is_cut_in_a_small_window() {
    let mut window = Opening::of(Editor::of(example())).sized(800.0, 600.0).open();
    select(&mut window, "Wait 3 days");
    for label in ["Name", "Wait at least", "Unit", "Then run on", "Close inspector"] {
        let place = window.place(label);
        assert!(place.left() >= 0.0 && place.right() <= 800.0, "{label} lies at {place:?}");
    }
    window.click("Close inspector");
    assert!(!window.sees("Wait at least"));
}

#[test]
fn a_field_is_reached_and_left_by_keyboard_alone() {
    let mut window = tall(example());
    select(&mut window, "Fax");
    window.node("Name").focus();
    window.settle();
    for _ in 0..3 {
        window.key(Key::Tab);
    }
    assert!(window.node("Fax text").is_focused(), "{}", window.names());
    window.keys(Modifiers::SHIFT, Key::Tab);
    assert!(window.node("Insert merge field into fax text").is_focused());
}

#[test]
fn every_kind_has_a_form_without_a_nameless_control() {
    let mut campaign = example();
    let items = OFFERS.iter().zip(100..).map(|(offer, id)| Item {
        id,
        name: offer.label().to_owned(),
        position: Position(id as f64 * 10.0, 900.0),
        ready: false,
        kind: (offer.new)(),
    });
    campaign.sequences[0].items = items.collect();
    campaign.sequences[0].links.clear();
    let mut window = tall(campaign);
    for offer in OFFERS {
        // Settling checks that everything has a name.
        select(&mut window, offer.label());
        assert_eq!(value(&window, "Name"), offer.label());
    }
}

#[test]
fn what_would_be_created_is_reached_with_the_arrows_where_an_option_fits_too() {
    let mut window = fresh();
    select(&mut window, "Tag");
    window.click("Add tag to apply…");
    window.type_text("cust");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(matches!(&window.item("Tag").kind, Kind::ApplyRemoveTag { apply, .. } if apply == &["cust"]));
}

#[test]
fn dates_and_times_stand_as_the_person_likes_them_and_are_read_again() {
    let mut window = tall(example());
    let settings = &mut window.app_mut().settings;
    (settings.dates, settings.twelve_hours, settings.week_starts) = (DateOrder::MonthFirst, true, WeekStart::Sunday);
    window.settle();
    select(&mut window, "July sale");
    assert_eq!(value(&window, "First date"), "Jul 1, 2026");
    assert_eq!(value(&window, "From"), "9:00 am");
    let before = window.ron();
    enter(&mut window, "First date", "Jul 1, 2026");
    enter(&mut window, "From", "9:00 am");
    assert_eq!(window.ron(), before, "what is shown means what is in the file");
}
