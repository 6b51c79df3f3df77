//! The size of a campaign file.

/// The largest file that is read, in bytes. A hundred thousand items take some 20 MB.
pub(super) const LARGEST_FILE: u64 = 256 << 20;
