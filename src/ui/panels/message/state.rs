//! What the preview and the large editor keep between frames.

use eframe::egui::Id;

use super::chosen::ChosenReader;
use super::editor::state::EditorState;
use super::paper::BodyView;
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
    pub(super) view: BodyView,
    pub(super) list: SearchList,
    pub(super) seek: ContactSearch,
    /// Whether the list goes to the contact that is shown.
    pub(super) brings_reader: bool,
    /// The widget that had focus before the preview, and whether that was in the editor.
    pub(super) before: (Option<Id>, bool),
    pub(super) editor: EditorState,
}

impl MessageState {
    /// Prepares the preview of a message for a contact; `None` for the last one. `before` is the widget that had focus,
    /// and whether the preview is opened from the editor.
    pub fn open_preview(&mut self, item: ItemRef, contact: Option<u64>, before: (Option<Id>, bool)) {
        self.item = Some(item);
        self.before = before;
        self.reader.open(contact.filter(|_| !before.1));
        self.list = SearchList::default();
        self.brings_reader = true;
        self.seek.forget();
    }

    /// Prepares the editor for an item.
    pub fn open_editor(&mut self, item: ItemRef) {
        self.item = Some(item);
        self.reader.open(None);
        self.editor = EditorState { size: self.editor.size, ..EditorState::default() };
    }
}
