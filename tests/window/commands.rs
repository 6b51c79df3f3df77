//! The list of commands.

use dripline::workbench::samples;
use eframe::egui::Key;

use crate::harness::Window;

fn window() -> Window {
    Window::of(samples::first())
}

#[test]
fn a_command_is_run_by_a_few_letters() {
    let mut window = window();
    let minimap = window.app().settings.minimap;
    window.ctrl(Key::K);
    window.type_text("minim");
    window.key(Key::Enter);
    assert_eq!(window.app().settings.minimap, !minimap);
    assert!(!window.sees("Commands"), "the list is closed");
}

#[test]
fn an_item_is_gone_to() {
    let mut window = window();
    let (id, name) = {
        let item = window.campaign().sequences[0].items.last().expect("items");
        (item.id, item.name.clone())
    };
    window.ctrl(Key::K);
    window.type_text(&format!("go to {name}"));
    window.key(Key::Enter);
    assert_eq!(window.app().view.selection.single(), Some(id));
}

#[test]
fn what_was_used_last_comes_first() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("dark");
    window.key(Key::Enter);
    window.ctrl(Key::K);
    window.key(Key::Enter);
    assert_eq!(window.app().settings.theme, dripline::ui::context::settings::ThemeChoice::Dark);
    window.ctrl(Key::K);
    window.type_text("light");
    window.key(Key::Enter);
    window.ctrl(Key::K);
    let top = |name: &str| window.place(name).top();
    assert!(top("Light, View") < top("Dark, View"));
}

#[test]
fn what_is_typed_in_full_comes_before_what_was_used_last() {
    let mut window = window();
    window.ctrl(Key::K);
    window.type_text("users, tags, fields and rules");
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.ctrl(Key::K);
    window.type_text("rules");
    window.key(Key::Enter);
    assert!(matches!(window.app().view.overlay, dripline::ui::context::view_state::Overlay::Rules(_)));
}

#[test]
fn what_cannot_be_done_now_is_listed_as_such_and_does_nothing() {
    let mut window = window();
    let before = window.ron();
    window.ctrl(Key::K);
    window.type_text("redo");
    assert!(window.reads("not possible now"));
    window.key(Key::Enter);
    assert_eq!(window.ron(), before);
    window.key(Key::Escape);
    assert!(!window.reads("not possible now"));
}
