//! The names that the user has typed while a campaign is open. Such a name stays, even if it is the one that would
//! follow from the item's subject.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::document::Campaign;
use super::edit::{CanvasEdit, Edit};
use super::following_name::is_given;
use super::ids::ItemRef;

/// The last name that was typed for each item. It counts only while the item still has it, so undo needs no step here.
#[derive(Clone, Debug, Default)]
pub(super) struct TypedNames(FxHashMap<ItemRef, String>);

impl TypedNames {
    /// The edit to apply: one that changes the settings of an item with a typed name keeps that name.
    pub(super) fn keeping<'a>(&self, edit: &'a Edit, campaign: &Campaign) -> Cow<'a, Edit> {
        match edit {
            Edit::Canvas(sequence, CanvasEdit::SetItem(item)) if self.keeps(sequence.item(item.id), campaign) => {
                Cow::Owned(Edit::Canvas(*sequence, CanvasEdit::SetNamedItem(item.clone())))
            }
            Edit::Together(label, edits) => {
                let kept: Vec<Cow<'_, Edit>> = edits.iter().map(|edit| self.keeping(edit, campaign)).collect();
                match kept.iter().any(|edit| matches!(edit, Cow::Owned(_))) {
                    true => {
                        let edits = kept.into_iter().map(Cow::into_owned).collect();
                        Cow::Owned(Edit::Together(label.clone(), edits))
                    }
                    false => Cow::Borrowed(edit),
                }
            }
            _ => Cow::Borrowed(edit),
        }
    }

    fn keeps(&self, at: ItemRef, campaign: &Campaign) -> bool {
        let Some((typed, item)) = self.0.get(&at).zip(campaign.item(at)) else { return false };
        *typed == item.name && is_given(item)
    }

    /// The names that an edit gives. Call this before the edit is applied.
    pub(super) fn of(edit: &Edit, campaign: &Campaign) -> Vec<(ItemRef, String)> {
        match edit {
            Edit::Canvas(sequence, CanvasEdit::SetItem(item)) => {
                let at = sequence.item(item.id);
                let is_other = campaign.item(at).is_some_and(|was| was.name != item.name);
                is_other.then(|| (at, item.name.clone())).into_iter().collect()
            }
            Edit::Together(_, edits) => edits.iter().flat_map(|edit| Self::of(edit, campaign)).collect(),
            _ => Vec::new(),
        }
    }

    /// Forgets names that items no longer have, such as those whose typing was undone. Call this before an edit: until
    /// then, redo can bring the name back.
    pub(super) fn keep_current(&mut self, campaign: &Campaign) {
        self.0.retain(|&at, typed| campaign.item(at).is_some_and(|item| item.name == *typed));
    }

    /// Notes names that were typed.
    pub(super) fn note(&mut self, typed: Vec<(ItemRef, String)>) {
        self.0.extend(typed);
    }

    /// Forgets names that were typed and taken back in the same visit to the field.
    pub(super) fn forget(&mut self, typed: &[(ItemRef, String)]) {
        for (at, _) in typed {
            self.0.remove(at);
        }
    }
}
