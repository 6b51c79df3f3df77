//! Saved runs: save the run that is shown, open it after a change, compare, rename and delete.

use dripline::campaign::rehearsal::People;
use dripline::ui::context::action::{Action, KeptRuns, MessageRequest, Rehearse};
use dripline::ui::context::command::Command;
use dripline::ui::context::view_state::{Overlay, WindowMode};
use dripline::ui::panels::report::state::ReportTab;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::ClockStep;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, vec2};

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

fn act(window: &mut Window, action: Action) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, action);
    window.frame();
}

/// The whole name of the first button whose name begins with `start`.
fn button(window: &Window, start: &str) -> String {
    let names = window.names();
    let start = format!("Button “{start}");
    let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with(&start));
    let line = lines.next().unwrap_or_else(|| panic!("no {start} in\n{names}"));
    line.trim_start_matches("Button “").trim_end_matches('”').to_owned()
}

#[test]
fn a_run_is_kept_and_compared_with_the_one_after_a_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 600, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(1400.0, 900.0).open();
    window.app_mut().keep_runs_in(folder.path().join("runs.sqlite"));
    window.rehearsed();
    act(&mut window, Action::Run(Command::KeptRuns));
    window.until("the list is read", |window| window.reads("No saved runs yet."));
    window.click("Save run");
    window.until("it is kept", |window| window.reads("Saved “Welcome to Juniper Tea · Welcome series”"));
    window.key(Key::Escape);
    act(&mut window, Action::Rehearse(Rehearse::Step(ClockStep::ToEnd)));
    let before = window.app().counts().expect("counts").clone();

    // Makes every communication a draft, so that all visits that ran are skipped.
    window.keys(Modifiers::COMMAND, Key::A);
    act(&mut window, Action::Run(Command::MarkDraft));
    window.until("it is run anew", |window| window.app().counts().is_some_and(|counts| *counts != before));
    window.rehearsed();

    let run = 1;
    act(&mut window, Action::Runs(KeptRuns::Compare(run)));
    window.until("they are compared", |window| window.app().view.mode == WindowMode::Report);
    assert_eq!(window.app().panels.report.tab, ReportTab::Compare);
    window.settle();
    assert!(window.reads("0 the same, 600 different"), "{}", window.names());
    assert!(window.reads("600 contacts with a different story"));
    assert!(window.reads("First at “"), "{}", window.names());
    assert!(["All contacts", "Waiting", "Finished", "Not entered"].iter().all(|words| window.sees(words)));
    // Not all are listed here, but there is a way to all of them.
    let more = window.place("and 100 more");
    let at = window.place("All contacts").center();
    window.wheel(at, vec2(0.0, at.y - more.center().y), Modifiers::NONE);
    window.click("Show all 600");
    assert_eq!(window.app().panels.report.tab, ReportTab::People);
    window.until("they are listed", |window| window.sees("600 contacts"));
    window.click("Remove filter: Another story in the other run");
    window.until("nobody is left out", |window| window.sees("600 contacts"));
    window.click("Compare runs");
    // The list shows each contact's name and id. A click opens the story.
    let shown = std::sync::Arc::clone(window.app().rehearsing().shown().expect("a run"));
    let name = dripline::workbench::rehearse::contact::who(&shown, 0).expect("a contact").name;
    let contact = shown.contact(0).expect("a contact");
    let person = button(&window, &format!("{name}  {}: at ", contact.block.id(contact.row)));
    // The list is still scrolled: scroll until the first contact is where the heading was at first.
    let below = window.place(&person).center().y - at.y;
    window.wheel(at, vec2(0.0, -below), Modifiers::NONE);
    window.click(&person);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    assert_eq!(window.app().rehearsing().follows(), Some(0));
    act(&mut window, Action::Rehearse(Rehearse::Follow(None)));

    act(&mut window, Action::Runs(KeptRuns::Open(run)));
    window.until("it is open", |window| window.app().rehearsing().reopened().is_some());
    act(&mut window, Action::Run(Command::Rehearse));
    act(&mut window, Action::Rehearse(Rehearse::Step(ClockStep::ToEnd)));
    window.settle();
    assert_eq!(window.app().counts(), Some(&before), "it is shown as it was");
    assert!(window.reads("This is a saved run of “Welcome series”. The canvas has changed since."));
    window.click("Back to the campaign’s own run");
    window.until("the campaign’s own run is back", |window| {
        window.app().rehearsing().reopened().is_none() && window.app().rehearsing().span().is_some()
    });
    window.until("with its numbers", |window| window.app().counts().is_some_and(|counts| *counts != before));

    act(&mut window, Action::Run(Command::KeptRuns));
    window.until("the list is read", |window| window.sees("Rename run"));
    window.click("Rename run");
    window.keys(Modifiers::COMMAND, Key::A);
    window.type_text("Before the change");
    window.key(Key::Enter);
    window.until("it has another name", |window| window.reads("Before the change"));
    window.until("the work is done", |window| !window.sees("Stop"));
    window.click("Delete run");
    window.click("Delete permanently");
    window.until("it is gone", |window| window.reads("No saved runs yet."));
    assert_eq!(window.app().view.overlay, Overlay::Runs);
}

