//! The visible part of a sequence, as the window, the document and the mode change.

use dripline::campaign::edit::{CanvasEdit, Edit, Insertion};
use dripline::campaign::history::Grouping;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{Kind, Letter};
use dripline::picture::geometry::point;
use dripline::picture::level::NAMES;
use dripline::picture::theme::{ColorRole, Theme};
use dripline::ui::controls::theme;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples;
use eframe::egui::{Key, Modifiers, PointerButton, Rect, Shape, Stroke, pos2, vec2};

use crate::common::ids::FIRST;
use crate::harness::{Opening, Window};

/// The number of the sample's items in view.
fn in_view(window: &Window) -> usize {
    let names = window.campaign().sequences[0].items.iter().map(|item| format!("{}, ", item.name));
    names.filter(|name| window.reads(name)).count()
}

#[test]
fn all_of_a_sequence_stays_in_view_as_the_window_changes_until_somebody_pans() {
    let mut window = Window::of(samples::first());
    let all = window.campaign().sequences[0].items.len();
    assert_eq!(in_view(&window), all, "{}", window.names());
    let before = window.app().canvas.views.cameras[&FIRST];
    for size in [vec2(1100.0, 640.0), vec2(1800.0, 1000.0)] {
        window.harness.set_size(size);
        window.settle();
        assert_eq!(in_view(&window), all, "{size}");
        assert_ne!(window.app().canvas.views.cameras[&FIRST], before);
    }
    // A panel covers a part of the canvas, but moves nothing.
    let at = window.app().canvas.views.cameras[&FIRST].zoom;
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(window.app().canvas.views.cameras[&FIRST].zoom, at);

    let middle = pos2(800.0, 700.0);
    window.drag_with(middle, middle + vec2(60.0, 40.0), PointerButton::Middle, Modifiers::NONE);
    let panned = window.app().canvas.views.cameras[&FIRST];
    window.harness.set_size(vec2(1200.0, 700.0));
    window.settle();
    assert_eq!(window.app().canvas.views.cameras[&FIRST].zoom, panned.zoom, "what a person chose stays");
}

#[test]
fn a_panel_that_opened_does_not_keep_a_larger_window_from_showing_all_larger() {
    let mut window = Window::of(samples::first());
    let zoom = |window: &Window| window.app().canvas.views.cameras[&FIRST].zoom;
    let before = zoom(&window);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert_eq!(zoom(&window), before);
    window.harness.set_size(vec2(1800.0, 1000.0));
    window.settle();
    assert!(zoom(&window) > before * 1.2);
}

#[test]
fn presenting_shows_all_and_gives_the_view_back() {
    let mut window = Window::of(samples::first());
    let all = window.campaign().sequences[0].items.len();
    window.ctrl(Key::K);
    window.type_text("actual size");
    window.key(Key::Enter);
    let before = window.app().canvas.views.cameras[&FIRST];
    assert!(in_view(&window) < all);
    window.key(Key::F11);
    // The window gets its new size later than the key.
    window.harness.set_size(vec2(1920.0, 1080.0));
    window.settle();
    assert_eq!(in_view(&window), all);
    window.key(Key::F11);
    window.harness.set_size(vec2(1280.0, 800.0));
    window.settle();
    let after = window.app().canvas.views.cameras[&FIRST];
    let moved = (after.middle.x - before.middle.x).hypot(after.middle.y - before.middle.y);
    assert!(moved < 0.01 && after.zoom == before.zoom, "{before:?}, {after:?}");
}

#[test]
fn names_can_be_read_in_report_and_while_presenting_also_in_a_small_window() {
    for shows in ["report", "presentation"] {
        let mut window = Opening::of(Editor::of(samples::first())).sized(800.0, 600.0).open();
        match shows {
            "report" => {
                window.keys(Modifiers::COMMAND, Key::Num3);
                window.rehearsed();
                window.settle();
            }
            _ => window.key(Key::F11),
        }
        let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
        assert!(viewport.camera.zoom >= NAMES, "{shows}: {}", viewport.camera.zoom);
        let start = &window.campaign().sequences[0].items[0];
        assert_eq!(start.kind, Kind::Start);
        let at = viewport.on_screen(point(start.position.0 as f32, start.position.1 as f32));
        assert!(viewport.rect.shrink(10.0).contains(at), "{shows}: the start is at {at:?} of {:?}", viewport.rect);
    }
}

