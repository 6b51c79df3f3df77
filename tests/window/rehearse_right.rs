//! The right side of a rehearsal: contacts, the story of one of them, and what happens next.

use dripline::calendar::Instant;
use dripline::campaign::kinds::Kind;
use dripline::campaign::rehearsal::People;
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::view_state::WindowMode;
use dripline::ui::panels::rehearse::state::RehearseTab;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::ClockStep;
use dripline::workbench::rehearse::contact::Followed;
use dripline::workbench::rehearse::sends::messages;
use dripline::workbench::samples::SAMPLES;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::ids::item;
use crate::harness::{Opening, Role, Window};

/// The welcome sample with 500 contacts, rehearsed in a window of this size.
fn rehearsed(width: f32, height: f32) -> Window {
    let sample = SAMPLES.iter().find(|sample| sample.file == "welcome.ron").and_then(|sample| sample.campaign());
    let mut campaign = sample.expect("a sample");
    campaign.rehearsals[0].people = People::Generated { count: 500, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(width, height).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    window.rehearsed();
    window.settle();
    window
}

fn act(window: &mut Window, wish: Rehearse) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(wish));
    window.settle();
}

/// Presses a button as a screen reader does, even if it is out of view.
fn press(window: &mut Window, label: &str) {
    window.role(Role::Button, label).click_accesskit();
    window.settle();
}

/// The visible rows of the list of contacts.
fn people(window: &Window) -> Vec<String> {
    window.labels(Role::ListBoxOption)
}

/// The items of the story, by their names for a screen reader.
fn story(window: &Window) -> Vec<String> {
    let names = window.labels(Role::Button);
    let outcomes = [", ran, ", ", waiting, ", ", held, ", ", skipped, "];
    names.into_iter().filter(|name| outcomes.iter().any(|outcome| name.contains(outcome))).collect()
}

fn clock(window: &Window) -> Instant {
    window.app().rehearsing().at().expect("a clock")
}

#[test]
fn a_click_in_the_list_follows_and_tells_the_story() {
    let mut window = rehearsed(1280.0, 800.0);
    assert!(window.reads("500 contacts"));
    let listed = people(&window);
    assert!(listed.len() > 3 && listed.len() < 100, "only what is in view is drawn: {}", listed.len());
    let second = listed[1].clone();
    window.click_role(Role::ListBoxOption, &second);
    assert_eq!(window.app().rehearsing().follows(), Some(1));
    assert_eq!(window.app().panels.rehearse.tab, RehearseTab::Story);
    let name = second.split(',').next().expect("a name").to_owned();
    assert!(window.reads(&name) && window.reads("Record at this time"), "{}", window.names());
    // Each step to the contact's next event extends the story or lets the contact continue.
    act(&mut window, Rehearse::Step(ClockStep::ToStart));
    act(&mut window, Rehearse::Step(ClockStep::Forward));
    let mut before = story(&window);
    assert!(before[0].contains(", ran, "), "it begins with a Start: {before:?}");
    let mut steps = 0;
    while window.app().rehearsing().target(ClockStep::Forward).is_some() {
        act(&mut window, Rehearse::Step(ClockStep::Forward));
        let after = story(&window);
        assert!(after != before && after.len() >= before.len(), "{before:?} then {after:?}");
        (before, steps) = (after, steps + 1);
    }
    assert!(steps > 2 && before.len() > 8, "{steps} steps: {before:?}");
    window.click("Stop following");
    assert_eq!(window.app().rehearsing().follows(), None);
    assert!(story(&window).is_empty() && window.reads("You aren't following a contact"));
}

#[test]
fn space_plays_whatever_was_clicked_last() {
    let mut window = rehearsed(1280.0, 800.0);
    let plays = |window: &Window| window.app().rehearsing().clock().expect("a clock").plays;
    let press = |window: &mut Window| {
        window.space(true);
        window.space(false);
        window.frame();
    };
    let first = people(&window)[0].clone();
    window.click_role(Role::ListBoxOption, &first);
    press(&mut window);
    assert!(plays(&window), "after a click on a person");
    press(&mut window);
    assert!(!plays(&window));
    window.click_role(Role::Tab, "Agenda");
    press(&mut window);
    assert!(plays(&window), "after a click on a tab");
}

