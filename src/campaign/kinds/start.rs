//! Starts: where contacts come in.

use super::description::{Description, Family, KindSettings};
use super::walk::walk;

/// It has no settings.
pub struct Start;

pub(super) const DESCRIPTION: Description<Start> =
    Description::of("Start", Family::Start, "play", "Where contacts come in", || Start);

walk!(Start);

impl KindSettings for Start {}
