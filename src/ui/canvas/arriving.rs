//! An object dragged from the palette: its preview on the canvas, and the edit when it is dropped.

use std::collections::BTreeSet;

use eframe::egui::{self, DragAndDrop};

use super::gesture::moving::{link_near, rest, with_room};
use super::gesture::pointer::Pointer;
use super::paint::look::{GhostItem, Guide};
use super::viewport::Viewport;
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Insertion};
use crate::campaign::item::Position;
use crate::picture::geometry::point;
use crate::picture::icons;
use crate::ui::context::action::Action;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::workbench::arrange::grid::Body;
use crate::workbench::arrange::placing::{self, NOTE, NewThing};

/// An object over the canvas that has not been dropped yet.
#[derive(Default)]
pub struct Arriving {
    /// The preview that is drawn.
    pub ghost: Option<GhostItem>,
    /// The alignment guides to draw.
    pub guides: Vec<Guide>,
    /// The index of the link that the object would be inserted into.
    pub onto: Option<usize>,
}

/// Follows a drag from the palette, and places the object when it is dropped on the canvas. Returns the object while
/// it is dragged.
pub fn follow(ui: &egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport) -> Option<Arriving> {
    let thing = DragAndDrop::payload::<NewThing>(ui.ctx())?;
    let now = ui.input(|input| input.pointer.interact_pos())?;
    if !viewport.rect.contains(now) {
        return None;
    }
    let pointer = Pointer::now(ui, panel.settings, viewport, now);
    let at = Position(f64::from(pointer.at.x), f64::from(pointer.at.y));
    let wanted = match *thing {
        NewThing::Object(_) => Body { position: at, size: Position(0.0, 0.0) },
        NewThing::Note => Body { position: Position(at.0 - NOTE.0 / 2.0, at.1 - NOTE.1 / 2.0), size: NOTE },
    };
    let (mut at, guides) = rest(panel.scene, wanted, &BTreeSet::new(), &pointer);
    let mut arriving = Arriving { guides, ..Arriving::default() };
    if let NewThing::Object(offer) = *thing {
        let kind = (OFFERS[offer].new)();
        let onto = link_near(panel.scene, point(at.0 as f32, at.1 as f32)).map(|(link, _)| link);
        arriving.onto = onto.filter(|_| placing::may_follow(offer));
        let body = Some(Body { position: at, ..wanted }).filter(|_| arriving.onto.is_none());
        if let Some(roomy) = body.and_then(|body| with_room(panel.scene, body, &BTreeSet::new(), &pointer)) {
            (at, arriving.guides) = roomy;
        }
        let middle = point(at.0 as f32, at.1 as f32);
        arriving.ghost = Some(GhostItem { middle, family: kind.family(), icon: icons::of(&kind) });
    }
    if !ui.input(|input| input.pointer.any_released()) {
        return Some(arriving);
    }
    DragAndDrop::clear_payload(ui.ctx());
    let edit = match *thing {
        NewThing::Object(offer) => dropped(panel, offer, at, arriving.onto),
        NewThing::Note => Some(Edit::Canvas(panel.sequence_id(), CanvasEdit::PlaceNote(placing::new_note(at)))),
    };
    if let Some(edit) = edit {
        panel.wants(Action::edit(edit));
        panel.wants(Action::BringIntoView);
    }
    panel.wants(Action::FocusCanvas);
    None
}

/// Adds an item where it was dropped. On a link it goes to the middle; on one that is too short, the items after it make
/// room.
fn dropped(panel: &DocumentView<'_>, offer: usize, at: Position, onto: Option<usize>) -> Option<Edit> {
    let (place, sequence, item) = (panel.sequence_id(), panel.sequence(), placing::new_item(offer, at));
    match onto {
        Some(link) => placing::on_link(place, sequence, item, link),
        None => Some(Edit::Canvas(place, CanvasEdit::Place(item, Insertion::Loose))),
    }
}