/// Where a painted text that begins with these words is.
fn painted_at(window: &Window, words: &str) -> Option<Rect> {
    let shapes = window.harness.output().shapes.iter();
    shapes.into_iter().find_map(|clipped| match &clipped.shape {
        Shape::Text(text) if text.galley.job.text.starts_with(words) => Some(text.visual_bounding_rect()),
        _ => None,
    })
}

#[test]
fn the_clock_of_a_presented_report_covers_a_note_rather_than_an_item() {
    let mut window = Opening::of(Editor::of(samples::first())).sized(1440.0, 900.0).open();
    window.keys(Modifiers::COMMAND, Key::Num3);
    window.rehearsed();
    window.key(Key::F11);
    window.settle();
    let clock = painted_at(&window, "10,000 contacts: ").expect("the contacts by status");
    let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
    for item in &window.campaign().sequences[0].items {
        let at = viewport.on_screen(point(item.position.0 as f32, item.position.1 as f32));
        assert!(!clock.expand(20.0).contains(at), "“{}” is at {at:?}, under {clock:?}", item.name);
    }
}

#[test]
fn notes_are_in_view_in_rehearse_mode_if_items_stay_as_large() {
    let mut window = Opening::of(Editor::of(samples::first())).sized(1440.0, 900.0).open();
    window.keys(Modifiers::COMMAND, Key::Num2);
    window.rehearsed();
    window.settle();
    let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
    for note in &window.campaign().sequences[0].notes {
        let (at, size) = (note.position, note.size);
        let corner = |x: f64, y: f64| viewport.on_screen(point((at.0 + x) as f32, (at.1 + y) as f32));
        let (first, last) = (corner(0.0, 0.0), corner(size.0, size.1));
        assert!(viewport.rect.contains(first) && viewport.rect.contains(last), "{first:?} {last:?}: {}", note.text);
    }
}

#[test]
fn a_presentation_shows_nothing_of_the_editor() {
    let mut window = Window::of(samples::first());
    let item = window.item("Welcome").id;
    let middle = |window: &Window| {
        let position = window.item("Welcome").position;
        let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
        (viewport.on_screen(point(position.0 as f32, position.1 as f32)), viewport.camera.zoom)
    };
    assert!(window.reads("Zoom in") && window.reads("Live numbers"));
    let links = window.campaign().sequences[0].links.len();
    window.key(Key::F11);
    assert!(!window.reads("Minimap") && !window.reads("Zoom in") && !window.reads("Live numbers"));
    // Where a handle would be, there is only the item: a drag from there draws no link.
    let (at, zoom) = middle(&window);
    let edge = at + vec2(32.0, 0.0) * zoom;
    window.hover(edge);
    window.click_at(edge);
    assert_eq!(window.app().view.selection.single(), Some(item));
    window.drag(edge, edge + vec2(20.0, 300.0));
    assert!(!window.sees("Search items") && window.campaign().sequences[0].links.len() == links);
    // The keys for zooming still work.
    let before = window.app().canvas.views.cameras[&FIRST].zoom;
    window.key(Key::Minus);
    assert!(window.app().canvas.views.cameras[&FIRST].zoom < before);
}

#[test]
fn pressed_keys_stand_on_one_line_and_what_is_typed_is_not_shown() {
    let mut window = Window::of(samples::first());
    window.key(Key::F11);
    window.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::PageDown);
    let shown = window.place("Ctrl + Shift + PageDown");
    assert!(shown.height() < 30.0 && shown.width() > 100.0, "{shown:?}");
    window.ctrl(Key::K);
    assert!(window.sees("Ctrl + K"));
    window.key(Key::D);
    window.keys(Modifiers::SHIFT, Key::E);
    assert!(!window.sees("D") && !window.sees("Shift + E") && window.sees("Ctrl + K"));
    window.key(Key::Escape);
    window.key(Key::D);
    assert!(window.sees("D"), "on the canvas a letter is a key");
}

