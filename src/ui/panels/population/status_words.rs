//! The words that the file has for a status: how each is read, how often it occurs, and the choice of another meaning.

use std::path::Path;

use eframe::egui::{Align, CollapsingHeader, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::mapping;
use super::state::PopulationState;
use super::words;
use crate::campaign::text::thousands;
use crate::contacts::consent::StatusReading;
use crate::contacts::mapping::Mapping;
use crate::contacts::reading::status_words::StatusWord;
use crate::contacts::status::EmailStatus;
use crate::picture::theme::ColorRole;
use crate::ui::controls::choice::{self, PickedOption};
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::workbench::population::reading::{PreviewHeader, ReadingResult};

/// The width of the choice of a status.
const STATUS: f32 = 140.0;
/// Largest height of the list.
const HEIGHT: f32 = 220.0;

/// Draws the words of all columns of status; nothing if the file has none. A choice is saved with the mapping.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    (path, top): (&Path, &PreviewHeader),
    done: &ReadingResult,
    kept: &mut PopulationState,
) {
    let columns: Vec<_> = done.counts.cells.status_words.columns().collect();
    let all: usize = columns.iter().map(|(_, words)| words.len()).sum();
    if all == 0 {
        return;
    }
    let not_understood = columns.iter().flat_map(|(_, words)| words).filter(|(_, said)| is_not_understood(*said));
    let not_understood = not_understood.count();
    let mut now = top.mapping.clone();
    // Few words, and those that are not understood, are seen without a press.
    let header = CollapsingHeader::new(title(all, not_understood)).id_salt("words of status");
    header.default_open(all <= 8 || not_understood > 0).show(ui, |ui| {
        ScrollArea::vertical().id_salt("words of status").max_height(HEIGHT).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            for (place, words) in &columns {
                if columns.len() > 1 {
                    look::caption(ui, top.header.get(*place).map_or("", String::as_str));
                }
                for (word, said) in words {
                    ui.push_id((place, word), |ui| one(ui, word, *said, &mut now));
                }
            }
        });
    });
    if now != top.mapping {
        mapping::keep(form, path, top, &now, kept);
    }
}

fn title(all: usize, not_understood: usize) -> String {
    let words = if all == 1 { "1 word" } else { &format!("{} words", thousands(all as u64)) };
    match not_understood {
        0 => format!("Consent: how {words} {} read", if all == 1 { "is" } else { "are" }),
        1 => format!("Consent: {words}, 1 not understood"),
        many => format!("Consent: {words}, {} not understood", thousands(many as u64)),
    }
}

fn is_not_understood(said: StatusWord) -> bool {
    said.reading == StatusReading::NotUnderstood
}

/// A word with its number, and what it means.
fn one(ui: &mut Ui, word: &str, said: StatusWord, mapping: &mut Mapping) {
    ui.horizontal(|ui| {
        let ink = if is_not_understood(said) { ColorRole::Held } else { ColorRole::Text };
        let text = RichText::new(format!("“{word}”  {}", thousands(said.count))).color(look::ink(ui, ink));
        let width = ui.available_width() - STATUS - ui.spacing().item_spacing.x;
        ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(width);
            ui.add(Label::new(text).truncate());
        });
        let options: Vec<String> = EmailStatus::ALL.iter().map(|status| words::status(*status)).collect();
        let shown = match said.reading {
            StatusReading::Status(status) => words::status(status),
            StatusReading::Empty => "As an empty cell".to_owned(),
            StatusReading::NotUnderstood => "Not understood: no email".to_owned(),
        };
        let label = format!("Meaning of {word}");
        if let Some(PickedOption::Option(place)) = choice::bare(ui, &label, &shown, &options, &[], STATUS)
            && let Some(status) = EmailStatus::ALL.get(place)
        {
            mapping.statuses.insert(word.to_lowercase(), *status);
        }
    });
}