#[test]
fn a_waiting_item_says_why_and_until_when_and_one_can_go_there() {
    let mut window = rehearsed(1280.0, 800.0);
    act(&mut window, Rehearse::Follow(Some(3)));
    act(&mut window, Rehearse::Step(ClockStep::ToStart));
    let name = |row: &String| row.split(", waiting, until ").next().expect("a name").to_owned();
    let waits = |window: &Window| {
        let delays = |name: &String| matches!(window.item(name).kind, Kind::DelayTimer(_));
        story(window).iter().filter(|row| row.contains(", waiting, until ")).map(name).find(delays)
    };
    while waits(&window).is_none() {
        act(&mut window, Rehearse::Step(ClockStep::Forward));
    }
    assert!(window.reads("Arrived ") && window.reads(" later is "), "{}", window.names());
    let item = waits(&window).expect("a delay timer");
    let before = clock(&window);
    press(&mut window, &format!("Move the clock to {item}"));
    assert!(clock(&window) > before);
    assert!(story(&window).iter().any(|row| row.starts_with(&format!("{item}, ran, "))), "it went on: {item}");
    // The explanation of the item is collapsed now.
    let told = |window: &Window| window.harness.root().query_all_by_label_contains(" later is ").count();
    let folded = told(&window);
    press(&mut window, &format!("Why: {item}"));
    assert!(told(&window) > folded);
    let row = story(&window).into_iter().find(|row| row.starts_with(&item)).expect("its row");
    press(&mut window, &row);
    let id = window.item(&item).id;
    assert_eq!(window.app().view.selection.single(), Some(id), "a click shows it on the canvas");
}

#[test]
fn people_are_searched_and_filtered() {
    let mut window = rehearsed(1280.0, 800.0);
    let first = people(&window)[0].clone();
    let email = first.split(", ").nth(1).expect("an address").to_owned();
    window.fill("Search contacts", &email.to_uppercase());
    window.until("one is found", |window| people(window).len() == 1);
    assert_eq!(people(&window), [first]);
    window.key(Key::Enter);
    assert_eq!(window.app().rehearsing().follows(), Some(0));
    window.click_role(Role::Tab, "Contacts");
    window.click("Search contacts");
    window.ctrl(Key::A);
    window.key(Key::Backspace);
    window.click_role(Role::ComboBox, "Status");
    window.click_role(Role::ListBoxOption, "Not entered");
    act(&mut window, Rehearse::Step(ClockStep::ToStart));
    let (shown, at) = (window.app().rehearsing().shown().expect("a run").clone(), clock(&window));
    let count = (0..500).filter(|place| shown.visits(*place).all(|visit| visit.arrived > at)).count();
    window.until("those to come are listed", |window| window.reads(&format!("{count} of 500 contacts")));
    let coming = people(&window);
    assert!(!coming.is_empty() && coming.iter().all(|row| row.contains(", enters ")), "{coming:?}");
    window.click("Clear");
    assert!(window.reads("500 contacts"));
    // The list also works without a mouse: Down and Enter.
    window.click("Search contacts");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.app().rehearsing().follows(), Some(2));
}

#[test]
fn a_click_in_the_agenda_moves_the_clock_and_shows_the_item() {
    let mut window = rehearsed(1280.0, 800.0);
    window.click_role(Role::Tab, "Agenda");
    act(&mut window, Rehearse::Step(ClockStep::ToStart));
    let is_email = |window: &Window, name: &str| matches!(window.item(name).kind, Kind::Email(_));
    let names = window.labels(Role::Button);
    let rows: Vec<&String> = names.iter().filter(|name| name.contains(" ran") && name.contains(": ")).collect();
    assert!(rows.len() > 3, "{}", window.names());
    let email = rows.iter().find(|row| {
        let name = row.split(": ").next().expect("a name");
        window.campaign().sequences[0].items.iter().any(|item| item.name == name) && is_email(&window, name)
    });
    let email = (*email.expect("an email")).clone();
    let name = email.split(": ").next().expect("a name").to_owned();
    let before = clock(&window);
    let at = window.harness.root().query_all_by_role_and_label(Role::Button, &email).next().expect("a row").rect();
    window.click_at(at.center());
    assert!(clock(&window) > before);
    let id = window.item(&name).id;
    assert_eq!(window.app().view.selection.single(), Some(id));
    let (shown, at) = (window.app().rehearsing().shown().expect("a run").clone(), clock(&window));
    let runs =
        |visit: dripline::simulate::kernel::Visit| shown.item(visit.rank) == item(id) && visit.through() == Some(at);
    assert!((0..500).any(|place| shown.visits(place).any(runs)), "it is the moment at which it first runs");
}

