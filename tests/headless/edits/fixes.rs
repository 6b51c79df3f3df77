//! Every fix of a finding is an edit, and after it the finding is gone.

use std::collections::BTreeSet;

use dripline::calendar::timer::{Offset, TimeWindow, YearRule, ZoneChoice};
use dripline::calendar::{Date, DateTime, Instant, Zone};
use dripline::campaign::directory::List;
use dripline::campaign::document::Campaign;
use dripline::campaign::history::Grouping;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::kinds::{ApplyRemoveTag, DateTimerSettings, Email, FieldTimerSettings, Kind, Recipient};
use dripline::campaign::rehearsal::Person;
use dripline::campaign::schedule::{DateSchedule, FieldSchedule, On};
use dripline::campaign::selection::Selection;
use dripline::contacts::block::Layout;
use dripline::contacts::people::population;
use dripline::findings::{AssumedEntry, CheckedContacts, Code, EnteringContacts, Finding, Fix, check};
use dripline::workbench::editor::Editor;
use dripline::workbench::fixes::edit_for;

use crate::common::ids::FIRST;
use crate::edits::starts::{item, with_items};

fn dated(on: On) -> Kind {
    let (time, zone) = (Some(TimeWindow::AnyTime), Some(ZoneChoice::Campaign));
    Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: Some(on), time, zone }) })
}

fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn email(body: &str) -> Kind {
    Kind::Email(Email {
        to: Some(Recipient::Contact),
        subject: "~Contact.FirstName~".to_owned(),
        body: body.to_owned(),
    })
}

