//! People on the canvas: dots on their way, and small crowds where they wait or are held.

use eframe::egui::{Align2, Color32, FontId, Painter, Pos2, Rect, Shape, pos2, vec2};

use crate::picture::geometry::point;
use crate::picture::scene::{Scene, TILE};
use crate::picture::theme::{Ink, Theme};
use crate::ui::canvas::sight::Sight;
use crate::ui::controls::theme::color;

/// The radius of a dot, in points of the screen at 100 %.
const RADIUS: f32 = 3.4;
/// Whoever stands alone is drawn so much larger.
const ALONE: f32 = 1.6;
/// A crowd is drawn with so many dots at most.
const MOST: u64 = 28;

/// Who waits or is held at an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// The item's id.
    pub item: u64,
    /// How many wait.
    pub waiting: u64,
    /// How many are held.
    pub held: u64,
    /// Until when they wait, or that they are held.
    pub until: String,
}

/// Paints crowds before their items.
pub fn paint(painter: &Painter, sight: &Sight, scene: &Scene, crowds: &[Crowd], theme: Theme) {
    for crowd in crowds {
        let Some(area) = area(sight, scene, crowd) else { continue };
        if !area.expand(60.0).intersects(sight.rect) {
            continue;
        }
        let ink = if crowd.held > 0 { Ink::Held } else { Ink::Waiting };
        let paint = color(ink, theme).gamma_multiply(0.75);
        let scale = sight.camera.zoom.clamp(0.5, 1.5) * if crowd.waiting + crowd.held == 1 { ALONE } else { 1.0 };
        painter.extend(places(shown(crowd.waiting + crowd.held)).map(|(across, down)| {
            let at = area.center() + vec2(across * area.width() * 0.5, down * area.height() * 0.5);
            Shape::circle_filled(at, RADIUS * scale, paint)
        }));
    }
}

/// Where a crowd stands on the screen: before its item.
pub fn area(sight: &Sight, scene: &Scene, crowd: &Crowd) -> Option<Rect> {
    let middle = scene.face(crowd.item)?.middle;
    let at = sight.on_screen(point(middle.x - TILE / 2.0 - 24.0, middle.y));
    Some(Rect::from_center_size(at, vec2(22.0, 58.0) * sight.camera.zoom))
}

/// Paints those on their way. Circles are pictures of discs to egui: four corners each, however many there are.
pub fn dots(painter: &Painter, sight: &Sight, dots: &[(Pos2, u64)], theme: Theme) {
    let paint = color(Ink::Waiting, theme);
    let radius = RADIUS * sight.camera.zoom.clamp(0.5, 1.5);
    painter.extend(dots.iter().map(|(at, place)| {
        // A little to the side, so that those who go together are seen as several.
        let aside = ((place.wrapping_mul(0x9E37_79B9) >> 16) % 9) as f32 - 4.0;
        Shape::circle_filled(*at + vec2(0.0, aside * 0.8), radius, paint)
    }));
}

/// Says that a dot is more than one contact.
pub fn say_each(painter: &Painter, sight: &Sight, each: u64, theme: Theme) {
    let words = format!("One dot stands for {each} people");
    let galley = painter.layout_no_wrap(words, FontId::proportional(12.0), color(Ink::Muted, theme));
    let at = pos2(sight.rect.center().x, sight.rect.bottom() - 16.0);
    let rect = Align2::CENTER_BOTTOM.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(8.0, 3.0)), 8.0, color(Ink::Panel, theme));
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
}

/// With how many dots so many people are drawn.
fn shown(people: u64) -> u64 {
    match people {
        0..=8 => people,
        more => (8 + u64::from((more / 8).ilog2()) * 3).min(MOST),
    }
}

/// The places of so many dots in a crowd, each from -1 to 1 across and down: the same ones every time.
fn places(count: u64) -> impl Iterator<Item = (f32, f32)> {
    (0..count).map(move |one| {
        let angle = one as f32 * 2.399_963;
        let out = ((one as f32 + 0.5) / count as f32).sqrt();
        (angle.cos() * out, angle.sin() * out)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_grows_with_its_people_but_stays_small() {
        let sizes: Vec<u64> = [0, 1, 8, 9, 100, 10_000, u64::MAX].into_iter().map(shown).collect();
        assert!(sizes.windows(2).all(|pair| pair[0] <= pair[1]), "{sizes:?}");
        assert_eq!((sizes[0], sizes[2], sizes[6]), (0, 8, MOST));
        assert!(places(MOST).all(|(across, down)| across * across + down * down <= 1.0));
    }
}
