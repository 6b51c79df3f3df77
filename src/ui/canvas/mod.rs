//! The canvas: one interactive area on which the open sequence is painted.
//!
//! Each frame reads wheel, keys, clicks and drags in that order, paints, and puts the controls, the text
//! being edited and the menus on top. A drag previews and ends in one edit (`gesture`).

mod arriving;
mod choosing;
mod clicks;
mod controls;
pub mod fitted;
mod gesture;
mod hit;
pub mod inline;
mod keys;
mod live;
mod menu;
mod motion;
mod nodes;
pub mod paint;
pub mod pasting;
pub mod placing;
mod rehearsed;
pub mod sight;
pub mod snap;
mod walk;

use eframe::egui;

use crate::campaign::ids::SequenceId;
use crate::picture::geometry::Rect;
use crate::picture::marks::Marks;
use crate::picture::scene::{area, on_curve};
use crate::picture::theme::Ink;
use crate::ui::context::camera::Camera;
use crate::ui::context::view_state::{Overlay, ViewState};
use crate::ui::controls::theme::color;
use crate::ui::shell::app::Panel;
use arriving::Arriving;
use choosing::Choosing;
use gesture::Gesture;
use hit::Hit;
use inline::Inline;
use menu::ContextMenu;
use paint::look::{Hover, Look, Moved};
use sight::Sight;

/// What the canvas keeps between frames: drags under way and what is cached for painting.
#[derive(Default)]
pub struct Canvas {
    /// Where it was on the screen; `None` before it was drawn first.
    pub(super) rect: Option<egui::Rect>,
    /// When a paste was asked for from a menu, in egui's seconds: a text that comes soon is for the canvas.
    pub(super) awaits_paste: Option<f64>,
    /// The text that is being edited in place.
    pub(super) inline: Option<Inline>,
    choosing: Option<Choosing>,
    menu: Option<ContextMenu>,
    gesture: Option<Gesture>,
    arriving: Option<Arriving>,
    hover: Option<Hit>,
    /// Space is held, and whether something was dragged since.
    space: Option<bool>,
    cache: paint::PaintCache,
    rehearsed: rehearsed::Rehearsed,
    marks: Option<(u64, Marks)>,
    /// The sequence that was shown last.
    place: SequenceId,
    /// All of the sequence is to be shown in the next frame.
    pub(super) fits: bool,
    /// The camera that shows all, as long as nobody panned or zoomed.
    fitted: Option<fitted::Fitted>,
}

/// The focus of the keyboard when it is on the canvas.
pub fn focus_id() -> egui::Id {
    egui::Id::unique("canvas")
}

/// The field for a text that is edited in place.
fn inline_id() -> egui::Id {
    focus_id().with("inline")
}

/// The field of the search list.
fn chooser_id() -> egui::Id {
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
    is_free && view.overlay == Overlay::None && !view.outline.has_keyboard(ctx)
}

/// Draws the canvas and reads what the pointer and the keys do on it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, canvas: &mut Canvas) {
    egui::CentralPanel::no_frame().show(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        if rect.is_positive() {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            canvas.show(ui, panel, rect);
        }
    });
}

