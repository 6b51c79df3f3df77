//! The small drawings below an answer. The engine has computed what they show.

mod draw;
mod months;
mod strip;
mod track;

use eframe::egui::Ui;

use crate::picture::theme::Theme;
use crate::ui::context::settings::Settings;
use crate::workbench::rules::pictures::months::MarkedMonth;
use crate::workbench::rules::pictures::strip::TimeStrip;
use crate::workbench::rules::pictures::track::TrackPicture;

/// A picture, computed.
#[derive(Clone, Debug)]
pub enum Picture {
    /// A strip of time with arrivals.
    Strip(TimeStrip),
    /// Calendar months with marked days.
    Months(Vec<MarkedMonth>),
    /// What the picture shows, and a sequence with what happened at each item.
    Track(&'static str, TrackPicture),
}

/// Draws a picture.
pub(super) fn show(ui: &mut Ui, settings: &Settings, theme: Theme, picture: &Picture) {
    match picture {
        Picture::Strip(strip) => strip::show(ui, settings, theme, strip),
        Picture::Months(months) => months::show(ui, settings, theme, months),
        Picture::Track(about, track) => track::show(ui, settings, theme, (about, track)),
    }
}
