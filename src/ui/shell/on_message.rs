//! Opens the preview of a message, and the large editor.

use eframe::egui;

use super::app::App;
use crate::campaign::ids::ItemRef;
use crate::ui::context::action::MessageRequest;
use crate::ui::context::view_state::Overlay;
use crate::ui::panels::message::state::OpenedFrom;
use crate::workbench::preview::text_item;

impl App {
    /// Shows a message as a contact will get it.
    pub(super) fn preview(&mut self, ctx: &egui::Context, wish: MessageRequest) {
        let followed = self.rehearsing.follows();
        let from = self.opened_from(ctx, &Overlay::TextEditor);
        self.panels.message.open_preview(wish.item, wish.contact.or(followed), from);
        self.view.overlay = Overlay::Preview;
    }

    /// Edits the texts of an item in the large editor.
    pub(super) fn edit_text(&mut self, ctx: &egui::Context, item: ItemRef) {
        let from = self.opened_from(ctx, &Overlay::Preview);
        self.panels.message.open_editor(item, from);
        self.view.overlay = Overlay::TextEditor;
    }

    /// From where one of the two dialogs is opened, if `other` is the other one.
    fn opened_from(&self, ctx: &egui::Context, other: &Overlay) -> OpenedFrom {
        if self.view.overlay == *other {
            OpenedFrom::OtherDialog
        } else {
            OpenedFrom::Window(ctx.memory(|memory| memory.focused()))
        }
    }

    pub(super) fn preview_selected(&mut self, ctx: &egui::Context) {
        if let Some(item) = self.text_item() {
            self.preview(ctx, MessageRequest { item, contact: None });
        }
    }

    pub(super) fn edit_text_of_selected(&mut self, ctx: &egui::Context) {
        if let Some(item) = self.text_item() {
            self.edit_text(ctx, item);
        }
    }

    fn text_item(&self) -> Option<ItemRef> {
        let selection = &self.view.selection;
        let sequence = self.editor.campaign().sequence_or_first(selection.sequence);
        text_item(sequence, selection.single())
    }
}
