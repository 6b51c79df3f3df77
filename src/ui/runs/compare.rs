//! Two runs side by side: counts by item, and the contacts whose story differs, each with the first item at which.

use eframe::egui::{self, Align, Layout, RichText, Sense, Ui, vec2};

use crate::calendar::Zone;
use crate::picture::draw::badge::exact;
use crate::picture::theme::Ink;
use crate::report::compare::{Difference, ItemPair, Said};
use crate::report::table::ItemRow;
use crate::simulate::outcome::Outcome;
use crate::workbench::rehearse::keeping::Compared;

use super::super::action::{Action, Rehearse};
use super::super::app::Panel;
use super::super::controls::look;
use super::super::theme::{color, semibold};
use super::super::view_state::Overlay;
use super::super::{dates, words};

const ROW: f32 = 24.0;
/// How wide a pair of counts is.
const PAIR: f32 = 116.0;

/// Draws it, or how to come to it.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(compared) = panel.compared else {
        ui.add_space(12.0);
        ui.label("Keep a run, change something, and compare: counts side by side, and whose story is another now.");
        ui.add_space(6.0);
        if look::filled(ui, "Kept runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
        return;
    };
    let comparison = &compared.comparison;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(summary(compared)).family(semibold()));
        if look::link(ui, "Kept runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
    });
    let is_old = !panel.rehearsing.shown().is_some_and(|shown| std::sync::Arc::ptr_eq(shown, &compared.right));
    if is_old {
        let words = "The run that is shown has changed since: compare again to see it.";
        ui.label(RichText::new(words).color(color(Ink::Skipped, panel.theme)));
    }
    ui.add_space(4.0);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        heads(ui, panel, &["Reached", "Ran", "Waiting", "Held", "Skipped"]);
        for pair in &comparison.items {
            item(ui, panel, pair);
        }
        ui.add_space(10.0);
        let lone = comparison.only_left.count + comparison.only_right.count;
        let head = format!(
            "{} with another story{}",
            words::people(comparison.different),
            if lone == 0 { String::new() } else { format!(", {} in one run only", exact(lone)) }
        );
        ui.label(RichText::new(head).family(semibold()));
        let shown = comparison.differences.len().min(500);
        for difference in &comparison.differences[..shown] {
            person(ui, panel, compared, difference);
        }
        if comparison.different > shown as u64 {
            let more = format!("and {} more", exact(comparison.different - shown as u64));
            ui.label(RichText::new(more).color(color(Ink::Muted, panel.theme)));
        }
    });
}

fn summary(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    if comparison.is_equal() {
        return format!("The same for all {}", words::people(comparison.equal));
    }
    format!("{} the same, {} different", exact(comparison.equal), exact(comparison.different))
}

fn heads(ui: &mut Ui, panel: &Panel<'_>, heads: &[&str]) {
    line(
        ui,
        |ui| {
            for head in heads.iter().rev() {
                cell(ui, RichText::new(*head).size(12.0).color(color(Ink::Muted, panel.theme)));
            }
        },
        |ui| {
            ui.label(
                RichText::new("At the end: kept run → shown run").size(12.0).color(color(Ink::Muted, panel.theme)),
            );
        },
    );
}

/// A row: pairs at the right, the rest at the left.
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

fn item(ui: &mut Ui, panel: &mut Panel<'_>, pair: &ItemPair) {
    let name = [&pair.right, &pair.left].into_iter().flatten().next().map(called).unwrap_or_default();
    let counts = |row: &Option<ItemRow>| {
        row.as_ref().map(|row| [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()])
    };
    let (left, right) = (counts(&pair.left), counts(&pair.right));
    let ink = |ink| color(ink, panel.theme);
    line(
        ui,
        |ui| {
            for place in (0..5).rev() {
                let at = |counts: &Option<[u64; 5]>| counts.map(|counts| counts[place]);
                let say = |count: Option<u64>| match count {
                    Some(0) | None => "–".to_owned(),
                    Some(count) => exact(count),
                };
                let (before, after) = (at(&left), at(&right));
                cell(
                    ui,
                    match before.unwrap_or(0) == after.unwrap_or(0) {
                        true => RichText::new(say(after)).color(ink(Ink::Muted)),
                        false => RichText::new(format!("{} → {}", say(before), say(after))).family(semibold()),
                    },
                );
            }
        },
        |ui| {
            let words = match (&left, &right) {
                (None, _) => format!("{name} (new)"),
                (_, None) => format!("{name} (gone)"),
                _ => name,
            };
            ui.add(egui::Label::new(words).truncate());
        },
    );
}

fn called(row: &ItemRow) -> String {
    if row.name.is_empty() { format!("{} {}", row.kind, row.id) } else { row.name.clone() }
}

/// A contact whose story differs: a click follows it in the run that is shown.
fn person(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let zone = compared.right.scene.plan.zone();
    let items = [&compared.right, &compared.left].map(|side| side.scene.sequence().item(difference.item));
    let item = items.into_iter().flatten().next().map_or(format!("item {}", difference.item), words::item);
    let said = |said: &Option<Said>| said.as_ref().map_or("does not come there".to_owned(), |it| told(panel, zone, it));
    let words = format!("{}: at {item} first, {} → {}", difference.id, said(&difference.left), said(&difference.right));
    let response = ui.add(egui::Label::new(words).truncate().sense(Sense::click()));
    if response.on_hover_text("Follow in the run that is shown").clicked() {
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(difference.right_place))));
    }
}

/// What became of a contact at an item, and when.
fn told(panel: &Panel<'_>, zone: &Zone, said: &Said) -> String {
    let moment = |at| {
        let wall = zone.wall_at(at);
        format!("{} {}", dates::near(panel.settings, wall.day()), dates::clock(panel.settings, wall))
    };
    match (said.outcome, said.due) {
        (Outcome::Ran, due) => format!("ran {}", moment(due.unwrap_or(said.arrived))),
        (Outcome::Waiting, Some(due)) => format!("waiting until {}", moment(due)),
        (Outcome::Waiting, None) => "waiting beyond 2099".to_owned(),
        (Outcome::Held, _) => format!("held since {}", moment(said.arrived)),
        (Outcome::Skipped(reason), _) => {
            format!("skipped {} ({})", moment(said.arrived), reason.word().replace('_', " "))
        }
    }
}
