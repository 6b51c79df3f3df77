//! Rules of one item's settings: what keeps it from being configured, and the Ready mark.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::campaign::configured::{Lack, url_fault};
use crate::campaign::fields::Column;
use crate::campaign::item::{Family, Item, Kind, Value};
use crate::campaign::merge::has_merge_field;

use super::codes::Code;
use super::finding::Fix;
use super::nearest::Nearest;
use super::notes::Notes;
use super::scene::Scene;
use super::words::{self, count};
use super::{oddities, parts};

pub(super) fn check(scene: &Scene<'_>, nearest: &mut Nearest, notes: &mut Notes) {
    let mut unknowns = Unknowns { scene, nearest, known: FxHashMap::default() };
    for (place, item) in scene.items() {
        if !scene.is_configured(place) {
            not_configured(scene, place, &mut unknowns, notes);
        } else if item.kind.has_ready_mark() && !item.ready {
            let message = format!("{} is a draft: it is skipped for everyone.", words::item(item));
            notes.item(scene, place, Code::Draft, message).fix = Some(Fix::MarkReady(item.id));
        }
        oddities::check(scene, place, notes);
    }
}

/// One finding for all that is missing, and one for each setting that cannot work.
fn not_configured<'a>(scene: &Scene<'a>, place: usize, unknowns: &mut Unknowns<'a, '_>, notes: &mut Notes) {
    let item = scene.item(place);
    let named = words::item(item);
    let so = consequence(scene, place);
    let mut missing: Vec<String> = Vec::new();
    let mut said: FxHashSet<(&str, &str)> = FxHashSet::default();
    for lack in &scene.lacks[place] {
        match lack {
            // A timer's are told by `timer`, in one sentence.
            Lack::Missing(_) | Lack::Wrong("schedule", _) if scene.is_timer(place) => {}
            Lack::Missing(setting) => missing.push(missing_setting(setting).to_owned()),
            // A name that is empty has not been chosen yet.
            Lack::Unknown(what, name) if name.is_empty() => missing.push(missing_setting(what).to_owned()),
            Lack::Unknown(what, name) => {
                if said.insert((what, name)) {
                    unknowns.add(place, what, name, &so, notes);
                }
            }
            Lack::Wrong(setting, why) => {
                let message = match wrong_setting(&item.kind, setting) {
                    Code::NotConfigured => format!("{named} has a {setting} that does not work: {why}, {so}."),
                    Code::MergeFieldInValue => format!("{named} has a merge field in its value, {so}."),
                    Code::ValueDoesNotFit => format!("{named} has a value that does not fit its field, {so}."),
                    Code::BadUrl | Code::BadPort => format!("{named} cannot send to `{}`: {why}, {so}.", url(item)),
                    Code::OwnerAssignsOwner => format!("{named} takes the owner from the owner, {so}."),
                    _ => format!("{named} does not work: {why}, {so}."),
                };
                notes.item(scene, place, wrong_setting(&item.kind, setting), message);
            }
        }
    }
    if !missing.is_empty() {
        missing.dedup();
        let message = format!("{named} lacks {}, {so}.", words::list(&missing));
        notes.item(scene, place, Code::NotConfigured, message);
    }
    if scene.is_timer(place) {
        timer(scene, place, &so, notes);
    }
}

/// A timer whose schedule is not there, or in part; one whose field is all that is wrong is told already.
fn timer(scene: &Scene<'_>, place: usize, so: &str, notes: &mut Notes) {
    let item = scene.item(place);
    let parts = parts::of(&item.kind);
    let is_told = notes.has(scene, place, Code::UnknownField) || notes.has(scene, place, Code::FieldHoldsNoDate);
    if is_told && parts.is_empty() {
        return;
    }
    let why = if parts.is_empty() { String::new() } else { format!(" ({})", parts.sentence()) };
    let message = format!("{} is not set up{why}, {so}.", words::item(item));
    notes.item(scene, place, Code::TimerNotSetUp, message);
}

/// What follows from an item that is not configured.
fn consequence(scene: &Scene<'_>, place: usize) -> String {
    if scene.item(place).kind.family() != Family::Timer {
        return "so it is skipped for everyone".to_owned();
    }
    match scene.behind[place] {
        0 => "so it holds everybody who reaches it".to_owned(),
        1 => "so it holds everybody who reaches it, and the item behind it never runs".to_owned(),
        more => format!("so it holds everybody who reaches it, and the {} behind it never run", count(more, "item")),
    }
}

