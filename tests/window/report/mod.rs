//! Report mode, and what its tests share.

mod exports;
mod load;
mod plots;
mod table;

use dripline::campaign::document::Campaign;
use dripline::report::table::Report;
use dripline::workbench::rehearse::Rehearsing;
use dripline::workbench::samples::SAMPLES;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;

use crate::harness::Window;

pub fn sample(name: &str) -> Campaign {
    let sample = SAMPLES.iter().map(|sample| sample.campaign().expect("a sample")).find(|it| it.name.contains(name));
    sample.unwrap_or_else(|| panic!("no sample is called {name}"))
}

/// A window that shows the report of a campaign's first rehearsal.
pub fn report_of(campaign: Campaign) -> Window {
    let mut window = Window::of(campaign);
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.rehearsed();
    window.settle();
    window
}

pub fn rehearsing(window: &Window) -> &Rehearsing {
    window.app().rehearsing()
}

/// The report of the finished run at the clock's time.
pub fn report(window: &Window) -> Report {
    let at = rehearsing(window).at().expect("a clock");
    rehearsing(window).shown().expect("a run").report(at, false)
}

pub fn exact(count: u64) -> String {
    dripline::campaign::text::thousands(count)
}

/// The whole name of the first thing with this role whose name begins with `start`.
pub fn called(window: &Window, role: &str, start: &str) -> String {
    let names = window.names();
    let start = format!("{role} “{start}");
    let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with(&start));
    let line = lines.next().unwrap_or_else(|| panic!("no {start} in\n{names}"));
    line.trim_start_matches(role).trim().trim_start_matches('“').trim_end_matches('”').to_owned()
}

pub fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}
