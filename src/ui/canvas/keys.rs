//! Keys that aren't commands: moving between items, nudging, resizing, Esc, and the clipboard.

use std::hash::{BuildHasher, BuildHasherDefault};

use eframe::egui::{self, Event, EventFilter, Key, Modifiers};
use rustc_hash::FxHasher;

use super::hit::{Hit, area_of};
use super::ids::{focus_id, takes_chords};
use super::menu::{ContextMenu, MenuTarget};
use super::on_top::OnTop;
use super::viewport::Viewport;
use super::walk::{CanvasDirection, neighbour};
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::history::Grouping;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::workbench::arrange::grid::GRID;
use crate::workbench::arrange::one::resized;
use crate::workbench::arrange::pasting;
use crate::workbench::arrange::selected::moved;
use crate::workbench::clipboard;

const ARROWS: [(Key, CanvasDirection); 4] = [
    (Key::ArrowLeft, CanvasDirection::Left),
    (Key::ArrowRight, CanvasDirection::Right),
    (Key::ArrowUp, CanvasDirection::Up),
    (Key::ArrowDown, CanvasDirection::Down),
];

/// What the keys keep between frames.
#[derive(Default)]
pub struct Keys {
    /// When a paste was requested from a menu, in egui's seconds: a clipboard text that comes soon is for the canvas.
    pub awaits_paste: Option<f64>,
    /// `None` unless Space is held; then whether something has been dragged since it was pressed.
    space: Option<bool>,
}

/// Focuses the canvas if `takes` is set, if it was pressed, or if nothing has focus while a rehearsal is watched.
pub fn take_keyboard(ui: &egui::Ui, panel: &DocumentView<'_>, surface: &egui::Response, on_top: &OnTop, takes: bool) {
    let pressed = ui.input(|input| input.pointer.any_pressed());
    let free = on_top.is_empty();
    // While a rehearsal is watched, keys move its clock, whatever was clicked last, unless another widget has focus.
    let watches = panel.view.mode != WindowMode::Build && panel.view.overlay == Overlay::None;
    let is_idle = watches && free && ui.memory(|memory| memory.focused().is_none());
    if takes && on_top.inline.is_none() || pressed && free && surface.contains_pointer() || is_idle {
        surface.request_focus();
    }
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
}

impl Keys {
    /// Reads the keys while the canvas has focus. `drags` says whether there is a drag.
    pub fn read(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport, on_top: &mut OnTop, drags: bool) {
        let here = ui.memory(|memory| memory.has_focus(focus_id())) && panel.view.overlay == Overlay::None;
        let now = ui.input(|input| input.time);
        self.awaits_paste = self.awaits_paste.filter(|asked| now - asked < 1.0);
        let takes_clipboard = here || takes_chords(ui.ctx(), panel.view);
        if takes_clipboard || self.awaits_paste.is_some() {
            self.read_clipboard(ui, panel, viewport, takes_clipboard);
        }
        // An open menu takes Esc, and arrows don't change the selection under it.
        if !here || on_top.menu.is_some() {
            return;
        }
        if ui.input(|input| ARROWS.iter().any(|(key, _)| input.key_pressed(*key))) {
            // In the frame in which the canvas gets focus, egui would still let an arrow key move focus elsewhere.
            ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        }
        self.read_space(ui, panel, drags);
        for (key, way) in ARROWS {
            read_arrow(ui, panel, key, way);
        }
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::SHIFT, Key::F10) || pressed(Modifiers::NONE, Key::Menu) {
            on_top.menu = Some(menu_of_selected(panel, viewport));
        }
        // With nothing selected, Esc is for the panels around the canvas: it ends a presentation.
        let takes_escape = !drags && !panel.view.selection.is_empty();
        if takes_escape && pressed(Modifiers::NONE, Key::Escape) {
            panel.wants(Action::Select(Selection::none(panel.sequence_id())));
        }
    }

    /// Space pans while it is held. Released without a drag, it plays.
    fn read_space(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>, drags: bool) {
        let (pressed, released) = ui.input(|input| {
            let plain = !input.modifiers.any();
            (plain && input.key_pressed(Key::Space), input.key_released(Key::Space))
        });
        if pressed {
            self.space = Some(false);
        }
        if drags {
            self.space = self.space.map(|_| true);
        }
        if released && self.space.take() == Some(false) && panel.view.mode != WindowMode::Build {
            panel.wants(Action::Run(Command::Play));
        }
    }

    /// The system clipboard comes as events, not as keys.
    fn read_clipboard(&mut self, ui: &egui::Ui, panel: &mut Panel<'_>, viewport: &Viewport, here: bool) {
        let events: Vec<Event> = ui.input(|input| {
            let is_ours = |event: &&Event| matches!(event, Event::Copy | Event::Cut | Event::Paste(_));
            input.events.iter().filter(is_ours).cloned().collect()
        });
        for event in events {
            match event {
                Event::Copy if here => panel.wants(Action::Run(Command::Copy)),
                Event::Cut if here => panel.wants(Action::Run(Command::Cut)),
                Event::Paste(text) => {
                    self.awaits_paste = None;
                    match clipboard::paste(&text) {
                        Ok(fragment) => {
                            let pointer = ui.input(|input| input.pointer.hover_pos());
                            let pointer =
                                pointer.filter(|at| viewport.rect.contains(*at)).map(|at| viewport.on_canvas(at));
                            let fragment = pasting::at(panel.sequence(), fragment, pointer);
                            let place = panel.sequence_id();
                            panel.wants(Action::canvas(place, CanvasEdit::Paste(fragment)));
                            panel.wants(Action::BringIntoView);
                        }
                        Err(sentence) => panel.wants(Action::Refuse(sentence)),
                    }
                }
                _ => {}
            }
        }
    }
}

