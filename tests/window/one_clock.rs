//! One choice of a time zone rules every instant in the window.

use dripline::campaign::rehearsal::{Breakpoint, People};
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::command::Command;
use dripline::ui::context::settings::WhoseTime;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::ClockStep;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, Shape};

use crate::harness::{Opening, Role, Window};

/// The welcome sample, whose campaign is in New York, on a computer in Berlin.
fn rehearsed(width: f32, height: f32) -> Window {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 300, seed: 11 };
    let mut window = Opening::of(Editor::of(campaign)).sized(width, height).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    window.settle();
    window
}

fn run(window: &mut Window, command: Command) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(command));
    window.settle();
}

fn act(window: &mut Window, wish: Rehearse) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Rehearse(wish));
    window.settle();
}

/// Whether a painted text has all these words.
fn paints(window: &Window, words: &[&str]) -> bool {
    window.painted().iter().any(|text| words.iter().all(|word| text.contains(word)))
}

/// The first contact in another zone than New York and Berlin, with the name of its place.
fn elsewhere(window: &Window) -> (u64, String) {
    let shown = window.app().rehearsing().shown().expect("a run");
    let place_of = |place: u64| shown.contact(place).and_then(|contact| contact.zone().map(|zone| zone.place()));
    let all = (0..shown.contacts()).filter_map(|place| Some((place, place_of(place)?)));
    let mut others = all.filter(|(_, zone)| zone != "New York" && zone != "Berlin");
    others.next().expect("a contact elsewhere")
}

/// Chooses a zone at the clock.
fn choose(window: &mut Window, whose: &str) {
    let labels = window.labels(Role::Button);
    let link = labels.into_iter().find(|label| label.ends_with(')') && !label.starts_with("Times in"));
    window.click_role(Role::Button, &link.expect("the clock's zone"));
    let labels = window.labels(Role::ListBoxOption);
    let row = labels.into_iter().find(|label| label.starts_with(whose)).expect("the choice");
    window.click_role(Role::ListBoxOption, &row);
}

#[test]
fn one_choice_rules_clock_canvas_list_story_agenda_and_report() {
    let mut window = rehearsed(1440.0, 900.0);
    let (place, other) = elsewhere(&window);
    // What is about all contacts never goes by the time of one.
    for (whose, command, zone, of_contact) in [
        ("Campaign’s", Command::CampaignTime, "New York", "New York"),
        ("This computer’s", Command::MyTime, "Berlin", "Berlin"),
        ("Contact’s", Command::ContactTime, "New York", other.as_str()),
    ] {
        act(&mut window, Rehearse::Follow(Some(place)));
        window.click_role(Role::Tab, "Story");
        choose(&mut window, whose);
        let word =
            ["campaign", "contact", "this computer"].into_iter().find(|word| whose.to_lowercase().starts_with(word));
        let word = word.expect("a word");
        let word_of_clock = if word == "contact" { "campaign" } else { word };
        // The same choice as in the menu.
        let before = window.app().settings.times;
        run(&mut window, command);
        assert_eq!(window.app().settings.times, before, "{whose}");
        assert!(window.reads(&format!("{zone} ({word_of_clock})")), "the clock: {}", window.names());
        assert!(window.reads(&format!("Times in {of_contact} ({word})")), "the story");
        assert!(!paints(&window, &["until ", of_contact]), "the head of the story names the zone once: {whose}");
        window.click_role(Role::Tab, "Agenda");
        assert!(paints(&window, &[&format!(", {zone}")]), "the agenda: {whose}");
        window.click_role(Role::Tab, "Contacts");
        let head = if whose == "Contact’s" { "times in each contact’s zone" } else { &format!("times in {zone}") };
        assert!(window.reads(head), "the list: {}", window.names());
        run(&mut window, Command::Report);
        window.click("Contacts");
        let head = if whose == "Contact’s" { "Until, contact’s time" } else { &format!("Until, {zone}") };
        assert!(paints(&window, &[head]), "the report: {whose}");
        window.click("Over time");
        window.until("the days are counted", |window| window.reads("counted until "));
        assert!(window.painted().iter().any(|text| text.contains("counted until ") && text.contains(zone)));
        run(&mut window, Command::Rehearse);
    }
}

