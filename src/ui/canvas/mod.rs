//! The canvas: one interactive area on which the open sequence is painted.
//!
//! Each frame reads wheel, keys, clicks and drags in that order, paints, and puts the controls, the text
//! being edited and the menus on top. A drag previews and ends in one edit (`gesture`).

mod arriving;
mod choosing;
mod clicks;
mod continuing;
mod count_link;
mod count_links;
mod free;
mod gesture;
mod hit;
pub mod ids;
pub mod inline;
pub mod keys;
pub mod live;
pub mod live_moment;
mod menu;
mod minimap;
mod motion;
mod nodes;
pub mod on_top;
pub mod paint;
mod presented;
mod rehearsed;
mod reveal;
mod tip;
mod uncover;
pub mod viewport;
pub mod views;
mod walk;
pub mod zoom_box;

use eframe::egui;

use crate::campaign::ids::SequenceId;
use crate::picture::marks::Marks;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::{DocumentView, Panel, RehearsalView};
use crate::ui::controls::theme::color;
use arriving::Arriving;
use count_link::CountLink;
use gesture::Gesture;
use hit::Hit;
use ids::focus_id;
use keys::Keys;
use live_moment::LiveMomentChoice;
use on_top::OnTop;
use paint::look::{CanvasLook, Hover, Moved};
use viewport::Viewport;
use views::Views;

/// What the canvas keeps between frames: its views, drags in progress, and caches for painting.
#[derive(Default)]
pub struct Canvas {
    /// The visible part of each sequence.
    pub views: Views,
    /// Whether the canvas takes focus in the next frame.
    pub takes_keyboard: bool,
    /// Whether to scroll the selection into view in the next frame.
    pub reveals: bool,
    /// What the keys keep between frames.
    pub keys: Keys,
    /// The text field, list or menu on top of the canvas.
    pub on_top: OnTop,
    minimap: minimap::MinimapPlace,
    uncover: uncover::SettingsOverCanvas,
    /// The choice of the moment of the live numbers.
    pub live: LiveMomentChoice,
    gesture: Option<Gesture>,
    arriving: Option<Arriving>,
    hover: Option<Hit>,
    cache: paint::PaintCache,
    rehearsed: rehearsed::RehearsalCache,
    marks: Option<(u64, Marks)>,
    /// The id of the sequence that was shown last.
    place: SequenceId,
}

