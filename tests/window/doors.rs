//! Numbers on the canvas are doors: each says what it counts, and a click lists the contacts behind it, in every mode.

use dripline::campaign::ids::ItemRef;
use dripline::campaign::rehearsal::People;
use dripline::report::people::{Filter, OutcomeFilter, find};
use dripline::report::table::ItemRow;
use dripline::simulate::outcome::{Outcome, Status};
use dripline::simulate::run::Control;
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::contact::who;
use dripline::workbench::samples::{self, SAMPLES};
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::NodeT;

use crate::harness::{Opening, Role, Window};

const MODES: [(WindowMode, Key); 3] =
    [(WindowMode::Build, Key::Num1), (WindowMode::Rehearse, Key::Num2), (WindowMode::Report, Key::Num3)];

/// The first sample with 400 contacts, at an instant at which some wait and some were skipped.
fn opened() -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 400, seed: 11 };
    watched(Opening::of(Editor::of(campaign)).sized(1440.0, 900.0))
}

fn watched(opening: Opening) -> Window {
    let mut window = opening.with(|settings| settings.reduce_motion = false).open();
    window.rehearsed();
    window.settle();
    window
}

fn rows(window: &Window) -> Vec<ItemRow> {
    let rehearsing = window.app().rehearsing();
    let at = rehearsing.at().expect("a clock");
    rehearsing.shown().expect("a run").report(at, false).items
}

fn exact(count: u64) -> String {
    dripline::campaign::text::thousands(count)
}

/// The contacts behind a number, by their position in the run.
fn behind(window: &Window, item: ItemRef, outcome: OutcomeFilter) -> Vec<u64> {
    let rehearsing = window.app().rehearsing();
    let (run, at) = (rehearsing.shown().expect("a run"), rehearsing.at().expect("a clock"));
    let filter = Filter { item: Some(item), outcome: Some(outcome), ..Filter::default() };
    let of = (&run.kept.run, &run.kept.population);
    let found = find(&run.scene.plan, of, &filter, at, &Control::default()).expect("people");
    (0..found.len()).filter_map(|row| found.place(row)).collect()
}

/// The rows of the list of contacts beside the canvas: at least one.
#[track_caller]
fn listed(window: &Window) -> Vec<String> {
    let listed = window.labels(Role::ListBoxOption);
    assert!(!listed.is_empty(), "{}", window.names());
    listed
}

/// The whole label of the only button that begins and ends like this.
fn button(window: &Window, start: &str, end: &str) -> String {
    let labels = window.labels(Role::Button).into_iter();
    let found: Vec<String> = labels.filter(|label| label.starts_with(start) && label.contains(end)).collect();
    assert_eq!(found.len(), 1, "{start} … {end}: {found:?} in\n{}", window.names());
    found[0].clone()
}

#[test]
fn a_badge_says_its_reasons_and_a_click_lists_its_people_in_every_mode() {
    let mut window = opened();
    for (mode, key) in MODES {
        window.keys(Modifiers::COMMAND, key);
        window.settle();
        assert_eq!(window.app().view.mode, mode);
        let rows = rows(&window);
        let row = rows.iter().find(|row| row.skipped.len() > 1).expect("an item that was skipped");
        let count = row.skipped_in_all();
        let label = button(&window, &format!("{} skipped at “{}”: ", exact(count), row.name), "");
        for (reason, count) in &row.skipped {
            assert!(label.contains(&format!("{} {}", exact(*count), reason.brief())), "{label}");
        }
        // The tooltip says the same, without the item's name.
        let place = window.place(&label).center();
        window.harness.hover_at(place);
        window.wait(1.0);
        window.wait(1.0);
        let tip = label.replace(&format!(" at “{}”", row.name), "");
        assert!(
            window.sees(&tip) && window.sees("Click to see these contacts"),
            "{mode:?}: {tip} in\n{}",
            window.names()
        );
        window.click(&label);
        let report = mode == WindowMode::Report;
        assert_eq!(window.app().view.mode, if report { mode } else { WindowMode::Rehearse });
        let found =
            if report { format!("{} contacts", exact(count)) } else { format!("{} of 400 contacts", exact(count)) };
        window.until("they are listed", |window| window.sees(&found));
        let value = |label: &str| window.role(Role::ComboBox, label).accesskit_node().value().unwrap_or_default();
        assert_eq!(value("Outcome"), "Skipped", "{mode:?}");
        assert_eq!(window.app().rehearsing().follows(), None);
    }
}

