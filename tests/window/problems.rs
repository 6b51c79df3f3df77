//! The strip of problems: it lists them, a click goes to the item, and a button fixes the problem.

use std::path::Path;

use dripline::campaign::directory::FieldKind;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::parse;
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::Key;

use crate::common::ids::{FIRST, SECOND};
use crate::harness::{Opening, Role, Window};

/// Two sequences. The second one has a draft.
const TWO: &str = r#"Campaign(format: 1, name: "Two", time_zone: "Europe/Berlin", sequences: [
    (name: "First", items: [(id: 1, name: "In", position: (40.0, 80.0), kind: Start)]),
    (name: "Second", items: [
        (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
        (id: 2, name: "Hub", position: (4000.0, 80.0), kind: AddToCustomerHub),
    ], links: [(1, 2)]),
], directory: (customer_hub: true))"#;

/// The name of the row of the problem that contains these words.
fn problem(window: &Window, words: &str) -> String {
    let mut found = window.labels(Role::Button).into_iter().filter(|name| name.contains(words) && name.contains(": "));
    found.next().unwrap_or_else(|| panic!("no problem says “{words}”:\n{}", window.names()))
}

#[test]
fn the_fix_marks_ready_and_is_undone_in_one_step() {
    let sample = samples::SAMPLES.iter().find(|sample| sample.file == "lesson-draft-email.ron");
    let mut window = Window::of(sample.and_then(|sample| sample.campaign()).expect("a sample"));
    assert!(!window.item("What to wear").ready);
    window.click_role(Role::Button, "Mark ready");
    assert!(window.item("What to wear").ready);
    assert!(!window.sees("Problems") || !window.reads("What to wear” (item 4) is a draft"));
    window.ctrl(Key::Z);
    assert!(!window.item("What to wear").ready);
    assert!(window.reads("is a draft"));
}

#[test]
fn a_broken_link_is_mended_in_the_text_that_has_it() {
    let text = r#"Campaign(format: 1, name: "Shop", time_zone: "Europe/Berlin", sequences: [(name: "First", items: [
        (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
        (id: 2, name: "Offer", position: (240.0, 80.0), ready: true, kind: Email(to: Some(Contact),
            subject: "For ~Contact.FirstName~", body: "Look [there]()")),
    ], links: [(1, 2)])])"#;
    let mut window = Window::of_text(text);
    assert!(window.reads("has a broken link in its body: “there” has no web address"), "{}", window.names());
    window.click_role(Role::Button, "Edit the text");
    assert!(window.role(Role::MultilineTextInput, "Body").is_focused(), "{}", window.names());
}

#[test]
fn a_click_on_a_problem_opens_its_sequence_and_selects() {
    let mut window = Window::of_text(TWO);
    let label = problem(&window, "Hub");
    assert!(label.contains("In Second."), "another sequence is named: {label}");
    let at = window.role(Role::Button, &label).rect().left_center() + eframe::egui::vec2(40.0, 0.0);
    window.click_at(at);
    let view = &window.app().view;
    assert_eq!((view.selection.sequence, view.selection.single()), (SECOND, Some(2)));
}

#[test]
fn problems_are_worked_through_with_keys() {
    let mut window = Window::of_text(TWO);
    let label = problem(&window, "Hub");
    window.role(Role::Button, &label).focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(window.app().view.selection.single(), Some(2));
    let label = problem(&window, "Hub");
    window.role(Role::Button, &label).focus();
    window.settle();
    window.key(Key::Tab);
    assert!(window.role(Role::Button, "Mark ready").is_focused());
    window.key(Key::Space);
    assert!(window.item("Hub").ready);
}

#[test]
fn the_list_can_be_kept_to_this_sequence_and_folded() {
    let mut window = Window::of_text(TWO);
    assert!(window.reads("is a draft"));
    window.click("This sequence");
    assert!(!window.reads("is a draft"));
    window.click("All sequences");
    assert!(window.reads("is a draft"));
    window.click("Collapse problems");
    assert!(!window.reads("is a draft"));
    assert!(window.sees("2 problems"));
    window.click("Expand problems");
    assert!(window.reads("is a draft"));
}

