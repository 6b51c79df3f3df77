//! The items that were skipped for a contact, and why.

use crate::calendar::Instant;
use crate::simulate::outcome::Outcome;
use crate::ui::panels::report::figures::Figures;

/// Most items in a tooltip.
const MOST: usize = 8;

/// `Skipped:` and a line for each item with its reason, up to an instant. `None` if nothing was skipped.
pub(super) fn skips(figures: &Figures, place: u64, clock: Instant) -> Option<String> {
    let lines = figures.run.visits(place).filter_map(|visit| visit.at(clock)).filter_map(|visit| match visit.outcome {
        Outcome::Skipped(reason) => {
            Some(format!("“{}”: {}", figures.report.items[visit.rank as usize].called(), reason.brief()))
        }
        Outcome::Ran | Outcome::Waiting | Outcome::Held => None,
    });
    let lines: Vec<String> = lines.collect();
    let more = match lines.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\nand {more} more"),
    };
    let shown = &lines[..lines.len().min(MOST)];
    (!lines.is_empty()).then(|| format!("Skipped\n{}{more}", shown.join("\n")))
}
