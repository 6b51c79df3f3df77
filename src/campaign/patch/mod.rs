//! The difference between two states of a campaign, applied forwards and backwards.
//!
//! Undo is exact by construction: a patch restores the old values, whatever the edit was.

pub(super) mod change;
mod list;
mod sequence;

use rustc_hash::FxHashSet;

use super::directory::Directory;
use super::document::{Campaign, Rules};
use super::edit::canvas::Touched;
use super::edit::{Edit, Refused};
use super::ids::SequenceId;
use super::rehearsal::Rehearsal;
use super::selection::Selection;
use super::sequence::Sequence;
use change::{PatchDirection, ValueChange, change, join_change, pick};
use list::ListPatch;
use sequence::{OldValues, SequencePatch};

/// The changes from one state to another.
#[derive(Clone, Debug, Default)]
pub(super) struct Patch {
    head: ValueChange<Head>,
    directory: ValueChange<Directory>,
    sequences: Sequences,
    rehearsals: ListPatch<Rehearsal>,
}

#[derive(Clone, Debug, PartialEq)]
struct Head {
    name: String,
    description: String,
    time_zone: String,
    rules: Rules,
}

#[derive(Clone, Debug)]
enum Sequences {
    /// The list has the same sequences, some with changed contents.
    Within(Vec<(usize, SequencePatch)>),
    /// The list has other sequences, or another order.
    List(ListPatch<Sequence>),
}

impl Default for Sequences {
    fn default() -> Self {
        Sequences::Within(Vec::new())
    }
}

impl Patch {
    /// Applies an edit. Copies only the parts that the edit may change, since a campaign may be large.
    ///
    /// # Errors
    /// If it can't be applied. The campaign is unchanged.
    pub(super) fn of(
        edit: &Edit,
        campaign: &mut Campaign,
        given: &FxHashSet<SequenceId>,
    ) -> Result<(Self, Option<Selection>), Refused> {
        match edit {
            Edit::Together(_, edits) if edits.len() == 1 => Self::of(&edits[0], campaign, given),
            Edit::RenameCampaign(_) | Edit::Describe(_) | Edit::SetTimeZone(_) | Edit::SetRules(_) => {
                let was = head(campaign);
                let selection = edit.apply(campaign, given)?;
                let is = head(campaign);
                let head = change(was, is);
                Ok((Self { head, ..Self::default() }, selection))
            }
            Edit::Rehearsals(_) => {
                let was = campaign.rehearsals.clone();
                let selection = match edit.apply(campaign, given) {
                    Ok(selection) => selection,
                    Err(refused) => {
                        campaign.rehearsals = was;
                        return Err(refused);
                    }
                };
                let rehearsals = ListPatch::between(&was, &campaign.rehearsals);
                Ok((Self { rehearsals, ..Self::default() }, selection))
            }
            Edit::Canvas(id, canvas) => {
                let index = campaign.index_of(*id).ok_or(Refused::Gone)?;
                let touched = canvas.touched();
                let kept = OldValues::of(&campaign.sequences[index], &touched);
                // Breakpoints at a removed item are removed too.
                let has_breakpoints = |rehearsal: &Rehearsal| !rehearsal.breakpoints.is_empty();
                let may_lose =
                    matches!(touched, Touched::Removed(_)) && campaign.rehearsals.iter().any(has_breakpoints);
                let rehearsals = may_lose.then(|| campaign.rehearsals.clone());
                let outcome = edit.apply(campaign, given);
                let sequence = &mut campaign.sequences[index];
                match outcome {
                    Err(refused) => {
                        kept.put_back(sequence);
                        Err(refused)
                    }
                    Ok(selection) => {
                        let patch = kept.patch(sequence);
                        let patches = if patch.is_empty() { Vec::new() } else { vec![(index, patch)] };
                        let rehearsals =
                            rehearsals.map_or(ListPatch::Same, |was| ListPatch::between(&was, &campaign.rehearsals));
                        Ok((Self { sequences: Sequences::Within(patches), rehearsals, ..Self::default() }, selection))
                    }
                }
            }
            _ => {
                let mut changed = campaign.clone();
                let selection = edit.apply(&mut changed, given)?;
                let patch = Self::between(campaign, &changed);
                *campaign = changed;
                Ok((patch, selection))
            }
        }
    }