/// A window with a run of 300 contacts, which shows the list of saved runs of a store. The list is empty.
fn kept_runs(store: &std::path::Path) -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 300, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(1400.0, 900.0).open();
    window.app_mut().keep_runs_in(store.to_owned());
    window.rehearsed();
    act(&mut window, Action::Run(Command::KeptRuns));
    window.until("the list is read", |window| window.reads("No saved runs yet.") && !window.sees("Stop"));
    window.settle();
    window
}

/// Saves the run that is shown, and waits until the list has this number of runs.
fn keep(window: &mut Window, runs: usize) {
    window.click("Save run");
    window.until("it is kept", |window| window.all("Rename run").len() == runs && !window.sees("Stop"));
    window.settle();
}

#[test]
fn stop_lets_go_at_once_and_what_is_kept_next_waits_for_what_is_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("runs.sqlite");
    let mut window = kept_runs(&store);
    keep(&mut window, 1);
    // Another program has locked the store. The window waits for it, even if the task is cancelled several times.
    let other = rusqlite::Connection::open(&store).expect("the store");
    other.execute_batch("BEGIN IMMEDIATE").expect("its turn");
    window.click("Save run");
    window.until("it waits", |window| window.sees("Stop") && window.reads("Saving…"));
    let stop = window.place("Stop");
    window.click("Stop");
    assert!(!window.sees("Stop") && window.reads("Stopping…"), "{}", window.names());
    window.click("Save run");
    assert!(window.sees("Stop") && window.reads("Stopping…"), "{}", window.names());
    assert_eq!(window.place("Stop"), stop, "it stays where it is while the words change");
    other.execute_batch("ROLLBACK").expect("it ends");
    window.until("the second is kept", |window| !window.sees("Stop") && !window.reads("Stopping…"));
    assert_eq!(window.all("Rename run").len(), 2, "what was stopped is not in the list");
}

#[test]
fn the_dialog_stands_still_and_its_right_edge_is_one_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = kept_runs(&folder.path().join("runs.sqlite"));
    let places = |window: &Window| ["Save run", "Close"].map(|label| window.place(label));
    let before = places(&window);
    assert!((before[0].right() - before[1].right()).abs() < 0.6, "{before:?}");
    for runs in 1..=2 {
        keep(&mut window, runs);
        assert_eq!(places(&window), before, "with {runs} in the list");
    }
    let rename = window.all("Rename run")[1].rect();
    let delete = window.all("Delete run")[1].rect();
    window.click_at(rename.center());
    assert!(window.sees("New name"));
    assert_eq!(places(&window), before, "while a run is renamed");
    assert_eq!(window.all("Delete run")[1].rect(), delete, "its row is as high as before");
}

#[test]
fn a_damaged_store_is_moved_aside_and_it_is_said_where_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("runs.sqlite");
    std::fs::write(&store, "This was a store once. ".repeat(99)).expect("a file");
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 300, seed: 11 };
    let mut window = Window::of(campaign);
    window.app_mut().keep_runs_in(store.clone());
    act(&mut window, Action::Run(Command::KeptRuns));
    window.until("it is told", |window| window.reads("It was moved, unchanged, to"));
    window.settle();
    assert!(window.reads("None of its runs could be read."), "{}", window.names());
    assert!(window.reads("No saved runs yet."));
    let there = std::fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file").path());
    let there: Vec<_> = there.collect();
    assert!(there.len() == 1 && there[0].to_string_lossy().contains("runs.damaged-2"), "{there:?}");
    // The message stays behind the dialog until it is closed.
    window.key(Key::Escape);
    window.settle();
    assert!(window.reads("It was moved, unchanged, to"));
    window.rehearsed();
    act(&mut window, Action::Run(Command::KeptRuns));
    window.frame();
    window.until("the list is read", |window| window.reads("No saved runs yet.") && !window.sees("Stop"));
    window.click("Save run");
    window.until("it is kept in a new one", |window| window.reads("Saved “"));
    assert!(store.exists());
}

#[test]
fn the_preview_of_a_saved_run_offers_the_messages_that_it_had() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = kept_runs(&folder.path().join("runs.sqlite"));
    keep(&mut window, 1);
    window.key(Key::Escape);
    let renamed = dripline::campaign::item::Item { name: "Renamed since".to_owned(), ..window.item("Welcome").clone() };
    let id = renamed.id;
    let edit = dripline::campaign::edit::CanvasEdit::SetItem(renamed);
    act(&mut window, Action::canvas(FIRST, edit));
    act(&mut window, Action::Runs(KeptRuns::Open(1)));
    window.until("it is open", |window| window.app().rehearsing().reopened().is_some());
    window.settle();
    let item = FIRST.item(id);
    act(&mut window, Action::Preview(MessageRequest { item, contact: None }));
    window.settle();
    window.click("Message");
    let offered = window.labels(Role::ListBoxOption);
    assert!(offered.iter().any(|name| name.starts_with("Welcome")), "{offered:?}");
    assert!(offered.iter().all(|name| !name.starts_with("Renamed")), "{offered:?}");
}
