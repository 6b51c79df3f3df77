//! The campaign file: RON text to [`Campaign`] and back (files-and-commands.md, *Campaign file*).
//!
//! **Owns** the canonical layout, what counts as an error of form and where it is in the text, and how a file on disk
//! is replaced.
//! **Must not know** whether an item can work (that is a finding), or its callers.
//! **Start reading** at [`read::parse`] and [`write::to_ron`]; the structs of each format are in `v1` and `v2`.
//! **Invariants**: `parse(to_ron(c))` is `c`, and writing that again gives the same bytes; a file of a newer format is
//! refused before anything else in it is read; nothing here recurses over the text.
//!
//! [`Campaign`]: crate::campaign::document::Campaign

mod checks;
pub mod error;
pub mod fingerprint;
pub mod format;
mod fragment;
mod friendly;
mod limits;
mod line;
pub(super) mod locate;
mod nearest;
pub mod read;
pub mod save;
mod tokens;
pub(super) mod v1;
mod v2;
pub mod write;

pub use error::{CampaignError, TextPosition};
pub use fingerprint::Fingerprint;
pub use fragment::{fragment_to_ron, parse_fragment};
pub use read::{Loaded, parse, read, read_with};
pub use save::{Expected, SaveError, save, save_over};
pub use write::to_ron;
