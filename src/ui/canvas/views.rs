//! The view of each sequence: it fits the window, also while the window is resized, until the user pans or zooms.

use eframe::egui::{self, Rect, Vec2};
use rustc_hash::FxHashMap;

use super::viewport::Viewport;
use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::Family;
use crate::picture::draw::Pen;
use crate::picture::draw::item::covered;
use crate::picture::geometry::{self, point};
use crate::picture::level::NAMES;
use crate::picture::scene::Face;
use crate::ui::context::camera::Camera;
use crate::ui::context::panel::{DocumentView, RehearsalView};
use crate::ui::context::view_state::WindowMode;

/// A camera that was fitted to a window size.
#[derive(Clone, Copy, Debug)]
struct Fitted {
    sequence: SequenceId,
    camera: Camera,
    window: Vec2,
    mode: WindowMode,
    how: FitKind,
    /// The number of frames in which the camera has been used.
    frames: u8,
}

/// How a sequence is fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FitKind {
    /// All of it.
    Whole,
    /// All of it; a short one starts at the left.
    First,
    /// All of it, if its names can be read then; else the part with its Start.
    Readable,
}

impl FitKind {
    fn camera(self, panel: &DocumentView<'_>, rect: Rect, bounds: geometry::Rect) -> Camera {
        match self {
            FitKind::Whole => Camera::fit(rect, bounds),
            FitKind::First => Camera::first(rect, bounds),
            FitKind::Readable => Camera::readable(rect, bounds, start(panel).unwrap_or(bounds)),
        }
    }
}

/// The share of the zoom that notes may take from the items in Rehearse and Report mode.
const LEAST_WITH_NOTES: f32 = 0.85;
/// Frames after a change of mode until the panels have their final size.
const FRAMES_TO_SETTLE: u8 = 4;

/// The view of each sequence, and the canvas's rectangle.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// Pan and zoom of every sequence; missing ones are fitted when first shown.
    pub cameras: FxHashMap<SequenceId, Camera>,
    /// The canvas's rectangle on the screen; `None` before it was first drawn.
    pub rect: Option<Rect>,
    /// Whether to fit the sequence in the next frame.
    pub fits: bool,
    /// The fitted camera, until the user pans or zooms.
    fitted: Option<Fitted>,
}

/// A saved view, which can be restored.
#[derive(Clone, Debug)]
pub struct SavedView {
    cameras: FxHashMap<SequenceId, Camera>,
    rect: Option<Rect>,
    fitted: Option<Fitted>,
}

impl SavedView {
    /// Forgets a saved view, since another campaign is open.
    pub fn forget(&mut self) {
        self.cameras.clear();
    }
}

impl Views {
    /// The view of a sequence; `None` before the canvas was first drawn.
    pub fn viewport(&self, sequence: SequenceId) -> Option<Viewport> {
        let camera = *self.cameras.get(&sequence)?;
        Some(Viewport { rect: self.rect?, camera })
    }

    /// Fits all sequences again, and returns the view before.
    pub fn fit_all(&mut self) -> SavedView {
        let cameras = std::mem::take(&mut self.cameras);
        SavedView { cameras, rect: self.rect, fitted: self.fitted }
    }

    /// Restores a view, unless it was forgotten. Size changes of the window since it was saved don't move it.
    pub fn restore(&mut self, seen: SavedView) {
        if !seen.cameras.is_empty() {
            (self.cameras, self.rect, self.fitted) = (seen.cameras, seen.rect, seen.fitted);
        }
    }

    /// Forgets the views: another campaign is open.
    pub fn forget_document(&mut self) {
        *self = Self { rect: self.rect, ..Self::default() };
    }

    /// Gives a copied sequence the view of its original.
    pub fn copy(&mut self, from: SequenceId, to: SequenceId) {
        if let Some(camera) = self.cameras.get(&from).copied() {
            self.cameras.insert(to, camera);
        }
    }

    /// The camera of this frame, with the canvas in `rect`; `was` is the canvas's rectangle in the last frame.
    pub(super) fn camera(
        &mut self,
        ctx: &egui::Context,
        panel: &RehearsalView<'_>,
        was: Option<Rect>,
        rect: Rect,
    ) -> Camera {
        let (sequence, window) = (panel.sequence_id(), ctx.content_rect().size());
        if std::mem::take(&mut self.fits) {
            return self.fit_by(FitKind::Whole, panel, window, rect);
        }
        let is_report = panel.view.mode == WindowMode::Report;
        let Some(mut camera) = self.cameras.get(&sequence).copied() else {
            // Where numbers are explained or shown to others, they say nothing without names.
            let is_readable = is_report || panel.view.presenting;
            let how = if is_readable { FitKind::Readable } else { FitKind::First };
            return self.fit_by(how, panel, window, rect);
        };
        let fitted = self.fitted.filter(|fitted| fitted.sequence == sequence && fitted.camera == camera);
        // In Report mode the sequence stays fitted, whatever the report's height. The canvas has another size in each
        // mode.
        let is_other = |fitted: &Fitted| fitted.window != window || fitted.mode != panel.view.mode;
        let is_settling = |fitted: &Fitted| fitted.frames < FRAMES_TO_SETTLE || is_report;
        let changes = |fitted: &Fitted| is_other(fitted) || is_settling(fitted) && was != Some(rect);
        if let Some(again) = fitted.filter(changes) {
            let camera = self.fit_by(again.how, panel, window, rect);
            // New fits are counted, so that they end even if a panel grows in every frame.
            if let Some(fitted) = self.fitted.as_mut().filter(|_| !is_other(&again)) {
                fitted.frames = again.frames.saturating_add(1);
            }
            return camera;
        }
        self.fitted = self.fitted.map(|fitted| Fitted { frames: fitted.frames.saturating_add(1), ..fitted });
        let fitted = self.fitted.filter(|fitted| fitted.sequence == sequence && fitted.camera == camera);
        if let Some(was) = was.filter(|was| *was != rect) {
            // When a panel opens or closes, everything on the canvas keeps its position on the screen, unless the panel
            // would cover it.
            let seen = camera.seen(was);
            camera.pan(was.center() - rect.center());
            let has_room = keep_in_view(panel, &seen, rect, &mut camera);
            if let Some(again) = fitted.filter(|_| !has_room) {
                // Nobody has chosen this zoom, so a smaller one is better than items under the edge.
                return self.fit_by(again.how, panel, window, rect);
            }
            self.fitted = fitted.map(|fitted| Fitted { camera, ..fitted });
        }
        camera
    }

