//! The transport if nothing happens in the run, and lists that are opened and closed by keyboard alone.

use dripline::calendar::{Date, Instant};
use dripline::campaign::edit::{Edit, RehearsalsEdit};
use dripline::campaign::history::Grouping;
use dripline::campaign::rehearsal::{Breakpoint, People, Rehearsal};
use dripline::ui::context::action::{Action, Rehearse};
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

const NOBODY: &str = "No contact enters this sequence";
const DATE: &str = "Mon 9 Mar 2026";

/// The first sample with these contacts in Rehearse mode, in a window tall enough for the whole Contacts panel.
fn window_of(people: People) -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = people;
    let mut window = Opening::of(Editor::of(campaign)).sized(1400.0, 1400.0).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window
}

fn rehearsing() -> Window {
    let mut window = window_of(People::Generated { count: 40, seed: 11 });
    window.rehearsed();
    window.settle();
    window
}

fn at(window: &Window) -> Instant {
    window.app().rehearsing().at().expect("a clock")
}

fn is_disabled(window: &Window, button: &str) -> bool {
    window.role(Role::Button, button).accesskit_node().is_disabled()
}

fn top_of_transport(window: &Window) -> f32 {
    window.role(Role::Button, "Play").rect().top()
}

fn focus(window: &mut Window, label: &str) {
    window.node(label).focus();
    window.frame();
    window.settle();
}

#[test]
fn a_small_window_says_how_many_wait() {
    let mut window = Opening::of(Editor::of(samples::first())).sized(800.0, 600.0).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    window.settle();
    let buttons = window.labels(Role::Button);
    assert!(buttons.iter().any(|label| label.ends_with(" waiting")), "{buttons:?}");
}

#[test]
fn where_nobody_enters_it_is_said_in_place_of_the_clock() {
    let mut window = rehearsing();
    window.click("Show contacts to rehearse");
    assert!(window.sees(DATE) && !window.reads(NOBODY));
    assert!(!is_disabled(&window, "Play") && !is_disabled(&window, "Step forward"));
    let top = top_of_transport(&window);
    window.fill("The rehearsal ends date", "2020-01-01");
    window.key(Key::Enter);
    window.until("the run is empty", |window| window.app().rehearsing().is_empty());
    window.settle();
    assert!(window.reads(NOBODY) && !window.sees(DATE), "{}", window.names());
    for button in ["To the start", "Step back", "Play", "Step forward", "To the next day", "To the end"] {
        assert!(is_disabled(&window, button), "{button}");
    }
    assert_eq!(top_of_transport(&window), top, "nothing jumps");
    assert!(window.reads("The rehearsal ends before any contact enters"));
    // Generated contacts have no entry column, so they enter at the current time, long after the end.
    window.click("By column");
    let is_done = |window: &Window| window.app().rehearsing().is_current() && window.app().rehearsing().is_empty();
    window.until("the run is empty again", is_done);
    window.settle();
    assert!(window.reads(NOBODY) && window.reads("The rehearsal ends before any contact enters"), "{}", window.names());
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.rehearsed();
    window.settle();
    assert!(!window.reads(NOBODY) && !is_disabled(&window, "Play"));
}

#[test]
fn a_clock_that_plays_stands_still_once_nobody_enters() {
    let mut window = rehearsing();
    window.click("Show contacts to rehearse");
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Play(true)));
    let until = Date::from_civil(2020, 1, 1).at_second(0);
    let never = Rehearsal { until, ..window.campaign().rehearsals[0].clone() };
    let edit = Edit::Rehearsals(RehearsalsEdit::Change(0, never));
    window.app_mut().act(&ctx, Action::Edit(edit, Grouping::Alone));
    window.until("the run is empty", |window| window.app().rehearsing().is_empty());
    window.settle();
    assert!(window.app().rehearsing().clock().is_none_or(|clock| !clock.plays));
}