/// A campaign with an error for nearly every fix.
fn broken() -> Campaign {
    let birthday = FieldSchedule {
        field: Some("birthday".to_owned()),
        offset: Some(Offset::On),
        year: Some(YearRule::FromField),
        time: Some(TimeWindow::AnyTime),
        zone: Some(ZoneChoice::Campaign),
    };
    let tag = |apply: &[&str], remove: &[&str]| {
        Kind::ApplyRemoveTag(ApplyRemoveTag {
            apply: apply.iter().map(|tag| (*tag).to_owned()).collect(),
            remove: remove.iter().map(|tag| (*tag).to_owned()).collect(),
        })
    };
    let items = vec![
        item(1, 0.0, 0.0, Kind::Start),
        item(2, 200.0, 0.0, email("~Contact.FristName~")),
        item(3, 400.0, 0.0, tag(&["Gld", "Gold"], &["Gold"])),
        item(4, 600.0, 0.0, tag(&["Completely other"], &[])),
        item(5, 800.0, 0.0, Kind::FieldTimer(FieldTimerSettings { schedule: Some(birthday) })),
        item(6, 1000.0, 0.0, dated(On::Date(day("2026-05-01")))),
        item(7, 1200.0, 0.0, dated(On::Range(day("2025-12-24"), day("2026-01-02")))),
        item(8, 1400.0, 0.0, email("Hi ~Contact.FirstName~")),
        item(9, 1600.0, 0.0, email("Bye ~Contact.FirstName~")),
    ];
    let links = vec![(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (1, 3)];
    let mut campaign = with_items(items, links);
    campaign.directory.tags = vec!["Gold".to_owned()];
    campaign.time_zone = "America/New_Yrok".to_owned();
    campaign
}

fn fix(campaign: Campaign, fix: &Fix) -> Campaign {
    let mut editor = Editor::of(campaign);
    let edit = edit_for(fix, editor.campaign(), FIRST).unwrap_or_else(|| panic!("{fix:?} is no edit"));
    assert_eq!(edit.label(editor.campaign()), fix.label());
    editor.apply(&edit, &Selection::none(FIRST), Grouping::Alone).expect("a fix can be applied");
    assert_eq!(editor.history().undo_label(), Some(fix.label().as_str()));
    editor.campaign().clone()
}

#[test]
fn applying_fix_after_fix_leaves_nothing_to_fix() {
    let mut campaign = broken();
    let mut fixed = BTreeSet::new();
    let fixable = |campaign: &Campaign| check(campaign, None, None).into_iter().find(|finding| finding.fix.is_some());
    while let Some(Finding { code, fix: Some(found), .. }) = fixable(&campaign) {
        let before = check(&campaign, None, None).iter().filter(|finding| finding.code == code).count();
        campaign = fix(campaign, &found);
        let after = check(&campaign, None, None).iter().filter(|finding| finding.code == code).count();
        assert!(after < before || code == Code::Draft, "{found:?} mends nothing");
        fixed.insert(code.name());
        assert!(fixed.len() < 50);
    }
    let expected = [
        "dates-descend",
        "draft",
        "emails-without-timer",
        "not-reachable",
        "second-incoming-link",
        "tag-applied-and-removed",
        "unknown-merge-field",
        "unknown-tag",
        "unknown-time-zone",
        "year-of-birth",
    ];
    assert_eq!(fixed.into_iter().collect::<Vec<_>>(), expected);
    let sequence = &campaign.sequences[0];
    // The item that nothing led to was linked, and a timer put between the two emails.
    assert_eq!(sequence.links[sequence.links.len() - 2..], [(8, 10), (10, 9)]);
    assert!(sequence.items.iter().all(|item| item.ready || !item.kind.has_ready_mark()));
    assert_eq!(sequence.items[6].kind, dated(On::Range(day("2026-12-24"), day("2027-01-02"))));
    assert_eq!(campaign.directory.tags, ["Gold", "Completely other"]);
    assert_eq!(
        sequence.items[2].kind,
        Kind::ApplyRemoveTag(ApplyRemoveTag { apply: vec!["Gold".to_owned()], remove: Vec::new() })
    );
}

#[test]
fn a_date_that_passed_moves_to_the_same_date_of_the_next_year_that_lies_ahead() {
    let items = vec![
        item(1, 0.0, 0.0, Kind::Start),
        item(2, 200.0, 0.0, dated(On::Date(day("2024-02-29")))),
        item(3, 400.0, 0.0, email("Hi")),
    ];
    let campaign = with_items(items, vec![(1, 2), (2, 3)]);
    let zone = Zone::named("America/New_York").expect("a zone");
    let entry: Instant = zone.resolve(DateTime::parse_minutes("2026-06-01T09:00").expect("a moment"));
    let person = Person(std::iter::once(("id".to_owned(), "1".to_owned())).collect());
    let layout = Layout::new(&campaign.directory);
    let typed =
        population(&[person], &layout, &campaign.directory, &zone, chrono::NaiveDate::default()).expect("a person");
    let population = typed.population;
    let facts = EnteringContacts::new(&population, entry);
    let people = CheckedContacts { facts: Some(&facts), enters: None, entry: AssumedEntry::Given(entry) };
    let finding = |campaign: &Campaign| {
        let found = check(campaign, None, Some(people));
        found.into_iter().find(|finding| finding.code == Code::DatePassed)
    };
    let passed = finding(&campaign).expect("a date that passed");
    let wanted = Fix::MoveDate { item: 2, on: On::Date(day("2027-02-28")) };
    assert_eq!(passed.fix.as_ref(), Some(&wanted));
    assert_eq!(finding(&fix(campaign, &wanted)), None);
}

#[test]
fn a_link_is_offered_only_where_one_end_is_meant() {
    let connect = |campaign: &Campaign| -> Vec<Fix> {
        let found = check(campaign, None, None).into_iter().filter_map(|finding| finding.fix);
        found.filter(|fix| matches!(fix, Fix::Connect { .. })).collect()
    };
    let starts = |second: f64| {
        let items = vec![
            item(1, 0.0, 0.0, Kind::Start),
            item(2, 200.0, 0.0, email("a")),
            item(3, 200.0, 200.0, email("b")),
            item(4, second, 200.0, email("c")),
        ];
        with_items(items, vec![(1, 2), (1, 3)])
    };
    // Two tracks end to the left of the unlinked item.
    assert_eq!(connect(&starts(400.0)), []);
    let one = with_items(
        vec![item(1, 0.0, 0.0, Kind::Start), item(2, 200.0, 0.0, email("a")), item(3, -200.0, 0.0, email("b"))],
        Vec::new(),
    );
    let link = |named: &str| Fix::Connect { from: 1, to: 2, named: named.to_owned() };
    assert_eq!(connect(&one), [link("to “Item 2”"), link("from “Item 1”")]);
}

#[test]
fn a_fix_of_what_has_gone_is_no_edit() {
    let campaign = broken();
    for fix in [
        Fix::MarkReady(99),
        Fix::RemoveLink(99),
        Fix::UseNextOccurrence(2),
        Fix::KeepTag { item: 2, tag: "Gold".to_owned() },
        Fix::Connect { from: 1, to: 3, named: String::new() },
        Fix::AddToDirectory { list: List::RoundRobins, name: "x".to_owned() },
        Fix::AddToDirectory { list: List::Tags, name: "Gold".to_owned() },
        Fix::PutTimerBefore(99),
        Fix::MakeSalesRep("x".to_owned()),
        Fix::RemoveSecond { list: List::Tags, name: "Gold".to_owned() },
        Fix::RemoveBlank(List::Tags),
        Fix::GenerateContacts("x".to_owned()),
    ] {
        assert_eq!(edit_for(&fix, &campaign, FIRST), None, "{fix:?}");
    }
    assert_eq!(edit_for(&Fix::MarkReady(2), &campaign, SequenceId::new(7)), None);
}

/// Every fix of the campaign of a drawing is applied, one after the other, until none is left.
fn all_fixed(drawing: &str) -> (Campaign, Vec<String>) {
    let mut campaign = crate::findings::drawing::campaign(drawing);
    let mut labels = Vec::new();
    loop {
        let found = check(&campaign, None, None);
        let Some((finding, found)) = found.iter().find_map(|it| Some((it, it.fix.as_ref()?))) else { break };
        campaign = fix(campaign.clone(), found);
        let again = check(&campaign, None, None);
        assert!(!again.contains(finding), "{} is still there after {found:?}", finding.message);
        labels.push(found.label());
        assert!(labels.len() < 40, "{labels:?}");
    }
    (campaign, labels)
}

#[test]
fn a_timer_is_put_between_two_emails_that_go_out_together() {
    let (campaign, labels) = all_fixed("1 Start: Start\n2 Welcome: EMAIL\n3 Tag: TAG\n4 Offer: EMAIL");
    assert_eq!(labels, ["Put a timer between"]);
    let sequence = &campaign.sequences[0];
    let timer = sequence.items.last().expect("a timer");
    assert!(matches!(timer.kind, Kind::DelayTimer(_)));
    assert!(sequence.links.contains(&(3, timer.id)) && sequence.links.contains(&(timer.id, 4)), "{:?}", sequence.links);
}

#[test]
fn a_timer_is_put_between_two_timers_that_are_due_together_and_the_second_waits_for_the_next_year() {
    let (campaign, labels) = all_fixed(
        "1 Start: Start\n2 Birthday: BIRTHDAY\n3 Greeting: EMAIL\n4 Again: BIRTHDAY\n5 Second greeting: EMAIL",
    );
    assert_eq!(labels, ["Put a timer between"]);
    let sequence = &campaign.sequences[0];
    let timer = sequence.items.last().expect("a timer");
    assert_eq!(timer.kind.settings().timer_zone(), Some(ZoneChoice::Campaign), "in the zone of the timer after it");
    assert!(sequence.links.contains(&(3, timer.id)) && sequence.links.contains(&(timer.id, 4)), "{:?}", sequence.links);
}

#[test]
fn a_start_is_added_where_there_is_none() {
    let (campaign, labels) = all_fixed("2 Welcome: EMAIL\n3 Wait: WAIT\n4 Offer: EMAIL");
    assert_eq!(labels, ["Add a Start"]);
    assert_eq!(campaign.sequences[0].links.last(), Some(&(5, 2)));
    assert_eq!(all_fixed("").1, ["Add a Start"]);
}

#[test]
fn what_a_campaign_lacks_is_created() {
    let drawing = r#"directory: users: [(id: "lee", name: "Lee Novak", email: "lee@example.com")], sales_stages: ["New"], round_robins: [(id: "reps", name: "Reps", logic: ByRatio, members: [("lex", 1), ("robin", 1)])]
     1 Start: Start
     2 Tag: ApplyRemoveTag(apply: ["Hot"])
     3 Call: CreateTask(title: "Call", assign: User("somebody"))
     4 Renewal: FieldTimer(schedule: (field: "renewal", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     5 Size: SetFieldValue(field: "shoe_size", value: Number("42"))
     6 Order: CreateOrder(products: [("starter", 1)], payment: InvoiceOnly)
     7 Deal: CreateOpportunity(title: "Deal", assign: User("lee"), stage: "New")
     8 Hub: AddToCustomerHub
     9 Hook: SendHttpPost(url: "example.com/hook")
     10 Port: SendHttpPost(url: "https://example.com:8080/hook?a=1")
     11 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("lee"), queue: (count: 0, within_days: 7), columns: ["city"])"#;
    let (campaign, labels) = all_fixed(drawing);
    for label in [
        "Create tag `Hot`",
        "Create user `somebody`",
        "Create date field `renewal`",
        "Create number field `shoe_size`",
        "Create product `starter`",
        "Make `lee` a sales rep",
        "Add the licence",
        "Use `https://example.com/hook`",
        "Use `https://example.com/hook?a=1`",
        "Don't wait",
        "Use `lee`",
        "Create user `robin`",
    ] {
        assert!(labels.iter().any(|other| other == label), "{label} is not offered: {labels:?}");
    }
    assert_eq!(campaign.directory.round_robins[0].members[0].0, "lee");
}

#[test]
fn rehearsals_and_lists_are_put_right() {
    let drawing = r#"directory: tags: ["A", "", "A", " "], users: [(id: "kim", name: "Kim")]
     1 Start: Start
     2 Tag: ApplyRemoveTag(apply: ["A"])
     rehearsals: (name: "Elsewhere", sequence: "Cases", people: People([]), enter: ByColumn, until: "2026-09-01T00:00"), (name: "Stops", sequence: "Case", people: Generated(count: 0, seed: 1), enter: At("2026-09-02T00:00"), until: "2026-09-01T00:00", breakpoints: [AtItem(2), AtItem(7)])"#;
    let (campaign, labels) = all_fixed(drawing);
    assert_eq!(campaign.directory.tags, ["A"], "{labels:?}");
    assert_eq!(campaign.rehearsals[0].sequence(), Some(FIRST));
    assert_eq!(campaign.rehearsals[1].breakpoints.len(), 1);
    assert_eq!(campaign.rehearsals[1].until, DateTime::parse_minutes("2027-09-02T00:00").expect("a moment"));
}

#[test]
fn a_field_that_is_set_on_the_way_is_read_on_arrival() {
    let (campaign, labels) = all_fixed("1 Start: Start\n2 Stamp: STAMP\n3 Renewal: RENEWAL\n4 Welcome: EMAIL");
    assert_eq!(labels, ["Read fields on arrival"]);
    assert_eq!(campaign.rules.field_timers_read, dripline::calendar::timer::FieldTimersRead::OnArrival);
}
