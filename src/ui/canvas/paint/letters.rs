//! Laid-out texts, kept between frames.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontFamily, FontId, Galley, Painter, Vec2, vec2};
use rustc_hash::{FxHashMap, FxHasher};

use crate::picture::measure::Weight;
use crate::picture::shape::{Anchor, Span, Text};
use crate::picture::theme::Theme;
use crate::ui::theme::{icon, semibold};

use super::brush::ink;

/// So many are kept; then all are made anew.
const MOST: usize = 8192;

/// Texts by what they say and how.
#[derive(Default)]
pub struct Letters {
    kept: FxHashMap<u64, Arc<Galley>>,
    probe: Option<Arc<Galley>>,
}

impl Letters {
    /// Forgets all if egui threw its letters away: they stand elsewhere in the texture now. Says whether it did.
    pub fn begin(&mut self, painter: &Painter) -> bool {
        let probe = painter.layout_no_wrap("x".to_owned(), FontId::proportional(13.0), Color32::PLACEHOLDER);
        let same = self.probe.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &probe));
        let anew = !same || self.kept.len() > MOST;
        if anew {
            self.kept.clear();
        }
        self.probe = Some(probe);
        anew
    }

    /// A line of text, and where its upper left corner is from its anchor.
    pub fn line(&mut self, painter: &Painter, text: &Text<'_>, theme: Theme) -> (Arc<Galley>, Vec2) {
        let mut key = FxHasher::default();
        (text.size.to_bits(), text.spans.len()).hash(&mut key);
        for span in &text.spans {
            (&span.text, span.weight, span.italic).hash(&mut key);
            if text.spans.len() > 1 {
                (theme, span.paint.ink, span.paint.alpha.to_bits()).hash(&mut key);
            }
        }
        let galley = self.kept.entry(key.finish()).or_insert_with(|| painter.layout_job(job(text, theme))).clone();
        let base = galley.rows.first().and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default();
        let left = match text.anchor {
            Anchor::Left => 0.0,
            Anchor::Middle => galley.rect.width() / 2.0,
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

fn job(text: &Text<'_>, theme: Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    for span in &text.spans {
        // One colour is chosen when it is painted, so that a line is kept once for all.
        let color = if text.spans.len() == 1 { Color32::PLACEHOLDER } else { ink(span.paint, theme) };
        job.append(
            &span.text,
            0.0,
            TextFormat { italics: span.italic, ..TextFormat::simple(font(span, text.size), color) },
        );
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
