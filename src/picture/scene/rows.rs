//! Rows of items: neighbours at one height, whose badges are on one line.

use super::face::Face;
use super::room::{ROOMY, TOP_WITH_CAPTION, TOP_WITH_MARK, TOP_WITH_WORD, TileSpot, rooms};
use crate::picture::draw::lines::lines_end;
use crate::picture::geometry::Rect;
use crate::picture::label::LabelLines;
use crate::picture::looks::ItemState;

/// The largest difference in height between two neighbours of a row, and the largest distance between them, in points.
const APART: (f32, f32) = (10.0, 280.0);

/// How far a tile reaches up with what is drawn on and above it, in points from its middle.
pub(super) fn top(face: &Face) -> f32 {
    match face.state {
        _ if face.is_barrier() => TOP_WITH_CAPTION,
        ItemState::NotSetUp | ItemState::Draft => TOP_WITH_WORD,
        ItemState::Solid => TOP_WITH_MARK,
    }
}

/// Gives each face its room, and tells it the longest label of its row.
pub(super) fn aligned(faces: Vec<Face>, others: impl Iterator<Item = Rect>) -> Vec<Face> {
    let spots: Vec<TileSpot> = faces.iter().map(|face| TileSpot { middle: face.middle, top: top(face) }).collect();
    let mut rooms = rooms(&spots, others);
    let mut order: Vec<usize> = (0..faces.len()).collect();
    let key = |place: &usize| ((faces[*place].middle.y / APART.0).round() as i64, faces[*place].middle.x);
    order.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let mut rows: Vec<LabelLines> = faces.iter().map(|face| face.label.lines()).collect();
    let is_next = |a: &usize, b: &usize| key(a).0 == key(b).0 && key(b).1 - key(a).1 <= APART.1;
    for row in order.chunk_by(is_next) {
        let labels = || row.iter().map(|place| rows[*place]);
        let longest = labels().max_by(|a, b| lines_end(*a, 1.0).total_cmp(&lines_end(*b, 1.0)));
        let name_width = labels().map(|lines| lines.name_width).fold(0.0, f32::max);
        let sentence_width = labels().map(|lines| lines.sentence_width).fold(0.0, f32::max);
        let longest = LabelLines { name_width, sentence_width, ..longest.unwrap_or_default() };
        row.iter().for_each(|place| rows[*place] = longest);
        // With one height for all, their badges stay on one line where they are cut, too.
        let has_room = |place: &&usize| rooms[**place].down >= ROOMY;
        let down = row.iter().filter(has_room).map(|place| rooms[*place].down).fold(f32::INFINITY, f32::min);
        row.iter().for_each(|place| rooms[*place].down = rooms[*place].down.min(down));
    }
    let faces = faces.into_iter().zip(rows.into_iter().zip(rooms));
    faces.map(|(face, (row, room))| face.in_row(row, room)).collect()
}

#[cfg(test)]
mod tests {
    use crate::campaign::directory::Directory;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::{Fax, Kind};
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;
    use crate::picture::counts::Count;
    use crate::picture::draw::Pen;
    use crate::picture::draw::item::counts_placed;
    use crate::picture::geometry::point;
    use crate::picture::scene::Scene;

    #[test]
    fn neighbours_have_their_badges_on_one_line() {
        let item = |id: u64, x: f64, y: f64, name: &str| {
            let kind = Kind::Fax(Fax { body: "Hello".to_owned() });
            Item { id, name: name.to_owned(), position: Position(x, y), ready: true, kind }
        };
        let long = "A name that is so long that it needs two lines";
        let mut sequence = Sequence::with_start("Test");
        sequence.items =
            vec![item(1, 0.0, 0.0, "A"), item(2, 200.0, 0.0, long), item(3, 900.0, 0.0, "C"), item(4, 0.0, 200.0, "D")];
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()));
        let names: Vec<usize> = scene.faces.iter().map(|face| face.row.name).collect();
        assert_eq!(names, [2, 2, 1, 1], "the far one and the other row keep their own");
        // The badges are at one height, also where a name is broken only because the zoom is small.
        let count = Count { ran: 7, ..Count::default() };
        for zoom in [0.5, 0.58, 0.64, 0.77, 1.0, 1.7] {
            let pen = Pen::new(point(0.0, 0.0), zoom);
            let rows = scene.faces.iter().map(|face| counts_placed(&pen, face, count)[0].0.min.y);
            let rows: Vec<f32> = rows.collect();
            assert!((rows[0] - rows[1]).abs() < 0.01, "{zoom}: {rows:?}");
        }
        // At a smaller zoom they would be closer to the item below than to their own name.
        let pen = Pen::new(point(0.0, 0.0), 0.45);
        let tops = [0, 1].map(|place| counts_placed(&pen, &scene.faces[place], count)[0].0.min.y);
        assert!(tops[0] + 5.0 < tops[1], "{tops:?}");
    }
}
