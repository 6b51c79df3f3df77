//! Texts in which merge fields work, with a list of them.

use eframe::egui::{Align, Layout, Response, Ui};

use super::choice::{self, Picked};
use super::field::{self, Look};
use super::form::Form;
use super::look;
use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, field_name};
use crate::campaign::merge::{Piece, pieces};
use crate::ui::controls::words::capital;

/// A one-line text with merge fields.
pub fn text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) {
    with_menu(ui, form, label, text, Look::default());
}

/// A text of many lines with merge fields.
pub fn long_text(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String) {
    with_menu(ui, form, label, text, Look { rows: 6, ..Look::default() });
}

/// A text with merge fields under its caption, beside which a button lists them.
pub fn with_menu(ui: &mut Ui, form: &mut Form<'_>, label: &str, text: &mut String, look: Look) {
    let name = format!("Insert merge field into {}", label.to_lowercase());
    ui.add_space(3.0);
    let button = ui.horizontal(|ui| {
        // No higher than other captions.
        ui.spacing_mut().interact_size.y = 18.0;
        look::caption(ui, label);
        let right = Layout::right_to_left(Align::Center);
        ui.with_layout(right, |ui| look::link(ui, "Insert merge field").on_hover_text(&name).accessible_name(&name))
            .inner
    });
    field::live(ui, form, label, text, Look { bare: true, merges: true, ..look });
    menu(ui, form, label, text, &button.inner);
}

/// The list of merge fields of a button, and which ones in the text are unknown.
pub fn menu(ui: &mut Ui, form: &Form<'_>, label: &str, text: &mut String, button: &Response) {
    let options = options(&form.campaign.directory);
    let words: Vec<String> = options.iter().map(|(merge, words)| format!("{words}  {merge}")).collect();
    if let Some(Picked::Option(place)) = choice::picker(ui, button, &words, &[]) {
        insert(ui, form, label, text, &options[place].0);
    }
    for piece in pieces(text, form.known) {
        if let Piece::Unknown(unknown) = piece {
            look::fault(ui, &format!("{unknown} is no merge field: it stays as it was typed"));
        }
    }
}

/// Puts a merge field where the caret is, and the caret behind it.
fn insert(ui: &Ui, form: &Form<'_>, label: &str, text: &mut String, merge: &str) {
    let id = form.id(label);
    let all = text.chars().count();
    let caret = field::caret(ui, id).map_or(all, |caret| caret.min(all));
    let at = text.char_indices().nth(caret).map_or(text.len(), |(at, _)| at);
    text.insert_str(at, merge);
    field::enter_at(ui, id, caret + merge.chars().count());
}

/// All merge fields, each with words for it.
pub fn options(directory: &Directory) -> Vec<(String, String)> {
    let columns = Column::ALL.iter().filter_map(|column| Some((column.merge_name()?, column.key())));
    let columns = columns.map(|(name, key)| (format!("~Contact.{name}~"), capital(&field_name(key, directory))));
    let custom = directory.custom_fields.iter();
    let custom = custom.map(|field| (format!("~Contact.{}~", field.key), field_name(&field.key, directory)));
    let owner = [("~Owner.Name~", "Owner's name"), ("~Owner.Email~", "Owner's address")];
    columns.chain(custom).chain(owner.map(|(merge, words)| (merge.to_owned(), words.to_owned()))).collect()
}
