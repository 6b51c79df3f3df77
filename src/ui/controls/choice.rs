//! A choice from a list, with search where it is long and creation on the spot.

use eframe::egui::{
    Align, Button, Id, Key, Layout, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, TextEdit, Ui,
    WidgetInfo, vec2,
};
use lucide_icons::Icon;

use crate::picture::theme::Ink;

use super::look;

/// Lists longer than this can be searched.
const LONG: usize = 8;

/// What came of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The option at this place.
    Option(usize),
    /// A new thing of the n-th kind that can be created, with this name.
    New(usize, String),
}

/// A list under its caption. `creates` are the kinds of things that can be made on the spot.
pub fn choice(ui: &mut Ui, label: &str, shown: &str, options: &[String], creates: &[&str]) -> Option<Picked> {
    look::caption(ui, label);
    bare(ui, label, shown, options, creates, ui.available_width())
}

/// A choice of one name out of `(name, words)`; what can be created is made by `create`.
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
        Some(Picked::Option(place)) => *name = Some(names[place].0.clone()),
        Some(Picked::New(_, typed)) => *name = Some(create(&typed)),
        None => {}
    }
}

/// One of a few values with their words.
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
    let Some(Picked::Option(place)) = picked else { return false };
    *value = options[place].0.clone();
    true
}

/// A list without a caption.
pub fn bare(ui: &mut Ui, label: &str, shown: &str, options: &[String], creates: &[&str], width: f32) -> Option<Picked> {
    let response = button(ui, label, shown, width);
    picker(ui, &response, options, creates)
}

fn button(ui: &mut Ui, label: &str, shown: &str, width: f32) -> Response {
    let words = if shown.is_empty() { "Choose…" } else { shown };
    let text = eframe::egui::RichText::new(words);
    let text = if shown.is_empty() { text.color(look::ink(ui, Ink::Muted)) } else { text };
    let arrow = look::glyph(Icon::ChevronDown, 14.0).color(look::ink(ui, Ink::Muted));
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
pub fn picker(ui: &mut Ui, button: &Response, options: &[String], creates: &[&str]) -> Option<Picked> {
    let popup = Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let id = popup.get_id();
    let picked = popup
        .width(button.rect.width().max(220.0))
        .show(|ui| list(ui, id, options, creates))
        .and_then(|shown| shown.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), id);
        ui.data_mut(|data| data.remove::<String>(id));
        button.request_focus();
    }
    picked
}

fn list(ui: &mut Ui, id: Id, options: &[String], creates: &[&str]) -> Option<Picked> {
    let can_search = options.len() > LONG || !creates.is_empty();
    let is_fresh = just_opened(ui, id);
    let search = if can_search { Search::show(ui, id, is_fresh, creates) } else { Search::default() };
    let matches = matching(options, &search.name);
    let exact = options.iter().position(|option| option.eq_ignore_ascii_case(&search.name));
    let takes_keyboard = search.go_down || (is_fresh && !can_search);
    let can_create = exact.is_none() && !search.name.is_empty() && !creates.is_empty();
    // The way down ends at what would be created where nothing fits.
    let go_to_create = takes_keyboard && matches.is_empty() && can_create;
    let mut picked = rows(ui, options, &matches, takes_keyboard).map(Picked::Option);
    if matches.is_empty() && (creates.is_empty() || search.name.is_empty()) {
        look::hint(ui, if options.is_empty() { "There are none yet" } else { "Nothing fits" });
    }
    if can_create {
        for (kind, what) in creates.iter().enumerate() {
            let words = format!("Create {what} “{}”", search.name);
            let room = vec2(ui.available_width(), 0.0);
            let response = ui.add(Button::new(words).min_size(room).truncate());
            if response.clicked() {
                picked = Some(Picked::New(kind, search.name.clone()));
            }
            if kind == 0 && go_to_create {
                response.request_focus();
            }
        }
    }
    if !search.entered || search.name.is_empty() || picked.is_some() {
        return picked;
    }
    // Enter completes to the first that fits; what fits nothing is made.
    match exact.or(matches.first().copied()) {
        Some(place) => Some(Picked::Option(place)),
        None => (!creates.is_empty()).then_some(Picked::New(0, search.name)),
    }
}

