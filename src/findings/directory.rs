//! Rules of the campaign as a whole: its time zone, and the lists of its directory.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::calendar::{Zone, zone};
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::Visitor;

use super::codes::Code;
use super::finding::FindingPlace;
use super::fix::Fix;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::words::{count, quote};

pub(super) fn check(campaign: &Campaign, nearest: &mut Nearest, notes: &mut FindingList) {
    time_zone(campaign, nearest, notes);
    taken_keys(campaign, notes);
    round_robins(campaign, nearest, notes);
    names(campaign, notes);
}

fn time_zone(campaign: &Campaign, nearest: &mut Nearest, notes: &mut FindingList) {
    let name = &campaign.time_zone;
    if Zone::named(name).is_some() {
        return;
    }
    let message = format!("The campaign's time zone `{}` doesn't exist.", quote(name));
    // The name of a city counts like the whole zone name.
    let candidates = zone::names().iter().flat_map(|known| {
        let city = known.rsplit('/').next().unwrap_or(known);
        [(known.as_str(), known), (city, known)]
    });
    let known = nearest.of(&name.replace(' ', "_"), candidates);
    let finding = notes.campaign(Code::UnknownTimeZone, FindingPlace::Campaign, message);
    if let Some(known) = known {
        finding.help = format!("Did you mean `{known}`? {}", finding.help);
        finding.fix = Some(Fix::SetTimeZone(known.clone()));
    }
}

fn taken_keys(campaign: &Campaign, notes: &mut FindingList) {
    for field in &campaign.directory.custom_fields {
        if Column::named(&field.key).is_some() {
            let place = FindingPlace::Directory { list: List::Fields, name: field.key.clone() };
            let message = format!("The custom field `{}` has the key of a contact column.", field.key);
            notes.campaign(Code::FieldKeyTaken, place, message);
        }
        if Column::merged(&field.key).is_some() {
            let place = FindingPlace::Directory { list: List::Fields, name: field.key.clone() };
            let message = format!(
                "The custom field `{0}` can't be used in a text: `~Contact.{0}~` is the built-in merge field.",
                field.key
            );
            notes.campaign(Code::MergeFieldTaken, place, message);
        }
    }
}

fn round_robins(campaign: &Campaign, nearest: &mut Nearest, notes: &mut FindingList) {
    let directory = &campaign.directory;
    let users: FxHashSet<&str> = directory.users.iter().map(|user| user.id.as_str()).collect();
    let uses = uses(campaign);
    for robin in &directory.round_robins {
        let place = || FindingPlace::Directory { list: List::RoundRobins, name: robin.id.clone() };
        let shown = quote(if robin.name.is_empty() { &robin.id } else { &robin.name });
        let mut said = FxHashSet::default();
        for (member, _) in &robin.members {
            if users.contains(member.as_str()) || !said.insert(member) {
                continue;
            }
            let message =
                format!("The round robin “{shown}” has the member `{}`, who isn't in the directory.", quote(member));
            let finding = notes.campaign(Code::UnknownMember, place(), message);
            let known = directory.users.iter().flat_map(|user| [(&*user.id, &user.id), (&*user.name, &user.id)]);
            if let Some(known) = nearest.of(member, known) {
                finding.help = format!("Did you mean `{known}`? {}", finding.help);
                let (robin, unknown) = (robin.id.clone(), member.clone());
                finding.fix = Some(Fix::UseMember { robin, unknown, known: known.clone() });
            } else if !member.trim().is_empty() {
                finding.fix = Some(Fix::AddToDirectory { list: List::Users, name: member.clone() });
            }
        }
        let uses = uses.get(robin.id.as_str()).copied().unwrap_or(0);
        if uses > 0 && !robin.has_eligible_user() {
            let why = if robin.members.is_empty() { "no members" } else { "only members whose maximum is 0" };
            let verb = if uses == 1 { "is" } else { "are" };
            let message = format!(
                "The round robin “{shown}” has {why}, so {} that use it {verb} skipped for all contacts.",
                count(uses, "item")
            );
            let message = if uses == 1 { message.replace("that use it", "that uses it") } else { message };
            notes.campaign(Code::NoEligibleUser, place(), message);
        }
    }
}