#[test]
fn a_story_is_told_in_the_time_of_its_contact_and_the_clock_keeps_the_campaigns() {
    let mut window = rehearsed(1440.0, 900.0);
    let (place, other) = elsewhere(&window);
    act(&mut window, Rehearse::Follow(Some(place)));
    assert!(window.reads(&format!("Times in {other} (contact)")), "{}", window.names());
    assert!(window.reads("New York (campaign)"), "the clock: {}", window.names());
    let link = format!("Times in {other} (contact)");
    window.click_role(Role::Button, &link);
    let rows = window.labels(Role::ListBoxOption);
    let mine = rows.into_iter().find(|label| label.starts_with("This computer’s")).expect("the choice");
    window.click_role(Role::ListBoxOption, &mine);
    assert!(window.reads("Times in Berlin (this computer)"), "{}", window.names());
    assert!(window.reads("New York (campaign)"), "only the story follows its choice");
    run(&mut window, Command::Report);
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Hours in New York"));
}

#[test]
fn canvas_captions_are_in_the_chosen_zone() {
    let mut window = rehearsed(1440.0, 900.0);
    let captions = |window: &Window| {
        let painted = window.painted().into_iter();
        painted.filter(|text| text.contains(" continue ") || text.contains("later than ")).collect::<Vec<_>>()
    };
    let mut said = Vec::new();
    for (command, zone) in [(Command::CampaignTime, "New York"), (Command::MyTime, "Berlin")] {
        run(&mut window, command);
        let captions = captions(&window);
        assert!(!captions.is_empty(), "contacts wait at this time");
        // Some timers go by the contact's time, for which the captions could be mistaken.
        assert!(captions.iter().all(|caption| caption.ends_with(zone)), "{zone}: {captions:?}");
        said.push(captions);
    }
    assert_ne!(said[0], said[1]);
}

#[test]
fn a_presentation_says_its_zone() {
    let mut window = rehearsed(1440.0, 900.0);
    run(&mut window, Command::MyTime);
    window.key(Key::F11);
    assert!(window.painted().iter().any(|text| text.ends_with(" Berlin") && text.contains(" 2026 ")));
    run(&mut window, Command::CampaignTime);
    assert!(window.painted().iter().any(|text| text.ends_with(" New York") && text.contains(" 2026 ")));
}

#[test]
fn a_presentation_says_in_every_mode_which_time_its_numbers_are_of() {
    let mut window = rehearsed(800.0, 600.0);
    for (key, has_statuses) in [(Key::Num1, false), (Key::Num2, false), (Key::Num3, true)] {
        window.keys(Modifiers::COMMAND, key);
        window.settle();
        window.key(Key::F11);
        window.settle();
        assert!(paints(&window, &[" 2026 "]), "{key:?}: {:?}", window.painted());
        assert_eq!(paints(&window, &[" contacts: "]), has_statuses, "{key:?}: {:?}", window.painted());
        window.key(Key::F11);
        window.settle();
    }
}

#[test]
fn the_clock_goes_by_the_days_and_times_that_are_shown() {
    let mut window = rehearsed(1400.0, 900.0);
    run(&mut window, Command::MyTime);
    act(&mut window, Rehearse::Step(ClockStep::ToStart));
    window.click("To the next day");
    let local = |window: &Window, zone: &str| {
        let zone = dripline::calendar::Zone::named(zone).expect("a zone");
        zone.local_at(window.app().rehearsing().at().expect("a clock")).to_string()
    };
    assert!(local(&window, "Europe/Berlin").ends_with("T00:00"), "midnight of the days that are shown");
    window.click("Run to…");
    window.harness.run_steps(2);
    assert!(window.reads("Date and time, Berlin"));
    window.ctrl(Key::A);
    window.type_text("2026-03-12 10:40");
    window.key(Key::Enter);
    assert_eq!(local(&window, "Europe/Berlin"), "2026-03-12T10:40", "a typed time is one of the clock that is shown");
}