#[test]
fn a_filtered_list_shows_that_outcomes_reason_and_instant() {
    let mut window = opened();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.settle();
    let all = rows(&window);
    let row = all.iter().find(|row| row.skipped_in_all() > 0).expect("an item that was skipped").clone();
    let label = button(&window, &format!("{} skipped at “{}”", exact(row.skipped_in_all()), row.name), "");
    window.click(&label);
    window.until("they are listed", |window| window.reads(" of 400 contacts"));
    let places = behind(&window, row.item, OutcomeFilter::Skipped(None));
    let run = window.app().rehearsing().shown().expect("a run").clone();
    let rank = run.rank(row.item).expect("a rank");
    let listed_rows = listed(&window);
    assert!(listed_rows.len() <= places.len(), "{listed_rows:?}");
    for (place, told) in places.iter().zip(listed_rows) {
        let visit = run.visits(*place).find(|visit| visit.rank == rank).expect("a visit");
        let Outcome::Skipped(reason) = visit.outcome else { panic!("{visit:?}") };
        assert!(told.starts_with(&who(&run, *place).expect("a name").name), "{told}");
        let why = reason.brief_for(run.contact(*place).expect("a contact").email_status());
        assert!(told.contains(", skipped ") && told.ends_with(&format!("at “{}”: {why}", row.name)), "{told}");
    }
    // In the report, the same in columns.
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.settle();
    window.click(&button(&window, &format!("{} skipped at “{}”", exact(row.skipped_in_all()), row.name), ""));
    let found = format!("{} contacts", exact(row.skipped_in_all()));
    window.until("they are listed", |window| window.sees(&found));
    let told = window.labels(Role::ListItem);
    assert!(!told.is_empty(), "{}", window.names());
    for told in told {
        assert!(told.contains("Skipped: ") && told.contains(&row.name) && told.contains(" 2026 "), "{told}");
    }
}

#[test]
fn a_crowd_opens_its_list_and_follows_nobody() {
    let mut window = opened();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.settle();
    let rows = rows(&window);
    let row = rows.iter().find(|row| row.waiting > 1).expect("a timer at which several wait");
    let name = button(&window, "", &format!(", {}, ", row.name));
    let tile = window.place(&name);
    let zoom = tile.width() / 64.0;
    window.click_at(tile.left_center() - vec2(19.0 * zoom, 0.0));
    assert_eq!(window.app().rehearsing().follows(), None);
    let found = format!("{} of 400 contacts", exact(row.waiting));
    window.until("they are listed", |window| window.sees(&found));
    assert!(listed(&window).iter().all(|told| told.contains("waiting until ") && told.contains(&row.name)));
    // The words above the tile are a door too.
    window.click("Clear");
    window.click_at(tile.center_top() - vec2(0.0, 16.0));
    window.until("they are listed again", |window| window.sees(&found));
}

#[test]
fn a_crowd_is_a_door_also_where_items_are_too_small_to_be_read() {
    let mut window = opened();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.settle();
    let rows = rows(&window);
    let row = rows.iter().find(|row| row.waiting > 1).expect("a timer at which several wait");
    let views = &mut window.app_mut().canvas.views;
    views.cameras.values_mut().for_each(|camera| camera.zoom = 0.25);
    window.settle();
    let views = &window.app().canvas.views;
    let (rect, camera) = (views.rect.expect("a canvas"), views.cameras[&row.item.sequence]);
    let position = window.item(&row.name).position;
    let middle = dripline::picture::geometry::point(position.0 as f32 - 51.0, position.1 as f32);
    let at = camera.to_screen(rect, middle);
    window.click_at(at);
    let found = format!("{} of 400 contacts", exact(row.waiting));
    window.until("they are listed", |window| window.sees(&found));
    assert_eq!(window.app().rehearsing().follows(), None);
}

