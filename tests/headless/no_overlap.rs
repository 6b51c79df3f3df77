//! Random drawings: no text or number of an item lies on those of another one, or on its tile.

use std::path::Path;

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::directory::Directory;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{DelayTimerSettings, Fax, Kind};
use dripline::campaign::known::IndexedDirectory;
use dripline::campaign::sequence::{Color, Frame, Note, Sequence};
use dripline::picture::counts::Count;
use dripline::picture::draw::layout::ItemLayout;
use dripline::picture::draw::{Pen, item, tile};
use dripline::picture::geometry::{Rect, point};
use dripline::picture::measure::width;
use dripline::picture::scene::{Face, Scene, TILE};
use dripline::picture::shape::{Anchor, Shape};
use dripline::storage::campaign_file::read::parse;
use dripline::workbench::samples;
use proptest::prelude::*;

/// A timer with usual settings, whose sentence takes two lines.
const TIMER: &str = include_str!("../benches/canvas/timer.ron");

/// An item as the test draws it at random: where, what it is called, its kind, whether it is ready, its numbers.
type Drawn = (Position, String, usize, bool, [u64; 4]);

fn position() -> impl Strategy<Value = Position> {
    let on_pitch = (0..5_i32, 0..4_i32).prop_map(|(x, y)| Position(f64::from(x) * 200.0, f64::from(y) * 200.0));
    let on_grid = (0..50_i32, 0..40_i32).prop_map(|(x, y)| Position(f64::from(x) * 20.0, f64::from(y) * 20.0));
    let anywhere = (0.0..1000.0_f64, 0.0..800.0_f64).prop_map(|(x, y)| Position(x, y));
    prop_oneof![on_pitch, on_grid, anywhere]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Welcome".to_owned()),
        Just("Thank you for the trial lesson".to_owned()),
        Just("A name that is so long that it can never be shown as a whole below a tile".to_owned()),
        Just("Donaudampfschifffahrtsgesellschaftskapitän".to_owned()),
        Just("🎉 party 🎉 in Zürich".to_owned()),
        Just(String::new()),
        "\\PC{0,40}",
    ]
}

fn numbers() -> impl Strategy<Value = [u64; 4]> {
    let one = || prop_oneof![Just(0_u64), Just(7), Just(999), Just(1_234), Just(9_999), Just(12_431), Just(999_999)];
    [one(), one(), one(), one()]
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    proptest::collection::vec((position(), name(), 0..4_usize, any::<bool>(), numbers()), 2..16)
}

fn zoom() -> impl Strategy<Value = f32> {
    prop_oneof![Just(0.6_f32), Just(0.67), Just(0.8), Just(1.0), Just(1.25), Just(1.5), 0.6..1.5_f32]
}

fn kind(number: usize) -> Kind {
    match number {
        0 => Kind::DelayTimer(DelayTimerSettings { schedule: None }),
        1 => parse(TIMER, Path::new("timer.ron")).expect("a campaign").campaign.sequences[0].items[1].kind.clone(),
        2 => Kind::Fax(Fax { body: "Hello".to_owned() }),
        _ => (OFFERS[OFFERS.len() - 1].new)(),
    }
}

fn scene(drawn: &[Drawn], with_papers: bool) -> Scene {
    let mut sequence = Sequence::with_start("Test");
    let item = |(place, (position, name, which, ready, _)): (usize, &Drawn)| Item {
        id: place as u64 + 1,
        name: name.clone(),
        position: *position,
        ready: *ready,
        kind: kind(*which),
    };
    sequence.items = drawn.iter().enumerate().map(item).collect();
    if with_papers {
        let (position, size) = (Position(300.0, 260.0), Position(240.0, 120.0));
        let text = "What it is for".to_owned();
        sequence.notes.push(Note { id: 900, position, size, text, color: Color::Blue });
        let (position, size, title) = (Position(-60.0, 340.0), Position(700.0, 200.0), "First week".to_owned());
        sequence.frames.push(Frame { id: 901, position, size, title, color: Color::Pink });
    }
    Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()))
}

