//! The search list on the canvas, with the link whose end is being chosen.

use eframe::egui::{self, Key, Modifiers, Pos2};

use super::ids::{chooser_id, focus_id};
use super::paint::look::GhostLink;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::point;
use crate::picture::scene::{LinkPath, Scene, curve_between};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::controls::chooser::{Chooser, ChooserPurpose, ChosenEdit};

/// The list, opened at a point of the screen.
pub struct Choosing {
    chooser: Chooser,
    at: Pos2,
    /// Whether the list has not been drawn yet.
    is_fresh: bool,
}

impl Choosing {
    /// Opens the list at a point of the screen.
    pub fn new(sequence: &Sequence, purpose: ChooserPurpose, at: Pos2) -> Self {
        Self { chooser: Chooser::new(sequence, purpose, chooser_id()), at, is_fresh: true }
    }

    /// The link whose end is being chosen.
    pub fn ghost(&self, scene: &Scene) -> Option<GhostLink> {
        let ChooserPurpose::After(from, Some(at)) = self.chooser.purpose else { return None };
        let tile = scene.face(from)?.tile();
        let edge = point(tile.max.x, tile.middle().y);
        Some(GhostLink { path: LinkPath::Curve(curve_between(edge, at)), refused: false })
    }
}

/// Draws the list while it is open, and requests what is chosen.
pub fn show(choosing: &mut Option<Choosing>, ui: &egui::Ui, panel: &mut Panel<'_>) {
    let Some(Choosing { chooser, at, is_fresh }) = choosing else { return };
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let area = egui::Area::new(focus_id().with("chooser")).order(egui::Order::Foreground);
    let shown = area.fixed_pos(*at).constrain(true).show(ui.ctx(), |ui| {
        let show = |ui: &mut egui::Ui| {
            ui.set_width(260.0);
            chooser.show(ui, panel.theme, panel.sequence_id(), panel.sequence())
        };
        egui::Frame::popup(ui.style()).show(ui, show).inner
    });
    let outside = !std::mem::take(is_fresh) && shown.response.clicked_elsewhere();
    if let (false, Some(ChosenEdit(edit))) = (escape, shown.inner) {
        if let Some(edit) = edit {
            panel.wants(Action::edit(edit));
            panel.wants(Action::BringIntoView);
        }
    } else if !escape && !outside {
        return;
    }
    *choosing = None;
    panel.wants(Action::FocusCanvas);
}