#[test]
fn a_sound_campaign_says_so() {
    let window = Window::of_text(
        r#"Campaign(format: 1, name: "Sound", time_zone: "Europe/Berlin", directory: (customer_hub: true), sequences: [
            (name: "One", items: [
                (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
                (id: 2, name: "Hub", position: (240.0, 80.0), ready: true, kind: AddToCustomerHub),
            ], links: [(1, 2)]),
        ])"#,
    );
    assert!(window.sees("No problems") && !window.sees("Problems"), "{}", window.names());
}

#[test]
fn an_item_on_the_canvas_says_its_problems_where_the_pointer_rests() {
    let mut window = Window::of_text(&TWO.replace("4000.0", "240.0"));
    window.app_mut().view.selection = dripline::campaign::selection::Selection::none(SECOND);
    window.settle();
    let node = "Add to CustomerHub, Hub, draft, 0 outgoing";
    let sentence = "Add to CustomerHub “Hub” is a draft: it is skipped for all contacts.";
    assert!(!window.sees(sentence));
    let at = window.place(node).center();
    window.hover(at);
    window.wait(1.0);
    assert!(window.sees(sentence), "{}", window.names());
}

/// A date timer in front of a letter. Whoever is generated enters in December.
const SALE: &str = r#"#![enable(implicit_some)]
Campaign(format: 2, name: "Sale", time_zone: "Europe/Berlin", sequences: [(name: "One", items: [
    (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
    (id: 2, name: "November sale", position: (240.0, 80.0), kind: DateTimer(schedule: (on: Date("2026-11-01"), time: AnyTime, zone: Campaign))),
    (id: 3, name: "Offer", position: (440.0, 80.0), ready: true, kind: Letter(body: "Dear customer")),
], links: [(1, 2), (2, 3)])], rehearsals: [
    (name: "December", sequence: "One", people: Generated(count: 1000, seed: 1), enter: At("2026-12-07T09:00"), until: "2027-12-07T09:00"),
])"#;

const PASSED: &str = "has passed for all 1,000 contacts who enter from Mon 7 Dec 2026";

#[test]
fn a_date_that_passed_is_told_with_the_people_of_the_rehearsal_and_changed_from_the_list() {
    let mut window = Window::of_text(SALE);
    window.until("the run is looked at", |window| window.reads(PASSED));
    window.settle();
    assert!(window.sees("Checked with the 1,000 contacts of “December”"), "{}", window.names());
    window.click("Change the date…");
    assert_eq!(window.app().view.selection.single(), Some(2));
    assert!(window.node("Date").is_focused(), "{}", window.names());
    window.type_text("24 Dec");
    window.key(Key::Enter);
    window.until("the new date is checked", |window| window.sees("No problems"));
}

#[test]
fn the_examples_of_a_timer_hold_a_row_that_arrives_with_the_people() {
    let mut window = Window::of_text(SALE);
    window.until("the run is looked at", |window| window.reads(PASSED));
    window.app_mut().view.selection = dripline::campaign::selection::Selection::of(FIRST, [2]);
    window.settle();
    assert!(window.sees("The first of 1,000 in “December”"), "{}", window.names());
    assert!(window.reads("7 Dec 09:00") || window.reads("7 Dec 2026 09:00"), "{}", window.names());
    assert!(window.reads("Skipped: its date has passed"));
    window.node("Why? Arrival of the contacts").scroll_to_me();
    window.settle();
    window.click("Why? Arrival of the contacts");
    assert!(window.reads("• "));
}

#[test]
fn drawing_never_unfolds_the_problems() {
    let mut window = Window::new();
    let before = window.app().canvas.views.rect;
    assert!(window.sees("Expand problems"), "a drawing that has just begun is no problem yet");
    window.ctrl(Key::K);
    window.type_text("insert email");
    window.key(Key::Enter);
    assert!(window.reads(" problems") || window.reads(" problem"), "{}", window.names());
    assert!(window.sees("Expand problems"));
    assert_eq!(window.app().canvas.views.rect, before, "the canvas keeps its place");
    window.click("Expand problems");
    assert!(window.sees("Collapse problems") && window.reads("lacks a recipient") || window.reads("Email"));
}

#[test]
fn what_was_in_view_stays_in_view_when_the_problems_unfold() {
    let text = TWO.replace(
        "(40.0, 80.0), kind: Start)]),",
        "(40.0, 80.0), kind: Start), (id: 2, name: \"Low\", position: (40.0, 600.0), kind: Start)]),",
    );
    let mut window = crate::harness::Opening::of(dripline::workbench::editor::Editor::of(
        dripline::storage::campaign_file::parse(&text, std::path::Path::new("two.ron")).expect("a campaign").campaign,
    ))
    .sized(1280.0, 800.0)
    .open();
    window.click("Collapse problems");
    let low = "Start, Low, set up, 0 outgoing";
    assert!(window.sees(low), "{}", window.names());
    // Panned by hand, so that nothing is fitted again: the lowest item is at the lower edge.
    let (canvas, at) = (window.app().canvas.views.rect.expect("a canvas"), window.place(low).center());
    let from = canvas.center();
    let by = eframe::egui::vec2(0.0, canvas.bottom() - 60.0 - at.y);
    window.drag_with(from, from + by, eframe::egui::PointerButton::Middle, eframe::egui::Modifiers::NONE);
    assert!(window.place(low).center().y > canvas.bottom() - 80.0);
    window.click("Expand problems");
    let canvas = window.app().canvas.views.rect.expect("a canvas");
    assert!(window.sees(low) && canvas.contains(window.place(low).center()), "{canvas:?}");
}

/// An email without a recipient, and one without a subject.
const TO_SET_UP: &str = r#"Campaign(format: 1, name: "One", time_zone: "Europe/Berlin", sequences: [(name: "One", items: [
    (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
    (id: 2, name: "First", position: (240.0, 80.0), kind: Email(to: WHOM, subject: "", body: "Hi")),
], links: [(1, 2)])])"#;

