//! Drags on the canvas: items, selection rectangles, the canvas itself, notes and frames.

use dripline::campaign::item::Position;
use dripline::picture::geometry::point;
use eframe::egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, TouchPhase, vec2};
use egui_kittest::kittest::Queryable;

use crate::canvas_hands::OnCanvas;

#[test]
fn dragging_an_item_moves_it_to_the_grid() {
    let mut window = OnCanvas::with_row();
    window.drag_on((240.0, 80.0), (287.0, 233.0));
    assert_eq!(window.position(2), Position(280.0, 240.0));
    assert_eq!(window.selection(), [2]);
    assert_eq!(window.undo_label().as_deref(), Some("Move 1 item"));
}

#[test]
fn dragging_many_is_one_step_for_undo() {
    let mut window = OnCanvas::with_row();
    let before = window.steps();
    window.select(&[1, 2, 3]);
    window.drag_on((240.0, 80.0), (240.0, 280.0));
    let ys: Vec<f64> = [1, 2, 3].map(|id| window.position(id).1).to_vec();
    assert_eq!(ys, [280.0, 280.0, 280.0]);
    assert_eq!(window.steps(), before + 1);
    window.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.position(1), Position(40.0, 80.0));
    assert_eq!(window.selection(), [1, 2, 3]);
}

#[test]
fn escape_during_a_drag_leaves_no_trace() {
    let mut window = OnCanvas::with_row();
    let (steps, before) = (window.steps(), window.campaign().clone());
    let (from, to) = (window.at(240.0, 80.0), window.at(300.0, 300.0));
    window.hold(PointerButton::Primary, &[from, to]);
    window.key(Key::Escape);
    window.let_go(PointerButton::Primary, to);
    assert_eq!(*window.campaign(), before);
    assert_eq!(window.steps(), steps);
}

#[test]
fn a_rubber_band_selects_what_it_touches() {
    let mut window = OnCanvas::with_row();
    window.drag_on((150.0, 10.0), (450.0, 140.0));
    assert_eq!(window.selection(), [2, 3]);
    window.click_on(600.0, 400.0);
    assert!(window.selection().is_empty());
}

#[test]
fn escape_during_a_rubber_band_brings_the_selection_back() {
    let mut window = OnCanvas::with_row();
    window.select(&[1]);
    let (from, to) = (window.at(150.0, 10.0), window.at(450.0, 140.0));
    window.hold(PointerButton::Primary, &[from, to]);
    assert_eq!(window.selection(), [2, 3]);
    window.key(Key::Escape);
    assert_eq!(window.selection(), [1]);
}

#[test]
fn shift_adds_to_the_selection_and_takes_away() {
    let mut window = OnCanvas::with_row();
    window.click_on(40.0, 80.0);
    window.click_on_with(240.0, 80.0, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(window.selection(), [1, 2]);
    window.click_on_with(40.0, 80.0, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(window.selection(), [2]);
}

#[test]
fn the_middle_and_the_right_button_pull_the_paper() {
    for button in [PointerButton::Middle, PointerButton::Secondary] {
        let mut window = OnCanvas::with_row();
        let (from, to) = (window.at(300.0, 300.0), window.at(360.0, 340.0));
        window.hold(button, &[from, to]);
        window.let_go(button, to);
        assert_eq!(window.camera().middle, point(340.0, 260.0), "{button:?}");
        assert!(!window.sees("Add…"), "a drag opens no menu");
    }
}

#[test]
fn zooming_by_the_wheel_keeps_the_point_under_the_pointer() {
    let mut window = OnCanvas::with_row();
    let at = window.at(240.0, 80.0);
    window.harness.hover_at(at);
    window.harness.event(Event::ModifiersChanged(Modifiers::COMMAND));
    window.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 3.0),
        source: eframe::egui::MouseWheelSource::Wheel,
        phase: TouchPhase::Move,
        modifiers: Modifiers::COMMAND,
    });
    window.settle();
    window.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    window.settle();
    assert!(window.camera().zoom > 1.05, "{}", window.camera().zoom);
    let under = window.on_canvas(at);
    assert!((under.x - 240.0).abs() < 0.5 && (under.y - 80.0).abs() < 0.5, "{under:?}");
}

#[test]
fn a_frame_is_drawn_around_the_selection_and_takes_its_items_along() {
    let mut window = OnCanvas::with_row();
    window.select(&[2, 3]);
    window.harness.get_by_label("Insert").click();
    window.settle();
    window.harness.get_by_label_contains("Frame around selection").click();
    window.settle();
    let frame = window.sequence().frames[0].clone();
    assert_eq!((frame.position, frame.size), (Position(160.0, 20.0), Position(360.0, 180.0)));
    let title = (frame.position.0 as f32 + 20.0, frame.position.1 as f32 - 10.0);
    window.drag_on(title, (title.0 + 40.0, title.1 + 100.0));
    assert_eq!(window.sequence().frames[0].position, Position(200.0, 120.0));
    assert_eq!(window.position(2), Position(280.0, 180.0));
    assert_eq!(window.position(1), Position(40.0, 80.0), "what stands outside stays");
}

#[test]
fn a_corner_of_a_note_makes_it_larger() {
    let mut window = OnCanvas::new();
    window.harness.get_by_label("Canvas note").click();
    window.settle();
    let note = window.sequence().notes[0].clone();
    let corner = ((note.position.0 + note.size.0) as f32, (note.position.1 + note.size.1) as f32);
    window.drag_on(corner, (corner.0 + 43.0, corner.1 + 18.0));
    assert_eq!(window.sequence().notes[0].size, Position(note.size.0 + 40.0, note.size.1 + 20.0));
    assert_eq!(window.sequence().notes[0].position, note.position);
}

#[test]
fn tidying_brings_a_row_in_line_as_one_step() {
    let mut window = OnCanvas::with_row();
    window.drag_on((240.0, 80.0), (300.0, 300.0));
    let before = window.steps();
    arrange(&mut window, "Tidy");
    assert_eq!(window.undo_label().as_deref(), Some("Tidy"));
    assert_eq!(window.steps(), before + 1);
    let ys = [1, 2, 3].map(|id| window.position(id).1);
    assert_eq!([ys[1], ys[2]], [ys[0], ys[0]]);
}

#[test]
fn aligning_in_a_row_keeps_how_far_apart_things_are() {
    let mut window = OnCanvas::with_row();
    window.drag_on((240.0, 80.0), (300.0, 300.0));
    window.select(&[1, 2]);
    arrange(&mut window, "Align in a row");
    assert_eq!(window.position(2), Position(300.0, 80.0));
    assert_eq!(window.position(1), Position(40.0, 80.0));
}

/// Runs a command of the Arrange menu.
fn arrange(window: &mut OnCanvas, command: &str) {
    window.harness.get_by_label("Arrange").click();
    window.settle();
    window.harness.get_by_label_contains(command).click();
    window.settle();
}

#[test]
fn a_panel_that_folds_moves_nothing_on_the_canvas() {
    let mut window = OnCanvas::with_row();
    let before = window.at(240.0, 80.0);
    let inspector = &mut window.app_mut().settings.inspector;
    *inspector = !*inspector;
    window.settle();
    assert!((window.at(240.0, 80.0) - before).length() < 0.5);
}
