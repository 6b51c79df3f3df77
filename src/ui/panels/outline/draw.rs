//! Draws the visible rows of the outline, each a node for screen readers.

use eframe::egui::{
    self, Align2, FontId, Key as Pressed, Modifiers, Rect, Role, Stroke, StrokeKind, TextEdit, UiBuilder, WidgetInfo,
    pos2, vec2,
};
use lucide_icons::Icon;

use super::keys;
use super::rows::{OutlineRow, OutlineThing};
use super::state::{OutlineState, row_id};
use crate::campaign::edit::CanvasEdit;
use crate::findings::Severity;
use crate::picture::scene;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::chooser::ChooserPurpose;
use crate::ui::controls::focus;
use crate::ui::controls::theme::{color, icon, semibold};

/// How high a row is.
const ROW: f32 = 28.0;
/// The indentation of a level, for at most [`DEEPEST`] levels.
const STEP: f32 = 14.0;
const DEEPEST: usize = 10;

/// Draws the visible rows, and the focused one wherever it is.
pub fn rows(ui: &mut egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>) {
    let area = egui::ScrollArea::vertical().id_salt("outline rows").auto_shrink([false, false]);
    area.show_viewport(ui, |ui, viewport| {
        let name = format!("Outline of {}", panel.sequence().name);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Tree);
            node.set_label(name);
        });
        let current = outline.row().map(|row| row_id(row.key));
        if let Some(current) = current.filter(|_| outline.asking.is_none() && outline.renaming.is_none()) {
            outline.walk.give_keyboard(ui, current);
        }
        for (place, rect) in outline.walk.lay_out(ui, viewport, (outline.rows.len(), ROW), current).rows() {
            if let Some(row) = outline.rows.get(place).copied() {
                show(ui, outline, panel, rect, row, place);
            }
        }
    });
}

fn show(
    ui: &mut egui::Ui,
    outline: &mut OutlineState,
    panel: &mut Panel<'_>,
    rect: Rect,
    row: OutlineRow,
    place: usize,
) {
    if outline.renaming.as_ref().is_some_and(|renaming| renaming.key == row.key) {
        return rename(ui, outline, panel, rect, row);
    }
    let id = row_id(row.key);
    let response = ui.interact(rect, id, outline.walk.sense(place));
    let is_selected = row.key.id().is_some_and(|id| panel.view.selection.ids.contains(&id));
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, spoken(outline, panel, &row)));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_level(row.depth + 1);
        node.set_selected(is_selected);
        if row.folds {
            node.set_expanded(!row.folded);
        }
    });
    paint(ui, outline, panel, rect, &row, is_selected, &response);
    if response.clicked() {
        let on_chevron = response.interact_pointer_pos().is_some_and(|at| at.x < name_left(rect, &row) - 22.0);
        let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        if row.folds && on_chevron {
            outline.fold(row.key, !row.folded, panel);
        } else {
            keys::go(outline, panel, place, adds);
        }
    }
    if response.double_clicked() {
        keys::edit(outline, panel, row);
    }
    if response.secondary_clicked() && !is_selected {
        keys::go(outline, panel, place, false);
    }
    response.context_menu(|ui| menu(ui, outline, panel, row));
}

/// The context menu of a row.
fn menu(ui: &mut egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, row: OutlineRow) {
    let item = match row.what {
        OutlineThing::Item(place) => Some(&panel.campaign.sequence_or_first(panel.sequence_id()).items[place]),
        OutlineThing::Note(_) | OutlineThing::Frame(_) => None,
        OutlineThing::Heading(_) => {
            if ui.button(if row.folded { "Expand" } else { "Collapse" }).clicked() {
                outline.fold(row.key, !row.folded, panel);
            }
            return;
        }
    };
    if ui.button("Edit settings").clicked() {
        keys::edit(outline, panel, row);
    }
    if !matches!(row.what, OutlineThing::Note(_)) && ui.button("Rename").clicked() {
        keys::rename(outline, panel, row);
    }
    if let Some(item) = item {
        let questions: [(_, keys::SearchPurpose); 3] = [
            ("Add after…", keys::AFTER),
            ("Add before…", ChooserPurpose::InsertBefore),
            ("Connect to…", ChooserPurpose::ConnectTo),
        ];
        for (label, question) in questions {
            if ui.button(label).clicked() {
                keys::ask(outline, panel, row, question);
            }
        }
        if item.kind.has_ready_mark() && ui.button(if item.ready { "Mark as draft" } else { "Mark ready" }).clicked() {
            keys::toggle_ready(panel, row);
        }
    }
    if ui.button("Duplicate").clicked() {
        keys::run(outline, panel, Command::Duplicate);
    }
    if ui.button("Delete").clicked() {
        keys::run(outline, panel, Command::Delete);
    }
}

