//! Report mode: the table is the report at the clock's time, with links to the canvas and the contacts.

use std::sync::Arc;

use dripline::campaign::document::Campaign;
use dripline::campaign::kinds::Family;
use dripline::report::load::{SentLoad, of_list, shares_of_day};
use dripline::report::people::{Filter, OutcomeFilter, find};
use dripline::report::table::{ItemRow, Report};
use dripline::simulate::run::Control;
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::view_state::WindowMode;
use dripline::ui::panels::report::state::ReportTab;
use dripline::workbench::exports::export::Choices;
use dripline::workbench::exports::planned::PLANNED_FOR_ONE;
use dripline::workbench::rehearse::Rehearsing;
use dripline::workbench::rehearse::contact::who;
use dripline::workbench::rehearse::finished::FinishedRehearsal;
use dripline::workbench::samples::{self, SAMPLES};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

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

/// The report of the finished run at the clock's time.
fn report(window: &Window) -> Report {
    let at = rehearsing(window).at().expect("a clock");
    rehearsing(window).shown().expect("a run").report(at, false)
}

fn exact(count: u64) -> String {
    dripline::campaign::text::thousands(count)
}

/// Whether a row of the table shows everything in this row of the report.
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

/// The whole name of the first thing with this role whose name begins with `start`.
fn called(window: &Window, role: &str, start: &str) -> String {
    let names = window.names();
    let start = format!("{role} “{start}");
    let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with(&start));
    let line = lines.next().unwrap_or_else(|| panic!("no {start} in\n{names}"));
    line.trim_start_matches(role).trim().trim_start_matches('“').trim_end_matches('”').to_owned()
}

/// The area of the table's totals.
fn sums(window: &Window) -> Rect {
    let mut found = window.harness.root().query_all_by_label_contains("All visits, ");
    found.next().expect("the sums of the table").rect()
}

#[test]
fn the_table_says_what_the_run_says_at_the_clock_and_all_is_seen_above_it() {
    let mut window = Window::of(samples::first());
    let before = window.app().canvas.views.cameras.clone();
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
    assert_eq!(window.app().canvas.views.cameras, before, "the view of before is given back");
}

#[test]
fn rows_and_canvas_select_each_other() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let row = &all.items[2];
    let name = called(&window, "TreeItem", &format!("{}, ", row.name));
    let at = window.role(Role::TreeItem, &name).rect();
    window.click_at(at.left_center() + vec2(60.0, 0.0));
    assert_eq!(window.app().view.selection.single(), Some(row.item.item));
    // In the other direction, for a row far below.
    let last = all.items.last().expect("items");
    let on_canvas = called(&window, "Button", &format!("{}, {}", last.kind, last.name));
    window.click(&on_canvas);
    window.settle();
    assert_eq!(window.app().view.selection.single(), Some(last.item.item));
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
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let filter = Filter { item: Some(row.item), outcome: Some(OutcomeFilter::Skipped(None)), ..Filter::default() };
    let at = rehearsing(&window).at().expect("a clock");
    let of = (&run.kept.run, &run.kept.population);
    let listed = find(&run.scene.plan, of, &filter, at, &Control::default()).expect("people");
    let first = listed.place(0).expect("somebody");
    let name = dripline::workbench::rehearse::contact::who(&run, first).expect("a name").name;
    let label = called(&window, "ListItem", &format!("{name}, "));
    window.click(&label);
    assert_eq!(rehearsing(&window).follows(), Some(first));
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
}

