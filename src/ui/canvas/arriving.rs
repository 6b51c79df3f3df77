//! Something on its way from the palette: a ghost where it would stand, and the edit when it is let go.

use std::collections::BTreeSet;

use eframe::egui::{self, DragAndDrop};

use super::gesture::moving::{link_near, rest};
use super::gesture::pointer::Pointer;
use super::paint::look::{GhostItem, Guide};
use super::sight::Sight;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Joint};
use crate::campaign::item::Position;
use crate::picture::geometry::point;
use crate::picture::icons;
use crate::ui::context::action::Action;
use crate::ui::context::panel::{DocumentView, Panel};
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

/// Follows what comes from the palette, and places it when it is let go over the canvas. Returns what is on its way.
pub fn follow(ui: &egui::Ui, panel: &mut Panel<'_>, sight: &Sight) -> Option<Arriving> {
    let thing = DragAndDrop::payload::<NewThing>(ui.ctx())?;
    let now = ui.input(|input| input.pointer.interact_pos())?;
    if !sight.rect.contains(now) {
        return None;
    }
    let pointer = Pointer::now(ui, panel.settings, sight, now);
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
    if !ui.input(|input| input.pointer.any_released()) {
        return Some(arriving);
    }
    DragAndDrop::clear_payload(ui.ctx());
    let edit = match *thing {
        NewThing::Object(offer) => dropped(panel, offer, at, arriving.onto),
        NewThing::Note => Some(Edit::Canvas(panel.place(), CanvasEdit::PlaceNote(placing::new_note(at)))),
    };
    panel.actions.extend(edit.map(Action::edit));
    panel.wants(Action::FocusCanvas);
    None
}

/// A new item where it was let go; on a link that is too short for it, what follows makes room.
fn dropped(panel: &DocumentView<'_>, offer: usize, at: Position, onto: Option<usize>) -> Option<Edit> {
    let (place, sequence) = (panel.place(), panel.sequence());
    match onto {
        Some(link) if !placing::has_room(sequence, link) => placing::on_link(place, sequence, offer, link),
        onto => {
            let joint = onto.map_or(Joint::Loose, Joint::OnLink);
            Some(Edit::Canvas(place, CanvasEdit::Place(placing::new_item(offer, at), joint)))
        }
    }
}
