//! A stage, a tag or an action set: a name and nothing else.

use eframe::egui::Ui;

use super::card::{self, Card};
use crate::ui::controls::form::Form;

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &Card, name: &mut String) {
    card::id(ui, form, card, "name", name, 280.0);
}
