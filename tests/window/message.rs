//! The preview of a message, and the large editor for its texts.

use std::path::Path;

use dripline::campaign::kinds::Kind;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::parse;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::workbench::editor::Editor;
use eframe::egui::{Key, Modifiers, Rect, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

/// A campaign with an email, a letter and a text message, rehearsed with three contacts typed by hand: Ana Lee, Bo Ray
/// without an address, and one without a first name.
fn campaign(body: &str) -> String {
    format!(
        r#"#![enable(implicit_some)]
        Campaign(format: 2, name: "Shop", time_zone: "Europe/Berlin", directory: (
            users: [(id: "kim", name: "Kim Park", email: "kim@shop.example")],
        ), sequences: [(name: "Main", items: [
            (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "Hello", position: (240.0, 80.0), ready: true, kind: Email(to: Contact,
                subject: "~Contact.FirstName~, welcome", body: "{body}")),
            (id: 3, name: "Note to phone", position: (440.0, 80.0), ready: true, kind: TextMessage(
                body: "Hi ~Contact.FirstName~ 🎉")),
            (id: 4, name: "Tell Kim", position: (640.0, 80.0), ready: true, kind: Email(to: User("kim"),
                subject: "New", body: "~Contact.Email~")),
        ], links: [(1, 2), (2, 3), (3, 4)])], rehearsals: [(name: "R", sequence: "Main", people: People([
            (id: "a", first_name: "Ana", last_name: "Lee", email: "ana@example.com", phone: "1"),
            (id: "b", first_name: "Bo", last_name: "Ray"),
            (id: "c", last_name: "Nameless", email: "c@example.com"),
        ]), enter: At("2026-12-07T09:00"), until: "2027-01-07T09:00")])"#
    )
}

const PLAIN: &str = r"Dear ~Contact.FirstName~,\n\nyour ~Contact.Nope~ is ready.";

fn opened(body: &str, (width, height): (f32, f32)) -> Window {
    let campaign = parse(&campaign(body), Path::new("shop.ron")).expect("a campaign").campaign;
    let mut window = Opening::of(Editor::of(campaign)).sized(width, height).open();
    window.until("it is rehearsed", |window| window.app().rehearsing().span().is_some());
    window.app_mut().view.selection = Selection::of(FIRST, [2]);
    window.settle();
    window
}

/// A window whose inspector shows the email.
fn showing(body: &str) -> Window {
    opened(body, (1280.0, 900.0))
}

fn press(window: &mut Window, label: &str) {
    window.role(Role::Button, label).click_accesskit();
    window.settle();
}

/// The area of the topmost control with this name: the settings below a dialog may have one of the same name.
fn top(window: &Window, label: &str) -> Rect {
    let controls = [Role::Button, Role::MultilineTextInput, Role::TextInput, Role::ComboBox];
    let all = window.all(label).into_iter().filter(|node| controls.contains(&node.accesskit_node().role()));
    all.last().unwrap_or_else(|| panic!("no {label}; there are:\n{}", window.names())).rect()
}

fn click_top(window: &mut Window, label: &str) {
    let at = top(window, label).center();
    window.click_at(at);
}

fn body(window: &Window) -> String {
    match &window.item("Hello").kind {
        Kind::Email(email) => email.body.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_preview_from_the_settings_fills_the_message_for_a_contact_and_marks_what_is_not_filled() {
    let mut window = showing(PLAIN);
    let before = window.ron();
    window.role(Role::Button, "Preview…").focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(window.app().view.overlay, Overlay::Preview);
    for words in [
        "Ana Lee <ana@example.com>",
        "Ana, welcome",
        "12 characters: short enough for phones, which show about 40",
        "1 merge field is unknown and stays as typed: ~Contact.Nope~",
        "Dear Ana,\n\nyour [~Contact.Nope~: unknown] is ready.",
    ] {
        assert!(window.sees(words), "{words}; there are:\n{}", window.names());
    }
    assert!(window.reads("Would be sent ") && window.reads("campaigns don’t have them"), "{}", window.names());
    assert_eq!(window.ron(), before);
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn line_breaks_that_html_loses_are_named_and_kept_on_request() {
    let mut window = showing(r"Dear <b>~Contact.FirstName~</b>,\n\nall is ready.");
    press(&mut window, "Preview…");
    let lost = "This text is HTML: its line breaks don’t show";
    assert!(window.sees(lost) && !window.sees("Dear Ana,\n\nall is ready."), "{}", window.names());
    press(&mut window, "Keep line breaks");
    assert_eq!(body(&window), "Dear <b>~Contact.FirstName~</b>,<br>\n<br>\nall is ready.");
    assert!(!window.reads("its line breaks") && !window.sees("Keep line breaks"), "{}", window.names());
    window.key(Key::Escape);
    window.ctrl(Key::Z);
    assert!(!body(&window).contains("<br>"), "it is one step to undo");
}

#[test]
fn a_merge_field_of_a_date_says_how_the_date_is_written() {
    let window = showing("Born ~Contact.Birthday~.");
    assert!(window.sees("Birthday is written like 2027-01-31"), "{}", window.names());
    let window = showing("Born ~Contact.FirstName~.");
    assert!(!window.reads("is written like"), "{}", window.names());
}

#[test]
fn another_contact_is_chosen_by_search_by_keys_by_buttons_and_without_a_first_name() {
    let mut window = showing(PLAIN);
    press(&mut window, "Preview…");
    window.type_text("ray");
    window.key(Key::Enter);
    assert!(window.sees("Bo, welcome") && window.sees("Can’t be sent: needs an email address"), "{}", window.names());
    assert!(window.reads("Would not be sent "), "{}", window.names());
    press(&mut window, "Previous contact");
    assert!(window.sees("Ana, welcome"), "{}", window.names());
    window.click("Search contacts");
    window.ctrl(Key::A);
    window.key(Key::Backspace);
    window.key(Key::ArrowDown);
    assert!(!window.sees("Ana, welcome"), "an arrow goes to another contact:\n{}", window.names());
    window.click("Without a first name");
    assert!(window.sees("[First name: empty], welcome"), "{}", window.names());
    assert!(window.sees("1 merge field is empty for this contact: First name"), "{}", window.names());
    window.click_role(Role::ListBoxOption, "Ana Lee, ana@example.com");
    assert!(window.sees("Ana, welcome"), "{}", window.names());
}

#[test]
fn other_messages_are_shown_too_with_their_own_recipient() {
    let mut window = showing(PLAIN);
    press(&mut window, "Preview…");
    window.click("Message");
    window.type_text("phone");
    window.key(Key::Enter);
    assert!(window.sees("Ana Lee <1>") && window.sees("Hi Ana 🎉"), "{}", window.names());
    assert!(window.reads("8 characters, sent as 1 message, since"), "{}", window.names());
    window.click("Message");
    window.type_text("Kim");
    window.key(Key::Enter);
    assert!(window.sees("Kim Park <kim@shop.example>") && window.sees("ana@example.com"), "{}", window.names());
}

const HTML: &str = r"<h1>Hi ~Contact.FirstName~</h1><p>See <a href='https://shop.example/~Contact.Id~'>this</a></p>\
    <img src='https://spy.example/pixel.gif' alt='A shoe'><script>steal()</script><iframe src='https://x'></iframe>";

#[test]
fn html_is_shown_as_text_and_neither_runs_nor_loads_anything() {
    let mut window = showing(HTML);
    press(&mut window, "Preview…");
    for words in ["Hi Ana", "See this (https://shop.example/a)", "Shown as source, never run or loaded: script, iframe"]
    {
        assert!(window.sees(words), "{words}; there are:\n{}", window.names());
    }
    assert!(window.reads("[image: A shoe]") && window.reads("<script>steal()</script>"), "{}", window.names());
    // Nothing can be followed, and no picture was asked for.
    assert!(window.harness.root().query_all_by_role(Role::Link).next().is_none());
    assert!(window.harness.root().query_all_by_role(Role::Image).next().is_none());
    let at = window.place("See this (https://shop.example/a)").left_center() + vec2(50.0, 0.0);
    window.click_at(at);
    let opens = |command: &eframe::egui::OutputCommand| matches!(command, eframe::egui::OutputCommand::OpenUrl(_));
    assert!(!window.harness.output().platform_output.commands.iter().any(opens));
    window.click("Source");
    assert!(window.reads("<h1>Hi Ana</h1>") && window.reads("pixel.gif"), "{}", window.names());
    window.click("Plain text");
    assert!(window.reads("Hi Ana\nSee this (https://shop.example/a)"), "{}", window.names());
}

#[test]
fn the_story_opens_the_message_of_the_followed_contact() {
    let mut window = showing(PLAIN);
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click_role(Role::ListBoxOption, &option(&window, "Bo Ray, "));
    press(&mut window, "Open Hello");
    assert!(window.sees("Bo, welcome") && window.reads("Would not be sent "), "{}", window.names());
}

/// The name of the row of a list that begins with these words.
fn option(window: &Window, start: &str) -> String {
    let rows = window.harness.root().query_all_by_role(Role::ListBoxOption).collect::<Vec<_>>();
    let mut names = rows.into_iter().filter_map(|row| row.accesskit_node().label());
    names.find(|name| name.starts_with(start)).unwrap_or_else(|| panic!("no {start} in\n{}", window.names()))
}

#[test]
fn the_report_opens_the_message_of_a_row_and_of_the_current_one() {
    let mut window = showing(PLAIN);
    window.keys(Modifiers::COMMAND, Key::Num3);
    let filter = dripline::report::people::Filter { item: Some(FIRST.item(2)), ..Default::default() };
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, dripline::ui::context::action::Action::ShowPeople(filter));
    window.until("the contacts are found", |window| window.reads("Nameless, "));
    window.settle();
    let before = window.app().view.mode;
    window.click("Open message to Bo Ray");
    assert!(window.sees("Bo, welcome"), "{}", window.names());
    assert_eq!((before, window.app().view.mode), (WindowMode::Report, WindowMode::Report));
    window.key(Key::Escape);
    window.click("Preview…");
    assert!(window.sees("Ana, welcome"), "{}", window.names());
}

#[test]
fn send_test_and_preview_are_found_as_commands() {
    let mut window = showing(PLAIN);
    for words in ["send test", "email preview"] {
        window.ctrl(Key::K);
        window.type_text(words);
        window.key(Key::Enter);
        assert_eq!(window.app().view.overlay, Overlay::Preview, "{words}");
        window.key(Key::Escape);
    }
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(window.sees("Ana, welcome"));
}

#[test]
fn without_a_rehearsal_generated_contacts_are_shown() {
    let text = r#"#![enable(implicit_some)]
        Campaign(format: 1, name: "Shop", time_zone: "Europe/Berlin", sequences: [(name: "Main", items: [
            (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "Hello", position: (240.0, 80.0), ready: true, kind: Email(to: Contact,
                subject: "~Contact.FirstName~, welcome", body: "b")),
        ], links: [(1, 2)])])"#;
    let campaign = parse(text, Path::new("shop.ron")).expect("a campaign").campaign;
    let mut window = Opening::of(Editor::of(campaign)).with(|settings| settings.live = false).open();
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(window.reads(", welcome"), "{}", window.names());
    assert!(window.sees("Generated contact: nothing has been rehearsed yet"), "{}", window.names());
}

/// Opens the large editor with the button of the settings.
fn edit(window: &mut Window) {
    press(window, "Edit in large editor…");
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    window.settle();
}

#[test]
fn merge_fields_are_inserted_at_the_caret_and_the_preview_follows() {
    let mut window = opened("Dear X", (1440.0, 900.0));
    edit(&mut window);
    window.key(Key::Home);
    for _ in 0..5 {
        window.key(Key::ArrowRight);
    }
    click_top(&mut window, "Insert merge field into body");
    window.type_text("First name");
    window.key(Key::Enter);
    assert_eq!(body(&window), "Dear ~Contact.FirstName~X");
    window.type_text("!");
    assert_eq!(body(&window), "Dear ~Contact.FirstName~!X", "the caret is after the merge field");
    assert!(window.sees("Dear Ana!X"), "{}", window.names());
    assert!(window.sees("2 words · 26 characters"), "{}", window.names());
}

#[test]
fn escape_keeps_what_was_written_and_undo_takes_it_back() {
    let mut window = showing("Dear");
    edit(&mut window);
    window.key(Key::End);
    window.type_text(" all");
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::None, "{}", window.names());
    assert!(window.role(Role::Button, "Edit in large editor…").is_focused());
    assert_eq!(body(&window), "Dear all");
    window.ctrl(Key::Z);
    assert_eq!(body(&window), "Dear");
}

#[test]
fn undo_works_in_the_editor_and_a_pause_begins_a_new_step() {
    let mut window = showing("Dear");
    edit(&mut window);
    window.key(Key::End);
    window.type_text(" one");
    window.wait(5.0);
    window.type_text(" two");
    assert_eq!(body(&window), "Dear one two");
    window.ctrl(Key::Z);
    assert_eq!(body(&window), "Dear one");
    window.ctrl(Key::Z);
    assert_eq!(body(&window), "Dear");
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    window.ctrl(Key::Y);
    assert_eq!(body(&window), "Dear one");
}

#[test]
fn find_counts_and_goes_from_match_to_match() {
    let mut window = showing(r"One two one\nthree ONE");
    edit(&mut window);
    window.ctrl(Key::F);
    assert!(window.node("Find in the text").is_focused());
    window.type_text("one");
    window.settle();
    assert!(window.sees("1 of 3"), "{}", window.names());
    window.key(Key::Enter);
    assert!(window.sees("2 of 3"));
    window.keys(Modifiers::SHIFT, Key::Enter);
    window.keys(Modifiers::SHIFT, Key::Enter);
    assert!(window.sees("3 of 3"));
    window.click("Next match");
    assert!(window.sees("1 of 3"));
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::TextEditor, "Esc closes find first");
    assert!(!window.sees("Find in the text"));
    assert_eq!(body(&window), "One two one\nthree ONE");
}

#[test]
fn typing_while_find_is_open_keeps_to_the_letters() {
    let mut window = showing("Größe");
    edit(&mut window);
    window.ctrl(Key::F);
    window.type_text("öß");
    window.settle();
    assert!(window.sees("1 of 1"), "{}", window.names());
    click_top(&mut window, "Body");
    window.key(Key::Home);
    window.type_text("x");
    assert_eq!(body(&window), "xGröße");
    window.key(Key::Delete);
    window.type_text("ß");
    assert_eq!(body(&window), "xßröße");
    assert!(window.sees("1 of 1"), "{}", window.names());
}

#[test]
fn the_editor_takes_focus_again_after_the_preview_also_with_find_open() {
    let mut window = showing("One two one");
    edit(&mut window);
    window.ctrl(Key::F);
    window.type_text("one");
    click_top(&mut window, "Preview…");
    assert_eq!(window.app().view.overlay, Overlay::Preview);
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    assert!(window.node("Find in the text").is_focused(), "{}", window.names());
    window.key(Key::Escape);
    assert!(focused(&window, "Body"), "find is closed first");
    window.key(Key::Escape);
    assert!(window.role(Role::Button, "Edit in large editor…").is_focused());
}

#[test]
fn another_message_in_the_editor_begins_without_what_was_kept_for_the_one_before() {
    let mut window = opened("Größe one two three", (800.0, 600.0));
    edit(&mut window);
    assert!(window.sees("4 words · 19 characters"), "{}", window.names());
    window.ctrl(Key::F);
    window.type_text("three");
    assert!(window.sees("1 of 1"));
    click_top(&mut window, "Preview…");
    window.click("Message");
    window.type_text("phone");
    window.key(Key::Enter);
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    assert!(!window.sees("Find in the text"), "{}", window.names());
    assert!(window.sees("3 words · 24 characters"), "{}", window.names());
}

/// Whether the topmost text field of this name has focus.
fn focused(window: &Window, label: &str) -> bool {
    let fields = [Role::MultilineTextInput, Role::TextInput];
    let all = window.all(label).into_iter().filter(|node| fields.contains(&node.accesskit_node().role()));
    all.last().is_some_and(|node| node.is_focused())
}

#[test]
fn a_press_on_empty_space_leaves_focus_in_the_dialog() {
    let mut window = opened("Dear", (1440.0, 900.0));
    edit(&mut window);
    assert!(focused(&window, "Body"));
    // Between the title and the buttons is nothing.
    let title = window.place("Hello · Email");
    window.click_at(title.right_center() + vec2(60.0, 0.0));
    assert!(focused(&window, "Body"), "the focus is lost");
    window.type_text("!");
    assert!(body(&window).contains('!'));
    window.key(Key::Escape);
    window.ctrl(Key::E);
    assert!(window.node("Path of the file").is_focused());
    let place = window.place("Cancel");
    window.click_at(place.right_center() + vec2(80.0, 0.0));
    assert!(window.node("Path of the file").is_focused(), "the focus is lost");
}

#[test]
fn only_the_blocks_in_view_are_drawn_and_the_others_by_scrolling() {
    let html: String = (1..=600).map(|number| format!("<p>Line {number}.</p>")).collect();
    let mut window = showing(&html);
    press(&mut window, "Preview…");
    assert!(window.sees("Line 1."), "{}", window.names());
    let lines = |window: &Window| (1..=600).filter(|number| window.sees(&format!("Line {number}."))).count();
    assert!((5..60).contains(&lines(&window)), "{}", lines(&window));
    let at = window.place("Line 1.").left_center();
    window.wheel(at, vec2(0.0, -50_000.0), Modifiers::NONE);
    assert!(window.sees("Line 600.") && !window.sees("Line 1."), "{}", window.names());
    assert!((5..60).contains(&lines(&window)), "{}", lines(&window));
}

#[test]
fn a_text_of_megabytes_is_shown_and_edited_in_parts() {
    let text = r"A line of a long text.\n".repeat(60_000) + "the very end";
    let mut window = showing(&text);
    let long = body(&window).len();
    assert!(window.reads("too much to edit here"), "{}", window.names());
    press(&mut window, "Preview…");
    assert!(window.reads("The preview ends here: it shows the first 40,000 characters"), "{}", window.names());
    window.key(Key::Escape);
    edit(&mut window);
    assert!(window.reads("Part 1 of about "), "{}", window.names());
    window.ctrl(Key::F);
    window.type_text("the very end");
    window.settle();
    assert!(window.sees("1 of 1") && !window.reads("Part 1 of"), "find goes to its part:\n{}", window.names());
    // The text gets the focus back.
    window.key(Key::Escape);
    window.ctrl(Key::A);
    window.type_text("z");
    let now = body(&window);
    assert!(now.len() < long && now.len() > long - 250_000 && now.ends_with('z'), "{} of {long}", now.len());
    window.ctrl(Key::Z);
    assert_eq!(body(&window).len(), long);
}

#[test]
fn both_dialogs_fit_a_small_window() {
    let mut window = opened(PLAIN, (800.0, 600.0));
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    for label in ["Close preview", "Next contact", "Search contacts", "Message"] {
        let place = top(&window, label);
        assert!(place.left() > 0.0 && place.right() < 800.0 && place.bottom() < 600.0, "{label}: {place:?}");
    }
    window.click("Edit text…");
    for label in ["Close editor", "Body", "Insert merge field into body", "Preview…"] {
        let place = top(&window, label);
        assert!(place.left() > 0.0 && place.right() < 800.0 && place.bottom() < 600.0, "{label}: {place:?}");
    }
    // The preview from the editor leads back to it.
    click_top(&mut window, "Preview…");
    window.key(Key::Escape);
    assert_eq!(window.app().view.overlay, Overlay::TextEditor);
    assert!(focused(&window, "Body"));
    window.click_at(pos2(5.0, 5.0));
    assert_eq!(window.app().view.overlay, Overlay::None);
}

#[test]
fn the_editor_is_resized_at_its_corner() {
    let mut window = opened(PLAIN, (1440.0, 900.0));
    edit(&mut window);
    let (before, grip) = (top(&window, "Body").width(), window.place("Resize editor").center());
    window.drag(grip, grip - vec2(120.0, 60.0));
    let after = top(&window, "Body").width();
    assert!(after < before - 60.0, "{after} of {before}");
}