impl Canvas {
    fn show(&mut self, ui: &mut egui::Ui, panel: &mut Panel<'_>, rect: egui::Rect) {
        self.follow_sequence(panel);
        let was = self.rect.replace(rect);
        let surface = ui.interact(rect, focus_id(), egui::Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        let place = panel.place();
        let mut sight = Sight { rect, camera: self.camera(ui.ctx(), panel, was, rect) };
        // What asks for this in a frame is done after it, so that it is seen where it is then.
        if std::mem::take(&mut panel.view.reveal) {
            reveal(panel, &mut sight);
        }
        self.take_keyboard(ui, panel, &surface);
        let clicked = nodes::show(ui, panel, &sight, &surface);
        motion::wheel(ui, &surface, &mut sight);
        self.read_keys(ui, panel, &sight);
        self.drag(ui, panel, &surface, &mut sight);
        if let Some(clicked) = clicked {
            self.click(ui, panel, &sight, clicked);
        }
        self.arrive(ui, panel, &sight);
        self.point(ui, panel, &surface, &sight);
        self.paint(ui, panel, &sight);
        self.say_of_link(ui, panel, &sight);
        self.controls(ui, panel, &mut sight);
        live::show(ui, panel, &sight);
        self.edit_inline(ui, panel, &sight);
        self.show_chooser(ui, panel);
        self.show_menu(ui, panel);
        panel.view.cameras.insert(place, sight.camera);
        if panel.view.reveal || panel.view.focus_canvas {
            ui.ctx().request_repaint();
        }
    }

    /// Who was on the way in the last frame: where on the screen, and whose place in the list.
    pub fn on_their_way(&self) -> &[(egui::Pos2, u64)] {
        self.rehearsed.on_their_way()
    }

    /// What was under way on another canvas ends without a trace.
    fn follow_sequence(&mut self, panel: &Panel<'_>) {
        if self.place != panel.place() {
            self.place = panel.place();
            (self.gesture, self.inline, self.choosing, self.menu) = (None, None, None, None);
        }
    }

    /// What is under the pointer while nothing is pressed.
    fn point(&mut self, ui: &egui::Ui, panel: &Panel<'_>, surface: &egui::Response, sight: &Sight) {
        let at = ui.input(|input| input.pointer.hover_pos());
        let at = at.filter(|_| surface.contains_pointer() && self.gesture.is_none() && sight.is_legible());
        self.hover = at.map(|at| hit::at(panel.scene, &panel.view.selection, sight.on_canvas(at), sight.points(1.0)));
        if let Some(icon) = self.hover.and_then(keys::cursor) {
            ui.ctx().set_cursor_icon(icon);
        }
    }

    fn paint(&mut self, ui: &egui::Ui, panel: &Panel<'_>, sight: &Sight) {
        let key = panel.findings_number;
        if self.marks.as_ref().is_none_or(|(of, _)| *of != key) {
            self.marks = Some((key, Marks::of(panel.findings)));
        }
        let lit = self.rehearsed.lit(panel);
        let mut look = Look::new(panel.theme, &panel.view.selection.ids);
        look.lit = lit.as_deref();
        look.counts = panel.counts;
        look.selected_link = panel.view.selection.link;
        look.marks = self.marks.as_ref().map(|(_, marks)| marks);
        look.hovered = self.hover.and_then(hover);
        look.editing = self.inline.as_ref().map(|inline| inline.id);
        if ui.memory(|memory| memory.has_focus(focus_id())) {
            look.focused = panel.view.selection.single();
        }
        match &self.gesture {
            Some(Gesture::Move(moving)) => {
                look.moved = Some(Moved { ids: &moving.ids, dx: moving.by.0 as f32, dy: moving.by.1 as f32 });
                look.guides = &moving.guides;
                look.drop_link = moving.onto.map(|(link, _)| link);
            }
            Some(Gesture::Link(linking)) => {
                look.ghost = Some(linking.ghost());
                look.drop_item = linking.onto();
            }
            Some(Gesture::Size(sizing)) => look.sized = Some((sizing.id, sizing.rect())),
            Some(Gesture::Band(band)) => look.band = Some(band.over),
            Some(Gesture::Pan(_)) | None => {}
        }
        if let Some(choosing) = &self.choosing {
            look.ghost = choosing.ghost(panel.scene);
        }
        if let Some(arriving) = &self.arriving {
            (look.ghost_item, look.drop_link, look.guides) = (arriving.ghost, arriving.onto, &arriving.guides);
        }
        paint::paint(ui.painter(), sight.rect, &sight.camera, panel.scene, &look, &mut self.cache);
        self.rehearsed.paint(ui, panel, sight);
        rehearsed::present_clock(ui, panel, sight);
        if let (Some(link), None) = (panel.view.selection.link, &self.gesture) {
            paint_ends(ui, panel, sight, link);
        }
    }

    /// Why the link that is being drawn can't end where it is, or what is wrong with the one that is
    /// pointed at, at the pointer.
    fn say_of_link(&self, ui: &egui::Ui, panel: &Panel<'_>, sight: &Sight) {
        let sentences = match (&self.gesture, self.hover) {
            (Some(Gesture::Link(linking)), _) => linking.refusal().into_iter().collect(),
            (None, Some(Hit::Link(link) | Hit::End(link, _))) if self.menu.is_none() => {
                panel.badges.of_link(link).map(|badge| badge.sentences.clone()).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let Some(at) = ui.input(|input| input.pointer.latest_pos()).filter(|_| !sentences.is_empty()) else { return };
        let area = egui::Area::new(focus_id().with("refusal")).order(egui::Order::Tooltip).interactable(false);
        area.fixed_pos(at + egui::vec2(16.0, 16.0)).constrain_to(sight.rect).show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(280.0);
                sentences.iter().for_each(|sentence| _ = ui.label(sentence));
            });
        });
    }
}

/// The ends of the selected link can be taken hold of.
fn paint_ends(ui: &egui::Ui, panel: &Panel<'_>, sight: &Sight, link: usize) {
    let Some(wire) = panel.scene.wire(link) else { return };
    for t in [hit::FIRST_END, hit::LAST_END] {
        let at = sight.on_screen(on_curve(&wire.curve, t));
        let edge = egui::Stroke::new(1.5, color(Ink::Accent, panel.theme));
        ui.painter().circle(at, 5.0, color(Ink::Paper, panel.theme), edge);
    }
}

/// Brings what is selected into view; without a selection, all of it where only empty paper would be seen.
fn reveal(panel: &Panel<'_>, sight: &mut Sight) {
    let (scene, selection) = (panel.scene, &panel.view.selection);
    let link = selection.link.and_then(|link| scene.wire(link)).map(|wire| wire.extent());
    let things = selection.ids.iter().filter_map(|id| {
        let face = scene.face(*id).map(|face| face.tile().grown(16.0));
        let note = || scene.note(*id).map(|note| area(note.position, note.size));
        face.or_else(note).or_else(|| scene.frame(*id).map(|frame| area(frame.position, frame.size)))
    });
    if let Some(bounds) = things.chain(link).reduce(|a: Rect, b| a.union(&b)) {
        sight.camera.reveal(sight.rect, bounds);
    } else if let Some(bounds) = scene.bounds().filter(|bounds| !sight.seen().meets(bounds)) {
        sight.camera = Camera::fit(sight.rect, bounds);
    }
}

fn hover(hit: Hit) -> Option<Hover> {
    match hit {
        Hit::Item(id) => Some(Hover::Item(id)),
        Hit::Handle(id) => Some(Hover::Handle(id)),
        Hit::Link(link) | Hit::End(link, _) => Some(Hover::Link(link)),
        Hit::Note(id) => Some(Hover::Note(id)),
        Hit::Frame(id) => Some(Hover::Frame(id)),
        Hit::Corner(..) | Hit::Paper => None,
    }
}
