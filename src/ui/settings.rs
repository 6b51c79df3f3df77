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
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the problems are unfolded.
    pub problems: bool,
}

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
            left: true,
            inspector: true,
            problems: true,
        }
    }
}
