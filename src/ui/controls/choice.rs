//! A choice from a list, with search if it is long, and creation of new entries.

use eframe::egui::{
    Align, Button, EventFilter, Id, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Response, Role, Ui, WidgetInfo,
    vec2,
};
use lucide_icons::Icon;

use super::{above, look};
use crate::picture::theme::ColorRole;
use crate::ui::controls::search_list;
use crate::ui::controls::search_list::{ListLayout, SearchList};
use crate::ui::controls::theme;
use crate::ui::controls::walk::{self, AfterLastRow, RowMove};

/// Lists longer than this can be searched.
const LONG: usize = 8;

/// What was picked in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PickedOption {
    /// The option at this index.
    Option(usize),
    /// A new thing of the n-th kind that can be created, with this name.
    New(usize, String),
}

/// A list under its caption. `creates` are the kinds of things that can be created.
pub fn choice(ui: &mut Ui, label: &str, shown: &str, options: &[String], creates: &[&str]) -> Option<PickedOption> {
    look::caption(ui, label);
    bare(ui, label, shown, options, creates, ui.available_width())
}

/// A choice of one name out of `(name, words)`; `create` creates new ones.
pub fn name(
    ui: &mut Ui,
    label: &str,
    name: &mut Option<String>,
    names: &[(String, String)],
    creates: &str,
    create: impl FnOnce(&str) -> String,
) {
    let words: Vec<String> = names.iter().map(|one| one.1.clone()).collect();
    let shown = super::names::called(names, name.as_deref().unwrap_or_default());
    let creates: &[&str] = if creates.is_empty() { &[] } else { &[creates] };
    match choice(ui, label, &shown, &words, creates) {
        Some(PickedOption::Option(place)) => *name = Some(names[place].0.clone()),
        Some(PickedOption::New(_, typed)) => *name = Some(create(&typed)),
        None => {}
    }
}

/// A choice of one of a few values.
pub fn one_of<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    options: &[(T, &str)],
    width: Option<f32>,
) -> bool {
    let words: Vec<String> = options.iter().map(|option| option.1.to_owned()).collect();
    let shown = options.iter().find(|option| option.0 == *value).map_or("", |option| option.1);
    let picked = match width {
        Some(width) => bare(ui, label, shown, &words, &[], width),
        None => choice(ui, label, shown, &words, &[]),
    };
    let Some(PickedOption::Option(place)) = picked else { return false };
    *value = options[place].0.clone();
    true
}

/// A list without a caption.
pub fn bare(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    options: &[String],
    creates: &[&str],
    width: f32,
) -> Option<PickedOption> {
    let response = button(ui, label, shown, width);
    let now = options.iter().position(|option| option == shown);
    picker_at(ui, &response, options, creates, now)
}

fn button(ui: &mut Ui, label: &str, shown: &str, width: f32) -> Response {
    let words = if shown.is_empty() { "Choose…" } else { shown };
    let text = eframe::egui::RichText::new(words);
    let text = if shown.is_empty() { text.color(look::ink(ui, ColorRole::Muted)) } else { text };
    let arrow = look::glyph(Icon::ChevronDown, 14.0).color(look::ink(ui, ColorRole::Muted));
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = 8.0;
            ui.add(Button::new(text).right_text(arrow).min_size(vec2(width, 28.0)).truncate())
        })
        .inner;
    let shown = shown.to_owned();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, label);
        info.current_text_value = Some(shown.clone());
        info
    });
    response
}

/// The list that opens below a button.
pub fn picker(ui: &mut Ui, button: &Response, options: &[String], creates: &[&str]) -> Option<PickedOption> {
    picker_at(ui, button, options, creates, None)
}

