//! A part of a sequence on its own, as it goes to the clipboard.

use std::borrow::Cow;

use serde::Deserialize;

use crate::campaign::fragment;

use super::sequence::{Frame, Item, Note};

/// `Fragment(..)`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::storage::campaign_file) struct Fragment<'a> {
    pub items: Vec<Item<'a>>,
    pub links: Cow<'a, [(u64, u64)]>,
    pub notes: Vec<Note<'a>>,
    pub frames: Vec<Frame<'a>>,
}

impl<'a> Fragment<'a> {
    /// A fragment as the clipboard holds it.
    pub fn of(fragment: &'a fragment::Fragment) -> Self {
        let fragment::Fragment { items, links, notes, frames } = fragment;
        Self {
            items: items.iter().map(Item::of).collect(),
            links: links.into(),
            notes: notes.iter().map(Note::of).collect(),
            frames: frames.iter().map(Frame::of).collect(),
        }
    }

    /// The fragment that the text means.
    pub fn into_document(self) -> fragment::Fragment {
        let Self { items, links, notes, frames } = self;
        fragment::Fragment {
            items: items.into_iter().map(Item::into_document).collect(),
            links: links.into_owned(),
            notes: notes.into_iter().map(Note::into_document).collect(),
            frames: frames.into_iter().map(Frame::into_document).collect(),
        }
    }
}
