//! The settings of several things, and of links.

use std::collections::BTreeSet;

use eframe::egui::{Ui, vec2};

use crate::campaign::edit::CanvasEdit;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Position;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::facts::Several;
use crate::ui::controls::look;

/// How things are aligned.
#[derive(Clone, Copy)]
enum AlignmentChoice {
    Row,
    Column,
    EvenRow,
    EvenColumn,
}

pub(super) fn show(
    ui: &mut Ui,
    place: SequenceId,
    sequence: &Sequence,
    Selection { ids, .. }: &Selection,
    several: &Several,
) -> Vec<Action> {
    let mut actions = Vec::new();
    look::section(ui, &format!("{} selected", ids.len()));
    ui.label(kinds(several));
    if several.has_ready_mark {
        ui.horizontal(|ui| {
            for (words, ready) in [("Mark ready", true), ("Mark as draft", false)] {
                if ui.button(words).clicked() {
                    actions.push(Action::canvas(place, CanvasEdit::MarkReady(ids.iter().copied().collect(), ready)));
                }
            }
        });
    }
    look::section(ui, "Align");
    let half = vec2((ui.available_width() - 8.0) / 2.0, 28.0);
    let lines = [
        [("In a row", AlignmentChoice::Row), ("Evenly in a row", AlignmentChoice::EvenRow)],
        [("In a column", AlignmentChoice::Column), ("Evenly in a column", AlignmentChoice::EvenColumn)],
    ];
    for row in lines {
        ui.horizontal(|ui| {
            for (words, line) in row {
                if ui.add_sized(half, eframe::egui::Button::new(words)).clicked() {
                    actions.push(Action::canvas(place, CanvasEdit::Move(aligned(&positions(sequence, ids), line))));
                }
            }
        });
    }
    ui.add_space(10.0);
    if ui.button("Delete").clicked() {
        actions.push(Action::Run(Command::Delete));
    }
    actions
}

fn kinds(several: &Several) -> String {
    let counts = [(several.items, "item"), (several.notes, "note"), (several.frames, "frame")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let words = counts.map(|(count, what)| format!("{count} {what}{}", if *count == 1 { "" } else { "s" }));
    words.collect::<Vec<_>>().join(", ")
}

fn positions(sequence: &Sequence, ids: &BTreeSet<u64>) -> Vec<(u64, Position)> {
    let items = sequence.items.iter().map(|item| (item.id, item.position));
    let notes = sequence.notes.iter().map(|note| (note.id, note.position));
    let frames = sequence.frames.iter().map(|frame| (frame.id, frame.position));
    items.chain(notes).chain(frames).filter(|(id, _)| ids.contains(id)).collect()
}

/// Aligns things with the first one; or distributes them evenly from the first to the last.
fn aligned(things: &[(u64, Position)], line: AlignmentChoice) -> Vec<(u64, Position)> {
    let mut things = things.to_vec();
    let by_x = |a: &(u64, Position), b: &(u64, Position)| a.1.0.total_cmp(&b.1.0);
    let by_y = |a: &(u64, Position), b: &(u64, Position)| a.1.1.total_cmp(&b.1.1);
    match line {
        AlignmentChoice::Row | AlignmentChoice::EvenRow => things.sort_by(by_x),
        AlignmentChoice::Column | AlignmentChoice::EvenColumn => things.sort_by(by_y),
    }
    let (Some(first), Some(last)) = (things.first().copied(), things.last().copied()) else { return things };
    let steps = (things.len().max(2) - 1) as f64;
    let between = |from: f64, to: f64, step: usize| (from + (to - from) * step as f64 / steps).round();
    for (step, (_, position)) in things.iter_mut().enumerate() {
        match line {
            AlignmentChoice::Row => position.1 = first.1.1,
            AlignmentChoice::Column => position.0 = first.1.0,
            AlignmentChoice::EvenRow => *position = Position(between(first.1.0, last.1.0, step), first.1.1),
            AlignmentChoice::EvenColumn => *position = Position(first.1.0, between(first.1.1, last.1.1, step)),
        }
    }
    things
}

pub(super) fn link(ui: &mut Ui, place: SequenceId, sequence: &Sequence, link: usize) -> Vec<Action> {
    let mut actions = Vec::new();
    let Some((from, to)) = sequence.links.get(link).copied() else { return actions };
    look::section(ui, "Link");
    for (caption, id) in [("From", from), ("To", to)] {
        look::caption(ui, caption);
        let name = sequence.item(id).map(|item| item.name.as_str());
        match name {
            Some(name) if ui.button(if name.is_empty() { "Without a name" } else { name }).clicked() => {
                actions.push(Action::Reveal(Selection::of(place, [id])));
            }
            Some(_) => {}
            None => {
                look::fault(ui, &format!("Item {id} doesn't exist: the link is not used"));
            }
        }
    }
    ui.add_space(10.0);
    if ui.button("Remove link").clicked() {
        actions.push(Action::Run(Command::Delete));
    }
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_row_keeps_its_ends() {
        let things = [(1, Position(0.0, 10.0)), (2, Position(300.0, 50.0)), (3, Position(20.0, 90.0))];
        let row = aligned(&things, AlignmentChoice::EvenRow);
        assert_eq!(row, [(1, Position(0.0, 10.0)), (3, Position(150.0, 10.0)), (2, Position(300.0, 10.0))]);
        assert_eq!(
            aligned(&things, AlignmentChoice::Column).iter().map(|thing| thing.1.0).collect::<Vec<_>>(),
            [0.0; 3]
        );
        assert!(aligned(&[], AlignmentChoice::Row).is_empty());
    }
}
