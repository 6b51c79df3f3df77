//! What the signs on a picture with numbers mean.

use lucide_icons::Icon;

use crate::picture::geometry::{Point, Rect, point};
use crate::picture::measure::{Weight, width};
use crate::picture::scene::Scene;
use crate::picture::shape::{Paint, Shape, Text};
use crate::picture::theme::ColorRole;
use crate::report::people::OutcomeFilter;

use super::Shapes;
use super::badge::SIGNS;
use super::tile::NOBODY_COMES;

/// The height of the legend, in points.
pub const HEIGHT: f32 = 24.0;
const SIZE: f32 = 12.0;
/// The distance from a sign to its word, and from a word to the next sign.
const GAPS: (f32, f32) = (18.0, 18.0);

/// A sign with its colour and its word.
#[derive(Clone, Copy, Debug)]
pub struct LegendEntry {
    /// The glyph.
    pub icon: Icon,
    /// The colour of the glyph.
    pub ink: ColorRole,
    /// The word beside the glyph.
    pub word: &'static str,
    /// What the sign means, as a sentence.
    pub meaning: &'static str,
}

/// The signs that can be on the items of a scene with numbers.
pub fn entries(scene: &Scene) -> Vec<LegendEntry> {
    let entry = |outcome| match outcome {
        OutcomeFilter::Ran => ("ran", "Ran: contacts the item ran for"),
        OutcomeFilter::Waiting => ("waiting", "Waiting: contacts at the timer who will continue"),
        OutcomeFilter::Held => ("held", "Held: contacts at a timer that is not set up"),
        OutcomeFilter::Skipped(_) => ("skipped", "Skipped: contacts who came by, but the item did not run for them"),
    };
    let mut all: Vec<LegendEntry> = SIGNS
        .iter()
        .map(|sign| {
            let (word, meaning) = entry(sign.outcome);
            LegendEntry { icon: sign.icon, ink: sign.ink, word, meaning }
        })
        .collect();
    if scene.faces.iter().any(|face| face.blocked) {
        let meaning = "No contact gets here: an earlier timer is not set up and holds them all";
        all.push(LegendEntry { icon: NOBODY_COMES, ink: ColorRole::Muted, word: "no contact gets here", meaning });
    }
    all
}

/// Draws the legend in one line to the right of a point, and returns its area.
pub fn draw(out: &mut Shapes<'_>, at: Point, entries: &[LegendEntry]) -> Rect {
    let (mut x, y) = (at.x, at.y + HEIGHT / 2.0);
    for entry in entries {
        let middle = point(x + SIZE / 2.0, y);
        out.push(Shape::Icon { icon: char::from(entry.icon), middle, size: SIZE + 1.0, paint: Paint::from(entry.ink) });
        x += GAPS.0;
        let word = Text::from_left(entry.word, point(x, y), SIZE, Weight::Regular, Paint::from(ColorRole::Muted));
        out.push(Shape::Text(word));
        x += width(entry.word, Weight::Regular, SIZE) + GAPS.1;
    }
    Rect::at(at, x - GAPS.1 - at.x, HEIGHT)
}
