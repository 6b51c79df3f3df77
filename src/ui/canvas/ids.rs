//! The parts of the canvas that can have keyboard focus, and the keys that the canvas handles even without focus.

use eframe::egui::{self, Id};

use crate::ui::context::view_state::{Overlay, ViewState};

/// The id of the canvas, for keyboard focus.
pub fn focus_id() -> Id {
    Id::unique("canvas")
}

/// The id of the field for a text that is edited in place.
pub fn inline_id() -> Id {
    focus_id().with("inline")
}

/// The id of the search list's field.
pub fn chooser_id() -> Id {
    focus_id().with("what to choose")
}

/// Whether a field of the canvas has focus, so that its text is not in the document yet.
pub fn is_typing(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(inline_id()) || memory.has_focus(chooser_id()))
}

/// Whether Ctrl+A, C, D, V and X act on the canvas, even if another widget has focus. They don't while a text is edited
/// or selected, or while an overlay is open. If the outline has focus, it handles these keys itself.
pub fn takes_chords(ctx: &egui::Context, view: &ViewState) -> bool {
    let labels = ctx.plugin_or_default::<egui::text_selection::LabelSelectionState>();
    let is_free = !ctx.text_edit_focused() && !labels.lock().has_selection();
    is_free && view.overlay == Overlay::None && !view.outline_has_keyboard
}

/// The id of the box of find, which lies over the canvas.
pub fn find_id() -> Id {
    Id::unique("find")
}
