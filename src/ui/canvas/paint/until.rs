//! The words for until when contacts wait at an item, or that they are held. They are above the item's tile, or below
//! its counts if something else is above.

use eframe::egui::{Align2, Color32, FontId, Painter, Rect, Vec2, pos2, vec2};
use rustc_hash::FxHashMap;

use super::crowds::Crowd;
use crate::campaign::sequence::Note;
use crate::picture::counts::ItemCounts;
use crate::picture::draw::Pen;
use crate::picture::draw::item::covered;
use crate::picture::geometry::{self, point};
use crate::picture::level::{Level, NUMBERS};
use crate::picture::scene::{Face, Scene, area as area_of};
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::controls::theme::{color, semibold};

/// The gap between the words and their item, in points of the screen. The rings of the selection and of focus are in it.
const GAP: f32 = 10.0;
/// The gap between the words and the counts above them.
const GAP_BELOW: f32 = 3.0;
/// Largest distance, at 100 %, from which an item can reach the words: a label and its counts are below a tile.
const REACH: f32 = 220.0;

/// Paints the words of every group that has room, and returns where, with each item's id. Words without room are not
/// painted, so that they don't cover numbers: at a larger zoom there is room for all.
pub fn paint(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    crowds: &[Crowd],
    counts: &ItemCounts,
    theme: Theme,
) -> Vec<(Rect, u64)> {
    if viewport.camera.zoom < NUMBERS {
        return Vec::new();
    }
    let font = FontId::new((11.5 * viewport.camera.zoom.clamp(0.5, 1.5)).max(11.0), semibold());
    let near = viewport.rect.expand(200.0);
    // At a large zoom, the tile itself shows its held count.
    let is_said = |crowd: &&Crowd| crowd.held == 0 || !walls_speak(viewport);
    let faces = crowds.iter().filter(is_said).filter_map(|crowd| Some((scene.face(crowd.item)?, crowd)));
    let seen = faces.filter(|(face, _)| near.contains(viewport.on_screen(face.middle)));
    let words: Vec<_> = seen
        .map(|(face, crowd)| {
            let ink = if crowd.held > 0 { ColorRole::Held } else { ColorRole::Waiting };
            let galley = painter.layout_no_wrap(crowd.until.clone(), font.clone(), color(ink, theme));
            (face, galley)
        })
        .collect();
    let rects = placed(viewport, scene, counts, words.iter().map(|(face, galley)| (*face, galley.size())));
    let mut painted = Vec::new();
    for ((face, galley), rect) in words.into_iter().zip(rects) {
        let Some(rect) = rect else { continue };
        painted.push((rect, face.id));
        // A background, since a link behind the words would make them hard to read.
        painter.rect_filled(rect.expand2(vec2(5.0, 1.0)), 6.0, color(ColorRole::Paper, theme).gamma_multiply(0.85));
        painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    }
    painted
}

/// Whether tiles show their held count.
fn walls_speak(viewport: &Viewport) -> bool {
    Level::at(viewport.camera.zoom) == Level::Full
}

/// The positions of the words of each item, given their sizes; `None` without room.
fn placed<'a>(
    viewport: &Viewport,
    scene: &Scene,
    counts: &ItemCounts,
    words: impl Iterator<Item = (&'a Face, Vec2)>,
) -> Vec<Option<Rect>> {
    let mut taken: Vec<Rect> = Vec::new();
    let mut covers = Covers { viewport, scene, counts, known: FxHashMap::default() };
    words
        .map(|(face, size)| {
            let mut is_free =
                |rect: &Rect| taken.iter().all(|taken| !taken.intersects(*rect)) && covers.is_free(face.id, rect);
            let places = places(viewport, scene, face, counts, size).map(|rect| within(viewport, face, rect));
            // Words that the upper or lower edge would cut come last.
            let is_whole = |rect: &&Rect| rect.top() >= viewport.rect.top() && rect.bottom() <= viewport.rect.bottom();
            let (whole, cut): (Vec<&Rect>, Vec<&Rect>) = places.iter().partition(is_whole);
            let found = whole.into_iter().chain(cut).copied().find(&mut is_free);
            taken.extend(found);
            found
        })
        .collect()
}

