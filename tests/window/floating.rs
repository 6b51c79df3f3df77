//! Nothing floats over what one works on: where zoom, Live, minimap, messages, tooltips and settings are.

use dripline::campaign::edit::Insertion;
use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::campaign::sequence::{Color, Frame, Note};
use dripline::picture::geometry::{Rect as RectOnCanvas, point};
use dripline::picture::scene::area;
use dripline::ui::context::camera::Camera;
use dripline::workbench::arrange::placing;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, PointerButton, Pos2, Rect, vec2};

use crate::canvas_hands::{EMAIL, OnCanvas, place};
use crate::common::ids::FIRST;
use crate::harness::{Opening, Window};

/// A window of the first sample, with its numbers.
fn sample(width: f32, height: f32) -> Window {
    let mut window = Opening::of(Editor::of(samples::first())).sized(width, height).open();
    window.until("there are numbers", |window| window.reads(" entered at “"));
    window
}

/// The names of all widgets.
fn labels(window: &Window) -> Vec<String> {
    let name = |line: &str| Some(line[line.find('“')? + '“'.len_utf8()..line.rfind('”')?].to_owned());
    window.names().lines().filter_map(name).collect()
}

/// Whether nothing of the drawing lies under a rectangle.
fn is_free(window: &Window, rect: Rect) -> bool {
    let items = window.campaign().sequences[0].items.iter();
    let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
    let tile = |at: Position| {
        let middle = viewport.on_screen(point(at.0 as f32, at.1 as f32));
        let zoom = viewport.camera.zoom;
        // The tile and its name.
        Rect::from_min_max(middle + vec2(-32.0, -32.0) * zoom, middle + vec2(32.0, 50.0) * zoom)
    };
    let numbers = labels(window).into_iter().filter(|label| label.contains(" at “"));
    let numbers: Vec<Rect> = numbers.map(|label| window.place(&label)).collect();
    assert!(!numbers.is_empty(), "no numbers are told");
    numbers.iter().all(|number| !number.intersects(rect))
        && items.map(|item| tile(item.position)).all(|tile| !tile.intersects(rect))
}

/// Zooms by the wheel at a point, with so many turns.
fn zoom(window: &mut Window, at: Pos2, turns: usize, up: f32) {
    (0..turns).for_each(|_| window.wheel(at, vec2(0.0, up), Modifiers::COMMAND));
}

#[test]
fn zoom_and_live_lie_beside_the_tabs_at_every_size() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 800.0), (800.0, 600.0)] {
        let window = sample(width, height);
        let canvas = window.place("Canvas");
        let live = labels(&window).into_iter().find(|label| label.starts_with("Live numbers, ")).expect("Live");
        for label in [live.as_str(), "Zoom out", "Zoom in", "Fit to window"] {
            let place = window.place(label);
            assert!(place.bottom() <= canvas.top() && place.right() <= width, "{label} at {place:?}, {canvas:?}");
        }
    }
}

#[test]
fn the_minimap_is_there_only_while_something_is_out_of_view() {
    let mut window = sample(1280.0, 800.0);
    assert!(!window.reads("Minimap"), "all is in view");
    let middle = window.place("Canvas").center();
    zoom(&mut window, middle, 3, 60.0);
    assert!(window.reads("Minimap"), "it helps to find the way");
    // Beyond the last item, there is an empty corner.
    let items = window.campaign().sequences[0].items.iter().map(|item| item.position);
    let last = items.max_by(|a, b| a.0.total_cmp(&b.0)).expect("an item");
    let camera = Camera { middle: point(last.0 as f32 + 250.0, last.1 as f32 + 150.0), zoom: 1.0 };
    window.app_mut().canvas.views.cameras.insert(FIRST, camera);
    window.settle();
    window.wait(3.0);
    assert!(window.reads("Minimap"), "it stays");
    assert!(is_free(&window, window.place("Minimap")), "where nothing lies");
    window.click("Fit to window");
    window.wait(3.0);
    assert!(!window.reads("Minimap"));
}

#[test]
fn a_minimap_that_covers_items_in_every_corner_is_there_only_while_the_view_moves() {
    let mut campaign = Editor::new("UTC").campaign().clone();
    let start = campaign.sequences[0].items[0].clone();
    campaign.sequences[0].items = (0..900_u32)
        .map(|number| {
            let mut item = start.clone();
            item.id = u64::from(number) + 1;
            item.position = Position(f64::from(number % 30) * 120.0, f64::from(number / 30) * 120.0);
            item
        })
        .collect();
    let mut window = Opening::of(Editor::of(campaign)).open();
    let camera = Camera { middle: point(1_800.0, 1_800.0), zoom: 0.7 };
    window.app_mut().canvas.views.cameras.insert(FIRST, camera);
    window.settle();
    assert!(window.reads("Minimap"), "the view has moved");
    window.wait(3.0);
    assert!(!window.reads("Minimap"), "it would cover items");
}

#[test]
fn wherever_one_looks_the_minimap_rests_on_nothing() {
    let mut window = sample(1280.0, 800.0);
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    let mut shown = 0;
    for (place, zoom) in [0.7, 0.85, 1.0, 1.3].into_iter().enumerate() {
        for (x, y) in [(300.0, 200.0), (700.0, 150.0), (1_000.0, 300.0), (500.0, 500.0), (1_300.0, 500.0)] {
            let middle = point(x + place as f32 * 37.0, y);
            window.app_mut().canvas.views.cameras.insert(FIRST, Camera { middle, zoom });
            window.settle();
            window.wait(3.0);
            if window.reads("Minimap") {
                shown += 1;
                let map = window.place("Minimap");
                assert!(window.place("Canvas").contains_rect(map), "{map:?}");
                assert!(is_free(&window, map), "{map:?} at {middle:?}, {zoom}");
                let notes = &window.campaign().sequences[0].notes;
                let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
                let covers = |note: &Note| viewport.rect_on_screen(area(note.position, note.size)).intersects(map);
                assert!(!notes.iter().any(covers), "{map:?} on a note at {middle:?}, {zoom}");
            }
        }
    }
    assert!(shown > 8, "it was there only {shown} times");
}

