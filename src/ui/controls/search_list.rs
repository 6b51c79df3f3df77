//! A search field with a list below it: for find, commands, adding, connecting, and every long choice.
//!
//! The field keeps focus; arrow keys, page keys and Enter act on the list. Only visible rows are drawn.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    self, Align2, EventFilter, FontId, Id, Key, Modifiers, Rect, Response, Role, Sense, WidgetInfo, pos2, vec2,
};

use super::theme::color;
use super::walk::{self, AfterLastRow};
use crate::picture::theme::{ColorRole, Theme};

/// Rows that Page Up and Page Down move.
const PAGE: usize = 8;

/// The typed text and the current row.
#[derive(Clone, Debug, Default)]
pub struct SearchList {
    /// The text that was typed.
    pub text: String,
    /// The index of the current row.
    pub at: usize,
    /// The id of the field, if others need it.
    id: Option<Id>,
    has_opened: bool,
    /// Whether the text was typed before the list opened, so that typing goes on after it.
    goes_on: bool,
    /// Whether the list is always visible, so that its current row is only marked while the field has focus.
    rests: bool,
    has_keyboard: bool,
    /// Whether Tab is reported, so that it can close the list.
    takes_tab: bool,
    reveal: bool,
    /// The widget id of the current row, for screen readers.
    descendant: Option<Id>,
}

/// What the user did with the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchInput {
    /// Whether the text changed.
    pub changed: bool,
    /// Whether Enter was pressed.
    pub enter: bool,
    /// Whether Shift+Enter was pressed.
    pub shift_enter: bool,
    /// Whether another row became the current one.
    pub walked: bool,
    /// Whether Tab was pressed, if the list takes it.
    pub tab: Option<TabWay>,
}

/// The way that Tab leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TabWay {
    /// To the next control.
    #[default]
    Next,
    /// With Shift: to the control before.
    Previous,
}

impl SearchList {
    /// A list whose field has this id.
    pub fn of(id: Id) -> Self {
        Self { id: Some(id), ..Self::default() }
    }

    /// A list whose field doesn't take focus when it is first drawn, since it is always visible.
    pub fn at_rest() -> Self {
        Self { has_opened: true, rests: true, ..Self::default() }
    }

    /// A list that opens because this text was typed.
    pub fn typed(text: &str) -> Self {
        Self { text: text.to_owned(), goes_on: true, ..Self::default() }
    }

    /// Reports Tab instead of letting it move focus to what is behind the list.
    pub fn closes_with_tab(&mut self) {
        self.takes_tab = true;
    }

    /// Takes focus in the next frame, with all text selected.
    pub fn open(&mut self) {
        self.has_opened = false;
        self.reveal = true;
    }

    /// Makes a row the current one, and scrolls it into view.
    pub fn go_to(&mut self, row: usize) {
        self.at = row;
        self.reveal = true;
    }

    /// Draws the field; `count` is the number of rows of the list.
    pub fn field(&mut self, ui: &mut egui::Ui, name: &str, hint: &str, count: usize) -> SearchInput {
        let id = self.id.unwrap_or_else(|| ui.scope_id().with(("search field", name)));
        let mut typed = SearchInput::default();
        // A popup is laid out once before it is shown, and can't have focus then. Nor can a dialog that follows another
        // one, in its first frame.
        let can_have_it =
            !ui.is_sizing_pass() && ui.is_enabled() && ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
        if !self.has_opened && !can_have_it {
            ui.ctx().request_repaint();
        } else if !self.has_opened {
            self.has_opened = true;
            ui.memory_mut(|memory| memory.request_focus(id));
            let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = egui::text::CCursor::new(self.text.chars().count());
            let start = if self.goes_on { end } else { egui::text::CCursor::default() };
            state.cursor.set_char_range(Some(egui::text::CCursorRange::two(start, end)));
            state.store(ui.ctx(), id);
        }
        self.has_keyboard = ui.memory(|memory| memory.has_focus(id));
        if self.has_keyboard {
            self.keys(ui, count, &mut typed);
        }
        let edit = egui::TextEdit::singleline(&mut self.text)
            .id(id)
            .hint_text(hint)
            .desired_width(f32::INFINITY)
            .margin(vec2(10.0, 7.0))
            .event_filter(EventFilter {
                tab: self.takes_tab,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: false,
            });
        let response = ui.add(edit).accessible_name(name);
        if let Some(row) = self.descendant.take() {
            ui.ctx().accesskit_node_builder(id, |node| node.set_active_descendant(row.accesskit_id()));
        }
        if response.changed() {
            typed.changed = true;
            self.go_to(0);
        }
        typed
    }