    fn fit_by(&mut self, how: FitKind, panel: &RehearsalView<'_>, window: Vec2, rect: Rect) -> Camera {
        let fitted = |bounds: geometry::Rect| {
            let camera = how.camera(panel, rect, bounds);
            // At a small zoom, texts keep a readable size and reach further.
            drawn(panel, camera.zoom).map_or(camera, |drawn| how.camera(panel, rect, bounds.union(&drawn)))
        };
        let camera = whole(panel).map_or_else(Camera::default, fitted);
        // Notes are in view too, unless the items would become much smaller.
        let all = panel.scene.bounds().filter(|_| camera.zoom > NAMES).map(fitted);
        let camera = all.filter(|all| all.zoom > (camera.zoom * LEAST_WITH_NOTES).max(NAMES)).unwrap_or(camera);
        self.fitted =
            Some(Fitted { sequence: panel.sequence_id(), camera, window, mode: panel.view.mode, how, frames: 0 });
        camera
    }
}

/// Pans as little as possible, so that all items that were in view with their texts still are. If there is not enough
/// space for all, the selected ones are. Returns whether there is.
fn keep_in_view(panel: &DocumentView<'_>, seen: &geometry::Rect, rect: Rect, camera: &mut Camera) -> bool {
    let is_within =
        |outer: &geometry::Rect, inner: &geometry::Rect| outer.contains(inner.min) && outer.contains(inner.max);
    let in_view = |is_wanted: &dyn Fn(u64) -> bool| {
        let faces = panel.scene.faces.iter().filter(|face| is_wanted(face.id) && is_within(seen, &face.tile()));
        // What was cut off before may stay so.
        faces.map(|face| face.extent().clipped(seen)).reduce(|a, b| a.union(&b))
    };
    let now = camera.seen(rect);
    let fits = |bounds: &geometry::Rect| bounds.width() <= now.width() && bounds.height() <= now.height();
    let selection = &panel.view.selection.ids;
    let all = in_view(&|_| true);
    let has_room = all.as_ref().is_none_or(fits);
    let bounds = if has_room { all } else { in_view(&|id| selection.contains(&id)) };
    if let Some(bounds) = bounds.filter(|bounds| !is_within(&now, bounds)) {
        camera.reveal(rect, bounds);
    }
    has_room
}

/// The rectangle around everything that items show at a zoom. Of a very large drawing only parts can be read anyway.
fn drawn(panel: &RehearsalView<'_>, zoom: f32) -> Option<geometry::Rect> {
    const MOST: usize = 2_000;
    let scene = panel.scene;
    if scene.faces.len() > MOST {
        return None;
    }
    let covered = scene.faces.iter().flat_map(|face| {
        let pen = Pen::new(point(face.middle.x * zoom, face.middle.y * zoom), zoom);
        let count = panel.counts.map(|counts| counts.of_item(scene.sequence.item(face.id))).unwrap_or_default();
        covered(&pen, face, count)
    });
    let all = covered.reduce(|a, b| a.union(&b))?;
    let scaled = |at: geometry::Point| point(at.x / zoom, at.y / zoom);
    Some(geometry::Rect { min: scaled(all.min), max: scaled(all.max) })
}

/// The leftmost Start with its texts, or without one the leftmost item.
fn start(panel: &DocumentView<'_>) -> Option<geometry::Rect> {
    let faces = panel.scene.faces.iter();
    let first = faces.min_by(|a, b| {
        let key = |face: &Face| (face.family != Family::Start, face.middle.x);
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    first.map(Face::extent)
}

/// What to fit at least: the whole sequence in Build mode, otherwise only its items with their numbers.
fn whole(panel: &DocumentView<'_>) -> Option<geometry::Rect> {
    let is_drawn = panel.view.mode == WindowMode::Build;
    let items = panel.scene.faces.iter().filter(|_| !is_drawn).map(|face| face.extent());
    items.reduce(|a, b| a.union(&b)).or_else(|| panel.scene.bounds())
}
