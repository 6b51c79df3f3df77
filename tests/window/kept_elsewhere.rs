//! A saved run that is shown: its numbers appear only on its own sequence, and an edit starts a new rehearsal.

use dripline::campaign::rehearsal::People;
use dripline::ui::context::action::{Action, KeptRuns};
use dripline::ui::context::command::Command;
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers};

use crate::common::ids::SECOND;
use crate::harness::Window;

fn act(window: &mut Window, action: Action) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, action);
    window.frame();
}

/// A campaign of two sequences. Report shows a saved run of the first one.
fn reopened(folder: &tempfile::TempDir) -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 300, seed: 11 };
    let mut other = campaign.sequences[0].clone();
    (other.id, other.name) = (SECOND, "Another".to_owned());
    campaign.sequences.push(other);
    let mut window = Window::of(campaign);
    window.app_mut().keep_runs_in(folder.path().join("runs.sqlite"));
    window.rehearsed();
    act(&mut window, Action::Runs(KeptRuns::Keep("First".to_owned())));
    window.until("it is kept", |window| window.reads("Saved “First”"));
    act(&mut window, Action::Runs(KeptRuns::Open(1)));
    window.until("it is open", |window| window.app().rehearsing().reopened().is_some());
    act(&mut window, Action::Run(Command::Report));
    window.until("it has numbers", |window| window.app().counts().is_some());
    window
}

#[test]
fn its_numbers_do_not_stand_on_another_sequence() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = reopened(&folder);
    window.settle();
    assert!(window.reads("This is a saved run of “Welcome series”."), "{}", window.names());
    window.keys(Modifiers::COMMAND, Key::PageDown);
    window.settle();
    assert_eq!(window.app().counts(), None);
    assert!(window.reads("not of the canvas, which has no numbers meanwhile."), "{}", window.names());
    window.keys(Modifiers::COMMAND, Key::PageUp);
    window.settle();
    assert!(window.app().counts().is_some(), "on its own it has them");
    window.click("Back to the campaign’s own run");
    window.until("the own run is shown", |window| window.app().rehearsing().is_current());
}

#[test]
fn an_edit_and_build_mode_show_the_campaigns_own_rehearsal_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = reopened(&folder);
    let before = window.app().counts().expect("numbers").clone();
    window.keys(Modifiers::COMMAND, Key::A);
    act(&mut window, Action::Run(Command::MarkDraft));
    window.until("the edit is rehearsed", |window| window.app().rehearsing().is_current());
    window.until("its numbers are there", |window| window.app().counts().is_some_and(|counts| *counts != before));
    assert!(window.reads("The campaign’s own run is shown again, not the saved run"), "{}", window.names());

    act(&mut window, Action::Runs(KeptRuns::Open(1)));
    window.until("it is open", |window| window.app().rehearsing().reopened().is_some());
    assert_ne!(window.app().view.mode, WindowMode::Build);
    window.keys(Modifiers::COMMAND, Key::Num1);
    window.until("what is drawn is rehearsed", |window| window.app().rehearsing().is_current());
}
