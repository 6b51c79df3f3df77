//! Dragging a new link from an item's edge, or the end of a link.

use super::pointer::Pointer;
use crate::campaign::edit::{CanvasEdit, Refused};
use crate::campaign::sequence::LinkFault;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{LinkPath, Scene, TILE, curve_between};
use crate::ui::canvas::hit::End;
use crate::ui::canvas::paint::look::GhostLink;
use crate::ui::context::panel::DocumentView;

/// A link that is being dragged.
pub struct Linking {
    /// The item at the fixed end.
    fixed: u64,
    /// The end that follows the pointer.
    loose: End,
    /// The link whose end is dragged; `None` for a new one.
    link: Option<usize>,
    /// The centre of the item at the fixed end.
    anchor: Point,
    at: Point,
    onto: Option<LinkTarget>,
}

/// The item under the loose end.
struct LinkTarget {
    id: u64,
    middle: Point,
    fault: Option<LinkFault>,
}

/// The result of a finished drag.
pub enum DragOutcome {
    /// An edit: a new link, or another end for a link.
    Edit(CanvasEdit),
    /// A list of what can follow an item, at a point of the canvas.
    Choose(u64, Point),
    /// The link can't end there, for this reason.
    Refused(String),
    /// The drag changes nothing.
    Nothing,
}

impl Linking {
    /// Starts a new link from an item.
    pub fn new(scene: &Scene, from: u64) -> Option<Self> {
        let anchor = scene.face(from)?.middle;
        Some(Self { fixed: from, loose: End::To, link: None, anchor, at: anchor, onto: None })
    }

    /// Starts dragging an end of an existing link.
    pub fn of(scene: &Scene, link: usize, loose: End) -> Option<Self> {
        let wire = scene.wire(link)?;
        let fixed = match loose {
            End::To => &scene.faces[wire.from],
            End::From => &scene.faces[wire.to],
        };
        Some(Self { fixed: fixed.id, loose, link: Some(link), anchor: fixed.middle, at: fixed.middle, onto: None })
    }

    /// Follows the pointer in this frame.
    pub fn update(&mut self, panel: &DocumentView<'_>, pointer: &Pointer) {
        self.at = pointer.at;
        let id = target(panel.scene, pointer.at).filter(|id| *id != self.fixed);
        if id == self.onto.as_ref().map(|target| target.id) {
            return;
        }
        self.onto = id.and_then(|id| {
            let (from, to) = self.ends(id);
            let fault = panel.sequence().refusal(from, to, self.link);
            Some(LinkTarget { id, middle: panel.scene.face(id)?.middle, fault })
        });
    }

    /// The item that the link would end at.
    pub fn onto(&self) -> Option<u64> {
        self.onto.as_ref().filter(|target| target.fault.is_none()).map(|target| target.id)
    }

    /// Why the link can't end at that item, in words; `None` if it can.
    pub fn refusal(&self) -> Option<String> {
        let fault = self.onto.as_ref()?.fault?;
        Some(Refused::Link(fault).to_string())
    }

    /// The preview that is drawn.
    pub fn ghost(&self) -> GhostLink {
        let half = TILE / 2.0;
        let end = |middle: Point, side: f32| point(middle.x + side * half, middle.y);
        let target = self.onto.as_ref().map(|target| target.middle);
        let curve = match self.loose {
            End::To => curve_between(end(self.anchor, 1.0), target.map_or(self.at, |middle| end(middle, -1.0))),
            End::From => curve_between(target.map_or(self.at, |middle| end(middle, 1.0)), end(self.anchor, -1.0)),
        };
        GhostLink { path: LinkPath::Curve(curve), refused: self.refusal().is_some() }
    }

    /// The result of dropping the link.
    pub fn finish(self) -> DragOutcome {
        if let Some(why) = self.refusal() {
            return DragOutcome::Refused(why);
        }
        match (&self.onto, self.link) {
            (Some(target), Some(link)) => {
                let (from, to) = self.ends(target.id);
                DragOutcome::Edit(CanvasEdit::Reconnect(link, from, to))
            }
            (Some(target), None) => DragOutcome::Edit(CanvasEdit::Connect(self.fixed, target.id)),
            (None, None) if !Rect::around(self.anchor, TILE * 1.5, TILE * 1.5).contains(self.at) => {
                DragOutcome::Choose(self.fixed, self.at)
            }
            (None, _) => DragOutcome::Nothing,
        }
    }

    fn ends(&self, other: u64) -> (u64, u64) {
        match self.loose {
            End::To => (self.fixed, other),
            End::From => (other, self.fixed),
        }
    }
}

/// The item at a point, or very near it.
fn target(scene: &Scene, at: Point) -> Option<u64> {
    scene.item_at(at).or_else(|| {
        let near = scene.faces_in(Rect::around(at, 2.0, 2.0)).filter(|face| face.tile().grown(12.0).contains(at));
        near.last().map(|face| face.id)
    })
}
