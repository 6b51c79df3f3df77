//! The table is the report at the clock's time, with links to the canvas and the contacts.

use std::sync::Arc;

use dripline::report::people::{Filter, OutcomeFilter, find};
use dripline::report::table::ItemRow;
use dripline::simulate::outcome::Status;
use dripline::simulate::run::Control;
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::rehearse::ClockStep;
use dripline::workbench::samples::{self};
use eframe::egui::{Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::Queryable;

use super::{called, exact, rehearsing, report, report_of, sample, value};
use crate::harness::{Role, Window};

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
    window.rehearsed();
    window.settle();
    let all = report(&window);
    assert!(all.items.iter().any(|row| row.waiting > 0), "something waits at the instant that is first seen");
    for row in all.items.iter().take(6) {
        assert!(says(&window, row), "{row:?} in\n{}", window.names());
    }
    let sums = all.items.iter().fold([0, 0], |[reached, ran], row| [reached + row.reached, ran + row.ran]);
    assert!(window.reads(&format!("All visits, {} reached = {} ran", exact(sums[0]), exact(sums[1]))));
    assert!(window.reads(&format!("= {} contacts", exact(rehearsing(&window).shown().expect("a run").contacts()))));

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
    let found = format!("{} contacts", exact(row.skipped_in_all()));
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
#[test]
fn a_reason_shows_the_people_who_were_skipped_for_it_by_mouse_and_by_keyboard() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let row = all.items.iter().find(|row| row.skipped.len() > 1).expect("something is skipped for several reasons");
    let (reason, count) = row.skipped.iter().max_by_key(|(_, count)| *count).copied().expect("a reason");
    let name = format!("{} {} at {}", exact(count), reason.brief(), row.name);
    let found = format!("{} contacts", exact(count));
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
fn the_list_of_contacts_says_in_a_column_what_was_skipped_and_why() {
    for size in [vec2(1440.0, 900.0), vec2(800.0, 600.0)] {
        let mut window = report_of(samples::first());
        window.harness.set_size(size);
        window.settle();
        let all = report(&window);
        let row = all.items.iter().find(|row| row.skipped_in_all() > 0).expect("something is skipped");
        window.click_role(Role::Tab, "Contacts");
        window.until("they are found", |window| window.reads(" contacts"));
        window.settle();
        assert!(window.painted().contains(&"Skipped, why".to_owned()), "{size:?}: {:?}", window.painted());
        let reasons = || row.skipped.iter().map(|(reason, _)| reason.brief());
        let painted = window.painted();
        let says = |text: &String| reasons().any(|reason| text.contains(&format!(": {reason}")));
        assert!(painted.iter().any(says), "{size:?}: {painted:?}");
        assert!(window.reads(", skipped "), "{size:?}: {}", window.names());
    }
}

#[test]
fn a_status_below_the_table_shows_its_people() {
    let mut window = report_of(samples::first());
    let all = report(&window);
    let some: Vec<_> = all.contacts.iter().filter(|(_, count)| *count > 0).collect();
    assert!(some.len() > 1, "{some:?}");
    for (status, count) in some {
        window.click(&format!("{} {}", exact(*count), status.label().to_lowercase()));
        let found = format!("{} contacts", exact(*count));
        window.until("they are found", |window| window.sees(&found));
        assert_eq!(value(&window, "Status"), status.label());
        window.click("Items");
    }
}

#[test]
fn as_keap_shows_it_leaves_out_and_says_so() {
    let mut window = report_of(sample("timer that is not"));
    let all = report(&window);
    let held = all.items.iter().find(|row| row.held > 0).expect("the timer").clone();
    assert!(says(&window, &held));
    assert!(window.reads(&format!("not reached: after “{}”, which is not set up", held.name)));
    window.click("As in Keap’s report");
    assert!(window.reads("Hidden: "), "{}", window.names());
    assert!(window.reads("1 timer not set up"), "{}", window.names());
    assert!(!says(&window, &held));
    assert!(!window.reads("not reached: after “"));
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
        ["Items", "Contacts", "As in Keap’s report", "Export the report"].map(|label| (label, window.place(label)));
    for (label, rect) in places.into_iter().chain([("sums", sums(&window))]) {
        assert!(rect.right() <= 800.0 && rect.bottom() <= 600.0, "{label}: {rect:?}");
    }
}

#[test]
fn as_keap_shows_is_offered_where_it_does_something() {
    let mut window = report_of(samples::first());
    assert!(window.sees("As in Keap’s report"));
    for tab in ["Contacts", "Over time", "By hour or month", "Compare runs"] {
        window.click_role(Role::Tab, tab);
        assert!(!window.sees("As in Keap’s report"), "{tab}");
    }
    window.click_role(Role::Tab, "Items");
    assert!(window.sees("As in Keap’s report"));
}

#[test]
fn a_held_contact_is_listed_as_held_until_the_timer_is_set_up() {
    let mut window = report_of(sample("not set up"));
    let ctx = window.harness.ctx.clone();
    let held = Filter { status: Some(Status::Held), ..Filter::default() };
    window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Step(ClockStep::ToEnd)));
    window.app_mut().act(&ctx, Action::ShowPeople(held));
    window.until("they are listed", |window| window.reads("the timer is set up"));
}
