//! Tidied canvases: nothing overlaps, tracks keep their order, and tidying again changes nothing.

use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::Position;
use dripline::campaign::kinds::{Fax, Kind};
use dripline::campaign::selection::Selection;
use dripline::campaign::sequence::{Color, Frame, Note, Sequence};
use dripline::campaign::tidy::{Extent, Page, tidy};
use dripline::workbench::editor::Editor;

use crate::common::hostile::ends;
use crate::edits::starts::{Dice, all, item, large, with_items};

type Box4 = (f64, f64, f64, f64);

fn extent(id: u64) -> Extent {
    let wide = if id.is_multiple_of(7) { 130.0 } else { 70.0 };
    Extent { left: wide, right: wide, up: 32.0, down: 60.0 + (id % 5) as f64 * 18.0 }
}

fn tidied(sequence: &Sequence) -> Sequence {
    let mut campaign = with_items(Vec::new(), Vec::new());
    campaign.sequences = vec![sequence.clone()];
    let mut editor = Editor::of(campaign);
    let id = sequence.id;
    let edit = Edit::Canvas(id, CanvasEdit::Tidy(tidy(sequence, &extent, Page::default())));
    editor.apply(&edit, &Selection::none(id), Grouping::Alone).expect("tidied");
    editor.campaign().sequences[0].clone()
}

/// Random tracks with unlinked items, notes and frames, at random positions.
fn random(dice: &mut Dice) -> Sequence {
    let count = 1 + dice.below(60) as u64;
    let place = |dice: &mut Dice| Position(dice.below(3000) as f64 - 500.0, dice.below(2000) as f64 - 500.0);
    let mut items = Vec::new();
    let mut links = Vec::new();
    for id in 1..=count {
        let kind = if dice.one_in(10) || id == 1 { Kind::Start } else { Kind::Fax(Fax { body: String::new() }) };
        let at = place(dice);
        if kind != Kind::Start && !dice.one_in(8) {
            links.push((1 + dice.below(id as usize - 1) as u64, id));
        }
        items.push(item(id, at.0, at.1, kind));
    }
    if dice.one_in(3) {
        links.push((count, 1));
        links.push((count, 2));
    }
    let mut sequence = with_items(items, links).sequences.remove(0);
    for id in 0..dice.below(6) as u64 {
        let (position, size) = (place(dice), Position(100.0 + dice.below(200) as f64, 60.0));
        sequence.notes.push(Note { id: 1000 + id, position, size, text: String::new(), color: Color::Yellow });
    }
    for id in 0..dice.below(4) as u64 {
        let (position, size) = (place(dice), Position(300.0 + dice.below(900) as f64, 200.0 + dice.below(600) as f64));
        sequence.frames.push(Frame { id: 2000 + id, position, size, title: String::new(), color: Color::Blue });
    }
    sequence
}

fn boxes(sequence: &Sequence) -> Vec<(u64, Box4)> {
    let items = sequence.items.iter().map(|item| {
        let (at, extent) = (item.position, extent(item.id));
        (item.id, (at.0 - extent.left, at.0 + extent.right, at.1 - extent.up, at.1 + extent.down))
    });
    let notes = sequence.notes.iter().map(|note| {
        let (at, size) = (note.position, note.size);
        (note.id, (at.0, at.0 + size.0, at.1, at.1 + size.1))
    });
    items.chain(notes).collect()
}

fn overlapping(sequence: &Sequence) -> Option<(u64, u64)> {
    let boxes = boxes(sequence);
    let overlap = |a: Box4, b: Box4| a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3;
    let pairs = boxes.iter().enumerate().flat_map(|(place, a)| boxes[place + 1..].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| overlap(a.1, b.1)).map(|(a, b)| (a.0, b.0)).next()
}

#[test]
fn nothing_overlaps_ranks_stay_and_twice_is_once() {
    let mut dice = Dice(5);
    let random = (0..400).map(|_| random(&mut dice));
    let sequences = random.chain(all().into_iter().flat_map(|campaign| campaign.sequences));
    for before in sequences.collect::<Vec<_>>() {
        let after = tidied(&before);
        assert_eq!(overlapping(&after), None, "{before:?}");
        assert_eq!(after.forest().preorder(), before.forest().preorder(), "{before:?}");
        let again = tidy(&after, &extent, Page::default());
        assert!(again.is_empty(), "{again:?}\n{after:?}");
    }
}

#[test]
fn a_track_is_a_line_of_columns_and_branches_have_rows_of_their_own() {
    let kind = || Kind::Fax(Fax { body: String::new() });
    let items = vec![
        item(1, 33.0, 41.0, Kind::Start),
        item(2, 50.0, 300.0, kind()),
        item(3, 50.0, 100.0, kind()),
        item(4, 90.0, 10.0, kind()),
        item(5, 0.0, 0.0, kind()),
    ];
    let sequence = with_items(items, vec![(1, 2), (1, 3), (3, 4)]).sequences.remove(0);
    let small = |_| Extent { left: 60.0, right: 60.0, up: 32.0, down: 60.0 };
    let places = tidy(&sequence, &small, Page::default()).places;
    let at = |id: u64| places.iter().find(|(moved, _)| *moved == id).map(|(_, at)| (at.0, at.1));
    assert_eq!(at(1), Some((40.0, 40.0)));
    assert_eq!(at(3), Some((240.0, 40.0)));
    assert_eq!(at(4), Some((440.0, 40.0)));
    assert_eq!(at(2), Some((240.0, 160.0)));
    assert_eq!(at(5), Some((40.0, 280.0)), "loose items stand below");
}

