//! Copying and pasting: a part of a sequence as readable text, and back.

use crate::campaign::fragment::Fragment;
use crate::storage::campaign_file::{fragment_to_ron, parse_fragment};

/// The text to put on the clipboard: it says what it is, one item a line.
pub fn copy(fragment: &Fragment) -> String {
    fragment_to_ron(fragment)
}

/// What a text from the clipboard holds.
///
/// # Errors
/// A sentence for the person, if it is something else.
pub fn paste(text: &str) -> Result<Fragment, String> {
    parse_fragment(text)
}