/// The value of a field or choice.
fn value(window: &Window, label: &str) -> String {
    window.node(label).accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_reason_shows_the_people_who_were_skipped_for_it_by_mouse_and_by_keyboard() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let row = all.items.iter().find(|row| row.skipped.len() > 1).expect("something is skipped for several reasons");
    let (reason, count) = row.skipped.iter().max_by_key(|(_, count)| *count).copied().expect("a reason");
    let name = format!("{} {} at {}", exact(count), reason.brief(), row.name);
    let found = format!("{} people", exact(count));
    let shows_them = |window: &mut Window| {
        window.until("they are found", |window| window.sees(&found));
        assert_eq!(value(window, "Item"), row.name);
        assert_eq!(value(window, "Outcome"), format!("Skipped: {}", reason.brief()));
        window.click("Clear");
        window.click("Items");
    };
    window.click(&name);
    shows_them(&mut window);
    // Tab moves from the row to its numbers, and then to the reasons.
    let row = window.role(Role::TreeItem, &called(&window, "TreeItem", &format!("{}, ", row.name))).rect();
    window.click_at(row.left_center() + vec2(60.0, 0.0));
    for _ in 0..8 {
        if !window.node(&name).is_focused() {
            window.key(Key::Tab);
        }
    }
    assert!(window.node(&name).is_focused(), "{}", window.names());
    window.key(Key::Enter);
    shows_them(&mut window);
}

#[test]
fn a_status_below_the_table_shows_its_people() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let some: Vec<_> = all.contacts.iter().filter(|(_, count)| *count > 0).collect();
    assert!(some.len() > 1, "{some:?}");
    for (status, count) in some {
        window.click(&format!("{} {}", exact(*count), status.label().to_lowercase()));
        let found = format!("{} people", exact(*count));
        window.until("they are found", |window| window.sees(&found));
        assert_eq!(value(&window, "Status"), status.label());
        window.click("Items");
    }
}

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
        let at = window.place("What is exported").center();
        click_in_one_frame(&mut window, at);
        let at = window.role(Role::ListBoxOption, choice).rect().center();
        click_in_one_frame(&mut window, at);
        assert_eq!(value(&window, "What is exported"), choice);
        window.key(Key::Escape);
        assert!(!window.sees("What is exported"), "the dialog is closed");
    }
}

#[test]
fn as_keap_shows_it_leaves_out_and_says_so() {
    let mut window = report_of(sample("timer that is not"));
    let all = report(&window);
    let held = all.items.iter().find(|row| row.held > 0).expect("the timer").clone();
    assert!(says(&window, &held));
    assert!(window.reads(&format!("not reached: behind “{}”, which is not set up", held.name)));
    window.click("As in Keap’s report");
    assert!(window.reads("Hidden: "), "{}", window.names());
    assert!(window.reads("1 timer not set up"), "{}", window.names());
    assert!(!says(&window, &held));
    assert!(!window.reads("behind “"));
    let kept = all.items.iter().find(|row| row.ran > 0).expect("something that ran");
    assert!(says(&window, kept), "other counts are unchanged");
    window.click("As in Keap’s report");
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
    assert_eq!(window.app().view.selection.single(), Some(all.items[1].item.item));
}

#[test]
fn in_a_small_window_the_numbers_stay_and_nothing_leaves_it() {
    let mut window = report_of(samples::first());
    window.harness.set_size(vec2(800.0, 600.0));
    window.settle();
    let all = report(&window);
    assert!(says(&window, &all.items[0]) && says(&window, &all.items[1]), "{}", window.names());
    let places =
        ["Items", "People", "As in Keap’s report", "Export the report"].map(|label| (label, window.place(label)));
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
    let local = rehearsing(&window).zone().expect("a zone").local_at(at);
    assert!(at == last || local.second_of_day() == 86_399, "{local}");
    window.key(Key::ArrowLeft);
    assert!(rehearsing(&window).at().expect("a clock") < at, "an arrow goes to the day before");
}

#[test]
fn the_load_says_when_most_goes_out() {
    let mut window = report_of(samples::first());
    window.click("By hour");
    window.until("the hours are counted", |window| window.reads("Most at once: "));
    let at = rehearsing(&window).at().expect("a clock");
    let run = rehearsing(&window).shown().expect("a run");
    let sent = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, at);
    let (_, hour, count) = sent.emails().busiest().expect("emails");
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
    // A file with another ending is refused, with the possible endings.
    window.click("Export the report");
    window.fill("Path of the file", &folder.path().join("report.png").display().to_string());
    window.click("Export");
    assert!(window.reads("ends in .csv or .json or .html"), "{}", window.names());
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