/// “Email, Welcome, ready, 1 outgoing, level 2, branch 1 of 2, 1 problem: …”.
fn spoken(outline: &OutlineState, panel: &DocumentView<'_>, row: &OutlineRow) -> String {
    let mut text = match row.what {
        OutlineThing::Item(place) => panel.scene.faces.get(place).map_or_else(String::new, |face| face.spoken.clone()),
        OutlineThing::Note(_) => format!("Note, {}", outline.name(row, panel)),
        OutlineThing::Frame(_) => format!("Frame, {}", outline.name(row, panel)),
        OutlineThing::Heading(section) => section.label().to_owned(),
    };
    text.push_str(&format!(", level {}", row.depth + 1));
    if let Some((branch, count)) = row.branch {
        text.push_str(&format!(", track {branch} of {count}"));
    }
    if let Some(badge) = row.key.id().and_then(|id| panel.badges.of(id)) {
        let noun = if badge.sentences.len() == 1 { "problem" } else { "problems" };
        text.push_str(&format!(", {} {noun}: {}", badge.sentences.len(), badge.sentences.join(" ")));
    }
    text
}

fn level_left(rect: Rect, depth: usize) -> f32 {
    rect.left() + 6.0 + STEP * depth.min(DEEPEST) as f32
}

fn name_left(rect: Rect, row: &OutlineRow) -> f32 {
    level_left(rect, row.depth) + 38.0
}

fn paint(
    ui: &egui::Ui,
    outline: &OutlineState,
    panel: &DocumentView<'_>,
    rect: Rect,
    row: &OutlineRow,
    is_selected: bool,
    response: &egui::Response,
) {
    let ink = |ink| color(ink, panel.theme);
    let painter = ui.painter();
    let field = rect.shrink2(vec2(0.0, 1.0));
    if is_selected || response.hovered() {
        painter.rect_filled(field, 6.0, ink(if is_selected { ColorRole::AccentField } else { ColorRole::Field }));
    }
    if focus::shows_itself(response) {
        painter.rect_stroke(field, 6.0, Stroke::new(1.5, ink(ColorRole::Accent)), StrokeKind::Inside);
    }
    let middle = rect.center().y;
    for depth in 1..=row.depth.min(DEEPEST) {
        let x = level_left(rect, depth) - STEP / 2.0 + 6.0;
        painter.vline(x, rect.y_range(), Stroke::new(1.0, ink(ColorRole::Line)));
    }
    if row.branch.is_some() {
        let x = level_left(rect, row.depth) - STEP / 2.0 + 6.0;
        painter.hline(x..=x + 8.0, middle, Stroke::new(1.5, ink(ColorRole::Wire)));
    }
    let left = level_left(rect, row.depth);
    let glyph = |at: f32, glyph: char, size: f32, tint| {
        painter.text(pos2(at, middle), Align2::CENTER_CENTER, glyph, FontId::new(size, icon()), tint);
    };
    if row.folds {
        let chevron = if row.folded { Icon::ChevronRight } else { Icon::ChevronDown };
        glyph(left + 8.0, char::from(chevron), 14.0, ink(ColorRole::Muted));
    }
    let word = word(panel, row);
    let word = word.map(|(word, tint)| painter.layout_no_wrap(word.to_owned(), FontId::proportional(11.5), ink(tint)));
    let right = rect.right() - 8.0 - word.as_ref().map_or(0.0, |word| word.rect.width() + 8.0);
    let is_heading = matches!(row.what, OutlineThing::Heading(_));
    let name_at = if is_heading { left + 20.0 } else { name_left(rect, row) };
    let (font, text) = match is_heading {
        true => (FontId::new(12.0, semibold()), ink(ColorRole::Muted)),
        false => (FontId::proportional(13.0), ink(ColorRole::Text)),
    };
    if let Some((sign, tint)) = sign(panel, row) {
        glyph(left + 26.0, sign, 15.0, ink(tint));
    }
    let mut job = egui::text::LayoutJob::simple_singleline(outline.name(row, panel).to_owned(), font, text);
    job.wrap = egui::text::TextWrapping::truncate_at_width((right - name_at).max(0.0));
    let name = painter.layout_job(job);
    painter.galley(pos2(name_at, middle - name.rect.height() / 2.0), name, text);
    if let Some(word) = word {
        painter.galley(pos2(right + 8.0, middle - word.rect.height() / 2.0), word, text);
    }
}

