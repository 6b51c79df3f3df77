//! The sums of the table.

use eframe::egui::{self, Color32, FontId};

use crate::campaign::text::thousands;
use crate::report::keap::as_keap;
use crate::report::table::ItemRow;
use crate::ui::controls::theme::semibold;
use crate::ui::panels::report::figures::Figures;

/// The sums of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Reached, ran, waiting, held, skipped.
    pub numbers: [u64; 5],
}

impl Totals {
    /// Those of what is shown; what is folded counts too.
    pub fn of(figures: &Figures, keap: bool) -> Self {
        let shown = keap.then(|| as_keap(&figures.report, &figures.tracks).0);
        let report = shown.as_ref().unwrap_or(&figures.report);
        let mut sums = [0; 5];
        for row in &report.items {
            sums.iter_mut().zip(numbers(row)).for_each(|(sum, number)| *sum += number);
        }
        Self { numbers: sums }
    }

    /// How long the longest of them is, as it is drawn; no number of a row is longer.
    pub fn longest(&self, ui: &egui::Ui) -> f32 {
        let wide = |number: u64| {
            let text =
                ui.painter().layout_no_wrap(thousands(number), FontId::new(13.0, semibold()), Color32::PLACEHOLDER);
            text.rect.width()
        };
        self.numbers.into_iter().map(wide).fold(0.0, f32::max)
    }
}

/// The numbers of a row, in the order of the columns.
pub fn numbers(row: &ItemRow) -> [u64; 5] {
    [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()]
}