#[test]
fn a_message_stands_where_nothing_lies() {
    let mut window = sample(1280.0, 800.0);
    let welcome = window.item("Welcome").id;
    window.app_mut().view.selection = Selection::of(FIRST, [welcome]);
    window.app_mut().canvas.takes_keyboard = true;
    window.settle();
    window.key(Key::Delete);
    window.settle();
    let said = window.painted().into_iter().find(|text| text.starts_with("Deleted ") || text.starts_with("Removed "));
    let said = said.unwrap_or_else(|| panic!("no message in {:?}", window.painted()));
    let message = window.place(&said).union(window.place("Close message"));
    assert!(message.width() > 100.0 && message.contains(window.undo_in_message()), "{message:?}");
    assert!(window.place("Canvas").contains_rect(message));
    assert!(is_free(&window, message.expand2(vec2(4.0, 4.0))), "{message:?}");
}

#[test]
fn a_tooltip_waits_until_the_pointer_rests() {
    let mut window = sample(1280.0, 800.0);
    let label = labels(&window).into_iter().find(|label| label.contains(" entered at “")).expect("a number");
    let place = window.place(&label);
    for step in 0..6_u8 {
        window.harness.hover_at(place.center() + vec2(f32::from(step % 2), 0.0));
        window.frame();
        assert!(!window.sees("Click to see these contacts"), "the pointer moves");
    }
    window.wait(1.0);
    window.wait(1.0);
    assert!(window.sees("Click to see these contacts"), "{}", window.names());
    let tip = window.place("Click to see these contacts");
    assert!(!tip.intersects(place) && is_free(&window, tip), "{tip:?} over {place:?}");
}

#[test]
fn settings_over_the_canvas_leave_the_selected_item_in_view_and_give_the_view_back() {
    let mut window = sample(800.0, 600.0);
    let before = window.app().canvas.views.cameras[&FIRST];
    let last = window.item("Tag as welcomed");
    let (id, at) = (last.id, last.position);
    let on_screen = |window: &Window| {
        let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
        viewport.on_screen(point(at.0 as f32, at.1 as f32))
    };
    let place = on_screen(&window);
    window.click_at(place);
    window.wait(1.0);
    window.wait(1.0);
    assert_eq!(window.app().view.selection.single(), Some(id));
    let settings = window.place("Close settings");
    let covered = settings.right() - 312.0;
    assert!(on_screen(&window).x + 20.0 < covered, "{:?} under {covered}", on_screen(&window));
    window.key(Key::Escape);
    window.wait(1.0);
    assert!(window.app().view.selection.is_empty());
    assert_eq!(window.app().canvas.views.cameras[&FIRST], before);
}

#[test]
fn selected_notes_frames_and_links_come_out_from_under_the_settings() {
    let mut editor = Editor::new("UTC");
    for (x, after) in [(480.0, 1), (660.0, 2)] {
        place(&mut editor, EMAIL, x, 80.0, Insertion::After(after));
    }
    let mut campaign = editor.campaign().clone();
    let sequence = &mut campaign.sequences[0];
    let (note, at, size) = (placing::new_note(Position(560.0, 240.0)), Position(560.0, 460.0), Position(150.0, 60.0));
    sequence.notes.push(Note { id: 50, size, ..note });
    sequence.frames.push(Frame { id: 51, position: at, size, title: "Later".to_owned(), color: Color::Blue });
    let wanted = [
        (Selection::of(FIRST, [50]), area(Position(560.0, 240.0), size)),
        (Selection::of(FIRST, [51]), area(at, size)),
        (Selection::of_link(FIRST, 1), RectOnCanvas::between(point(512.0, 80.0), point(628.0, 80.0))),
    ];
    for (selection, thing) in wanted {
        let mut window = Opening::of(Editor::of(campaign.clone())).sized(800.0, 600.0).open();
        window.app_mut().canvas.views.cameras.insert(FIRST, Camera { middle: point(400.0, 300.0), zoom: 1.0 });
        window.app_mut().view.selection = selection.clone();
        window.settle();
        let settings = window.place("Close settings").right() - 312.0;
        window.wait(1.0);
        window.wait(1.0);
        let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
        let shown = viewport.rect_on_screen(thing);
        assert!(
            shown.right() < settings && shown.left() > viewport.rect.left(),
            "{selection:?}: {shown:?}, {settings}"
        );
    }
}

#[test]
fn what_is_dropped_close_to_an_item_stands_on_its_pitch_unless_alt_is_held() {
    let mut window = OnCanvas::with_row();
    let drop = |window: &mut OnCanvas, alt: bool, to: (f32, f32)| {
        let modifiers = if alt { Modifiers::ALT } else { Modifiers::NONE };
        let (from, to) = (window.place("Letter").center(), window.at(to.0, to.1));
        window.drag_with(from, to, PointerButton::Primary, modifiers);
        window.sequence().items.last().expect("it was placed").position
    };
    assert_eq!(drop(&mut window, false, (460.0, 170.0)), Position(440.0, 280.0));
    let free = drop(&mut window, true, (261.0, 163.0));
    assert!((free.0 - 261.0).abs() < 1.0 && (free.1 - 163.0).abs() < 1.0, "{free:?}");
}