/// The distance of words from the edges of the canvas.
const EDGE: f32 = 6.0;

/// The words of an item in view, moved aside so that neither the left nor the right edge cuts them.
fn within(viewport: &Viewport, face: &Face, words: Rect) -> Rect {
    let (room, tile) = (viewport.rect.shrink(EDGE), viewport.rect_on_screen(face.tile()));
    if !viewport.rect.contains_rect(tile) {
        return words;
    }
    let right = (room.left() - words.left()).max(0.0);
    let left = (words.right() - room.right()).max(0.0);
    words.translate(vec2(if right > 0.0 { right } else { -left }, 0.0))
}

/// The possible positions of an item's words, best first.
fn places(viewport: &Viewport, scene: &Scene, face: &Face, counts: &ItemCounts, size: Vec2) -> [Rect; 6] {
    let tile = viewport.rect_on_screen(face.tile());
    let covered = covered(&pen(viewport, face), face, counts.of_item(scene.sequence.item(face.id)));
    let below = covered.iter().map(|area| area.max.y).fold(tile.bottom(), f32::max);
    // Next to the words of a neighbour they move aside, and then to a second line.
    let (above, below) = (tile.top() - GAP, below + GAP_BELOW);
    let second = size.y + 2.0;
    [
        Align2::CENTER_BOTTOM.anchor_size(pos2(tile.center().x, above), size),
        Align2::RIGHT_BOTTOM.anchor_size(pos2(tile.right(), above), size),
        Align2::LEFT_BOTTOM.anchor_size(pos2(tile.left(), above), size),
        Align2::CENTER_TOP.anchor_size(pos2(tile.center().x, below), size),
        Align2::CENTER_BOTTOM.anchor_size(pos2(tile.center().x, above - second), size),
        Align2::CENTER_TOP.anchor_size(pos2(tile.center().x, below + second), size),
    ]
}

/// The areas covered by items, which words must avoid. Each item's areas are computed once, since all its neighbours
/// need them.
struct Covers<'a> {
    viewport: &'a Viewport,
    scene: &'a Scene,
    counts: &'a ItemCounts,
    known: FxHashMap<u64, Vec<geometry::Rect>>,
}

impl Covers<'_> {
    /// Whether `rect` overlaps no note, and no other item's tile, texts or counts.
    fn is_free(&mut self, own: u64, rect: &Rect) -> bool {
        let Self { viewport, scene, counts, known } = self;
        let around =
            geometry::Rect { min: viewport.on_canvas(rect.min), max: viewport.on_canvas(rect.max) }.grown(REACH);
        let area = geometry::Rect { min: point(rect.min.x, rect.min.y), max: point(rect.max.x, rect.max.y) };
        let is_on = |note: &Note| viewport.rect_on_screen(area_of(note.position, note.size)).intersects(*rect);
        if scene.notes_in(around).any(is_on) {
            return false;
        }
        scene.faces_in(around).filter(|face| face.id != own).all(|face| {
            let covered = known
                .entry(face.id)
                .or_insert_with(|| covered(&pen(viewport, face), face, counts.of_item(scene.sequence.item(face.id))));
            covered.iter().all(|covered| !covered.meets(&area))
        })
    }
}

