//! Contacts on the canvas: moving dots, and small groups where contacts wait or are held.

use eframe::egui::{Painter, Pos2, Rect, Shape, Vec2, pos2, vec2};

use crate::picture::geometry::point;
use crate::picture::scene::{Scene, TILE};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::controls::theme::color;

/// The radius of a dot, in points of the screen at 100 %.
const RADIUS: f32 = 3.4;
/// Factor by which a single contact is drawn larger.
const ALONE: f32 = 1.6;
/// Most dots of a group.
const MOST: u64 = 90;
/// The number of contacts up to which a group has a dot for each.
const EACH: u64 = 8;
/// The height of a group that is as high as it may be, and the room that each dot takes, in points at 100 %.
const HIGHEST: f32 = 58.0;
const ROOM: f32 = 42.0;

/// The contacts that wait or are held at an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// The id of the item.
    pub item: u64,
    /// The number of waiting contacts.
    pub waiting: u64,
    /// The number of held contacts.
    pub held: u64,
    /// The words for until when they wait, or that they are held.
    pub until: String,
}

/// Paints groups at the left of their items.
pub fn paint(painter: &Painter, viewport: &Viewport, scene: &Scene, crowds: &[Crowd], theme: Theme) {
    for crowd in crowds {
        let Some(area) = area(viewport, scene, crowd) else { continue };
        if !area.expand(60.0).intersects(viewport.rect) {
            continue;
        }
        let ink = if crowd.held > 0 { ColorRole::Held } else { ColorRole::Waiting };
        let paint = color(ink, theme).gamma_multiply(0.75);
        let scale = viewport.camera.zoom.clamp(0.5, 1.5) * if crowd.waiting + crowd.held == 1 { ALONE } else { 1.0 };
        painter.extend(places(shown(crowd.waiting + crowd.held)).map(|(across, down)| {
            let at = area.center() + vec2(across * area.width() * 0.5, down * area.height() * 0.5);
            Shape::circle_filled(at, RADIUS * scale, paint)
        }));
    }
}

/// The area of a group on the screen: at the left of its item, and larger for more contacts.
pub fn area(viewport: &Viewport, scene: &Scene, crowd: &Crowd) -> Option<Rect> {
    let middle = scene.face(crowd.item)?.middle;
    let zoom = viewport.camera.zoom;
    let right = viewport.on_screen(point(middle.x - TILE / 2.0 - 13.0, middle.y));
    let size = size(shown(crowd.waiting + crowd.held)) * zoom;
    Some(Rect::from_min_size(pos2(right.x - size.x, right.y - size.y / 2.0), size))
}

/// The size of a group of this number of dots, at 100 %: first it grows higher, then wider.
fn size(dots: u64) -> Vec2 {
    let room = dots as f32 * ROOM;
    let height = (room * 2.6).sqrt().clamp(12.0, HIGHEST);
    vec2((room / height).max(12.0), height)
}

/// Paints moving dots. Each is a textured disc for egui, with four corners.
pub fn dots(painter: &Painter, viewport: &Viewport, dots: &[(Pos2, u64)], theme: Theme) {
    let paint = color(ColorRole::Waiting, theme);
    let radius = RADIUS * viewport.camera.zoom.clamp(0.5, 1.5);
    painter.extend(dots.iter().map(|(at, place)| {
        // Offset sideways, so that contacts that move together are visible as several.
        let aside = ((place.wrapping_mul(0x9E37_79B9) >> 16) % 9) as f32 - 4.0;
        Shape::circle_filled(*at + vec2(0.0, aside * 0.8), radius, paint)
    }));
}

/// The number of dots for a number of contacts. It grows more slowly than they do, but visibly: 500 contacts have 28
/// dots, 6,762 have 60.
fn shown(people: u64) -> u64 {
    match people {
        0..=EACH => people,
        more => ((EACH as f64 * (more as f64 / EACH as f64).powf(0.3)) as u64).clamp(EACH, MOST),
    }
}

/// Whether a group has fewer dots than contacts.
pub fn is_large(crowd: &Crowd) -> bool {
    crowd.waiting.saturating_add(crowd.held) > EACH
}

/// The positions of the dots of a group, from -1 to 1 in both directions; always the same ones.
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
        // 500 and 6,762 contacts are told apart at a glance.
        let [few, many] = [500, 6_762].map(|people| size(shown(people)));
        assert!(many.x * many.y > 1.8 * few.x * few.y, "{few:?} {many:?}");
        let [one, most] = [1, MOST].map(size);
        assert!(most.y <= HIGHEST && most.x < 72.0 && one.x >= 12.0, "{one:?} {most:?}");
        assert!(places(MOST).all(|(across, down)| across * across + down * down <= 1.0));
    }
}