    fn keys(&mut self, ui: &egui::Ui, count: usize, typed: &mut SearchInput) {
        let was = self.at;
        if let Some(way) = walk::pressed(ui, true) {
            self.at = way.from(self.at, count, PAGE, AfterLastRow::GoRound);
        }
        if self.at != was {
            self.reveal = true;
            typed.walked = true;
            walk::stay(ui);
        }
        if self.takes_tab {
            let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Tab));
            let back = pressed(Modifiers::SHIFT).then_some(TabWay::Previous);
            typed.tab = back.or_else(|| pressed(Modifiers::NONE).then_some(TabWay::Next));
        }
        typed.shift_enter = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Enter));
        typed.enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }

    /// Draws the visible rows. `spoken` names each, `paint` paints it. Returns the row that was clicked.
    pub fn rows(
        &mut self,
        ui: &mut egui::Ui,
        shape: ListLayout<'_>,
        spoken: impl Fn(usize) -> String,
        mut paint: impl FnMut(&egui::Ui, &Response, usize),
    ) -> Option<usize> {
        self.at = self.at.min(shape.count.saturating_sub(1));
        let mut clicked = None;
        let marked = Some(self.at).filter(|_| self.has_keyboard || !self.rests);
        let list = ui.scope_id().with(shape.name);
        let area = egui::ScrollArea::vertical().id_salt(shape.name).auto_shrink([false, true]);
        // A popup would keep the height it had when the list was shorter.
        let height = (shape.height * shape.count as f32).min(shape.room);
        area.max_height(shape.room).min_scrolled_height(height).show_viewport(ui, |ui, viewport| {
            let width = ui.available_width();
            let (all, _) = ui.allocate_exact_size(vec2(width, shape.height * shape.count as f32), Sense::hover());
            let row_at = |row: usize| {
                let top = all.top() + shape.height * row as f32;
                Rect::from_min_size(pos2(all.left(), top), vec2(width, shape.height))
            };
            if std::mem::take(&mut self.reveal) && shape.count > 0 {
                ui.scroll_to_rect(row_at(self.at), None);
            }
            let first = (viewport.top() / shape.height).floor().max(0.0) as usize;
            let end = ((viewport.bottom() / shape.height).ceil().max(0.0) as usize).min(shape.count);
            for row in first..end {
                let rect = row_at(row);
                let id = list.with(row);
                // Focus stays in the field: rows are clicked, or chosen with Enter.
                let response = ui.interact(rect, id, Sense::CLICK);
                response
                    .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked == Some(row), spoken(row)));
                if marked == Some(row) {
                    self.descendant = Some(id);
                    ui.painter().rect_filled(
                        rect.shrink2(vec2(0.0, 1.0)),
                        6.0,
                        color(ColorRole::AccentField, shape.theme),
                    );
                } else if response.hovered() {
                    ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 6.0, color(ColorRole::Field, shape.theme));
                }
                paint(ui, &response, row);
                if response.clicked() {
                    self.at = row;
                    clicked = Some(row);
                }
            }
        });
        clicked
    }
}

/// How a list is laid out.
#[derive(Clone, Copy, Debug)]
pub struct ListLayout<'a> {
    /// A unique name of the list.
    pub name: &'a str,
    /// The number of rows.
    pub count: usize,
    /// The height of a row.
    pub height: f32,
    /// The largest height of the list.
    pub room: f32,
    /// The theme: light or dark.
    pub theme: Theme,
}

/// Paints the text of a row from `left` on, shortened if needed, and secondary text at its right edge.
pub fn words(ui: &egui::Ui, rect: Rect, left: f32, words: &str, quiet: &str, theme: Theme) {
    let (middle, painter, right) = (rect.center().y, ui.painter(), rect.right() - 10.0);
    let line = |text: &str, font: FontId, ink: ColorRole, room: f32| {
        let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color(ink, theme));
        job.wrap = TextWrapping::truncate_at_width(room.max(24.0));
        painter.layout_job(job)
    };
    let name = line(words, FontId::proportional(13.0), ColorRole::Text, right - left);
    let rest = right - left - name.rect.width() - 12.0;
    painter.galley(pos2(left, middle - name.rect.height() / 2.0), name, color(ColorRole::Text, theme));
    if !quiet.is_empty() && rest > 40.0 {
        let quiet = line(quiet, FontId::proportional(11.5), ColorRole::Muted, rest);
        let at = Align2::RIGHT_CENTER.anchor_size(pos2(right, middle), quiet.rect.size());
        painter.galley(at.min, quiet, color(ColorRole::Muted, theme));
    }
}
