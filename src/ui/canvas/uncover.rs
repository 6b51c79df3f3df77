//! In a narrow window the settings lie over the canvas. What is selected moves out from under them, and back when they
//! close.

use eframe::egui::{self, vec2};

use super::reveal::selected_bounds;
use super::viewport::Viewport;
use crate::campaign::selection::Selection;
use crate::picture::scene::face::Face;
use crate::ui::context::camera::Camera;
use crate::ui::context::narrow;
use crate::ui::context::panel::DocumentView;

/// The gap between the settings and what is selected.
const GAP: f32 = 16.0;

/// What is kept while settings lie over the canvas.
#[derive(Default)]
pub struct UncoveredSelection {
    /// The selection that was moved, or needed no moving.
    seen: Option<Selection>,
    /// The view before anything was moved, and after it.
    moved: Option<(Camera, Camera)>,
}

impl UncoveredSelection {
    /// Moves the view as little as needed. It waits while the pointer is pressed or may click a second time, so that
    /// nothing moves away under it.
    pub fn follow(&mut self, ui: &egui::Ui, panel: &DocumentView<'_>, viewport: &mut Viewport) {
        let Some(covered) = narrow::settings_over_canvas(panel, ui.ctx().content_rect().width()) else {
            self.seen = None;
            if let Some((before, _)) = self.moved.take().filter(|(_, after)| *after == viewport.camera) {
                viewport.camera = before;
                ui.ctx().request_repaint();
            }
            return;
        };
        let selection = &panel.view.selection;
        if self.seen.as_ref() == Some(selection) {
            return;
        }
        let (is_down, since) = ui.input(|input| (input.pointer.any_down(), input.pointer.time_since_last_click()));
        let second_click = ui.ctx().options(|options| options.input_options.max_double_click_delay) as f32;
        if is_down || since < second_click {
            ui.ctx().request_repaint_after_secs((second_click - since).max(0.05));
            return;
        }
        self.seen = Some(selection.clone());
        let Some(bounds) = selected_bounds(panel.scene, selection, Face::extent) else { return };
        let shown = viewport.rect_on_screen(bounds);
        let free = viewport.rect.right() - covered - GAP;
        let by = (shown.right() - free).min(shown.left() - viewport.rect.left() - GAP);
        if by > 0.0 {
            let before = match self.moved {
                Some((before, after)) if after == viewport.camera => before,
                _ => viewport.camera,
            };
            viewport.camera.pan(vec2(-by, 0.0));
            self.moved = Some((before, viewport.camera));
            ui.ctx().request_repaint();
        }
    }
}