/// What an item shows: its tile, its texts, and its numbers.
struct Shown {
    tile: Rect,
    /// The texts below the tile.
    label: Vec<Rect>,
    /// The word on the tile, and the caption above it.
    words: Vec<Rect>,
    numbers: Vec<Rect>,
}

impl Shown {
    fn new(face: &Face, zoom: f32, count: Count) -> Self {
        let pen = Pen::new(point(face.middle.x * zoom, face.middle.y * zoom), zoom);
        let layout = ItemLayout::new(face, zoom, count);
        let (mut above, mut label, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        item::barrier(&mut above, &pen, face, count);
        tile::draw(&mut above, &pen, face.looks());
        item::label(&mut label, &pen, face, &layout);
        item::counts(&mut numbers, &pen, count, &layout);
        let half = TILE / 2.0;
        let tile = pen.area((-half, -half), (half, half));
        let boxes = numbers.iter().filter_map(|shape| match shape {
            Shape::Box { area, .. } => Some(*area),
            Shape::Circle { middle, radius, .. } => Some(Rect::around(*middle, radius * 2.0, radius * 2.0)),
            _ => None,
        });
        Self { tile, label: texts(&label), words: texts(&above), numbers: boxes.collect() }
    }

    fn texts(&self) -> impl Iterator<Item = &Rect> {
        self.label.iter().chain(&self.words).chain(&self.numbers)
    }
}

/// The rectangles of the texts among shapes, from the capitals' height to below the line.
fn texts(shapes: &[Shape<'_>]) -> Vec<Rect> {
    let text = |shape: &Shape<'_>| {
        let Shape::Text(text) = shape else { return None };
        let wide: f32 = text.spans.iter().map(|span| width(&span.text, span.weight, text.size)).sum();
        let left = match text.anchor {
            Anchor::Left => text.at.x,
            Anchor::Middle => text.at.x - wide / 2.0,
            Anchor::Right => text.at.x - wide,
        };
        Some(Rect::at(point(left, text.at.y - text.size * 0.74), wide, text.size * 0.95)).filter(|_| wide > 0.0)
    };
    shapes.iter().filter_map(text).collect()
}

/// Whether two rectangles overlap by more than half a pixel.
fn overlap(one: &Rect, other: &Rect) -> bool {
    one.grown(-0.25).meets(&other.grown(-0.25))
}

fn count([ran, waiting, held, skipped]: [u64; 4]) -> Count {
    Count { ran, waiting, held, skipped }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_of_an_item_lies_on_another_item(
        drawn in drawn(),
        zoom in zoom(),
        with_numbers in any::<bool>(),
        with_papers in any::<bool>(),
    ) {
        let scene = scene(&drawn, with_papers);
        let of = |(face, drawn): (&Face, &Drawn)| {
            Shown::new(face, zoom, if with_numbers { count(drawn.4) } else { Count::default() })
        };
        let shown: Vec<Shown> = scene.faces.iter().zip(&drawn).map(of).collect();
        for (place, one) in shown.iter().enumerate() {
            for (other_place, other) in shown.iter().enumerate().filter(|(other, _)| *other != place) {
                for text in one.texts() {
                    for against in other.texts() {
                        prop_assert!(!overlap(text, against), "{place} {text:?} on {other_place} {against:?} at {zoom}");
                    }
                }
                for text in one.label.iter().chain(&one.numbers) {
                    prop_assert!(!overlap(text, &other.tile), "{place} {text:?} on the tile of {other_place} at {zoom}");
                }
            }
        }
    }

    #[test]
    fn on_the_pitch_every_item_has_its_name_and_its_numbers(name in "[A-Za-z ]{1,60}", numbers in numbers(), zoom in zoom()) {
        prop_assume!(!name.trim().is_empty());
        let at = |place: usize| Position((place % 3) as f64 * 200.0, (place / 3) as f64 * 200.0);
        let drawn: Vec<Drawn> = (0..9).map(|place| (at(place), name.clone(), 1, true, numbers)).collect();
        let scene = scene(&drawn, false);
        let wanted = numbers.iter().filter(|number| **number > 0).count();
        for face in &scene.faces {
            let shown = Shown::new(face, zoom, count(numbers));
            prop_assert!(!shown.label.is_empty(), "no name at {zoom}");
            let as_numbers = shown.numbers.iter().filter(|area| area.width() > area.height() * 1.2).count();
            prop_assert_eq!(as_numbers, wanted, "not all numbers at {}", zoom);
        }
    }
}

/// A track of items in rows of this many, each with a name and a sentence of usual length.
fn in_rows(count: usize, columns: usize, down: f64) -> Sequence {
    let mut sequence = Sequence::with_start("Test");
    let item = |place: usize| Item {
        id: place as u64 + 1,
        name: "Thank you for the trial lesson".to_owned(),
        position: Position((place % columns) as f64 * 200.0, (place / columns) as f64 * down),
        ready: true,
        kind: kind(1),
    };
    sequence.items = (0..count).map(item).collect();
    sequence.links = (1..count as u64).map(|id| (id, id + 1)).collect();
    sequence
}

#[test]
fn a_link_to_the_next_row_lies_on_no_tile_and_no_text() {
    for down in [200.0, 240.0, 300.0] {
        let mut sequence = in_rows(12, 4, down);
        // A second track from the first item, in the last row, and one that goes back up.
        sequence.links.extend([(1, 20), (12, 20)]);
        sequence.items.push(Item { position: Position(200.0, down * 3.0), id: 20, ..sequence.items[1].clone() });
        let scene = Scene::new(&sequence, &IndexedDirectory::new(&Directory::default()));
        for wire in &scene.wires {
            for (place, face) in scene.faces.iter().enumerate() {
                let shown = Shown::new(face, 1.0, Count::default());
                let is_end = place == wire.from || place == wire.to;
                assert!(is_end || !wire.crosses(&shown.tile), "link {} on a tile of {place} at {down}", wire.link);
                let crossed = shown.label.iter().find(|text| wire.crosses(text));
                assert_eq!(crossed, None, "link {} on a text of {place} at {down}", wire.link);
            }
        }
    }
}

#[test]
fn a_picture_of_a_part_shows_what_a_picture_of_the_whole_shows() {
    let drawn: Vec<Drawn> = (0..6)
        .map(|place| (Position(place as f64 * 90.0, (place % 2) as f64 * 60.0), "Welcome".to_owned(), 2, true, [7; 4]))
        .collect();
    let all = scene(&drawn, false);
    let again = scene(&drawn, false);
    let rooms = |scene: &Scene| scene.faces.iter().map(|face| face.room).collect::<Vec<_>>();
    assert_eq!(rooms(&all), rooms(&again));
    let part = scene(&drawn[..3], false);
    assert_eq!(rooms(&part)[0], rooms(&all)[0], "what is far away changes nothing");
}

#[test]
fn a_third_row_of_numbers_gives_way_to_shorter_numbers() {
    let drawn = [0.0, 200.0].map(|x| (Position(x, 0.0), "Week before birthday".to_owned(), 1, true, [0; 4]));
    let scene = scene(&drawn, false);
    let count = Count { ran: 29, waiting: 6_762, held: 0, skipped: 1_209 };
    for zoom in [0.5_f32, 0.6, 0.8, 1.0] {
        let shown = Shown::new(&scene.faces[0], zoom, count);
        let mut tops: Vec<f32> = shown.numbers.iter().map(|area| area.min.y).collect();
        tops.dedup();
        assert!(shown.numbers.len() == 3 && tops.len() == 2, "{zoom}: {tops:?}");
        let gap = tops[1] - tops[0] - shown.numbers[0].height();
        assert!(gap >= 1.9, "at {zoom} the rows are {gap} apart");
    }
}

/// The scenes of all samples.
fn sample_scenes() -> Vec<Scene> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns");
    let files = std::fs::read_dir(folder).expect("samples").map(|file| file.expect("a file").path());
    let scene = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a sample");
        let campaign = parse(&text, &path).expect("a campaign").campaign;
        let known = IndexedDirectory::new(&campaign.directory);
        campaign.sequences.iter().map(|sequence| Scene::new(sequence, &known)).collect::<Vec<_>>()
    };
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    files.flat_map(scene).collect()
}

