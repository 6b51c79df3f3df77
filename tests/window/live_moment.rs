//! The moment at which the live numbers stand.

use dripline::calendar::{DateTime, Instant};
use dripline::campaign::edit::{Edit, RehearsalsEdit};
use dripline::ui::context::action::Action;
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::live::LiveMoment;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};

use crate::harness::{Opening, Role, Window};

fn opened() -> Window {
    let mut window = Opening::of(Editor::of(samples::first())).open();
    window.rehearsed();
    window.settle();
    window
}

fn at(window: &Window) -> Instant {
    window.app().rehearsing().at().expect("a clock")
}

/// Opens the choice at the switch, by its button.
fn open(window: &mut Window) {
    let labels = window.labels(Role::Button);
    let button = labels.into_iter().find(|label| label.starts_with("Time of the live numbers")).expect("the moment");
    window.click_role(Role::Button, &button);
    window.harness.run_steps(2);
}

fn row(window: &Window, begins: &str) -> String {
    let labels = window.labels(Role::RadioButton);
    labels.into_iter().find(|label| label.starts_with(begins)).expect("a row")
}

/// The numbers on the items are those of the run at this instant.
fn counts_at(window: &Window, at: Instant) -> bool {
    let shown = window.app().rehearsing().shown().expect("a run");
    window.app().counts() == Some(&shown.counts(at))
}

#[test]
fn the_numbers_stand_at_a_date_or_the_end_and_the_clock_stays() {
    let mut window = opened();
    let clock = at(&window);
    open(&mut window);
    let end = row(&window, "At the end of the rehearsal");
    window.click_role(Role::RadioButton, &end);
    let until = window.app().rehearsing().shown().expect("a run").scene.until;
    assert_eq!(at(&window), until);
    assert!(counts_at(&window, until) && window.reads("at the end, "), "{}", window.names());

    open(&mut window);
    window.fill("Date of the live numbers", "2026-03-12 10:40");
    window.key(Key::Enter);
    let zone = window.app().rehearsing().zone().expect("a zone").clone();
    let chosen = DateTime::parse("2026-03-12T10:40").expect("a local time");
    assert_eq!(zone.local_at(at(&window)), chosen);
    assert!(counts_at(&window, zone.resolve(chosen)));
    assert!(window.reads("Thu 12 Mar 2026 10:40 New York"), "{}", window.names());

    // Rehearse mode has its own clock, and comes back to the chosen moment.
    window.keys(Modifiers::COMMAND, Key::Num2);
    assert_eq!((window.app().view.mode, at(&window)), (WindowMode::Rehearse, clock));
    window.keys(Modifiers::COMMAND, Key::Num1);
    assert_eq!(zone.local_at(at(&window)), chosen);

    open(&mut window);
    let back = row(&window, "At the rehearsal’s clock");
    window.click_role(Role::RadioButton, &back);
    assert_eq!(at(&window), clock);
}

#[test]
fn the_keyboard_chooses_the_moment() {
    let mut window = opened();
    window.ctrl(Key::K);
    window.type_text("live numbers at a date");
    window.key(Key::Enter);
    window.harness.run_steps(2);
    assert!(window.role(Role::TextInput, "Date of the live numbers").is_focused());
    window.ctrl(Key::A);
    window.type_text("someday");
    window.key(Key::Enter);
    assert!(window.role(Role::TextInput, "Date of the live numbers").is_focused(), "nonsense keeps the focus");
    window.ctrl(Key::A);
    window.type_text("12 Mar 2026 10:40");
    window.key(Key::Enter);
    let zone = window.app().rehearsing().zone().expect("a zone").clone();
    assert_eq!(zone.local_at(at(&window)).to_string(), "2026-03-12T10:40");
    window.ctrl(Key::K);
    window.type_text("live numbers at the end");
    window.key(Key::Enter);
    assert_eq!(at(&window), window.app().rehearsing().shown().expect("a run").scene.until);
}

#[test]
fn a_refused_renaming_leaves_the_moments_as_they_are() {
    let mut campaign = samples::first();
    let mut second = campaign.rehearsals[0].clone();
    second.name = "Second".to_owned();
    campaign.rehearsals.push(second);
    let first = campaign.rehearsals[0].name.clone();
    let mut window = Opening::of(Editor::of(campaign)).open();
    window.app_mut().settings.live_moments.choose(None, &first, LiveMoment::End);
    let ctx = window.harness.ctx.clone();
    let rename = Edit::Rehearsals(RehearsalsEdit::Rename(0, "Second".to_owned()));
    window.app_mut().act(&ctx, Action::edit(rename));
    assert_eq!(window.campaign().rehearsals[0].name, first, "the name is taken");
    let moments = &window.app().settings.live_moments;
    assert_eq!((moments.of(None, &first), moments.of(None, "Second")), (LiveMoment::End, LiveMoment::Clock));
}

#[test]
fn the_moment_belongs_to_the_rehearsal_and_stays_when_it_is_renamed_saved_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    let mut window = opened();
    open(&mut window);
    let end = row(&window, "At the end of the rehearsal");
    window.click_role(Role::RadioButton, &end);
    let ctx = window.harness.ctx.clone();
    let rename = Edit::Rehearsals(RehearsalsEdit::Rename(0, "Renamed".to_owned()));
    window.app_mut().act(&ctx, Action::edit(rename));
    window.app_mut().act(&ctx, Action::SaveTo(path.clone()));
    window.settle();
    let settings = window.app().settings.clone();
    let mut editor = Editor::open(&path).expect("it was saved");
    let mut again = Opening::of(editor).with(|changed| *changed = settings.clone()).open();
    again.rehearsed();
    again.settle();
    assert_eq!(at(&again), again.app().rehearsing().shown().expect("a run").scene.until);
    // Another campaign without a file begins at its clock.
    editor = Editor::of(samples::first());
    let mut other = Opening::of(editor).with(|changed| *changed = settings).open();
    other.rehearsed();
    other.settle();
    assert!(at(&other) < other.app().rehearsing().shown().expect("a run").scene.until);
}

#[test]
fn while_building_the_canvas_says_when_the_next_contacts_continue() {
    let mut window = opened();
    assert_eq!(window.app().view.mode, WindowMode::Build);
    let says = |window: &Window| window.painted().iter().any(|text| text.contains(" continue "));
    open(&mut window);
    window.fill("Date of the live numbers", "2026-03-12 10:40");
    window.key(Key::Enter);
    window.settle();
    assert!(says(&window), "{:?}", window.painted());
}