fn pen(viewport: &Viewport, face: &Face) -> Pen {
    let middle = viewport.on_screen(face.middle);
    Pen::new(point(middle.x, middle.y), viewport.camera.zoom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::directory::Directory;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::{Fax, Kind};
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::{Color, Sequence};
    use crate::picture::counts::Count;
    use crate::picture::scene::TILE;
    use crate::ui::context::camera::Camera;

    /// Two tracks, one above the other, with numbers on every item, and a note above an item if wished.
    fn tracks(apart: f64, note: bool) -> (Scene, ItemCounts) {
        let mut sequence = Sequence::with_start("Test");
        let item = |id: u64, x: f64, y: f64| {
            let kind = Kind::Fax(Fax { body: "Hello".to_owned() });
            Item { id, name: format!("Item {id}"), position: Position(x, y), ready: true, kind }
        };
        sequence.items = vec![item(1, 0.0, 0.0), item(2, 200.0, 0.0), item(3, 0.0, apart), item(4, 200.0, apart)];
        if note {
            let (position, size) = (Position(-40.0, apart - 60.0), Position(80.0, 20.0));
            sequence.notes.push(Note { id: 9, position, size, text: "Hi".to_owned(), color: Color::Blue });
        }
        let count = Count { ran: 9_999, waiting: 9_999, held: 0, skipped: 9_999 };
        (
            Scene::new(&sequence, &IndexedDirectory::new(&Directory::default())),
            (1..=4).map(|id| (sequence.id.item(id), count)).collect(),
        )
    }

    fn words(scene: &Scene, counts: &ItemCounts, zoom: f32) -> Vec<Option<Rect>> {
        let camera = Camera { middle: point(100.0, 100.0), zoom };
        let viewport = Viewport { rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 700.0)), camera };
        placed(&viewport, scene, counts, scene.faces.iter().map(|face| (face, vec2(90.0, 14.0))))
    }

    #[test]
    fn words_stand_above_their_tiles_where_there_is_room() {
        let (scene, counts) = tracks(300.0, false);
        let places: Vec<Rect> = words(&scene, &counts, 1.0).into_iter().map(|place| place.expect("room")).collect();
        let tops: Vec<f32> = scene.faces.iter().map(|face| 350.0 + face.tile().min.y - 100.0).collect();
        let above = places.iter().zip(tops).all(|(place, top)| (place.bottom() - (top - GAP)).abs() < 0.1);
        assert!(above, "{places:?}");
    }

    #[test]
    fn where_a_note_is_close_above_they_stand_below_their_counts() {
        let (scene, counts) = tracks(200.0, true);
        let places = words(&scene, &counts, 1.0);
        let below = places[2].expect("below").top();
        assert!(below > 350.0 + scene.faces[2].middle.y - 100.0 + TILE, "{places:?}");
        assert!(places[0].is_some_and(|place| place.bottom() < 350.0 - 100.0), "{places:?}");
    }

    #[test]
    fn words_of_close_neighbours_are_all_shown() {
        let (scene, counts) = tracks(300.0, false);
        // Wider than the distance of two items, as at a small zoom.
        let camera = Camera { middle: point(100.0, 100.0), zoom: 0.53 };
        let viewport = Viewport { rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 700.0)), camera };
        let places = placed(&viewport, &scene, &counts, scene.faces.iter().map(|face| (face, vec2(150.0, 14.0))));
        assert!(places.iter().all(Option::is_some), "{places:?}");
    }

    #[test]
    fn words_keep_off_the_rings_of_their_tile() {
        let (scene, counts) = tracks(300.0, false);
        for (face, place) in scene.faces.iter().zip(words(&scene, &counts, 1.0)) {
            let ring = 350.0 + face.tile().min.y - 100.0 - 8.75;
            assert!(place.is_some_and(|place| place.bottom() + 1.0 <= ring), "{place:?}");
        }
    }

    #[test]
    fn words_at_the_edge_of_the_canvas_are_whole() {
        let (scene, counts) = tracks(300.0, false);
        for zoom in [0.5, 1.0] {
            // The first column of tiles touches the left edge.
            let camera = Camera { middle: point(450.0 / zoom - TILE / 2.0 - 2.0, 100.0), zoom };
            let viewport = Viewport { rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 700.0)), camera };
            let places = placed(&viewport, &scene, &counts, scene.faces.iter().map(|face| (face, vec2(150.0, 14.0))));
            assert!(places.iter().flatten().all(|place| place.left() >= 0.0), "{zoom}: {places:?}");
            assert!(places.iter().flatten().count() >= 2, "{zoom}: {places:?}");
        }
    }

    #[test]
    fn words_never_cover_each_other() {
        let (scene, counts) = tracks(180.0, false);
        for zoom in [0.5, 0.6, 0.8, 1.0, 2.0] {
            let places: Vec<Rect> = words(&scene, &counts, zoom).into_iter().flatten().collect();
            for (at, one) in places.iter().enumerate() {
                assert!(places[at + 1..].iter().all(|other| !one.intersects(*other)), "{zoom}: {places:?}");
            }
        }
    }
}