const ZOOMS: [f32; 10] = [0.4, 0.41, 0.43, 0.46, 0.48, 0.54, 0.58, 0.61, 0.8, 1.0];

#[test]
fn in_one_picture_all_numbers_have_one_form() {
    let scenes = sample_scenes();
    for (scene, zoom) in scenes.iter().flat_map(|scene| ZOOMS.map(|zoom| (scene, zoom))) {
        let mut forms = Vec::new();
        for (face, two) in scene.faces.iter().zip([false, true].into_iter().cycle()) {
            let count = Count { ran: 9_999, skipped: if two { 1_516 } else { 0 }, ..Count::default() };
            let (pen, layout) = (Pen::new(face.middle, zoom), ItemLayout::new(face, zoom, count));
            let mut out = Vec::new();
            item::counts(&mut out, &pen, count, &layout);
            forms.extend(out.iter().filter_map(|shape| match shape {
                Shape::Box { stroke, .. } => Some(if stroke.is_some() { "outlined" } else { "plain" }),
                Shape::Circle { .. } => Some("dot"),
                _ => None,
            }));
        }
        forms.sort_unstable();
        forms.dedup();
        assert!(forms.len() == 1 && forms != ["dot"], "{forms:?} at {zoom}, {}", scene.faces[0].name);
    }
}

