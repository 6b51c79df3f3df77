//! Timers: their settings, and the examples that the engine computes.

use dripline::calendar::timer::YearRule;
use dripline::campaign::kinds::{DateTimerSettings, DelayTimerSettings, FieldTimerSettings, Kind};
use dripline::ui::context::settings::{DateOrder, WeekStart};
use dripline::ui::context::view_state::Overlay;
use dripline::workbench::samples::{SAMPLES, Sample};
use eframe::egui::Key;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{choose, click_right, create, enter, example, expect_item, fresh, select, shows_all, tall, value};
use crate::harness::{Role, Window};

#[test]
fn a_delay_timer_is_set() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    assert_eq!(
        window.item("Wait 3 days").kind,
        Kind::DelayTimer(DelayTimerSettings { schedule: None }),
        "looking sets nothing"
    );
    enter(&mut window, "Wait at least", "3");
    choose(&mut window, "Then run on", "Weekdays");
    window.click("At");
    enter(&mut window, "Time of day", "8");
    expect_item(&window, "Wait 3 days");
    assert!(window.sees("Wait 3 days, then run on a weekday at 08:00, in the contact's time zone"));
}

#[test]
fn days_of_the_week_and_of_the_month_are_chosen() {
    let mut window = fresh();
    select(&mut window, "Wait 3 days");
    choose(&mut window, "Unit", "weeks");
    choose(&mut window, "Then run on", "Weekdays");
    for day in ["Monday", "Wednesday", "Friday", "Saturday"] {
        window.click(day);
    }
    let run_on = |window: &Window| match &window.item("Wait 3 days").kind {
        Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) => format!("{:?}", schedule.run_on),
        other => panic!("{other:?}"),
    };
    assert_eq!(run_on(&window), "Some(Days([Tue, Thu, Sat]))");
    choose(&mut window, "Then run on", "Day of the month");
    enter(&mut window, "Day", "31");
    assert_eq!(run_on(&window), "Some(DayOfMonth(31))");
    enter(&mut window, "Day", "32");
    assert_eq!(run_on(&window), "Some(DayOfMonth(31))");
    assert!(window.sees("A month has days 1 to 31"));
    choose(&mut window, "Then run on", "Weekday of the month");
    choose(&mut window, "Which of the month", "last");
    choose(&mut window, "Weekday", "Sunday");
    assert_eq!(run_on(&window), "Some(Nth(Last, Sun))");
}

#[test]
fn set_up_takes_the_prepared_choices() {
    let mut window = fresh();
    for name in ["Wait 3 days", "July sale", "Week before birthday"] {
        select(&mut window, name);
        let fault = "Not set up: it holds every contact who arrives";
        assert!(window.sees(fault));
        click_right(&mut window, "Set up");
        assert!(!window.sees(fault), "{name}");
        window.ctrl(Key::Z);
    }
    let campaign = window.campaign();
    assert!(campaign.sequences[0].items.iter().all(|item| match &item.kind {
        Kind::DelayTimer(DelayTimerSettings { schedule }) => schedule.is_none(),
        Kind::DateTimer(DateTimerSettings { schedule }) => schedule.is_none(),
        Kind::FieldTimer(FieldTimerSettings { schedule }) => schedule.is_none(),
        _ => true,
    }));
}

#[test]
fn typing_or_choosing_what_is_suggested_sets_a_timer_up() {
    let fault = "Not set up: it holds every contact who arrives";
    type Hand = fn(&mut Window);
    let hands: [(&str, Hand); 5] = [
        ("Wait 3 days", |window| {
            let suggested = value(window, "Wait at least");
            window.fill("Wait at least", &suggested);
            window.key(Key::Tab);
        }),
        ("Wait 3 days", |window| choose(window, "Unit", "days")),
        ("Wait 3 days", |window| window.click("Any time")),
        ("July sale", |window| {
            let suggested = value(window, "Date");
            enter(window, "Date", &suggested);
        }),
        ("Week before birthday", |window| choose(window, "Field", "Birthday")),
    ];
    for (name, hand) in hands {
        let mut window = fresh();
        select(&mut window, name);
        assert!(window.sees(fault));
        hand(&mut window);
        assert!(!window.sees(fault), "{name}");
    }
    // Only to look, or to change one's mind, sets nothing.
    let mut window = fresh();
    let before = window.ron();
    select(&mut window, "Wait 3 days");
    window.click("Wait at least");
    window.key(Key::Tab);
    window.fill("Wait at least", "9");
    window.key(Key::Escape);
    window.click("Unit");
    window.key(Key::Escape);
    assert!(window.sees(fault));
    assert_eq!(window.ron(), before);
}

