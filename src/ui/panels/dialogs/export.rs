//! The export of the open sequence as a picture: path and options.

use eframe::egui;

use super::path_field;
use super::state::{DialogState, PictureChoices};
use super::typed::TypedPath;
use crate::picture::options::{LARGEST_SCALE, Options};
use crate::picture::paper::Paper;
use crate::picture::theme::Theme;
use crate::ui::context::action::{Action, UnsavedChoice};
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::{DateOrder, Settings};
use crate::ui::controls::look;
use crate::ui::controls::modal::modal;
use crate::workbench::exports::canvas::{self, CANVAS};
use crate::workbench::exports::export::Choices;
use crate::workbench::files;

/// Draws the dialog for exporting a picture.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut DialogState, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    if is_new {
        let sequence = panel.sequence().name.clone();
        let name = files::proposed_name(&format!("{} {sequence}", panel.campaign.name), state.export.ending);
        state.path = TypedPath::to_write(folder.join(name).display().to_string(), &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export", "Export picture", 560.0, |ui| {
        let endings: Vec<_> = CANVAS.endings().collect();
        agreed = path_field::edit(ui, panel, &mut state.path, &folder, &endings, is_new);
        looks(ui, state, panel.settings);
        let pressed = path_field::buttons(ui, panel.theme, &state.path, "Export");
        (agreed, cancelled) = (agreed || pressed.0, pressed.1);
    });
    if agreed {
        agree(panel, state, &folder);
        path_field::keep_keyboard(ctx, &state.path);
    } else if cancelled || closed {
        panel.wants(Action::Answer(UnsavedChoice::Cancel));
    }
}

fn looks(ui: &mut egui::Ui, state: &mut DialogState, settings: &Settings) {
    ui.horizontal(|ui| {
        ui.label("Format");
        for ending in CANVAS.endings() {
            if ui.selectable_label(state.path.ends_with(ending), ending.to_uppercase()).clicked() {
                state.export.ending = ending;
                state.path.set_ending(ending);
            }
        }
    });
    rows(ui, 2, |ui| {
        if state.path.ends_with(files::PDF) {
            paper(ui, &mut state.export.paper, settings);
            colours(ui, &mut state.export.options);
        } else {
            looks_of_pictures(ui, &mut state.export.options);
        }
    });
}

/// Draws options in room for this number of rows, so that what is below stays in place when the format changes.
pub(super) fn rows(ui: &mut egui::Ui, count: usize, content: impl FnOnce(&mut egui::Ui)) {
    // Some controls are a little higher than others.
    let (row, gap) = (ui.spacing().interact_size.y + 2.0, ui.spacing().item_spacing.y);
    ui.vertical(|ui| {
        ui.set_min_height((count as f32 * (row + gap) - gap).max(0.0));
        content(ui);
    });
}

/// The paper of a document: the chosen one, or the usual one.
pub(super) fn paper_of(chosen: Option<Paper>, settings: &Settings) -> Paper {
    chosen.unwrap_or_else(|| match settings.dates {
        // On systems that don't tell their country, the order of dates does.
        DateOrder::MonthFirst => Paper::Letter,
        DateOrder::DayFirst | DateOrder::YearFirst => files::usual_paper(),
    })
}

/// The choice of a document's paper.
pub(super) fn paper(ui: &mut egui::Ui, chosen: &mut Option<Paper>, settings: &Settings) {
    ui.horizontal(|ui| {
        ui.label("Paper");
        let now = paper_of(*chosen, settings);
        for paper in Paper::ALL {
            if ui.selectable_label(now == paper, paper.name()).clicked() {
                *chosen = Some(paper);
            }
        }
    });
}

/// The theme and background of a picture.
pub(super) fn colours(ui: &mut egui::Ui, options: &mut Options) {
    ui.horizontal(|ui| {
        ui.selectable_value(&mut options.theme, Theme::Light, "Light");
        ui.selectable_value(&mut options.theme, Theme::Dark, "Dark");
        ui.separator();
        look::check(ui, &mut options.transparent, "Transparent");
    });
}

/// The options of a picture: theme, background and scale.
pub(super) fn looks_of_pictures(ui: &mut egui::Ui, options: &mut Options) {
    colours(ui, options);
    ui.horizontal(|ui| {
        let label = ui.label("Scale");
        let scale = &mut options.scale;
        for (times, name) in [(1.0, "1 ×"), (2.0, "2 ×"), (4.0, "4 ×")] {
            ui.selectable_value(scale, times, name);
        }
        ui.label("or");
        let is_usual = [1.0, 2.0, 4.0].contains(scale);
        let field = egui::DragValue::new(scale).range(0.1..=LARGEST_SCALE).speed(0.05);
        // One of the buttons already says a usual scale: `1.25 ×`.
        let field = field.custom_formatter(move |scale, _| match is_usual {
            true => "other".to_owned(),
            false => format!("{} ×", (scale * 100.0).round() / 100.0),
        });
        let field = field.custom_parser(|text| text.trim_end_matches(['×', ' ']).trim().parse().ok());
        ui.add(field).labelled_by(label.id);
    });
}

fn agree(panel: &mut Panel<'_>, state: &mut DialogState, folder: &std::path::Path) {
    let PictureChoices { ending, options, paper, .. } = state.export;
    let choices = Choices { picture: options, paper: paper_of(paper, panel.settings), ..Choices::default() };
    let typed = &mut state.path;
    let path = typed.to_save(folder, ending).and_then(|path| match canvas::form(&path) {
        Ok(_) => Ok(path),
        Err(error) => Err(error.to_string()),
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                // The next picture is probably of the same format.
                let of_path = CANVAS.endings().find(|ending| typed.ends_with(ending));
                state.export.ending = of_path.unwrap_or(state.export.ending);
                panel.wants(Action::ExportPicture(path, choices));
            }
        }
    }
}
