//! Report mode: the table is the report at the clock's instant, and leads to the canvas and to the people.

use dripline::campaign::document::Campaign;
use dripline::report::load::of_list;
use dripline::report::people::{Filter, Wanted, find};
use dripline::report::table::{ItemRow, Report};
use dripline::simulate::run::Control;
use dripline::ui::view_state::Mode;
use dripline::workbench::rehearse::Rehearsing;
use dripline::workbench::samples::{self, SAMPLES};
use eframe::egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::Queryable;

use crate::harness::{Role, Window};

fn sample(name: &str) -> Campaign {
    let sample = SAMPLES.iter().map(|sample| sample.campaign().expect("a sample")).find(|it| it.name.contains(name));
    sample.unwrap_or_else(|| panic!("no sample is called {name}"))
}

/// A window that shows the report of a campaign's first rehearsal.
fn report_of(campaign: Campaign) -> Window {
    let mut window = Window::of(campaign);
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.until("the run is sorted", |window| rehearsing(window).span().is_some());
    window.settle();
    window
}

fn rehearsing(window: &Window) -> &Rehearsing {
    window.app().rehearsing()
}

/// What the finished run says at the clock.
fn report(window: &Window) -> Report {
    let at = rehearsing(window).at().expect("a clock");
    rehearsing(window).shown().expect("a run").report(at, false)
}

fn exact(count: u64) -> String {
    dripline::picture::draw::badge::exact(count)
}

/// Whether a row of the table says all that a row of the report does.
fn says(window: &Window, row: &ItemRow) -> bool {
    let parts = [(row.ran, "ran"), (row.waiting, "waiting"), (row.held, "held"), (row.skipped_in_all(), "skipped")];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{} {word}", exact(*count))).collect();
    let sum = match row.reached {
        0 => "0 reached".to_owned(),
        reached => format!("{} reached = {}", exact(reached), parts.join(" + ")),
    };
    let rows = window.names();
    let mut rows = rows.lines().filter(|line| line.trim_start().starts_with(&format!("TreeItem “{}, ", row.name)));
    rows.any(|line| line.contains(&sum) && row.skipped.iter().all(|(reason, _)| line.contains(reason.brief())))
}

/// The whole name of the one thing whose role and name begin so.
fn called(window: &Window, role: &str, start: &str) -> String {
    let names = window.names();
    let start = format!("{role} “{start}");
    let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with(&start));
    let line = lines.next().unwrap_or_else(|| panic!("no {start} in\n{names}"));
    line.trim_start_matches(role).trim().trim_start_matches('“').trim_end_matches('”').to_owned()
}

/// Where the sums of the table stand.
fn sums(window: &Window) -> Rect {
    let mut found = window.harness.root().query_all_by_label_contains("All visits, ");
    found.next().expect("the sums of the table").rect()
}

#[test]
fn the_table_says_what_the_run_says_at_the_clock_and_all_is_seen_above_it() {
    let mut window = Window::of(samples::first());
    let before = window.app().view.cameras.clone();
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.until("the run is sorted", |window| rehearsing(window).span().is_some());
    window.settle();
    let all = report(&window);
    assert!(all.items.iter().any(|row| row.waiting > 0), "something waits at the instant that is first seen");
    for row in all.items.iter().take(6) {
        assert!(says(&window, row), "{row:?} in\n{}", window.names());
    }
    let sums = all.items.iter().fold([0, 0], |[reached, ran], row| [reached + row.reached, ran + row.ran]);
    assert!(window.reads(&format!("All visits, {} reached = {} ran", exact(sums[0]), exact(sums[1]))));
    assert!(window.reads(&format!("= {} people", exact(rehearsing(&window).shown().expect("a run").contacts()))));

    window.ctrl(Key::K);
    window.type_text("To the start");
    window.key(Key::Enter);
    let start = report(&window);
    assert_ne!(start.items, all.items);
    for row in start.items.iter().take(6) {
        assert!(says(&window, row), "{row:?} in\n{}", window.names());
    }
    window.keys(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.app().view.cameras, before, "the view of before is given back");
}

#[test]
fn rows_and_canvas_select_each_other() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let row = &all.items[2];
    let name = called(&window, "TreeItem", &format!("{}, ", row.name));
    let at = window.role(Role::TreeItem, &name).rect();
    window.click_at(at.left_center() + vec2(60.0, 0.0));
    assert_eq!(window.app().view.selection.single(), Some(row.id));
    // The other way round, to a row far below.
    let last = all.items.last().expect("items");
    let on_canvas = called(&window, "Button", &format!("{}, {}", last.kind, last.name));
    window.click(&on_canvas);
    window.settle();
    assert_eq!(window.app().view.selection.single(), Some(last.id));
    let shown = window.role(Role::TreeItem, &called(&window, "TreeItem", &format!("{}, ", last.name))).rect();
    let below = sums(&window);
    assert!(shown.bottom() <= below.top() + 1.0, "{shown:?} is in view above {below:?}");
}

