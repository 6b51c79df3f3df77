//! Something on its way from the palette: a ghost where it would stand, and the edit when it is let go.

use std::collections::BTreeSet;

use eframe::egui::{self, DragAndDrop};

use super::Canvas;
use super::gesture::moving::{link_near, rest};
use super::gesture::pointer;
use super::paint::look::{GhostItem, Guide};
use super::sight::Sight;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Joint};
use crate::campaign::item::Position;
use crate::picture::geometry::point;
use crate::picture::icons;
use crate::ui::context::action::Action;
use crate::ui::shell::app::Panel;
use crate::workbench::arrange::grid::Body;
use crate::workbench::arrange::placing::{self, NOTE, NewThing};

/// A thing over the canvas that is not there yet.
#[derive(Default)]
pub struct Arriving {
    /// What is drawn for an object.
    pub ghost: Option<GhostItem>,
    /// Lines along which it is aligned.
    pub guides: Vec<Guide>,
    /// The link it would be inserted into.
    pub onto: Option<usize>,
}

impl Canvas {
    /// Whether what comes from the palette is over the canvas, where it is drawn as it would stand.
    pub(in crate::ui) fn shows_what_arrives(&self) -> bool {
        self.arriving.as_ref().is_some_and(|arriving| arriving.ghost.is_some())
    }

    /// Follows what comes from the palette, and places it when it is let go over the canvas.
    pub(super) fn arrive(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>, sight: &Sight) {
        self.arriving = None;
        let Some(thing) = DragAndDrop::payload::<NewThing>(ui.ctx()) else { return };
        let Some(now) = ui.input(|input| input.pointer.interact_pos()) else { return };
        if !sight.rect.contains(now) {
            return;
        }
        let pointer = pointer(ui, panel, sight, now);
        let at = Position(f64::from(pointer.at.x), f64::from(pointer.at.y));
        let wanted = match *thing {
            NewThing::Object(_) => Body { position: at, size: Position(0.0, 0.0) },
            NewThing::Note => Body { position: Position(at.0 - NOTE.0 / 2.0, at.1 - NOTE.1 / 2.0), size: NOTE },
        };
        let (at, guides) = rest(panel.scene, wanted, &BTreeSet::new(), &pointer);
        let mut arriving = Arriving { guides, ..Arriving::default() };
        if let NewThing::Object(offer) = *thing {
            let kind = (OFFERS[offer].new)();
            let middle = point(at.0 as f32, at.1 as f32);
            arriving.ghost = Some(GhostItem { middle, family: kind.family(), icon: icons::of(&kind) });
            arriving.onto = link_near(panel.scene, middle).map(|(link, _)| link).filter(|_| placing::may_follow(offer));
        }
        if ui.input(|input| input.pointer.any_released()) {
            DragAndDrop::clear_payload(ui.ctx());
            let place = panel.place();
            let edit = match *thing {
                NewThing::Object(offer) => dropped(panel, offer, at, arriving.onto),
                NewThing::Note => Some(Edit::Canvas(place, CanvasEdit::PlaceNote(placing::new_note(at)))),
            };
            panel.actions.extend(edit.map(Action::edit));
            panel.view.focus_canvas = true;
            return;
        }
        self.arriving = Some(arriving);
    }
}

/// A new item where it was let go; on a link that is too short for it, what follows makes room.
fn dropped(panel: &Panel<'_>, offer: usize, at: Position, onto: Option<usize>) -> Option<Edit> {
    let (place, sequence) = (panel.place(), panel.sequence());
    match onto {
        Some(link) if !placing::has_room(sequence, link) => placing::on_link(place, sequence, offer, link),
        onto => {
            let joint = onto.map_or(Joint::Loose, Joint::OnLink);
            Some(Edit::Canvas(place, CanvasEdit::Place(placing::new_item(offer, at), joint)))
        }
    }
}
