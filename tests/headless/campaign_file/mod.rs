//! Campaign files: which ones load, and how campaigns are written.

mod any_campaign;
mod any_item;
mod errors;
mod formats;
mod properties;
mod saving;

use std::path::{Path, PathBuf};

use dripline::campaign::document::Campaign;
use dripline::storage::campaign_file::{CampaignError, Loaded, parse, read, to_ron};

const EXAMPLE: &str = include_str!("../../spec/example.ron");

fn spec(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec").join(path)
}

fn load(text: &str) -> Result<Loaded, CampaignError> {
    parse(text, Path::new("test.ron"))
}

fn campaign(text: &str) -> Campaign {
    load(text).unwrap_or_else(|error| panic!("{error}\n{text}")).campaign
}

fn error(text: &str) -> String {
    match load(text) {
        Ok(_) => panic!("loads: {text}"),
        Err(error) => error.to_string(),
    }
}

/// The text of a campaign with one sequence that has these items.
fn with_items(items: &str) -> String {
    format!("Campaign(format: 1, name: \"a\", time_zone: \"UTC\", sequences: [(name: \"s\", items: [\n{items}\n])])")
}

/// The text of a campaign with one item of this kind.
fn with_kind(kind: &str) -> String {
    with_items(&format!("(id: 1, position: (0.0, 0.0), kind: {kind})"))
}

#[test]
fn example_gives_its_own_bytes() {
    let loaded = read(&spec("example.ron")).expect("loads");
    assert!(!loaded.has_comments);
    assert_eq!(to_ron(&loaded.campaign), EXAMPLE);
}

#[test]
fn all_cases_load_and_are_stable() {
    for case in 1..=40 {
        let loaded = read(&spec(&format!("cases/{case:02}/campaign.ron"))).expect("loads");
        let text = to_ron(&loaded.campaign);
        assert_eq!(campaign(&text), loaded.campaign, "case {case}");
        assert_eq!(to_ron(&campaign(&text)), text, "case {case}");
    }
}

#[test]
fn empty_parts_are_left_out_and_choices_are_not() {
    let kinds = "DelayTimer(), FulfillmentList(), CreateAppointment(), SetFieldValue(field: \"plan\"), Start";
    let items: Vec<String> = kinds
        .split(", ")
        .enumerate()
        .map(|(id, kind)| format!("(id: {id}, name: None, position: (-0.5, 1e3), ready: true, kind: {kind})"))
        .collect();
    let expected = r#"#![enable(implicit_some)]
Campaign(
    format: 1,
    name: "a",
    description: "",
    time_zone: "UTC",
    rules: (
        day_count: CalendarDays,
        field_timers_read: AtEntry,
        leap_day: Feb28,
    ),
    directory: (),
    sequences: [
        (
            name: "s",
            items: [
                (id: 0, name: "", position: (-0.5, 1000.0), kind: DelayTimer(schedule: None)),
                (id: 1, name: "", position: (-0.5, 1000.0), ready: true, kind: FulfillmentList(name: "", deliver: None, queue: None, columns: [])),
                (id: 2, name: "", position: (-0.5, 1000.0), ready: true, kind: CreateAppointment(title: "", user: None, basis: None, after_days: 0, time: None, minutes: 0)),
                (id: 3, name: "", position: (-0.5, 1000.0), ready: true, kind: SetFieldValue(field: "plan", value: None, mode: None)),
                (id: 4, name: "", position: (-0.5, 1000.0), kind: Start),
            ],
        ),
    ],
)
"#;
    let written = to_ron(&campaign(&with_items(&items.join(",\n"))));
    assert_eq!(written, expected);
    assert_eq!(to_ron(&campaign(&written)), expected);
}

#[test]
fn ids_colours_people_and_breakpoints_are_kept() {
    let text = r#"#![enable(implicit_some)]
Campaign(
    format: 1,
    name: "a",
    description: "",
    time_zone: "UTC",
    rules: (
        day_count: ElapsedDays,
        field_timers_read: OnArrival,
        leap_day: Mar1,
    ),
    directory: (
        sales_stages: ["New"],
    ),
    sequences: [
        (
            id: 2,
            name: "s",
            next_id: 18446744073709551615,
            items: [
                (id: 1, name: "", position: (0.0, 0.0), ready: false, kind: FulfillmentList(name: "", deliver: Dashboard("kim"), queue: (count: None, within_days: 3), columns: [], attachment: "slip.pdf")),
            ],
            notes: [
                (id: 2, position: (0.0, 0.0), size: (10.0, 10.0), text: "", color: Pink),
            ],
        ),
        (
            id: 1,
            name: "t",
        ),
    ],
    rehearsals: [
        (name: "r", sequence: "s", people: People([(id: "a", email: "a@example.com", a_plan: "x", plan: ""), {"id": "b", "my plan": "y"}, ()]), enter: ByColumn, until: "2026-01-01T00:00", breakpoints: [AtItem(3), AtCount(3, 100), AtTime("2026-01-01T00:00")]),
        (name: "q", sequence: "s", people: File("people.csv"), enter: At("2026-01-01T00:00"), until: "2026-01-01T00:00"),
    ],
)
"#;
    assert_eq!(to_ron(&campaign(text)), text);
}

