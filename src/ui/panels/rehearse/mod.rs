//! Rehearse: the sequence happens, under a clock that a person moves.
//!
//! The transport lies below the canvas; who takes part folds in at the left; people, one contact's story and the agenda
//! stand at the right.

mod agenda;
mod clock_state;
mod people;
mod record;
pub mod right;
mod run_to;
mod scrub;
mod signs;
mod story;
mod ticks;
pub mod transport;

use eframe::egui;

use super::population;
use crate::ui::shell::app::Panel;

/// What the mode keeps between frames.
#[derive(Debug, Default)]
pub struct State {
    /// The bar over time: what of it is seen, and what is drawn on it.
    pub scrub: scrub::Scrub,
    /// The moment to run to.
    pub run_to: run_to::RunTo,
    /// Whether the clock is shown in the zone of the contact that is followed.
    pub in_contact_zone: bool,
    /// People, one of them, and what happens next.
    pub right: right::State,
}

/// Draws what lies around the canvas.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    transport::show(ui, panel);
    population::show(ui, panel);
    right::show(ui, panel);
}
