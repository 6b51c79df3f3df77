//! Dates that have passed for the people of a rehearsal, and findings that need its people.

use std::path::Path;

use dripline::calendar::timer::DayCount;
use dripline::calendar::{DateTime, Instant, Zone};
use dripline::campaign::choices::RehearsalChoices;
use dripline::campaign::document::Campaign;
use dripline::findings::{AssumedEntry, Code, Finding, FindingPlace, Severity};
use dripline::storage::campaign_file::read::parse_form;
use dripline::workbench::check::{RunFacts, findings_with};

use super::finished;

/// A campaign whose contacts meet timers. `rehearsals` may be empty.
fn drawn(items: &str, rehearsals: &str) -> Campaign {
    let text = format!(
        r#"#![enable(implicit_some)]
        Campaign(format: 2, name: "Late", time_zone: "Europe/Berlin",
            directory: (custom_fields: [(key: "renewal", label: "Renewal", kind: Date)]),
            sequences: [(name: "One", items: [(id: 1, name: "In", position: (0.0, 0.0), kind: Start), {items}],
                links: [(1, 2), (2, 3), (3, 4), (4, 5)])], rehearsals: [{rehearsals}])"#
    );
    parse_form(&text, Path::new("late.ron")).unwrap_or_else(|error| panic!("{error} in {text}"))
}

const LETTER: &str = r#"(id: 3, name: "Offer", position: (0.0, 0.0), ready: true, kind: Letter(body: "Dear ~Contact.FirstName~")),
    (id: 4, name: "Tag", position: (0.0, 0.0), ready: true, kind: ApplyNote(title: "Late")),
    (id: 5, name: "", position: (0.0, 0.0), ready: true, kind: ApplyNote(title: "Later"))"#;

fn timer(kind: &str) -> String {
    format!(r#"(id: 2, name: "Sale", position: (0.0, 0.0), kind: {kind}), {LETTER}"#)
}

const SALE: &str = r#"DateTimer(schedule: (on: Date("2026-11-01"), time: AnyTime, zone: Campaign))"#;
const REHEARSAL: &str = r#"(name: "December", sequence: "One", people: Generated(count: 1000, seed: 1), enter: At("2026-12-07T09:00"), until: "2027-12-07T09:00")"#;

fn passed(found: &[Finding]) -> Option<&Finding> {
    found.iter().find(|finding| finding.code == Code::DatePassed)
}

fn at(local: &str) -> Instant {
    Zone::named("Europe/Berlin").expect("a zone").resolve(DateTime::parse_minutes(local).expect(local))
}

/// The findings at a current time, with the first rehearsal of the sequence chosen.
fn found(campaign: &Campaign, facts: Option<&RunFacts>, now: &str) -> Vec<Finding> {
    let choices = RehearsalChoices::default();
    findings_with(campaign, facts, AssumedEntry::ByRehearsal { choices: &choices, now: at(now) })
}

#[test]
fn a_date_that_has_passed_for_all_says_for_how_many_why_and_what_is_skipped() {
    let campaign = drawn(&timer(SALE), REHEARSAL);
    let facts = RunFacts::of(&finished(&campaign, None));
    let found = found(&campaign, Some(&facts), "2026-10-01T09:00");
    let finding = passed(&found).expect("a date that passed");
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(
        finding.message,
        "Date timer “Sale” (item 2) has passed for all 1,000 contacts who enter from Mon 7 Dec 2026: its date is Sun 1 Nov \
         2026, so it and the 3 items after it are skipped."
    );
    assert_eq!(
        finding.help,
        "Choose a later date, or let contacts enter earlier. Checked with the 1,000 contacts of “December”."
    );
    assert_eq!(finding.fix.as_ref().map(|fix| fix.label()).as_deref(), Some("Move to Mon 1 Nov 2027"));
    let others = found.iter().filter(|finding| !finding.code.needs_contacts());
    assert!(others.into_iter().all(|finding| !finding.help.contains("Checked with")));
}

#[test]
fn the_contacts_of_a_run_are_looked_through_for_addresses_that_are_none() {
    let people = r#"(name: "By hand", sequence: "One", people: People([(id: "a", email: "a@example.com"),
        (id: "b", first_name: "Bo", email: "bo at example.com"), (id: "c")]),
        enter: At("2026-12-07T09:00"), until: "2027-12-07T09:00")"#;
    let campaign = drawn(&timer(SALE), people);
    let facts = RunFacts::of(&finished(&campaign, None));
    let found = found(&campaign, Some(&facts), "2026-10-01T09:00");
    let finding =
        found.iter().find(|finding| finding.code == Code::BadContactAddress).expect("an address that is none");
    assert_eq!((finding.severity, &finding.place), (Severity::Warning, &FindingPlace::Contacts));
    assert_eq!(finding.message, "1 contact has an address that is none. It is “bo at example.com”, of Bo.");
    assert_eq!(
        finding.help,
        "Correct the addresses in the list of contacts. Checked with the 3 contacts of “By hand”."
    );
}

