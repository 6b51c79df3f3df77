//! Text fields: texts that are sent while typing, and values that are sent when the field is left.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Color32, Galley, Id, Key, Margin, Modifiers, Response, TextBuffer, TextEdit, TextStyle, Ui};

use super::form::Form;
use super::unsent::{MOST_SELECTED, UnsentText};
use super::{look, merge_ink, operated, read, unsent, walk};

/// The look of a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct FieldLook {
    /// The width; `None` for all available.
    pub width: Option<f32>,
    /// The largest width that it can grow to.
    pub most: f32,
    /// The number of rows.
    pub rows: usize,
    /// The hint while it is empty.
    pub hint: &'static str,
    /// Whether its caption is drawn elsewhere.
    pub bare: bool,
    /// Whether the field is the heading of the form.
    pub is_heading: bool,
    /// Whether it is a name, which can't be blank: it gets the text from before when it is left so.
    pub is_name: bool,
    /// Whether merge fields work in it.
    pub merges: bool,
    /// Whether a pause while typing begins a new undo step, for texts that are written for long.
    pub pauses: bool,
}

/// A field for a small number.
pub const NARROW: FieldLook = FieldLook {
    width: Some(76.0),
    most: f32::INFINITY,
    rows: 1,
    hint: "",
    bare: false,
    is_heading: false,
    is_name: false,
    merges: false,
    pauses: false,
};

impl FieldLook {
    /// Lets the field grow with its text, unless a limit is set.
    fn growing(self) -> Self {
        Self { most: if self.most > 0.0 { self.most } else { f32::INFINITY }, ..self }
    }

    /// The width that the text needs, within the limits and the available space.
    fn fitting(self, ui: &Ui, text: &str) -> Self {
        let Some(width) = self.width.filter(|width| self.most > *width) else { return self };
        let font = TextStyle::Body.resolve(ui.style());
        let text = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).rect.width();
        // The margins, and the caret after the last letter.
        let needed = text + 2.0 * f32::from(MARGIN.left) + 4.0;
        Self { width: Some(needed.min(self.most).min(ui.available_width()).max(width)), ..self }
    }
}

/// The space between the edge of a field and its text.
const MARGIN: Margin = Margin::symmetric(8, 6);

/// One visit to a field, from focus to leaving it.
#[derive(Clone)]
struct FieldVisit {
    original: String,
    mark: u64,
    /// When the text was changed last, in egui's seconds.
    changed: f64,
}

/// Seconds without typing after which a new undo step begins.
const PAUSE: f64 = 2.0;

/// A one-line text under its caption.
pub fn text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) -> Response {
    live(ui, form, label, text, FieldLook::default())
}

/// A text of many lines under its caption.
pub fn long_text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) -> Response {
    live(ui, form, label, text, FieldLook { rows: 4, ..FieldLook::default() })
}

/// A text that is sent with each change. One visit is one undo step. Esc reverts a line; a text of many lines is kept,
/// since it would be lost for one key, and undo takes it back.
pub fn live(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String, look: FieldLook) -> Response {
    if look.merges {
        let mut layouter = merge_ink::layouter(ui, form, look.rows > 1);
        live_with(ui, form, label, text, look, Some(&mut layouter))
    } else {
        live_with(ui, form, label, text, look, None)
    }
}

/// As [`live`], with its own layout of the text.
pub fn live_with(
    ui: &mut Ui,
    form: &mut Form<'_>,
    label: &str,
    text: &mut String,
    look: FieldLook,
    layouter: Option<&mut Layouter<'_>>,
) -> Response {
    if !look.bare {
        look::caption(ui, label);
    }
    let id = form.id(label);
    let visit = ui.data(|data| data.get_temp::<FieldVisit>(id));
    let before = text.clone();
    let response = edit(ui, id, label, text, look, layouter);
    let now = ui.input(|input| input.time);
    let mut visit = match visit {
        Some(visit) => visit,
        None => FieldVisit { original: before, mark: mark(ui, id), changed: now },
    };
    if response.changed() {
        if look.pauses && now - visit.changed > PAUSE {
            visit.mark = mark(ui, id);
        }
        visit.changed = now;
        form.group(visit.mark);
    }
    // A form that is drawn invisibly is drawn for the last time: its fields are being left.
    if response.has_focus() && ui.is_visible() {
        ui.data_mut(|data| data.insert_temp(id, visit));
    } else if ui.data(|data| data.get_temp::<FieldVisit>(id)).is_some() {
        ui.data_mut(|data| data.remove::<FieldVisit>(id));
        let is_reverted = escaped(ui) && look.rows <= 1 || look.is_name && text.trim().is_empty();
        if is_reverted && *text != visit.original {
            *text = visit.original;
            form.group(visit.mark);
        }
    }
    response
}

/// A number for one visit, never reused.
fn mark(ui: &Ui, id: Id) -> u64 {
    let mut hasher = DefaultHasher::new();
    (id.value(), ui.ctx().cumulative_frame_nr()).hash(&mut hasher);
    hasher.finish()
}

