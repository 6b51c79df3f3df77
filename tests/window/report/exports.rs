//! What is exported from the report.

use std::sync::Arc;

use dripline::ui::context::action::{Action, Rehearse};
use dripline::workbench::exports::export::Choices;
use dripline::workbench::exports::planned::PLANNED_FOR_ONE;
use dripline::workbench::rehearse::contact::who;
use dripline::workbench::samples::{self};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};

use super::{rehearsing, report_of, value};
use crate::harness::{Role, Window};

/// Presses and releases in one frame, as on a slow machine or a touch pad.
fn click_in_one_frame(window: &mut Window, pos: Pos2) {
    window.pause();
    window.event(Event::PointerMoved(pos));
    let press = |pressed| {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos, button, pressed, modifiers }
    };
    window.harness.input_mut().events.extend([press(true), press(false)]);
    window.frame();
    window.settle();
}

#[test]
fn what_is_exported_is_chosen_above_the_dialog_however_often_that_opens() {
    let mut window = report_of(samples::first());
    for choice in ["Plot of emails by day and hour", "Plot of what ran when", "Plot of tasks by day and hour"] {
        window.click("Export the report");
        let at = window.place("What to export").center();
        click_in_one_frame(&mut window, at);
        let at = window.role(Role::ListBoxOption, choice).rect().center();
        click_in_one_frame(&mut window, at);
        assert_eq!(value(&window, "What to export"), choice);
        window.key(Key::Escape);
        assert!(!window.sees("What to export"), "the dialog is closed");
    }
}

#[test]
fn the_report_is_exported_as_it_stands_at_the_clock() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = report_of(samples::first());
    window.click("Export the report");
    let path = folder.path().join("report.json");
    window.fill("Path of the file", &path.display().to_string());
    window.click("Export");
    let done = format!("Exported {}", path.display());
    window.until("it is written", |window| window.sees(&done));
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).expect("the report")).expect("JSON");
    let at = rehearsing(&window).at().expect("a clock");
    let all = rehearsing(&window).shown().expect("a run").report(at, true);
    assert_eq!(written, all.to_json());
    // A file with another ending is refused, with the possible endings.
    window.click("Export the report");
    window.fill("Path of the file", &folder.path().join("report.png").display().to_string());
    window.click("Export");
    assert!(window.reads("ends in .csv, .json, .html, .xlsx or .pdf."), "{}", window.names());
}

#[test]
fn a_calendar_with_nothing_in_it_is_not_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("planned.ics");
    let mut window = report_of(samples::first());
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    // Finds a contact that waits for nothing once all visits have run.
    let waits =
        |place: u64| run.visits(place).any(|visit| visit.outcome == dripline::simulate::outcome::Outcome::Waiting);
    let place = (0..run.contacts()).find(|place| !waits(*place)).expect("somebody who is through");
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Jump(run.scene.until)));
    let choices = Choices { contact: Some(place), ..Choices::default() };
    window.app_mut().act(&ctx, Action::ExportReport(path.clone(), &PLANNED_FOR_ONE, choices));
    let name = who(&run, place).expect("a name").name;
    let said = format!("Nothing is planned for {name} after ");
    window.until("it is told", |window| window.reads(&said));
    assert!(!path.exists());
}

#[test]
fn csv_is_written_for_excel_unless_that_is_switched_off() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = report_of(samples::first());
    window.click("Export the report");
    let path = folder.path().join("report.json");
    window.fill("Path of the file", &path.display().to_string());
    assert!(!window.sees("For Excel"), "JSON has no such option");
    for (name, is_for_excel) in [("excel.csv", true), ("plain.csv", false)] {
        let path = folder.path().join(name);
        window.fill("Path of the file", &path.display().to_string());
        assert!(window.sees("For Excel"), "{}", window.names());
        if !is_for_excel {
            window.click("For Excel");
        }
        window.click("Export");
        let done = format!("Exported {}", path.display());
        window.until("it is written", |window| window.sees(&done));
        let text = std::fs::read_to_string(&path).expect("the report");
        assert_eq!((text.starts_with('\u{FEFF}'), text.contains('\r')), (is_for_excel, is_for_excel), "{name}");
        window.click("Export the report");
    }
}