#[test]
fn a_number_shows_the_people_behind_it_and_a_person_is_followed_on_the_canvas() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let row = all.items.iter().find(|row| row.skipped_in_all() > 0).expect("something is skipped").clone();
    window.click(&format!("{}: {} skipped", row.name, exact(row.skipped_in_all())));
    let found = format!("{} people", exact(row.skipped_in_all()));
    window.until("they are found", |window| window.sees(&found));
    let run = std::sync::Arc::clone(rehearsing(&window).shown().expect("a run"));
    let filter = Filter { item: Some(row.id), outcome: Some(Wanted::Skipped(None)), ..Filter::default() };
    let at = rehearsing(&window).at().expect("a clock");
    let of = (&run.kept.run, &run.kept.population);
    let listed = find(&run.scene.plan, of, &filter, at, &Control::default()).expect("people");
    let first = listed.place(0).expect("somebody");
    let name = dripline::workbench::rehearse::contact::who(&run, first).expect("a name").name;
    let label = called(&window, "ListItem", &format!("{name}, "));
    window.click(&label);
    assert_eq!(rehearsing(&window).follows(), Some(first));
    assert_eq!(window.app().view.mode, Mode::Rehearse);
}

#[test]
fn as_keap_shows_it_leaves_out_and_says_so() {
    let mut window = report_of(sample("timer that is not"));
    let all = report(&window);
    let held = all.items.iter().find(|row| row.held > 0).expect("the timer").clone();
    assert!(says(&window, &held));
    assert!(window.reads(&format!("not reached: behind “{}”, which is not set up", held.name)));
    window.click("As Keap shows");
    assert!(window.reads("Hidden: "), "{}", window.names());
    assert!(window.reads("1 timer not set up"), "{}", window.names());
    assert!(!says(&window, &held));
    assert!(!window.reads("behind “"));
    let kept = all.items.iter().find(|row| row.ran > 0).expect("something that ran");
    assert!(says(&window, kept), "other counts are unchanged");
    window.click("As Keap shows");
    assert!(says(&window, &held));
}

#[test]
fn a_track_folds_and_its_rows_are_walked_with_the_keyboard() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let label = called(&window, "TreeItem", &format!("{}, {}, ", all.items[0].name, all.items[0].kind));
    let at = window.role(Role::TreeItem, &label).rect();
    window.click_at(at.left_center() + vec2(7.0, 0.0));
    assert!(!says(&window, &all.items[1]), "it is folded");
    window.click_at(at.left_center() + vec2(60.0, 0.0));
    window.key(Key::ArrowRight);
    assert!(says(&window, &all.items[1]), "it is unfolded");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert_eq!(window.app().view.selection.single(), Some(all.items[1].id));
}

#[test]
fn in_a_small_window_the_numbers_stay_and_nothing_leaves_it() {
    let mut window = report_of(samples::first());
    window.harness.set_size(vec2(800.0, 600.0));
    window.settle();
    let all = report(&window);
    assert!(says(&window, &all.items[0]) && says(&window, &all.items[1]), "{}", window.names());
    let places = ["Items", "People", "As Keap shows", "Export the report"].map(|label| (label, window.place(label)));
    for (label, rect) in places.into_iter().chain([("sums", sums(&window))]) {
        assert!(rect.right() <= 800.0 && rect.bottom() <= 600.0, "{label}: {rect:?}");
    }
}

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
    let wall = rehearsing(&window).zone().expect("a zone").wall_at(at);
    assert!(at == last || wall.second_of_day() == 86_399, "{wall}");
    window.key(Key::ArrowLeft);
    assert!(rehearsing(&window).at().expect("a clock") < at, "an arrow goes to the day before");
}

#[test]
fn the_load_says_when_most_goes_out() {
    let mut window = report_of(samples::first());
    window.click("Load");
    window.until("the hours are counted", |window| window.reads("Most at once: "));
    let at = rehearsing(&window).at().expect("a clock");
    let run = rehearsing(&window).shown().expect("a run");
    let sent = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, at);
    let (_, hour, count) = sent.emails.busiest().expect("emails");
    assert!(window.reads(&format!("Most at once: {} on ", exact(count))));
    assert!(window.reads(&format!("{hour:02}:00 {}", exact(count))), "{}", window.names());
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
    // What it comes as is refused by its ending, not by surprise.
    window.click("Export the report");
    window.fill("Path of the file", &folder.path().join("report.png").display().to_string());
    window.click("Export");
    assert!(window.reads("ends in .csv or .json or .html"), "{}", window.names());
}
