//! How a person likes the window: kept between sessions, never part of a campaign.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// The scale of all texts and controls; 1 is the system's own.
    pub scale: f32,
    /// Campaign files, last opened first.
    pub recent: Vec<PathBuf>,
    /// Whether the minimap is shown.
    pub minimap: bool,
    /// Whether dragged items go to the grid.
    pub snap: bool,
    /// Whether the left side is shown.
    pub left: bool,
    /// Whether the numbers of the rehearsal stay on the items while the sequence is drawn.
    pub live: bool,
    /// Whether what moves is shown by its numbers alone.
    pub reduce_motion: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the problems are unfolded.
    pub problems: bool,
    /// The order of a date's parts.
    pub dates: DateOrder,
    /// Whether the day has two halves of 12 hours.
    pub twelve_hours: bool,
    /// The first day of a week.
    pub week_starts: WeekStart,
}

/// The order of a date's parts where the window shows one; files are not affected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// 12 Mar 2026
    #[default]
    DayFirst,
    /// Mar 12, 2026
    MonthFirst,
    /// 2026-03-12
    YearFirst,
}

/// The first day of a week where the window shows one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum WeekStart {
    #[default]
    Monday,
    Sunday,
    Saturday,
}

/// The smallest scale of the window.
pub const SMALLEST_SCALE: f32 = 0.75;
/// The largest scale of the window.
pub const LARGEST_SCALE: f32 = 2.0;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum ThemeChoice {
    Light,
    Dark,
    #[default]
    System,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            scale: 1.0,
            recent: Vec::new(),
            minimap: true,
            snap: true,
            live: true,
            reduce_motion: false,
            left: true,
            inspector: true,
            problems: true,
            dates: DateOrder::default(),
            twelve_hours: false,
            week_starts: WeekStart::default(),
        }
    }
}

impl Settings {
    /// The same with a scale that can be read, whatever a damaged file said.
    pub fn checked(mut self) -> Self {
        if !self.scale.is_finite() {
            self.scale = 1.0;
        }
        self.scale = self.scale.clamp(SMALLEST_SCALE, LARGEST_SCALE);
        self
    }

    /// The scale, so many steps of a tenth larger.
    pub fn rescale(&mut self, steps: f32) {
        let tenths = (self.scale * 10.0).round() + steps;
        self.scale = (tenths / 10.0).clamp(SMALLEST_SCALE, LARGEST_SCALE);
    }
}
