//! Texts of an SVG as text of a PDF: glyphs of embedded fonts, each with the characters it stands for.

use std::collections::HashMap;
use std::sync::Arc;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::usvg::layout::{PositionedGlyph, Span};
use resvg::usvg::{self, Transform, fontdb};

use super::outlines;

/// The fonts of a document, each read once.
pub(super) struct DocumentFonts {
    database: Arc<fontdb::Database>,
    fonts: HashMap<fontdb::ID, Option<Font>>,
}

impl DocumentFonts {
    /// The fonts of a database.
    pub(super) fn new(database: &Arc<fontdb::Database>) -> Self {
        Self { database: Arc::clone(database), fonts: HashMap::new() }
    }

    fn get(&mut self, id: fontdb::ID) -> Option<Font> {
        let database = &self.database;
        let read = || database.with_face_data(id, |data, index| Font::new(data.to_vec().into(), index)).flatten();
        self.fonts.entry(id).or_insert_with(read).clone()
    }
}

/// Draws a text.
pub(super) fn draw(surface: &mut Surface<'_>, text: &usvg::Text, fonts: &mut DocumentFonts) {
    for span in text.layouted().iter().filter(|span| span.visible) {
        let mut rest = span.positioned_glyphs.as_slice();
        while !rest.is_empty() {
            let (run, more) = rest.split_at(run_length(rest));
            draw_run(surface, span, run, fonts);
            rest = more;
        }
    }
}

/// Where the origin of a glyph is, without its size.
fn placed(glyph: &PositionedGlyph, units_per_em: f32) -> Transform {
    let unscaled = units_per_em / glyph.font_size().max(f32::MIN_POSITIVE);
    glyph.transform().pre_concat(Transform::from_scale(unscaled, unscaled))
}

/// The number of glyphs, from the first, that are on one line and of one font, so that they are drawn together.
fn run_length(glyphs: &[PositionedGlyph]) -> usize {
    let first = &glyphs[0];
    let start = first.transform();
    let follows = |pair: &&[PositionedGlyph]| {
        let (before, at) = (pair[0].transform(), pair[1].transform());
        pair[1].font == first.font
            && (at.sx, at.sy, at.kx, at.ky, at.ty) == (start.sx, start.sy, start.kx, start.ky, start.ty)
            && at.tx >= before.tx
            && at.kx == 0.0
            && at.ky == 0.0
    };
    1 + glyphs.windows(2).take_while(follows).count()
}

fn draw_run(surface: &mut Surface<'_>, span: &Span, run: &[PositionedGlyph], fonts: &mut DocumentFonts) {
    let Some(font) = fonts.get(run[0].font) else { return };
    let Some(fill) = span.fill.as_ref().and_then(outlines::fill) else { return };
    let (units, size) = (font.units_per_em(), run[0].font_size());
    let start = placed(&run[0], units);
    let (mut text, mut glyphs) = (String::new(), Vec::with_capacity(run.len()));
    for (place, glyph) in run.iter().enumerate() {
        let at = placed(glyph, units);
        let next = run.get(place + 1).map(|next| placed(next, units).tx);
        // The distance is on the line of the run, in units of its size.
        let advance = next.map_or(0.0, |next| (next - at.tx) / (size * start.sx.max(f32::MIN_POSITIVE)));
        let from = text.len();
        text.push_str(&glyph.text);
        let id = GlyphId::new(glyph.id.0);
        glyphs.push(KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, from..text.len(), None));
    }
    surface.push_transform(&outlines::transform(start));
    surface.set_fill(Some(fill));
    surface.set_stroke(None);
    surface.draw_glyphs(Point::from_xy(0.0, 0.0), &glyphs, font, &text, size, false);
    surface.pop();
}
