//! What came of a rehearsal as a file: what of it, where it goes, and as what.

use eframe::egui;

use super::{export, modal, path_field};
use crate::ui::context::action::{Action, Answer};
use crate::ui::controls::choice::{Picked, bare};
use crate::ui::controls::look;
use crate::ui::shell::app::Panel;
use crate::workbench::files;
use crate::workbench::report_files::choice::What;
use crate::workbench::report_files::plots::PlotOf;
use crate::workbench::report_files::tables::Table;

/// What can be saved, in the order in which it is offered.
fn offers(follows: Option<u64>) -> Vec<What> {
    let always = [
        What::Report,
        What::Table(Table::Events),
        What::Table(Table::Effects),
        What::Table(Table::Assignments),
        What::Canvas,
        What::Plot(PlotOf::Runs),
        What::Plot(PlotOf::Emails),
        What::Plot(PlotOf::Tasks),
        What::Planned(None),
    ];
    always.into_iter().chain(follows.map(|place| What::Planned(Some(place)))).collect()
}

/// Draws it.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    let offers = offers(panel.rehearsing.follows());
    if is_new {
        // Who is followed may be another one by now, or nobody.
        if !offers.contains(&panel.view.dialogs.report) {
            panel.view.dialogs.report = What::Report;
        }
        propose(panel, &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export of the report", "Export", 560.0, |ui| {
        what(ui, panel, &folder, &offers);
        let endings = panel.view.dialogs.report.endings();
        agreed = path_field::edit(ui, panel, &folder, endings, is_new);
        ui.horizontal(|ui| {
            for ending in endings {
                let is_on = panel.view.dialogs.path.ends_with(ending);
                if ui.selectable_label(is_on, ending.to_uppercase()).clicked() {
                    panel.view.dialogs.path.set_ending(ending);
                }
            }
        });
        if matches!(panel.view.dialogs.report, What::Canvas | What::Plot(_)) {
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

/// Begins with the usual name in the usual folder.
fn propose(panel: &mut Panel<'_>, folder: &std::path::Path) {
    let what = panel.view.dialogs.report;
    let name = format!("{} {}", panel.sequence().name, what.name());
    let name = files::proposed_name(&name, what.endings()[0]);
    path_field::start(panel, folder.join(name).display().to_string(), &[]);
}

fn what(ui: &mut egui::Ui, panel: &mut Panel<'_>, folder: &std::path::Path, offers: &[What]) {
    let words: Vec<String> = offers.iter().map(|what| what.label().to_owned()).collect();
    let now = panel.view.dialogs.report;
    if let Some(Picked::Option(place)) = bare(ui, "What is exported", now.label(), &words, &[], ui.available_width()) {
        panel.view.dialogs.report = offers[place];
        propose(panel, folder);
    }
    let hint = match now {
        What::Report | What::Canvas | What::Plot(_) => "As it stands at the clock.",
        What::Table(_) => "Of the whole rehearsal, wherever the clock stands.",
        What::Planned(_) => "What comes after the clock, as events of a calendar.",
    };
    look::hint(ui, hint);
}

fn agree(panel: &mut Panel<'_>, folder: &std::path::Path) {
    let (what, options) = (panel.view.dialogs.report, panel.view.dialogs.export.options);
    let typed = &mut panel.view.dialogs.path;
    let path = typed.to_save(folder, what.endings()[0]).and_then(|path| match what.wanted(&path, options) {
        Ok(_) => Ok(path),
        Err(error) => Err(error.to_string()),
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                panel.wants(Action::ExportReport(path, what, options));
            }
        }
    }
}
