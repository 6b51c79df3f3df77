//! What screen readers and tests see: every legible item, note and frame as a node with its name, and every number on
//! an item.

use eframe::egui::accesskit::{Action, Rect as Bounds, Role, Toggled};
use eframe::egui::{self, Pos2, Response, WidgetInfo};
use rustc_hash::FxHashSet;

use super::count_link::CountLink;
use super::count_links;
use super::hit::title_band;
use super::ids::focus_id;
use super::tip;
use super::viewport::Viewport;
use crate::picture::geometry::Rect;
use crate::picture::scene::area;
use crate::ui::context::panel::RehearsalView;

/// A click on the canvas or on something on it.
#[derive(Clone, Copy, Debug)]
pub struct Clicked {
    /// The pointer's position on the screen; `None` if a screen reader made the click.
    pub at: Option<Pos2>,
    /// The item, note or frame that a screen reader clicked; `None` if the pointer clicked.
    pub id: Option<u64>,
    /// The number that a screen reader clicked.
    pub number: Option<CountLink>,
    /// The button, and whether it is a double click.
    pub how: How,
}

/// The kinds of clicks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A single click with the primary button.
    Once,
    /// A double click with the primary button.
    Twice,
    /// A click with the secondary button.
    Second,
}

/// Announces the canvas and what is on it. Returns a click, if there was one.
///
/// Items are only nodes, not widgets: the pointer acts on the canvas alone, so hundreds of visible items cost little.
/// Over a number, `is_on_number`, the problems of the item below are not shown.
pub fn show(
    ui: &egui::Ui,
    panel: &RehearsalView<'_>,
    viewport: &Viewport,
    surface: &Response,
    is_on_number: bool,
) -> Option<Clicked> {
    let legible = viewport.is_legible();
    surface.widget_info(|| WidgetInfo::labeled(Role::Pane, true, name(panel, legible)));
    let clicked = click(surface).filter(|click| click.at.is_some());
    if !legible {
        return clicked;
    }
    let pointer = pointer(ui, surface).filter(|_| !is_on_number);
    let mut nodes = Nodes { ui, panel, viewport, pointer, pointed: None, ids: Vec::new(), numbers: Vec::new() };
    let seen = viewport.seen();
    for frame in panel.scene.frames_in(seen) {
        nodes.add(frame.id, title_band(area(frame.position, frame.size)), || format!("Frame, {}", frame.title));
    }
    for note in panel.scene.notes_in(seen) {
        let first_line = || format!("Note, {}", note.text.lines().next().unwrap_or_default());
        nodes.add(note.id, area(note.position, note.size), first_line);
    }
    for face in panel.scene.faces_in(seen) {
        if nodes.add(face.id, face.tile(), || face.spoken.clone())
            && let Some(counts) = panel.counts
        {
            count_links::of_item(viewport, panel.scene, face, counts)
                .into_iter()
                .for_each(|number| nodes.add_link(number));
        }
    }
    nodes.adopt(surface);
    nodes.tell();
    nodes.asked().or(clicked)
}

/// The position of the pointer on the canvas, while nothing is pressed.
pub fn pointer(ui: &egui::Ui, surface: &Response) -> Option<Pos2> {
    let at = ui.input(|input| input.pointer.hover_pos().filter(|_| !input.pointer.any_down()));
    at.filter(|_| surface.hovered())
}

/// The accessibility nodes of one frame.
struct Nodes<'a> {
    ui: &'a egui::Ui,
    panel: &'a RehearsalView<'a>,
    viewport: &'a Viewport,
    pointer: Option<Pos2>,
    /// The topmost thing under the pointer.
    pointed: Option<(u64, egui::Rect)>,
    /// Each thing, with the id of its node.
    ids: Vec<(u64, egui::Id)>,
    /// Each number, with the id of its node.
    numbers: Vec<(CountLink, egui::Id)>,
}

