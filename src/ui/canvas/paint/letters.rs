//! Laid-out texts, kept between frames.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use eframe::egui::epaint::text::{PlacedRow, Row, RowVisuals};
use eframe::egui::epaint::{Mesh, TextShape};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Vec2, vec2};
use rustc_hash::{FxHashMap, FxHasher};

use super::tint::ink;
use crate::picture::measure::Weight;
use crate::picture::shape::{Anchor, Text, TextSpan};
use crate::picture::theme::Theme;
use crate::ui::controls::theme::{icon, semibold};

/// Most texts that are kept; beyond it, all are dropped.
const MOST: usize = 8192;
/// Spare capacity for more vertices in the frame.
const SPARE: usize = 8192;
/// Most meshes kept for reuse. The largest ones are kept; all others are small.
const SPARES: usize = 16;

/// Laid-out texts by text, style and size.
#[derive(Default)]
pub struct Letters {
    kept: FxHashMap<u64, Arc<Galley>>,
    probe: Option<Arc<Galley>>,
    /// An empty row to copy, since only egui can create rows.
    blank: Option<Row>,
    /// The shapes passed to egui in this frame; their meshes are taken back in the next frame.
    handed: Vec<Handed>,
    /// The numbers of vertices and indices passed to egui, in this frame and in the last one.
    size: [(usize, usize); 2],
    /// Emptied meshes for reuse, the largest last, so that their memory is allocated only once.
    spares: Vec<Mesh>,
    /// Whether the user zooms in this frame. Each frame would need letters of new sizes, and drawing these takes longer
    /// than everything else. So letters of a similar size are scaled until zooming ends.
    zooms: bool,
    /// Whether scaled letters are used in this frame.
    has_near: bool,
}

/// A text that is laid out.
pub struct Laid {
    /// The text as egui laid it out.
    pub galley: Arc<Galley>,
    /// The offset from the text's anchor to its upper left corner, in points.
    pub corner: Vec2,
    /// Factor by which the text is drawn larger than it was laid out.
    pub scale: f32,
}

/// A shape that was passed to egui. Its meshes can be reused once egui has painted it.
enum Handed {
    Mesh(Arc<Mesh>),
    Galley(Arc<Galley>),
}

