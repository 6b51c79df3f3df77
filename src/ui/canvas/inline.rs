//! Editing texts in place: an item's name, a note, a frame's title.

use eframe::egui::{self, Key, Modifiers};

use super::hit::title_band;
use super::ids::inline_id;
use super::viewport::Viewport;
use crate::campaign::sequence::Sequence;
use crate::picture::draw::frame;
use crate::picture::geometry::{Rect, point};
use crate::picture::scene::{Scene, area};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::theme::color;
use crate::workbench::arrange::one::named;

/// A text that is being edited.
pub struct Inline {
    /// The id of the item, note or frame.
    pub id: u64,
    text: String,
    /// Whether the field has not been drawn yet.
    fresh: bool,
}

impl Inline {
    /// The name, text or title of an item, note or frame.
    pub fn of(sequence: &Sequence, id: u64) -> Option<Self> {
        let item = sequence.item(id).map(|item| &item.name);
        let note = || sequence.note(id).map(|note| &note.text);
        let frame = || sequence.frame(id).map(|frame| &frame.title);
        let text = item.or_else(note).or_else(frame)?.clone();
        Some(Self { id, text, fresh: true })
    }
}

/// How editing a text ends.
#[derive(PartialEq, Eq)]
enum EditEnd {
    Written,
    Dropped,
}

/// Draws the field for the text that is being edited, and requests the edit when the user leaves the field.
pub fn show(editing: &mut Option<Inline>, ui: &mut egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport) {
    let Some(inline) = editing else { return };
    let Some((rect, label)) = place(panel.scene, inline.id) else {
        *editing = None;
        panel.wants(Action::FocusCanvas);
        return;
    };
    let many_lines = label == "Note text";
    let mut rect = viewport.rect_on_screen(rect);
    rect.set_width(rect.width().max(if many_lines { 160.0 } else { 140.0 }));
    rect.set_height(rect.height().max(if many_lines { 60.0 } else { 26.0 }));
    let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let entered = ui.input_mut(|input| {
        input.consume_key(Modifiers::COMMAND, Key::Enter)
            || !many_lines && input.consume_key(Modifiers::NONE, Key::Enter)
    });
    let field = match many_lines {
        true => egui::TextEdit::multiline(&mut inline.text),
        false => egui::TextEdit::singleline(&mut inline.text),
    };
    let field = field.id(inline_id()).margin(egui::Margin::symmetric(6, 4));
    let field = match panel.scene.note(inline.id) {
        Some(note) => field.background_color(color(frame::inks(note.color).0, panel.theme)),
        None => field,
    };
    let response = ui.put(rect, field.desired_width(rect.width() - 12.0)).accessible_name(label);
    let fresh = std::mem::take(&mut inline.fresh);
    if fresh {
        response.request_focus();
        select_all(ui, &response, &inline.text, many_lines);
    }
    let elsewhere = !fresh && (response.lost_focus() || response.clicked_elsewhere());
    let left = match (escaped, entered || elsewhere) {
        // A long text is never lost: undo takes it back. A name is typed again quickly.
        (true, _) if many_lines => Some(EditEnd::Written),
        (true, _) => Some(EditEnd::Dropped),
        (false, true) => Some(EditEnd::Written),
        (false, false) => None,
    };
    let Some(left) = left else { return };
    let edit = named(panel.sequence(), inline.id, &inline.text).filter(|_| left == EditEnd::Written);
    *editing = None;
    if let Some(edit) = edit {
        panel.wants(Action::canvas(panel.sequence_id(), edit));
    }
    if !elsewhere || escaped {
        panel.wants(Action::FocusCanvas);
    }
}

/// Selects a whole name, so that typing replaces it; in a note, the cursor goes to the end.
fn select_all(ui: &egui::Ui, response: &egui::Response, text: &str, many_lines: bool) {
    let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), response.id) else { return };
    let end = egui::text::CCursor::new(text.chars().count());
    let range = match many_lines {
        true => egui::text::CCursorRange::one(end),
        false => egui::text::CCursorRange::two(egui::text::CCursor::new(0), end),
    };
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), response.id);
}

/// The position of a text on the canvas, and the name of its field.
fn place(scene: &Scene, id: u64) -> Option<(Rect, &'static str)> {
    if let Some(face) = scene.face(id) {
        let below = face.tile().max.y;
        return Some((Rect::at(point(face.middle.x - 75.0, below + 2.0), 150.0, 26.0), "Name on the canvas"));
    }
    if let Some(note) = scene.note(id) {
        return Some((area(note.position, note.size), "Note text"));
    }
    let frame = scene.frame(id)?;
    Some((title_band(area(frame.position, frame.size)), "Frame title"))
}
