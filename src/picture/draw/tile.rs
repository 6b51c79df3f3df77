//! Tiles: the family's colour, the icon, and a shape and a word that say whether the item works.

use lucide_icons::Icon;

use crate::campaign::kinds::Family;
use crate::findings::Severity;
use crate::picture::geometry::{Point, Rect, point};
use crate::picture::level::{Level, PILL, text_size};
use crate::picture::looks::{ItemState, TILE, Tile, WordRoom};
use crate::picture::measure::{Weight, width};
use crate::picture::shape::{Paint, Shape, Stroke, Text};
use crate::picture::theme::ColorRole;

use super::{FADED, Pen, Shapes};

const HALF: f32 = TILE / 2.0;
const ROUND: f32 = 13.0;

/// The colours of a family: edge and inside.
pub fn inks(family: Family) -> (ColorRole, ColorRole) {
    match family {
        Family::Start => (ColorRole::StartEdge, ColorRole::StartFill),
        Family::Timer => (ColorRole::TimerEdge, ColorRole::TimerFill),
        Family::Communication => (ColorRole::CommunicationEdge, ColorRole::CommunicationFill),
        Family::Process => (ColorRole::ProcessEdge, ColorRole::ProcessFill),
    }
}

/// Draws a tile around the pen's origin, with the word that says what it lacks.
pub fn draw(out: &mut Shapes<'_>, pen: &Pen, tile: Tile) {
    let (edge, fill) = inks(tile.family);
    let strength = if tile.blocked { pen.strength * FADED } else { pen.strength };
    let paint = |ink: ColorRole| Paint::from(ink).faded(strength);
    let area = pen.area((-HALF, -HALF), (HALF, HALF));
    let radius = ROUND * pen.zoom;
    // Links and grid dots must not show through.
    out.push(filled(area, radius, Paint::from(ColorRole::Paper).faded(if tile.blocked { 1.0 } else { pen.strength })));
    if tile.state == ItemState::NotSetUp {
        let stroke = Stroke {
            width: pen.line(1.75),
            paint: paint(ColorRole::Held),
            dash: Some((6.0 * pen.zoom, 4.5 * pen.zoom)),
        };
        out.push(Shape::Box { area, radius, fill: None, stroke: Some(stroke) });
    } else {
        out.push(filled(area, radius, paint(fill)));
        if tile.state == ItemState::Draft {
            stripes(out, area, radius, pen.zoom, paint(edge).faded(0.3));
        }
        out.push(Shape::Box { area, radius, fill: None, stroke: Some(Stroke::solid(pen.line(1.5), paint(edge))) });
    }
    let ink = if tile.state == ItemState::NotSetUp { ColorRole::Muted } else { edge };
    out.push(Shape::Icon { icon: tile.icon, middle: pen.origin, size: 27.0 * pen.zoom, paint: paint(ink) });
    if Level::at(pen.zoom) == Level::Full {
        match tile.state {
            ItemState::NotSetUp => pill(out, pen, tile.word, "Not set up", ColorRole::Held),
            ItemState::Draft => pill(out, pen, tile.word, "Draft", ColorRole::Muted),
            ItemState::Solid if tile.blocked => nobody_comes(out, pen),
            ItemState::Solid => {}
        }
    }
}

fn filled(area: Rect, radius: f32, fill: Paint) -> Shape<'static> {
    Shape::Box { area, radius, fill: Some(fill), stroke: None }
}

/// Draws a word on the upper edge, at the right, where it leaves the icon and the mark of a finding free. Next to a
/// close neighbour it moves to the left; without room it is not drawn, since the tile's pattern says the same.
fn pill(out: &mut Shapes<'_>, pen: &Pen, room: WordRoom, word: &'static str, ink: ColorRole) {
    let size = text_size(PILL.0, pen.zoom, PILL.1);
    let (half_width, half_height) =
        (width(word, Weight::SemiBold, size) / 2.0 + size * 0.75, word_height(pen.zoom) / 2.0);
    let aside = f32::from(room.aside) * pen.zoom - 2.0;
    if half_width > aside {
        return;
    }
    let x = ((HALF + 4.0) * pen.zoom).min(aside - half_width);
    let middle = point(pen.origin.x + x, pen.at(0.0, -HALF).y);
    let area = Rect::around(middle, half_width * 2.0, half_height * 2.0);
    let stroke = Stroke::solid(pen.line(1.25), Paint::from(ink).faded(pen.strength));
    let fill = Paint::from(ColorRole::Panel).faded(pen.strength);
    out.push(Shape::Box { area, radius: half_height, fill: Some(fill), stroke: Some(stroke) });
    out.push(Shape::Text(Text::centred(word, middle, size, Weight::SemiBold, Paint::from(ink).faded(pen.strength))));
}