/// The field above a long list.
#[derive(Default)]
struct Search {
    /// What was typed, without blanks around it.
    name: String,
    /// Enter was pressed in it.
    entered: bool,
    /// The keyboard goes on to the first row.
    go_down: bool,
}

impl Search {
    fn show(ui: &mut Ui, popup: Id, is_fresh: bool, creates: &[&str]) -> Self {
        let before = ui.data(|data| data.get_temp::<String>(popup)).filter(|_| !is_fresh);
        let mut typed = before.unwrap_or_default();
        let id = popup.with("search");
        // Taken before the field sees it: it has no lines to go down to.
        let is_in = ui.memory(|memory| memory.has_focus(id));
        let go_down = is_in && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let hint = if creates.is_empty() { "Search" } else { "Search or create" };
        let field = TextEdit::singleline(&mut typed).id(id).hint_text(hint).desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(hint);
        if is_fresh {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let name = typed.trim().to_owned();
        ui.data_mut(|data| data.insert_temp(popup, typed));
        Self { name, entered, go_down }
    }
}

/// The rows that fit; the place of the one that was chosen.
fn rows(ui: &mut Ui, options: &[String], matches: &[usize], takes_keyboard: bool) -> Option<usize> {
    let mut picked = None;
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
            for (row, &place) in matches.iter().enumerate() {
                let response = option(ui, &options[place]);
                if response.clicked() {
                    picked = Some(place);
                }
                if row == 0 && takes_keyboard {
                    response.request_focus();
                }
            }
        });
    });
    picked
}

/// Whether a popup opened in this frame. A frame may be drawn twice, and the press that opened it takes the keyboard
/// away from what is in it each time.
pub fn just_opened(ui: &Ui, popup: Id) -> bool {
    let (seen_id, fresh_id, pass) = (popup.with("seen"), popup.with("fresh"), ui.ctx().cumulative_pass_nr());
    let seen = ui.data(|data| data.get_temp::<u64>(seen_id));
    ui.data_mut(|data| data.insert_temp(seen_id, pass));
    // It was not there in the pass before this one.
    if seen.is_none_or(|seen| seen + 1 < pass) {
        ui.data_mut(|data| data.insert_temp(fresh_id, true));
    }
    let is_fresh = ui.data(|data| data.get_temp::<bool>(fresh_id)).unwrap_or_default();
    if is_fresh && (ui.is_sizing_pass() || !ui.is_enabled()) {
        // What floats is laid out once before it is shown, and cannot have the keyboard yet.
        ui.ctx().request_repaint();
    } else if is_fresh {
        ui.data_mut(|data| data.remove::<bool>(fresh_id));
    }
    is_fresh
}

fn option(ui: &mut Ui, words: &str) -> Response {
    let response = ui.add(Button::new(words).frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, words));
    response
}

/// The places of options that hold all typed words, those that begin with them first.
fn matching(options: &[String], typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let lower: Vec<String> = options.iter().map(|option| option.to_lowercase()).collect();
    let mut found: Vec<usize> =
        (0..options.len()).filter(|&place| words.iter().all(|word| lower[place].contains(word))).collect();
    found.sort_by_key(|&place| !lower[place].starts_with(&typed));
    // More are of no use, and a list of all time zones would be laid out in each frame.
    found.truncate(200);
    found
}

#[cfg(test)]
mod tests {
    use super::matching;

    #[test]
    fn what_begins_as_typed_stands_first() {
        let options = ["America/New_York", "Newport", "York"].map(str::to_owned);
        assert_eq!(matching(&options, "new"), [1, 0]);
        assert_eq!(matching(&options, "york new"), [0]);
        assert_eq!(matching(&options, ""), [0, 1, 2]);
    }
}
