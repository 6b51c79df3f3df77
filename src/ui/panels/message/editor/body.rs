//! The body: its caption with the buttons, find, the text in parts, and the counts.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{ByteIndex, CCursor, LayoutJob, LayoutSection, TextFormat};
use eframe::egui::{Galley, Key, Modifiers, ScrollArea, Stroke, TextBuffer, TextStyle, Ui, vec2};
use lucide_icons::Icon;

use super::find::FindInText;
use super::find_bar;
use super::state::EditorState;
use super::words::TextCounts;
use crate::picture::theme::ColorRole;
use crate::ui::controls::field::{self, FieldLook};
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::ui::controls::merge::{self, MOST_EDITED};
use crate::ui::controls::merge_ink::MergeInk;

/// Draws the body. `revision` is that of the document.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    editor: &mut EditorState,
    label: &str,
    text: &mut String,
    revision: u64,
) {
    let mut opens_find = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F));
    let button = merge::heading(ui, label, |ui| {
        ui.add_space(6.0);
        opens_find |= look::link(ui, "Find").on_hover_text("Find in the text (Ctrl+F)").clicked();
    });
    if opens_find {
        editor.find.get_or_insert_default().takes_keyboard = true;
    }
    if let Some(find) = &mut editor.find {
        find.search(text, revision);
        if find_bar::show(ui, find) {
            editor.find = None;
            editor.enter();
        }
    }
    if let Some(find) = &mut editor.find
        && find.reveals
        && let Some(found) = find.current()
    {
        let open = editor.part.range(text);
        if !open.contains(&found.start) {
            editor.part.go_to(text, found.start);
        }
    }
    let range = editor.part.range(text);
    let mut part = text[range.clone()].to_owned();
    // Below the text are its note, the counts, and the parts of a long text.
    let below = if text.len() > MOST_EDITED { 74.0 } else { 46.0 };
    let height = (ui.available_height() - below).max(80.0);
    field(ui, form, editor, label, &mut part, (&range, height));
    merge::menu(ui, form, label, &mut part, &button, None);
    if part != text[range.clone()] {
        let length = part.len();
        text.replace_range(range, &part);
        editor.part.resized(length, text.len());
    }
    let counts = match editor.counts {
        Some((of, counts)) if of == revision => counts,
        _ => TextCounts::of(text),
    };
    editor.counts = Some((revision, counts));
    look::hint(ui, &counts.in_words());
    if text.len() > MOST_EDITED {
        parts(ui, editor, text);
    }
}

/// The field, as high as there is room, with the matches of find in it.
fn field(
    ui: &mut Ui,
    form: &mut Form<'_>,
    editor: &mut EditorState,
    label: &str,
    part: &mut String,
    (range, height): (&Range<usize>, f32),
) {
    let id = form.id(label);
    let ink = MergeInk::new(ui, form, true);
    let (all, current) = matches_in(editor.find.as_ref(), range);
    // Typing changes the text before the next search, and the matches are only those of the searched one.
    let searched = (!all.is_empty()).then(|| part.clone());
    let (mark, strong) = (look::ink(ui, ColorRole::AccentField), look::ink(ui, ColorRole::Accent));
    let on_strong = look::ink(ui, ColorRole::OnAccent);
    let drawn: RefCell<Option<Arc<Galley>>> = RefCell::default();
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let mut job = ink.job(text.as_str(), width);
        if searched.as_deref() == Some(text.as_str()) {
            highlight(&mut job, &all, |found, format| {
                let is_current = current.as_ref() == Some(found);
                format.background = if is_current { strong } else { mark };
                format.underline = Stroke::new(1.5, strong);
                format.color = if is_current { on_strong } else { format.color };
            });
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        drawn.replace(Some(Arc::clone(&galley)));
        galley
    };
    let row = ui.text_style_height(&TextStyle::Body);
    let rows = ((height - 16.0) / row).floor().max(3.0) as usize;
    let area = ScrollArea::vertical().id_salt("body of the large editor").auto_shrink([false, false]);
    let area = area.max_height(height).min_scrolled_height(height);
    let reveals = editor.find.as_mut().is_some_and(|find| std::mem::take(&mut find.reveals));
    let is_new = !std::mem::replace(&mut editor.is_open, true);
    area.show(ui, |ui| {
        ui.set_width(ui.available_width() - 10.0);
        let look = FieldLook { bare: true, merges: true, pauses: true, rows, ..FieldLook::default() };
        let response = field::live_with(ui, form, label, part, look, Some(&mut layouter));
        if let Some((found, galley)) = current.as_ref().filter(|_| reveals).zip(drawn.borrow().as_ref()) {
            let before = part.get(..found.start).map_or(0, |before| before.chars().count());
            let at = galley.pos_from_cursor(CCursor::new(before));
            ui.scroll_to_rect(at.translate(response.rect.min.to_vec2()).expand2(vec2(0.0, 40.0)), None);
        }
    });
    if is_new && editor.find.is_none() {
        let caret = field::caret(ui, id).unwrap_or_default();
        field::enter_at(ui, id, caret.min(part.chars().count()));
    }
}

/// The matches within the open part, in its bytes, and the current one.
fn matches_in(find: Option<&FindInText>, range: &Range<usize>) -> (Vec<Range<usize>>, Option<Range<usize>>) {
    let Some(find) = find else { return (Vec::new(), None) };
    let within = |found: &Range<usize>| {
        let is_in = found.start >= range.start && found.end <= range.end;
        is_in.then(|| found.start - range.start..found.end - range.start)
    };
    // Each match costs time when the text is laid out.
    let all = find.found.iter().filter_map(within).take(1_000).collect();
    (all, find.current().as_ref().and_then(within))
}

/// Gives ranges of a text, in order and without overlap, another look.
fn highlight(job: &mut LayoutJob, all: &[Range<usize>], mark: impl Fn(&Range<usize>, &mut TextFormat)) {
    let mut sections = Vec::with_capacity(job.sections.len() + 2 * all.len());
    let mut next = 0;
    for section in job.sections.drain(..) {
        let (start, end) = (section.byte_range.start.0, section.byte_range.end.0);
        let part = |from: usize, to: usize| LayoutSection {
            byte_range: ByteIndex(from)..ByteIndex(to),
            leading_space: if from == start { section.leading_space } else { 0.0 },
            format: section.format.clone(),
        };
        let mut at = start;
        while let Some(found) = all.get(next).filter(|found| found.start < end) {
            let (from, to) = (found.start.max(at), found.end.min(end));
            if at < from {
                sections.push(part(at, from));
            }
            if from < to {
                let mut marked = part(from, to);
                mark(found, &mut marked.format);
                sections.push(marked);
            }
            at = to.max(at);
            if found.end > end {
                // It goes on in the next section.
                break;
            }
            next += 1;
        }
        if at < end || start == end {
            sections.push(part(at, end));
        }
    }
    job.sections = sections;
}

/// The number of the part that is edited, and the buttons for the others.
fn parts(ui: &mut Ui, editor: &mut EditorState, text: &str) {
    let range = editor.part.range(text);
    let (number, all) = editor.part.number(text);
    ui.horizontal(|ui| {
        if look::icon_button_if(ui, range.start > 0, Icon::ChevronLeft, "Previous part") {
            editor.part.go_to(text, range.start - 1);
        }
        if look::icon_button_if(ui, range.end < text.len(), Icon::ChevronRight, "Next part") {
            editor.part.go_to(text, range.end);
        }
        look::hint(ui, &format!("Part {number} of about {all}: a text as long as this is edited in parts."));
    });
}
