//! Rehearse mode: the transport, the time bar, contacts on the canvas.

use dripline::calendar::Instant;
use dripline::campaign::rehearsal::{Breakpoint, People};
use dripline::picture::counts::ItemCounts;
use dripline::report::table::Report;
use dripline::report::tally::Tally;
use dripline::ui::context::view_state::WindowMode;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::clock::Speed;
use dripline::workbench::rehearse::dots;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, PointerButton, pos2};

use crate::common::ids::FIRST;
use crate::harness::{Opening, Role, Window};

/// The first sample with fewer contacts, in Rehearse mode, with its run finished.
fn rehearsing() -> Window {
    let mut window = opened();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click_at(pos2(640.0, 120.0));
    window
}

fn opened() -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 400, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(1400.0, 900.0).open();
    window.rehearsed();
    window.settle();
    window
}

fn at(window: &Window) -> Instant {
    window.app().rehearsing().at().expect("a clock")
}

/// Checks that the badges are equal to a new report at the clock's time.
fn check(window: &Window) {
    let shown = window.app().rehearsing().shown().expect("a run");
    let plan = &shown.scene.plan;
    let report = Report::new(plan, shown.scene.sequence(), &Tally::at(plan, &shown.kept.run, at(window), true));
    assert_eq!(window.app().counts(), Some(&ItemCounts::of(&report)));
}

#[test]
fn the_sample_opens_with_numbers_a_week_after_its_start() {
    let mut window = opened();
    assert_eq!(window.app().view.mode, WindowMode::Build);
    check(&window);
    let (first, _) = window.app().rehearsing().span().expect("something happens");
    assert_eq!(at(&window), first.plus_secs(7 * 86_400));
    assert!(window.reads("400 contacts"), "whom and when the numbers stand for is said");
    window.click("Live numbers, 400 contacts · Mon 9 Mar 2026 10:00 New York");
    assert_eq!(window.app().counts(), None, "and they can be switched off");
    window.click("Live numbers, off");
    window.until("numbers are back", |window| window.app().counts().is_some());
}

#[test]
fn the_transport_steps_forward_and_back() {
    let mut window = rehearsing();
    let before = at(&window);
    window.click("Step forward");
    let after = at(&window);
    assert!(after > before);
    check(&window);
    window.click("Step back");
    assert_eq!(at(&window), before);
    window.key(Key::Period);
    assert_eq!(at(&window), after, "a full stop steps");
    window.key(Key::Comma);
    assert_eq!(at(&window), before, "a comma steps back");
    let (first, last) = window.app().rehearsing().span().expect("something happens");
    window.click("To the end");
    assert_eq!(at(&window), last);
    check(&window);
    window.click("To the start");
    assert_eq!(at(&window), first);
    check(&window);
    window.click("To the next day");
    let zone = window.app().rehearsing().zone().expect("a zone").clone();
    assert_eq!(at(&window), zone.start_of(zone.date_at(first).plus_days(1)));
}

#[test]
fn space_plays_on_release_and_pans_when_something_is_dragged() {
    let mut window = rehearsing();
    let plays = |window: &Window| window.app().rehearsing().clock().is_some_and(|clock| clock.plays);
    window.space(true);
    assert!(!plays(&window), "not before it is let go");
    window.space(false);
    window.frame();
    assert!(plays(&window));
    let before = at(&window);
    (0..30).for_each(|_| window.frame());
    assert!(at(&window) > before);
    check(&window);
    window.space(true);
    window.space(false);
    window.settle();
    assert!(!plays(&window), "and again it stands");
    let camera = window.app().canvas.views.cameras[&FIRST];
    window.space(true);
    window.drag_with(pos2(700.0, 150.0), pos2(760.0, 190.0), PointerButton::Primary, Modifiers::NONE);
    window.space(false);
    window.settle();
    assert_ne!(window.app().canvas.views.cameras[&FIRST], camera, "it panned");
    assert!(!plays(&window), "and did not play");
}

#[test]
fn a_hand_on_the_bar_moves_the_clock() {
    let mut window = rehearsing();
    let bar = window.role(Role::Slider, "Clock").rect();
    window.drag(pos2(bar.left() + 40.0, bar.center().y), bar.center());
    let middle = at(&window);
    let (first, last) = window.app().rehearsing().span().expect("something happens");
    assert!(first < middle && middle < last);
    check(&window);
    window.click_at(pos2(bar.right() - 1.0, bar.center().y));
    assert_eq!(at(&window), last);
    window.click_at(pos2(bar.left() + 1.0, bar.center().y));
    assert_eq!(at(&window), first);
    // When magnified, the same part of the bar is a shorter time.
    let before = {
        window.click_at(pos2(bar.left() + 200.0, bar.center().y));
        at(&window)
    };
    window.wheel(pos2(bar.left() + 8.0, bar.center().y), eframe::egui::vec2(0.0, 400.0), Modifiers::NONE);
    window.click_at(pos2(bar.left() + 200.0, bar.center().y));
    assert!(at(&window) < before, "{} {before}", at(&window));
    check(&window);
}

