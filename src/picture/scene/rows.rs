//! Rows of items: neighbours at one height, whose badges are on one line.

use super::face::Face;
use crate::picture::draw::lines::badge_row;
use crate::picture::label::LabelLines;

/// The largest difference in height between two neighbours of a row, and the largest distance between them, in points.
const APART: (f32, f32) = (10.0, 280.0);

/// Tells each face the longest label of its row.
pub(super) fn aligned(faces: Vec<Face>) -> Vec<Face> {
    let mut order: Vec<usize> = (0..faces.len()).collect();
    let key = |place: &usize| ((faces[*place].middle.y / APART.0).round() as i64, faces[*place].middle.x);
    order.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let mut rows: Vec<LabelLines> = faces.iter().map(|face| face.label.lines()).collect();
    let is_next = |a: &usize, b: &usize| key(a).0 == key(b).0 && key(b).1 - key(a).1 <= APART.1;
    for row in order.chunk_by(is_next) {
        let longest = row.iter().map(|place| rows[*place]);
        let longest = longest.max_by(|a, b| badge_row(*a, 1.0).total_cmp(&badge_row(*b, 1.0))).unwrap_or_default();
        row.iter().for_each(|place| rows[*place] = longest);
    }
    faces.into_iter().zip(rows).map(|(face, row)| face.in_row(row)).collect()
}

#[cfg(test)]
mod tests {
    use crate::campaign::directory::Directory;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::{Fax, Kind};
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::Sequence;
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
            vec![item(1, 0.0, 0.0, "A"), item(2, 200.0, 0.0, long), item(3, 900.0, 0.0, "C"), item(4, 0.0, 180.0, "D")];
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()));
        let names: Vec<usize> = scene.faces.iter().map(|face| face.row.name).collect();
        assert_eq!(names, [2, 2, 1, 1], "the far one and the other row keep their own");
    }
}