#[test]
fn taking_back_what_stood_far_away_leaves_no_empty_paper() {
    let mut window = Window::new();
    let selection = window.app().view.selection.clone();
    let far = Item {
        id: 0,
        name: "Far".to_owned(),
        position: Position(40_000.0, 40_000.0),
        ready: false,
        kind: Kind::Letter(Letter { body: String::new() }),
    };
    let edit = Edit::Canvas(FIRST, CanvasEdit::Place(far, Insertion::Loose));
    window.app_mut().editor.apply(&edit, &selection, Grouping::Alone).expect("an item");
    window.settle();
    window.ctrl(Key::K);
    window.type_text("go to far");
    window.key(Key::Enter);
    assert!(window.reads("Far, ") && !window.reads("Start, Start, "), "{}", window.names());
    window.keys(Modifiers::COMMAND, Key::Z);
    assert!(window.reads("Start, Start, "), "{}", window.names());
}

#[test]
fn copying_to_another_sequence_needs_no_click_on_the_paper() {
    let mut window = Window::of(samples::first());
    let all = window.campaign().sequences[0].items.len();
    window.click("Outline");
    window.ctrl(Key::A);
    window.ctrl(Key::C);
    window.click("Add sequence");
    window.ctrl(Key::V);
    assert_eq!(window.campaign().sequences[1].items.len(), 1 + all);
    window.key(Key::Escape);
    // In a text field, cutting changes only the text.
    window.click("Sequence name");
    window.ctrl(Key::A);
    window.ctrl(Key::X);
    assert_eq!(window.campaign().sequences[1].items.len(), 1 + all);
}

/// The areas with a focus ring that are as large as a canvas.
fn large_rings(window: &Window) -> Vec<Rect> {
    let accent = theme::color(ColorRole::Accent, Theme::Light);
    let shapes = window.harness.output().shapes.iter().map(|clipped| &clipped.shape);
    let ring = |shape: &Shape| match shape {
        Shape::Rect(rect) if rect.stroke == Stroke::new(2.0, accent) && rect.rect.size().min_elem() > 240.0 => {
            Some(rect.rect)
        }
        _ => None,
    };
    shapes.filter_map(ring).collect()
}

#[test]
fn the_canvas_has_a_focus_ring_once_tab_leads_to_it_until_the_pointer_is_used() {
    let mut window = Window::of(samples::first());
    assert!(large_rings(&window).is_empty(), "it has the keyboard from the start, but nobody has pressed Tab");
    let found = (0..200).any(|_| {
        window.key(Key::Tab);
        !large_rings(&window).is_empty()
    });
    assert!(found, "Tab comes to the canvas");
    let [ring] = large_rings(&window)[..] else { panic!("one ring") };
    let middle = pos2(640.0, 640.0);
    assert!(ring.contains(middle), "around the canvas: {ring:?}");
    window.click_at(middle);
    assert!(large_rings(&window).is_empty());
}

#[test]
fn a_presentation_that_goes_to_another_mode_keeps_the_first_row_in_view() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 800.0), (800.0, 600.0)] {
        let mut window = Opening::of(Editor::of(samples::first())).sized(width, height).open();
        window.until("there are numbers", |window| window.reads(" entered at “"));
        if width < 1_000.0 {
            // From the report, whose view is another one.
            window.keys(Modifiers::COMMAND, Key::Num3);
            window.rehearsed();
        }
        window.key(Key::F11);
        // The window's points become larger with the key.
        window.harness.set_size(vec2(width / 1.5, height / 1.5));
        window.settle();
        for mode in [Key::Num2, Key::Num3, Key::Num2, Key::Num1] {
            window.keys(Modifiers::COMMAND, mode);
            window.rehearsed();
            window.settle();
            let viewport = window.app().canvas.views.viewport(FIRST).expect("a view");
            for name in ["New subscriber", "Welcome"] {
                let at = window.item(name).position;
                let at = viewport.on_screen(point(at.0 as f32, at.1 as f32));
                let is_seen = viewport.rect.shrink2(vec2(0.0, 16.0)).contains(at);
                assert!(is_seen, "{width} {mode:?} “{name}” at {at:?} of {:?}", viewport.rect);
                assert!(viewport.camera.zoom >= NAMES, "{width} {mode:?}: {}", viewport.camera.zoom);
            }
        }
    }
}
