//! Kept runs: keeping the one that is shown, opening it again after a change, comparing, renaming, deleting.

use dripline::campaign::rehearsal::People;
use dripline::ui::action::{Action, KeptRuns, Rehearse};
use dripline::ui::command::Command;
use dripline::ui::report_view::Tab;
use dripline::ui::view_state::{Mode, Overlay};
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::Step;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};

use crate::harness::{Opening, Window};

fn act(window: &mut Window, action: Action) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, action);
    window.frame();
}

#[test]
fn a_run_is_kept_and_compared_with_the_one_after_a_change() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 300, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(1400.0, 900.0).open();
    window.app_mut().keep_runs_in(folder.path().join("runs.sqlite"));
    window.until("there is a run", |window| window.app().rehearsing().span().is_some());
    act(&mut window, Action::Run(Command::KeptRuns));
    window.until("the list is read", |window| window.reads("No run is kept yet."));
    window.click("Keep this run");
    window.until("it is kept", |window| window.reads("Kept “Welcome to Juniper Tea · Welcome series”"));
    window.key(Key::Escape);
    act(&mut window, Action::Rehearse(Rehearse::Step(Step::ToEnd)));
    let before = window.app().counts().expect("counts").clone();

    // Every communication is a draft now: all that ran is skipped.
    window.keys(Modifiers::COMMAND, Key::A);
    act(&mut window, Action::Run(Command::MarkDraft));
    window.until("it is run anew", |window| window.app().counts().is_some_and(|counts| *counts != before));
    window.until("it is sorted", |window| window.app().rehearsing().span().is_some());

    let run = 1;
    act(&mut window, Action::Runs(KeptRuns::Compare(run)));
    window.until("they are compared", |window| window.app().view.mode == Mode::Report);
    assert_eq!(window.app().view.report.tab, Tab::Compare);
    window.settle();
    assert!(window.reads("0 the same, 300 different"), "{}", window.names());
    assert!(window.reads("300 people with another story"));

    act(&mut window, Action::Runs(KeptRuns::Open(run)));
    window.until("it is open", |window| window.app().rehearsing().reopened().is_some());
    act(&mut window, Action::Run(Command::Rehearse));
    act(&mut window, Action::Rehearse(Rehearse::Step(Step::ToEnd)));
    window.settle();
    assert_eq!(window.app().counts(), Some(&before), "it is shown as it was");
    assert!(window.reads("A kept run of “Welcome series” is shown; the sequence that is drawn is another by now."));
    window.click("Back to the campaign’s own");
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
    window.click("Delete for good");
    window.until("it is gone", |window| window.reads("No run is kept yet."));
    assert_eq!(window.app().view.overlay, Overlay::Runs);
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
    window.until("it is told", |window| window.reads("It was moved aside, as it is, to"));
    window.settle();
    assert!(window.reads("None of its runs could be read."), "{}", window.names());
    assert!(window.reads("No run is kept yet."));
    let there = std::fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file").path());
    let there: Vec<_> = there.collect();
    assert!(there.len() == 1 && there[0].to_string_lossy().contains("runs.damaged-2"), "{there:?}");
    // Behind the dialog it stays until it is closed.
    window.key(Key::Escape);
    window.settle();
    assert!(window.reads("It was moved aside, as it is, to"));
    window.until("there is a run", |window| window.app().rehearsing().span().is_some());
    act(&mut window, Action::Run(Command::KeptRuns));
    window.frame();
    window.until("the list is read", |window| window.reads("No run is kept yet.") && !window.sees("Stop"));
    window.click("Keep this run");
    window.until("it is kept in a new one", |window| window.reads("Kept “"));
    assert!(store.exists());
}
