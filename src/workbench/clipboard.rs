//! Copy and paste: a part of a sequence as readable text, and back.

use crate::campaign::fragment::Fragment;
use crate::storage::campaign_file::{fragment_to_ron, parse_fragment};

/// The text for the clipboard, with one item a line.
pub fn copy(fragment: &Fragment) -> String {
    fragment_to_ron(fragment)
}

/// Reads a part of a sequence from the clipboard's text.
///
/// # Errors
/// If the text is something else. The error is a sentence for the user.
pub fn paste(text: &str) -> Result<Fragment, String> {
    parse_fragment(text)
}
