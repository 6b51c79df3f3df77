//! The current rehearsal, and the edits that change it.

use std::borrow::Cow;

use crate::campaign::document::Campaign;
use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::ui::controls::dates;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::usual::usual;

/// A rehearsal, and its index in the campaign.
pub struct ChosenRehearsal<'a> {
    /// The rehearsal's index among the campaign's rehearsals; `None` while it is not saved.
    pub place: Option<usize>,
    /// The rehearsal, borrowed if it is saved.
    pub rehearsal: Cow<'a, Rehearsal>,
}

/// The current rehearsal of the open sequence.
pub fn looked_at<'a>(campaign: &'a Campaign, id: SequenceId, rehearsing: &Rehearsing) -> ChosenRehearsal<'a> {
    if let Some(rehearsal) = rehearsing.choices().of(campaign, id) {
        let place = campaign.rehearsals.iter().position(|one| one.name == rehearsal.name);
        return ChosenRehearsal { place, rehearsal: Cow::Borrowed(rehearsal) };
    }
    let run = rehearsing.rehearsal().filter(|run| run.sequence() == Some(id) && rehearsing.reopened().is_none());
    let rehearsal = run.cloned().unwrap_or_else(|| usual(campaign, id, dates::today(campaign)));
    ChosenRehearsal { place: None, rehearsal: Cow::Owned(rehearsal) }
}

/// The edit that changes the contacts of the current rehearsal; `None` if it has them already.
pub fn with_people(campaign: &Campaign, sequence: SequenceId, rehearsing: &Rehearsing, people: People) -> Option<Edit> {
    let ChosenRehearsal { place, rehearsal } = looked_at(campaign, sequence, rehearsing);
    let now = Rehearsal { people, ..rehearsal.clone().into_owned() };
    change(place, &rehearsal, now)
}

/// The edit from one state of a rehearsal to another; one that isn't saved yet is added.
pub fn change(place: Option<usize>, was: &Rehearsal, now: Rehearsal) -> Option<Edit> {
    let is_same = *was == now;
    let edit = match place {
        _ if is_same => return None,
        None => RehearsalsEdit::Add(now),
        Some(place) if Rehearsal { name: was.name.clone(), ..now.clone() } == *was => {
            RehearsalsEdit::Rename(place, now.name)
        }
        Some(place) => RehearsalsEdit::Change(place, now),
    };
    Some(Edit::Rehearsals(edit))
}
