//! The links as they were last painted: hundreds of curves, which look the same in each frame unless the user pans,
//! zooms or drags.

use std::sync::Arc;

use eframe::egui::{self, epaint::Mesh};

use crate::picture::scene::Scene;
use crate::picture::theme::Theme;
use crate::ui::context::camera::Camera;

use super::brush::Brush;
use super::lens::Lens;
use super::look::{CanvasLook, Hover};

/// The mesh of the links that was last painted, and what it depends on.
#[derive(Default)]
pub struct Links(Option<(LinkLayerKey, Arc<Mesh>)>);

/// What the look of the links depends on, while nothing is dragged and no contact's path is highlighted.
#[derive(PartialEq)]
struct LinkLayerKey {
    scene: u64,
    view: egui::Rect,
    camera: Camera,
    theme: Theme,
    soft: f32,
    selected: Option<usize>,
    hovered: Option<Hover>,
    onto: Option<usize>,
}

impl Links {
    /// Paints the links: the kept mesh if they look the same as in the last frame, otherwise with `draw`, which must
    /// not paint letters.
    pub fn paint(
        &mut self,
        brush: &mut Brush<'_>,
        lens: &Lens<'_>,
        scene: &Scene,
        look: &CanvasLook<'_>,
        draw: fn(&mut Brush<'_>, &Lens<'_>, &Scene, &CanvasLook<'_>),
    ) {
        if look.moved.is_some() || look.lit.is_some() {
            return draw(brush, lens, scene, look);
        }
        let shown = LinkLayerKey {
            scene: scene.stamp(),
            view: lens.view,
            camera: *lens.camera,
            theme: look.theme,
            soft: brush.soft,
            selected: look.selected_link,
            hovered: look.hovered.filter(|hover| matches!(hover, Hover::Link(_))),
            onto: look.drop_link,
        };
        let mesh = match self.0.take() {
            Some((before, mesh)) if before == shown => mesh,
            before => {
                before.into_iter().for_each(|(_, mesh)| brush.letters.give_back(mesh));
                let room = brush.letters.spare();
                Arc::new(brush.apart(room, |brush| draw(brush, lens, scene, look)))
            }
        };
        brush.mesh(&mesh);
        self.0 = Some((shown, mesh));
    }
}
