//! Edits: everything that the user can change, as values. Every edit has a label, and one place applies it.
//!
//! Panels make [`Edit`]s, [`History`](super::history::History) applies them. An edit that can't be applied is
//! [`Refused`] with a sentence, and changes nothing.

pub(super) mod canvas;
pub mod directory;
mod edits;
mod refused;
pub mod rehearsals;
pub mod rename;
mod sequences;

use rustc_hash::FxHashSet;

use super::document::{Campaign, Rules};
use super::ids::SequenceId;
use super::selection::Selection;

pub use edits::{CanvasEdit, DirectoryEdit, DirectoryEntry, Insertion, RehearsalsEdit, SequencesEdit};
pub use refused::Refused;

/// A change to a campaign.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Set the name of the campaign.
    RenameCampaign(String),
    /// Set the description of the campaign.
    Describe(String),
    /// Change the time zone, by its IANA name.
    SetTimeZone(String),
    /// Set the rules of `rules.md` that a campaign may choose.
    SetRules(Rules),
    /// Add, replace, move or remove an entry of the directory.
    Directory(DirectoryEdit),
    /// Change the list of sequences.
    Sequences(SequencesEdit),
    /// Change the list of rehearsals.
    Rehearsals(RehearsalsEdit),
    /// A change on the canvas of this sequence.
    Canvas(SequenceId, CanvasEdit),
    /// Several edits as one step, with this label.
    Together(String, Vec<Edit>),
}

impl Edit {
    /// Applies the edit. Returns the selection after it, or `None` if the selection doesn't change.
    ///
    /// `given` are the ids of sequences that undo can bring back. A new sequence never gets one of them.
    ///
    /// # Errors
    /// If the edit can't be applied. The campaign may then be partly changed, so use a copy.
    pub(super) fn apply(
        &self,
        campaign: &mut Campaign,
        given: &FxHashSet<SequenceId>,
    ) -> Result<Option<Selection>, Refused> {
        match self {
            Edit::RenameCampaign(name) => campaign.name.clone_from(name),
            Edit::Describe(text) => campaign.description.clone_from(text),
            Edit::SetTimeZone(zone) => campaign.time_zone.clone_from(zone),
            Edit::SetRules(rules) => campaign.rules = *rules,
            Edit::Directory(edit) => directory::apply(edit, campaign)?,
            Edit::Sequences(edit) => return sequences::apply(edit, campaign, given).map(Some),
            Edit::Rehearsals(edit) => rehearsals::apply(edit, campaign)?,
            Edit::Canvas(sequence, edit) => return canvas::apply(edit, *sequence, campaign),
            Edit::Together(_, edits) => {
                let mut selection = None;
                for edit in edits {
                    selection = edit.apply(campaign, given)?.or(selection);
                }
                return Ok(selection);
            }
        }
        Ok(None)
    }

    /// Whether the edit gives an id to a new sequence.
    pub(super) fn adds_sequence(&self) -> bool {
        match self {
            Edit::Sequences(SequencesEdit::Add(_) | SequencesEdit::Duplicate(_)) => true,
            Edit::Together(_, edits) => edits.iter().any(Edit::adds_sequence),
            Edit::Sequences(SequencesEdit::Rename(..) | SequencesEdit::Move(..) | SequencesEdit::Remove(_))
            | Edit::RenameCampaign(_)
            | Edit::Describe(_)
            | Edit::SetTimeZone(_)
            | Edit::SetRules(_)
            | Edit::Directory(_)
            | Edit::Rehearsals(_)
            | Edit::Canvas(..) => false,
        }
    }

    /// The label of the edit: “Move 3 items”.
    pub fn label(&self, campaign: &Campaign) -> String {
        match self {
            Edit::RenameCampaign(_) => "Rename campaign".to_owned(),
            Edit::Describe(_) => "Describe campaign".to_owned(),
            Edit::SetTimeZone(_) => "Set time zone".to_owned(),
            Edit::SetRules(rules) => rules_label(campaign.rules, *rules).to_owned(),
            Edit::Directory(edit) => edit.label(campaign),
            Edit::Sequences(edit) => edit.label().to_owned(),
            Edit::Rehearsals(edit) => edit.label(campaign),
            Edit::Canvas(sequence, edit) => canvas::label(edit, campaign.sequence(*sequence)),
            Edit::Together(label, _) => label.clone(),
        }
    }
}

fn rules_label(was: Rules, now: Rules) -> &'static str {
    if was.day_count != now.day_count {
        "Set how days are counted"
    } else if was.field_timers_read != now.field_timers_read {
        "Set when field timers read their field"
    } else {
        "Set the leap day rule"
    }
}

impl SequencesEdit {
    fn label(&self) -> &'static str {
        match self {
            SequencesEdit::Add(_) => "Add sequence",
            SequencesEdit::Duplicate(_) => "Duplicate sequence",
            SequencesEdit::Rename(..) => "Rename sequence",
            SequencesEdit::Move(..) => "Move sequence",
            SequencesEdit::Remove(_) => "Delete sequence",
        }
    }
}