#[test]
fn a_wait_of_a_day_that_ends_at_midnight_is_told_with_the_shortest() {
    let wait = |time: &str, rules: &str| {
        let wait = format!("DelayTimer(schedule: (wait: 1, unit: Days, run_on: AnyDay, time: {time}, zone: Campaign))");
        let mut campaign = drawn(&timer(&wait), &REHEARSAL.replace("2026-12-07T09:00", "2026-12-07T23:30"));
        if rules == "ElapsedDays" {
            campaign.rules.day_count = DayCount::ElapsedDays;
        }
        let facts = RunFacts::of(&finished(&campaign, None));
        let found = found(&campaign, Some(&facts), "2026-10-01T09:00");
        found.into_iter().find(|finding| finding.code == Code::WaitUnderADay)
    };
    let finding = wait("AnyTime", "CalendarDays").expect("a short wait");
    assert_eq!((finding.severity, finding.item().map(|item| item.item)), (Severity::Hint, Some(2)));
    assert_eq!(
        finding.message,
        "“Sale” (item 2) releases 1,000 of 1,000 contacts after less than 24 hours, the first after 30 min: days are \
         dates, not 24 hours."
    );
    assert!(finding.help.ends_with("Checked with the 1,000 contacts of “December”."), "{}", finding.help);
    assert_eq!(wait("At(\"09:00\")", "CalendarDays"), None, "a time of day was chosen");
    assert_eq!(wait("AnyTime", "ElapsedDays"), None);
}

#[test]
fn a_date_that_passes_on_the_way_is_told_too() {
    let items = format!(
        r#"(id: 2, name: "Wait", position: (0.0, 0.0), kind: DelayTimer(schedule: (wait: 30, unit: Days, run_on: AnyDay, time: AnyTime, zone: Campaign))),
        (id: 3, name: "Note", position: (0.0, 0.0), ready: true, kind: ApplyNote(title: "Soon")),
        (id: 4, name: "Sale", position: (0.0, 0.0), kind: {}),
        (id: 5, name: "Offer", position: (0.0, 0.0), ready: true, kind: ApplyNote(title: "Late"))"#,
        SALE.replace("2026-11-01", "2026-12-24")
    );
    let campaign = drawn(&items, REHEARSAL);
    let facts = RunFacts::of(&finished(&campaign, None));
    let found = found(&campaign, Some(&facts), "2026-10-01T09:00");
    assert_eq!(
        passed(&found).expect("a date that passed").message,
        "Date timer “Sale” (item 4) has passed for all 1,000 contacts who reach it from Wed 6 Jan 2027: its date is Thu 24 Dec \
         2026, so it and “Offer” (item 5) after it are skipped."
    );
}

