//! Starts, at which contacts enter a sequence.

use super::description::{Description, Family, KindSettings};
use super::walk::walk;

/// The settings of a Start: none.
pub struct Start;

pub(super) const DESCRIPTION: Description<Start> =
    Description::of("Start", Family::Start, "play", "Where contacts enter", || Start);

walk!(Start);

impl KindSettings for Start {}
