//! What came of a rehearsal as a file: what of it, where it goes, and as what.

use eframe::egui;

use super::{export, modal, path_field};
use crate::ui::context::action::{Action, Answer};
use crate::ui::controls::choice::{Picked, bare};
use crate::ui::controls::look;
use crate::ui::shell::app::Panel;
use crate::workbench::exports::export::{Choices, Export};
use crate::workbench::exports::{ALL, in_window};
use crate::workbench::files;

/// Draws it.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    let offers: Vec<_> = in_window(panel.rehearsing.follows().is_some()).collect();
    if is_new {
        // The contact that was followed may not be any more.
        panel.view.dialogs.report = panel.view.dialogs.report.filter(|export| offers.contains(export));
        propose(panel, &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export of the report", "Export", 560.0, |ui| {
        what(ui, panel, &folder, &offers);
        let endings: Vec<_> = chosen(panel).endings().collect();
        agreed = path_field::edit(ui, panel, &folder, &endings, is_new);
        ui.horizontal(|ui| {
            for ending in &endings {
                let is_on = panel.view.dialogs.path.ends_with(ending);
                if ui.selectable_label(is_on, ending.to_uppercase()).clicked() {
                    panel.view.dialogs.path.set_ending(ending);
                }
            }
        });
        if chosen(panel).is_picture {
            export::looks_of_pictures(ui, panel);
        }
        let pressed = path_field::buttons(ui, panel, "Export");
        (agreed, cancelled) = (agreed || pressed.0, pressed.1);
    });
    if agreed {
        agree(panel, &folder);
        path_field::keep_keyboard(ctx, panel);
    } else if cancelled || closed {
        panel.wants(Action::Answer(Answer::Cancel));
    }
}

/// What is exported: the first of all that is offered, until something else was chosen.
fn chosen(panel: &Panel<'_>) -> &'static Export {
    panel.view.dialogs.report.unwrap_or(ALL[0])
}

/// Begins with the usual name in the usual folder.
fn propose(panel: &mut Panel<'_>, folder: &std::path::Path) {
    let export = chosen(panel);
    let name = format!("{} {}", panel.sequence().name, export.name);
    let name = files::proposed_name(&name, export.usual_ending());
    path_field::start(panel, folder.join(name).display().to_string(), &[]);
}

fn what(ui: &mut egui::Ui, panel: &mut Panel<'_>, folder: &std::path::Path, offers: &[&'static Export]) {
    let words: Vec<String> = offers.iter().map(|export| export.label.to_owned()).collect();
    let now = chosen(panel);
    if let Some(Picked::Option(place)) = bare(ui, "What is exported", now.label, &words, &[], ui.available_width()) {
        panel.view.dialogs.report = Some(offers[place]);
        propose(panel, folder);
    }
    if let Some(window) = &now.window {
        look::hint(ui, window.hint);
    }
}

fn agree(panel: &mut Panel<'_>, folder: &std::path::Path) {
    let export = chosen(panel);
    let choices = Choices { picture: panel.view.dialogs.export.options, contact: panel.rehearsing.follows() };
    let typed = &mut panel.view.dialogs.path;
    let path = typed.to_save(folder, export.usual_ending()).and_then(|path| match export.form(&path) {
        Ok(_) => Ok(path),
        Err(error) => Err(error.to_string()),
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                panel.wants(Action::ExportReport(path, export, choices));
            }
        }
    }
}