/// The context menu of the selection, next to it.
fn menu_of_selected(panel: &DocumentView<'_>, viewport: &Viewport) -> ContextMenu {
    let selection = &panel.view.selection;
    let middle = viewport.on_canvas(viewport.rect.center());
    let beside = |id: u64| {
        let tile = panel.scene.face(id).map(|face| face.tile());
        tile.or_else(|| area_of(panel.scene, id)).map(|rect| rect.middle())
    };
    let (target, at) = match (selection.link, selection.ids.first()) {
        (Some(link), _) => {
            let wire = panel.scene.wire(link);
            (MenuTarget::Link(link), wire.map(|wire| crate::picture::scene::on_curve(&wire.curve, 0.5)))
        }
        (None, Some(&id)) if panel.scene.face(id).is_some() => (MenuTarget::Item(id), beside(id)),
        (None, Some(&id)) => (MenuTarget::Paper(id), beside(id)),
        (None, None) => (MenuTarget::Empty(middle), None),
    };
    let at = viewport.on_screen(at.unwrap_or(middle));
    ContextMenu::new(target, at, true)
}

fn read_arrow(ui: &egui::Ui, panel: &mut Panel<'_>, key: Key, way: CanvasDirection) {
    let pressed = |modifiers: Modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
    let fine = pressed(Modifiers::ALT | Modifiers::SHIFT);
    if pressed(Modifiers::COMMAND | Modifiers::SHIFT) {
        resize(panel, way);
    } else if fine || pressed(Modifiers::SHIFT) {
        nudge(panel, way, if fine { 1.0 } else { GRID });
    } else if pressed(Modifiers::NONE) {
        let from = panel.view.selection.ids.last().copied();
        if let Some(id) = neighbour(panel.scene, from, way) {
            panel.wants(Action::Reveal(Selection::of(panel.sequence_id(), [id])));
        }
    }
}

/// Moves the selection. Repeated presses in one direction are one undo step.
fn nudge(panel: &mut Panel<'_>, way: CanvasDirection, by: f64) {
    let (x, y) = way.step();
    let ids = &panel.view.selection.ids;
    let Some(edit) = moved(panel.sequence(), ids, (x * by, y * by)) else { return };
    let mark = BuildHasherDefault::<FxHasher>::default().hash_one(("nudge", panel.sequence_id(), ids));
    let edit = Edit::Canvas(panel.sequence_id(), edit);
    panel.wants(Action::Edit(edit, Grouping::With(mark)));
    panel.wants(Action::BringIntoView);
}

/// Resizes the selected note or frame at its right or lower edge.
fn resize(panel: &mut Panel<'_>, way: CanvasDirection) {
    let Some(id) = panel.view.selection.single() else { return };
    let (x, y) = way.step();
    if let Some(edit) = resized(panel.sequence(), id, (x * GRID, y * GRID)) {
        let mark = BuildHasherDefault::<FxHasher>::default().hash_one(("resize", panel.sequence_id(), id));
        let edit = Edit::Canvas(panel.sequence_id(), edit);
        panel.wants(Action::Edit(edit, Grouping::With(mark)));
    }
}

/// The pointer's shape while nothing is pressed.
pub fn cursor(hit: Hit) -> Option<egui::CursorIcon> {
    match hit {
        Hit::Handle(_) | Hit::End(..) => Some(egui::CursorIcon::Crosshair),
        Hit::Corner(_, corner) if corner.right == corner.lower => Some(egui::CursorIcon::ResizeNwSe),
        Hit::Corner(..) => Some(egui::CursorIcon::ResizeNeSw),
        Hit::Frame(_) => Some(egui::CursorIcon::Move),
        _ => None,
    }
}
