//! Converts a finding's fix to an edit.

use crate::calendar::timer::YearRule;
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::edit::rename::{each_name, each_text};
use crate::campaign::edit::{CanvasEdit, DirectoryEdit, DirectoryEntry, Edit};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Item;
use crate::campaign::kinds::{ApplyRemoveTag, DateTimerSettings, FieldTimerSettings, Kind};
use crate::campaign::schedule::DateSchedule;
use crate::campaign::sequence::Sequence;
use crate::findings::Fix;

/// The edit for a fix, labelled like the fix; `None` if what the fix changes no longer exists.
pub fn edit_for(fix: &Fix, campaign: &Campaign, sequence: SequenceId) -> Option<Edit> {
    let edit = match fix {
        Fix::SetTimeZone(name) => Edit::SetTimeZone(name.clone()),
        Fix::AddToDirectory { list, name } => Edit::Directory(DirectoryEdit::Add(entry(*list, name)?)),
        _ => Edit::Canvas(sequence, canvas_edit(fix, campaign.sequence(sequence)?)?),
    };
    Some(Edit::Together(fix.label(), vec![edit]))
}

fn canvas_edit(fix: &Fix, sequence: &Sequence) -> Option<CanvasEdit> {
    match fix {
        Fix::MarkReady(id) => sequence.item(*id).map(|_| CanvasEdit::MarkReady(vec![*id], true)),
        Fix::RemoveLink(link) => (*link < sequence.links.len()).then_some(CanvasEdit::Disconnect(*link)),
        Fix::Connect(from, to) => {
            sequence.refusal(*from, *to, None).is_none().then_some(CanvasEdit::Connect(*from, *to))
        }
        Fix::UseKnown { item, list, unknown, known } => changed(sequence, *item, |item| {
            each_name(item, *list, &mut |name| {
                if name == unknown {
                    name.clone_from(known);
                }
            });
            each_once(&mut item.kind);
        }),
        Fix::ReplaceMergeField { item, typed, known } => changed(sequence, *item, |item| {
            each_text(&mut item.kind, &mut |text| {
                if text.contains(typed) {
                    *text = text.replace(typed, known);
                }
            });
        }),
        Fix::KeepTag { item, tag } => changed(sequence, *item, |item| {
            if let Kind::ApplyRemoveTag(ApplyRemoveTag { remove, .. }) = &mut item.kind {
                remove.retain(|other| other != tag);
            }
        }),
        Fix::UseNextOccurrence(id) => changed(sequence, *id, |item| {
            if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &mut item.kind {
                schedule.year = Some(YearRule::NextOccurrence);
            }
        }),
        Fix::MoveDate { item, on } => changed(sequence, *item, |item| {
            if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: dates, .. }) }) =
                &mut item.kind
            {
                *dates = Some(*on);
            }
        }),
        Fix::SetTimeZone(_) | Fix::AddToDirectory { .. } => None,
    }
}

/// The item with this id, with changed settings; `None` if it doesn't exist or has them already.
fn changed(sequence: &Sequence, id: u64, change: impl FnOnce(&mut Item)) -> Option<CanvasEdit> {
    let old = sequence.item(id)?;
    let mut item = old.clone();
    change(&mut item);
    (item != *old).then_some(CanvasEdit::SetItem(item))
}

/// Removes duplicate tags: the suggested tag may have been in the list already.
fn each_once(kind: &mut Kind) {
    if let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove }) = kind {
        for tags in [apply, remove] {
            let mut seen = rustc_hash::FxHashSet::default();
            tags.retain(|tag| seen.insert(tag.clone()));
        }
    }
}

/// A new entry for a list whose entries are only names; `None` for other lists.
fn entry(list: List, name: &str) -> Option<DirectoryEntry> {
    let name = name.to_owned();
    match list {
        List::Tags => Some(DirectoryEntry::Tag(name)),
        List::Stages => Some(DirectoryEntry::Stage(name)),
        List::ActionSets => Some(DirectoryEntry::ActionSet(name)),
        List::Users | List::RoundRobins | List::Products | List::Fields => None,
    }
}
