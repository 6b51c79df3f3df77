//! Time zones to choose from.

use eframe::egui::Ui;

use super::choice::{self, PickedOption};
use super::look;
use crate::calendar::zone::{self, Zone};

/// A choice of the campaign's time zone, which says whether it is that of this computer, `mine`. Returns another one if
/// it was chosen.
pub fn picker(ui: &mut Ui, now: &str, mine: &Zone) -> Option<String> {
    let names = zone::names();
    let picked = choice::choice(ui, "Time zone", now, names, &[]);
    if Zone::named(now).is_none() {
        look::fault(ui, "This isn't a known time zone. Choose another");
    } else if now == mine.name() {
        look::hint(ui, "The time zone of this computer");
    } else {
        look::hint(ui, &format!("This computer is in {}", mine.name()));
    }
    match picked {
        Some(PickedOption::Option(place)) if names[place] != now => Some(names[place].clone()),
        _ => None,
    }
}