/// Draws the canvas, and handles pointer and keys.
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
    /// A canvas that takes keyboard focus when it is first drawn.
    pub fn new() -> Self {
        Self { takes_keyboard: true, ..Self::default() }
    }

    fn show(&mut self, ui: &mut egui::Ui, panel: &mut Panel<'_>, rect: egui::Rect) {
        self.follow_sequence(panel.sequence_id());
        let was = self.views.rect.replace(rect);
        let surface = ui.interact(rect, focus_id(), egui::Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        let place = panel.sequence_id();
        let mut viewport = Viewport { rect, camera: self.views.camera(ui.ctx(), panel, was, rect) };
        if std::mem::take(&mut self.reveals) {
            reveal::reveal(ui, panel, &mut viewport);
        }
        let takes_keyboard = std::mem::take(&mut self.takes_keyboard) && !std::mem::take(&mut self.live.has_opened);
        if self.gesture.is_none() && self.on_top.is_empty() {
            self.uncover.follow(ui, panel, &mut viewport);
        }
        keys::take_keyboard(ui, panel, &surface, &self.on_top, takes_keyboard);
        let number = self.count_link(ui, panel, &surface, &viewport);
        let clicked = nodes::show(ui, panel, &viewport, &surface, number.is_some());
        motion::wheel(ui, &surface, &mut viewport);
        self.keys.read(ui, panel, &viewport, &mut self.on_top, self.gesture.is_some());
        gesture::drag(&mut self.gesture, &mut self.on_top, ui, panel, &surface, &mut viewport);
        if let Some(clicked) = clicked {
            clicks::click(ui, panel, &viewport, clicked, &self.rehearsed, &mut self.on_top);
        }
        self.arriving = arriving::follow(ui, panel, &viewport);
        self.point(ui, panel, &surface, &viewport);
        self.paint(ui, panel, &viewport);
        self.say_of_link(ui, panel, &viewport);
        if let Some(number) = number {
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            count_links::tell(ui, panel, &viewport, &number);
        }
        self.minimap.show(ui, &mut self.cache, panel, (&mut viewport, self.rehearsed.captions()));
        self.on_top.show(ui, panel, &viewport);
        // The zoom is written beside the tabs, which are drawn before.
        let before = self.views.cameras.insert(place, viewport.camera);
        if before.is_none_or(|before| before.zoom != viewport.camera.zoom) {
            ui.ctx().request_repaint();
        }
    }

    /// The zoom of the open sequence.
    pub fn zoom(&self, sequence: SequenceId) -> f32 {
        self.views.cameras.get(&sequence).map_or(1.0, |camera| camera.zoom)
    }

    /// The canvas's rectangle on the screen, once it was drawn, and whether nothing lies under a part of it.
    pub fn free_places(&self, panel: &RehearsalView<'_>) -> Option<(egui::Rect, impl Fn(egui::Rect) -> bool)> {
        let viewport = self.views.viewport(panel.sequence_id())?;
        Some((viewport.rect, move |rect| free::is_free(panel, &viewport, rect)))
    }

    /// Forgets everything that belongs to the campaign that was open before.
    pub fn forget_document(&mut self) {
        let mut views = std::mem::take(&mut self.views);
        views.forget_document();
        *self = Self { views, ..Self::new() };
    }

    /// Whether the canvas shows the preview of what is dragged from the palette.
    pub fn shows_what_arrives(&self) -> bool {
        self.arriving.as_ref().is_some_and(|arriving| arriving.ghost.is_some())
    }

    /// The dots of the last frame: each with its screen position and its contact's index in the run.
    pub fn on_their_way(&self) -> &[(egui::Pos2, u64)] {
        self.rehearsed.on_their_way()
    }

    /// The number of contacts that each moving dot stands for; 1 without dots.
    pub fn each_dot(&self) -> u64 {
        self.rehearsed.each_dot()
    }

    /// Whether a group of waiting or held contacts has fewer dots than contacts.
    pub fn has_large_groups(&self, panel: &RehearsalView<'_>) -> bool {
        self.rehearsed.has_large_groups(panel)
    }

    /// The number under the pointer, while nothing is dragged or open.
    fn count_link(
        &self,
        ui: &egui::Ui,
        panel: &RehearsalView<'_>,
        surface: &egui::Response,
        viewport: &Viewport,
    ) -> Option<CountLink> {
        let at = nodes::pointer(ui, surface).filter(|_| self.gesture.is_none() && self.on_top.is_empty())?;
        count_links::at(panel, viewport, &self.rehearsed, at)
    }

    /// Cancels what was in progress on another sequence.
    fn follow_sequence(&mut self, place: SequenceId) {
        if self.place != place {
            self.place = place;
            (self.gesture, self.on_top) = (None, OnTop::default());
        }
    }

    /// Finds what is under the pointer, while nothing is pressed, and sets the pointer's shape.
    fn point(&mut self, ui: &egui::Ui, panel: &DocumentView<'_>, surface: &egui::Response, viewport: &Viewport) {
        let at = ui.input(|input| input.pointer.hover_pos());
        let at = at.filter(|_| surface.contains_pointer() && self.gesture.is_none() && viewport.is_legible());
        self.hover = at.map(|at| hit::at(panel, viewport.on_canvas(at), viewport.points(1.0)));
        if let Some(icon) = self.hover.and_then(keys::cursor) {
            ui.ctx().set_cursor_icon(icon);
        }
    }

    fn paint(&mut self, ui: &egui::Ui, panel: &RehearsalView<'_>, viewport: &Viewport) {
        let key = panel.findings_number;
        if self.marks.as_ref().is_none_or(|(of, _)| *of != key) {
            self.marks = Some((key, Marks::of(panel.findings)));
        }
        let lit = self.rehearsed.lit(panel);
        let mut look = CanvasLook::new(panel.theme, &panel.view.selection.ids);
        look.lit = lit.as_deref();
        look.counts = panel.counts;
        look.selected_link = panel.view.selection.link;
        look.handles = !panel.view.presenting;
        // Problems are for the person who builds.
        look.marks = self.marks.as_ref().map(|(_, marks)| marks).filter(|_| look.handles);
        look.hovered = self.hover.and_then(hover).filter(|_| look.handles);
        look.editing = self.on_top.inline.as_ref().map(|inline| inline.id);
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
        if let Some(choosing) = &self.on_top.choosing {
            look.ghost = choosing.ghost(panel.scene);
        }
        if let Some(arriving) = &self.arriving {
            (look.ghost_item, look.drop_link, look.guides) = (arriving.ghost, arriving.onto, &arriving.guides);
        }
        paint::paint(ui.painter(), viewport.rect, &viewport.camera, panel.scene, &look, &mut self.cache);
        self.rehearsed.paint(ui, panel, viewport);
        presented::show(ui, panel, viewport, self.rehearsed.captions());
        if let (Some(link), None, false) = (panel.view.selection.link, &self.gesture, panel.view.presenting) {
            paint_ends(ui, panel, viewport, link);
        }
    }

    /// Shows at the pointer why the dragged link can't end there, or the problem of the link under it.
    fn say_of_link(&self, ui: &egui::Ui, panel: &RehearsalView<'_>, viewport: &Viewport) {
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        if let (None, Some(Hit::Link(link) | Hit::End(link, _))) = (&self.gesture, self.hover)
            && self.on_top.menu.is_none()
            && !panel.view.presenting
            && let Some(badge) = panel.badges.of_link(link)
        {
            let about = (focus_id().with(("link", link)), egui::Rect::from_center_size(at, egui::vec2(24.0, 24.0)));
            tip::show(ui, panel, viewport, about, |ui| {
                badge.sentences.iter().for_each(|sentence| _ = ui.label(sentence));
            });
        }
        let Some(Gesture::Link(linking)) = &self.gesture else { return };
        let Some(sentence) = linking.refusal() else { return };
        let area = egui::Area::new(focus_id().with("refusal")).order(egui::Order::Tooltip).interactable(false);
        area.fixed_pos(at + egui::vec2(16.0, 16.0)).constrain_to(viewport.rect).show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(280.0);
                ui.label(sentence);
            });
        });
    }
}

/// Paints the handles at the ends of the selected link.
fn paint_ends(ui: &egui::Ui, panel: &DocumentView<'_>, viewport: &Viewport, link: usize) {
    let Some(wire) = panel.scene.wire(link) else { return };
    for t in [hit::FIRST_END, hit::LAST_END] {
        let at = viewport.on_screen(wire.path.at(t));
        let edge = egui::Stroke::new(1.5, color(ColorRole::Accent, panel.theme));
        ui.painter().circle(at, 5.0, color(ColorRole::Paper, panel.theme), edge);
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