/// The marks of breakpoints on the bar, by their position from the left.
fn breakpoints(window: &Window) -> Vec<f32> {
    let shapes = window.harness.output().shapes.iter().map(|clipped| &clipped.shape);
    let mark = |shape: &Shape| match shape {
        Shape::Circle(circle) if circle.radius == 3.0 && circle.center.y > 600.0 => Some(circle.center.x),
        _ => None,
    };
    shapes.filter_map(mark).collect()
}

#[test]
fn a_breakpoint_is_on_the_bar_where_it_stops_whatever_zone_is_shown() {
    let mut campaign = samples::first();
    let at = dripline::calendar::DateTime::parse("2026-03-05T12:00").expect("a local time");
    campaign.rehearsals[0].breakpoints = vec![Breakpoint::AtTime(at)];
    let mut window = Opening::of(Editor::of(campaign)).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    window.settle();
    let before = breakpoints(&window);
    assert_eq!(before.len(), 1);
    run(&mut window, Command::MyTime);
    assert_eq!(breakpoints(&window), before);
}

#[test]
fn a_tooltip_has_the_other_zones() {
    let mut window = rehearsed(1440.0, 900.0);
    let (place, other) = elsewhere(&window);
    act(&mut window, Rehearse::Follow(Some(place)));
    let local = window.app().rehearsing().zone().expect("a zone").local_at(window.app().rehearsing().at().expect("it"));
    let day = dripline::ui::controls::dates::date(&window.app().settings, local.date());
    let at = window.all(&day).first().expect("the clock's day").rect().center();
    window.hover(at);
    window.wait(1.0);
    for zone in ["New York (campaign)", "Berlin (this computer)", &format!("{other} (contact)")] {
        assert!(window.reads(zone), "{zone}: {}", window.names());
    }
}

#[test]
fn a_new_campaign_takes_the_zone_of_the_computer_and_says_so() {
    let mut window = Window::of(samples::first());
    window.keys(Modifiers::COMMAND, Key::N);
    assert_eq!(window.campaign().time_zone, "Europe/Berlin");
    assert!(window.reads("The new campaign is in the time zone of this computer, Berlin"), "{}", window.names());
    assert!(window.reads("The time zone of this computer"), "the settings say it as long as it is so");
    assert_eq!(window.app().settings.times, WhoseTime::Campaign);
}

#[test]
fn the_mark_of_the_clock_covers_no_words_of_its_bar() {
    let mut window = rehearsed(800.0, 600.0);
    let of_bar = |text: &str| text.starts_with("clocks ") || text.starts_with("Tallest bar");
    for step in [ClockStep::ToStart, ClockStep::NextDay, ClockStep::ToEnd] {
        for _ in 0..9 {
            act(&mut window, Rehearse::Step(step));
            let shapes = || window.harness.output().shapes.iter().map(|clipped| &clipped.shape);
            let words = shapes().filter_map(|shape| match shape {
                Shape::Text(text) if of_bar(text.galley.text()) => Some(text.galley.rect.translate(text.pos.to_vec2())),
                _ => None,
            });
            let words: Vec<_> = words.collect();
            assert_eq!(words.len(), 2, "what the bars count, and the change of clocks");
            let knob = shapes().find_map(|shape| match shape {
                Shape::Circle(circle) if circle.radius == 6.0 && circle.center.y > 460.0 => Some(circle),
                _ => None,
            });
            let knob = knob.expect("the mark of the clock").visual_bounding_rect();
            assert!(words.iter().all(|area| !area.intersects(knob.shrink(0.5))), "{words:?} {knob:?}");
        }
    }
}
