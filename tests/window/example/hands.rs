//! A user's actions, by mouse and keyboard together or by keyboard alone.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::NodeT;

use dripline::campaign::item::Position;
use dripline::picture::geometry::point;

use crate::harness::{Role, Window};

/// The devices that a user has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Means {
    MouseAndKeyboard,
    KeyboardAlone,
}

pub struct Hands {
    pub window: Window,
    means: Means,
}

impl Hands {
    pub fn new(window: Window, means: Means) -> Self {
        Self { window, means }
    }

    pub fn has_mouse(&self) -> bool {
        self.means == Means::MouseAndKeyboard
    }

    /// Presses a button, switch or tab.
    pub fn press(&mut self, label: &str) {
        if self.has_mouse() {
            return self.window.click(label);
        }
        self.reach(label);
        self.window.key(Key::Space);
    }

    /// Opens a tab of the directory, which may share its name with something else.
    pub fn part(&mut self, label: &str) {
        if self.has_mouse() {
            return self.window.click_role(Role::Tab, label);
        }
        self.reach_that(label, |role| role == Role::Tab);
        self.window.key(Key::Space);
    }

    /// Chooses an option of a list.
    pub fn choose(&mut self, label: &str, option: &str) {
        self.open_list(label);
        // A searchable list has a text field. In other lists the first option has the keyboard focus.
        let is_long = self.window.sees("Search") || self.window.sees("Search or create");
        if is_long {
            self.window.type_text(option);
        }
        if self.has_mouse() {
            return self.window.click_role(Role::ListBoxOption, option);
        }
        if is_long {
            return self.window.key(Key::Enter);
        }
        for _ in 0..40 {
            if self.focused() == Some((Role::ListBoxOption, option.to_owned())) {
                return self.window.key(Key::Enter);
            }
            self.window.key(Key::ArrowDown);
        }
        panic!("no arrow leads to “{option}” of “{label}”; there are:\n{}", self.window.names());
    }

    /// Presses the button that opens a list, which may share its name with something else.
    fn open_list(&mut self, label: &str) {
        let roles: Vec<Role> = self.window.all(label).iter().map(|node| node.accesskit_node().role()).collect();
        let role = if roles.contains(&Role::ComboBox) { Role::ComboBox } else { Role::Button };
        if self.has_mouse() {
            return self.window.click_role(role, label);
        }
        self.reach_that(label, |found| found == role);
        self.window.key(Key::Space);
    }

    /// Replaces the text of a field.
    pub fn fill(&mut self, label: &str, text: &str) {
        match self.means {
            Means::MouseAndKeyboard => self.window.click(label),
            Means::KeyboardAlone => self.reach(label),
        }
        self.window.ctrl(Key::A);
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.window.key(Key::Enter);
            }
            self.window.type_text(line);
        }
    }

    /// Replaces the text of a field, and presses Enter.
    pub fn enter(&mut self, label: &str, text: &str) {
        self.fill(label, text);
        self.window.key(Key::Enter);
    }

    /// Adds a new object at a position on the canvas. With the keyboard, it comes after the selected item.
    pub fn new_object(&mut self, name: &str, position: Position) {
        if self.has_mouse() {
            let to = self.bring_into_view(position);
            let from = self.window.node(name).rect().center();
            return self.window.drag(from, to);
        }
        self.command(&format!("Insert {name}"));
    }

    /// Runs a command by its words.
    pub fn command(&mut self, words: &str) {
        self.window.ctrl(Key::K);
        self.window.type_text(words);
        self.window.key(Key::Enter);
    }

    /// Links two items at these positions on the canvas, by dragging from the right edge of the first tile.
    pub fn link(&mut self, from: Position, to: Position) {
        self.bring_into_view(from);
        let (from, to) = (self.on_screen(from), self.on_screen(to));
        self.window.hover(from);
        self.window.drag(from + vec2(32.0, 0.0), to);
    }

    /// Clicks on a position of the canvas.
    pub fn click_at(&mut self, position: Position) {
        let at = self.bring_into_view(position);
        self.window.click_at(at);
    }

    fn canvas(&self) -> eframe::egui::Rect {
        self.window.place("Canvas")
    }

    fn on_screen(&self, position: Position) -> Pos2 {
        let app = self.window.app();
        let camera = app.canvas.views.cameras[&app.view.selection.sequence];
        camera.to_screen(self.canvas(), point(position.0 as f32, position.1 as f32))
    }

    /// Scrolls the canvas until a position is left of its middle, at 100 %.
    fn bring_into_view(&mut self, position: Position) -> Pos2 {
        let canvas = self.canvas();
        let wanted = canvas.center() - vec2(canvas.width() / 6.0, 0.0);
        let at = self.on_screen(position);
        if !canvas.shrink(120.0).contains(at) || !canvas.shrink(120.0).contains(at + vec2(200.0, 0.0)) {
            self.window.wheel(canvas.center(), (wanted - at).round(), Modifiers::NONE);
        }
        self.on_screen(position)
    }

    /// Scrolls the canvas with the middle button, in one drag.
    pub fn pull(&mut self, by: eframe::egui::Vec2) {
        let from = self.canvas().center();
        self.window.drag_with(from, from + by, PointerButton::Middle, Modifiers::NONE);
    }

    /// Presses Tab until the thing with this name has the keyboard focus.
    fn reach(&mut self, label: &str) {
        self.reach_that(label, |role| role != Role::Label);
    }

    fn reach_that(&mut self, label: &str, fits: impl Fn(Role) -> bool) {
        let is_there = |hands: &Self| hands.focused().is_some_and(|(role, name)| name == label && fits(role));
        for _ in 0..400 {
            if is_there(self) {
                return self.window.settle();
            }
            self.tab();
        }
        panic!("Tab does not lead to “{label}”; there are:\n{}", self.window.names());
    }

    /// Presses Tab, and draws only the frame in which the focus moves: there are thousands of these.
    fn tab(&mut self) {
        let key = |pressed| Event::Key {
            key: Key::Tab,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.window.harness.event(key(true));
        self.window.frame();
        self.window.event(key(false));
    }

    fn focused(&self) -> Option<(Role, String)> {
        let all = self.window.harness.root();
        let node = all.children_recursive().find(|node| node.is_focused())?.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default()))
    }
}
