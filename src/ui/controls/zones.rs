//! Time zones to choose from.

use eframe::egui::Ui;

use super::choice::{self, PickedOption};
use super::look;
use crate::calendar::zone;

/// A choice of the campaign's time zone. Returns another one if it was chosen.
pub fn picker(ui: &mut Ui, now: &str) -> Option<String> {
    let names = zone::names();
    let picked = choice::choice(ui, "Time zone", now, names, &[]);
    if zone::Zone::named(now).is_none() {
        look::fault(ui, "There is no such time zone: choose another");
    }
    match picked {
        Some(PickedOption::Option(place)) if names[place] != now => Some(names[place].clone()),
        _ => None,
    }
}
