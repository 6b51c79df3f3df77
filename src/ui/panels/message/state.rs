//! What the preview and the large editor keep between frames.

use eframe::egui::Id;

use super::chosen::ChosenReader;
use super::editor::state::EditorState;
use super::paper::ShownBody;
use crate::campaign::ids::ItemRef;
use crate::ui::controls::search_list::SearchList;
use crate::workbench::rehearse::seek::ContactSearch;

/// What the preview and the large editor keep between frames.
#[derive(Debug, Default)]
pub struct MessageState {
    /// The item that has the message.
    pub(super) item: Option<ItemRef>,
    /// The contact that the message is filled for.
    pub(super) reader: ChosenReader,
    /// How the body is shown.
    pub(super) body: ShownBody,
    pub(super) list: SearchList,
    pub(super) seek: ContactSearch,
    /// Whether the list goes to the contact that is shown.
    pub(super) brings_reader: bool,
    /// The widget that had focus before the first of the two dialogs was opened.
    pub(super) before: Option<Id>,
    /// Whether the preview was opened from the editor, so that closing it leads back.
    pub(super) from_editor: bool,
    pub(super) editor: EditorState,
}

/// From where the preview or the editor is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedFrom {
    /// From the window, in which this widget had focus.
    Window(Option<Id>),
    /// From the other of the two.
    OtherDialog,
}

impl MessageState {
    /// Prepares the preview of a message for a contact; `None` for the last one.
    pub fn open_preview(&mut self, item: ItemRef, contact: Option<u64>, from: OpenedFrom) {
        self.set_item(item);
        self.from_editor = from == OpenedFrom::OtherDialog;
        if let OpenedFrom::Window(before) = from {
            self.before = before;
        }
        self.reader.open(contact.filter(|_| !self.from_editor));
        self.list = SearchList::default();
        self.brings_reader = true;
        self.seek.forget();
    }

    /// Prepares the editor for an item.
    pub fn open_editor(&mut self, item: ItemRef, from: OpenedFrom) {
        self.set_item(item);
        if let OpenedFrom::Window(before) = from {
            self.before = before;
        }
        match from {
            OpenedFrom::OtherDialog if self.from_editor => self.editor.enter(),
            OpenedFrom::OtherDialog | OpenedFrom::Window(_) => self.editor.begin(),
        }
        self.from_editor = false;
        self.reader.open(None);
    }

    /// Shows another message. What the editor keeps belongs to the text of the one before.
    pub(super) fn set_item(&mut self, item: ItemRef) {
        if self.item.replace(item) != Some(item) {
            self.editor.begin();
        }
    }
}
