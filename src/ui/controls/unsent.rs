//! Texts of fields that are not in the document: not sent yet, or refused since they are invalid.
//!
//! What undo takes back is first such a text. Otherwise undo would change something else, which the user doesn't see.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Context, Id, TextEdit, Ui};

use super::look;
use super::look::FieldNote;

/// The text of a field that has not been sent yet, or can't be sent because it is invalid.
#[derive(Clone)]
pub(super) struct UnsentText {
    pub(super) text: String,
    /// The document's text when typing began.
    pub(super) of: String,
    pub(super) fault: Option<String>,
}

/// The fields with an unsent text, in the order of typing, each with the pass that drew it last.
#[derive(Clone, Default)]
struct UnsentFields(Vec<(Id, u64)>);

/// Marks a field whose text goes to the document.
#[derive(Clone, Copy)]
struct OfDocument;

/// The unsent text of a field, unless the document has changed since: it is then dropped. `of` is the document's text.
pub(super) fn of(ui: &Ui, id: Id, of: &str) -> Option<UnsentText> {
    let found = ui.data(|data| data.get_temp::<UnsentText>(id)).filter(|unsent| unsent.of == of);
    if found.is_none() {
        drop_text(ui.ctx(), id);
    }
    found
}

/// Keeps a text that is not sent.
pub(super) fn keep(ui: &Ui, id: Id, unsent: UnsentText) {
    ui.data_mut(|data| data.insert_temp(id, unsent));
}

/// Drops the text of a field, so that the field shows the document's.
pub fn drop_text(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.remove::<UnsentText>(id));
}

/// Notes that a field was drawn, for [`take_back`].
pub(super) fn note_drawn(ui: &Ui, id: Id) {
    let pass = ui.ctx().cumulative_pass_nr();
    let is_unsent = ui.is_visible() && ui.data(|data| data.get_temp::<UnsentText>(id)).is_some();
    ui.data_mut(|data| {
        let fields = data.get_temp_mut_or_default::<UnsentFields>(list_id());
        match fields.0.iter_mut().find(|field| field.0 == id) {
            Some(field) if is_unsent => field.1 = pass,
            Some(_) => fields.0.retain(|field| field.0 != id),
            None if is_unsent => fields.0.push((id, pass)),
            None => {}
        }
    });
}

/// Gives a field on the screen the document's text again: the field with focus, else the one that was typed in last.
/// It gets focus, with its text selected. Returns whether there was one.
pub fn take_back(ctx: &Context) -> bool {
    let Some(id) = newest(ctx) else { return false };
    drop_text(ctx, id);
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(MOST_SELECTED))));
    TextEdit::store_state(ctx, id, state);
    ctx.memory_mut(|memory| memory.request_focus(id));
    true
}

/// The field whose text [`take_back`] takes back.
fn newest(ctx: &Context) -> Option<Id> {
    let (pass, focused) = (ctx.cumulative_pass_nr(), ctx.memory(|memory| memory.focused()));
    let fields = ctx.data(|data| data.get_temp::<UnsentFields>(list_id())).unwrap_or_default();
    // Fields of an item that is no longer shown keep their text, but nobody sees it.
    let is_shown =
        |field: &&(Id, u64)| field.1 + 1 >= pass && ctx.data(|data| data.get_temp::<UnsentText>(field.0)).is_some();
    let shown: Vec<Id> = fields.0.iter().filter(is_shown).map(|field| field.0).collect();
    focused.filter(|id| shown.contains(id)).or_else(|| shown.last().copied())
}

/// The text that [`take_back`] takes back.
pub fn to_take_back(ctx: &Context) -> Option<String> {
    let id = newest(ctx)?;
    ctx.data(|data| data.get_temp::<UnsentText>(id)).map(|unsent| unsent.text)
}

/// Marks the field with focus as one whose text goes to the document.
pub(super) fn mark_of_document(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.insert_temp(id, OfDocument));
}

/// Whether the field with focus has a text of its own, such as what is searched for, which undo is then about.
pub fn has_own_undo(ctx: &Context) -> bool {
    let Some(id) = ctx.memory(|memory| memory.focused()).filter(|_| ctx.text_edit_focused()) else { return false };
    ctx.data(|data| data.get_temp::<OfDocument>(id)).is_none()
}

/// Lets a field try its refused text again, since what it is refused for has changed.
pub fn try_again(ui: &Ui, id: Id) {
    if let Some(unsent) = ui.data(|data| data.get_temp::<UnsentText>(id)) {
        keep(ui, id, UnsentText { fault: None, ..unsent });
        ui.ctx().request_repaint();
    }
}

/// The line below fields: why the text of one of them was refused, or else another note. The line is kept free while
/// there is none, so that nothing moves.
pub fn note(ui: &mut Ui, fields: &[Id], other: Option<FieldNote>) {
    let note = fields.iter().find_map(|id| refusal(ui, *id)).map(FieldNote::Fault).or(other);
    look::note(ui, note.as_ref());
}

/// Shows below a field why its text was refused, if it was. Only for fields with nothing below them.
pub fn show_fault(ui: &mut Ui, id: Id) {
    if let Some(fault) = refusal(ui, id) {
        look::fault(ui, &fault);
    }
}

/// Why the text of a field was refused, if it was.
pub fn refusal(ui: &Ui, id: Id) -> Option<String> {
    ui.data(|data| data.get_temp::<UnsentText>(id)).and_then(|unsent| unsent.fault)
}

/// The refused text of a field, if it was refused.
pub fn refused_text(ui: &Ui, id: Id) -> Option<String> {
    let unsent = ui.data(|data| data.get_temp::<UnsentText>(id))?;
    unsent.fault.is_some().then_some(unsent.text)
}

/// Whether the text of a field was refused, so that the field doesn't show the document's value.
pub fn is_refused(ui: &Ui, id: Id) -> bool {
    refusal(ui, id).is_some()
}

/// More characters than a field holds.
pub(super) const MOST_SELECTED: usize = 1 << 30;

fn list_id() -> Id {
    Id::unique("fields with an unsent text")
}