    /// The ids of the sequences that the patch adds or removes; may include others.
    pub(super) fn listed(&self) -> impl Iterator<Item = SequenceId> {
        let listed: Vec<&Sequence> = match &self.sequences {
            Sequences::Within(_) => Vec::new(),
            Sequences::List(list) => list.elements(),
        };
        listed.into_iter().map(|sequence| sequence.id)
    }

    /// Joins this patch and the next; `after` is the state after both.
    pub(super) fn then(self, next: &Self, after: &Campaign) -> Self {
        if let Some(joined) = self.joined(next) {
            return joined;
        }
        let mut before = after.clone();
        next.apply(&mut before, PatchDirection::Backward);
        self.apply(&mut before, PatchDirection::Backward);
        Self::between(&before, after)
    }

    /// Joins this patch and the next; `None` if that isn't possible without the states.
    fn joined(&self, next: &Self) -> Option<Self> {
        let sequences = match (&self.sequences, &next.sequences) {
            (Sequences::Within(first), Sequences::Within(second)) => match (first.as_slice(), second.as_slice()) {
                (patches, []) | ([], patches) => patches.to_vec(),
                ([(a, first)], [(b, second)]) if a == b => {
                    let patch = first.joined(second)?;
                    if patch.is_empty() { Vec::new() } else { vec![(*a, patch)] }
                }
                _ => return None,
            },
            _ => return None,
        };
        Some(Self {
            head: join_change(&self.head, &next.head),
            directory: join_change(&self.directory, &next.directory),
            sequences: Sequences::Within(sequences),
            rehearsals: self.rehearsals.joined(&next.rehearsals)?,
        })
    }

    pub(super) fn between(before: &Campaign, after: &Campaign) -> Self {
        Self {
            head: change(head(before), head(after)),
            directory: (before.directory != after.directory)
                .then(|| Box::new((before.directory.clone(), after.directory.clone()))),
            sequences: Sequences::between(&before.sequences, &after.sequences),
            rehearsals: ListPatch::between(&before.rehearsals, &after.rehearsals),
        }
    }

    /// Whether it changes a sequence or their list.
    pub(super) fn changes_sequences(&self) -> bool {
        match &self.sequences {
            Sequences::Within(patches) => !patches.is_empty(),
            Sequences::List(list) => !list.is_same(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        !self.changes_sequences() && self.head.is_none() && self.directory.is_none() && self.rehearsals.is_same()
    }

    pub(super) fn apply(&self, campaign: &mut Campaign, way: PatchDirection) {
        if let Some(Head { name, description, time_zone, rules }) = pick(&self.head, way) {
            campaign.name.clone_from(name);
            campaign.description.clone_from(description);
            campaign.time_zone.clone_from(time_zone);
            campaign.rules = *rules;
        }
        if let Some(directory) = pick(&self.directory, way) {
            campaign.directory.clone_from(directory);
        }
        match &self.sequences {
            Sequences::List(list) => list.apply(&mut campaign.sequences, way),
            Sequences::Within(patches) => {
                for (place, patch) in patches {
                    patch.apply(&mut campaign.sequences[*place], way);
                }
            }
        }
        self.rehearsals.apply(&mut campaign.rehearsals, way);
    }
}

fn head(campaign: &Campaign) -> Head {
    Head {
        name: campaign.name.clone(),
        description: campaign.description.clone(),
        time_zone: campaign.time_zone.clone(),
        rules: campaign.rules,
    }
}

impl Sequences {
    fn between(before: &[Sequence], after: &[Sequence]) -> Self {
        // An edit of one canvas never changes the list of sequences or its order.
        let ids = |sequences: &[Sequence]| sequences.iter().map(|sequence| sequence.id).collect::<Vec<_>>();
        if ids(before) != ids(after) {
            return Sequences::List(ListPatch::between(before, after));
        }
        let changed = before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b);
        Sequences::Within(changed.map(|(place, (a, b))| (place, SequencePatch::between(a, b))).collect())
    }
}