/// Shows the load in a window of 800 × 600 points. Also returns the name of the mark for the first day on which
/// contacts get more than one email.
fn small_load() -> (Window, String) {
    let mut window = report_of(samples::first());
    window.harness.set_size(vec2(800.0, 600.0));
    window.settle();
    window.click("By hour");
    window.until("the hours are counted", |window| window.reads("Most at once: "));
    window.settle();
    let names = window.names();
    let mut lines = names.lines().map(str::trim).filter(|line| line.starts_with("Button “"));
    let line = lines.find(|line| line.contains("get more than one email")).expect("a mark");
    let mark = line.trim_start_matches("Button “").trim_end_matches('”').to_owned();
    (window, mark)
}

/// The run that is shown, and everything that was sent up to the clock's time.
fn sent(window: &Window) -> (Arc<FinishedRehearsal>, SentLoad) {
    let at = rehearsing(window).at().expect("a clock");
    let run = Arc::clone(rehearsing(window).shown().expect("a run"));
    let sent = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, at);
    (run, sent)
}

#[test]
fn the_people_of_a_crowded_day_are_a_list_that_scrolls_within_a_small_window() {
    let (mut window, mark) = small_load();
    let (run, sent) = sent(&window);
    let (_, crowd) = sent.crowded.iter().next().expect("a crowded day");
    assert!(crowd.most.len() > 20 && crowd.most.len() as u64 == crowd.persons, "all of them are named");
    let label = |place: u64, emails: u32| format!("{} – {emails} emails", who(&run, place).expect("somebody").name);
    window.click(&mark);
    let first = label(crowd.most[0].0, crowd.most[0].1);
    assert!(window.sees(&first), "{}", window.names());
    let rect = window.all(&first)[0].rect();
    assert!(rect.top() >= 0.0 && rect.bottom() <= 600.0 && rect.right() <= 800.0, "{rect:?}");
    let drawn = |window: &Window| {
        let names = window.names();
        names.lines().filter(|line| line.contains("Button “") && line.contains(" emails”")).count()
    };
    assert!(drawn(&window) < 25, "those in view alone are drawn: {}", drawn(&window));
    window.wheel(rect.center(), vec2(0.0, -5_000.0), Modifiers::NONE);
    let last = crowd.most[crowd.most.len() - 1];
    assert!(window.sees(&label(last.0, last.1)), "{}", window.names());
    assert!(!window.reads("and 1 more"));
}

#[test]
fn an_hour_that_is_pointed_at_says_its_exact_number() {
    let (mut window, mark) = small_load();
    let (_, sent) = sent(&window);
    let emails = sent.emails();
    let (_, counts) = emails.days().next().expect("a day");
    let (date, _) = mark.split_once(": ").expect("a date");
    let row = called(&window, "ListItem", &format!("{date}, "));
    let row = window.role(Role::ListItem, &row).rect();
    // Between the dates and the totals there are 24 hours of equal width.
    let (first, wide) = (112.0, (row.width() - 10.0 - 112.0 - 60.0 - 10.0 - 70.0) / 24.0);
    let hour = (0..24).max_by_key(|hour| counts[*hour]).expect("an hour");
    let at = row.left_center() + vec2(first + wide * (hour as f32 + 0.5), 0.0);
    window.hover(at);
    window.wait(1.0);
    let said = format!("{hour:02}:00 to {:02}:00: {}", (hour + 1) % 24, exact(counts[hour]));
    assert!(window.reads(&said), "{said} in\n{}", window.names());
}