#[test]
fn a_field_whose_date_is_over_for_many_is_told_with_the_count() {
    let field =
        r#"FieldTimer(schedule: (field: "renewal", offset: On, year: FromField, time: AnyTime, zone: Campaign))"#;
    let people = |days: &[&str]| {
        let people: Vec<String> =
            days.iter().map(|day| format!(r#"{{"id": "{day}-{}", "renewal": "{day}"}}"#, day.len())).collect();
        format!(
            r#"(name: "Four", sequence: "One", people: People([{}]), enter: At("2026-12-07T09:00"), until: "2027-12-07T09:00")"#,
            people.join(", ")
        )
    };
    let told = |days: &[&str]| {
        let campaign = drawn(&timer(field), &people(days));
        let facts = RunFacts::of(&finished(&campaign, None));
        passed(&found(&campaign, Some(&facts), "2026-10-01T09:00")).map(|finding| finding.message.clone())
    };
    assert_eq!(
        told(&["2026-01-01", "2026-01-02", "2027-01-01", "2027-01-02"]).as_deref(),
        Some(
            "Field timer “Sale” (item 2) has passed for 2 of the 4 contacts who enter in the whole rehearsal, from Mon 7 Dec 2026: the date in \
             “Renewal” has passed by then, so it and the 3 items after it are skipped for them."
        )
    );
    assert_eq!(
        told(&["2026-01-01", "2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"]),
        None,
        "few are no matter"
    );
}

#[test]
fn a_date_that_was_changed_since_the_run_is_looked_at_anew() {
    let campaign = drawn(&timer(SALE), REHEARSAL);
    let facts = RunFacts::of(&finished(&campaign, None));
    let later = drawn(&timer(&SALE.replace("2026-11-01", "2027-01-01")), REHEARSAL);
    assert_eq!(passed(&found(&later, Some(&facts), "2026-10-01T09:00")), None);
    let earlier = drawn(&timer(&SALE.replace("2026-11-01", "2026-10-01")), REHEARSAL);
    let found = found(&earlier, Some(&facts), "2026-10-01T09:00");
    assert!(passed(&found).expect("a date that passed").message.contains("has passed before any contact enters"));
}

#[test]
fn without_people_the_rehearsals_beginning_or_today_decides() {
    let with = |rehearsal: &str, now: &str| {
        let campaign = drawn(&timer(SALE), rehearsal);
        passed(&found(&campaign, None, now)).map(|finding| finding.message.clone())
    };
    assert_eq!(with("", "2026-11-01T23:59"), None);
    assert_eq!(
        with("", "2026-11-02T00:00").as_deref(),
        Some(
            "Date timer “Sale” (item 2) has passed: its last date is Sun 1 Nov 2026, and today is Mon 2 Nov 2026, so it \
             and the 3 items after it are skipped."
        )
    );
    assert_eq!(
        with(REHEARSAL, "2026-10-01T09:00").as_deref(),
        Some(
            "Date timer “Sale” (item 2) has passed before any contact enters: its last date is Sun 1 Nov 2026, and the \
             rehearsal “December” begins on Mon 7 Dec 2026, so it and the 3 items after it are skipped."
        )
    );
    assert_eq!(with(&REHEARSAL.replace("2026-12-07T09", "2026-10-07T09"), "2027-05-01T09:00"), None);
}

#[test]
fn without_people_the_chosen_rehearsal_or_a_given_entry_decides() {
    let second = REHEARSAL.replace("December", "October").replace("2026-12-07T09", "2026-10-07T09");
    let campaign = drawn(&timer(SALE), &format!("{REHEARSAL}, {second}"));
    let sequence = campaign.sequences[0].id;
    let mut choices = RehearsalChoices::default();
    let now = at("2027-05-01T09:00");
    let with = |choices: &RehearsalChoices| {
        passed(&findings_with(&campaign, None, AssumedEntry::ByRehearsal { choices, now })).is_some()
    };
    assert!(with(&choices), "the first rehearsal begins too late");
    choices.choose(sequence, "October");
    assert!(!with(&choices), "the chosen one begins in time");
    choices.choose(sequence, "December");
    assert!(with(&choices));
    choices.choose(sequence, "No such rehearsal");
    assert!(with(&choices), "a name that isn't known doesn't hide the choice before");
    let given = |entry: &str| {
        let found = findings_with(&campaign, None, AssumedEntry::Given(at(entry)));
        passed(&found).map(|finding| finding.message.clone())
    };
    assert_eq!(given("2026-10-01T09:00"), None, "although the first rehearsal begins too late");
    assert_eq!(
        given("2026-12-24T09:00").as_deref(),
        Some(
            "Date timer “Sale” (item 2) has passed before any contact enters: its last date is Sun 1 Nov 2026, and \
             contacts enter on Thu 24 Dec 2026, so it and the 3 items after it are skipped."
        )
    );
}

#[test]
fn samples_have_no_dates_that_passed_for_their_own_people() {
    for (name, campaign) in super::samples() {
        let facts = RunFacts::of(&finished(&campaign, None));
        let found = found(&campaign, Some(&facts), "2026-11-01T09:00");
        assert_eq!(passed(&found), None, "{name}");
    }
}
