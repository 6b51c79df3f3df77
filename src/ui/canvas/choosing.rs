//! The search list where it opens on the canvas: at a place, with the link whose end is being chosen.

use eframe::egui::{self, Key, Modifiers, Pos2};

use super::Canvas;
use super::paint::look::GhostLink;
use crate::campaign::sequence::Sequence;
use crate::picture::geometry::point;
use crate::picture::scene::{Scene, curve_between};
use crate::ui::context::action::Action;
use crate::ui::controls::chooser::{Chooser, Chosen, Purpose};
use crate::ui::shell::app::Panel;

/// The list, open at a point of the screen.
pub(super) struct Choosing {
    chooser: Chooser,
    at: Pos2,
    /// It was not drawn yet.
    is_fresh: bool,
}

impl Choosing {
    /// The link whose end is being chosen.
    pub(super) fn ghost(&self, scene: &Scene) -> Option<GhostLink> {
        let Purpose::After(from, Some(at)) = self.chooser.purpose else { return None };
        let tile = scene.face(from)?.tile();
        let edge = point(tile.max.x, tile.middle().y);
        Some(GhostLink { curve: curve_between(edge, at), refused: false })
    }
}

impl Canvas {
    /// Opens the list.
    pub(in crate::ui) fn choose(&mut self, sequence: &Sequence, purpose: Purpose, at: Pos2) {
        let chooser = Chooser::new(sequence, purpose, super::chooser_id());
        self.choosing = Some(Choosing { chooser, at, is_fresh: true });
    }

    /// Draws the list while it is open, and does what is chosen.
    pub(super) fn show_chooser(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>) {
        let Some(Choosing { chooser, at, is_fresh }) = &mut self.choosing else { return };
        let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let area = egui::Area::new(super::focus_id().with("chooser")).order(egui::Order::Foreground);
        let shown = area.fixed_pos(*at).constrain(true).show(ui.ctx(), |ui| {
            let show = |ui: &mut egui::Ui| {
                ui.set_width(260.0);
                chooser.show(ui, panel.theme, panel.place(), panel.sequence())
            };
            egui::Frame::popup(ui.style()).show(ui, show).inner
        });
        let outside = !std::mem::take(is_fresh) && shown.response.clicked_elsewhere();
        if let (false, Some(Chosen(edit))) = (escape, shown.inner) {
            if let Some(edit) = edit {
                panel.wants(Action::edit(edit));
                panel.view.reveal = true;
            }
        } else if !escape && !outside {
            return;
        }
        self.choosing = None;
        panel.view.focus_canvas = true;
    }
}
