//! Offers to create what the settings of an item name but the directory doesn't have.

use eframe::egui::Ui;

use crate::campaign::directory::List;
use crate::campaign::edit::DirectoryEdit;
use crate::campaign::field_kinds::field_noun;
use crate::campaign::kinds::Kind;
use crate::campaign::kinds::faults::SettingFault;
use crate::findings::Fix;
use crate::findings::creation::creation;
use crate::ui::context::action::Action;
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look};
use crate::workbench::fixes::directory::created;

/// Draws a button for each unknown name.
pub(super) fn offers(ui: &mut Ui, form: &mut Form<'_>, kind: &Kind, faults: &[SettingFault]) {
    let mut offered: Vec<Fix> = Vec::new();
    for fault in faults {
        let SettingFault::Unknown(setting, list, name) = fault else { continue };
        let fix = match list {
            // Its members are added in the directory.
            List::RoundRobins => Some(Fix::AddToDirectory { list: *list, name: name.clone() }),
            List::Users | List::Stages | List::Tags | List::Products | List::ActionSets | List::Fields => {
                creation(kind, *setting, *list, name)
            }
        };
        // A name that was not chosen yet is missing, not unknown.
        offered.extend(fix.filter(|fix| !name.is_empty() && !offered.contains(fix)));
    }
    for fix in offered {
        let Some((words, list)) = said(&fix) else { continue };
        if focus::keyed(ui, &words, |ui| look::link(ui, &words)).clicked()
            && let Some(entry) = created(&fix, &form.campaign.directory)
        {
            form.also(DirectoryEdit::Add(entry));
            if list == List::RoundRobins {
                form.actions.push(Action::OpenDirectory(Some(list)));
            }
        }
    }
}

/// The words of the button for a fix, and the list of the new entry.
fn said(fix: &Fix) -> Option<(String, List)> {
    if let Fix::AddToDirectory { list, name } = fix {
        let more = if *list == List::RoundRobins { "…" } else { "" };
        Some((format!("Create {} “{name}”{more}", list.word()), *list))
    } else if let Fix::AddField { key, kind } = fix {
        Some((format!("Create {} “{key}”", field_noun(*kind)), List::Fields))
    } else {
        None
    }
}
