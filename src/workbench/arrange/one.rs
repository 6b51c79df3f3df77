//! The smallest edits of one thing: its name, its position and size, its colour.

use crate::campaign::edit::CanvasEdit;
use crate::campaign::item::{Item, Position};
use crate::campaign::sequence::{Color, Frame, Note, Sequence};

/// The smallest width and height of a note or frame, in points.
pub const SMALLEST: Position = Position(60.0, 40.0);

/// Changes the name of an item, the text of a note or the title of a frame; `None` if nothing changes. An empty name of
/// an item is ignored.
pub fn named(sequence: &Sequence, id: u64, text: &str) -> Option<CanvasEdit> {
    let trimmed = text.trim();
    if let Some(item) = sequence.item(id) {
        let is_other = !trimmed.is_empty() && trimmed != item.name;
        return is_other.then(|| CanvasEdit::SetItem(Item { name: trimmed.to_owned(), ..item.clone() }));
    }
    if let Some(note) = sequence.note(id) {
        return (note.text != text).then(|| CanvasEdit::SetNote(Note { text: text.to_owned(), ..note.clone() }));
    }
    let frame = sequence.frame(id).filter(|frame| frame.title != trimmed)?;
    Some(CanvasEdit::SetFrame(Frame { title: trimmed.to_owned(), ..frame.clone() }))
}

/// Changes the position and size of a note or frame; `None` if it doesn't exist.
pub fn sized(sequence: &Sequence, id: u64, position: Position, size: Position) -> Option<CanvasEdit> {
    if let Some(note) = sequence.note(id) {
        return Some(CanvasEdit::SetNote(Note { position, size, ..note.clone() }));
    }
    let frame = sequence.frame(id)?;
    Some(CanvasEdit::SetFrame(Frame { position, size, ..frame.clone() }))
}

/// Moves the right and lower edge of a note or frame. It never gets smaller than [`SMALLEST`]. `None` if it doesn't
/// exist.
pub fn resized(sequence: &Sequence, id: u64, (right, down): (f64, f64)) -> Option<CanvasEdit> {
    let (position, size) = area(sequence, id)?;
    let size = Position((size.0 + right).max(SMALLEST.0), (size.1 + down).max(SMALLEST.1));
    sized(sequence, id, position, size)
}

/// The position and size of a note or frame; `None` if it doesn't exist.
pub fn area(sequence: &Sequence, id: u64) -> Option<(Position, Position)> {
    let note = sequence.note(id).map(|note| (note.position, note.size));
    note.or_else(|| sequence.frame(id).map(|frame| (frame.position, frame.size)))
}

/// Changes the colour of a note or frame; `None` if it doesn't exist.
pub fn colored(sequence: &Sequence, id: u64, color: Color) -> Option<CanvasEdit> {
    if let Some(note) = sequence.note(id) {
        return Some(CanvasEdit::SetNote(Note { color, ..note.clone() }));
    }
    let frame = sequence.frame(id)?;
    Some(CanvasEdit::SetFrame(Frame { color, ..frame.clone() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::arrange::placing::new_note;

    fn with_note() -> Sequence {
        let mut sequence = Sequence::with_start("A");
        sequence.notes.push(Note { id: 2, ..new_note(Position(0.0, 0.0)) });
        sequence
    }

    #[test]
    fn an_item_keeps_its_name_where_none_is_typed() {
        let sequence = with_note();
        assert_eq!(named(&sequence, 1, "  "), None);
        assert_eq!(named(&sequence, 1, &format!(" {} ", sequence.items[0].name)), None);
        let Some(CanvasEdit::SetItem(item)) = named(&sequence, 1, " Hello ") else { panic!("another name") };
        assert_eq!(item.name, "Hello");
    }

    #[test]
    fn a_note_keeps_the_spaces_of_its_text_and_may_be_empty() {
        let sequence = with_note();
        assert_eq!(named(&sequence, 2, ""), None, "it is empty already");
        let Some(CanvasEdit::SetNote(note)) = named(&sequence, 2, " a ") else { panic!("another text") };
        assert_eq!(note.text, " a ");
    }

    #[test]
    fn nothing_is_made_smaller_than_the_smallest() {
        let Some(CanvasEdit::SetNote(note)) = resized(&with_note(), 2, (-900.0, 20.0)) else { panic!("another size") };
        assert_eq!(note.size, Position(SMALLEST.0, 140.0));
        assert_eq!(resized(&with_note(), 1, (20.0, 20.0)), None, "an item has no size");
    }
}
