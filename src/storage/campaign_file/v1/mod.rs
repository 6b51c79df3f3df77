//! Format 1 of the campaign file: the structs of the file, and their migration to and from the document.
//!
//! **Owns** which fields the file has, which can be left out, and what a missing field means. The settings of a kind of
//! item, and values such as a position or a colour, are read and written as [`campaign`](crate::campaign) defines them.
//! **Must not know** where in the text a value is, or what is wrong with a campaign of the right form.
//! **Start reading** at [`campaign::CampaignV1`].
//! **Invariants**: each struct describes the file, not the document, so a change of the document changes only the
//! migration. For every document `d` that format 1 can represent, `of(&d).into_document()` is `d`. Texts and settings
//! are borrowed when writing and moved when reading, never copied.

pub(super) mod campaign;
pub(super) mod directory;
pub(super) mod fragment;
pub(super) mod people;
pub(in crate::storage) mod rehearsal;
pub(super) mod sequence;

use serde::{Deserialize, Deserializer};

/// Reads a field that can be left out, such as a text or a choice: `None` in the file means the default, as a missing
/// field does.
fn or_none<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}
