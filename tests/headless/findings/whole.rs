//! Whole campaigns: clean ones, the example with every object, long ones.

use std::path::Path;

use dripline::campaign::document::Campaign;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{ApplyRemoveTag, Kind};
use dripline::findings::{Code, Severity, check};
use dripline::storage::campaign_file::read::parse_form;

use crate::common::hostile::ends;
use crate::common::ids::{FIRST, SECOND};
use crate::findings::drawing::{campaign, check_case, findings, line};

#[test]
fn clean_campaign_has_no_findings() {
    check_case("clean", CLEAN, "");
}

const CLEAN: &str = r#"
    1 New customer: Start
    2 Welcome: EMAIL
    3 Wait: WAIT
    4 Offer: EMAIL
    5 Choose a rep: AssignOwner(assign: RoundRobin("reps"))
    6 Call: CreateTask(title: "Call ~Contact.FirstName~ for ~Owner.Name~", assign: Owner)
    7 Birthday: Start
    8 On the day: BIRTHDAY
    9 Tag: ApplyRemoveTag(apply: ["Customer"], remove: ["Newsletter"])
    links: (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (7, 8), (8, 9)
    person first_name=Ann email=ann@example.com birthday=1990-05-12
    rehearsals: (name: "One", sequence: "Case", people: Generated(count: 10, seed: 1), enter: At("2026-03-02T00:00"), until: "2026-09-01T00:00", breakpoints: [AtItem(3)])
"#;

fn parse(text: &str) -> Campaign {
    parse_form(text, Path::new("whole.ron")).expect("it loads")
}

#[test]
fn example_with_every_object() {
    let campaign: Campaign = parse(include_str!("../../spec/example.ron"));
    let found: Vec<String> = check(&campaign, None, None).iter().map(line).collect();
    assert_eq!(found, EXAMPLE, "{}", found.join("\n"));
}

const EXAMPLE: &[&str] = &[
    "error timer-not-set-up item 7: Delay timer “Not set up yet” (item 7) is not set up, so it holds every contact who reaches it.",
    "warning draft item 5: Letter (item 5) is a draft: it is skipped for all contacts. [Mark ready]",
];

#[test]
fn saved_campaigns_have_no_errors_and_no_warnings_but_the_lessons() {
    for file in std::fs::read_dir("saved-campaigns").expect("saved-campaigns") {
        let path = file.expect("an entry").path();
        let campaign: Campaign = parse(&std::fs::read_to_string(&path).expect("a text"));
        let found = check(&campaign, None, None);
        let bad: Vec<String> = found.iter().filter(|finding| finding.severity != Severity::Hint).map(line).collect();
        let expected = match path.file_name().and_then(|name| name.to_str()) {
            Some("lesson-draft-email.ron") => vec![Code::Draft],
            Some("lesson-unconfigured-timer.ron") => vec![Code::TimerNotSetUp],
            _ => Vec::new(),
        };
        let codes: Vec<Code> = found.iter().map(|f| f.code).take(bad.len()).collect();
        assert_eq!(codes, expected, "{}: {bad:#?}", path.display());
    }
}

#[test]
fn one_sequence_alone_keeps_what_concerns_the_campaign() {
    let mut campaign = campaign("zone: Nowhere\n1 Start: Start\n2 Welcome (draft): EMAIL");
    let mut second = campaign.sequences[0].clone();
    (second.id, second.name) = (SECOND, "Second".to_owned());
    campaign.sequences.push(second);
    let of = |sequence: Option<SequenceId>| {
        let found = check(&campaign, sequence, None);
        found.into_iter().map(|finding| (finding.code, finding.sequence)).collect::<Vec<_>>()
    };
    let zone = (Code::UnknownTimeZone, None);
    let draft = |sequence| (Code::Draft, Some(sequence));
    assert_eq!(of(None), [zone, draft(FIRST), draft(SECOND)]);
    assert_eq!(of(Some(SECOND)), [zone, draft(SECOND)]);
    assert_eq!(of(Some(SequenceId::new(3))), [zone]);
}

/// Checks all rules that look along a track, on one track of 100,000 items. None of them may be recursive.
#[test]
fn hundred_thousand_items_on_one_track_are_checked() {
    let mut campaign =
        campaign("1 Start: Start\n2 Welcome: EMAIL\n3 July: JULY\n4 Stamp: STAMP\n5 Renewal: RENEWAL\n6 Unset: UNSET");
    let kinds: Vec<Kind> = campaign.sequences[0].items.iter().map(|item| item.kind.clone()).collect();
    let sequence = &mut campaign.sequences[0];
    let (items, links) = (&mut sequence.items, &mut sequence.links);
    items.truncate(1);
    links.clear();
    for id in 2..=100_000 {
        let kind = kinds[1 + id as usize % (kinds.len() - 1)].clone();
        items.push(Item { id, name: String::new(), position: Position(0.0, 0.0), ready: true, kind });
        links.push((id - 1, id));
    }
    let found = ends("a long track", || check(&campaign, None, None));
    let unset: Vec<_> = found.iter().filter(|finding| finding.code == Code::TimerNotSetUp).collect();
    assert_eq!(unset.len(), 20_000);
    assert!(unset[0].message.contains("99,996 items after it never run"), "{}", unset[0].message);
}

/// Checks many unknown names. For each, the closest known name is looked up.
#[test]
fn ten_thousand_unknown_names_are_checked() {
    let mut campaign = campaign("1 Start: Start\n2 Tag: TAG");
    campaign.directory.tags = (0..2_000).map(|number| format!("Known tag {number}")).collect();
    let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, .. }) = &mut campaign.sequences[0].items[1].kind else {
        panic!("a tag")
    };
    *apply = (0..10_000).map(|number| format!("Unknown tag {number}")).collect();
    assert_eq!(ends("unknown names", || check(&campaign, None, None)).len(), 10_000);
}

#[test]
fn same_campaign_gives_the_same_findings() {
    assert_eq!(findings(CLEAN), findings(CLEAN));
    let drawing = "1 Start: Start\n2 A: Email(to: Contact, subject: \"~a~ ~b~\", body: \"~c~\")\n3 B (draft): EMAIL";
    assert_eq!(findings(drawing), findings(drawing));
}