#[test]
fn a_long_track_takes_rows_that_can_be_read_in_the_view() {
    let kind = |id| if id == 1 { Kind::Start } else { Kind::Fax(Fax { body: String::new() }) };
    let usual = |_| Extent { left: 70.0, right: 70.0, up: 44.0, down: 150.0 };
    let of = |count: u64, page: Page| {
        let items = (1..=count).map(|id| item(id, 0.0, 0.0, kind(id))).collect();
        let links = (2..=count).map(|id| (id - 1, id)).collect();
        let mut sequence = with_items(items, links).sequences.remove(0);
        for (id, at) in tidy(&sequence, &usual, page).places {
            sequence.items.iter_mut().filter(|item| item.id == id).for_each(|item| item.position = at);
        }
        assert!(tidy(&sequence, &usual, page).is_empty(), "twice is once");
        sequence.items.into_iter().map(|item| item.position).collect::<Vec<_>>()
    };
    let size = |places: &[Position]| {
        let most = |of: fn(&Position) -> f64| places.iter().map(of).fold(f64::MIN, f64::max);
        (most(|at| at.0) + 200.0, most(|at| at.1) + 200.0)
    };
    let short = of(12, Page { width: 1_200.0, height: 600.0 });
    assert!(short.iter().all(|at| at.1 == short[0].1), "what can be read stays in one row: {short:?}");
    for (width, height, count) in [(1_200.0, 600.0, 24), (1_200.0, 600.0, 40), (700.0, 400.0, 20)] {
        let places = of(count, Page { width, height });
        let (wide, high) = size(&places);
        assert!((width / wide).min(height / high) > 0.4, "{count} items take {wide} × {high}");
        // Each item is right of the one before, or at the beginning of a lower row, with room for the link above it.
        let is_next = |two: &[Position]| {
            two[1].1 == two[0].1 && two[1].0 >= two[0].0 + 200.0
                || two[1].0 == places[0].0 && two[1].1 >= two[0].1 + 44.0 + 150.0 + 40.0
        };
        assert!(places.windows(2).all(is_next), "{places:?}");
    }
}

#[test]
fn notes_and_frames_go_with_their_items() {
    let kind = || Kind::Fax(Fax { body: String::new() });
    let items = vec![item(1, 0.0, 0.0, Kind::Start), item(2, 700.0, 500.0, kind()), item(3, 1500.0, 500.0, kind())];
    let mut sequence = with_items(items, vec![(1, 2), (2, 3)]).sequences.remove(0);
    let note = |id, x, y| Note {
        id,
        position: Position(x, y),
        size: Position(100.0, 40.0),
        text: String::new(),
        color: Color::Yellow,
    };
    sequence.notes.push(note(10, 650.0, 350.0));
    let (position, size) = (Position(600.0, 400.0), Position(1100.0, 300.0));
    sequence.frames.push(Frame { id: 11, position, size, title: String::new(), color: Color::Blue });
    let after = tidied(&sequence);
    assert_eq!(after.notes[0].position, Position(150.0, -150.0));
    let frame = &after.frames[0];
    let right = frame.position.0 + frame.size.0;
    assert!(frame.position.0 < 130.0 && frame.position.0 > 0.0 && (470.0..560.0).contains(&right), "{frame:?}");
}

#[test]
fn long_chains_and_many_rows_stay_on_the_canvas() {
    let chain = |count: u64| {
        let kind = |id| if id == 1 { Kind::Start } else { Kind::Fax(Fax { body: String::new() }) };
        let items = (1..=count).map(|id| item(id, 0.0, 0.0, kind(id))).collect();
        with_items(items, (2..=count).map(|id| (id - 1, id)).collect()).sequences.remove(0)
    };
    let star = {
        let mut star = chain(9_000);
        star.links = (2..=9_000).map(|id| (1, id)).collect();
        star
    };
    for sequence in [chain(10_000), star, large(10_000).sequences.remove(0)] {
        let narrow = |_| Extent { left: 60.0, right: 60.0, up: 32.0, down: 60.0 };
        let tidied = ends("tidying", || tidy(&sequence, &narrow, Page::default()));
        assert!(tidied.places.iter().all(|(_, at)| at.0.abs() <= 1e6 && at.1.abs() <= 1e6));
        let mut places: Vec<_> = tidied.places.iter().map(|(_, at)| (at.0.to_bits(), at.1.to_bits())).collect();
        places.sort_unstable();
        places.dedup();
        assert!(places.len() >= tidied.places.len(), "two items in one place");
    }
}

#[test]
fn hostile_sizes_are_survived() {
    let mut sequence = random(&mut Dice(3));
    for id in 0..300 {
        let size = [Position(1e6, 1e6), Position(-5.0, 1e6), Position(0.0, 0.0)][id % 3];
        let position = Position(0.0, 0.0);
        sequence.notes.push(Note { id: 5000 + id as u64, position, size, text: String::new(), color: Color::Grey });
    }
    let odd = |id: u64| Extent { left: f64::NAN, right: f64::INFINITY, up: -5.0, down: id as f64 };
    let places = tidy(&sequence, &odd, Page::default()).places;
    assert!(places.iter().all(|(_, at)| at.0.abs() <= 1e6 && at.1.abs() <= 1e6));
}
