//! Where a sequence is first seen, and that it stays whole in view as the window grows or shrinks, until a person pans
//! or zooms.

use eframe::egui::{self, Rect, Vec2};

use super::Canvas;
use crate::campaign::ids::SequenceId;
use crate::picture::geometry;
use crate::ui::context::camera::Camera;
use crate::ui::context::view_state::Mode;
use crate::ui::shell::app::Panel;

/// A camera that was set for a window of a size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fitted {
    place: SequenceId,
    camera: Camera,
    window: Vec2,
    mode: Mode,
    how: fn(Rect, geometry::Rect) -> Camera,
    /// How many frames it has been seen in.
    frames: u8,
}

/// The panels of another mode take their room within so many frames.
const FRAMES_TO_SETTLE: u8 = 4;

/// Where the canvas lay and for what its camera was set: with the cameras, all it takes to see the same again.
#[derive(Clone, Copy, Debug)]
pub struct Stance {
    rect: Option<Rect>,
    fitted: Option<Fitted>,
}

impl Canvas {
    /// How it stands now.
    pub(in crate::ui) fn stance(&self) -> Stance {
        Stance { rect: self.rect, fitted: self.fitted }
    }

    /// Stands as it did: what the window does until it is as large again moves nothing in the end.
    pub(in crate::ui) fn stand(&mut self, stance: Stance) {
        (self.rect, self.fitted) = (stance.rect, stance.fitted);
    }

    /// The camera of this frame, with the canvas in `rect`, and in `was` the frame before.
    pub(super) fn camera(&mut self, ctx: &egui::Context, panel: &Panel<'_>, was: Option<Rect>, rect: Rect) -> Camera {
        let (place, window) = (panel.place(), ctx.content_rect().size());
        if std::mem::take(&mut self.fits) {
            return self.fit_by(Camera::fit, panel, window, rect);
        }
        let is_report = panel.view.mode == Mode::Report;
        let Some(mut camera) = panel.view.cameras.get(&place).copied() else {
            let how = if is_report { Camera::fit } else { Camera::first };
            return self.fit_by(how, panel, window, rect);
        };
        let fitted = self.fitted.filter(|fitted| fitted.place == place && fitted.camera == camera);
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
        let fitted = self.fitted.filter(|fitted| fitted.place == place && fitted.camera == camera);
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
        panel: &Panel<'_>,
        window: Vec2,
        rect: Rect,
    ) -> Camera {
        let camera = whole(panel).map_or_else(Camera::default, |bounds| how(rect, bounds));
        self.fitted = Some(Fitted { place: panel.place(), camera, window, mode: panel.view.mode, how, frames: 0 });
        camera
    }
}

/// What is to be seen of a sequence: all of it while it is drawn; otherwise its items, on which the numbers stand.
fn whole(panel: &Panel<'_>) -> Option<geometry::Rect> {
    let is_drawn = panel.view.mode == Mode::Build;
    let items = panel.scene.faces.iter().filter(|_| !is_drawn).map(|face| face.extent());
    items.reduce(|a, b| a.union(&b)).or_else(|| panel.scene.bounds())
}
