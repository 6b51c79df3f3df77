//! Two runs side by side: the contacts by status, and the counts of each item.

use eframe::egui::{self, Align, Layout, RichText, Ui, vec2};

use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::compare::{Comparison, ItemPair};
use crate::report::table::ItemRow;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::{color, semibold};

const ROW: f32 = 24.0;
/// How wide a pair of counts is.
const PAIR: f32 = 116.0;

/// The contacts by status, in both runs.
pub(super) fn statuses(ui: &mut Ui, panel: &Panel<'_>, comparison: &Comparison) {
    let labels: Vec<&str> = comparison.statuses.iter().map(|(status, ..)| status.label()).collect();
    heads(ui, panel, &labels);
    line(
        ui,
        |ui| {
            for &(_, left, right) in comparison.statuses.iter().rev() {
                cell(ui, both(panel, Some(left), Some(right)));
            }
        },
        |ui| {
            ui.add(egui::Label::new("All contacts").truncate());
        },
    );
}

/// The items with their counts in both runs.
pub(super) fn items(ui: &mut Ui, panel: &Panel<'_>, comparison: &Comparison) {
    heads(ui, panel, &["Reached", "Ran", "Waiting", "Held", "Skipped"]);
    for pair in &comparison.items {
        item(ui, panel, pair);
    }
}

fn heads(ui: &mut Ui, panel: &Panel<'_>, heads: &[&str]) {
    line(
        ui,
        |ui| {
            for head in heads.iter().rev() {
                cell(ui, RichText::new(*head).size(12.0).color(color(ColorRole::Muted, panel.theme)));
            }
        },
        |ui| {
            ui.label(
                RichText::new("At the end: saved run → shown run")
                    .size(12.0)
                    .color(color(ColorRole::Muted, panel.theme)),
            );
        },
    );
}

/// A row: pairs of counts on the right, the rest on the left.
fn line(ui: &mut Ui, right: impl FnOnce(&mut Ui), left: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(ui.available_width() - 10.0, ROW), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), left);
    });
}

fn cell(ui: &mut Ui, words: RichText) {
    ui.allocate_ui_with_layout(vec2(PAIR, ROW), Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_width(PAIR);
        ui.label(words);
    });
}

fn item(ui: &mut Ui, panel: &Panel<'_>, pair: &ItemPair) {
    let names = [&pair.left, &pair.right].map(|row| row.as_ref().map(called));
    let name = match names {
        [Some(left), Some(right)] if left != right => format!("{left} → {right}"),
        [left, right] => right.or(left).unwrap_or_default(),
    };
    let counts = |row: &Option<ItemRow>| {
        row.as_ref().map(|row| [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()])
    };
    let (left, right) = (counts(&pair.left), counts(&pair.right));
    line(
        ui,
        |ui| {
            for place in (0..5).rev() {
                let at = |counts: &Option<[u64; 5]>| counts.map(|counts| counts[place]);
                cell(ui, both(panel, at(&left), at(&right)));
            }
        },
        |ui| {
            let words = match (&left, &right) {
                (None, _) => format!("{name} (new)"),
                (_, None) => format!("{name} (removed)"),
                _ => name,
            };
            ui.add(egui::Label::new(words).truncate());
        },
    );
}

/// A count in both runs; grey if it is the same.
fn both(panel: &Panel<'_>, before: Option<u64>, after: Option<u64>) -> RichText {
    let say = |count: Option<u64>| match count {
        Some(0) | None => "–".to_owned(),
        Some(count) => thousands(count),
    };
    match before.unwrap_or(0) == after.unwrap_or(0) {
        true => RichText::new(say(after)).color(color(ColorRole::Muted, panel.theme)),
        false => RichText::new(format!("{} → {}", say(before), say(after))).family(semibold()),
    }
}

fn called(row: &ItemRow) -> String {
    if row.name.trim().is_empty() { format!("{} {}", row.kind, row.item.item) } else { row.name.clone() }
}
