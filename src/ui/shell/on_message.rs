//! Opens the preview of a message, and the large editor.

use eframe::egui;

use super::app::App;
use crate::campaign::ids::ItemRef;
use crate::ui::context::action::MessageRequest;
use crate::ui::context::view_state::Overlay;
use crate::workbench::preview::text_item;

impl App {
    /// Shows a message as a contact will get it.
    pub(super) fn preview(&mut self, ctx: &egui::Context, wish: MessageRequest) {
        let followed = self.rehearsing.follows();
        let from_editor = self.view.overlay == Overlay::TextEditor;
        let before = ctx.memory(|memory| memory.focused());
        self.panels.message.open_preview(wish.item, wish.contact.or(followed), (before, from_editor));
        self.view.overlay = Overlay::Preview;
    }

    /// Edits the texts of an item in the large editor.
    pub(super) fn edit_text(&mut self, item: ItemRef) {
        self.panels.message.open_editor(item);
        self.view.overlay = Overlay::TextEditor;
    }

    pub(super) fn preview_selected(&mut self, ctx: &egui::Context) {
        if let Some(item) = self.text_item() {
            self.preview(ctx, MessageRequest { item, contact: None });
        }
    }

    pub(super) fn edit_text_of_selected(&mut self) {
        if let Some(item) = self.text_item() {
            self.edit_text(item);
        }
    }

    fn text_item(&self) -> Option<ItemRef> {
        let selection = &self.view.selection;
        let sequence = self.editor.campaign().sequence_or_first(selection.sequence);
        text_item(sequence, selection.single())
    }
}
