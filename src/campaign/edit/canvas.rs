//! Edits on one canvas.

use rustc_hash::{FxHashMap, FxHashSet};

use super::edits::{CanvasEdit, Insertion};
use super::refused::Refused;
use super::rehearsals;
use crate::campaign::configured::is_configured;
use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::following_name::following_name;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::{Item, Position};
use crate::campaign::kinds::Kind;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;

pub(super) fn apply(edit: &CanvasEdit, id: SequenceId, campaign: &mut Campaign) -> Result<Option<Selection>, Refused> {
    let Campaign { sequences, directory, rehearsals, .. } = campaign;
    let sequence = sequences.iter_mut().find(|sequence| sequence.id == id).ok_or(Refused::Gone)?;
    let next_id = sequence.next_id();
    let ids = change(edit, sequence, directory)?;
    keep_next_id(sequence, next_id);
    if let CanvasEdit::Remove(gone) | CanvasEdit::Cut(gone) = edit {
        rehearsals::remove_breakpoints(rehearsals, id, gone);
    }
    Ok(ids.map(|ids| Selection::of(id, ids)))
}

/// The items that an edit may change, in addition to links, notes and frames. New items are added at the end.
pub(in crate::campaign) enum Touched {
    /// The items with these ids may change.
    Changed(FxHashSet<u64>),
    /// The items with these ids are removed.
    Removed(FxHashSet<u64>),
}

impl CanvasEdit {
    /// The items that the edit may change or remove.
    pub(in crate::campaign) fn touched(&self) -> Touched {
        Touched::Changed(match self {
            CanvasEdit::SetItem(item) | CanvasEdit::SetNamedItem(item) => FxHashSet::from_iter([item.id]),
            CanvasEdit::Move(places) => places.iter().map(|(id, _)| *id).collect(),
            CanvasEdit::Tidy(tidied) => tidied.places.iter().map(|(id, _)| *id).collect(),
            CanvasEdit::MarkReady(ids, _) => ids.iter().copied().collect(),
            CanvasEdit::Remove(ids) | CanvasEdit::Cut(ids) => return Touched::Removed(ids.iter().copied().collect()),
            _ => FxHashSet::default(),
        })
    }

    /// The number of new ids that the edit needs.
    fn new_ids(&self) -> usize {
        match self {
            CanvasEdit::Place(..) | CanvasEdit::PlaceNote(_) | CanvasEdit::PlaceFrame(_) => 1,
            CanvasEdit::Paste(fragment) => fragment.len(),
            _ => 0,
        }
    }
}

/// Makes sure that an id below `given`, the next id before the edit, isn't used again (files-and-commands.md).
fn keep_next_id(sequence: &mut Sequence, given: u64) {
    sequence.next_id = None;
    if sequence.next_id() < given {
        sequence.next_id = Some(given);
    }
}

