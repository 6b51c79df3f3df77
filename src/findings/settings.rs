//! Rules about the settings of an item: why it isn't configured, and the Ready mark.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::campaign::directory::List;
use crate::campaign::fields::Column;
use crate::campaign::item::Item;
use crate::campaign::kinds::faults::{InvalidSetting, SettingFault};
use crate::campaign::kinds::send_http_post::url_fault;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{Family, Kind, SendHttpPost};

use super::codes::Code;
use super::creation::creation;
use super::fix::Fix;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::words::{self, count};
use super::{oddities, parts};

pub(super) fn check(scene: &CheckedSequence<'_>, nearest: &mut Nearest, notes: &mut FindingList) {
    let mut unknowns = Unknowns { scene, nearest, known: FxHashMap::default() };
    for (place, item) in scene.items() {
        if !scene.is_configured(place) {
            not_configured(scene, place, &mut unknowns, notes);
        } else if item.kind.has_ready_mark() && !item.ready {
            let message = format!("{} is a draft: it is skipped for all contacts.", words::item(item));
            notes.item(scene, place, Code::Draft, message).fix = Some(Fix::MarkReady(item.id));
        }
        oddities::check(scene, place, notes);
    }
}

/// One finding for all missing settings, and one for each setting that can't work.
fn not_configured<'a>(
    scene: &CheckedSequence<'a>,
    place: usize,
    unknowns: &mut Unknowns<'a, '_>,
    notes: &mut FindingList,
) {
    let item = scene.item(place);
    let named = words::item(item);
    let so = consequence(scene, place);
    let mut missing: Vec<String> = Vec::new();
    let mut said: FxHashSet<(&str, &str)> = FxHashSet::default();
    for fault in &scene.faults[place] {
        match fault {
            // `timer` reports these faults of a timer, in one sentence.
            SettingFault::Missing(_) | SettingFault::Wrong(Setting::Schedule, _) if scene.is_timer(place) => {}
            SettingFault::Unknown(_, _, name) if name.is_empty() && scene.is_timer(place) => {}
            SettingFault::Missing(setting) => missing.push(setting.missing().to_owned()),
            // An empty name has not been chosen yet.
            SettingFault::Unknown(setting, list, name) if name.is_empty() => {
                missing.push(setting.missing_name(*list).to_owned());
            }
            SettingFault::Unknown(setting, list, name) => {
                if said.insert((setting.names(*list), name)) {
                    unknowns.add(place, *setting, *list, name, &so, notes);
                }
            }
            SettingFault::Wrong(setting, wrong) => {
                let why = wrong.why();
                let (code, message) = match wrong {
                    InvalidSetting::Schedule => {
                        let setting = setting.key();
                        (Code::NotConfigured, format!("{named} has a {setting} that doesn't work: {why}, {so}."))
                    }
                    InvalidSetting::HoldsNoDate(_) => {
                        (Code::FieldHoldsNoDate, format!("{named} doesn't work: {why}, {so}."))
                    }
                    InvalidSetting::Protected(_) => {
                        (Code::ProtectedField, format!("{named} doesn't work: {why}, {so}."))
                    }
                    InvalidSetting::NoSalesRep(_) => {
                        (Code::NotASalesRep, format!("{named} doesn't work: {why}, {so}."))
                    }
                    InvalidSetting::OwnerOfOwner => {
                        (Code::OwnerAssignsOwner, format!("{named} is set to assign the current owner, {so}."))
                    }
                    InvalidSetting::MergeField => {
                        (Code::MergeFieldInValue, format!("{named} has a merge field in its value, {so}."))
                    }
                    InvalidSetting::DoesNotFit => {
                        (Code::ValueDoesNotFit, format!("{named} has a value that doesn't fit its field, {so}."))
                    }
                    InvalidSetting::Url(_) => {
                        (Code::BadUrl, format!("{named} can't send to `{}`: {why}, {so}.", url(item)))
                    }
                    InvalidSetting::Port => {
                        (Code::BadPort, format!("{named} can't send to `{}`: {why}, {so}.", url(item)))
                    }
                };
                notes.item(scene, place, code, message).fix = fix_of(item, wrong);
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

/// The fix of a setting that can't work, if there is only one that is meant.
fn fix_of(item: &Item, wrong: &InvalidSetting) -> Option<Fix> {
    match wrong {
        InvalidSetting::NoSalesRep(user) => Some(Fix::MakeSalesRep(user.clone())),
        InvalidSetting::Url(_) | InvalidSetting::Port => {
            let Kind::SendHttpPost(SendHttpPost { url, .. }) = &item.kind else { return None };
            let url = match wrong {
                InvalidSetting::Port => without_port(url)?,
                // With another scheme, another service is meant.
                _ if url.contains("://") => return None,
                _ => format!("https://{}", url.trim()),
            };
            // A word without a dot is no host that anybody means.
            let is_address = url_fault(&url).is_none() && url.contains('.') && !url.contains(char::is_whitespace);
            is_address.then_some(Fix::UseAddress { item: item.id, url })
        }
        InvalidSetting::Schedule
        | InvalidSetting::HoldsNoDate(_)
        | InvalidSetting::Protected(_)
        | InvalidSetting::OwnerOfOwner
        | InvalidSetting::MergeField
        | InvalidSetting::DoesNotFit => None,
    }
}

/// A web address without the port after its host.
fn without_port(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_ends);
    let (host, _) = host.rsplit_once(':')?;
    Some(format!("{scheme}://{host}{path}"))
}

/// Reports a timer that isn't set up. If only its field is wrong, that is reported elsewhere.
fn timer(scene: &CheckedSequence<'_>, place: usize, so: &str, notes: &mut FindingList) {
    let item = scene.item(place);
    let parts = parts::of(&item.kind);
    let is_told = notes.has(scene, place, Code::UnknownField) || notes.has(scene, place, Code::FieldHoldsNoDate);
    if is_told && parts.is_empty() {
        return;
    }
    let why = if parts.is_empty() { String::new() } else { format!(" ({})", parts.sentence()) };
    let message = format!("{} is not set up{why}, {so}.", words::item(item));
    let finding = notes.item(scene, place, Code::TimerNotSetUp, message);
    if let Some(advice) = parts::advice(&item.kind) {
        advice.clone_into(&mut finding.help);
    }
}

/// The consequence of an item that is not configured, in words.
fn consequence(scene: &CheckedSequence<'_>, place: usize) -> String {
    if scene.item(place).kind.family() != Family::Timer {
        return "so it is skipped for all contacts".to_owned();
    }
    match scene.count_after[place] {
        0 => "so it holds every contact who reaches it".to_owned(),
        1 => "so it holds every contact who reaches it, and the item after it never runs".to_owned(),
        more => format!("so it holds every contact who reaches it, and the {} after it never run", count(more, "item")),
    }
}

fn url(item: &Item) -> String {
    if let Kind::SendHttpPost(SendHttpPost { url, .. }) = &item.kind { words::quote(url) } else { String::new() }
}

/// Unknown names, each looked up once.
struct Unknowns<'a, 'b> {
    scene: &'b CheckedSequence<'a>,
    nearest: &'b mut Nearest,
    known: FxHashMap<(List, String), Option<&'a str>>,
}

impl<'a> Unknowns<'a, '_> {
    fn add(&mut self, place: usize, setting: Setting, list: List, name: &str, so: &str, notes: &mut FindingList) {
        let code = match list {
            List::Tags => Code::UnknownTag,
            List::Users => Code::UnknownUser,
            List::RoundRobins => Code::UnknownRoundRobin,
            List::Stages => Code::UnknownStage,
            List::Products => Code::UnknownProduct,
            List::ActionSets => Code::UnknownActionSet,
            List::Fields if setting == Setting::Column => Code::UnknownColumn,
            List::Fields => Code::UnknownField,
        };
        let where_not = match list {
            List::Fields => "which no contact can have",
            List::Users => "who isn't in the directory",
            List::RoundRobins | List::Stages | List::Tags | List::Products | List::ActionSets => {
                "which isn't in the directory"
            }
        };
        let item = self.scene.item(place);
        let what = setting.names(list);
        let message = format!("{} names the {what} `{}`, {where_not}, {so}.", words::item(item), words::quote(name));
        let known = self.closest(list, name);
        let finding = notes.item(self.scene, place, code, message);
        if let Some(known) = known {
            finding.help = format!("Did you mean `{known}`? {}", finding.help);
            let (unknown, known) = (name.to_owned(), known.to_owned());
            finding.fix = Some(Fix::UseKnown { item: item.id, list, unknown, known });
        } else {
            finding.fix = creation(&item.kind, setting, list, name);
        }
    }

    fn closest(&mut self, list: List, name: &str) -> Option<&'a str> {
        // At the limit, no candidate is compared, so none are collected.
        if self.nearest.is_spent() {
            return None;
        }
        let key = (list, name.to_owned());
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let known = self.nearest.of(name, candidates(self.scene, list).into_iter());
        self.known.insert(key, known);
        known
    }
}

/// The candidates for an unknown name. If entries have an id and a name, both are candidates; each comes with the id.
fn candidates<'a>(scene: &CheckedSequence<'a>, list: List) -> Vec<(&'a str, &'a str)> {
    let directory = scene.directory;
    let same = |names: &'a [String]| names.iter().map(|name| (name.as_str(), name.as_str())).collect();
    let both = |id: &'a str, name: &'a str| [(id, id), (name, id)];
    match list {
        List::Tags => same(&directory.tags),
        List::Stages => same(&directory.sales_stages),
        List::ActionSets => same(&directory.action_sets),
        List::Users => directory.users.iter().flat_map(|user| both(&user.id, &user.name)).collect(),
        List::RoundRobins => directory.round_robins.iter().flat_map(|robin| both(&robin.id, &robin.name)).collect(),
        List::Products => directory.products.iter().flat_map(|product| both(&product.id, &product.name)).collect(),
        List::Fields => {
            let columns = Column::ALL.iter().flat_map(|column| both(column.key(), column.merge_name().unwrap_or("")));
            columns.chain(directory.custom_fields.iter().flat_map(|field| both(&field.key, &field.label))).collect()
        }
    }
}
