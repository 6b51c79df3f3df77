//! Numbers, put together from digits that were laid out before.
//!
//! To lay out a text takes longer than to paint it, and while a rehearsal's clock runs, every badge says another number
//! in each frame. What comes out is what egui would make of the whole number; a test holds both equal.

use std::sync::Arc;

use eframe::egui::epaint::Vertex;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Galley, Painter, vec2};
use rustc_hash::FxHashMap;

/// What counts are written with.
const SIGNS: &str = "0123456789,.kMG";
/// egui draws a letter in four places between two pixels.
const PLACES: f32 = 4.0;

/// Digits that are laid out, by the size of their letters.
#[derive(Default)]
pub struct Figures {
    /// Signs, each in its place between two pixels.
    signs: FxHashMap<(char, u8, u32), Arc<Galley>>,
    /// How far a sign's successor stands behind it, in pixels.
    steps: FxHashMap<(char, char, u32), f32>,
}

impl Figures {
    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.signs.clear();
        self.steps.clear();
    }

    /// A number as one line in a font, always the same one of a size; none if it is not only a number.
    pub fn line(&mut self, painter: &Painter, text: &str, font: &FontId) -> Option<Arc<Galley>> {
        if !text.chars().all(|sign| SIGNS.contains(sign)) {
            return None;
        }
        let scale = painter.pixels_per_point();
        let mut signs = text.chars();
        let mut before = signs.next()?;
        let mut line = Galley::clone(&self.sign(painter, before, 0, font));
        let mut pen = 0.0;
        for sign in signs {
            pen += self.step(painter, (before, sign), font);
            let (pixel, place) = place(pen);
            let galley = self.sign(painter, sign, place, font);
            append(&mut line, &galley, pixel / scale);
            before = sign;
        }
        Some(Arc::new(line))
    }

    fn sign(&mut self, painter: &Painter, sign: char, place: u8, font: &FontId) -> Arc<Galley> {
        let made = || laid(painter, &sign.to_string(), f32::from(place) / PLACES, font);
        Arc::clone(self.signs.entry((sign, place, font.size.to_bits())).or_insert_with(made))
    }

    fn step(&mut self, painter: &Painter, (sign, next): (char, char), font: &FontId) -> f32 {
        let key = (sign, next, font.size.to_bits());
        if let Some(step) = self.steps.get(&key) {
            return *step;
        }
        let width = |galley: &Galley| galley.rows.first().map_or(0.0, |row| row.size.x) * painter.pixels_per_point();
        let alone = width(&self.sign(painter, sign, 0, font));
        let both = width(&laid(painter, &format!("{sign}{next}"), 0.0, font));
        // Some pairs stand closer than others; the width of the rest is taken as it is, since small errors add up.
        let closer = both - width(&self.sign(painter, next, 0, font)) - alone;
        let step = if closer.abs() > 0.01 { alone + closer } else { alone };
        self.steps.insert(key, step);
        step
    }
}

/// The whole pixel before a place, and which of the four places behind it is the nearest.
fn place(pen: f32) -> (f32, u8) {
    let places = (pen * PLACES).round();
    let pixel = (places / PLACES).floor();
    (pixel, (places - pixel * PLACES) as u8)
}

/// Letters so many pixels behind the beginning of a line.
fn laid(painter: &Painter, text: &str, behind: f32, font: &FontId) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = f32::INFINITY;
    job.append(text, behind / painter.pixels_per_point(), TextFormat::simple(font.clone(), Color32::PLACEHOLDER));
    painter.layout_job(job)
}

/// Puts the letters of another line behind those of a line.
fn append(line: &mut Galley, other: &Galley, right: f32) {
    let (Some(row), Some(other)) = (line.rows.first_mut(), other.rows.first()) else { return };
    let row = Arc::make_mut(&mut row.row);
    let (mesh, added) = (&mut row.visuals.mesh, &other.visuals.mesh);
    let first = mesh.vertices.len() as u32;
    let moved = |vertex: &Vertex| Vertex { pos: vertex.pos + vec2(right, 0.0), ..*vertex };
    mesh.vertices.extend(added.vertices.iter().map(moved));
    mesh.indices.extend(added.indices.iter().map(|index| first + index));
}

#[cfg(test)]
mod tests {
    use eframe::egui;

    use super::*;
    use crate::picture::draw::badge::short;
    use crate::ui::controls::theme::{install, semibold};

    #[test]
    fn a_number_of_single_digits_is_what_egui_makes_of_the_whole() {
        let ctx = egui::Context::default();
        install(&ctx);
        for scale in [1.0, 1.25, 2.0] {
            ctx.set_pixels_per_point(scale);
            _ = ctx.run_ui(egui::RawInput::default(), |_| {});
            _ = ctx.run_ui(egui::RawInput::default(), |ui| {
                let painter = ui.painter().clone();
                let mut figures = Figures::default();
                for size in [11.0, 11.5, 13.0, 22.0] {
                    let font = FontId::new(size, semibold());
                    let counts = (0..400).map(|number: u64| number.pow(4) * 7 / 3);
                    for text in counts.map(short) {
                        let ours = figures.line(&painter, &text, &font).expect("a number");
                        let theirs = laid(&painter, &text, 0.0, &font);
                        assert_eq!(ours.rows[0].visuals.mesh, theirs.rows[0].visuals.mesh, "{text} at {size}, {scale}");
                        assert_eq!(ours.rows[0].glyphs[0].pos.y, theirs.rows[0].glyphs[0].pos.y);
                    }
                }
            });
        }
    }

    #[test]
    fn what_is_not_only_a_number_is_left_to_egui() {
        let ctx = egui::Context::default();
        _ = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = FontId::proportional(13.0);
            let mut figures = Figures::default();
            assert!(["", "12 people", "-4", "½"].iter().all(|text| figures.line(ui.painter(), text, &font).is_none()));
        });
    }
}
