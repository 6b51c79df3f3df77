//! Nothing floats over what one works on: where zoom, Live, minimap, messages, tooltips and settings are.

use std::path::Path;

use dripline::campaign::item::Position;
use dripline::campaign::selection::Selection;
use dripline::picture::geometry::point;
use dripline::storage::campaign_file::parse;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, PointerButton, Pos2, Rect, vec2};

use crate::canvas_hands::OnCanvas;
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
    window.wait(3.0);
    if window.reads("Minimap") {
        assert!(is_free(&window, window.place("Minimap")), "it stays only where nothing lies");
    }
    window.click("Fit to window");
    window.wait(3.0);
    assert!(!window.reads("Minimap"));
}

#[test]
fn a_message_stands_where_nothing_lies() {
    let mut window = sample(1280.0, 800.0);
    let welcome = window.item("Welcome").id;
    window.app_mut().view.selection = dripline::campaign::selection::Selection::of(FIRST, [welcome]);
    window.app_mut().canvas.takes_keyboard = true;
    window.settle();
    window.key(Key::Delete);
    window.settle();
    let message = window.place("Close message");
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
fn settings_over_the_canvas_leave_notes_frames_and_links_in_view() {
    let text = r#"#![enable(implicit_some)]
        Campaign(format: 1, name: "Right", time_zone: "Europe/Berlin", sequences: [(name: "Main", items: [
            (id: 1, name: "In", position: (40.0, 80.0), kind: Start),
            (id: 2, name: "Out", position: (640.0, 80.0), kind: DelayTimer()),
            (id: 3, name: "End", position: (740.0, 80.0), kind: DelayTimer()),
        ], links: [(1, 2), (2, 3)], notes: [(id: 4, position: (600.0, 200.0), size: (140.0, 80.0), text: "n")],
        frames: [(id: 5, position: (600.0, 300.0), size: (140.0, 80.0), title: "f", color: Grey)])])"#;
    let campaign = parse(text, Path::new("right.ron")).expect("a campaign").campaign;
    for (what, selection, right) in [
        ("note", Selection::of(FIRST, [4]), 740.0),
        ("frame", Selection::of(FIRST, [5]), 740.0),
        ("link", Selection { link: Some(1), ..Selection::none(FIRST) }, 708.0),
    ] {
        let mut window = Opening::of(Editor::of(campaign.clone())).sized(800.0, 600.0).open();
        window.click("Fit to window");
        window.app_mut().view.selection = selection;
        window.settle();
        window.wait(1.0);
        window.wait(1.0);
        let covered = window.place("Close settings").right() - 312.0;
        let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
        let edge = viewport.on_screen(point(right, 80.0)).x;
        assert!(edge < covered, "the {what} ends at {edge}, under {covered}");
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