#[test]
fn the_transport_is_as_high_with_a_failure_and_with_somebody_followed() {
    let mut window = rehearsing();
    let top = top_of_transport(&window);
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(0))));
    window.settle();
    assert_eq!(window.app().rehearsing().follows(), Some(0));
    assert_eq!(top_of_transport(&window), top, "somebody is followed");
    let mut failed = window_of(People::File("nowhere-at-all.csv".to_owned()));
    failed.until("it fails", |window| window.app().rehearsing().trouble().is_some());
    failed.settle();
    assert!(failed.sees("Try again"));
    assert_eq!(top_of_transport(&failed), top, "there is a failure");
    assert!(is_disabled(&failed, "Play"));
}

#[test]
fn a_short_list_has_the_keyboard_until_it_is_left() {
    let mut window = rehearsing();
    window.click("Show contacts to rehearse");
    let clock = at(&window);
    let rows = ["When a contact reaches an item", "When a count passes a number", "At a date"];
    let has_keyboard = |window: &Window, row: &str| window.role(Role::ListBoxOption, row).is_focused();
    focus(&mut window, "Add breakpoint…");
    window.key(Key::Enter);
    assert!(has_keyboard(&window, rows[0]), "the first is marked");
    for row in [rows[1], rows[2], rows[0]] {
        window.key(Key::ArrowDown);
        assert!(has_keyboard(&window, row), "{row}");
    }
    window.key(Key::ArrowUp);
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowRight);
    assert!(has_keyboard(&window, rows[2]), "the other arrows lead nowhere");
    window.key(Key::Enter);
    let breakpoints = |window: &Window| window.campaign().rehearsals[0].breakpoints.clone();
    assert!(matches!(breakpoints(&window)[..], [Breakpoint::AtTime(_)]), "{:?}", breakpoints(&window));
    assert!(!window.sees(rows[0]), "it is closed");
    assert!(window.node("Add breakpoint…").is_focused());
    window.key(Key::Enter);
    assert!(has_keyboard(&window, rows[0]));
    window.key(Key::Escape);
    assert!(!window.sees(rows[0]) && window.node("Add breakpoint…").is_focused());
    assert_eq!(breakpoints(&window).len(), 1);
    assert_eq!(at(&window), clock, "nothing behind it was pressed");
}

#[test]
fn a_wrong_date_to_run_to_keeps_the_keyboard() {
    let mut window = rehearsing();
    let (clock, camera) = (at(&window), window.app().canvas.views.cameras[&FIRST]);
    window.click("Run to…");
    window.harness.run_steps(2);
    let field = |window: &Window| window.role(Role::TextInput, "Date and time").is_focused();
    window.ctrl(Key::A);
    window.type_text("someday");
    window.key(Key::Enter);
    assert!(field(&window), "it keeps the keyboard");
    window.key(Key::Enter);
    window.key(Key::Num1);
    window.key(Key::Period);
    assert!(field(&window));
    assert_eq!((at(&window), window.app().canvas.views.cameras[&FIRST]), (clock, camera), "nothing reached the canvas");
    window.ctrl(Key::A);
    window.type_text("2026-03-12 10:40");
    window.key(Key::Enter);
    let zone = window.app().rehearsing().zone().expect("a zone").clone();
    assert_eq!(zone.local_at(at(&window)).to_string(), "2026-03-12T10:40");
}

#[test]
fn escape_closes_run_to_and_its_button_keeps_the_keyboard() {
    let mut window = rehearsing();
    let clock = at(&window);
    window.click("Run to…");
    window.harness.run_steps(2);
    assert!(window.role(Role::TextInput, "Date and time").is_focused());
    window.type_text("2026-03-12 10:40");
    window.key(Key::Escape);
    assert!(!window.sees("Until a contact reaches"), "{}", window.names());
    assert!(window.node("Run to…").is_focused());
    assert_eq!(at(&window), clock);
}
