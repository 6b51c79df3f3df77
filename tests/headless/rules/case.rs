//! Reads a case file, which has this format:
//!
//! ```text
//! # rules.md §3.6, documented: what happens, in a marketer's words.
//! pins jump jump-live                  the sentences of INDEX.md that the case tests
//! zone America/New_York                the campaign's time zone (this one by default)
//! rules day_count: ElapsedDays         campaign rules, as in a campaign file
//! directory customer_hub: false        replaces this part of the standard directory below
//! item 2 at 40,80 ready Email(..)      an item as in a campaign file; position and ready mark are optional
//! links 1>2>3 1>4                      in the order of the file
//! sequence notes: [..]                 any other part of the sequence
//! contact ann email=ann@example.com    the id of a contact, and its columns as in a contacts file
//! enter 2026-07-02T10:00               the entry time of contacts that have none
//! until 2026-08-01T00:00               the end of the run (the end of 2099 by default)
//! events                               every visit, by contact, arrival and rank
//!   ann 1 ran                          at the arrival; a timer: `ran TIME`
//!   ann 2 skipped date_passed
//!   ann 3 waiting TIME                 or `waiting beyond` (after simulated time), or `held`
//! status ann,bob fell_out              of every contact
//! assignments                          all of them: TIME contact item record user
//! effects                              all of them: contact item name key=value .. (of the detail, or `at`)
//! explain ann 2                        followed by sentences that `explain` must contain
//! refused `-1`                         instead of all results: opening the campaign fails, and the error contains this
//! ```
//!
//! Times are local times in the campaign's zone. Items are placed below each other in the order of the file, so their
//! rank is the reading order. A contact arrives when the item before lets it through. An event with another arrival
//! says `arrived TIME`.

use super::clock::Clock;
use super::expect::{Expected, number};
use super::words::{pair, paragraphs, words};