#[test]
fn what_can_not_be_run_says_so_and_what_to_do() {
    let mut campaign = SAMPLES[0].campaign().expect("a sample");
    campaign.rehearsals[0].people = People::File("nobody-has-this-file.csv".to_owned());
    let mut window = Window::of(campaign);
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.until("it says why", |window| window.reads("nobody-has-this-file.csv"));
    window.settle();
    assert!(window.sees("Run again"));
}

#[test]
fn in_a_narrow_window_it_folds_and_nothing_is_cut() {
    let mut window = rehearsed(800.0, 600.0);
    assert!(!window.sees("Search contacts"), "it does not hide the canvas by itself");
    window.click_role(Role::Tab, "Contacts");
    let room = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(800.0, 600.0));
    assert!(room.contains_rect(window.place("Search contacts")));
    let row = people(&window)[0].clone();
    window.click_role(Role::ListBoxOption, &row);
    let stop = format!("Stop following {}", row.split(", ").next().expect("a name"));
    for name in [stop.as_str(), "Collapse contacts, story and agenda"] {
        assert!(room.contains_rect(window.place(name)), "{name} at {:?}", window.place(name));
    }
    window.click("Collapse contacts, story and agenda");
    assert!(!window.sees(&stop));
}

#[test]
fn the_side_is_as_wide_as_it_was_whatever_it_shows() {
    let mut window = rehearsed(1280.0, 800.0);
    let left = |window: &Window| window.role(Role::Tab, "Contacts").rect().left();
    let before = left(&window);
    for place in [0, 3, 5] {
        act(&mut window, Rehearse::Follow(Some(place)));
        (0..20).for_each(|_| window.frame());
        assert_eq!(left(&window), before, "the story of contact {place}");
    }
    window.click_role(Role::Tab, "Agenda");
    (0..20).for_each(|_| window.frame());
    assert_eq!(left(&window), before, "the agenda");
}

#[test]
fn what_a_contact_gets_is_copied_as_text() {
    let mut window = rehearsed(1280.0, 800.0);
    let copies = "Copy what the contact gets";
    window.ctrl(Key::K);
    window.type_text(copies);
    window.key(Key::Enter);
    assert_eq!(window.app().panels.rehearse.tab, RehearseTab::People, "first, somebody is followed");
    act(&mut window, Rehearse::Follow(Some(3)));
    let run = std::sync::Arc::clone(window.app().rehearsing().shown().expect("a run"));
    let followed = Followed::of(&run, 3).expect("a contact");
    let sent: Vec<_> = messages(&followed).into_iter().filter(|message| message.skipped.is_none()).collect();
    assert!(sent.len() > 1, "the sample sends several emails");
    let heading = format!("Gets {} messages", sent.len());
    assert!(window.reads(&heading), "{}", window.names());
    press(&mut window, copies);
    let text = window.copied().expect("a text");
    assert!(text.starts_with(&format!("{} gets: {}, ", followed.who.name, sent[0].name)), "{text}");
    assert_eq!(text.lines().next().unwrap_or_default().matches(" · ").count(), sent.len() - 1, "{text}");
    let zone = followed.own_zone();
    assert!(text.ends_with(&format!("Times in {}.", zone.place())), "the zone of the story: {text}");
    let first = zone.local_at(sent[0].at);
    let time = format!("{:02}:{:02}", first.second_of_day() / 3600, first.second_of_day() / 60 % 60);
    assert!(text.lines().next().unwrap_or_default().contains(&time), "{text}");
    window.click(&heading);
    for message in &sent {
        assert!(window.reads(&format!("{}, ", message.name)), "{}", window.names());
    }
    window.ctrl(Key::K);
    window.type_text("who gets what");
    window.key(Key::Enter);
    assert_eq!(window.copied().as_deref(), Some(text.as_str()));
}