#[test]
fn what_a_day_means_is_said_where_days_are_typed() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    let hint = "1 day is the next calendar date, from 00:00 on.";
    let below = window.place(hint).top() - window.place("Wait at least").bottom();
    assert!((0.0..12.0).contains(&below), "{below}");
    choose(&mut window, "Unit", "hours");
    assert!(!window.sees(hint));
}

#[test]
fn a_date_that_may_be_two_dates_has_a_button_for_each() {
    let mut window = tall(example());
    select(&mut window, "July sale");
    for (choice, shown) in [("It is 4 Jan 2027", "4 Jan 2027"), ("It is 1 Apr 2027", "1 Apr 2027")] {
        enter(&mut window, "Last date", "1/4/2027");
        assert!(window.sees("Which date is it?"), "{}", window.names());
        window.click(choice);
        assert_eq!(value(&window, "Last date"), shown);
        assert!(!window.sees("Which date is it?"));
    }
    window.app_mut().settings.dates = DateOrder::MonthFirst;
    enter(&mut window, "Last date", "2/4/2027");
    assert_eq!(value(&window, "Last date"), "Feb 4, 2027");
}

#[test]
fn date_and_field_timers_are_set() {
    let mut window = fresh();
    select(&mut window, "July sale");
    window.click("A range of dates");
    enter(&mut window, "First date", "1 Jul 2026");
    enter(&mut window, "Last date", "2026-7-5");
    window.click("Between");
    enter(&mut window, "From", "9am");
    enter(&mut window, "Until", "1700");
    window.click("Contact's time zone");
    expect_item(&window, "July sale");
    select(&mut window, "Week before birthday");
    choose(&mut window, "Field", "Birthday");
    window.click("Before");
    enter(&mut window, "By", "7");
    window.click("At");
    enter(&mut window, "Time of day", "10:00");
    expect_item(&window, "Week before birthday");
}

#[test]
fn a_custom_date_goes_by_its_own_year_until_the_user_chooses_another() {
    let mut window = tall(example());
    let year = |window: &Window| {
        let Kind::FieldTimer(timer) = &window.item("Week before birthday").kind else { panic!("a field timer") };
        timer.schedule.as_ref().and_then(|schedule| schedule.year)
    };
    select(&mut window, "Week before birthday");
    choose(&mut window, "Field", "Birthday");
    assert_eq!(year(&window), Some(YearRule::NextOccurrence));
    choose(&mut window, "Field", "Renewal date");
    assert_eq!(year(&window), Some(YearRule::FromField));
    window.click("The next one after the contact arrives");
    assert_eq!(year(&window), Some(YearRule::NextOccurrence));
    window.click("The year that the field says");
    choose(&mut window, "Field", "Anniversary");
    assert_eq!(year(&window), Some(YearRule::NextOccurrence));
    window.click("The year that the field says");
    choose(&mut window, "Field", "Renewal date");
    assert_eq!(year(&window), Some(YearRule::FromField));
}

#[test]
fn a_date_is_chosen_from_a_month() {
    let mut window = tall(example());
    select(&mut window, "July sale");
    window.click("Choose last date");
    window.click("Next month");
    window.click("Fri 7 Aug 2026");
    assert_eq!(value(&window, "Last date"), "7 Aug 2026");
    assert!(window.ron().contains(r#"Range("2026-07-01", "2026-08-07")"#));
}

#[test]
fn the_examples_are_the_engines_and_are_copied_as_text() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Arrival 1", "2026-03-05 17:30");
    assert!(window.sees("Mon 9 Mar 08:00"), "{}", window.names());
    window.click("Why? Arrival 1");
    assert!(window.reads("Sun 8 Mar"));
    window.click("Copy table");
    let copied = window.copied().expect("text");
    assert!(copied.contains("Thu 5 Mar 2026 17:30\tAmerica/New_York\tMon 9 Mar 2026 08:00\t3 d 13 h"), "{copied}");
    window.click("Remove arrival 3");
    window.click("Remove arrival 2");
    assert_eq!(window.all("Remove arrival 2").len(), 0);
    window.click("Add arrival");
    assert!(window.sees("Arrival 2"));
    create(&mut window, "Add time zone…", "Asia/Tokyo");
    create(&mut window, "Add time zone…", "Europe/Berlin");
    assert!(window.reads("Tokyo") && window.reads("Berlin"));
}

#[test]
fn an_arrival_is_one_moment_in_each_time_zone() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Arrival 1", "2026-03-05 17:30");
    create(&mut window, "Add time zone…", "Asia/Tokyo");
    assert!(window.reads("New York time") && window.reads("Tokyo time"), "{}", window.names());
    // Thursday 17:30 in New York is Friday morning in Tokyo.
    assert!(window.reads("Fri 6 Mar 07:30") || window.reads("Fri 6 Mar 2026 07:30"), "{}", window.names());
    assert!(window.sees("Why? Arrival 1") && window.sees("Why? Arrival 1 in Asia/Tokyo"), "{}", window.names());
    window.click("Remove Asia/Tokyo from contacts in other time zones");
    assert!(!window.reads("Tokyo time") && !window.reads("New York time"), "{}", window.names());
}