/// The standard directory of the cases, part by part.
const DIRECTORY: &[(&str, &str)] = &[
    (
        "users",
        r#"[
        (id: "kim", name: "Kim Ortega", email: "kim@example.com", sales_rep: true),
        (id: "lee", name: "Lee Novak", email: "lee@example.com", sales_rep: true),
        (id: "sam", name: "Sam Reed", email: "sam@example.com", sales_rep: false),
    ]"#,
    ),
    ("round_robins", r#"[(id: "reps", name: "Sales reps", logic: OnePerRound, members: [("kim", 2), ("lee", 1)])]"#),
    ("sales_stages", r#"["New", "Won"]"#),
    ("tags", r#"["Customer", "Newsletter", "Prospect"]"#),
    (
        "products",
        r#"[
        (id: "starter", name: "Starter kit", price: "49.00", currency: "USD"),
        (id: "refill", name: "Refill", price: "9.50", currency: "USD"),
    ]"#,
    ),
    ("action_sets", r#"["Cancel subscription"]"#),
    (
        "custom_fields",
        r#"[
        (key: "renewal_date", label: "Renewal date", kind: Date),
        (key: "next_call", label: "Next call", kind: DateTime),
        (key: "plan", label: "Plan", kind: Text),
        (key: "score", label: "Score", kind: Number),
    ]"#,
    ),
    ("customer_hub", "true"),
];

/// A case.
pub struct Case {
    /// The campaign's zone.
    zone: String,
    rules: String,
    directory: Vec<(String, String)>,
    items: Vec<Drawn>,
    /// Links, each from an item to another, by id.
    pub links: Vec<(u64, u64)>,
    sequence: Vec<String>,
    /// Each contact's columns, `id` first.
    pub contacts: Vec<Vec<(String, String)>>,
    /// The entry time of contacts that have none.
    pub enter: Option<String>,
    /// The end of the run.
    pub until: Option<String>,
    /// A text that the error must contain, if opening the campaign must fail.
    pub refused: Option<String>,
    /// The sentences of `INDEX.md` that the case tests.
    pub pins: Vec<String>,
    /// What must come out.
    pub expected: Expected,
}

struct Drawn {
    id: u64,
    position: String,
    ready: bool,
    kind: String,
}

impl Case {
    /// Reads a case.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut case = Case {
            zone: "America/New_York".to_owned(),
            rules: String::new(),
            directory: DIRECTORY.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            items: Vec::new(),
            links: Vec::new(),
            sequence: Vec::new(),
            contacts: Vec::new(),
            enter: None,
            until: None,
            refused: None,
            pins: Vec::new(),
            expected: Expected::default(),
        };
        for paragraph in paragraphs(text)? {
            let here = |error: String| format!("line {}: {error}", paragraph.line);
            if case.expected.take(&paragraph).map_err(here)? {
                continue;
            }
            let below = paragraph.below.iter().map(|(_, text)| *text);
            let whole = std::iter::once(paragraph.rest).chain(below).collect::<Vec<_>>().join(" ");
            case.take(paragraph.keyword, &whole).map_err(here)?;
        }
        Ok(case)
    }

    fn take(&mut self, keyword: &str, rest: &str) -> Result<(), String> {
        match keyword {
            "zone" => self.zone = rest.to_owned(),
            "rules" => self.rules = rest.to_owned(),
            "directory" => {
                let (key, value) = rest.split_once(": ").ok_or("directory PART: VALUE")?;
                let part = self.directory.iter_mut().find(|(part, _)| part == key);
                part.ok_or(format!("the directory has no `{key}`"))?.1 = value.to_owned();
            }
            "item" => self.items.push(Drawn::parse(rest, self.items.len())?),
            "links" => {
                for chain in rest.split_whitespace() {
                    let ids: Result<Vec<u64>, String> = chain.split('>').map(number).collect();
                    self.links.extend(ids?.windows(2).map(|pair| (pair[0], pair[1])));
                }
            }
            "sequence" => self.sequence.push(rest.to_owned()),
            "contact" => {
                let mut words = words(rest).into_iter();
                let id = words.next().ok_or("a contact without id")?;
                let columns: Result<Vec<_>, String> = words.map(|word| pair(&word)).collect();
                self.contacts.push(std::iter::once(("id".to_owned(), id)).chain(columns?).collect());
            }
            "enter" => self.enter = Some(rest.to_owned()),
            "until" => self.until = Some(rest.to_owned()),
            "refused" => self.refused = Some(rest.to_owned()),
            "pins" => self.pins = words(rest),
            _ => return Err(format!("`{keyword}` is nothing that a case can hold")),
        }
        Ok(())
    }

    /// Converts times in the campaign's zone.
    pub fn clock(&self) -> Result<Clock, String> {
        Clock::new(&self.zone)
    }

    /// Whether an item is a Start, where a contact arrives when it enters.
    pub fn is_start(&self, id: u64) -> bool {
        self.items.iter().any(|item| item.id == id && item.kind == "Start")
    }

    /// The text of the campaign file.
    pub fn campaign(&self) -> String {
        let directory: String = self.directory.iter().map(|(key, value)| format!("{key}: {value}, ")).collect();
        let items: String = self.items.iter().map(Drawn::as_ron).collect();
        let format = if items.contains("kind: TextMessage(") { 2 } else { 1 };
        format!(
            "#![enable(implicit_some)]\nCampaign(format: {format}, name: \"Case\", time_zone: \"{}\", rules: ({}),\n\
             directory: ({directory}),\nsequences: [(name: \"Main\", items: [\n{items}], links: {:?},\n{})])\n",
            self.zone,
            self.rules,
            self.links,
            self.sequence.join(",\n")
        )
    }
}

impl Drawn {
    fn parse(text: &str, place: usize) -> Result<Self, String> {
        let (id, mut rest) = text.split_once(' ').ok_or("item ID KIND")?;
        let mut position = format!("0.0, {place}.0");
        if let Some(at) = rest.strip_prefix("at ") {
            let (x_y, kind) = at.split_once(' ').ok_or("item ID at X,Y KIND")?;
            let (x, y) = x_y.split_once(',').ok_or("item ID at X,Y KIND")?;
            (position, rest) = (format!("{x}.0, {y}.0"), kind);
        }
        let (ready, kind) = match rest.strip_prefix("ready ") {
            Some(kind) => (true, kind),
            None => (false, rest),
        };
        Ok(Self { id: number(id)?, position, ready, kind: kind.to_owned() })
    }

    fn as_ron(&self) -> String {
        let ready = if self.ready { " ready: true," } else { "" };
        format!("(id: {}, name: \"\", position: ({}),{ready} kind: {}),\n", self.id, self.position, self.kind)
    }
}
