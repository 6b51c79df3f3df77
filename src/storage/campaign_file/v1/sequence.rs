//! A sequence, with the items, notes and frames on its canvas: each of them is one value on one line.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::campaign::ids::SequenceId;
use crate::campaign::item::{self, Position};
use crate::campaign::kinds::Kind;
use crate::campaign::sequence::{self, Color, IdInFile};

use super::or_none;

/// An entry of `sequences`.
#[derive(Deserialize)]
#[serde(rename = "Sequence", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct SequenceV1<'a> {
    /// If left out, the position of the sequence in the list, from 1.
    #[serde(default)]
    pub id: Option<u64>,
    #[serde(deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    /// If left out, one more than the highest id in the sequence.
    #[serde(default)]
    pub next_id: Option<u64>,
    #[serde(default, deserialize_with = "or_none")]
    pub items: Vec<ItemV1<'a>>,
    #[serde(default, deserialize_with = "or_none")]
    pub links: Cow<'a, [(u64, u64)]>,
    #[serde(default, deserialize_with = "or_none")]
    pub notes: Vec<NoteV1<'a>>,
    #[serde(default, deserialize_with = "or_none")]
    pub frames: Vec<FrameV1<'a>>,
}

/// An entry of `items`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Item", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct ItemV1<'a> {
    pub id: u64,
    #[serde(default, deserialize_with = "or_none")]
    pub name: Cow<'a, str>,
    pub position: Position,
    /// Written for every item that can have a Ready mark, and for no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ready: Option<bool>,
    pub kind: Cow<'a, Kind>,
}

/// An entry of `notes`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Note", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct NoteV1<'a> {
    pub id: u64,
    pub position: Position,
    pub size: Position,
    #[serde(default, deserialize_with = "or_none")]
    pub text: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none", skip_serializing_if = "is_usual")]
    pub color: Color,
}

/// An entry of `frames`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Frame", deny_unknown_fields)]
pub(in crate::storage::campaign_file) struct FrameV1<'a> {
    pub id: u64,
    pub position: Position,
    pub size: Position,
    #[serde(default, deserialize_with = "or_none")]
    pub title: Cow<'a, str>,
    #[serde(default, deserialize_with = "or_none", skip_serializing_if = "is_usual")]
    pub color: Color,
}

fn is_usual(color: &Color) -> bool {
    *color == Color::default()
}

impl<'a> SequenceV1<'a> {
    pub(super) fn of(sequence: &'a sequence::Sequence) -> Self {
        let sequence::Sequence { id, id_in_file, name, next_id, items, links, notes, frames } = sequence;
        Self {
            id: match id_in_file {
                IdInFile::LeftOut => None,
                IdInFile::Written => Some(id.number()),
            },
            name: name.into(),
            next_id: *next_id,
            items: items.iter().map(ItemV1::of).collect(),
            links: links.into(),
            notes: notes.iter().map(NoteV1::of).collect(),
            frames: frames.iter().map(FrameV1::of).collect(),
        }
    }

    /// The sequence at an index of the list, from 0.
    pub(super) fn into_document(self, index: usize) -> sequence::Sequence {
        let Self { id, name, next_id, items, links, notes, frames } = self;
        sequence::Sequence {
            id: id.map_or(SequenceId::of_place(index), SequenceId::new),
            id_in_file: id.map_or(IdInFile::LeftOut, |_| IdInFile::Written),
            name: name.into_owned(),
            next_id,
            items: items.into_iter().map(ItemV1::into_document).collect(),
            links: links.into_owned(),
            notes: notes.into_iter().map(NoteV1::into_document).collect(),
            frames: frames.into_iter().map(FrameV1::into_document).collect(),
        }
    }
}

impl<'a> ItemV1<'a> {
    pub(super) fn of(item: &'a item::Item) -> Self {
        let item::Item { id, name, position, ready, kind } = item;
        let ready = kind.has_ready_mark().then_some(*ready);
        Self { id: *id, name: name.into(), position: *position, ready, kind: Cow::Borrowed(kind) }
    }

    pub(super) fn into_document(self) -> item::Item {
        let Self { id, name, position, ready, kind } = self;
        // A Ready mark means nothing on a Start or timer.
        let ready = ready.unwrap_or_default() && kind.has_ready_mark();
        item::Item { id, name: name.into_owned(), position, ready, kind: kind.into_owned() }
    }
}

impl<'a> NoteV1<'a> {
    pub(super) fn of(note: &'a sequence::Note) -> Self {
        let sequence::Note { id, position, size, text, color } = note;
        Self { id: *id, position: *position, size: *size, text: text.into(), color: *color }
    }

    pub(super) fn into_document(self) -> sequence::Note {
        let Self { id, position, size, text, color } = self;
        sequence::Note { id, position, size, text: text.into_owned(), color }
    }
}

impl<'a> FrameV1<'a> {
    pub(super) fn of(frame: &'a sequence::Frame) -> Self {
        let sequence::Frame { id, position, size, title, color } = frame;
        Self { id: *id, position: *position, size: *size, title: title.into(), color: *color }
    }

    pub(super) fn into_document(self) -> sequence::Frame {
        let Self { id, position, size, title, color } = self;
        sequence::Frame { id, position, size, title: title.into_owned(), color }
    }
}