#[test]
fn what_cannot_work_loads() {
    let kinds = [
        "DelayTimer(schedule: (wait: 99999999, unit: Months, run_on: AnyDay, time: AnyTime, zone: Contact))",
        "DelayTimer(schedule: (wait: 18446744073709551615, unit: None, run_on: DayOfMonth(0), time: Between(\"17:00\", \"08:00\"), zone: None))",
        "DelayTimer(schedule: (wait: None, run_on: Days([])))",
        "DelayTimer(schedule: ())",
        "DateTimer(schedule: (on: Range(\"2026-07-05\", \"2026-07-01\"), time: None))",
        "DateTimer(schedule: (on: None, time: Between(\"00:00\", \"24:00\")))",
        "FieldTimer(schedule: (field: None, offset: None, year: None, time: None, zone: None))",
        "FieldTimer(schedule: (field: \"nothing\", offset: Before(99999, Weeks)))",
        "Email(to: None, subject: None, body: None)",
        "Email(to: User(\"nobody\"), subject: \"~Contact.Nothing~\", body: \"\")",
        "Fax(body: None)",
        "ApplyRemoveTag(apply: [\"nothing\"], remove: None)",
        "ApplyNote(title: None, body: None)",
        "CreateTask(title: None, body: None, assign: None, due_after_days: None)",
        "CreateAppointment(title: None, user: None, basis: None, after_days: None, time: None, minutes: None)",
        "CreateAppointment(basis: Field(\"nothing\"), time: \"23:59\")",
        "SetFieldValue(field: None, value: None, mode: None)",
        "AssignOwner(assign: None)",
        "CreateOpportunity(title: None, assign: RoundRobin(\"nothing\"), stage: None)",
        "FulfillmentList(name: None, deliver: None, queue: (count: None, within_days: None), columns: None, attachment: None)",
        "FulfillmentList(queue: ())",
        "CreateOrder(products: [(\"nothing\", 0)], payment: None)",
        "SendHttpPost(url: None, pairs: None, simulated_response: None)",
        "ActionSet(name: None)",
    ];
    for kind in kinds {
        let text = with_kind(kind);
        let loaded = campaign(&text);
        assert_eq!(campaign(&to_ron(&loaded)), loaded, "{kind}");
    }
    let links = "Campaign(format: 1, name: None, description: None, time_zone: \"UTC\", directory: (\
        users: [(id: \"kim\", name: None, email: None)], custom_fields: [(key: \"x\", label: None, kind: Text)], \
        round_robins: [(id: \"r\", name: None, logic: ByRatio, members: [(\"nobody\", 0)])]), \
        sequences: [(name: None, links: [(1, 2), (18446744073709551615, 0)], \
        notes: [(id: 1, position: (0, 0), size: (1, 1), text: None)], \
        frames: [(id: 2, position: (0, 0), size: (-1, 1), title: None)])])";
    campaign(links);
}

#[test]
fn other_ways_to_type_the_same_load() {
    let loaded = campaign(EXAMPLE);
    let crlf = EXAMPLE.replace('\n', "\r\n");
    let bom = format!("\u{feff}{EXAMPLE}");
    let bare = EXAMPLE.replace("#![enable(implicit_some)]\nCampaign(", "(");
    let raw = EXAMPLE.replace("\"Start kit\"", "r##\"Start kit\"##").replace("id: 25", "r#id: 0x19");
    let explicit = EXAMPLE.replace("subject: \"Done\"", "subject: Some(\"Done\")");
    let several = EXAMPLE.replace("enable(implicit_some)", "enable(implicit_some, unwrap_newtypes)");
    for text in [crlf, bom, bare, raw, explicit, several] {
        assert_eq!(campaign(&text), loaded.clone());
    }
}

#[test]
fn comments_are_noticed() {
    let has_comments = |text: &str| load(text).expect("loads").has_comments;
    assert!(!has_comments(EXAMPLE), "the addresses in it are none");
    assert!(has_comments(&EXAMPLE.replace("format: 1,", "format: 1, // the first")));
    assert!(has_comments(&format!("/* mine */{EXAMPLE}")));
    assert!(has_comments(&format!("{EXAMPLE}//")));
}

#[test]
fn what_may_be_left_out_may_be_none() {
    let text = "(format: 1, name: None, description: None, time_zone: \"UTC\", \
        rules: (day_count: None, field_timers_read: None, leap_day: None), \
        directory: (users: None, round_robins: None, sales_stages: None, tags: None, products: None, \
        action_sets: None, custom_fields: None, customer_hub: None), \
        sequences: [(id: None, name: None, next_id: None, items: None, links: None, notes: None, frames: None)], \
        rehearsals: None)";
    let bare = "(format: 1, name: \"\", time_zone: \"UTC\", sequences: [(name: \"\")])";
    assert_eq!(campaign(text), campaign(bare));
}
