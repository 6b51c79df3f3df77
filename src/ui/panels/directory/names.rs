//! The card of a stage, a tag or an action set, which only has a name.

use eframe::egui::Ui;

use super::card::{self, EntryCard};
use crate::ui::controls::form::Form;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, name: &mut String) {
    card::id(ui, form, card, "name", name, 280.0);
    card.note(ui, form, &["name"], None);
}
