//! The cards of the gallery, and what the gallery keeps between frames.

use std::sync::Arc;

use crate::campaign::kinds::Family;
use crate::picture::geometry::{Point, Rect};
use crate::picture::scene::LinkPath;
use crate::workbench::templates::TemplateId;

/// What the gallery keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct GalleryState {
    /// The cards of the samples, made when first needed.
    pub(super) samples: Option<Arc<Vec<GalleryCard>>>,
    /// The cards of the templates, and the number of their list.
    pub(super) templates: Option<(u64, Arc<Vec<GalleryCard>>)>,
    /// The template whose deletion the user is asked about.
    pub(super) deleting: Option<TemplateId>,
}

/// What a card shows.
#[derive(Clone, Debug)]
pub struct GalleryCard {
    pub(super) opens: CardSource,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) dots: Vec<(Point, Family)>,
    pub(super) lines: Vec<LinkPath>,
    pub(super) bounds: Rect,
}

/// What a card opens a copy of.
#[derive(Clone, Debug)]
pub(super) enum CardSource {
    /// The sample at this index.
    Sample(usize),
    Template(TemplateId),
}
