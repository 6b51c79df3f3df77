//! How often the user has set something with a control, also to the value that it already had.
//!
//! A new timer shows suggestions. Whoever types over one, or chooses it in a list, has decided, even if nothing differs.

use eframe::egui::{Id, Ui};

/// Notes that a control was used to set its value.
pub fn note(ui: &Ui) {
    ui.data_mut(|data| *data.get_temp_mut_or_default::<u64>(id()) += 1);
}

/// How often that has happened; compare it before and after drawing some controls.
pub fn count(ui: &Ui) -> u64 {
    ui.data(|data| data.get_temp::<u64>(id())).unwrap_or_default()
}

fn id() -> Id {
    Id::unique("how often controls were used")
}
