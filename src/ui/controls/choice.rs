//! A choice from a list, with search if it is long, and creation of new entries.

use eframe::egui::{
    Button, Color32, FocusDirection, Id, Popup, PopupCloseBehavior, Response, Role, TextStyle, Ui, WidgetInfo, vec2,
};
use lucide_icons::Icon;

use super::{at_button, focus, look, operated, plain_list, theme};
use crate::campaign::field_kinds::{field_noun, likely_kind};
use crate::campaign::new_entry;
use crate::picture::theme::ColorRole;
use crate::ui::controls::search_list;
use crate::ui::controls::search_list::{ListLayout, SearchList, TabWay};

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

/// As [`one_of`], for a value that is shown in other words than its option, on a button with this width.
pub fn one_shown_as<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    value: &mut T,
    options: &[(T, &str)],
    (shown, width): (&str, f32),
) {
    let words: Vec<String> = options.iter().map(|option| option.1.to_owned()).collect();
    let response = focus::keyed(ui, label, |ui| button(ui, label, shown, width));
    let now = options.iter().position(|option| option.0 == *value);
    if let Some(PickedOption::Option(place)) = picker_at(ui, &response, &words, &[], now) {
        *value = options[place].0.clone();
    }
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
    let response = focus::keyed(ui, label, |ui| button(ui, label, shown, width));
    let now = options.iter().position(|option| option == shown);
    picker_at(ui, &response, options, creates, now)
}

/// The room on a button around its words, with the arrow.
const AROUND_SHOWN: f32 = 38.0;

fn button(ui: &mut Ui, label: &str, shown: &str, width: f32) -> Response {
    let words = if shown.is_empty() { "Choose…" } else { shown };
    let text = eframe::egui::RichText::new(words);
    let text = if shown.is_empty() { text.color(look::ink(ui, ColorRole::Muted)) } else { text };
    let arrow = look::glyph(Icon::ChevronDown, 14.0).color(look::ink(ui, ColorRole::Muted));
    let response = ui
        .scope(|ui| {
            // Long words are cut: the button must not push what is beside it out of the panel.
            ui.set_max_width(width);
            ui.spacing_mut().button_padding.x = 8.0;
            ui.add(Button::new(text).right_text(arrow).min_size(vec2(width, 28.0)).truncate())
        })
        .inner;
    let font = TextStyle::Body.resolve(ui.style());
    let needs = ui.painter().layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER).rect.width();
    let is_cut = needs + AROUND_SHOWN > width;
    let response = if is_cut { response.on_hover_text(words) } else { response };
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
    let id = Popup::default_response_id(button);
    go_on(ui, button, id);
    let now = first_letters(ui, button, id, options).or(now);
    let popup = Popup::from_toggle_button_response(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let was_open = popup.is_open();
    let picked = popup
        .width(list_width(ui, button.rect.width(), options, creates))
        .show(|ui| {
            let is_long = options.len() > LONG || !creates.is_empty();
            let is_fresh = just_opened(ui, id);
            at_button::keep(button, id);
            if is_long {
                search(ui, id, is_fresh, options, creates, now)
            } else {
                plain_list::show(ui, id, is_fresh, options, now).map(PickedOption::Option)
            }
        })
        .and_then(|shown| shown.inner);
    if picked.is_some() || ui.data(|data| data.get_temp::<TabWay>(leaving(id))).is_some() {
        Popup::close_id(ui.ctx(), id);
        ui.ctx().request_repaint();
        ui.data_mut(|data| data.remove::<SearchList>(id));
        button.request_focus();
    } else {
        focus::back_to_button(button, id, was_open);
    }
    if picked.is_some() {
        operated::note(ui);
    }
    picked
}

/// Most options that are measured for the width of their list.
const MEASURED: usize = 60;
/// The widest list.
const WIDEST: f32 = 440.0;
/// The room around the words of an option.
const AROUND_WORDS: f32 = 30.0;

/// The width of a list: of its button, or wider if an option needs it. What can be created is named only while it is
/// typed, so there is room for a name of usual length.
fn list_width(ui: &Ui, button: f32, options: &[String], creates: &[&str]) -> f32 {
    let least = if options.iter().any(|it| it.contains(DIVIDE)) { 320.0 } else { 220.0 };
    let font = TextStyle::Body.resolve(ui.style());
    let width = |words: &str| ui.painter().layout_no_wrap(words.to_owned(), font.clone(), Color32::WHITE).rect.width();
    let longest = options.iter().take(MEASURED).map(|words| width(words)).fold(0.0, f32::max);
    let created = creates.iter().map(|noun| width(&format!("Create {noun} “A field’s name”"))).fold(0.0, f32::max);
    (longest.max(created) + AROUND_WORDS).min(WIDEST).max(least).max(button)
}

/// Opens the list of a button that has focus when letters are typed. Returns the option that they begin.
fn first_letters(ui: &Ui, button: &Response, popup: Id, options: &[String]) -> Option<usize> {
    let key = popup.with("first letters");
    if Popup::is_id_open(ui.ctx(), popup) {
        return ui.data(|data| data.get_temp::<Option<usize>>(key)).flatten();
    }
    ui.data_mut(|data| {
        data.remove::<Option<usize>>(key);
        data.remove::<SearchList>(popup);
    });
    let typed = plain_list::typed(ui);
    if !button.has_focus() || typed.trim().is_empty() {
        return None;
    }
    let found = plain_list::beginning(options, &typed, options.len().saturating_sub(1));
    ui.data_mut(|data| {
        data.insert_temp(key, found);
        data.insert_temp(popup, SearchList::typed(&typed));
    });
    plain_list::begin(ui, popup, &typed);
    Popup::open_id(ui.ctx(), popup);
    found
}

