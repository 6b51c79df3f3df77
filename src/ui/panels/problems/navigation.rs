//! Where a finding leads to.

use crate::campaign::configured::faults;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{DateTimerSettings, Kind};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::schedule::On;
use crate::campaign::selection::Selection;
use crate::findings::{Code, Finding, FindingPlace};
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;

use super::words::is_chosen_by_hand;

/// The actions that go to the place of a finding; empty if the window has no such place.
pub fn go_to_place(campaign: &Campaign, finding: &Finding) -> Vec<Action> {
    let sequence = finding.sequence.filter(|id| campaign.sequence(*id).is_some());
    let selection = match (&finding.place, sequence) {
        (_, Some(sequence)) if !is_there(campaign, sequence, finding) => Selection::none(sequence),
        (FindingPlace::Item(id) | FindingPlace::Note(id), Some(sequence)) => Selection::of(sequence, [*id]),
        (FindingPlace::Link { index, .. }, Some(sequence)) => Selection::of_link(sequence, *index),
        (_, Some(sequence)) => Selection::none(sequence),
        (FindingPlace::Campaign | FindingPlace::Directory { .. }, None) => {
            return vec![Action::Run(Command::Directory)];
        }
        (FindingPlace::Rehearsal(name), None) => {
            match campaign.rehearsal(name).and_then(|rehearsal| rehearsal.sequence()) {
                Some(sequence) => Selection::none(sequence),
                None => return Vec::new(),
            }
        }
        _ => return Vec::new(),
    };
    vec![Action::Reveal(selection)]
}

/// Whether the thing that a finding is about is still in its sequence. In a large campaign, findings may be slightly
/// out of date.
pub fn is_there(campaign: &Campaign, sequence: SequenceId, finding: &Finding) -> bool {
    let Some(sequence) = campaign.sequence(sequence) else { return false };
    match &finding.place {
        FindingPlace::Item(id) => sequence.item(*id).is_some(),
        FindingPlace::Note(id) => sequence.note(*id).is_some(),
        FindingPlace::Link { from, to, index } => sequence.links.get(*index) == Some(&(*from, *to)),
        _ => true,
    }
}

/// The actions that go to the place of a finding and open the item's settings, at the first one that is
/// missing or wrong.
pub fn open_settings(campaign: &Campaign, finding: &Finding) -> Vec<Action> {
    let mut actions = go_to_place(campaign, finding);
    if let FindingPlace::Directory { list, .. } = &finding.place {
        return vec![Action::OpenDirectory(Some(*list))];
    }
    let Some(item) = finding.item() else { return actions };
    actions.push(Action::Run(Command::EditItem));
    let kind = campaign.sequence(item.sequence).and_then(|sequence| sequence.item(item.item)).map(|item| &item.kind);
    if let Some(kind) = kind {
        let missing = faults(kind, &IndexedDirectory::new(&campaign.directory));
        let setting = missing.first().map(|fault| fault.setting());
        let setting = setting.or(is_chosen_by_hand(finding).then_some(Setting::Schedule));
        let setting = setting.or(kind.body().filter(|_| finding.code == Code::BrokenLink));
        actions.extend(setting.map(|setting| Action::EditField(control_of(kind, setting))));
    }
    actions
}

/// The label of the first control of a setting.
fn control_of(kind: &Kind, setting: Setting) -> &'static str {
    if setting != Setting::Schedule {
        setting.control()
    } else if let Kind::DateTimer(DateTimerSettings { schedule }) = kind {
        match schedule.as_ref().and_then(|schedule| schedule.on) {
            Some(On::Range(..)) => "First date",
            Some(On::Date(_)) | None => "Date",
        }
    } else if let Kind::FieldTimer(_) = kind {
        "Field"
    } else {
        "Wait at least"
    }
}