#[test]
fn the_filled_button_plays_from_the_start_and_dots_are_visits() {
    let mut window = opened();
    let (first, _) = window.app().rehearsing().span().expect("something happens");
    window.app_mut().settings.reduce_motion = false;
    let button = window.place("Rehearse from the start").center();
    window.harness.hover_at(button);
    window.frame();
    window.button(button, PointerButton::Primary, true, Modifiers::NONE);
    window.button(button, PointerButton::Primary, false, Modifiers::NONE);
    assert_eq!(window.app().view.mode, WindowMode::Rehearse);
    let mut most = 0;
    for _ in 0..600 {
        window.frame();
        let rehearsing = window.app().rehearsing();
        let (shown, clock) = (rehearsing.shown().expect("a run"), *rehearsing.clock().expect("a clock"));
        let moving = dots::dots(shown, &clock, dots::MOST);
        let drawn = window.app().on_their_way();
        assert!(drawn.iter().all(|(_, place)| moving.dots.iter().any(|dot| dot.place == *place)));
        most = most.max(drawn.len());
        if most > 3 && !drawn.is_empty() {
            break;
        }
    }
    assert!(at(&window) >= first && most > 0, "nobody was ever on the way");
    // A click on a dot follows its contact, and highlights the path.
    let (dot, place) = window.app().on_their_way()[0];
    window.harness.hover_at(dot);
    window.button(dot, PointerButton::Primary, true, Modifiers::NONE);
    let near: Vec<u64> = {
        let drawn = window.app().on_their_way();
        drawn.iter().filter(|(at, _)| at.distance(dot) < 30.0).map(|(_, place)| *place).collect()
    };
    window.button(dot, PointerButton::Primary, false, Modifiers::NONE);
    window.frame();
    let follows = window.app().rehearsing().follows().expect("somebody is followed");
    assert!(follows == place || near.contains(&follows), "{follows} is followed, {place} was clicked");
    window.app_mut().settings.reduce_motion = true;
    window.frame();
    window.frame();
    assert!(window.app().on_their_way().is_empty(), "numbers alone where motion is reduced");
}

#[test]
fn a_breakpoint_stops_the_clock_and_says_so() {
    let mut campaign = samples::first();
    let item = campaign.sequences[0].items[3].id;
    campaign.rehearsals[0].people = People::Generated { count: 400, seed: 11 };
    campaign.rehearsals[0].breakpoints = vec![Breakpoint::AtCount(item, 50)];
    let mut window = Opening::of(Editor::of(campaign)).open();
    window.rehearsed();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.click("To the start");
    window.app_mut().settings.reduce_motion = true;
    let ctx = window.harness.ctx.clone();
    let faster =
        dripline::ui::context::action::Action::Rehearse(dripline::ui::context::action::Rehearse::Speed(Speed::Week));
    window.app_mut().act(&ctx, faster);
    let play = dripline::ui::context::action::Action::Run(dripline::ui::context::command::Command::Play);
    window.app_mut().act(&ctx, play);
    window.until("it stops", |window| window.app().rehearsing().stopped().is_some());
    window.frame();
    assert!(window.reads("Breakpoint: 50 contacts have reached"));
    let shown = window.app().rehearsing().shown().expect("a run").clone();
    let rank = shown.rank(FIRST.item(item)).expect("it is reached");
    let timeline = &shown.index().expect("sorted").timeline;
    assert!(timeline.reached(rank, at(&window)) >= 50 && timeline.reached(rank, at(&window).plus_secs(-1)) < 50);
}

#[test]
fn the_clock_runs_to_a_date_that_is_typed() {
    let mut window = rehearsing();
    window.click("Run to…");
    window.harness.run_steps(2);
    window.keys(Modifiers::COMMAND, Key::A);
    window.type_text("2026-03-12 10:40");
    window.key(Key::Enter);
    let zone = window.app().rehearsing().zone().expect("a zone").clone();
    assert_eq!(zone.local_at(at(&window)).to_string(), "2026-03-12T10:40");
    check(&window);
}
