//! Where a finding leads to.

use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::selection::Selection;
use crate::findings::{Code, Finding, FindingPlace};
use crate::report::people::{Filter, OutcomeFilter};
use crate::simulate::outcome::Reason;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::first_control;

use super::words::{is_chosen_by_hand, is_in_contacts};

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
    if is_in_contacts(campaign, finding) {
        // Counted in the whole rehearsal, so the list is that of its end.
        let outcome = Some(OutcomeFilter::Skipped(Some(Reason::DatePassed)));
        let filter = Filter { item: Some(item), outcome, ..Filter::default() };
        actions.push(Action::Run(Command::ToEnd));
        actions.push(Action::ShowPeople(filter));
        return actions;
    }
    actions.push(Action::Run(Command::EditItem));
    let kind = campaign.sequence(item.sequence).and_then(|sequence| sequence.item(item.item)).map(|item| &item.kind);
    if let Some(kind) = kind {
        let missing = first_control::of_missing(kind, &IndexedDirectory::new(&campaign.directory));
        let date = is_chosen_by_hand(finding).then(|| first_control::of_setting(kind, Setting::Schedule));
        let text =
            kind.body().filter(|_| finding.code == Code::BrokenLink).map(|body| first_control::of_setting(kind, body));
        actions.extend(missing.or(date).or(text).map(Action::EditField));
    }
    actions
}