/// The number of items that use each round robin.
fn uses(campaign: &Campaign) -> FxHashMap<&str, usize> {
    #[derive(Default)]
    struct Robins<'a>(FxHashMap<&'a str, usize>);

    impl<'a> Visitor<'a> for Robins<'a> {
        fn name(&mut self, _: Setting, list: List, name: &'a String) {
            if list == List::RoundRobins {
                *self.0.entry(name).or_default() += 1;
            }
        }
    }

    let mut robins = Robins::default();
    campaign.sequences.iter().flat_map(|sequence| &sequence.items).for_each(|item| item.kind.walk(&mut robins));
    robins.0
}

/// Each list, with the names that must be unique in it.
fn names(campaign: &Campaign, notes: &mut FindingList) {
    let directory = &campaign.directory;
    let mut names = NameChecks { notes };
    names.entries(List::Users, directory.users.iter().map(|user| &*user.id));
    names.entries(List::RoundRobins, directory.round_robins.iter().map(|robin| &*robin.id));
    names.entries(List::Stages, directory.sales_stages.iter().map(|stage| &**stage));
    names.entries(List::Tags, directory.tags.iter().map(|tag| &**tag));
    names.entries(List::Products, directory.products.iter().map(|product| &*product.id));
    names.entries(List::ActionSets, directory.action_sets.iter().map(|set| &**set));
    names.entries(List::Fields, directory.custom_fields.iter().map(|field| &*field.key));
    names.check("sequence", campaign.sequences.iter().map(|sequence| &*sequence.name), |_| FindingPlace::Campaign);
    let rehearsals = campaign.rehearsals.iter().map(|rehearsal| &*rehearsal.name);
    names.check("rehearsal", rehearsals, |name| FindingPlace::Rehearsal(name.to_owned()));
}

struct NameChecks<'b> {
    notes: &'b mut FindingList,
}

impl NameChecks<'_> {
    /// The names of a list of the directory.
    fn entries<'a>(&mut self, list: List, names: impl Iterator<Item = &'a str>) {
        let only_names = matches!(list, List::Stages | List::Tags | List::ActionSets).then_some(list);
        self.check_list(only_names, list.word(), names, |name| FindingPlace::Directory { list, name: name.to_owned() });
    }

    fn check<'a>(&mut self, what: &str, names: impl Iterator<Item = &'a str>, place: impl Fn(&str) -> FindingPlace) {
        self.check_list(None, what, names, place);
    }

    /// One finding for each duplicate name, and one for all blank names. Those of a list of `only_names` can be removed.
    fn check_list<'a>(
        &mut self,
        only_names: Option<List>,
        what: &str,
        names: impl Iterator<Item = &'a str>,
        place: impl Fn(&str) -> FindingPlace,
    ) {
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        let mut blanks = 0;
        for name in names {
            if name.trim().is_empty() {
                blanks += 1;
                continue;
            }
            let times = seen.entry(name).or_default();
            *times += 1;
            if *times == 2 {
                let message = format!("The {what} `{}` is in its list twice.", quote(name));
                let fix = only_names.map(|list| Fix::RemoveSecond { list, name: name.to_owned() });
                self.notes.campaign(Code::DuplicateName, place(name), message).fix = fix;
            }
        }
        if blanks > 0 {
            let verb = if blanks == 1 { "has" } else { "have" };
            let message = format!("{} {verb} a blank name.", count(blanks, what));
            self.notes.campaign(Code::BlankName, place(""), message).fix = only_names.map(Fix::RemoveBlank);
        }
    }
}