/// The list that opens below a button, starting at the current option.
fn picker_at(
    ui: &mut Ui,
    button: &Response,
    options: &[String],
    creates: &[&str],
    now: Option<usize>,
) -> Option<PickedOption> {
    let popup = Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    let was_open = popup.is_open();
    let picked = popup
        .width(button.rect.width().max(if options.iter().any(|it| it.contains(DIVIDE)) { 320.0 } else { 220.0 }))
        .show(|ui| {
            let is_long = options.len() > LONG || !creates.is_empty();
            let is_fresh = just_opened(ui, id);
            above::keep(button, id);
            if is_long { search(ui, id, is_fresh, options, creates, now) } else { short(ui, is_fresh, options, now) }
        })
        .and_then(|shown| shown.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), id);
        ui.data_mut(|data| data.remove::<SearchList>(id));
        button.request_focus();
    } else if was_open && !Popup::is_id_open(ui.ctx(), id) && pressed(ui, Modifiers::NONE, Key::Escape) {
        // Esc closed only this list: focus goes back to its button.
        button.request_focus();
    }
    picked
}

/// A list with a search field, in which a new name can be created.
fn search(
    ui: &mut Ui,
    popup: Id,
    is_fresh: bool,
    options: &[String],
    creates: &[&str],
    now: Option<usize>,
) -> Option<PickedOption> {
    let mut list = ui.data(|data| data.get_temp::<SearchList>(popup)).filter(|_| !is_fresh).unwrap_or_default();
    if is_fresh {
        list.go_to(now.unwrap_or_default());
    }
    let hint = if creates.is_empty() { "Search" } else { "Search or create" };
    let mut rows = offered(options, creates, &list.text);
    let typed = list.field(ui, hint, hint, rows.len());
    if typed.changed {
        rows = offered(options, creates, &list.text);
    }
    if rows.is_empty() {
        look::hint(ui, if options.is_empty() { "There are none yet" } else { "Nothing fits" });
    }
    let words = |row: usize| match &rows[row] {
        PickedOption::Option(place) => options[*place].clone(),
        PickedOption::New(kind, name) => format!("Create {} “{name}”", creates[*kind]),
    };
    let theme = theme::of(ui.ctx());
    let shape = ListLayout { name: "Options", count: rows.len(), height: 28.0, room: 260.0, theme };
    let clicked = list.rows(ui, shape, words, |ui, response, row| {
        let words = words(row);
        let (left, right) = words.split_once(DIVIDE).unwrap_or((&words, ""));
        search_list::words(ui, response.rect, response.rect.left() + 8.0, left, right, theme);
    });
    let row = if typed.enter { Some(list.at) } else { clicked };
    ui.data_mut(|data| data.insert_temp(popup, list));
    rows.get(row?).cloned()
}

/// What can be picked, best first: an exact match, else creating that name, then all other matches.
fn offered(options: &[String], creates: &[&str], typed: &str) -> Vec<PickedOption> {
    let name = typed.trim();
    let exact = options.iter().position(|option| option.to_lowercase() == name.to_lowercase());
    let kinds = if exact.is_some() || name.is_empty() { 0 } else { creates.len() };
    let new = (0..kinds).map(|kind| PickedOption::New(kind, name.to_owned()));
    let others = matching(options, typed).into_iter().filter(|place| Some(*place) != exact);
    new.chain(exact.into_iter().chain(others).map(PickedOption::Option)).collect()
}

/// A short list without a search field. Its rows have focus while it is open.
fn short(ui: &mut Ui, is_fresh: bool, options: &[String], now: Option<usize>) -> Option<PickedOption> {
    let (mut picked, mut rows) = (None, Vec::with_capacity(options.len()));
    if options.is_empty() {
        look::hint(ui, "There are none yet");
    }
    ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
        for (place, words) in options.iter().enumerate() {
            let response = ui.add(Button::new(words).frame_when_inactive(false));
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, words));
            if response.clicked() {
                picked = Some(PickedOption::Option(place));
            }
            rows.push(response);
        }
    });
    // A press next to the rows removes focus from the list, so the current row takes it back.
    let nobody_has_it = ui.memory(|memory| memory.focused().is_none());
    if (is_fresh || nobody_has_it)
        && let Some(row) = rows.get(now.unwrap_or_default()).or(rows.first())
    {
        row.request_focus();
    }
    walk(ui, &rows);
    picked
}