impl Letters {
    /// Starts a frame. Drops all kept texts if egui has cleared its font texture, or if they are too many. Returns
    /// whether they were dropped.
    pub fn begin(&mut self, painter: &Painter) -> bool {
        self.take_back();
        let probe = probe(painter);
        let same = self.probe.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &probe));
        let anew = !same || self.kept.len() > MOST;
        if anew {
            self.kept.clear();
            self.blank = probe.rows.first().map(|placed| Row::clone(&placed.row));
            if let Some(blank) = &mut self.blank {
                (blank.glyphs, blank.visuals) = (Vec::new(), RowVisuals::default());
            }
        }
        self.probe = Some(probe);
        anew
    }

    /// Takes back the meshes of the last frame that egui has released.
    fn take_back(&mut self) {
        for handed in std::mem::take(&mut self.handed) {
            match handed {
                Handed::Mesh(mesh) => self.give_back(mesh),
                Handed::Galley(galley) => {
                    let rows = Arc::into_inner(galley).map(|galley| galley.rows).unwrap_or_default();
                    let meshes = rows.into_iter().filter_map(|placed| Arc::into_inner(placed.row));
                    self.spares.extend(meshes.map(|row| row.visuals.mesh));
                }
            }
        }
        self.size = [(0, 0), self.size[0]];
        self.spares.sort_by_key(|mesh| mesh.vertices.capacity());
        self.spares.drain(..self.spares.len().saturating_sub(SPARES));
    }

    /// Takes back a mesh for reuse, unless something else still uses it.
    pub fn give_back(&mut self, mesh: Arc<Mesh>) {
        self.spares.extend(Arc::into_inner(mesh));
    }

    /// An empty mesh for reuse with its capacity, or a new one.
    pub fn spare(&mut self) -> Mesh {
        let mut mesh = self.spares.pop().unwrap_or_default();
        mesh.vertices.clear();
        mesh.indices.clear();
        mesh
    }

    /// A mesh as a row that egui can paint at any position; `bounds` enclose it. `None` if the mesh is empty.
    pub fn row(&mut self, mesh: Mesh, bounds: Rect) -> Option<Arc<Row>> {
        if mesh.is_empty() {
            return None;
        }
        let mut row = self.blank.clone()?;
        row.visuals = RowVisuals { mesh, mesh_bounds: bounds, glyph_index_start: 0, glyph_vertex_range: 0..0 };
        Some(Arc::new(row))
    }

    /// A mesh without letters as one shape.
    pub fn hand_mesh(&mut self, mesh: Arc<Mesh>) -> Shape {
        self.grow(mesh.vertices.len(), mesh.indices.len());
        self.handed.push(Handed::Mesh(mesh.clone()));
        Shape::Mesh(mesh)
    }

    /// Rows as one shape.
    pub fn hand(&mut self, painter: &Painter, rows: Vec<PlacedRow>) -> Shape {
        // Only egui can create galleys, so a copy of one gets these rows.
        let mut galley = Galley::clone(self.probe.get_or_insert_with(|| probe(painter)));
        let view = painter.clip_rect();
        let size = |of: fn(&Mesh) -> usize| rows.iter().map(|placed| of(&placed.row.visuals.mesh)).sum::<usize>();
        let (vertices, indices) = (size(|mesh| mesh.vertices.len()), size(|mesh| mesh.indices.len()));
        // A larger count makes egui reserve memory for later shapes. Otherwise it would copy everything for the next
        // small shape.
        galley.num_vertices = vertices.max(self.size[1].0) + SPARE;
        galley.num_indices = indices.max(self.size[1].1) + 2 * SPARE;
        self.grow(vertices, indices);
        (galley.rect, galley.mesh_bounds, galley.rows) = (view, view, rows);
        let galley = Arc::new(galley);
        self.handed.push(Handed::Galley(galley.clone()));
        TextShape::new(Pos2::ZERO, galley, Color32::TRANSPARENT).into()
    }

    fn grow(&mut self, vertices: usize, indices: usize) {
        self.size[0] = (self.size[0].0 + vertices, self.size[0].1 + indices);
    }

    /// Sets whether the user zooms in this frame.
    pub fn zooms(&mut self, zooms: bool) {
        (self.zooms, self.has_near) = (zooms, false);
    }

    /// Whether scaled letters were used, so that another frame would have sharper ones.
    pub fn has_near(&self) -> bool {
        self.has_near
    }

    /// A line of text.
    pub fn line(&mut self, painter: &Painter, text: &Text<'_>, theme: Theme) -> Laid {
        // Centred texts use whole pixels: while zooming, every size in between would otherwise be laid out for one
        // frame.
        let scale = painter.pixels_per_point();
        let size = match text.anchor {
            Anchor::Left | Anchor::Right => text.size,
            Anchor::Middle => (text.size * scale).round().max(1.0) / scale,
        };
        let mut hasher = FxHasher::default();
        for span in &text.spans {
            (&span.text, span.weight, span.italic).hash(&mut hasher);
            if text.spans.len() > 1 {
                (theme, span.paint.ink, span.paint.alpha.to_bits()).hash(&mut hasher);
            }
        }
        let key = (hasher.finish(), text.spans.len());
        let (galley, scale) = self.laid(key, size, |size| painter.layout_job(job(text, size, theme)));
        let base = galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default();
        let left = match text.anchor {
            Anchor::Left => 0.0,
            Anchor::Middle => galley.rect.width() / 2.0,
            Anchor::Right => galley.rect.width(),
        };
        Laid { corner: vec2(-left, -base) * scale, galley, scale }
    }

    /// A glyph of the icon font, around its middle.
    pub fn icon(&mut self, painter: &Painter, glyph: char, size: f32) -> Laid {
        let size = size.round().max(4.0);
        let made = |size| painter.layout_no_wrap(glyph.to_string(), FontId::new(size, icon()), Color32::PLACEHOLDER);
        let (galley, scale) = self.laid(("icon", glyph), size, made);
        Laid { corner: -galley.rect.center().to_vec2() * scale, galley, scale }
    }

    /// The layout of a text at a size, kept or made now; and the factor by which to enlarge it.
    fn laid(&mut self, text: impl Hash, size: f32, make: impl FnOnce(f32) -> Arc<Galley>) -> (Arc<Galley>, f32) {
        let key = |size: f32| {
            let mut key = FxHasher::default();
            (&text, size.to_bits()).hash(&mut key);
            key.finish()
        };
        let made = match self.zooms && !self.kept.contains_key(&key(size)) {
            true => near(size),
            false => size,
        };
        self.has_near |= made != size;
        let galley = self.kept.entry(key(made)).or_insert_with(|| make(made)).clone();
        (galley, size / made)
    }
}

/// The size in which letters are laid out while the user zooms: at least `size`, since too large is better than too
/// small.
fn near(size: f32) -> f32 {
    const STEP: f32 = 1.25;
    STEP.powf(size.max(1.0).log(STEP).ceil()).ceil().max(size)
}

fn probe(painter: &Painter) -> Arc<Galley> {
    painter.layout_no_wrap("x".to_owned(), FontId::proportional(13.0), Color32::PLACEHOLDER)
}

fn job(text: &Text<'_>, size: f32, theme: Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    for span in &text.spans {
        // A single colour is applied when painting, so that a line is only kept once.
        let color = if text.spans.len() == 1 { Color32::PLACEHOLDER } else { ink(span.paint, theme) };
        job.append(&span.text, 0.0, TextFormat { italics: span.italic, ..TextFormat::simple(font(span, size), color) });
    }
    job
}

fn font(span: &TextSpan<'_>, size: f32) -> FontId {
    let family = match span.weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold => semibold(),
    };
    FontId::new(size, family)
}
