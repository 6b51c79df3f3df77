//! The settings of the user: kept between sessions, never part of a campaign.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::left_off::LeftOff;
use super::live_moments::LiveMoments;
use crate::workbench::files;

/// The settings that are saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Light, dark, or like the system.
    pub theme: ThemeChoice,
    /// The scale of all texts and controls; 1 is the system's.
    pub scale: f32,
    /// Recently opened campaign files, latest first.
    pub recent: Vec<PathBuf>,
    /// Whether the window opens with the latest of them.
    pub opens_last: bool,
    /// Whether the minimap is shown.
    pub minimap: bool,
    /// Whether dragged items snap to the grid.
    pub snap: bool,
    /// Whether the left panel is shown.
    pub left: bool,
    /// Whether the rehearsal's numbers are shown on the items in Build mode.
    pub live: bool,
    /// Whether motion is reduced, so that only numbers change.
    pub reduce_motion: bool,
    /// Whether the inspector is shown.
    pub inspector: bool,
    /// Whether the problems are shown.
    pub problems: bool,
    /// The order of a date's parts.
    pub dates: DateOrder,
    /// Whether times use 12 hours with am and pm.
    pub twelve_hours: bool,
    /// The first day of a week.
    pub week_starts: WeekStart,
    /// Whose time zone all instants are shown in.
    pub times: WhoseTime,
    /// Whose time zone the story of a contact is told in.
    pub story_times: WhoseTime,
    /// The moments chosen for the live numbers, by campaign file and rehearsal.
    pub live_moments: LiveMoments,
    /// Where the user left each campaign file.
    pub left_off: LeftOff,
    /// The folder of the contacts file that was imported last.
    pub contacts_folder: Option<PathBuf>,
}

/// The order of a date's parts in the window. Files are not affected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// As `12 Mar 2026`.
    #[default]
    DayFirst,
    /// As `Mar 12, 2026`.
    MonthFirst,
    /// Year first, as `2026-03-12`.
    YearFirst,
}

/// The first day of a week in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum WeekStart {
    #[default]
    Monday,
    Sunday,
    Saturday,
}

/// Whose time zone all instants in the window are shown in. Files are not affected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhoseTime {
    /// The campaign's zone.
    #[default]
    Campaign,
    /// The zone of the contact that an instant is about. What is about all contacts is in the campaign's zone.
    Contact,
    /// The zone of this computer.
    Mine,
}

impl WhoseTime {
    /// All choices, in the order shown.
    pub const ALL: [WhoseTime; 3] = [WhoseTime::Campaign, WhoseTime::Contact, WhoseTime::Mine];

    /// The owner of the zone, in brackets after a time.
    pub const fn word(self) -> &'static str {
        match self {
            WhoseTime::Campaign => "campaign",
            WhoseTime::Contact => "contact",
            WhoseTime::Mine => "this computer",
        }
    }
}

/// The smallest scale of the window.
pub const SMALLEST_SCALE: f32 = 0.75;
/// The largest scale of the window.
pub const LARGEST_SCALE: f32 = 2.0;

/// Light, dark, or like the system.
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
            opens_last: true,
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
            times: WhoseTime::default(),
            story_times: WhoseTime::Contact,
            live_moments: LiveMoments::default(),
            left_off: LeftOff::default(),
            contacts_folder: None,
        }
    }
}

impl Settings {
    /// The settings as a window begins with them: with a valid scale, whatever a damaged file has, and without the
    /// moments of a campaign that was never saved.
    pub fn checked(mut self) -> Self {
        if !self.scale.is_finite() {
            self.scale = 1.0;
        }
        self.scale = self.scale.clamp(SMALLEST_SCALE, LARGEST_SCALE);
        self.live_moments.forget_unsaved();
        self
    }

    /// The folder to look for contacts files first: that of the last import, else that of the campaign's file.
    pub fn contacts_folder(&self, campaign: Option<&Path>) -> PathBuf {
        let last = self.contacts_folder.clone().filter(|folder| files::is_there(folder));
        last.unwrap_or_else(|| files::usual_folder(campaign))
    }

    /// Increases the scale by `steps` tenths.
    pub fn rescale(&mut self, steps: f32) {
        let tenths = (self.scale * 10.0).round() + steps;
        self.scale = (tenths / 10.0).clamp(SMALLEST_SCALE, LARGEST_SCALE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::rehearse::live::LiveMoment;

    #[test]
    fn a_window_begins_without_the_moments_of_a_campaign_that_was_never_saved() {
        let mut settings = Settings { scale: f32::NAN, ..Settings::default() };
        let file = Path::new("a.ron");
        settings.live_moments.choose(None, "Rehearsal", LiveMoment::End);
        settings.live_moments.choose(Some(file), "Rehearsal", LiveMoment::End);
        let settings = settings.checked();
        assert_eq!(settings.live_moments.of(None, "Rehearsal"), LiveMoment::Clock);
        assert_eq!(settings.live_moments.of(Some(file), "Rehearsal"), LiveMoment::End);
        assert_eq!(settings.scale, 1.0);
    }
}
