//! The palette: drag from it, search it, and use it with the keyboard.

use dripline::campaign::item::Position;
use dripline::picture::geometry::point;
use dripline::ui::context::camera::Camera;
use eframe::egui::{Key, PointerButton};
use egui_kittest::kittest::Queryable;

use crate::canvas_hands::OnCanvas;
use crate::common::ids::FIRST;

/// Drags a row of the palette to a point of the canvas.
fn drag(window: &mut OnCanvas, label: &str, to: (f32, f32)) {
    let (from, to) = (window.harness.get_by_label(label).rect().center(), window.at(to.0, to.1));
    window.hold(PointerButton::Primary, &[from, from + (to - from) * 0.5, to]);
    window.let_go(PointerButton::Primary, to);
}

#[test]
fn dragging_from_the_palette_places_on_the_grid_and_selects() {
    let mut window = OnCanvas::new();
    drag(&mut window, "Email", (333.0, 207.0));
    let email = &window.sequence().items[1];
    assert_eq!((email.name.as_str(), email.position), ("Email", Position(340.0, 200.0)));
    assert_eq!(window.selection(), [2]);
    assert!(window.has_focus());
    assert_eq!(window.undo_label().as_deref(), Some("Add email"));
}

#[test]
fn dropping_on_a_link_inserts_between_its_ends() {
    let mut window = OnCanvas::with_row();
    drag(&mut window, "Fax", (342.0, 85.0));
    assert_eq!(window.sequence().links, [(1, 2), (2, 4), (4, 3)]);
    let places = (window.position(4), window.position(3));
    assert_eq!(places, (Position(440.0, 80.0), Position(640.0, 80.0)), "what follows made room");
    drag(&mut window, "Start", (142.0, 85.0));
    assert_eq!(window.sequence().links.len(), 3, "a Start is never inserted");
}

#[test]
fn what_is_dropped_close_to_others_lands_next_to_the_pointer_and_in_sight() {
    let mut window = OnCanvas::with_row();
    // The row is near the upper edge: there is no room above.
    window.app_mut().canvas.views.cameras.insert(FIRST, Camera { middle: point(400.0, 330.0), zoom: 1.0 });
    window.settle();
    for (label, to) in [("Fax", (560.0, 80.0)), ("Date timer", (340.0, 150.0)), ("Letter", (150.0, 60.0))] {
        drag(&mut window, label, to);
        let id = window.selection()[0];
        let (place, tile) = (window.position(id), 32.0);
        let far = (place.0 - f64::from(to.0)).hypot(place.1 - f64::from(to.1));
        assert!(far <= 170.0, "{label} landed at {place:?}");
        let (at, canvas) = (window.at(place.0 as f32, place.1 as f32), window.place("Canvas"));
        assert!(canvas.shrink(tile).contains(at), "{label} is at {at:?}, the canvas {canvas:?}");
    }
    assert_eq!(window.position(4), Position(600.0, 80.0), "as close as texts allow");
}

#[test]
fn a_drop_outside_the_canvas_places_nothing() {
    let mut window = OnCanvas::new();
    let from = window.harness.get_by_label("Email").rect().center();
    let beside = window.harness.get_by_label("Letter").rect().center();
    let over = window.at(333.0, 207.0);
    window.hold(PointerButton::Primary, &[from, over, beside]);
    window.let_go(PointerButton::Primary, beside);
    assert_eq!(window.sequence().items.len(), 1);
}

#[test]
fn escape_on_the_way_places_nothing() {
    let mut window = OnCanvas::new();
    let (from, over) = (window.harness.get_by_label("Email").rect().center(), window.at(333.0, 207.0));
    window.hold(PointerButton::Primary, &[from, over]);
    window.key(Key::Escape);
    window.let_go(PointerButton::Primary, over);
    assert_eq!(window.sequence().items.len(), 1);
}

#[test]
fn enter_places_behind_the_selected_item() {
    let mut window = OnCanvas::with_row();
    window.select(&[3]);
    window.harness.get_by_label("Delay timer").focus();
    window.settle();
    window.key(Key::Enter);
    let placed = window.sequence().items.last().expect("it was placed");
    assert_eq!((placed.name.as_str(), placed.position), ("Wait", Position(640.0, 80.0)));
    assert_eq!(window.sequence().links.last(), Some(&(3, 4)));
    assert!(window.has_focus());
}

#[test]
fn enter_without_a_selection_places_in_the_middle_of_the_view() {
    let mut window = OnCanvas::new();
    window.select(&[]);
    window.harness.get_by_label("Email").focus();
    window.settle();
    window.key(Key::Enter);
    assert_eq!(window.position(2), Position(400.0, 300.0));
    assert_eq!(window.sequence().links, []);
}

#[test]
fn searching_leaves_what_fits() {
    let mut window = OnCanvas::new();
    window.harness.get_by_label("Search items").focus();
    window.settle();
    window.type_text("tag");
    assert!(window.sees("Apply or remove tag"));
    assert!(!window.sees("Fax"));
}

#[test]
fn enter_in_the_search_field_places_the_first_that_fits() {
    let mut window = OnCanvas::with_row();
    window.select(&[3]);
    window.click("Search items");
    window.key(Key::Enter);
    assert_eq!(window.sequence().items.len(), 3, "nothing was searched for");
    window.type_text("letter");
    window.key(Key::Enter);
    let placed = window.sequence().items.last().expect("it was placed");
    assert_eq!(placed.name, "Letter");
    assert_eq!(window.sequence().links.last(), Some(&(3, 4)));
    assert!(window.has_focus());
}

#[test]
fn arrows_go_from_the_search_field_through_the_rows_and_back() {
    let mut window = OnCanvas::new();
    window.click("Search items");
    window.type_text("timer");
    window.key(Key::ArrowDown);
    assert!(window.node("Delay timer").is_focused());
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    assert!(window.node("Field timer").is_focused());
    window.key(Key::ArrowDown);
    assert!(window.node("Canvas note").is_focused());
    window.key(Key::ArrowDown);
    assert!(window.node("Canvas note").is_focused(), "it is the last");
    for _ in 0..4 {
        window.key(Key::ArrowUp);
    }
    assert!(window.node("Search items").is_focused());
    window.key(Key::Escape);
    assert!(window.sees("Fax"), "nothing is searched for any more");
    assert!(window.node("Search items").is_focused());
    window.key(Key::Escape);
    assert!(!window.node("Search items").is_focused());
}
