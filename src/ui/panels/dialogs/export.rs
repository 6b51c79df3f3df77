//! The open sequence as a picture: where it goes and how it looks.

use eframe::egui;

use super::{modal, path_field};
use crate::picture::options::{LARGEST_SCALE, Options};
use crate::picture::theme::Theme;
use crate::ui::context::action::{Action, Answer};
use crate::ui::controls::look;
use crate::ui::shell::app::Panel;
use crate::workbench::exports::canvas::{self, CANVAS};
use crate::workbench::files;

/// What is chosen of a picture; kept while the window is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chosen {
    /// The ending of a path without one.
    ending: &'static str,
    /// Light or dark, how large, with paper or without.
    pub(super) options: Options,
}

impl Default for Chosen {
    fn default() -> Self {
        Self { ending: CANVAS.usual_ending(), options: Options { scale: 2.0, ..Options::default() } }
    }
}

/// Draws it.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    if is_new {
        let sequence = panel.sequence().name.clone();
        let ending = Chosen::default().ending;
        let name = files::proposed_name(&format!("{} {sequence}", panel.campaign.name), ending);
        path_field::start(panel, folder.join(name).display().to_string(), &[]);
        panel.view.dialogs.export.ending = ending;
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export", "Export picture", 560.0, |ui| {
        agreed = path_field::edit(ui, panel, &folder, &["svg", "png"], is_new);
        looks(ui, panel);
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

fn looks(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let dialogs = &mut panel.view.dialogs;
    ui.horizontal(|ui| {
        for ending in CANVAS.endings() {
            if ui.selectable_label(dialogs.path.ends_with(ending), ending.to_uppercase()).clicked() {
                dialogs.export.ending = ending;
                dialogs.path.set_ending(ending);
            }
        }
    });
    looks_of_pictures(ui, panel);
}

/// Light or dark, with paper or without, and how large.
pub(super) fn looks_of_pictures(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let options = &mut panel.view.dialogs.export.options;
    ui.horizontal(|ui| {
        ui.selectable_value(&mut options.theme, Theme::Light, "Light");
        ui.selectable_value(&mut options.theme, Theme::Dark, "Dark");
        ui.separator();
        look::check(ui, &mut options.transparent, "Transparent");
    });
    ui.horizontal(|ui| {
        let label = ui.label("Scale");
        let scale = &mut options.scale;
        let field = egui::DragValue::new(scale).range(0.1..=LARGEST_SCALE).speed(0.05).max_decimals(2).suffix(" ×");
        ui.add(field).labelled_by(label.id);
        for (times, name) in [(1.0, "1 ×"), (2.0, "2 ×"), (4.0, "4 ×")] {
            ui.selectable_value(scale, times, name);
        }
    });
}

fn agree(panel: &mut Panel<'_>, folder: &std::path::Path) {
    let Chosen { ending, options } = panel.view.dialogs.export;
    let typed = &mut panel.view.dialogs.path;
    let path = typed.to_save(folder, ending).and_then(|path| match canvas::form(&path) {
        Ok(_) => Ok(path),
        Err(error) => Err(error.to_string()),
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                panel.wants(Action::ExportPicture(path, options));
            }
        }
    }
}
