//! What came of a rehearsal as a file: what of it, where it goes, and as what.

use eframe::egui;

use super::state::State;
use super::typed::Typed;
use super::{export, path_field};
use crate::ui::context::action::{Action, Answer};
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::choice::{Picked, bare};
use crate::ui::controls::look;
use crate::ui::controls::modal::modal;
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
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut State, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    let offers = offers(panel.rehearsing.follows());
    if is_new {
        // Who is followed may be another one by now, or nobody.
        if !offers.contains(&state.report) {
            state.report = What::Report;
        }
        propose(panel, state, &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export of the report", "Export", 560.0, |ui| {
        what(ui, panel, state, &folder, &offers);
        let endings = state.report.endings();
        agreed = path_field::edit(ui, panel.theme, &mut state.path, &folder, endings, is_new);
        ui.horizontal(|ui| {
            for ending in endings {
                let is_on = state.path.ends_with(ending);
                if ui.selectable_label(is_on, ending.to_uppercase()).clicked() {
                    state.path.set_ending(ending);
                }
            }
        });
        if matches!(state.report, What::Canvas | What::Plot(_)) {
            export::looks_of_pictures(ui, &mut state.export.options);
        }
        let pressed = path_field::buttons(ui, panel.theme, &state.path, "Export");
        (agreed, cancelled) = (agreed || pressed.0, pressed.1);
    });
    if agreed {
        agree(panel, state, &folder);
        path_field::keep_keyboard(ctx, &state.path);
    } else if cancelled || closed {
        panel.wants(Action::Answer(Answer::Cancel));
    }
}

/// Begins with the usual name in the usual folder.
fn propose(panel: &DocumentView<'_>, state: &mut State, folder: &std::path::Path) {
    let what = state.report;
    let name = format!("{} {}", panel.sequence().name, what.name());
    let name = files::proposed_name(&name, what.endings()[0]);
    state.path = Typed::new(folder.join(name).display().to_string(), Vec::new());
}

fn what(ui: &mut egui::Ui, panel: &DocumentView<'_>, state: &mut State, folder: &std::path::Path, offers: &[What]) {
    let words: Vec<String> = offers.iter().map(|what| what.label().to_owned()).collect();
    let now = state.report;
    if let Some(Picked::Option(place)) = bare(ui, "What is exported", now.label(), &words, &[], ui.available_width()) {
        state.report = offers[place];
        propose(panel, state, folder);
    }
    let hint = match now {
        What::Report | What::Canvas | What::Plot(_) => "As it stands at the clock.",
        What::Table(_) => "Of the whole rehearsal, wherever the clock stands.",
        What::Planned(_) => "What comes after the clock, as events of a calendar.",
    };
    look::hint(ui, hint);
}

fn agree(panel: &mut Panel<'_>, state: &mut State, folder: &std::path::Path) {
    let (what, options) = (state.report, state.export.options);
    let typed = &mut state.path;
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
