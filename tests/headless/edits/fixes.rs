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
use dripline::findings::{CheckedContacts, Code, Finding, Fix, check};
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
    assert_eq!(sequence.links.last(), Some(&(8, 9)));
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
    let (population, _) = population(&[person], &layout, &campaign.directory, &zone).expect("a person");
    let people = CheckedContacts { population: &population, default_entry: entry };
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
        found.filter(|fix| matches!(fix, Fix::Connect(..))).collect()
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
    assert_eq!(connect(&one), [Fix::Connect(1, 2), Fix::Connect(1, 2)]);
}

#[test]
fn a_fix_of_what_has_gone_is_no_edit() {
    let campaign = broken();
    for fix in [
        Fix::MarkReady(99),
        Fix::RemoveLink(99),
        Fix::UseNextOccurrence(2),
        Fix::KeepTag { item: 2, tag: "Gold".to_owned() },
        Fix::Connect(1, 3),
        Fix::AddToDirectory { list: List::Users, name: "x".to_owned() },
    ] {
        assert_eq!(edit_for(&fix, &campaign, FIRST), None, "{fix:?}");
    }
    assert_eq!(edit_for(&Fix::MarkReady(2), &campaign, SequenceId::new(7)), None);
}