/// Applies an edit. Returns the ids to select, if the selection changes.
fn change(edit: &CanvasEdit, sequence: &mut Sequence, directory: &Directory) -> Result<Option<Vec<u64>>, Refused> {
    let new = sequence.next_id();
    new.checked_add(edit.new_ids() as u64).ok_or(Refused::NoIdsLeft)?;
    match edit {
        CanvasEdit::Place(item, insertion) => {
            let ready = item.ready && item.kind.has_ready_mark();
            let item = Item { id: new, position: item.position.within_canvas(), ready, ..item.clone() };
            sequence.items.push(item);
            join(sequence, new, *insertion)?;
            return Ok(Some(vec![new]));
        }
        CanvasEdit::Paste(fragment) => return Ok(Some(fragment.clone().add_to(sequence))),
        CanvasEdit::PlaceNote(note) => {
            let mut note = note.clone();
            (note.id, note.position, note.size) = (new, note.position.within_canvas(), note.size.within_canvas());
            sequence.notes.push(note);
            return Ok(Some(vec![new]));
        }
        CanvasEdit::PlaceFrame(frame) => {
            let mut frame = frame.clone();
            (frame.id, frame.position, frame.size) = (new, frame.position.within_canvas(), frame.size.within_canvas());
            sequence.frames.push(frame);
            return Ok(Some(vec![new]));
        }
        CanvasEdit::SetItem(item) => set_item(sequence, item, directory, following_name)?,
        CanvasEdit::SetNamedItem(item) => set_item(sequence, item, directory, |_, _| None)?,
        CanvasEdit::SetNote(note) => {
            let old = sequence.notes.iter_mut().find(|old| old.id == note.id).ok_or(Refused::Gone)?;
            old.clone_from(note);
            (old.position, old.size) = (note.position.within_canvas(), note.size.within_canvas());
        }
        CanvasEdit::SetFrame(frame) => {
            let old = sequence.frames.iter_mut().find(|old| old.id == frame.id).ok_or(Refused::Gone)?;
            old.clone_from(frame);
            (old.position, old.size) = (frame.position.within_canvas(), frame.size.within_canvas());
        }
        CanvasEdit::Move(places) => move_to(sequence, places),
        CanvasEdit::Tidy(tidied) => {
            move_to(sequence, &tidied.places);
            let sizes: FxHashMap<u64, Position> = tidied.sizes.iter().copied().collect();
            for frame in &mut sequence.frames {
                if let Some(size) = sizes.get(&frame.id) {
                    frame.size = size.within_canvas();
                }
            }
        }
        CanvasEdit::Connect(from, to) => {
            sequence.refusal(*from, *to, None).map_or(Ok(()), |fault| Err(Refused::Link(fault)))?;
            sequence.links.push((*from, *to));
        }
        CanvasEdit::Disconnect(link) if *link < sequence.links.len() => {
            sequence.links.remove(*link);
            // A selected link is removed, or its index may change.
            return Ok(Some(Vec::new()));
        }
        CanvasEdit::Disconnect(_) => return Err(Refused::Gone),
        CanvasEdit::Reconnect(link, from, to) => {
            sequence.refusal(*from, *to, Some(*link)).map_or(Ok(()), |fault| Err(Refused::Link(fault)))?;
            *sequence.links.get_mut(*link).ok_or(Refused::Gone)? = (*from, *to);
        }
        CanvasEdit::MarkReady(ids, ready) => {
            let ids: FxHashSet<u64> = ids.iter().copied().collect();
            for item in sequence.items.iter_mut().filter(|item| ids.contains(&item.id)) {
                item.ready = *ready && item.kind.has_ready_mark();
            }
        }
        CanvasEdit::Remove(ids) | CanvasEdit::Cut(ids) => {
            remove(sequence, &ids.iter().copied().collect());
            return Ok(Some(Vec::new()));
        }
    }
    Ok(None)
}

/// Replaces an item. `following` gives the name that follows from the change, if one does.
fn set_item(
    sequence: &mut Sequence,
    item: &Item,
    directory: &Directory,
    following: impl Fn(&Item, &Item) -> Option<String>,
) -> Result<(), Refused> {
    let old = sequence.items.iter_mut().find(|old| old.id == item.id).ok_or(Refused::Gone)?;
    // Some kinds have no text to write first. For them, the edit that completes the settings also marks the item ready.
    let may_complete = item.kind.description().is_ready_when_complete;
    let completes = may_complete && item.kind != old.kind && {
        let known = IndexedDirectory::new(directory);
        !is_configured(&old.kind, &known) && is_configured(&item.kind, &known)
    };
    let name = following(old, item);
    old.clone_from(item);
    if let Some(name) = name {
        old.name = name;
    }
    old.position = item.position.within_canvas();
    old.ready |= completes;
    old.ready &= old.kind.has_ready_mark();
    Ok(())
}

fn move_to(sequence: &mut Sequence, places: &[(u64, Position)]) {
    let places: FxHashMap<u64, Position> = places.iter().copied().collect();
    let to = |id: u64, position: &mut Position| {
        if let Some(place) = places.get(&id) {
            *position = place.within_canvas();
        }
    };
    sequence.items.iter_mut().for_each(|item| to(item.id, &mut item.position));
    sequence.notes.iter_mut().for_each(|note| to(note.id, &mut note.position));
    sequence.frames.iter_mut().for_each(|frame| to(frame.id, &mut frame.position));
}

