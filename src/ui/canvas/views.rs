//! Where a sequence is first seen, and that it stays whole in view as the window grows or shrinks, until a person pans
//! or zooms.

use eframe::egui::{self, Rect, Vec2};
use rustc_hash::FxHashMap;

use super::sight::Sight;
use crate::campaign::ids::SequenceId;
use crate::picture::geometry;
use crate::ui::context::camera::Camera;
use crate::ui::context::panel::DocumentView;
use crate::ui::context::view_state::Mode;

/// A camera that was set for a window of a size.
#[derive(Clone, Copy, Debug)]
struct Fitted {
    sequence: SequenceId,
    camera: Camera,
    window: Vec2,
    mode: Mode,
    how: fn(Rect, geometry::Rect) -> Camera,
    /// How many frames it has been seen in.
    frames: u8,
}

/// The panels of another mode take their room within so many frames.
const FRAMES_TO_SETTLE: u8 = 4;

/// Which part of each sequence is seen, and where the canvas lies.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// Pan and zoom of every sequence; missing ones are fitted when first shown.
    pub cameras: FxHashMap<SequenceId, Camera>,
    /// Where the canvas was on the screen; `None` before it was drawn first.
    pub rect: Option<Rect>,
    /// All of the sequence is to be shown in the next frame.
    pub fits: bool,
    /// The camera that shows all, as long as nobody panned or zoomed.
    fitted: Option<Fitted>,
}

/// What was seen at a time: all it takes to see the same again.
#[derive(Clone, Debug)]
pub struct Seen {
    cameras: FxHashMap<SequenceId, Camera>,
    rect: Option<Rect>,
    fitted: Option<Fitted>,
}

impl Seen {
    /// Another campaign is open: this is of no use any more.
    pub fn forget(&mut self) {
        self.cameras.clear();
    }
}

impl Views {
    /// What is seen of a sequence; `None` before the canvas was drawn first.
    pub fn sight(&self, sequence: SequenceId) -> Option<Sight> {
        let camera = *self.cameras.get(&sequence)?;
        Some(Sight { rect: self.rect?, camera })
    }

    /// Fits all sequences anew. Returns what was seen before.
    pub fn fit_all(&mut self) -> Seen {
        let cameras = std::mem::take(&mut self.cameras);
        Seen { cameras, rect: self.rect, fitted: self.fitted }
    }

    /// Sees what was seen then, unless that is forgotten: what the window does until it is as large again moves nothing
    /// in the end.
    pub fn restore(&mut self, seen: Seen) {
        if !seen.cameras.is_empty() {
            (self.cameras, self.rect, self.fitted) = (seen.cameras, seen.rect, seen.fitted);
        }
    }

    /// Another campaign is open, in the same room.
    pub fn forget_document(&mut self) {
        *self = Self { rect: self.rect, ..Self::default() };
    }

    /// A copied sequence is first seen as the one it is a copy of.
    pub fn copy(&mut self, from: SequenceId, to: SequenceId) {
        if let Some(camera) = self.cameras.get(&from).copied() {
            self.cameras.insert(to, camera);
        }
    }

    /// The camera of this frame, with the canvas in `rect`, and in `was` the frame before.
    pub(super) fn camera(
        &mut self,
        ctx: &egui::Context,
        panel: &DocumentView<'_>,
        was: Option<Rect>,
        rect: Rect,
    ) -> Camera {
        let (sequence, window) = (panel.place(), ctx.content_rect().size());
        if std::mem::take(&mut self.fits) {
            return self.fit_by(Camera::fit, panel, window, rect);
        }
        let is_report = panel.view.mode == Mode::Report;
        let Some(mut camera) = self.cameras.get(&sequence).copied() else {
            let how = if is_report { Camera::fit } else { Camera::first };
            return self.fit_by(how, panel, window, rect);
        };
        let fitted = self.fitted.filter(|fitted| fitted.sequence == sequence && fitted.camera == camera);
        // Above a report all is seen, however high the report is made; each mode has its own room.
        let is_other = |fitted: &Fitted| fitted.window != window || fitted.mode != panel.view.mode;
        let is_settling = |fitted: &Fitted| fitted.frames < FRAMES_TO_SETTLE || is_report;
        let changes = |fitted: &Fitted| is_other(fitted) || is_settling(fitted) && was != Some(rect);
        if let Some(again) = fitted.filter(changes) {
            let camera = self.fit_by(again.how, panel, window, rect);
            // A panel that grows in every frame would never come to rest.
            if let Some(fitted) = self.fitted.as_mut().filter(|_| !is_other(&again)) {
                fitted.frames = again.frames.saturating_add(1);
            }
            return camera;
        }
        self.fitted = self.fitted.map(|fitted| Fitted { frames: fitted.frames.saturating_add(1), ..fitted });
        let fitted = self.fitted.filter(|fitted| fitted.sequence == sequence && fitted.camera == camera);
        if let Some(was) = was.filter(|was| *was != rect) {
            // A panel that opens or folds covers a part of the canvas and moves nothing on it.
            camera.pan(was.center() - rect.center());
            self.fitted = fitted.map(|fitted| Fitted { camera, ..fitted });
        }
        camera
    }

    fn fit_by(
        &mut self,
        how: fn(Rect, geometry::Rect) -> Camera,
        panel: &DocumentView<'_>,
        window: Vec2,
        rect: Rect,
    ) -> Camera {
        let camera = whole(panel).map_or_else(Camera::default, |bounds| how(rect, bounds));
        self.fitted = Some(Fitted { sequence: panel.place(), camera, window, mode: panel.view.mode, how, frames: 0 });
        camera
    }
}

/// What is to be seen of a sequence: all of it while it is drawn; otherwise its items, on which the numbers stand.
fn whole(panel: &DocumentView<'_>) -> Option<geometry::Rect> {
    let is_drawn = panel.view.mode == Mode::Build;
    let items = panel.scene.faces.iter().filter(|_| !is_drawn).map(|face| face.extent());
    items.reduce(|a, b| a.union(&b)).or_else(|| panel.scene.bounds())
}
