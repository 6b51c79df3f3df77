//! The rehearsal that is looked at, and the edits that change it.

use std::borrow::Cow;

use crate::campaign::document::Campaign;
use crate::campaign::edit::{Edit, RehearsalsEdit};
use crate::campaign::ids::SequenceId;
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::ui::controls::dates;
use crate::workbench::rehearse::{Rehearsing, usual};

/// A rehearsal, and where it is kept.
pub struct Chosen<'a> {
    /// Its place among the campaign's rehearsals; none while it is not kept.
    pub place: Option<usize>,
    /// The rehearsal itself.
    pub rehearsal: Cow<'a, Rehearsal>,
}

/// The rehearsal of the open sequence that is looked at.
pub fn looked_at<'a>(campaign: &'a Campaign, id: SequenceId, rehearsing: &Rehearsing) -> Chosen<'a> {
    if let Some(rehearsal) = rehearsing.chosen(campaign, id) {
        let place = campaign.rehearsals.iter().position(|one| one.name == rehearsal.name);
        return Chosen { place, rehearsal: Cow::Borrowed(rehearsal) };
    }
    let run = rehearsing.rehearsal().filter(|run| run.sequence() == Some(id) && rehearsing.reopened().is_none());
    let rehearsal = run.cloned().unwrap_or_else(|| usual(campaign, id, dates::today(campaign)));
    Chosen { place: None, rehearsal: Cow::Owned(rehearsal) }
}

/// The edit that gives the rehearsal that is looked at other people; none if it has these.
pub fn with_people(campaign: &Campaign, sequence: SequenceId, rehearsing: &Rehearsing, people: People) -> Option<Edit> {
    let Chosen { place, rehearsal } = looked_at(campaign, sequence, rehearsing);
    let now = Rehearsal { people, ..rehearsal.clone().into_owned() };
    change(place, &rehearsal, now)
}

/// The edit that leads from one state of a rehearsal to another; what is not kept yet is added.
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
