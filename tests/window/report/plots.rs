//! The plots of runs per day.

use dripline::campaign::kinds::Family;
use dripline::report::table::{ItemRow, Report};
use dripline::workbench::samples::{self};
use eframe::egui::Key;

use super::{called, exact, rehearsing, report, report_of};
use crate::harness::Role;

#[test]
fn a_click_on_a_day_of_the_plot_puts_the_clock_to_its_end() {
    let mut window = report_of(samples::first());
    window.click("Over time");
    window.until("the days are counted", |window| window.reads("Runs per day, "));
    let all = report(&window);
    let plotted = all.items.iter().find(|row| row.kind == "Email").expect("an email");
    assert!(window.reads(&format!("{}, ", plotted.name)), "the legend names it");
    let before = rehearsing(&window).at();
    let plot = called(&window, "Image", "Runs per day, ");
    let rect = window.role(Role::Image, &plot).rect();
    window.click_at(rect.center());
    let at = rehearsing(&window).at().expect("a clock");
    assert_ne!(Some(at), before);
    let (_, last) = rehearsing(&window).span().expect("a span");
    let local = rehearsing(&window).zone().expect("a zone").local_at(at);
    assert!(at == last || local.second_of_day() == 86_399, "{local}");
    window.key(Key::ArrowLeft);
    assert!(rehearsing(&window).at().expect("a clock") < at, "an arrow goes to the day before");
}

#[test]
fn the_legend_counts_up_to_the_clock_as_the_table_does() {
    let mut window = report_of(samples::first());
    window.click("Over time");
    window.until("the days are counted", |window| window.reads("Runs per day, "));
    window.settle();
    let (_, last) = rehearsing(&window).span().expect("a span");
    let ends = rehearsing(&window).shown().expect("a run").report(last, false);
    let now = report(&window);
    let mut less = 0;
    for (row, end) in now.items.iter().zip(&ends.items) {
        let names = window.names();
        let start = format!("Button “{}, ", row.name);
        let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with(&start));
        let Some(line) = lines.find(|line| line.contains(" runs until ")) else { continue };
        assert!(line.starts_with(&format!("{start}{} runs until ", exact(row.ran))), "{line}");
        less += u64::from(row.ran < end.ran);
    }
    assert!(less > 0, "something is still to come at the instant that is first seen");
    let ran = |all: &Report| -> u64 {
        let does = |row: &&ItemRow| {
            let item =
                rehearsing(&window).shown().expect("a run").scene.sequence().item(row.item.item).expect("an item");
            matches!(item.kind.family(), Family::Communication | Family::Process)
        };
        all.items.iter().filter(does).map(|row| row.ran).sum()
    };
    let plot = called(&window, "Image", "Runs per day, ");
    assert!(plot.starts_with(&format!("Runs per day, {} until ", exact(ran(&now)))), "{plot}");
    assert!(plot.contains(&format!("{} runs in all", ran(&ends))), "{plot}");
}
