//! Text fields in which merge fields work, with a list of them.

use eframe::egui::{Align, Label, Layout, Response, Ui};

use super::choice::{self, PickedOption};
use super::field::{self, FieldLook};
use super::field_choice::EVERY_KIND;
use super::form::Form;
use super::look::FieldNote;
use super::{field_choice, focus, look};
use crate::calendar::words::capital;
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry};
use crate::campaign::field_kinds::field_noun;
use crate::campaign::fields::{Column, Field, field_name};
use crate::campaign::merge::{MergeField, TextPiece, is_own_merge_field, meant, pieces};
use crate::campaign::text::thousands;
use crate::findings::merge_offers::{MergeOffers, merge_offers};
use crate::workbench::fixes::directory::created;

/// A one-line text with merge fields.
pub fn text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) {
    with_menu(ui, form, label, text, FieldLook::default());
}

/// A text of many lines with merge fields.
pub fn long_text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) {
    with_menu(ui, form, label, text, FieldLook { rows: 6, ..FieldLook::default() });
}

/// A text with merge fields, with a button next to its caption that lists them.
pub fn with_menu(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String, look: FieldLook) {
    with_menu_and_fault(ui, form, label, text, look, |_| None);
}

/// As [`with_menu`], for a text in which something else can be wrong.
pub fn with_menu_and_fault(
    ui: &mut Ui,
    form: &mut Form<'_>,
    label: &str,
    text: &mut String,
    look: FieldLook,
    wrong: impl FnOnce(&str) -> Option<String>,
) {
    let button = heading(ui, label, |_| {});
    if text.len() > MOST_EDITED && look.rows > 1 {
        return beginning(ui, label, text, look.rows);
    }
    field::live(ui, form, label, text, FieldLook { bare: true, merges: true, ..look });
    let wrong = wrong(text);
    menu(ui, form, label, text, &button, wrong);
}

/// Most bytes of a text that can be edited in a form. Laying out a longer one would stop the window for a moment.
pub const MOST_EDITED: usize = 100_000;

/// The caption of a text, and the button that lists the merge fields. `more` draws other buttons before that.
pub fn heading(ui: &mut Ui, label: &str, more: impl FnOnce(&mut Ui)) -> Response {
    let name = format!("Insert merge field into {}", label.to_lowercase());
    ui.add_space(3.0);
    ui.horizontal(|ui| {
        // As high as other captions.
        ui.spacing_mut().interact_size.y = 18.0;
        look::caption(ui, label);
        let right = Layout::right_to_left(Align::Center);
        ui.with_layout(right, |ui| {
            let link = focus::keyed(ui, &name, |ui| look::link(ui, "Insert merge field"));
            let button = link.on_hover_text(&name).accessible_name(&name);
            more(ui);
            button
        })
        .inner
    })
    .inner
}

/// The beginning of a text that is too long for a form.
fn beginning(ui: &mut Ui, label: &str, text: &str, rows: usize) {
    let shown: String = text.chars().take(60 * rows).collect();
    look::group(ui, |ui| drop(ui.add(Label::new(format!("{shown}…")).wrap())));
    let length = thousands(text.len() as u64 / 1024);
    look::hint(ui, &format!("{label} has {length} kB, too much to edit here: use the large editor."));
}

/// The list of merge fields below a button, in which a custom field can be created. A note below names an unknown
/// merge field in the text, or another fault.
pub fn menu(
    ui: &mut Ui,
    form: &mut Form<'_>,
    label: &str,
    text: &mut String,
    button: &Response,
    other: Option<String>,
) {
    let options = options(&form.campaign.directory);
    let words: Vec<String> = options.iter().map(|(merge, words)| format!("{words}  {merge}")).collect();
    match choice::picker(ui, button, &words, &field_choice::nouns(EVERY_KIND)) {
        Some(PickedOption::Option(place)) => insert(ui, form, label, text, &options[place].0),
        Some(PickedOption::New(kind, name)) => {
            let key = field_choice::create(form, EVERY_KIND, kind, &name);
            insert(ui, form, label, text, &format!("~Contact.{key}~"));
        }
        None => {}
    }
    let mut unknown = None;
    let mut dated = None;
    let meant = meant(text).next();
    for piece in pieces(text, form.known) {
        match piece {
            // A field that was just created is known in the next frame.
            TextPiece::Unknown(typed) if !form.creates() => unknown = unknown.or(Some(typed)),
            TextPiece::Field(MergeField::Contact(field)) => dated = dated.or_else(|| how_written(field, form.known)),
            TextPiece::Text(_) | TextPiece::Unknown(_) | TextPiece::Field(_) => {}
        }
    }
    let unknown = unknown.or(meant);
    let said = unknown.map(|typed| FieldNote::Fault(format!("{typed} isn't a merge field: it stays as typed")));
    match (other, said, unknown) {
        (None, Some(said), Some(typed)) => {
            let offers = merge_offers(typed, &form.campaign.directory);
            let typed = typed.to_owned();
            mend(ui, form, text, (&typed, &said), &offers);
        }
        (other, said, _) => {
            look::note(ui, other.map(FieldNote::Fault).or(said).or(dated.map(FieldNote::Hint)).as_ref());
        }
    }
}