/// Adds the links of a new item, which is in the sequence already.
fn join(sequence: &mut Sequence, new: u64, insertion: Insertion) -> Result<(), Refused> {
    let is_start = sequence.items.last().is_some_and(|item| item.kind == Kind::Start);
    let connect = |sequence: &mut Sequence, from: u64, to: u64| {
        sequence.refusal(from, to, None).map_or(Ok(()), |fault| Err(Refused::Link(fault)))?;
        sequence.links.push((from, to));
        Ok(())
    };
    match insertion {
        Insertion::Loose => Ok(()),
        Insertion::After(id) => connect(sequence, id, new),
        Insertion::Before(id) => match sequence.links.iter().position(|link| link.1 == id) {
            Some(link) if !is_start => join(sequence, new, Insertion::OnLink(link)),
            _ => connect(sequence, new, id),
        },
        Insertion::OnLink(link) => {
            let (from, to) = *sequence.links.get(link).ok_or(Refused::Gone)?;
            // Both halves take the index of the link, which keeps the order of the other links.
            sequence.links.remove(link);
            sequence.refusal(from, new, None).map_or(Ok(()), |fault| Err(Refused::Link(fault)))?;
            sequence.links.insert(link, (from, new));
            sequence.links.insert(link + 1, (new, to));
            Ok(())
        }
    }
}

/// Removes items, notes and frames, and links the item before a removed one to those after it.
fn remove(sequence: &mut Sequence, ids: &FxHashSet<u64>) {
    let forest = sequence.forest();
    let id = |place: usize| sequence.items[place].id;
    let removed = (0..sequence.items.len()).filter(|place| ids.contains(&id(*place)));
    let before: FxHashMap<u64, u64> =
        removed.filter_map(|place| Some((id(place), id(forest.previous[place]?)))).collect();
    // The item itself if it isn't removed, else the nearest remaining item before it. Links that don't count are
    // ignored.
    let stays = |mut id: u64| {
        for _ in 0..=before.len() {
            if !ids.contains(&id) {
                return Some(id);
            }
            id = *before.get(&id)?;
        }
        None
    };
    let links = std::mem::take(&mut sequence.links);
    let kept = links.into_iter().filter_map(|(from, to)| match ids.contains(&to) {
        true => None,
        false => stays(from).map(|from| (from, to)),
    });
    sequence.links = kept.collect();
    sequence.items.retain(|item| !ids.contains(&item.id));
    sequence.notes.retain(|note| !ids.contains(&note.id));
    sequence.frames.retain(|frame| !ids.contains(&frame.id));
}

/// The label of the edit.
pub(super) fn label(edit: &CanvasEdit, sequence: Option<&Sequence>) -> String {
    match edit {
        CanvasEdit::Place(item, _) => format!("Add {}", item.kind.label().to_lowercase()),
        CanvasEdit::Paste(fragment) => format!("Paste {}", count(fragment.len())),
        CanvasEdit::PlaceNote(_) => "Add note".to_owned(),
        CanvasEdit::PlaceFrame(_) => "Add frame".to_owned(),
        CanvasEdit::SetItem(item) | CanvasEdit::SetNamedItem(item) => match sequence.and_then(|of| of.item(item.id)) {
            Some(old) if old.name != item.name => format!("Rename “{}”", old.name),
            Some(old) if old.position != item.position => format!("Move “{}”", item.name),
            Some(old) if old.ready != item.ready && old.kind == item.kind => {
                let mark = if item.ready { "ready" } else { "as draft" };
                format!("Mark “{}” {mark}", item.name)
            }
            _ => format!("Change “{}”", item.name),
        },
        CanvasEdit::SetNote(_) => "Change note".to_owned(),
        CanvasEdit::SetFrame(_) => "Change frame".to_owned(),
        CanvasEdit::Move(places) => format!("Move {}", count(places.len())),
        CanvasEdit::Tidy(_) => "Tidy".to_owned(),
        CanvasEdit::Connect(..) => "Connect".to_owned(),
        CanvasEdit::Disconnect(_) => "Remove link".to_owned(),
        CanvasEdit::Reconnect(..) => "Move link".to_owned(),
        CanvasEdit::MarkReady(ids, true) => format!("Mark {} ready", count(ids.len())),
        CanvasEdit::MarkReady(ids, false) => format!("Mark {} as draft", count(ids.len())),
        CanvasEdit::Remove(ids) => format!("Delete {}", count(ids.len())),
        CanvasEdit::Cut(ids) => format!("Cut {}", count(ids.len())),
    }
}

fn count(number: usize) -> String {
    if number == 1 { "1 item".to_owned() } else { format!("{number} items") }
}
