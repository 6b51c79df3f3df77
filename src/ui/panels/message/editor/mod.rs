//! The large editor for the texts of an item: a subject or title, and a body with merge menu, find, and counts. A
//! preview is next to it where there is room.
//!
//! Every change is an edit of the document at once, so nothing is lost when the editor is closed, and undo takes it
//! back.

mod body;
mod find;
mod find_bar;
mod pane;
mod part;
pub mod state;
mod words;

use eframe::egui::{self, Color32, CursorIcon, Id, Key, Modal, Modifiers, Popup, RichText, Sense, Ui, Vec2, vec2};
use lucide_icons::Icon;

use super::closing;
use super::state::MessageState;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{Need, TextKind, VisitorMut};
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, MessageRequest};
use crate::ui::context::panel::Panel;
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look, merge, theme};

/// Smallest size of the editor.
const LEAST: Vec2 = vec2(480.0, 340.0);
/// Width from which the preview is next to the text.
const WITH_PANE: f32 = 880.0;

/// Draws the editor while it is open.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut MessageState) {
    let Some((at, item)) = state.item.and_then(|at| Some((at, panel.campaign.item(at)?))) else {
        // Undo has removed the item.
        return panel.wants(Action::Close);
    };
    let window = ctx.content_rect();
    // The edge of the dialog, and some of what is below it.
    let most = (window.size() - vec2(72.0, 72.0)).max(LEAST);
    let size = state.editor.size.unwrap_or(vec2(1_120.0, 760.0)).clamp(LEAST, most);
    // Before its field takes the key, which would only leave the field.
    let escapes = !Popup::is_any_open(ctx) && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let mut closed = escapes && state.editor.find.is_none();
    if escapes && state.editor.find.take().is_some() {
        state.editor.enter();
    }
    let style = ctx.global_style();
    let modal = Modal::new(Id::unique("large editor")).backdrop_color(Color32::from_black_alpha(90));
    let shown = modal.frame(egui::Frame::popup(&style).inner_margin(16)).show(ctx, |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        closed |= contents(ui, panel, state, at, item);
        grip(ui, state, size, most);
    });
    if closed || shown.should_close() {
        closing::close(ctx, panel, state.before);
    }
}

fn contents(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState, at: ItemRef, item: &Item) -> bool {
    let mut closed = false;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = look::icon_button(ui, Icon::X, "Close editor").clicked();
            if look::button(ui, "Preview…").clicked() {
                panel.wants(Action::Preview(MessageRequest { item: at, contact: None }));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let name = match (item.called(), item.kind.label()) {
                    // A new item is called as its kind.
                    (name, kind) if name == kind => kind.to_owned(),
                    (name, kind) => format!("{name} · {kind}"),
                };
                ui.add(egui::Label::new(RichText::new(name).size(17.0).family(theme::semibold())).truncate());
            });
        });
    });
    let has_pane = ui.available_width() >= WITH_PANE;
    let (width, height) = (ui.available_width(), ui.available_height());
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(if has_pane { (width * 0.54).floor() } else { width });
            ui.set_height(height);
            ui.spacing_mut().item_spacing.y = 5.0;
            focus::form(ui, |ui| texts(ui, panel, state, at, item));
        });
        if has_pane {
            ui.separator();
            ui.vertical(|ui| {
                ui.set_height(height);
                pane::show(ui, panel, state, at, item);
            });
        }
    });
    closed
}

/// The texts of an item that can be changed here.
#[derive(Default)]
struct EditedTexts<'a> {
    line: Option<(Setting, &'a mut String)>,
    body: Option<(Setting, &'a mut String)>,
}

impl<'a> VisitorMut<'a> for EditedTexts<'a> {
    fn text(&mut self, setting: Setting, text: &'a mut String, writing: TextKind, _: Need) {
        match writing {
            TextKind::Line if self.line.is_none() => self.line = Some((setting, text)),
            TextKind::Page if self.body.is_none() => self.body = Some((setting, text)),
            TextKind::Line | TextKind::Page | TextKind::Address | TextKind::Plain => {}
        }
    }
}

fn texts(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut MessageState, at: ItemRef, was: &Item) {
    let campaign = panel.campaign;
    let known = panel.facts.known(campaign);
    let scope = Id::unique("large editor").with((at.sequence, at.item));
    let mut form = Form::new(campaign, (&known, panel.facts), panel.settings, scope);
    form.family = Some(was.kind.family());
    let mut item = was.clone();
    let mut texts = EditedTexts::default();
    item.kind.walk_mut(&mut texts);
    if let Some((setting, text)) = texts.line {
        merge::text(ui, &mut form, setting.control(), text);
    }
    if let Some((setting, text)) = texts.body {
        body::show(ui, &mut form, &mut state.editor, setting.control(), text, panel.editor.revision());
    }
    let edit = (item != *was).then_some(Edit::Canvas(at.sequence, CanvasEdit::SetItem(item)));
    panel.actions.extend(form.finish(&format!("Change “{}”", was.name), edit));
}

/// The corner that changes the size. The editor stays in the middle of the window, so both sides move.
fn grip(ui: &mut Ui, state: &mut MessageState, size: Vec2, most: Vec2) {
    let corner = ui.max_rect().right_bottom() + vec2(10.0, 10.0);
    let rect = egui::Rect::from_min_max(corner - vec2(18.0, 18.0), corner);
    let response = ui.interact(rect, ui.scope_id().with("grip"), Sense::DRAG);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Resize editor"));
    let response = response.on_hover_cursor(CursorIcon::ResizeNwSe);
    if response.dragged() {
        state.editor.size = Some((size + response.drag_delta() * 2.0).clamp(LEAST, most));
    }
    let ink = look::ink(ui, if response.hovered() { ColorRole::Text } else { ColorRole::Muted });
    for step in [5.0, 10.0] {
        let stroke = egui::Stroke::new(1.5, ink);
        ui.painter().line_segment([corner - vec2(step + 2.0, 3.0), corner - vec2(3.0, step + 2.0)], stroke);
    }
}
