//! The settings for tags to apply and remove.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::form::Form;
use crate::ui::controls::{list, look, names};

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, apply: &mut Vec<String>, remove: &mut Vec<String>) {
    one(ui, form, "Tags to apply", "Add tag to apply", apply);
    one(ui, form, "Tags to remove", "Add tag to remove", remove);
    for tag in apply.iter().filter(|tag| remove.contains(tag)) {
        look::hint(ui, &format!("“{tag}” is in both lists: it ends up applied."));
    }
}

fn one(ui: &mut Ui, form: &mut Form<'_>, label: &str, add: &str, tags: &mut Vec<String>) {
    let known = names::plain(&form.campaign.directory.tags);
    if let Some(PickedOption::New(_, name)) =
        list::names(ui, label, (add, "None yet"), tags, &known, &[List::Tags.word()])
    {
        tags.push(form.create(List::Tags, &name));
    }
}