/// How the date of a merge field is written in a message; `None` if it isn't a date.
fn how_written(field: Field, directory: &Directory) -> Option<String> {
    let example = match field.kind(directory) {
        FieldKind::Date => "2027-01-31",
        FieldKind::DateTime => "2027-01-31T09:00",
        FieldKind::Text | FieldKind::Number => return None,
    };
    Some(format!("{} is written like {example}", capital(&field_name(field.key(directory), directory))))
}

/// The note on an unknown merge field, with the fixes that Problems offers: use the closest known one, or create the
/// custom field, as a date or as a text. They are on the line of the note, so that nothing below moves.
fn mend(ui: &mut Ui, form: &mut Form<'_>, text: &mut String, (typed, said): (&str, &FieldNote), offers: &MergeOffers) {
    let uses = offers.known.as_ref().map(|known| format!("Use {known}"));
    let fixes = [&offers.creates, &offers.creates_otherwise].into_iter().flatten();
    let mut entries: Vec<DirectoryEntry> =
        fixes.filter_map(|fix| created(fix, &form.campaign.directory)).filter(|entry| noun(entry).is_some()).collect();
    // Next to the known field, there is room for one more.
    if uses.is_some() {
        entries.truncate(1);
    }
    let nouns = || entries.iter().filter_map(noun);
    let short = |noun: &str| if uses.is_some() { "Create".to_owned() } else { format!("Create {noun}") };
    let short: Vec<String> = nouns().map(short).collect();
    let full: Vec<String> =
        nouns().zip(&entries).map(|(noun, entry)| choice::create_words(noun, entry.name())).collect();
    let use_link = uses.as_deref().map(|words| (words, words));
    let create_links = short.iter().zip(&full).map(|(short, full)| (&**short, &**full));
    let links: Vec<(&str, &str)> = use_link.into_iter().chain(create_links).collect();
    let Some(pressed) = look::note_with_links(ui, said, &links) else { return };
    match (&offers.known, pressed) {
        (Some(known), 0) => *text = text.replace(typed, known),
        (Some(_), place) => {
            entries.get(place - 1).into_iter().for_each(|entry| form.also(DirectoryEdit::Add(entry.clone())))
        }
        (None, place) => entries.get(place).into_iter().for_each(|entry| form.also(DirectoryEdit::Add(entry.clone()))),
    }
    let fixes = [&offers.creates, &offers.creates_otherwise].into_iter().flatten();
    let entries: Vec<DirectoryEntry> =
        fixes.filter_map(|fix| created(fix, &form.campaign.directory)).filter(|entry| noun(entry).is_some()).collect();
    let nouns = || entries.iter().filter_map(noun);
    let short: Vec<String> = nouns().map(|noun| format!("Create {noun}")).collect();
    let full: Vec<String> =
        nouns().zip(&entries).map(|(noun, entry)| choice::create_words(noun, entry.name())).collect();
    let links: Vec<(&str, &str)> = short.iter().zip(&full).map(|(short, full)| (&**short, &**full)).collect();
    if let Some(place) = look::note_with_links(ui, said, &links) {
        form.also(DirectoryEdit::Add(entries[place].clone()));
    }
}

/// What a new field is called, by its kind; `None` if the entry isn't a field.
fn noun(entry: &DirectoryEntry) -> Option<&'static str> {
    if let DirectoryEntry::Field(field) = entry { Some(field_noun(field.kind)) } else { None }
}

/// Inserts a merge field at the caret, and moves the caret after it.
fn insert(ui: &Ui, form: &Form<'_>, label: &str, text: &mut String, merge: &str) {
    let id = form.id(label);
    let all = text.chars().count();
    let caret = field::caret(ui, id).map_or(all, |caret| caret.min(all));
    let at = text.char_indices().nth(caret).map_or(text.len(), |(at, _)| at);
    text.insert_str(at, merge);
    field::enter_at(ui, id, caret + merge.chars().count());
}

/// All merge fields, each with a description.
pub fn options(directory: &Directory) -> Vec<(String, String)> {
    let columns = Column::ALL.iter().filter_map(|column| Some((column.merge_name()?, column.key())));
    let columns = columns.map(|(name, key)| (format!("~Contact.{name}~"), capital(&field_name(key, directory))));
    let custom = directory.custom_fields.iter().filter(|field| is_own_merge_field(&field.key));
    let custom = custom.map(|field| (format!("~Contact.{}~", field.key), field_name(&field.key, directory)));
    let owner = [("~Owner.Name~", MergeField::OwnerName), ("~Owner.Email~", MergeField::OwnerEmail)];
    let owner = owner.map(|(merge, field)| (merge.to_owned(), capital(&field.words(directory))));
    columns.chain(custom).chain(owner).collect()
}
