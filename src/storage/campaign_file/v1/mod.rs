//! Format 1 of the campaign file: the structs of the file, and their migration to and from the document.
//!
//! **Owns** which fields the file has, which may be left out, and what leaving one out means. The settings of a kind of
//! item, and values such as a position or a colour, are read and written as they stand in
//! [`campaign`](crate::campaign).
//! **Must not know** where in the text something stands, or what is wrong with a campaign of the right form.
//! **Start reading** at [`campaign::CampaignV1`].
//! **Invariants**: each struct is the file's, not the document's: a change of the document changes the migration only;
//! for every document `d` that format 1 can hold, `of(&d).into_document()` is `d`. Texts and settings are borrowed
//! on the way out and moved on the way in, never copied.

pub(super) mod campaign;
pub(super) mod directory;
pub(super) mod fragment;
pub(super) mod people;
pub(in crate::storage) mod rehearsal;
pub(super) mod sequence;

use serde::{Deserialize, Deserializer};

/// Reads what may be left out, a text not written or a choice not made: `None` is the same as leaving it out.
fn or_none<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}