/// A setting that is missing, as a person would say it.
fn missing_setting(setting: &'static str) -> &'static str {
    match setting {
        "to" => "a recipient",
        "subject" => "a subject",
        "body" => "a text",
        "title" => "a title",
        "tag" => "a tag",
        "user" => "a user",
        "round robin" => "a round robin",
        "assign" => "somebody to assign it to",
        "stage" => "a sales stage",
        "basis" => "a date to count from",
        "field" => "a field",
        "value" => "a value",
        "name" => "a name",
        "deliver" => "where to deliver to",
        "columns" | "column" => "a column",
        "products" | "product" => "a product",
        "payment" => "a way to pay",
        "url" => "a web address",
        "action set" => "an action set",
        other => other,
    }
}

/// The rule behind a setting that cannot work.
fn wrong_setting(kind: &Kind, setting: &str) -> Code {
    match (kind, setting) {
        (Kind::AssignOwner { .. }, "assign") => Code::OwnerAssignsOwner,
        (Kind::CreateOpportunity { .. }, "assign") => Code::NotASalesRep,
        (Kind::SetFieldValue { .. }, "field") => Code::ProtectedField,
        (_, "field") => Code::FieldHoldsNoDate,
        (Kind::SetFieldValue { value: Some(Value::Text(text)), .. }, "value") if has_merge_field(text) => {
            Code::MergeFieldInValue
        }
        (_, "value") => Code::ValueDoesNotFit,
        (Kind::SendHttpPost { url, .. }, "url") if is_port_fault(url) => Code::BadPort,
        (_, "url") => Code::BadUrl,
        _ => Code::NotConfigured,
    }
}

/// Whether the port is what is wrong with a web address that does not work.
fn is_port_fault(text: &str) -> bool {
    url_fault(text).is_some()
        && url::Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https") && url.port().is_some_and(|port| !matches!(port, 80 | 443))
        })
}

fn url(item: &Item) -> String {
    match &item.kind {
        Kind::SendHttpPost { url, .. } => words::quote(url),
        _ => String::new(),
    }
}

/// Names that are not in the directory, each looked up once.
struct Unknowns<'a, 'b> {
    scene: &'b Scene<'a>,
    nearest: &'b mut Nearest,
    known: FxHashMap<(&'static str, String), Option<&'a str>>,
}

impl<'a> Unknowns<'a, '_> {
    fn add(&mut self, place: usize, what: &'static str, name: &str, so: &str, notes: &mut Notes) {
        let code = match what {
            "tag" => Code::UnknownTag,
            "user" => Code::UnknownUser,
            "round robin" => Code::UnknownRoundRobin,
            "stage" => Code::UnknownStage,
            "product" => Code::UnknownProduct,
            "action set" => Code::UnknownActionSet,
            "column" => Code::UnknownColumn,
            _ => Code::UnknownField,
        };
        let where_not = match what {
            "column" | "field" => "which no contact can have",
            "user" => "who is not in the directory",
            _ => "which is not in the directory",
        };
        let item = self.scene.item(place);
        let message = format!("{} names the {what} `{}`, {where_not}, {so}.", words::item(item), words::quote(name));
        let known = self.closest(what, name);
        let finding = notes.item(self.scene, place, code, message);
        if let Some(known) = known {
            finding.help = format!("Did you mean `{known}`? {}", finding.help);
            let (unknown, known) = (name.to_owned(), known.to_owned());
            finding.fix = Some(Fix::UseKnown { item: item.id, what, unknown, known });
        } else if matches!(what, "tag" | "stage" | "action set") {
            finding.fix = Some(Fix::AddToDirectory { what, name: name.to_owned() });
        }
    }

    fn closest(&mut self, what: &'static str, name: &str) -> Option<&'a str> {
        // To gather what would not be compared any more takes longer than all comparisons.
        if self.nearest.is_spent() {
            return None;
        }
        let key = (what, name.to_owned());
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let known = self.nearest.of(name, candidates(self.scene, what).into_iter());
        self.known.insert(key, known);
        known
    }
}

/// What an unknown name is compared with: ids and what people call the same thing, with the id.
fn candidates<'a>(scene: &Scene<'a>, what: &str) -> Vec<(&'a str, &'a str)> {
    let directory = scene.directory;
    let same = |names: &'a [String]| names.iter().map(|name| (name.as_str(), name.as_str())).collect();
    let both = |id: &'a str, name: &'a str| [(id, id), (name, id)];
    match what {
        "tag" => same(&directory.tags),
        "stage" => same(&directory.sales_stages),
        "action set" => same(&directory.action_sets),
        "user" => directory.users.iter().flat_map(|user| both(&user.id, &user.name)).collect(),
        "round robin" => directory.round_robins.iter().flat_map(|robin| both(&robin.id, &robin.name)).collect(),
        "product" => directory.products.iter().flat_map(|product| both(&product.id, &product.name)).collect(),
        _ => {
            let columns = Column::ALL.iter().flat_map(|column| both(column.key(), column.merge_name().unwrap_or("")));
            columns.chain(directory.custom_fields.iter().flat_map(|field| both(&field.key, &field.label))).collect()
        }
    }
}
