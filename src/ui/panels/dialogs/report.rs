//! The export of a rehearsal's results: which one, its path and format.

use eframe::egui;

use super::state::DialogState;
use super::typed::TypedPath;
use super::{export, path_field};
use crate::report::table_zone::TableZone;
use crate::ui::context::action::{Action, UnsavedChoice};
use crate::ui::context::panel::{DocumentView, Panel, RehearsalView};
use crate::ui::context::settings::WhoseTime;
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::dates;
use crate::ui::controls::look;
use crate::ui::controls::modal::modal;
use crate::ui::controls::shown_zone::ShownZone;
use crate::workbench::exports::export::{Choices, Export, InWindow};
use crate::workbench::exports::{ALL, in_window};
use crate::workbench::files;

/// Draws the dialog for exporting a rehearsal's results.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut DialogState, is_new: bool) {
    let folder = files::usual_folder(panel.editor.path());
    let offers: Vec<_> = in_window(panel.rehearsing.follows().is_some()).collect();
    if is_new {
        // An export of the followed contact is only offered while a contact is followed.
        state.report = state.report.filter(|export| offers.contains(export));
        propose(panel, state, &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export of the report", "Export", 560.0, |ui| {
        what(ui, panel, state, &folder, &offers);
        let endings: Vec<_> = chosen(state).endings().collect();
        look::caption(ui, "Where");
        agreed = path_field::edit(ui, panel, &mut state.path, &folder, &endings, is_new);
        ui.horizontal(|ui| {
            ui.label("Format");
            for ending in &endings {
                let is_on = state.path.ends_with(ending);
                if ui.selectable_label(is_on, ending.to_uppercase()).clicked() {
                    state.path.set_ending(ending);
                    state.ending = Some(ending);
                }
            }
        });
        options(ui, panel, state);
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

/// The options that the chosen export has in its format, in room for those of each of its formats.
fn options(ui: &mut egui::Ui, panel: &Panel<'_>, state: &mut DialogState) {
    let export = chosen(state);
    let of_picture = if export.is_picture { 2 } else { 0 };
    let of_document = if export.form_of(files::PDF).is_some() { 1 + usize::from(export.is_picture) } else { 0 };
    let room = of_picture.max(of_document) + usize::from(export.has_times);
    export::rows(ui, room, |ui| options_of_format(ui, panel, state));
}

fn options_of_format(ui: &mut egui::Ui, panel: &Panel<'_>, state: &mut DialogState) {
    let is_document = state.path.ends_with(files::PDF) && chosen(state).form_of(files::PDF).is_some();
    if is_document {
        export::paper(ui, &mut state.export.paper, panel.settings);
    }
    if chosen(state).is_picture && is_document {
        export::colours(ui, &mut state.export.options);
    } else if chosen(state).is_picture {
        export::looks_of_pictures(ui, &mut state.export.options);
    }
    if chosen(state).has_times {
        times(ui, panel, &mut state.export.times);
    }
}

/// The choice of whose local time a table shows.
fn times(ui: &mut egui::Ui, panel: &Panel<'_>, chosen: &mut Option<WhoseTime>) {
    ui.horizontal(|ui| {
        ui.label("Times");
        let now = chosen.unwrap_or(panel.settings.times);
        for whose in WhoseTime::ALL {
            let words = match whose {
                WhoseTime::Campaign => "Campaign’s",
                WhoseTime::Contact => "Each contact’s own",
                WhoseTime::Mine => "Mine",
            };
            if ui.selectable_label(now == whose, words).clicked() {
                *chosen = Some(whose);
            }
        }
    });
}

/// The chosen export; the first one until the user has chosen.
fn chosen(state: &DialogState) -> &'static Export {
    state.report.unwrap_or(ALL[0])
}

/// Proposes the usual name in the usual folder, in the format that was chosen last if the export has it.
fn propose(panel: &DocumentView<'_>, state: &mut DialogState, folder: &std::path::Path) {
    let export = chosen(state);
    let name = format!("{} {}", panel.sequence().name, export.name);
    let last = state.ending.filter(|last| export.endings().any(|ending| ending == *last));
    let name = files::proposed_name(&name, last.unwrap_or(export.usual_ending()));
    state.path = TypedPath::to_write(folder.join(name).display().to_string(), folder);
}

fn what(
    ui: &mut egui::Ui,
    panel: &RehearsalView<'_>,
    state: &mut DialogState,
    folder: &std::path::Path,
    offers: &[&'static Export],
) {
    look::caption(ui, "What");
    let words: Vec<String> = offers.iter().map(|export| export.label.to_owned()).collect();
    let now = chosen(state);
    if let Some(PickedOption::Option(place)) = bare(ui, "What to export", now.label, &words, &[], ui.available_width())
    {
        state.report = Some(offers[place]);
        propose(panel, state, folder);
    }
    if let Some(words) = now.window.as_ref().and_then(|window| part(panel, window)) {
        look::hint(ui, &words);
    }
    if chosen(state).needs_run() && panel.rehearsing.at().is_none() {
        match panel.rehearsing.trouble() {
            Some(trouble) => look::fault(ui, &format!("No rehearsal to export: {trouble}")),
            None if panel.rehearsing.is_empty() => look::fault(ui, "No contact enters, so there is nothing to export."),
            None => look::hint(ui, "Running the rehearsal…"),
        };
    }
}

/// What part of the rehearsal the file shows: `At Thu 5 Mar 2026 02:26 New York`.
fn part(panel: &RehearsalView<'_>, window: &InWindow) -> Option<String> {
    let at_clock = || {
        let zone = ShownZone::of(panel);
        let at = dates::date_time(panel.settings, zone.local_at(panel.rehearsing.at()?));
        Some(format!("At {at} {}", zone.zone().place()))
    };
    window.hint.map(str::to_owned).or_else(at_clock)
}

fn agree(panel: &mut Panel<'_>, state: &mut DialogState, folder: &std::path::Path) {
    let wanted = chosen(state);
    let chosen = state.export;
    let zone = match chosen.times.unwrap_or(panel.settings.times) {
        WhoseTime::Campaign => TableZone::Campaign,
        WhoseTime::Contact => TableZone::Contact,
        WhoseTime::Mine => TableZone::Fixed(panel.my_zone.clone()),
    };
    let paper = export::paper_of(chosen.paper, panel.settings);
    let (contact, filter) = (panel.rehearsing.follows(), state.listed.clone());
    let choices = Choices { picture: chosen.options, contact, zone, paper, filter };
    let typed = &mut state.path;
    let path = typed.to_save(folder, wanted.usual_ending()).and_then(|path| match wanted.form(&path) {
        Ok(_) => Ok(path),
        Err(error) => Err(error.to_string()),
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                state.ending = wanted.endings().find(|ending| typed.ends_with(ending)).or(state.ending);
                panel.wants(Action::ExportReport(path, wanted, choices));
            }
        }
    }
}