#[test]
fn set_up_goes_to_the_first_setting_that_is_missing() {
    for (whom, setting) in [("Some(Contact)", "Subject"), ("None", "To")] {
        let mut window = Window::of_text(&TO_SET_UP.replace("WHOM", whom));
        window.until("it is checked", |window| window.reads("lacks"));
        if !window.sees("Set up") {
            window.click("Expand problems");
        }
        window.click("Set up");
        assert_eq!(window.app().view.selection.single(), Some(2));
        assert!(window.node(setting).is_focused(), "{setting}: {}", window.names());
    }
}

/// A field timer whose date has passed for the only contact, and an email with an unknown merge field.
const FIELDS: &str = r#"#![enable(implicit_some)]
Campaign(format: 2, name: "Plans", time_zone: "Europe/Berlin", directory: (
    custom_fields: [(key: "renewal_date", label: "Renewal date", kind: Date)],
), sequences: [(name: "One", items: [
    (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
    (id: 2, name: "Wait", position: (240.0, 80.0), kind: FieldTimer(schedule: (field: "renewal_date", offset: On, year: FromField, time: AnyTime, zone: Campaign))),
    (id: 3, name: "Offer", position: (440.0, 80.0), ready: true, kind: Email(to: Contact, subject: "~Contact.EndDate~", body: "Dear ~Contact.FirstName~")),
], links: [(1, 2), (2, 3)])], rehearsals: [
    (name: "R", sequence: "One", people: People([(id: "a", first_name: "Ana", email: "a@x.com", renewal_date: "2026-01-05")]), enter: At("2026-12-07T09:00"), until: "2027-12-07T09:00"),
])"#;

#[test]
fn a_date_in_the_contacts_is_mended_by_the_rule_or_where_the_contacts_are() {
    let mut window = Opening::of(Editor::of(parse(FIELDS, Path::new("x.ron")).expect("a campaign").campaign))
        .sized(1600.0, 900.0)
        .open();
    window.until("the run is looked at", |window| window.reads("has passed for the only contact"));
    window.settle();
    assert!(window.reads("the date in “Renewal date” has passed"), "the label, not the key: {}", window.names());
    assert!(!window.sees("Change the date…"));
    assert!(window.sees("Use the next occurrence"), "{}", window.names());
}

#[test]
fn the_contacts_of_a_problem_are_listed_alone_where_all_of_them_have_come() {
    let two = FIELDS.replace(
        r#"renewal_date: "2026-01-05")]"#,
        r#"renewal_date: "2026-01-05"), (id: "b", first_name: "Bo", email: "b@x.com", renewal_date: "2027-01-05")]"#,
    );
    let mut window = Opening::of(Editor::of(parse(&two, Path::new("x.ron")).expect("a campaign").campaign))
        .sized(1600.0, 900.0)
        .open();
    window.until("the run is looked at", |window| window.reads("has passed for 1 of the 2 contacts"));
    window.settle();
    window.click("Show the contacts");
    window.settle();
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    assert!(window.reads("1 of 2 contacts"), "{}", window.names());
    assert!(window.reads("Ana, a@x.com") && !window.reads("Bo, b@x.com"), "{}", window.names());
    let (clock, span) = (window.app().rehearsing().at(), window.app().rehearsing().span());
    assert_eq!(clock, span.map(|span| span.1), "the sentence counts the whole rehearsal");
}

#[test]
fn a_date_that_was_only_generated_is_called_so() {
    let generated = FIELDS.replace(
        r#"People([(id: "a", first_name: "Ana", email: "a@x.com", renewal_date: "2026-01-05")])"#,
        "Generated(count: 200, seed: 1)",
    );
    let generated = generated.replace("2026-12-07T09:00", "2027-11-07T09:00");
    let mut window = Window::of_text(&generated);
    window.until("the run is looked at", |window| {
        window.app().findings().iter().any(|finding| finding.message.contains("has passed for"))
    });
    let findings = window.app().findings();
    assert!(findings.iter().any(|finding| finding.message.contains("the generated date in “Renewal date”")));
    window.keys(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Num2);
    window.click("Show contacts to rehearse");
    assert!(window.reads("Dates in your own fields are generated too"), "{}", window.names());
}

#[test]
fn an_unknown_field_can_be_created_as_a_date_or_as_a_text() {
    let mut window = Window::of_text(FIELDS);
    window.app_mut().view.selection = Selection::of(FIRST, [3]);
    window.settle();
    assert!(window.sees("Create text field “EndDate”"), "{}", window.names());
    window.click("Create date field “EndDate”");
    let created = window.campaign().directory.custom_fields.last().expect("a field");
    assert_eq!((created.key.as_str(), created.kind), ("EndDate", FieldKind::Date));
}

#[test]
fn problems_out_of_view_are_counted_and_nothing_is_cut() {
    let emails = (3..9).map(|id| {
        format!("(id: {id}, name: \"Mail {id}\", position: ({id}00.0, 80.0), kind: Email(to: None, subject: \"\", body: \"\")),")
    });
    let text =
        TO_SET_UP.replace("WHOM", "None").replace("], links", &format!("{}], links", emails.collect::<String>()));
    let mut window = Window::of_text(&text);
    window.until("it is checked", |window| !window.app().findings().is_empty());
    window.settle();
    if !window.sees("Collapse problems") {
        window.click("Expand problems");
    }
    assert!(window.reads("more below"), "{}", window.names());
    let all = window.app().findings().len();
    let shown = window
        .labels(Role::Button)
        .iter()
        .filter(|name| name.starts_with("Error: ") || name.starts_with("Warning: "))
        .count();
    assert!(shown < all, "{shown} of {all}");
    let painted = window.painted();
    assert!(
        painted.iter().any(|text| text.contains("so it is skipped") || text.contains("It is skipped for all contacts")),
        "{painted:?}"
    );
}
