//! A link that is drawn from an item's edge, or one whose end is moved.

use super::pointer::Pointer;
use crate::campaign::edit::{CanvasEdit, Refused};
use crate::campaign::sequence::LinkFault;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::scene::{Scene, TILE, curve_between};
use crate::ui::canvas::hit::End;
use crate::ui::canvas::paint::look::GhostLink;
use crate::ui::context::panel::DocumentView;

/// A link on its way.
pub struct Linking {
    /// The item at the end that stays.
    fixed: u64,
    /// The end that follows the pointer.
    loose: End,
    /// The link whose end is moved; `None` for a new one.
    link: Option<usize>,
    /// The middle of the item at the end that stays.
    anchor: Point,
    at: Point,
    onto: Option<Target>,
}

/// The item under the loose end.
struct Target {
    id: u64,
    middle: Point,
    fault: Option<LinkFault>,
}

/// What a finished drag comes to.
pub enum Outcome {
    /// A link, or another end for one.
    Edit(CanvasEdit),
    /// A list of what may follow an item, for a place on the canvas.
    Choose(u64, Point),
    /// Nothing.
    Nothing,
}

impl Linking {
    /// A new link from an item.
    pub fn new(scene: &Scene, from: u64) -> Option<Self> {
        let anchor = scene.face(from)?.middle;
        Some(Self { fixed: from, loose: End::To, link: None, anchor, at: anchor, onto: None })
    }

    /// An end of a link that is there.
    pub fn of(scene: &Scene, link: usize, loose: End) -> Option<Self> {
        let wire = scene.wire(link)?;
        let fixed = match loose {
            End::To => &scene.faces[wire.from],
            End::From => &scene.faces[wire.to],
        };
        Some(Self { fixed: fixed.id, loose, link: Some(link), anchor: fixed.middle, at: fixed.middle, onto: None })
    }

    /// Follows the pointer.
    pub fn update(&mut self, panel: &DocumentView<'_>, pointer: &Pointer) {
        self.at = pointer.at;
        let id = target(panel.scene, pointer.at).filter(|id| *id != self.fixed);
        if id == self.onto.as_ref().map(|target| target.id) {
            return;
        }
        self.onto = id.and_then(|id| {
            let (from, to) = self.ends(id);
            let fault = panel.sequence().refusal(from, to, self.link);
            Some(Target { id, middle: panel.scene.face(id)?.middle, fault })
        });
    }

    /// The item it would end at.
    pub fn onto(&self) -> Option<u64> {
        self.onto.as_ref().filter(|target| target.fault.is_none()).map(|target| target.id)
    }

    /// Why it can't end there.
    pub fn refusal(&self) -> Option<String> {
        let fault = self.onto.as_ref()?.fault?;
        Some(Refused::Link(fault).to_string())
    }

    /// How it is drawn.
    pub fn ghost(&self) -> GhostLink {
        let half = TILE / 2.0;
        let end = |middle: Point, side: f32| point(middle.x + side * half, middle.y);
        let target = self.onto.as_ref().map(|target| target.middle);
        let curve = match self.loose {
            End::To => curve_between(end(self.anchor, 1.0), target.map_or(self.at, |middle| end(middle, -1.0))),
            End::From => curve_between(target.map_or(self.at, |middle| end(middle, 1.0)), end(self.anchor, -1.0)),
        };
        GhostLink { curve, refused: self.refusal().is_some() }
    }

    /// What letting go comes to.
    pub fn finish(self) -> Outcome {
        match (&self.onto, self.link) {
            (Some(target), _) if target.fault.is_some() => Outcome::Nothing,
            (Some(target), Some(link)) => {
                let (from, to) = self.ends(target.id);
                Outcome::Edit(CanvasEdit::Reconnect(link, from, to))
            }
            (Some(target), None) => Outcome::Edit(CanvasEdit::Connect(self.fixed, target.id)),
            (None, None) if !Rect::around(self.anchor, TILE * 1.5, TILE * 1.5).contains(self.at) => {
                Outcome::Choose(self.fixed, self.at)
            }
            (None, _) => Outcome::Nothing,
        }
    }

    fn ends(&self, other: u64) -> (u64, u64) {
        match self.loose {
            End::To => (self.fixed, other),
            End::From => (other, self.fixed),
        }
    }
}

/// The item that is meant by a point at or just beside its tile.
fn target(scene: &Scene, at: Point) -> Option<u64> {
    scene.item_at(at).or_else(|| {
        let near = scene.faces_in(Rect::around(at, 2.0, 2.0)).filter(|face| face.tile().grown(12.0).contains(at));
        near.last().map(|face| face.id)
    })
}
