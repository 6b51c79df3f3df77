//! Offers to create what the settings of an item name but the directory doesn't have.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry};
use crate::campaign::field_kinds::field_noun;
use crate::campaign::kinds::Kind;
use crate::campaign::kinds::faults::{InvalidSetting, SettingFault};
use crate::campaign::new_entry;
use crate::findings::creation::creation;
use crate::ui::context::action::Action;
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look};
use crate::workbench::fixes::directory::created;

/// Draws a button for each unknown name, one close below the other, and one for prices that don't work.
pub(super) fn offers(ui: &mut Ui, form: &mut Form<'_>, kind: &Kind, faults: &[SettingFault]) {
    let has_prices_to_correct = faults
        .iter()
        .any(|fault| matches!(fault, SettingFault::Wrong(_, InvalidSetting::Price(_) | InvalidSetting::Currencies(_))));
    if has_prices_to_correct && focus::keyed(ui, "prices", |ui| look::link(ui, "Products and prices…")).clicked() {
        form.actions.push(Action::OpenDirectory(Some(List::Products)));
    }
    let offers = offered(form, kind, faults);
    if offers.is_empty() {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (words, list, entry) in offers {
            if focus::keyed(ui, &words, |ui| look::link(ui, &words)).clicked() {
                form.also(DirectoryEdit::Add(entry));
                if list == List::RoundRobins {
                    form.actions.push(Action::OpenDirectory(Some(list)));
                }
            }
        }
    });
}

/// An entry for each unknown name, with its list and the words of its button.
fn offered(form: &Form<'_>, kind: &Kind, faults: &[SettingFault]) -> Vec<(String, List, DirectoryEntry)> {
    let mut offers: Vec<(String, List, DirectoryEntry)> = Vec::new();
    for fault in faults {
        let SettingFault::Unknown(setting, list, name) = fault else { continue };
        let entry = match list {
            // Its members are added in the directory.
            List::RoundRobins => Some(new_entry::with_id(*list, name.clone(), name.clone())),
            List::Users | List::Stages | List::Tags | List::Products | List::ActionSets | List::Fields => {
                creation(kind, *setting, *list, name).and_then(|fix| created(&fix, &form.campaign.directory))
            }
        };
        // A name that was not chosen yet is missing, not unknown.
        let Some(entry) = entry.filter(|_| !name.is_empty()) else { continue };
        let words = said(&entry, *list, name);
        if offers.iter().all(|(other, ..)| *other != words) {
            offers.push((words, *list, entry));
        }
    }
    offers
}

/// The words of the button that adds an entry. An ellipsis says that more is needed.
fn said(entry: &DirectoryEntry, list: List, name: &str) -> String {
    let noun = if let DirectoryEntry::Field(field) = entry { field_noun(field.kind) } else { list.word() };
    let more = if list == List::RoundRobins { "…" } else { "" };
    format!("Create {noun} “{name}”{more}")
}