/// Arrow keys and Tab move from row to row, and wrap around: egui's own arrow keys move to the nearest widget, which
/// may be behind the list. Enter and Space press the focused row.
fn walk(ui: &Ui, rows: &[Response]) {
    let Some(at) = rows.iter().position(Response::has_focus) else { return };
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(rows[at].id, filter));
    let keys = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Tab];
    if ui.input(|input| keys.iter().any(|key| input.key_pressed(*key))) {
        walk::stay(ui);
    }
    let way = match () {
        () if pressed(ui, Modifiers::SHIFT, Key::Tab) => Some(RowMove::Previous),
        () if pressed(ui, Modifiers::NONE, Key::Tab) => Some(RowMove::Next),
        () => walk::pressed(ui, false),
    };
    let Some(way) = way else { return };
    let to = way.from(at, rows.len(), walk::PAGE, AfterLastRow::GoRound);
    rows[to].request_focus();
    // The newly focused row was drawn without focus.
    ui.ctx().request_repaint();
}

fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}

/// Whether a popup opened in this frame. A frame may be drawn twice, and the press that opened the popup takes focus
/// from its contents each time.
pub fn just_opened(ui: &Ui, popup: Id) -> bool {
    let (seen_id, fresh_id, pass) = (popup.with("seen"), popup.with("fresh"), ui.ctx().cumulative_pass_nr());
    let seen = ui.data(|data| data.get_temp::<u64>(seen_id));
    ui.data_mut(|data| data.insert_temp(seen_id, pass));
    // The popup was not drawn in the last pass.
    if seen.is_none_or(|seen| seen + 1 < pass) {
        ui.data_mut(|data| data.insert_temp(fresh_id, true));
    }
    let is_fresh = ui.data(|data| data.get_temp::<bool>(fresh_id)).unwrap_or_default();
    if is_fresh && (ui.is_sizing_pass() || !ui.is_enabled()) {
        // A popup is laid out once before it is shown, and can't have focus then.
        ui.ctx().request_repaint();
    } else if is_fresh {
        ui.data_mut(|data| data.remove::<bool>(fresh_id));
    }
    is_fresh
}

/// The separator between the words of an option and those at its right edge.
const DIVIDE: &str = "  ";

/// The indices of options that contain all typed words; those that begin with them come first.
fn matching(options: &[String], typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let lower: Vec<String> = options.iter().map(|option| option.to_lowercase()).collect();
    let mut found: Vec<usize> =
        (0..options.len()).filter(|&place| words.iter().all(|word| lower[place].contains(word))).collect();
    found.sort_by_key(|&place| !lower[place].starts_with(&typed));
    // More aren't useful, and a list of all time zones would be laid out in each frame.
    found.truncate(200);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_created_unless_it_is_there() {
        let options = ["Leadership", "Lead magnet", "lead"].map(str::to_owned);
        let new = |name: &str| PickedOption::New(0, name.to_owned());
        assert_eq!(offered(&options[..2], &["tag"], "Lead ")[..2], [new("Lead"), PickedOption::Option(0)]);
        assert_eq!(offered(&options, &["tag"], "Lead")[0], PickedOption::Option(2), "it is there already");
        assert_eq!(offered(&options[..2], &[], "Lead")[0], PickedOption::Option(0), "nothing can be created");
        assert_eq!(offered(&options, &["tag"], " ")[0], PickedOption::Option(0));
        assert_eq!(offered(&options, &["user", "team"], "x").len(), 2);
    }

    #[test]
    fn what_begins_as_typed_stands_first() {
        let options = ["America/New_York", "Newport", "York"].map(str::to_owned);
        assert_eq!(matching(&options, "new"), [1, 0]);
        assert_eq!(matching(&options, "york new"), [0]);
        assert_eq!(matching(&options, ""), [0, 1, 2]);
    }
}