/// The height of the word on a tile, in pixels.
pub(super) fn word_height(zoom: f32) -> f32 {
    text_size(PILL.0, zoom, PILL.1) * 1.72
}

/// The glyph of an item that no contact reaches.
pub const NOBODY_COMES: Icon = Icon::UserX;

/// Draws a crossed-out person at the corner of an item that no contact reaches.
fn nobody_comes(out: &mut Shapes<'_>, pen: &Pen) {
    let middle = pen.at(HALF - 2.0, -HALF + 2.0);
    let stroke = Stroke::solid(pen.line(1.25), Paint::from(ColorRole::Wire).faded(pen.strength));
    let fill = Paint::from(ColorRole::Panel).faded(pen.strength);
    out.push(Shape::Circle { middle, radius: 10.0 * pen.zoom, fill: Some(fill), stroke: Some(stroke) });
    let paint = Paint::from(ColorRole::Muted).faded(pen.strength);
    out.push(Shape::Icon { icon: char::from(NOBODY_COMES), middle, size: 12.0 * pen.zoom, paint });
}

/// The glyph and colour of a severity.
pub fn severity(severity: Severity) -> (char, ColorRole) {
    match severity {
        Severity::Error => (char::from(Icon::OctagonAlert), ColorRole::Held),
        Severity::Warning => (char::from(Icon::TriangleAlert), ColorRole::Skipped),
        Severity::Hint => (char::from(Icon::Info), ColorRole::Waiting),
    }
}

/// Draws the item's worst finding at the upper left corner.
pub fn mark(out: &mut Shapes<'_>, pen: &Pen, worst: Severity) {
    let (icon, ink) = severity(worst);
    let middle = pen.at(-HALF + 2.0, -HALF + 2.0);
    let fill = Paint::from(ColorRole::Panel).faded(pen.strength);
    let size = (15.0 * pen.zoom).max(10.0);
    out.push(Shape::Circle { middle, radius: size * 0.7, fill: Some(fill), stroke: None });
    out.push(Shape::Icon { icon, middle, size, paint: Paint::from(ink).faded(pen.strength) });
}

/// Draws stripes from the lower left to the upper right, clipped to a rectangle with round corners.
fn stripes(out: &mut Shapes<'_>, area: Rect, radius: f32, zoom: f32, paint: Paint) {
    let (band, every) = (6.0 * zoom, 13.0 * zoom);
    let outline = round_outline(area, radius);
    let (first, last) = (area.min.x + area.min.y, area.max.x + area.max.y);
    // Points with the same x + y are on one diagonal.
    let mut from = first - every / 2.0;
    while from < last {
        let inside = cut(&cut(&outline, from, 1.0), from + band, -1.0);
        if inside.len() > 2 {
            out.push(Shape::Polygon { points: inside, fill: paint });
        }
        from += every;
    }
}

/// The part of a convex polygon on one side of the diagonal x + y = `sum`.
fn cut(points: &[Point], sum: f32, side: f32) -> Vec<Point> {
    let far = |at: &Point| (at.x + at.y - sum) * side;
    let mut kept = Vec::with_capacity(points.len() + 2);
    for (place, at) in points.iter().enumerate() {
        let next = &points[(place + 1) % points.len()];
        let (here, there) = (far(at), far(next));
        if here >= 0.0 {
            kept.push(*at);
        }
        if (here >= 0.0) != (there >= 0.0) {
            let t = here / (here - there);
            kept.push(point(at.x + (next.x - at.x) * t, at.y + (next.y - at.y) * t));
        }
    }
    kept
}

/// The outline of a rectangle with round corners, clockwise from the right end of its upper edge.
pub fn round_outline(area: Rect, radius: f32) -> Vec<Point> {
    const STEPS: usize = 6;
    let radius = radius.min(area.width() / 2.0).min(area.height() / 2.0).max(0.0);
    let middles = [
        point(area.max.x - radius, area.min.y + radius),
        point(area.max.x - radius, area.max.y - radius),
        point(area.min.x + radius, area.max.y - radius),
        point(area.min.x + radius, area.min.y + radius),
    ];
    let corner = |(turn, middle): (usize, Point)| {
        (0..=STEPS).map(move |step| {
            let angle = (turn as f32 - 1.0 + step as f32 / STEPS as f32) * std::f32::consts::FRAC_PI_2;
            point(middle.x + radius * angle.cos(), middle.y + radius * angle.sin())
        })
    };
    middles.into_iter().enumerate().flat_map(corner).collect()
}