#[test]
fn held_people_are_behind_the_wall_and_its_badge() {
    let sample = SAMPLES.iter().map(|sample| sample.campaign().expect("a sample"));
    let campaign = sample.into_iter().find(|campaign| campaign.name.contains("timer that is not")).expect("a lesson");
    let mut window = watched(Opening::of(Editor::of(campaign)).sized(1440.0, 900.0));
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.settle();
    let rows = rows(&window);
    let row = rows.iter().find(|row| row.held > 0).expect("the timer");
    let label = format!("{} held at “{}”: the timer is not set up", exact(row.held), row.name);
    let badge = window.place(&label);
    let tile = window.place(&button(&window, "", &format!(", {}, ", row.name)));
    let zoom = tile.width() / 64.0;
    let found = format!("{} contacts", exact(row.held));
    for at in [badge.center(), tile.right_center() + vec2(12.0 * zoom, 0.0)] {
        window.click("Items");
        window.click_at(at);
        window.until("they are listed", |window| window.sees(&found));
        assert!(window.reads("Held, ") && window.reads("since "), "{}", window.names());
        window.click("Clear");
    }
    // What nobody reaches says why.
    let unreached = rows.iter().find(|behind| behind.reached == 0).expect("an item behind it");
    let node = button(&window, "", &format!(", {}, ", unreached.name));
    let node = window.node(&node);
    let why = node.accesskit_node().description().unwrap_or_default();
    assert!(why.contains(&format!("No contact gets here: “{}” is not set up", row.name)), "{why}");
    assert!(window.sees("no contact gets here"), "the legend has its sign");
}

#[test]
fn the_menu_of_an_item_has_its_numbers_for_the_keyboard() {
    let mut window = opened();
    let rows = rows(&window);
    let row = rows.iter().find(|row| row.skipped_in_all() > 0).expect("an item that was skipped");
    let label = button(&window, "", &format!(", {}, ", row.name));
    window.click(&label);
    window.keys(Modifiers::SHIFT, Key::F10);
    let entry = format!("See the {} skipped", exact(row.skipped_in_all()));
    assert!(window.sees(&entry) && window.sees(&format!("See the {} ran", exact(row.ran))), "{}", window.names());
    for _ in 0..30 {
        if !window.node(&entry).is_focused() {
            window.key(Key::ArrowDown);
        }
    }
    window.key(Key::Enter);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    let found = format!("{} of 400 contacts", exact(row.skipped_in_all()));
    window.until("they are listed", |window| window.sees(&found));
}

#[test]
fn whom_one_follows_is_said_in_every_mode_with_a_way_to_stop() {
    for size in [(1440.0, 900.0), (800.0, 600.0)] {
        let mut campaign = samples::first();
        campaign.rehearsals[0].people = People::Generated { count: 40, seed: 11 };
        let mut window = watched(Opening::of(Editor::of(campaign)).sized(size.0, size.1).dark());
        let ctx = window.harness.ctx.clone();
        for (mode, key) in MODES {
            window.keys(Modifiers::COMMAND, key);
            assert!(!window.sees("Stop following"), "nobody is followed in {mode:?}");
            window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Follow(Some(3))));
            window.settle();
            let name = who(window.app().rehearsing().shown().expect("a run"), 3).expect("a name").name;
            let room = eframe::egui::Rect::from_min_size(Default::default(), vec2(size.0, size.1));
            assert!(room.contains_rect(window.place(&format!("Following {name}"))), "{mode:?}");
            window.click("Stop following");
            assert_eq!(window.app().rehearsing().follows(), None, "{mode:?}");
            assert_eq!(window.app().view.mode, mode);
        }
    }
}

#[test]
fn the_numbers_beside_the_clock_add_up_to_all_people_and_are_doors() {
    let mut window = opened();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.settle();
    let ctx = window.harness.ctx.clone();
    let run = window.app().rehearsing().shown().expect("a run").clone();
    let timeline = &run.index().expect("sorted").timeline;
    let (first, last) = run.span().expect("something happens");
    for at in [first, first.plus_secs(3 * 86_400), last] {
        window.app_mut().act(&ctx, Action::Rehearse(Rehearse::Jump(at)));
        window.settle();
        let mut sum = 0;
        for status in Status::ALL {
            let count = timeline.contacts_at(status, at);
            assert!(window.sees(&format!("{} {}", exact(count), status.label().to_lowercase())), "{}", window.names());
            sum += count;
        }
        assert_eq!(sum, 400);
    }
    let count = timeline.contacts_at(Status::Active, last);
    window.click(&format!("{} waiting", exact(count)));
    let found = format!("{} of 400 contacts", exact(count));
    window.until("they are listed", |window| window.sees(&found));
}

#[test]
fn the_signs_are_explained_while_numbers_are_shown() {
    let mut window = opened();
    let words = ["ran", "waiting", "held", "skipped"];
    for (mode, key) in MODES {
        window.keys(Modifiers::COMMAND, key);
        assert!(words.iter().all(|word| window.sees(word)), "{mode:?}: {}", window.names());
    }
    window.keys(Modifiers::COMMAND, Key::Num1);
    window.app_mut().settings.live = false;
    window.settle();
    window.settle();
    assert!(!window.sees("skipped"), "without numbers, there is nothing to explain");
}