/// Whether Esc was pressed. It is consumed, so that it closes nothing else.
fn escaped(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Lays out the text of a field.
pub type Layouter<'a> = dyn FnMut(&Ui, &dyn TextBuffer, f32) -> Arc<Galley> + 'a;

fn edit(
    ui: &mut Ui,
    id: Id,
    label: &str,
    text: &mut String,
    look: FieldLook,
    layouter: Option<&mut Layouter<'_>>,
) -> Response {
    let width = look.width.unwrap_or(f32::INFINITY);
    let widget =
        if look.rows > 1 { TextEdit::multiline(text).desired_rows(look.rows) } else { TextEdit::singleline(text) };
    // A hint is laid out a little higher or lower than a text, and must not move what is below when it goes.
    let height = ui.text_style_height(&TextStyle::Body).ceil() + f32::from(MARGIN.top + MARGIN.bottom) + 1.0;
    let least = eframe::egui::vec2(0.0, height);
    let widget = widget.id(id).desired_width(width).hint_text(look.hint).margin(MARGIN).min_size(least);
    let heading = eframe::egui::FontId::new(14.0, crate::ui::controls::theme::semibold());
    let widget = if look.is_heading { widget.font(heading) } else { widget };
    let widget = if let Some(layouter) = layouter { widget.layouter(layouter) } else { widget };
    let response = ui.add(widget).accessible_name(label);
    if response.has_focus() {
        unsent::mark_of_document(ui, id);
    }
    response
}

/// A value that is sent with Enter or when the field is left. Invalid text is refused, with a sentence below.
pub fn typed<T: PartialEq>(
    ui: &mut Ui,
    form: &Form<'_>,
    label: &str,
    value: &mut T,
    look: FieldLook,
    write: impl Fn(&T) -> String,
    read: impl Fn(&str) -> Result<T, String>,
) -> Response {
    let id = form.id(label);
    if look.bare {
        return typed_bare(ui, id, label, value, look, &write, &read);
    }
    look::caption(ui, label);
    let response = typed_bare(ui, id, label, value, look, &write, &read);
    unsent::note(ui, &[id], None);
    response
}

fn typed_bare<T: PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    value: &mut T,
    look: FieldLook,
    write: &impl Fn(&T) -> String,
    read: &impl Fn(&str) -> Result<T, String>,
) -> Response {
    let response = sent_when_left(ui, id, label, value, look, (write, read));
    unsent::note_drawn(ui, id);
    response
}

fn sent_when_left<T: PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    value: &mut T,
    look: FieldLook,
    (write, read): (&impl Fn(&T) -> String, &impl Fn(&str) -> Result<T, String>),
) -> Response {
    let of = write(value);
    let draft = unsent::of(ui, id, &of);
    let mut text = draft.as_ref().map_or_else(|| of.clone(), |draft| draft.text.clone());
    let look = look.fitting(ui, &text);
    let response = edit(ui, id, label, &mut text, look, None);
    if response.gained_focus() {
        select_all(ui, id, &text);
    }
    // A form that is drawn invisibly is drawn for the last time: its fields are being left.
    let typing = response.has_focus() && ui.is_visible();
    if typing && response.changed() {
        unsent::keep(ui, id, UnsentText { text, of, fault: None });
        return response;
    }
    let open = draft.filter(|draft| draft.fault.is_none());
    if typing || (open.is_none() && !response.changed()) {
        return response;
    }
    unsent::drop_text(ui.ctx(), id);
    if !escaped(ui) {
        match read(&text) {
            Ok(new) => {
                operated::note(ui);
                *value = new;
            }
            Err(fault) => unsent::keep(ui, id, UnsentText { text, of, fault: Some(fault) }),
        }
    }
    response
}

/// Lets Tab complete the text of a typed field that is drawn next, instead of leaving it: to what `next` finds for the
/// text so far. `of` is the document's text.
pub fn complete_with_tab(ui: &Ui, id: Id, of: &str, next: impl Fn(&str) -> Option<String>) {
    let presses = ui.input(|input| input.key_pressed(Key::Tab) && !input.modifiers.any());
    if !presses || !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let draft = unsent::of(ui, id, of);
    let Some(text) = next(draft.as_ref().map_or(of, |draft| &draft.text)) else { return };
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    walk::stay(ui);
    enter_at(ui, id, text.chars().count());
    unsent::keep(ui, id, UnsentText { text, of: of.to_owned(), fault: None });
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// The caret of a field in characters, if it ever had focus.
pub fn caret(ui: &Ui, id: Id) -> Option<usize> {
    let range = TextEdit::load_state(ui.ctx(), id)?.cursor.char_range()?;
    Some(range.primary.index.0)
}

/// Focuses a field, with the caret after `characters` characters.
pub fn enter_at(ui: &Ui, id: Id, characters: usize) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(characters))));
    TextEdit::store_state(ui.ctx(), id, state);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// Focuses a field with its text selected, if it is drawn. Returns whether it is.
pub fn enter_all(ui: &Ui, id: Id) -> bool {
    let is_drawn = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.contains(id));
    if is_drawn {
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        // As far as the text goes.
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(MOST_SELECTED));
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), id, state);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    is_drawn
}

/// A whole number, in a field that grows with it.
pub fn number(ui: &mut Ui, form: &Form<'_>, label: &str, value: &mut u64, look: FieldLook) -> Response {
    typed(ui, form, label, value, look.growing(), u64::to_string, read::whole)
}

/// A field for a whole number that may be empty.
pub fn optional_number(
    ui: &mut Ui,
    form: &Form<'_>,
    label: &str,
    value: &mut Option<u64>,
    look: FieldLook,
) -> Response {
    let write = |value: &Option<u64>| value.map(|number| number.to_string()).unwrap_or_default();
    let read = |text: &str| if text.trim().is_empty() { Ok(None) } else { read::whole(text).map(Some) };
    typed(ui, form, label, value, look.growing(), write, read)
}
