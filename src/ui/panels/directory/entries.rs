//! The entries of one list: a card for each, and a line to add another.

use eframe::egui::{Id, Key, TextEdit, Ui};
use lucide_icons::Icon;

use super::card::EntryCard;
use super::{fields, names, products, robins, users, uses};
use crate::campaign::directory::{Directory, FieldKind, List};
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry, Edit};
use crate::campaign::field_kinds::likely_kind;
use crate::campaign::new_entry;
use crate::ui::controls::form::Form;
use crate::ui::controls::names as kinds;
use crate::ui::controls::{choice, field_choice, focus, look};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, list: List) -> Option<Edit> {
    look::hint(ui, help(list));
    let directory = &form.campaign.directory;
    let counts = form.facts.uses(form.campaign);
    let mut edit = None;
    for place in 0..list.len(directory) {
        let used = counts.of(list).get(place).copied().unwrap_or_default();
        let change = ui.push_id(("entry", place), |ui| card(ui, form, &EntryCard { list, place }, used)).inner;
        edit = change.or(edit);
    }
    add(ui, list, directory).or(edit).map(Edit::Directory)
}

fn help(list: List) -> &'static str {
    match list {
        List::Users => "The users who get tasks, appointments, contacts and opportunities.",
        List::RoundRobins => "Each hands records to several users in turn.",
        List::Stages => "The stages of an opportunity.",
        List::Tags => "Names are compared exactly, capitals included.",
        List::Products => "The products that orders contain.",
        List::ActionSets => "Named sets of actions that an item can run.",
        List::Fields => "Fields of a contact beyond the usual ones.",
    }
}

fn card(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, used: usize) -> Option<DirectoryEdit> {
    let EntryCard { list, place } = *card;
    let directory = &form.campaign.directory;
    let was = entry_at(directory, list, place)?;
    let mut entry = was.clone();
    let mut edit = None;
    look::card(ui, |ui| {
        settings(ui, form, card, &mut entry);
        ui.horizontal(|ui| {
            uses::show(ui, form, card, was.name(), used);
            let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
            ui.with_layout(layout, |ui| edit = buttons(ui, form, card));
        });
    });
    edit.or((entry != was).then_some(DirectoryEdit::Change(place, entry)))
}

fn buttons(ui: &mut Ui, form: &Form<'_>, card: &EntryCard) -> Option<DirectoryEdit> {
    let EntryCard { list, place } = *card;
    let count = list.len(&form.campaign.directory);
    let thing = format!("{} {}", list.word(), place + 1);
    let mut edit = None;
    let mut button =
        |can: bool, icon: Icon, name: String| focus::keyed(ui, &name, |ui| look::icon_button_if(ui, can, icon, &name));
    if button(true, Icon::Trash2, format!("Delete {thing}")) {
        edit = Some(DirectoryEdit::Remove(list, place));
    }
    if button(place + 1 < count, Icon::ArrowDown, format!("Move {thing} down")) {
        edit = Some(DirectoryEdit::Move(list, place, place + 1));
    }
    if button(place > 0, Icon::ArrowUp, format!("Move {thing} up")) {
        edit = Some(DirectoryEdit::Move(list, place, place - 1));
    }
    edit
}

fn settings(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, entry: &mut DirectoryEntry) {
    match entry {
        DirectoryEntry::User(user) => users::show(ui, form, card, user),
        DirectoryEntry::RoundRobin(robin) => robins::show(ui, form, card, robin),
        DirectoryEntry::Product(product) => products::show(ui, form, card, product),
        DirectoryEntry::Field(field) => fields::show(ui, form, card, field),
        DirectoryEntry::Stage(name) | DirectoryEntry::Tag(name) | DirectoryEntry::ActionSet(name) => {
            names::show(ui, form, card, name)
        }
    }
}

fn entry_at(directory: &Directory, list: List, place: usize) -> Option<DirectoryEntry> {
    Some(match list {
        List::Users => DirectoryEntry::User(directory.users.get(place)?.clone()),
        List::RoundRobins => DirectoryEntry::RoundRobin(directory.round_robins.get(place)?.clone()),
        List::Stages => DirectoryEntry::Stage(directory.sales_stages.get(place)?.clone()),
        List::Tags => DirectoryEntry::Tag(directory.tags.get(place)?.clone()),
        List::Products => DirectoryEntry::Product(directory.products.get(place)?.clone()),
        List::ActionSets => DirectoryEntry::ActionSet(directory.action_sets.get(place)?.clone()),
        List::Fields => DirectoryEntry::Field(directory.custom_fields.get(place)?.clone()),
    })
}

/// The line that adds an entry: a name, and Enter. A custom field also has a kind, which its name may say.
fn add(ui: &mut Ui, list: List, directory: &Directory) -> Option<DirectoryEdit> {
    let id = Id::unique("new entry").with(list.word());
    let mut new = ui.data(|data| data.get_temp::<NewEntry>(id)).unwrap_or_default();
    let mut wanted = false;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let label = format!("New {} name", list.word());
        let field = TextEdit::singleline(&mut new.name).id(id).hint_text(&*label).desired_width(240.0);
        let response = ui.add(field.margin(eframe::egui::Margin::symmetric(8, 5))).accessible_name(&label);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            wanted = true;
            response.request_focus();
        }
        if list == List::Fields {
            let mut kind = new.kind.unwrap_or_else(|| likely_kind(&new.name));
            let kinds = field_choice::EVERY_KIND.iter().map(|kind| (*kind, kinds::kind(*kind)));
            let kinds: Vec<(FieldKind, &str)> = kinds.collect();
            if choice::one_of(ui, "Kind of the new field", &mut kind, &kinds, Some(130.0)) {
                new.kind = Some(kind);
            }
        }
        wanted |= look::button(ui, &format!("Add {}", list.word())).clicked();
    });
    let mut entry = new_entry::named(list, &new.name, directory);
    if let DirectoryEntry::Field(field) = &mut entry {
        field.kind = new.kind.unwrap_or_else(|| likely_kind(&new.name));
    }
    let taken = (0..list.len(directory)).any(|place| list.name_at(directory, place) == Some(entry.name()));
    if taken {
        look::fault(ui, &format!("“{}” already exists", entry.name()));
    }
    let wanted = wanted && !new.name.trim().is_empty() && !taken;
    if wanted {
        new = NewEntry::default();
    }
    ui.data_mut(|data| data.insert_temp(id, new));
    wanted.then_some(DirectoryEdit::Add(entry))
}

/// What was typed into the line that adds an entry.
#[derive(Clone, Default)]
struct NewEntry {
    name: String,
    /// The kind of a new field, if it was chosen.
    kind: Option<FieldKind>,
}
