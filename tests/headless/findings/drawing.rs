//! Reads a campaign from a few lines, and writes each of its findings as a line.
//!
//! `2 Welcome: EMAIL` is an item with id, name and kind; `2 Welcome (draft): ..` is not marked ready. A kind is written
//! as in a campaign file, or as one of [`WORDS`]. Each item is linked to the next, unless there are `links:`. `zone:`,
//! `rules:`, `directory:`, `notes:` and `rehearsals:` replace those parts. `person email=..` adds a contact, and `enter
//! ..` is the entry time of contacts without `entered`.

use std::path::Path;

use dripline::calendar::{DateTime, Instant, Zone};
use dripline::campaign::document::Campaign;
use dripline::campaign::fields::{Column, Field};
use dripline::contacts::block::{Block, ContactRow, Layout, Population};
use dripline::contacts::status::EmailStatus;
use dripline::findings::{AssumedEntry, CheckedContacts, EnteringContacts, Finding, FindingPlace, check};
use dripline::storage::campaign_file::read::parse_form;

const WORDS: &[(&str, &str)] = &[
    ("EMAIL", r#"Email(to: Contact, subject: "News for ~Contact.FirstName~", body: "Hello.")"#),
    ("WAIT", "DelayTimer(schedule: (wait: 3, unit: Days, run_on: Weekdays, time: AnyTime, zone: Campaign))"),
    ("UNSET", "DelayTimer(schedule: None)"),
    ("JULY", r#"DateTimer(schedule: (on: Date("2026-07-04"), time: AnyTime, zone: Campaign))"#),
    (
        "BIRTHDAY",
        r#"FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: AnyTime, zone: Campaign))"#,
    ),
    (
        "RENEWAL",
        r#"FieldTimer(schedule: (field: "renewal_date", offset: On, year: FromField, time: AnyTime, zone: Campaign))"#,
    ),
    ("TAG", r#"ApplyRemoveTag(apply: ["Customer"])"#),
    ("STAMP", r#"SetFieldValue(field: "renewal_date", value: RunDate)"#),
];

const DIRECTORY: &str = r#"
    users: [
        (id: "kim", name: "Kim Ortega", email: "kim@example.com", sales_rep: true),
        (id: "lee", name: "Lee Novak", email: "lee@example.com"),
    ],
    round_robins: [(id: "reps", name: "Sales reps", logic: OnePerRound, members: [("kim", 2)])],
    sales_stages: ["New", "Won"],
    tags: ["Customer", "Newsletter"],
    products: [(id: "starter", name: "Starter kit", price: "49.00", currency: "USD")],
    action_sets: ["Cancel subscription"],
    custom_fields: [
        (key: "renewal_date", label: "Renewal date", kind: Date),
        (key: "plan", label: "Plan", kind: Text),
    ],
    customer_hub: true,
"#;

/// The campaign of a drawing.
pub fn campaign(drawing: &str) -> Campaign {
    let part = |name: &str, otherwise: &str| {
        let said = drawing.lines().find_map(|line| line.trim().strip_prefix(name));
        said.unwrap_or(otherwise).trim().to_owned()
    };
    let mut items = String::new();
    let mut chain = String::new();
    let mut before = None;
    for line in drawing.lines().map(str::trim).filter(|line| line.starts_with(|first: char| first.is_ascii_digit())) {
        let (head, kind) = line.split_once(':').expect(line);
        let (id, name) = head.split_once(' ').unwrap_or((head, ""));
        let is_draft = name.ends_with("(draft)");
        let name = name.trim_end_matches("(draft)").trim();
        let kind = kind.trim();
        let kind = WORDS.iter().find(|(word, _)| *word == kind).map_or(kind, |(_, kind)| kind);
        items += &format!("(id: {id}, name: {name:?}, position: (0.0, {id}.0), ready: {}, kind: {kind}),\n", !is_draft);
        if let Some(before) = before.replace(id) {
            chain += &format!("({before}, {id}), ");
        }
    }
    let text = format!(
        r#"#![enable(implicit_some)]
        Campaign(format: 2, name: "Case", time_zone: "{}", rules: ({}), directory: ({}),
            sequences: [(name: "Case", items: [{items}], links: [{}], notes: [{}])], rehearsals: [{}])"#,
        part("zone:", "America/New_York"),
        part("rules:", ""),
        part("directory:", DIRECTORY),
        part("links:", &chain),
        part("notes:", ""),
        part("rehearsals:", ""),
    );
    parse_form(&text, Path::new("drawing")).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// The contacts of a drawing; `None` if it has none.
fn population(drawing: &str, campaign: &Campaign) -> Option<Population> {
    let layout = Layout::new(&campaign.directory);
    let mut block = Block::new(&layout);
    for line in drawing.lines().filter_map(|line| line.trim().strip_prefix("person ")) {
        let mut row = ContactRow {
            texts: vec![""; layout.texts().len()],
            dates: vec![None; layout.dates().len()],
            ..ContactRow::default()
        };
        for cell in line.split_whitespace() {
            let (key, value) = cell.split_once('=').expect(line);
            match Field::named(key, &campaign.directory).expect(key) {
                Field::Column(Column::Entered) => row.entered = Instant::parse_with_offset(value),
                Field::Column(Column::TimeZone) => row.zone = Zone::named(value),
                Field::Column(Column::EmailStatus) => row.status = EmailStatus::of_word(value).expect(value),
                field => match layout.text_slot(field) {
                    Some(slot) => row.texts[slot] = value,
                    None => row.dates[layout.date_slot(field).expect(key)] = DateTime::parse(&format!("{value}T00:00")),
                },
            }
        }
        block.push(&row);
    }
    (!block.is_empty()).then(|| Population::new(vec![block]))
}

/// The findings of a drawing.
pub fn findings(drawing: &str) -> Vec<Finding> {
    let campaign = campaign(drawing);
    let population = population(drawing, &campaign);
    let enter = drawing.lines().find_map(|line| line.trim().strip_prefix("enter "));
    let default_entry = Instant::parse_with_offset(enter.unwrap_or("2026-07-01T12:00Z")).expect("an instant");
    let facts = population.as_ref().map(|population| EnteringContacts::new(population, default_entry));
    let people = CheckedContacts { facts: facts.as_ref(), enters: None, entry: AssumedEntry::Given(default_entry) };
    check(&campaign, None, facts.as_ref().map(|_| people))
}

/// A finding as a line: `warning draft item 3: .. [Mark ready]`.
pub fn line(finding: &Finding) -> String {
    let place = match &finding.place {
        FindingPlace::Campaign => "campaign".to_owned(),
        FindingPlace::Directory { list, name } => format!("{} {name}", list.word()),
        FindingPlace::Rehearsal(name) => format!("rehearsal {name}"),
        FindingPlace::Contacts => "contacts".to_owned(),
        FindingPlace::Sequence => "sequence".to_owned(),
        FindingPlace::Item(id) => format!("item {id}"),
        FindingPlace::Link { from, to, .. } => format!("link {from}>{to}"),
        FindingPlace::Note(id) => format!("note {id}"),
    };
    let fix = finding.fix.as_ref().map(|fix| format!(" [{}]", fix.label())).unwrap_or_default();
    format!("{} {} {place}: {}{fix}", finding.severity, finding.code, finding.message)
}

/// Checks that a drawing has the expected findings.
#[track_caller]
pub fn check_case(name: &str, drawing: &str, expected: &str) {
    let found: Vec<String> = findings(drawing).iter().map(line).collect();
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, expected, "{name}: found on the left:\n{}\n", found.join("\n"));
}