#[test]
fn the_usual_arrivals_come_back_beside_the_typed_ones() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    assert!(!window.sees("Add the usual arrivals"));
    let usual: Vec<String> = (1..=3).map(|number| value(&window, &format!("Arrival {number}"))).collect();
    enter(&mut window, "Arrival 1", "Mon 23:50");
    let typed = value(&window, "Arrival 1");
    assert!(typed.ends_with("23:50"), "{typed}");
    window.click("Add the usual arrivals");
    let now: Vec<String> = (1..=4).map(|number| value(&window, &format!("Arrival {number}"))).collect();
    assert_eq!(now, [usual, vec![typed]].concat());
    assert!(!window.sees("Add the usual arrivals"));
}

#[test]
fn the_first_contacts_own_date_is_named_above_the_field_for_other_contacts() {
    let campaign = SAMPLES.iter().find(|sample| sample.file == "birthday.ron").and_then(Sample::campaign);
    let mut window = tall(campaign.expect("a sample"));
    window.until("it is rehearsed", |window| window.app().rehearsing().span().is_some());
    let items = &window.campaign().sequences[0].items;
    let timer = items.iter().find(|item| matches!(item.kind, Kind::FieldTimer(_))).expect("a field timer");
    let name = timer.name.clone();
    select(&mut window, &name);
    let root = window.harness.root();
    let own: Vec<_> = root.query_all_by_label_contains(": birthday ").collect();
    assert_eq!(own.len(), 1, "{}", window.names());
    let field = window.role(Role::TextInput, "The contact's field contains").rect();
    assert!(own[0].rect().bottom() < field.top() && field.bottom() < window.place("Arrival 1").top());
}

#[test]
fn an_arrival_that_is_refused_has_no_answer() {
    let mut window = tall(example());
    select(&mut window, "Wait 3 days");
    enter(&mut window, "Arrival 1", "28 Feb 2026 23:59");
    shows_all(&window, "Arrival 1");
    window.click("Why? Arrival 1");
    let steps = window.harness.root().query_all_by_label_contains("• ").count();
    assert!(steps > 0 && !window.sees("–"));
    for (typed, sentence) in [("31 Feb", "“31 Feb” isn't an arrival"), (" ", "Type an arrival, such as Fri 17:30")]
    {
        enter(&mut window, "Arrival 1", typed);
        assert!(window.reads(sentence) && window.sees("–"), "{}", window.names());
        assert!(!window.sees("Why? Arrival 1") && !window.reads("• "));
        assert!(window.sees("Why? Arrival 2") && window.sees("Remove arrival 1"));
    }
    enter(&mut window, "Arrival 1", "2026-03-05 17:30");
    assert!(window.sees("Mon 9 Mar 08:00") && !window.sees("–"));
}

#[test]
fn a_date_that_is_refused_has_no_weekday() {
    let mut window = tall(example());
    select(&mut window, "July sale");
    let fridays = |window: &Window| window.all("Fri").len();
    enter(&mut window, "Last date", "2026-08-07");
    let before = fridays(&window);
    enter(&mut window, "Last date", "31 Feb");
    assert_eq!(fridays(&window), before - 1);
}

#[test]
fn a_field_timers_field_is_typed_and_its_rule_is_one_press_away() {
    let mut window = tall(example());
    select(&mut window, "Week before birthday");
    enter(&mut window, "Arrival 1", "2026-05-10 09:00");
    enter(&mut window, "The contact's field contains", "1990-05-12");
    assert!(window.sees("Wed 5 May 2027 10:00"), "{}", window.names());
    window.click("Why? Arrival 1");
    let rule = window
        .harness
        .root()
        .query_all_by_label_contains("Rule:")
        .next()
        .and_then(|node| node.accesskit_node().label());
    let at = window.all(&rule.expect("a rule"))[0].rect().center();
    window.click_at(at);
    assert!(matches!(&window.app().view.overlay, Overlay::Rules(_)));
}

#[test]
fn dates_and_times_stand_as_the_person_likes_them_and_are_read_again() {
    let mut window = tall(example());
    let settings = &mut window.app_mut().settings;
    (settings.dates, settings.twelve_hours, settings.week_starts) = (DateOrder::MonthFirst, true, WeekStart::Sunday);
    window.settle();
    select(&mut window, "July sale");
    assert_eq!(value(&window, "First date"), "Jul 1, 2026");
    assert_eq!(value(&window, "From"), "9:00 am");
    let before = window.ron();
    enter(&mut window, "First date", "Jul 1, 2026");
    enter(&mut window, "From", "9:00 am");
    assert_eq!(window.ron(), before, "what is shown means what is in the file");
}
