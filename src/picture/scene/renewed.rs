//! Reuses parts of the scene before an edit. Most edits change one item of thousands: to lay out all texts again would
//! take longer than the rest of the frame.

use rustc_hash::FxHashMap;

use crate::campaign::item::Item;
use crate::campaign::sequence::{Note, Sequence};
use crate::picture::draw::note::sheet;
use crate::picture::markdown;

use super::face::{Face, FaceContext};

/// The faces of a sequence's items. Faces of `before` are reused if all that they depend on is the same; `places` has
/// their indexes by item id.
pub(super) fn faces(
    before: Vec<Face>,
    places: &FxHashMap<u64, usize>,
    is_same: bool,
    sequence: &Sequence,
    context: FaceContext<'_>,
) -> Vec<Face> {
    let mut outgoing: FxHashMap<u64, usize> = FxHashMap::default();
    sequence.links.iter().for_each(|(from, _)| *outgoing.entry(*from).or_default() += 1);
    let mut before: Vec<Option<Face>> = before.into_iter().filter(|_| is_same).map(Some).collect();
    let mut take = |place: usize, id: u64| {
        let is_there = matches!(before.get(place), Some(Some(face)) if face.id == id);
        let place = if is_there { place } else { *places.get(&id)? };
        before.get_mut(place)?.take()
    };
    let face = |(place, item): (usize, &Item)| {
        let outgoing = outgoing.get(&item.id).copied().unwrap_or_default();
        match take(place, item.id) {
            Some(face) => face.renewed(item, context, outgoing),
            None => Face::new(item, context, outgoing),
        }
    };
    sequence.items.iter().enumerate().map(face).collect()
}

/// The lines of each note's text. Those of unchanged notes are reused.
pub(super) fn sheets(
    before: &[Note],
    mut sheets: Vec<Vec<markdown::TextLine>>,
    notes: &[Note],
) -> Vec<Vec<markdown::TextLine>> {
    let lines = |(place, note): (usize, &Note)| match before.get(place) {
        Some(same) if same.text == note.text && same.size == note.size => std::mem::take(&mut sheets[place]),
        _ => sheet(note, (note.size.0 as f32, note.size.1 as f32)),
    };
    notes.iter().enumerate().map(lines).collect()
}

#[cfg(test)]
mod tests {
    use crate::campaign::directory::Directory;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::Kind;
    use crate::campaign::kinds::apply_remove_tag::ApplyRemoveTag;
    use crate::campaign::kinds::delay_timer::DelayTimerSettings;
    use crate::campaign::kinds::fax::Fax;
    use crate::campaign::known::IndexedDirectory;
    use crate::campaign::sequence::{Color, Note, Sequence};
    use crate::picture::geometry::{Rect, point};
    use crate::picture::scene::{ItemState, Scene};

    fn item(id: u64, x: f64, y: f64, kind: Kind) -> Item {
        Item { id, name: format!("Item {id}"), position: Position(x, y), ready: true, kind }
    }

    fn fax() -> Kind {
        Kind::Fax(Fax { body: "Hello".to_owned() })
    }

    /// Everything that is visible of a scene: all but its stamp.
    fn told(scene: &Scene) -> String {
        let Scene { faces, wires, notes, frames, sheets, bounds, .. } = scene;
        let found = scene.things_in(Rect::between(point(-500.0, -500.0), point(500.0, 500.0)));
        let of_two: Vec<usize> = scene.wires_of(2).map(|wire| wire.link).collect();
        format!("{faces:?} {wires:?} {notes:?} {frames:?} {sheets:?} {bounds:?} {found:?} {of_two:?}")
    }

    #[test]
    fn a_scene_in_the_place_of_another_is_as_if_it_were_new() {
        let wait = || Kind::DelayTimer(DelayTimerSettings { schedule: None });
        let mut sequence = Sequence::with_start("Test");
        sequence.items = vec![item(1, 0.0, 0.0, Kind::Start), item(2, 200.0, 0.0, wait()), item(3, 400.0, 80.0, fax())];
        sequence.links = vec![(1, 2), (2, 3)];
        let note = |text: &str| Note {
            id: 90,
            position: Position(0.0, 300.0),
            size: Position(200.0, 100.0),
            text: text.to_owned(),
            color: Color::Blue,
        };
        sequence.notes = vec![note("Hi")];
        let edits: [fn(&mut Sequence); 9] = [
            |sequence| sequence.items[2].name = "A name that needs two lines below its tile".to_owned(),
            |sequence| sequence.items[2].ready = false,
            |sequence| sequence.items[2].position = Position(-300.0, 40.0),
            |sequence| sequence.items[1].kind = Kind::Fax(Fax { body: String::new() }),
            |sequence| sequence.items[1].kind = Kind::DelayTimer(DelayTimerSettings { schedule: None }),
            |sequence| sequence.links.push((3, 1)),
            |sequence| drop(sequence.items.remove(0)),
            |sequence| sequence.links.clear(),
            |sequence| sequence.notes[0].text = "Something **else**".to_owned(),
        ];
        let directory = Directory::default();
        let known = IndexedDirectory::new(&directory);
        let mut scene = Scene::new(&sequence, &known);
        for edit in edits {
            edit(&mut sequence);
            scene = scene.renewed(&sequence, &known);
            assert_eq!(told(&scene), told(&Scene::new(&sequence, &known)));
        }
    }

    #[test]
    fn what_a_directory_lacks_now_is_seen_at_items_that_nobody_edited() {
        let mut sequence = Sequence::with_start("Test");
        let tag = Kind::ApplyRemoveTag(ApplyRemoveTag { apply: vec!["Guest".to_owned()], remove: Vec::new() });
        sequence.items = vec![item(1, 0.0, 0.0, Kind::Start), item(2, 200.0, 0.0, tag)];
        let directory = Directory { tags: vec!["Guest".to_owned()], ..Directory::default() };
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&directory));
        assert_eq!(scene.faces[1].state, ItemState::Solid);
        let scene = scene.renewed(&sequence, &IndexedDirectory::new(&Directory::default()));
        assert_eq!(scene.faces[1].state, ItemState::NotSetUp);
    }
}
