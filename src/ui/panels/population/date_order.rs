//! Asks whether the day or the month comes first in the dates of a column.

use eframe::egui::Ui;

use crate::contacts::dates::date_format::DateFormat;
use crate::ui::controls::look;
use crate::workbench::population::mapping::{meaning, orders};

/// Draws the question. Returns the format once the user has chosen.
pub(super) fn ask(ui: &mut Ui, column: &str, example: &str) -> Option<DateFormat> {
    let mut chosen = None;
    look::card(ui, |ui| {
        ui.label(format!("In the column “{column}”, {example} could be day or month first."));
        match orders(example) {
            Some((month_first, day_first)) => {
                for (words, format) in [("Day first", day_first), ("Month first", month_first)] {
                    let day = meaning(&format, example);
                    let day = day.map_or_else(String::new, crate::calendar::words::long_date);
                    if ui.button(format!("{words}: {day}")).clicked() {
                        chosen = Some(format);
                    }
                }
            }
            None => {
                look::hint(ui, "Change its dates in the file to the form 2026-07-01, then read it again.");
            }
        }
    });
    chosen
}
