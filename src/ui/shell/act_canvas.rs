//! Doing what commands ask of the canvas.

use eframe::egui;

use super::app::App;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Joint};
use crate::campaign::fragment::Fragment;
use crate::campaign::history::Grouping;
use crate::campaign::item::Position;
use crate::campaign::known::Known;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::{Point, point};
use crate::ui::canvas::inline::Inline;
use crate::ui::canvas::sight::Sight;
use crate::ui::context::camera::Camera;
use crate::ui::context::command::Command;
use crate::ui::context::view_state::Mode;
use crate::ui::controls::chooser::Purpose;
use crate::workbench::arrange::grid::to_grid;
use crate::workbench::arrange::placing;
use crate::workbench::arrange::selected::{self, Line};
use crate::workbench::clipboard;

impl App {
    /// Runs a command that is about the canvas. Returns whether it is one.
    pub(super) fn run_on_canvas(&mut self, ctx: &egui::Context, command: Command) -> bool {
        match command {
            Command::Cut => self.cut(ctx),
            Command::Copy => {
                self.copy(ctx);
            }
            Command::Paste => {
                self.canvas.awaits_paste = Some(ctx.input(|input| input.time));
                self.view.focus_canvas = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            }
            Command::Duplicate => self.duplicate(),
            Command::Delete => self.delete(),
            Command::SelectAll => self.select_all(),
            Command::EditItem => self.edit_selected(),
            Command::Rename => {
                let id = self.view.selection.single();
                self.canvas.inline = id.and_then(|id| Inline::of(self.sequence(), id));
            }
            Command::ZoomIn => self.zoom(|camera| camera.next_zoom(true)),
            Command::ZoomOut => self.zoom(|camera| camera.next_zoom(false)),
            Command::ActualSize => self.zoom(|_| 1.0),
            Command::Fit => self.canvas.fits = true,
            Command::NewNote => self.new_note(),
            Command::NewFrame => self.new_frame(),
            Command::Insert(offer) if offer < OFFERS.len() => self.insert(offer),
            Command::Disconnect => self.disconnect(),
            Command::Tidy => self.tidy(),
            Command::AlignRow => self.align(Line::Row),
            Command::AlignColumn => self.align(Line::Column),
            Command::ConnectTo => self.connect_to(),
            Command::MarkReady | Command::MarkDraft => {
                let ids = self.view.selection.ids.iter().copied().collect();
                self.canvas_edit(CanvasEdit::MarkReady(ids, command == Command::MarkReady));
            }
            _ => return false,
        }
        true
    }

    fn sequence(&self) -> &Sequence {
        &self.editor.campaign().sequences[self.view.selection.sequence]
    }

    /// What is seen of the open sequence; `None` before the canvas was drawn first.
    fn sight(&self) -> Option<Sight> {
        let camera = *self.view.cameras.get(self.view.selection.sequence)?;
        Some(Sight { rect: self.canvas.rect?, camera: camera? })
    }

    fn selected(&self) -> Fragment {
        Fragment::of(self.sequence(), &self.view.selection.ids)
    }

    fn copy(&mut self, ctx: &egui::Context) -> bool {
        let fragment = self.selected();
        if fragment.is_empty() {
            return false;
        }
        ctx.copy_text(clipboard::copy(&fragment));
        true
    }

    fn cut(&mut self, ctx: &egui::Context) {
        if self.copy(ctx) {
            self.canvas_edit(CanvasEdit::Cut(self.view.selection.ids.iter().copied().collect()));
        }
    }

    fn duplicate(&mut self) {
        let selection = &self.view.selection;
        let Some(edit) = selected::doubled(selection.sequence, self.sequence(), &selection.ids) else { return };
        self.edit(&edit, Grouping::Alone);
        self.view.reveal = true;
    }

    fn delete(&mut self) {
        let edit = selected::removed(&self.view.selection);
        self.view.selection.link = None;
        if let Some(edit) = edit {
            self.canvas_edit(edit);
        }
    }

    fn select_all(&mut self) {
        self.view.selection = Selection::of(self.view.selection.sequence, selected::everything(self.sequence()));
    }

    fn edit_selected(&mut self) {
        let Some(id) = self.view.selection.single() else { return };
        if self.sequence().item(id).is_some() {
            // Settings stand beside the canvas only where it is drawn on.
            self.view.mode = Mode::Build;
            self.settings.inspector = true;
            self.view.focus_inspector = true;
        } else {
            self.canvas.inline = Inline::of(self.sequence(), id);
        }
    }

    fn zoom(&mut self, to: impl FnOnce(&Camera) -> f32) {
        let Some(mut sight) = self.sight() else { return };
        let factor = to(&sight.camera) / sight.camera.zoom;
        sight.camera.zoom_at(sight.rect, sight.rect.center(), factor);
        self.view.cameras[self.view.selection.sequence] = Some(sight.camera);
    }

    /// Where something new stands when no place was shown: the middle of what is seen.
    fn middle(&self) -> Position {
        let middle = self.sight().map_or(point(400.0, 300.0), |sight| sight.seen().middle());
        to_grid(position(middle)).within_canvas()
    }

    fn new_note(&mut self) {
        let (middle, size) = (self.middle(), placing::NOTE);
        let corner = Position(middle.0 - size.0 / 2.0, middle.1 - size.1 / 2.0);
        self.canvas_edit(CanvasEdit::PlaceNote(placing::new_note(to_grid(corner))));
        self.show_new();
    }

    fn new_frame(&mut self) {
        self.canvas_edit(selected::framed(self.sequence(), &self.view.selection.ids, self.middle()));
        self.show_new();
    }

    fn insert(&mut self, offer: usize) {
        let single = self.view.selection.single().filter(|_| placing::may_follow(offer));
        let behind = single.and_then(|id| placing::after(self.sequence(), offer, id));
        let edit = behind.unwrap_or_else(|| {
            let at = placing::free_spot(self.sequence(), self.middle());
            CanvasEdit::Place(placing::new_item(offer, at), Joint::Loose)
        });
        self.canvas_edit(edit);
        self.show_new();
    }

    fn show_new(&mut self) {
        self.view.reveal = true;
        self.view.focus_canvas = true;
    }

    /// Away with the selected link, or with all links of what is selected.
    fn disconnect(&mut self) {
        if let Some(edit) = selected::unlinked(self.sequence(), &self.view.selection) {
            self.edit(&edit, Grouping::Alone);
        }
        self.view.selection.link = None;
    }

    /// Everything in rows and columns, as one step.
    fn tidy(&mut self) {
        let known = Known::new(&self.editor.campaign().directory);
        if let Some(edit) = selected::tidy(self.sequence(), &known) {
            self.canvas_edit(edit);
            self.canvas.fits = true;
        }
    }

    /// Brings the selected items in line with the first of them.
    fn align(&mut self, line: Line) {
        if let Some(edit) = selected::aligned(self.sequence(), &self.view.selection.ids, line) {
            self.canvas_edit(edit);
        }
    }

    /// Opens the list of what the selected item can lead to, at its right.
    fn connect_to(&mut self) {
        let (Some(id), Some(sight)) = (self.view.selection.single(), self.sight()) else { return };
        let sequence = &self.editor.campaign().sequences[self.view.selection.sequence];
        let Some(item) = sequence.item(id) else { return };
        let edge = point(item.position.0 as f32 + 44.0, item.position.1 as f32 - 12.0);
        let at = sight.rect.clamp(sight.on_screen(edge));
        self.canvas.choose(sequence, Purpose::ConnectTo(id), at);
    }
}

fn position(at: Point) -> Position {
    Position(f64::from(at.x), f64::from(at.y))
}
