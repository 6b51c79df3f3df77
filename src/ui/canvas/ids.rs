//! What on the canvas can have the keyboard, and which keys are the canvas's wherever the keyboard is.

use eframe::egui::{self, Id};

use crate::ui::context::view_state::{Overlay, ViewState};

/// The focus of the keyboard when it is on the canvas.
pub fn focus_id() -> Id {
    Id::unique("canvas")
}

/// The field for a text that is edited in place.
pub fn inline_id() -> Id {
    focus_id().with("inline")
}

/// The field of the search list.
pub fn chooser_id() -> Id {
    focus_id().with("what to choose")
}

/// Whether the keyboard is in a field of the canvas, whose text is not in the document yet.
pub fn is_typing(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(inline_id()) || memory.has_focus(chooser_id()))
}

/// Whether Ctrl+A, C, D, V and X are about the canvas although another widget may have the keyboard: unless a text is
/// edited or selected, or the outline has it, which takes these keys itself.
pub fn takes_chords(ctx: &egui::Context, view: &ViewState) -> bool {
    let labels = ctx.plugin_or_default::<egui::text_selection::LabelSelectionState>();
    let is_free = !ctx.text_edit_focused() && !labels.lock().has_selection();
    is_free && view.overlay == Overlay::None && !view.outline_has_keyboard
}
