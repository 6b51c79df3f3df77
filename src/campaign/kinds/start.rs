//! Starts: where contacts come in.

use super::walk::walk;
use super::{Description, Family, Kind, KindSettings};

/// It has no settings.
pub struct Start;

pub(super) const DESCRIPTION: Description =
    Description::of("Start", Family::Start, "play", "Where contacts come in", || Kind::Start);

walk!(Start);

impl KindSettings for Start {}
