//! The load by hour, and as a calendar month.

use std::sync::Arc;

use dripline::calendar::Zone;
use dripline::campaign::rehearsal::People;
use dripline::report::load::{SentLoad, of_list, of_list_in, shares_of_day};
use dripline::ui::context::action::Action;
use dripline::ui::context::command::Command;
use dripline::ui::panels::report::state::ReportTab;
use dripline::workbench::rehearse::contact::who;
use dripline::workbench::rehearse::finished::FinishedRehearsal;
use dripline::workbench::samples::{self};
use eframe::egui::{Key, Modifiers, vec2};

use super::{called, exact, rehearsing, report_of, value};
use crate::harness::{Role, Window};

#[test]
fn the_load_says_when_most_goes_out() {
    let mut window = report_of(samples::first());
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Most in one hour: "));
    let at = rehearsing(&window).at().expect("a clock");
    let run = rehearsing(&window).shown().expect("a run");
    let sent = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, at);
    let (_, hour, count) = sent.emails().busiest().expect("emails");
    assert!(window.reads(&format!("Most in one hour: {} on ", exact(count))));
    assert!(window.reads(&format!("{hour:02}:00 {}", exact(count))), "{}", window.names());
}

/// Shows the load in a window of 800 × 600 points. Also returns the name of the mark for the first day on which
/// contacts get more than one email.
fn small_load() -> (Window, String) {
    let mut window = report_of(samples::first());
    window.harness.set_size(vec2(800.0, 600.0));
    window.settle();
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Most in one hour: "));
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
fn hours_and_month_count_up_to_the_same_time_and_say_what_is_to_come() {
    let mut window = report_of(samples::first());
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Most in one hour: "));
    let (run, sent) = sent(&window);
    let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until);
    let (so_far, all) = (sent.emails().total(), all.emails().total());
    assert!(so_far < all, "emails are still to come");
    let said = format!("{} so far, {} to come", exact(so_far), exact(all - so_far));
    assert!(window.reads(&said), "{said} in\n{}", window.names());
    let counted = value(&window, "What is counted");
    assert!(counted.ends_with(&exact(so_far)), "{counted}");
    window.click_role(Role::RadioButton, "Month");
    window.until("the days are counted", |window| window.reads("This month: "));
    assert_eq!(value(&window, "What is counted"), counted, "one number, whatever form is shown");
    assert!(window.reads(" so far, ") && window.reads(" (paler)"), "{}", window.names());
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
        window.click("By hour or month");
        window.until("the hours are counted", |window| window.reads("Most in one hour: "));
        window.click_role(Role::RadioButton, "Month");
        window.until("the days are counted", |window| window.reads("This month: "));
        window.settle();
        let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
        let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until);
        let all = all.emails();
        let (day, hours) = all.days().next().expect("a day");
        let date = dripline::calendar::words::long_date(day);
        let said = day_of_month(&window, &date);
        assert!(said.contains(&format!(": {} emails: ", exact(hours.iter().sum()))), "{said}");
        let rect = window.role(Role::Button, &said).rect();
        assert!(rect.left() >= 0.0 && rect.right() <= width && rect.height() >= 27.0, "{rect:?}");
    }
}

/// A window that shows the month of a sample's emails.
fn month_of_first() -> Window {
    let mut window = report_of(samples::first());
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Most in one hour: "));
    window.click_role(Role::RadioButton, "Month");
    window.until("the days are counted", |window| window.reads("This month: "));
    window.settle();
    window
}

#[test]
fn a_day_of_the_month_lists_its_items_and_leads_to_their_contacts() {
    let mut window = month_of_first();
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until);
    let all = all.emails();
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
    let mut window = month_of_first();
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let all = of_list(&run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until);
    let all = all.emails();
    let (day, _) = all.days().next().expect("a day");
    let date = |days: i64| dripline::calendar::words::long_date(day.plus_days(days));
    let said = day_of_month(&window, &date(0));
    window.click_role(Role::Button, &said);
    assert!(window.sees("Move the clock to the end of this day"));
    window.key(Key::Escape);
    assert!(!window.sees("Move the clock to the end of this day"));
    assert!(window.role(Role::Button, &said).is_focused(), "the list has closed, the day keeps the keyboard");
    for (key, days) in [(Key::ArrowRight, 1), (Key::ArrowDown, 8), (Key::ArrowLeft, 7), (Key::ArrowUp, 0)] {
        window.key(key);
        let said = day_of_month(&window, &date(days));
        assert!(window.role(Role::Button, &said).is_focused(), "{key:?} goes to {said}");
    }
}

#[test]
fn the_clock_goes_to_the_end_of_a_day_in_the_zone_that_is_shown() {
    let mut window = month_of_first();
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::Run(Command::MyTime));
    window.until("the days are counted again", |window| window.reads("This month: "));
    window.settle();
    let mine = Zone::named("Europe/Berlin").expect("a zone");
    let run = Arc::clone(rehearsing(&window).shown().expect("a run"));
    let all = of_list_in(&mine, &run.scene.plan, run.scene.sequence(), &run.kept.run, run.scene.until);
    let all = all.emails();
    let (day, _) = all.days().next().expect("a day");
    let said = day_of_month(&window, &dripline::calendar::words::long_date(day));
    window.click_role(Role::Button, &said);
    window.click("Move the clock to the end of this day");
    let at = rehearsing(&window).at().expect("a clock");
    assert_eq!(mine.local_at(at).to_string(), format!("{day}T23:59:59"));
}

#[test]
fn a_crowd_too_large_for_its_list_is_shown_as_filtered_contacts() {
    let mut campaign = samples::first();
    campaign.rehearsals[0].people = People::Generated { count: 60_000, seed: 11 };
    let mut window = report_of(campaign);
    window.click("By hour or month");
    window.until("the hours are counted", |window| window.reads("Most in one hour: "));
    window.settle();
    let (_, sent) = sent(&window);
    let (_, crowd) = sent.crowded.iter().max_by_key(|(_, crowd)| crowd.persons).expect("a crowded day");
    assert!(crowd.persons > crowd.most.len() as u64, "{} are crowded", crowd.persons);
    let names = window.names();
    let people = format!("{} contacts get more than one email", exact(crowd.persons));
    let line = names.lines().map(str::trim).find(|line| line.contains(&people)).expect("its mark");
    let mark = line.trim_start_matches("Button “").trim_end_matches('”').to_owned();
    window.click(&mark);
    assert!(window.sees(&format!("and {} more", exact(crowd.persons - crowd.most.len() as u64))));
    window.click(&format!("Show all {}", exact(crowd.persons)));
    assert_eq!(window.app().panels.report.tab, ReportTab::People);
    let all = format!("{} contacts", exact(crowd.persons));
    window.until("they are listed", |window| window.sees(&all));
    let (date, _) = mark.split_once(": ").expect("a date");
    window.click(&format!("Remove filter: More than one email on {date}"));
    window.until("everybody is listed", |window| window.sees("60,000 contacts"));
}

#[test]
fn escape_closes_the_list_of_a_crowd_and_its_mark_keeps_the_keyboard() {
    let (mut window, mark) = small_load();
    window.click(&mark);
    assert_eq!(window.all(&mark).len(), 2, "the list has its name too");
    window.key(Key::Escape);
    assert_eq!(window.all(&mark).len(), 1, "{}", window.names());
    assert!(window.node(&mark).is_focused());
}