impl Nodes<'_> {
    /// Announces a thing. Returns whether somebody listens.
    fn add(&mut self, id: u64, rect: Rect, spoken: impl FnOnce() -> String) -> bool {
        let rect = self.viewport.rect_on_screen(rect).intersect(self.viewport.rect);
        if !rect.is_positive() {
            return false;
        }
        if self.pointer.is_some_and(|at| rect.contains(at)) {
            self.pointed = Some((id, rect));
        }
        let node = focus_id().with((self.panel.sequence_id(), id));
        let is_selected = self.panel.view.selection.ids.contains(&id);
        let made = self.ui.ctx().accesskit_node_builder(node, |node| {
            node.set_role(Role::Button);
            node.set_label(spoken());
            node.set_toggled(if is_selected { Toggled::True } else { Toggled::False });
            node.set_bounds(bounds(rect));
            // Not focusable: the canvas is one Tab stop, and arrow keys move within it.
            node.add_action(Action::Click);
            let sentences = sentences(self.panel, id);
            if !sentences.is_empty() {
                node.set_description(sentences.join(" "));
            }
        });
        if made.is_some() {
            self.ids.push((id, node));
        }
        made.is_some()
    }

    /// Announces a number. The bar and the caption of a wall are one.
    fn add_link(&mut self, number: CountLink) {
        let rect = number.rect.intersect(self.viewport.rect);
        let is_same = |known: &CountLink| (known.item, known.outcome) == (number.item, number.outcome);
        if !rect.is_positive() || self.numbers.iter().rev().take(6).any(|(known, _)| is_same(known)) {
            return;
        }
        let node = focus_id().with((self.panel.sequence_id(), number.item, number.outcome));
        self.ui.ctx().accesskit_node_builder(node, |node| {
            node.set_role(Role::Button);
            node.set_label(count_links::spoken(self.panel, &number));
            node.set_bounds(bounds(rect));
            node.add_action(Action::Click);
        });
        self.numbers.push((number, node));
    }

    /// The ids of all nodes.
    fn nodes(&self) -> impl Iterator<Item = egui::Id> {
        self.ids.iter().map(|(_, node)| *node).chain(self.numbers.iter().map(|(_, node)| *node))
    }

    /// Makes the nodes children of the canvas, since egui adds them to the window.
    fn adopt(&self, surface: &Response) {
        if self.ids.is_empty() {
            return;
        }
        let ours = self.nodes().map(|id| id.accesskit_id());
        let adopted =
            self.ui.ctx().accesskit_node_builder(surface.id, |canvas| canvas.set_children(ours.collect::<Vec<_>>()));
        if adopted.is_some() {
            let ours: FxHashSet<_> = self.nodes().map(|id| id.accesskit_id()).collect();
            self.ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |window| {
                let others = window.children().iter().copied().filter(|id| !ours.contains(id));
                let others: Vec<_> = others.collect();
                window.set_children(others);
            });
        }
    }

    /// Shows the problems of the thing under the pointer, except in a presentation.
    fn tell(&self) {
        let Some((id, rect)) = self.pointed.filter(|_| !self.panel.view.presenting) else { return };
        let sentences = sentences(self.panel, id);
        if !sentences.is_empty() {
            let node = focus_id().with((self.panel.sequence_id(), id));
            tip::show(self.ui, self.panel, self.viewport, (node, rect), |ui| {
                sentences.iter().for_each(|sentence| _ = ui.label(sentence));
            });
        }
    }

    /// The click for a node that a screen reader pressed or focused.
    fn asked(&self) -> Option<Clicked> {
        let asks = |event: &egui::Event| matches!(event, egui::Event::AccessKitActionRequest(_));
        self.ui.input(|input| {
            if !input.events.iter().any(asks) {
                return None;
            }
            let wanted =
                |node| [Action::Click, Action::Focus].iter().any(|a| input.has_accesskit_action_request(node, *a));
            let pressed = self.ids.iter().rev().find(|(_, node)| wanted(*node));
            let item = pressed.map(|(id, _)| Clicked { at: None, id: Some(*id), number: None, how: How::Once });
            let number = || self.numbers.iter().find(|(_, node)| wanted(*node));
            item.or_else(|| {
                number().map(|(number, _)| Clicked { at: None, id: None, number: Some(*number), how: How::Once })
            })
        })
    }
}

/// The problems of a thing, in sentences; for an item that no contact reaches, also why.
fn sentences(panel: &RehearsalView<'_>, id: u64) -> Vec<String> {
    let mut sentences = panel.badges.of(id).map(|badge| badge.sentences.clone()).unwrap_or_default();
    if panel.scene.face(id).is_some_and(|face| face.blocked) {
        let timer = panel.scene.barrier_before(id).filter(|timer| !timer.name.trim().is_empty());
        let timer = timer.map_or_else(|| "an earlier timer".to_owned(), |timer| format!("“{}”", timer.name));
        sentences.push(format!("No contact gets here: {timer} is not set up and holds them all."));
    }
    sentences
}

fn bounds(rect: egui::Rect) -> Bounds {
    let (min, max) = (rect.min, rect.max);
    Bounds { x0: min.x.into(), y0: min.y.into(), x1: max.x.into(), y1: max.y.into() }
}

fn name(panel: &RehearsalView<'_>, legible: bool) -> String {
    let count = panel.scene.faces.len();
    match legible {
        true => "Canvas".to_owned(),
        false => format!("Canvas, {count} items, too small to read here: see the outline"),
    }
}

fn click(response: &Response) -> Option<Clicked> {
    let how = if response.double_clicked() {
        How::Twice
    } else if response.clicked() {
        How::Once
    } else if response.secondary_clicked() {
        How::Second
    } else {
        return None;
    };
    Some(Clicked { at: response.interact_pointer_pos(), id: None, number: None, how })
}
