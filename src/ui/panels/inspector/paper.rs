//! The settings of notes and frames.

use eframe::egui::Ui;

use super::place;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::SequenceId;
use crate::campaign::sequence::{Color, Frame, Note};
use crate::ui::context::action::Action;
use crate::ui::controls::form::Form;
use crate::ui::controls::{choice, field, look};

const COLORS: [(Color, &str); 5] = [
    (Color::Yellow, "Yellow"),
    (Color::Blue, "Blue"),
    (Color::Green, "Green"),
    (Color::Pink, "Pink"),
    (Color::Grey, "Grey"),
];

pub(super) fn note(ui: &mut Ui, mut form: Form<'_>, sequence: SequenceId, was: &Note) -> Vec<Action> {
    let mut note = was.clone();
    look::section(ui, "Canvas note");
    let look = field::FieldLook { rows: 8, ..field::FieldLook::default() };
    field::live(ui, &mut form, "Note text", &mut note.text, look);
    look::hint(ui, "**bold**, *italic*, lists and headings as in Markdown");
    choice::one_of(ui, "Colour", &mut note.color, &COLORS, None);
    place::position(ui, &form, &mut note.position);
    place::size(ui, &form, &mut note.size);
    let edit = (note != *was).then_some(Edit::Canvas(sequence, CanvasEdit::SetNote(note)));
    form.finish("Change note", edit)
}

pub(super) fn frame(ui: &mut Ui, mut form: Form<'_>, sequence: SequenceId, was: &Frame) -> Vec<Action> {
    let mut frame = was.clone();
    look::section(ui, "Frame");
    field::text(ui, &mut form, "Title", &mut frame.title);
    choice::one_of(ui, "Colour", &mut frame.color, &COLORS, None);
    place::position(ui, &form, &mut frame.position);
    place::size(ui, &form, &mut frame.size);
    let edit = (frame != *was).then_some(Edit::Canvas(sequence, CanvasEdit::SetFrame(frame)));
    form.finish("Change frame", edit)
}
