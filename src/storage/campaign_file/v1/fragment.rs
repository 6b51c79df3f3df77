//! A part of a sequence, as written to the clipboard.

use std::borrow::Cow;

use serde::Deserialize;

use crate::campaign::fragment;

use super::sequence::{FrameV1, ItemV1, NoteV1};

/// `Fragment(..)`.
#[derive(Default, Deserialize)]
#[serde(rename = "Fragment", deny_unknown_fields, default)]
pub(in crate::storage::campaign_file) struct FragmentV1<'a> {
    pub items: Vec<ItemV1<'a>>,
    pub links: Cow<'a, [(u64, u64)]>,
    pub notes: Vec<NoteV1<'a>>,
    pub frames: Vec<FrameV1<'a>>,
}

impl<'a> FragmentV1<'a> {
    /// Converts a fragment to its form on the clipboard.
    pub fn of(fragment: &'a fragment::Fragment) -> Self {
        let fragment::Fragment { items, links, notes, frames } = fragment;
        Self {
            items: items.iter().map(ItemV1::of).collect(),
            links: links.into(),
            notes: notes.iter().map(NoteV1::of).collect(),
            frames: frames.iter().map(FrameV1::of).collect(),
        }
    }

    /// Converts the clipboard's form to a fragment.
    pub fn into_document(self) -> fragment::Fragment {
        let Self { items, links, notes, frames } = self;
        fragment::Fragment {
            items: items.into_iter().map(ItemV1::into_document).collect(),
            links: links.into_owned(),
            notes: notes.into_iter().map(NoteV1::into_document).collect(),
            frames: frames.into_iter().map(FrameV1::into_document).collect(),
        }
    }
}
