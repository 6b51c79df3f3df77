//! Laid-out texts, kept between frames.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use eframe::egui::epaint::text::RowVisuals;
use eframe::egui::epaint::{Mesh, TextShape};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, Shape, Vec2, vec2};
use rustc_hash::{FxHashMap, FxHasher};

use super::tint::ink;
use crate::picture::measure::Weight;
use crate::picture::shape::{Anchor, Span, Text};
use crate::picture::theme::Theme;
use crate::ui::controls::theme::{icon, semibold};

/// So many are kept; then all are made anew.
const MOST: usize = 8192;
/// Room for so many more vertices in the frame.
const SPARE: usize = 8192;

/// Texts by what they say and how.
#[derive(Default)]
pub struct Letters {
    kept: FxHashMap<u64, Arc<Galley>>,
    probe: Option<Arc<Galley>>,
    /// What was painted in the frame before.
    handed: Handed,
}

/// What was given to egui, and is ours again once that has painted it.
#[derive(Default)]
enum Handed {
    #[default]
    Nothing,
    Mesh(Arc<Mesh>),
    Galley(Arc<Galley>),
}

impl Handed {
    fn into_mesh(self) -> Option<Mesh> {
        match self {
            Handed::Nothing => None,
            Handed::Mesh(mesh) => Arc::into_inner(mesh),
            Handed::Galley(galley) => Some(Arc::into_inner(Arc::into_inner(galley)?.rows.pop()?.row)?.visuals.mesh),
        }
    }
}

impl Letters {
    /// Forgets all if egui threw its letters away: they stand elsewhere in the texture now. Says whether it did.
    pub fn begin(&mut self, painter: &Painter) -> bool {
        let probe = probe(painter);
        let same = self.probe.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &probe));
        let anew = !same || self.kept.len() > MOST;
        if anew {
            self.kept.clear();
        }
        self.probe = Some(probe);
        anew
    }

    /// A mesh as one shape; `lettered` says whether there are letters in it.
    pub fn hand(&mut self, painter: &Painter, mesh: Mesh, lettered: bool) -> Shape {
        if !lettered {
            let mesh = Arc::new(mesh);
            self.handed = Handed::Mesh(mesh.clone());
            return Shape::Mesh(mesh);
        }
        // Only egui makes galleys, so it is one of those that gets another mesh.
        let mut galley = Galley::clone(self.probe.get_or_insert_with(|| probe(painter)));
        let view = painter.clip_rect();
        // Room is made for what follows, too, or all of this would be moved elsewhere for the next small thing.
        (galley.num_vertices, galley.num_indices) = (mesh.vertices.len() + SPARE, mesh.indices.len() + 2 * SPARE);
        (galley.rect, galley.mesh_bounds) = (view, view);
        if let Some(placed) = galley.rows.first_mut() {
            let row = Arc::make_mut(&mut placed.row);
            row.glyphs.clear();
            let visuals = RowVisuals { mesh, mesh_bounds: view, glyph_index_start: 0, glyph_vertex_range: 0..0 };
            (placed.pos, row.visuals) = (Pos2::ZERO, visuals);
        }
        let galley = Arc::new(galley);
        self.handed = Handed::Galley(galley.clone());
        TextShape::new(Pos2::ZERO, galley, Color32::TRANSPARENT).into()
    }

    /// The mesh of the frame before, emptied, if egui is done with it: its room is taken once.
    pub fn spare(&mut self) -> Mesh {
        let mut mesh = std::mem::take(&mut self.handed).into_mesh().unwrap_or_default();
        mesh.vertices.clear();
        mesh.indices.clear();
        mesh
    }

    /// A line of text, and where its upper left corner is from its anchor.
    pub fn line(&mut self, painter: &Painter, text: &Text<'_>, theme: Theme) -> (Arc<Galley>, Vec2) {
        // What is centred has room on both sides, so it keeps to whole pixels: as one zooms, letters of every size in
        // between would be drawn for one frame each.
        let scale = painter.pixels_per_point();
        let size = match text.anchor {
            Anchor::Left | Anchor::Right => text.size,
            Anchor::Middle => (text.size * scale).round().max(1.0) / scale,
        };
        let mut key = FxHasher::default();
        (size.to_bits(), text.spans.len()).hash(&mut key);
        for span in &text.spans {
            (&span.text, span.weight, span.italic).hash(&mut key);
            if text.spans.len() > 1 {
                (theme, span.paint.ink, span.paint.alpha.to_bits()).hash(&mut key);
            }
        }
        let galley =
            self.kept.entry(key.finish()).or_insert_with(|| painter.layout_job(job(text, size, theme))).clone();
        let base = galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default();
        let left = match text.anchor {
            Anchor::Left => 0.0,
            Anchor::Middle => galley.rect.width() / 2.0,
            Anchor::Right => galley.rect.width(),
        };
        let by = vec2(-left, -base);
        (galley, by)
    }

    /// A glyph of the icon font, and where its upper left corner is from its middle.
    pub fn icon(&mut self, painter: &Painter, glyph: char, size: f32) -> (Arc<Galley>, Vec2) {
        let size = size.round().max(4.0);
        let mut key = FxHasher::default();
        ("icon", glyph, size.to_bits()).hash(&mut key);
        let made = || painter.layout_no_wrap(glyph.to_string(), FontId::new(size, icon()), Color32::PLACEHOLDER);
        let galley = self.kept.entry(key.finish()).or_insert_with(made).clone();
        let by = -galley.rect.center().to_vec2();
        (galley, by)
    }
}

fn probe(painter: &Painter) -> Arc<Galley> {
    painter.layout_no_wrap("x".to_owned(), FontId::proportional(13.0), Color32::PLACEHOLDER)
}

fn job(text: &Text<'_>, size: f32, theme: Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    for span in &text.spans {
        // One colour is chosen when it is painted, so that a line is kept once for all.
        let color = if text.spans.len() == 1 { Color32::PLACEHOLDER } else { ink(span.paint, theme) };
        job.append(&span.text, 0.0, TextFormat { italics: span.italic, ..TextFormat::simple(font(span, size), color) });
    }
    job
}

fn font(span: &Span<'_>, size: f32) -> FontId {
    let family = match span.weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::SemiBold => semibold(),
    };
    FontId::new(size, family)
}