#[test]
fn as_keap_shows_is_offered_where_it_does_something() {
    let mut window = report_of(samples::first());
    assert!(window.sees("As in Keap’s report"));
    for tab in ["People", "Over time", "By hour", "Compare runs"] {
        window.click_role(Role::Tab, tab);
        assert!(!window.sees("As in Keap’s report"), "{tab}");
    }
    window.click_role(Role::Tab, "Items");
    assert!(window.sees("As in Keap’s report"));
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

/// The name of the button of a day in the month.
fn day_of_month(window: &Window, date: &str) -> String {
    called(window, "Button", &format!("{date}: "))
}

#[test]
fn the_load_has_a_calendar_month_to_the_end_of_the_rehearsal() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 800.0), (800.0, 600.0)] {
        let mut window = report_of(samples::first());
        window.harness.set_size(vec2(width, height));
        window.settle();
        window.click("By hour");
        window.until("the hours are counted", |window| window.reads("Most at once: "));
        window.click_role(Role::RadioButton, "Month");
        window.until("the days are counted", |window| window.reads("in this month"));
        window.settle();
        let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
        let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until).emails();
        let (day, hours) = all.days().next().expect("a day");
        let date = dripline::calendar::words::long_date(day);
        let said = day_of_month(&window, &date);
        assert!(said.contains(&format!(": {} emails: ", exact(hours.iter().sum()))), "{said}");
        let rect = window.role(Role::Button, &said).rect();
        assert!(rect.left() >= 0.0 && rect.right() <= width && rect.height() >= 27.0, "{rect:?}");
    }
}

#[test]
fn a_day_of_the_month_lists_its_items_and_leads_to_their_contacts() {
    let mut window = report_of(samples::first());
    window.click("By hour");
    window.until("the hours are counted", |window| window.reads("Most at once: "));
    window.click_role(Role::RadioButton, "Month");
    window.until("the days are counted", |window| window.reads("in this month"));
    window.settle();
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until).emails();
    let (day, _) = all.days().next().expect("a day");
    let timeline = &run.index().expect("an index").timeline;
    let shares = shares_of_day(run.scene.plan.zone(), &run.scene.plan, run.scene.sequence(), timeline, "Emails", day);
    assert_eq!(shares.iter().map(|share| share.count).sum::<u64>(), all.on(day), "the items add up to the day");
    let date = dripline::calendar::words::long_date(day);
    let said = day_of_month(&window, &date);
    window.click_role(Role::Button, &said);
    let item = format!("{} – {}", shares[0].name, exact(shares[0].count));
    window.click(&item);
    assert_eq!(window.app().panels.report.tab, ReportTab::People);
    let zone = run.scene.plan.zone();
    let at = rehearsing(&window).at().expect("a clock");
    assert_eq!(zone.date_at(at), day, "the clock is at that day");
}

#[test]
fn the_days_of_a_month_are_walked_with_the_keyboard() {
    let mut window = report_of(samples::first());
    window.click("By hour");
    window.until("the hours are counted", |window| window.reads("Most at once: "));
    window.click_role(Role::RadioButton, "Month");
    window.until("the days are counted", |window| window.reads("in this month"));
    window.settle();
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until).emails();
    let (day, _) = all.days().next().expect("a day");
    let date = |days: i64| dripline::calendar::words::long_date(day.plus_days(days));
    let said = day_of_month(&window, &date(0));
    window.click_role(Role::Button, &said);
    assert!(window.sees("Put the clock at the end of this day"));
    window.key(Key::Escape);
    assert!(!window.sees("Put the clock at the end of this day"));
    assert!(window.role(Role::Button, &said).is_focused(), "the list has closed, the day keeps the keyboard");
    for (key, days) in [(Key::ArrowRight, 1), (Key::ArrowDown, 8), (Key::ArrowLeft, 7), (Key::ArrowUp, 0)] {
        window.key(key);
        let said = day_of_month(&window, &date(days));
        assert!(window.role(Role::Button, &said).is_focused(), "{key:?} goes to {said}");
    }
}
