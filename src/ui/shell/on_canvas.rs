//! Commands on the canvas.

use eframe::egui;

use super::app::App;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Insertion};
use crate::campaign::fragment::Fragment;
use crate::campaign::history::Grouping;
use crate::campaign::item::Position;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::campaign::tidy::Page;
use crate::picture::geometry::{Point, point};
use crate::ui::canvas::inline::Inline;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::context::camera::Camera;
use crate::ui::controls::chooser::ChooserPurpose;
use crate::workbench::arrange::grid::to_grid;
use crate::workbench::arrange::placing;
use crate::workbench::arrange::selected::{self, AlignmentAxis};
use crate::workbench::clipboard;

impl App {
    fn sequence(&self) -> &Sequence {
        self.editor.campaign().sequence_or_first(self.view.selection.sequence)
    }

    fn viewport(&self) -> Option<Viewport> {
        self.canvas.views.viewport(self.view.selection.sequence)
    }

    fn selected(&self) -> Fragment {
        Fragment::of(self.sequence(), &self.view.selection.ids)
    }

    pub(super) fn copy(&mut self, ctx: &egui::Context) -> bool {
        let fragment = self.selected();
        if fragment.is_empty() {
            return false;
        }
        ctx.copy_text(clipboard::copy(&fragment));
        true
    }

    pub(super) fn cut(&mut self, ctx: &egui::Context) {
        if self.copy(ctx) {
            self.canvas_edit(CanvasEdit::Cut(self.view.selection.ids.iter().copied().collect()));
        }
    }

    pub(super) fn duplicate(&mut self) {
        let selection = &self.view.selection;
        let Some(edit) = selected::duplicated(self.sequence(), &selection.ids) else { return };
        self.edit(&edit, Grouping::Alone);
        self.canvas.reveals = true;
    }

    pub(super) fn delete(&mut self) {
        let edit = selected::removed(&self.view.selection);
        self.view.selection.link = None;
        if let Some(edit) = edit {
            self.canvas_edit(edit);
        }
    }

    pub(super) fn select_all(&mut self) {
        self.view.selection = Selection::of(self.view.selection.sequence, selected::everything(self.sequence()));
    }

    pub(super) fn edit_selected(&mut self) {
        let Some(id) = self.view.selection.single() else { return };
        if self.sequence().item(id).is_some() {
            self.edit_settings();
        } else {
            self.rename_selected();
        }
    }

    /// Starts editing the name, text or title of the selection in place.
    pub(super) fn rename_selected(&mut self) {
        let id = self.view.selection.single();
        self.canvas.on_top.inline = id.and_then(|id| Inline::of(self.sequence(), id));
    }

    /// Requests the contents of the system clipboard.
    pub(super) fn ask_to_paste(&mut self, ctx: &egui::Context) {
        self.canvas.keys.awaits_paste = Some(ctx.input(|input| input.time));
        self.canvas.takes_keyboard = true;
        ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }

    pub(super) fn mark_ready(&mut self, is_ready: bool) {
        let ids = self.view.selection.ids.iter().copied().collect();
        self.canvas_edit(CanvasEdit::MarkReady(ids, is_ready));
    }

    pub(super) fn zoom(&mut self, to: impl FnOnce(&Camera) -> f32) {
        let Some(mut viewport) = self.viewport() else { return };
        let factor = to(&viewport.camera) / viewport.camera.zoom;
        viewport.camera.zoom_at(viewport.rect, viewport.rect.center(), factor);
        self.canvas.views.cameras.insert(self.view.selection.sequence, viewport.camera);
    }

    /// The default position of something new: the centre of the view.
    fn middle(&self) -> Position {
        let middle = self.viewport().map_or(point(400.0, 300.0), |viewport| viewport.seen().middle());
        to_grid(position(middle)).within_canvas()
    }

    pub(super) fn new_note(&mut self) {
        let (middle, size) = (self.middle(), placing::NOTE);
        let corner = Position(middle.0 - size.0 / 2.0, middle.1 - size.1 / 2.0);
        self.canvas_edit(CanvasEdit::PlaceNote(placing::new_note(to_grid(corner))));
        self.show_new();
    }

    pub(super) fn new_frame(&mut self) {
        self.canvas_edit(selected::framed(self.sequence(), &self.view.selection.ids, self.middle()));
        self.show_new();
    }

    pub(super) fn insert(&mut self, offer: usize) {
        if offer >= OFFERS.len() {
            return;
        }
        let single = self.view.selection.single().filter(|_| placing::may_follow(offer));
        let behind = single.and_then(|id| placing::after(self.sequence(), offer, id));
        let edit = behind.unwrap_or_else(|| {
            let at = placing::free_spot(self.sequence(), self.middle());
            CanvasEdit::Place(placing::new_item(offer, at), Insertion::Loose)
        });
        self.canvas_edit(edit);
        self.show_new();
    }

    fn show_new(&mut self) {
        self.canvas.reveals = true;
        self.canvas.takes_keyboard = true;
    }

    /// Removes the selected link, or all links of the selection.
    pub(super) fn disconnect(&mut self) {
        if let Some(edit) = selected::unlinked(self.sequence(), &self.view.selection) {
            self.edit(&edit, Grouping::Alone);
        }
        self.view.selection.link = None;
    }

    /// Arranges everything in rows and columns, as one step.
    pub(super) fn tidy(&mut self) {
        let campaign = self.editor.campaign();
        let known = IndexedDirectory::new(&campaign.directory).in_zone(&campaign.time_zone);
        let size = self.viewport().map(|viewport| viewport.rect.size());
        let page = size.map_or(Page::default(), |size| Page { width: size.x.into(), height: size.y.into() });
        if let Some(edit) = selected::tidy(self.sequence(), &known, page) {
            self.canvas_edit(edit);
            self.canvas.views.fits = true;
        }
    }

    /// Aligns the selected items with the first of them.
    pub(super) fn align(&mut self, line: AlignmentAxis) {
        if let Some(edit) = selected::aligned(self.sequence(), &self.view.selection.ids, line) {
            self.canvas_edit(edit);
        }
    }

    /// Opens the list of what the selected item can connect to, at its right.
    pub(super) fn connect_to(&mut self) {
        let (Some(id), Some(viewport)) = (self.view.selection.single(), self.viewport()) else { return };
        let sequence = self.editor.campaign().sequence_or_first(self.view.selection.sequence);
        let Some(item) = sequence.item(id) else { return };
        let edge = point(item.position.0 as f32 + 44.0, item.position.1 as f32 - 12.0);
        let at = viewport.rect.clamp(viewport.on_screen(edge));
        self.canvas.on_top.choose(sequence, ChooserPurpose::ConnectTo(id), at);
    }
}

fn position(at: Point) -> Position {
    Position(f64::from(at.x), f64::from(at.y))
}