#[test]
fn numbers_are_closer_to_their_own_item_than_to_the_one_below() {
    let scenes = sample_scenes();
    let count = Count { ran: 1_008, skipped: 112, ..Count::default() };
    for (scene, zoom) in scenes.iter().flat_map(|scene| ZOOMS.map(|zoom| (scene, zoom))) {
        for face in &scene.faces {
            let shown = Shown::new(face, zoom, count);
            let label = face.middle.y * zoom + ItemLayout::new(face, zoom, count).texts_end();
            let top = shown.numbers.iter().map(|number| number.min.y).fold(f32::INFINITY, f32::min);
            let end = shown.numbers.iter().map(|number| number.max.y).fold(label, f32::max);
            let is_below =
                |other: &&Face| (other.middle.x - face.middle.x).abs() < TILE && other.middle.y > face.middle.y + TILE;
            let below = scene.faces.iter().filter(is_below).map(|other| (other.middle.y - TILE / 2.0) * zoom);
            let below = below.fold(f32::INFINITY, f32::min);
            assert!(top - label <= below - end, "{} at {zoom}: {} and {}", face.name, top - label, below - end);
        }
    }
}

#[test]
fn a_sentence_keeps_its_third_line_where_a_row_below_leaves_just_enough_room() {
    let campaign = samples::first();
    let scene = Scene::new(&campaign.sequences[0], &IndexedDirectory::new(&campaign.directory));
    let face = scene.faces.iter().find(|face| face.name == "Wait 2 weekdays").expect("the timer");
    let count = Count { ran: 5_443, waiting: 4_557, ..Count::default() };
    // The zoom at which a window of 1440 × 900 shows the whole sample.
    for zoom in [0.64, 1.0] {
        assert_eq!(ItemLayout::new(face, zoom, count).sentence_lines, 3, "at {zoom}");
    }
}