/// The glyph of a row, in the colour of its family.
fn sign(panel: &DocumentView<'_>, row: &OutlineRow) -> Option<(char, ColorRole)> {
    use crate::campaign::kinds::Family;
    Some(match row.what {
        OutlineThing::Item(place) => {
            let face = panel.scene.faces.get(place)?;
            let tint = match face.family {
                Family::Start => ColorRole::StartEdge,
                Family::Timer => ColorRole::TimerEdge,
                Family::Communication => ColorRole::CommunicationEdge,
                Family::Process => ColorRole::ProcessEdge,
            };
            (face.icon, tint)
        }
        OutlineThing::Note(_) => (char::from(Icon::StickyNote), ColorRole::YellowEdge),
        OutlineThing::Frame(_) => (char::from(Icon::Frame), ColorRole::GreyEdge),
        OutlineThing::Heading(_) => return None,
    })
}

/// The word at the right: the item's state, or that it has problems.
fn word(panel: &DocumentView<'_>, row: &OutlineRow) -> Option<(&'static str, ColorRole)> {
    let OutlineThing::Item(place) = row.what else { return None };
    let face = panel.scene.faces.get(place)?;
    match (face.state, panel.badges.of(face.id).map(|badge| badge.severity)) {
        (scene::ItemState::NotSetUp, _) => Some(("Set up", ColorRole::Held)),
        (scene::ItemState::Draft, _) => Some(("Draft", ColorRole::Skipped)),
        (scene::ItemState::Solid, Some(Severity::Error)) => Some(("Error", ColorRole::Held)),
        (scene::ItemState::Solid, Some(Severity::Warning)) => Some(("Warning", ColorRole::Skipped)),
        (scene::ItemState::Solid, _) => None,
    }
}

/// The field for renaming, in place of the name.
fn rename(ui: &mut egui::Ui, outline: &mut OutlineState, panel: &mut Panel<'_>, rect: Rect, row: OutlineRow) {
    let Some(renaming) = &mut outline.renaming else { return };
    let id = row_id(row.key).with("name");
    let field = Rect::from_min_max(pos2(name_left(rect, &row) - 8.0, rect.top()), rect.max);
    // Esc removes focus before the field is drawn.
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (enter, escape) = (pressed(Pressed::Enter), pressed(Pressed::Escape));
    if !renaming.has_opened {
        let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let (start, end) = (egui::text::CCursor::new(0), egui::text::CCursor::new(renaming.text.chars().count()));
        state.cursor.set_char_range(Some(egui::text::CCursorRange::two(start, end)));
        state.store(ui.ctx(), id);
        ui.memory_mut(|memory| memory.request_focus(id));
        renaming.has_opened = true;
    }
    let mut inside = ui.new_child(UiBuilder::new().max_rect(field));
    let edit = TextEdit::singleline(&mut renaming.text).id(id).desired_width(field.width() - 16.0);
    let response = inside.add(edit).accessible_name("Name");
    if !(enter || escape || response.lost_focus()) {
        return;
    }
    let text = std::mem::take(&mut renaming.text);
    outline.renaming = None;
    if enter || escape {
        outline.walk.take_keyboard();
    } else {
        outline.walk.leave_keyboard();
    }
    if !escape {
        panel.actions.extend(renamed(panel, &row, text));
    }
}

/// The edit that renames a row.
fn renamed(panel: &DocumentView<'_>, row: &OutlineRow, name: String) -> Option<Action> {
    let sequence = panel.sequence();
    let edit = match row.what {
        OutlineThing::Item(place) => {
            CanvasEdit::SetItem(crate::campaign::item::Item { name, ..sequence.items[place].clone() })
        }
        OutlineThing::Frame(place) => {
            CanvasEdit::SetFrame(crate::campaign::sequence::Frame { title: name, ..sequence.frames[place].clone() })
        }
        OutlineThing::Note(_) | OutlineThing::Heading(_) => return None,
    };
    Some(Action::canvas(panel.sequence_id(), edit))
}
