//! The card of a custom field.

use eframe::egui::Ui;

use super::card::{self, EntryCard};
use crate::campaign::directory::{CustomField, FieldKind};
use crate::campaign::merge::{is_merge_name, is_own_merge_field};
use crate::ui::controls::form::Form;
use crate::ui::controls::{choice, look, names};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, card: &EntryCard, field: &mut CustomField) {
    ui.horizontal_wrapped(|ui| {
        card::text(ui, form, card, "label", &mut field.label, 170.0);
        card::id(ui, form, card, "key", &mut field.key, 140.0);
        ui.vertical(|ui| {
            look::caption(ui, "Kind");
            let kinds = [FieldKind::Text, FieldKind::Number, FieldKind::Date, FieldKind::DateTime];
            let kinds = kinds.map(|kind| (kind, names::kind(kind)));
            choice::one_of(ui, &card.label("kind"), &mut field.kind, &kinds, Some(130.0));
        });
    });
    card.note(ui, form, &["key"], None);
    let in_texts = match (is_own_merge_field(&field.key), is_merge_name(&field.key)) {
        (true, _) => format!("In texts: ~Contact.{}~", field.key),
        (false, true) => "Not in texts: another merge field has this key".to_owned(),
        (false, false) => "Not in texts: a merge field has only letters, digits, dots and _".to_owned(),
    };
    look::hint(ui, &in_texts);
}
