//! Doing what commands ask of the canvas.

use eframe::egui;

use super::app::App;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Joint};
use crate::campaign::fragment::Fragment;
use crate::campaign::history::Grouping;
use crate::campaign::item::{Kind, Position};
use crate::campaign::known::Known;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::{Color, Frame, Sequence};
use crate::campaign::tidy::{Extent, tidy};
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{Scene, area};
use crate::ui::canvas::inline::Inline;
use crate::ui::canvas::pasting::ASIDE;
use crate::ui::canvas::sight::Sight;
use crate::ui::canvas::{placing, snap};
use crate::ui::context::camera::Camera;
use crate::ui::context::command::Command;
use crate::ui::context::view_state::Mode;
use crate::ui::controls::chooser::Purpose;
use crate::workbench::clipboard;

/// How far a frame stands off what it is around.
const PADDING: f32 = 20.0;

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
            Command::AlignRow => self.align(|at, to| Position(at.0, to.1)),
            Command::AlignColumn => self.align(|at, to| Position(to.0, at.1)),
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
        self.editor.campaign().sequence_or_first(self.view.selection.sequence)
    }

    /// What is seen of the open sequence; `None` before the canvas was drawn first.
    fn sight(&self) -> Option<Sight> {
        let camera = *self.view.cameras.get(&self.view.selection.sequence)?;
        Some(Sight { rect: self.canvas.rect?, camera })
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
        let fragment = self.selected();
        if fragment.is_empty() {
            return;
        }
        let label = match fragment.len() {
            1 => "Duplicate 1 item".to_owned(),
            many => format!("Duplicate {many} items"),
        };
        let paste = CanvasEdit::Paste(fragment.shifted(ASIDE, ASIDE));
        let edit = Edit::Canvas(self.view.selection.sequence, paste);
        self.edit(&Edit::Together(label, vec![edit]), Grouping::Alone);
        self.view.reveal = true;
    }

    fn delete(&mut self) {
        if let Some(link) = self.view.selection.link.take() {
            self.canvas_edit(CanvasEdit::Disconnect(link));
        } else if !self.view.selection.ids.is_empty() {
            self.canvas_edit(CanvasEdit::Remove(self.view.selection.ids.iter().copied().collect()));
        }
    }

    fn select_all(&mut self) {
        let sequence = self.sequence();
        let items = sequence.items.iter().map(|item| item.id);
        let notes = sequence.notes.iter().map(|note| note.id);
        let ids = items.chain(notes).chain(sequence.frames.iter().map(|frame| frame.id));
        self.view.selection = Selection::of(self.view.selection.sequence, ids);
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
        self.view.cameras.insert(self.view.selection.sequence, sight.camera);
    }

    /// Where something new stands when no place was shown: the middle of what is seen.
    fn middle(&self) -> Position {
        let middle = self.sight().map_or(point(400.0, 300.0), |sight| sight.seen().middle());
        snap::to_grid(position(middle)).within_canvas()
    }

    fn new_note(&mut self) {
        let (middle, size) = (self.middle(), placing::NOTE);
        let corner = Position(middle.0 - size.0 / 2.0, middle.1 - size.1 / 2.0);
        self.canvas_edit(CanvasEdit::PlaceNote(placing::new_note(snap::to_grid(corner))));
        self.show_new();
    }

    fn new_frame(&mut self) {
        let ids = &self.view.selection.ids;
        let rect = around(self.sequence(), |id| ids.contains(&id)).map(|rect| rect.grown(PADDING));
        let (corner, far) = match rect {
            Some(rect) => (rect.min, rect.max),
            None => {
                let middle = self.middle();
                let (x, y) = (middle.0 as f32, middle.1 as f32);
                (point(x - 200.0, y - 100.0), point(x + 200.0, y + 100.0))
            }
        };
        // Outwards to the grid, so that the frame lines up and nothing sticks out.
        let (grid, out) = (snap::GRID, |at: Point| (f64::from(at.x), f64::from(at.y)));
        let ((left, top), (right, bottom)) = (out(corner), out(far));
        let at = Position((left / grid).floor() * grid, (top / grid).floor() * grid);
        let size = Position((right / grid).ceil() * grid - at.0, (bottom / grid).ceil() * grid - at.1);
        let frame = Frame { id: 0, position: at, size, title: "Frame".to_owned(), color: Color::Blue };
        self.canvas_edit(CanvasEdit::PlaceFrame(frame));
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
        let selection = &self.view.selection;
        let touches = |link: &(u64, u64)| selection.ids.contains(&link.0) || selection.ids.contains(&link.1);
        let links = self.sequence().links.iter().enumerate();
        let taken = links.filter(|(place, link)| selection.link == Some(*place) || touches(link));
        // From the last one on: the places of the others stay true.
        let mut places: Vec<usize> = taken.map(|(place, _)| place).collect();
        places.reverse();
        let remove = |place: &usize| Edit::Canvas(selection.sequence, CanvasEdit::Disconnect(*place));
        let edits: Vec<Edit> = places.iter().map(remove).collect();
        if let [edit] = &edits[..] {
            self.edit(&edit.clone(), Grouping::Alone);
        } else if !edits.is_empty() {
            self.edit(&Edit::Together("Remove links".to_owned(), edits), Grouping::Alone);
        }
        self.view.selection.link = None;
    }

    /// Everything in rows and columns, with room for what is drawn around each item, as one step.
    fn tidy(&mut self) {
        let campaign = self.editor.campaign();
        let sequence = self.sequence();
        let scene = Scene::new(sequence, &Known::new(&campaign.directory));
        let reach = |id: u64| {
            let Some(face) = scene.face(id) else { return Extent { left: 32.0, right: 32.0, up: 32.0, down: 32.0 } };
            let (middle, extent) = (face.middle, face.extent());
            Extent {
                left: f64::from(middle.x - extent.min.x),
                right: f64::from(extent.max.x - middle.x),
                up: f64::from(middle.y - extent.min.y),
                down: f64::from(extent.max.y - middle.y),
            }
        };
        let tidied = tidy(sequence, &reach);
        if tidied.is_empty() {
            return;
        }
        self.canvas_edit(CanvasEdit::Tidy(tidied));
        self.canvas.fits = true;
    }

    /// Brings the selected items in line with the first of them.
    fn align(&mut self, place: impl Fn(Position, Position) -> Position) {
        let ids = &self.view.selection.ids;
        let items = self.sequence().items.iter().filter(|item| ids.contains(&item.id));
        let items: Vec<(u64, Position)> = items.map(|item| (item.id, item.position)).collect();
        let first = items.iter().copied().min_by(|a, b| (a.1.0 + a.1.1).total_cmp(&(b.1.0 + b.1.1)));
        let Some((_, first)) = first.filter(|_| items.len() > 1) else { return };
        self.canvas_edit(CanvasEdit::Move(items.into_iter().map(|(id, at)| (id, place(at, first))).collect()));
    }

    /// Opens the list of what the selected item can lead to, at its right.
    fn connect_to(&mut self) {
        let (Some(id), Some(sight)) = (self.view.selection.single(), self.sight()) else { return };
        let sequence = self.editor.campaign().sequence_or_first(self.view.selection.sequence);
        let Some(item) = sequence.item(id) else { return };
        let edge = point(item.position.0 as f32 + 44.0, item.position.1 as f32 - 12.0);
        let at = sight.rect.clamp(sight.on_screen(edge));
        self.canvas.choose(sequence, Purpose::ConnectTo(id), at);
    }
}

fn position(at: Point) -> Position {
    Position(f64::from(at.x), f64::from(at.y))
}

/// The smallest rectangle around things, an item's name and sentence included.
fn around(sequence: &Sequence, which: impl Fn(u64) -> bool) -> Option<Rect> {
    let items = sequence.items.iter().filter(|item| which(item.id)).map(|item| {
        let below = if matches!(item.kind, Kind::Start) { 60.0 } else { 100.0 };
        let (x, y) = (item.position.0 as f32, item.position.1 as f32);
        Rect { min: point(x - 60.0, y - 40.0), max: point(x + 60.0, y + below) }
    });
    let notes = sequence.notes.iter().filter(|note| which(note.id)).map(|note| area(note.position, note.size));
    let frames = sequence.frames.iter().filter(|frame| which(frame.id)).map(|frame| area(frame.position, frame.size));
    items.chain(notes).chain(frames).reduce(|a, b| a.union(&b))
}