/// After Tab has closed a list, focus goes on from its button to the next control, which may be new.
fn go_on(ui: &Ui, button: &Response, popup: Id) {
    let way = ui.data_mut(|data| data.remove_temp::<TabWay>(leaving(popup)));
    if way == Some(TabWay::Next) && button.has_focus() {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        ui.memory_mut(|memory| memory.interested_in_focus(button.id, button.layer_id));
    }
}

/// Where a list notes that Tab has closed it.
fn leaving(popup: Id) -> Id {
    popup.with("left by Tab")
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
    let mut list = ui.data(|data| data.get_temp::<SearchList>(popup)).unwrap_or_default();
    if is_fresh {
        list.go_to(if list.text.is_empty() { now.unwrap_or_default() } else { 0 });
    }
    list.closes_with_tab();
    let hint = if creates.is_empty() { "Search" } else { "Search or create" };
    let says = match creates {
        [] => hint.to_owned(),
        [one] => format!("Search, or name a new {one}"),
        [..] => hint.to_owned(),
    };
    let mut rows = offered(options, creates, &list.text);
    let typed = list.field(ui, hint, &says, rows.len());
    if typed.changed {
        rows = offered(options, creates, &list.text);
    }
    if rows.is_empty() {
        look::hint(ui, if options.is_empty() { "None yet" } else { "No matches" });
    }
    let words = |row: usize| match &rows[row] {
        PickedOption::Option(place) => options[*place].clone(),
        PickedOption::New(kind, name) => create_words(creates[*kind], name),
    };
    let theme = theme::of(ui.ctx());
    let shape = ListLayout { name: "Options", count: rows.len(), height: 28.0, room: 260.0, theme };
    let clicked = list.rows(ui, shape, words, |ui, response, row| {
        let words = words(row);
        let (left, right) = words.split_once(DIVIDE).unwrap_or((&words, ""));
        search_list::words(ui, response.rect, response.rect.left() + 8.0, left, right, theme);
    });
    let takes = typed.enter || typed.tab == Some(TabWay::Next) && !list.text.trim().is_empty();
    let row = if takes { Some(list.at) } else { clicked };
    ui.data_mut(|data| {
        data.insert_temp(popup, list);
        if let Some(way) = typed.tab {
            data.insert_temp(leaving(popup), way);
        }
    });
    rows.get(row?).cloned()
}

/// The words of a row that creates something: `Create date field “Renewal date”`.
pub fn create_words(noun: &str, name: &str) -> String {
    format!("Create {noun} “{name}”")
}

/// What can be picked, best first: an exact match, else creating that name, then all other matches. Fields are looked
/// for more often than created, in several kinds, so creating one comes last.
fn offered(options: &[String], creates: &[&str], typed: &str) -> Vec<PickedOption> {
    let name = typed.trim();
    let exact = options.iter().position(|option| left(option).to_lowercase() == name.to_lowercase());
    let can = exact.is_none() && !name.is_empty();
    let mut kinds: Vec<usize> = if can { (0..creates.len()).collect() } else { Vec::new() };
    let likely = field_noun(likely_kind(name));
    kinds.sort_by_key(|kind| creates[*kind] != likely);
    // An option may offer just that: a field for a column, of the kind that its cells say.
    kinds.retain(|kind| !options.contains(&create_words(creates[*kind], name)));
    let new = kinds.into_iter().map(|kind| PickedOption::New(kind, name.to_owned()));
    let others = matching(options, typed).into_iter().filter(|place| Some(*place) != exact);
    let found = exact.into_iter().chain(others).map(PickedOption::Option);
    let are_fields = creates.iter().any(|noun| new_entry::is_field_noun(noun));
    if are_fields { found.chain(new).collect() } else { new.chain(found).collect() }
}

/// The words of an option, without those at its right edge.
fn left(option: &str) -> &str {
    option.split_once(DIVIDE).map_or(option, |(left, _)| left)
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
    fn a_field_is_offered_first_as_the_kind_that_its_name_says() {
        let kinds = ["text field", "number field", "date field", "date and time field"];
        let first = |name: &str| match &offered(&[], &kinds, name)[0] {
            PickedOption::New(kind, _) => kinds[*kind],
            other => panic!("{other:?}"),
        };
        let known = ["Renewal date".to_owned()];
        assert_eq!(offered(&known, &kinds, "renew")[0], PickedOption::Option(0), "one that is there comes first");
        assert_eq!(first("Renewal date"), "date field");
        assert_eq!(first("Number of seats"), "number field");
        assert_eq!(first("Favourite colour"), "text field");
        assert_eq!(offered(&[], &kinds, "Plan").len(), 4, "the others follow");
        let known = ["Create text field “Plan”".to_owned()];
        assert_eq!(offered(&known, &kinds, "Plan").len(), 4, "nothing is offered twice");
    }

    #[test]
    fn what_begins_as_typed_stands_first() {
        let options = ["America/New_York", "Newport", "York"].map(str::to_owned);
        assert_eq!(matching(&options, "new"), [1, 0]);
        assert_eq!(matching(&options, "york new"), [0]);
        assert_eq!(matching(&options, ""), [0, 1, 2]);
    }
}
