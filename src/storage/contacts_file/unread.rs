//! Passes on everything that isn't read of a file.
//!
//! The counts of a file keep only its first cells and rows. A list of all of them is passed on entry by entry while the
//! file is read, so that it needs no memory.

use crate::contacts::reading::unread::UnreadEntry;
use crate::contacts::reject::Reject;

/// A rejected row, with the beginning of its text if that is wanted.
#[derive(Clone, Debug)]
pub(super) struct RejectedText {
    pub line: u64,
    pub reason: Reject,
    pub text: String,
}

/// Receives each entry, in the order of the file: a rejected row before its cells.
pub type PushUnread<'a> = dyn FnMut(UnreadEntry) + Send + 'a;
