//! Contacts from a file: its path, its columns, and what can't be read.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{CollapsingHeader, ProgressBar, RichText, ScrollArea, Ui};
use lucide_icons::Icon;

use super::date_order;
use super::mailable;
use super::mapping;
use super::shown::ShownRehearsal;
use super::state::PopulationState;
use super::status_words;
use super::tag_sign;
use super::to_hand;
use crate::calendar::words::capital;
use crate::campaign::rehearsal::People;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::workbench::files;
use crate::workbench::population::reading::{PartialPreview, PendingPreview, PreviewRequest, ReadingResult, Trouble};
use crate::workbench::population::told::{self, Told};

/// Most notes that are open: more would push the columns out of view.
const MOST_OPEN: usize = 3;
/// Largest height of a list of rows or cells.
const LIST_HEIGHT: f32 = 160.0;
/// Seconds for which an earlier preview stays while the file is read again.
const PATIENCE: f64 = 0.4;

pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    path: &str,
    shown: &ShownRehearsal<'_>,
    kept: &mut PopulationState,
) -> Option<People> {
    let mut typed = path.to_owned();
    choose(ui, form, &mut typed, shown.file, kept);
    if typed != path {
        return Some(People::File(typed));
    }
    if path.is_empty() {
        kept.reading = None;
        look::hint(ui, "A CSV file; exports of Keap, Mailchimp, HubSpot, Google and others are understood.");
        return None;
    }
    let reading = reading(ui, form, resolved(path, shown.file), kept)?;
    let seen = steady(ui, &reading, kept);
    let mut by_hand = None;
    match (&seen.done, &seen.trouble) {
        (Some(done), _) => {
            counts(ui, done);
            mailable::show(ui, form, shown);
            if let Some(top) = &seen.top {
                status_words::show(ui, form, (&reading.question().path, top), done, kept);
            }
            // The file may differ from the earlier preview.
            let is_known = reading.seen().done.is_some();
            ui.add_enabled_ui(is_known, |ui| {
                if done.counts.read > 0 && to_hand::button(ui, done.counts.read) {
                    by_hand = Some(People::People(done.first.clone()));
                }
            });
        }
        (None, None) => progress(ui, &reading),
        (None, Some(Trouble::Stopped)) => {
            look::hint(ui, "Stopped.");
            if ui.button("Read all of it").clicked() {
                kept.reading = None;
            }
        }
        (None, Some(Trouble::UnusableMapping(why))) => {
            look::fault(ui, why);
            mapping::guess_again(ui, form, &reading.question().path, kept);
            if let Some(why) = &kept.refused {
                look::fault(ui, why);
            }
        }
        (None, Some(Trouble::Unreadable(why))) => {
            look::fault(ui, why);
            if ui.button("Try again").clicked() {
                kept.reading = None;
            }
        }
        (None, Some(Trouble::AmbiguousTags { column, example, signs })) => {
            if let Some(sign) = tag_sign::ask(ui, column, example, signs) {
                begin(ui, PreviewRequest { tags: Some(sign), ..reading.question().clone() }, kept);
            }
        }
        (None, Some(Trouble::Ambiguous { column, example })) => {
            if let Some(dates) = date_order::ask(ui, column, example) {
                begin(ui, PreviewRequest { dates: Some(dates), ..reading.question().clone() }, kept);
            }
        }
    }
    if let Some(top) = &seen.top {
        mapping::show(ui, form, &reading.question().path, top, kept);
    }
    by_hand
}

/// The preview of the file; for a short time, the earlier one while it is read again.
fn steady(ui: &Ui, reading: &PendingPreview, kept: &mut PopulationState) -> PartialPreview {
    let seen = reading.seen();
    if seen.is_final() {
        kept.earlier = None;
        return seen;
    }
    let now = ui.input(|input| input.time);
    match &kept.earlier {
        Some((earlier, since)) if now - since < PATIENCE => {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(PATIENCE));
            PartialPreview { top: seen.top.or_else(|| earlier.top.clone()), ..earlier.clone() }
        }
        _ => seen,
    }
}

/// The field for the path, typed or chosen with the system's dialog.
fn choose(ui: &mut Ui, form: &mut Form<'_>, path: &mut String, campaign: Option<&Path>, kept: &mut PopulationState) {
    look::caption(ui, "Contacts file");
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let look = FieldLook {
            width: Some(ui.available_width() - 78.0),
            bare: true,
            hint: "contacts.csv",
            ..FieldLook::default()
        };
        let read = |text: &str| meant(text, campaign);
        let folder = files::usual_folder(campaign);
        let next = |text: &str| files::completions(text, &folder, &files::CONTACTS).into_iter().next();
        field::complete_with_tab(ui, form.id("Contacts file"), path, next);
        field::typed(ui, form, "Contacts file", path, look, String::clone, read);
        if look::icon_button(ui, Icon::FolderOpen, "Choose contacts file…").clicked() {
            form.actions.push(Action::ChoosePeople);
        }
        if look::icon_button(ui, Icon::RefreshCw, "Read the file again").clicked() {
            kept.read_again(form);
        }
    });
    field::show_fault(ui, form.id("Contacts file"));
}

/// The path as the campaign stores it.
fn meant(text: &str, campaign: Option<&Path>) -> Result<String, String> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let path = files::meant(text, &files::usual_folder(campaign))?;
    Ok(files::named_from(campaign, &path))
}

/// The absolute path of the file.
fn resolved(path: &str, campaign: Option<&Path>) -> PathBuf {
    campaign.and_then(Path::parent).unwrap_or(Path::new("")).join(path)
}

/// The current preview of the file.
fn reading(ui: &Ui, form: &mut Form<'_>, path: PathBuf, kept: &mut PopulationState) -> Option<Arc<PendingPreview>> {
    let campaign = form.campaign;
    let is_current = kept.reading.as_ref().is_some_and(|reading| {
        let PreviewRequest { path: of, directory, time_zone, .. } = reading.question();
        // Other parts of the directory don't affect the file.
        let same = (&directory.users, &directory.custom_fields, time_zone)
            == (&campaign.directory.users, &campaign.directory.custom_fields, &campaign.time_zone);
        *of == path && same && !kept.is_stale
    });
    if !is_current {
        let (directory, time_zone) = (campaign.directory.clone(), campaign.time_zone.clone());
        begin(ui, PreviewRequest { path, directory, time_zone, dates: None, tags: None }, kept);
    }
    let reading = kept.reading.clone()?;
    if !kept.is_noted && reading.question().is_answered() && reading.seen().top.is_some() {
        kept.is_noted = true;
        form.actions.push(Action::Rehearse(Rehearse::Again));
    }
    Some(reading)
}

/// Starts a preview of the file, and cancels an earlier one.
fn begin(ui: &Ui, question: PreviewRequest, kept: &mut PopulationState) {
    let ctx = ui.ctx().clone();
    (kept.is_noted, kept.is_stale, kept.new_field) = (false, false, None);
    let before = kept.reading.take().filter(|before| before.question().path == question.path);
    let earlier = kept.earlier.take();
    kept.earlier = before.map(|before| before.seen()).and_then(|seen| {
        let now = ui.input(|input| input.time);
        if seen.done.is_some() { Some((seen, now)) } else { earlier }
    });
    match PendingPreview::start(question, move || ctx.request_repaint()) {
        Ok(reading) => kept.reading = Some(Arc::new(reading)),
        Err(error) => kept.refused = Some(format!("The file can't be read: {error}")),
    }
    ui.ctx().request_repaint();
}

fn progress(ui: &mut Ui, reading: &PendingPreview) {
    ui.horizontal(|ui| {
        let width = ui.available_width() - 80.0;
        ui.add(ProgressBar::new(reading.progress()).desired_width(width)).accessible_name("Reading the file");
        if ui.button("Stop").on_hover_text("Stop reading").clicked() {
            reading.stop();
        }
    });
    ui.ctx().request_repaint_after(Duration::from_millis(100));
}

/// How many contacts, rows and cells were read, and what the user should know about them.
fn counts(ui: &mut Ui, done: &ReadingResult) {
    look::sentence(ui, &format!("{}.", told::rows(&done.counts)));
    look::hint(ui, &format!("{}.", told::cells(&done.counts)));
    let (warnings, notes): (Vec<&Told>, Vec<&Told>) = done.told.iter().partition(|told| told.is_warning);
    all_told(ui, "warnings", &warnings);
    if notes.len() <= MOST_OPEN {
        return all_told(ui, "notes", &notes);
    }
    let title = RichText::new(format!("{} notes on how cells were read", notes.len()));
    CollapsingHeader::new(title.color(look::ink(ui, ColorRole::Muted))).id_salt("notes").show(ui, |ui| {
        ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| all_told(ui, "notes", &notes));
    });
}

fn all_told(ui: &mut Ui, what: &str, all: &[&Told]) {
    for (place, told) in all.iter().enumerate() {
        ui.push_id((what, place), |ui| one_told(ui, told));
    }
}

fn one_told(ui: &mut Ui, told: &Told) {
    let words = capital(&told.words);
    if told.details.is_empty() {
        return match told.is_warning {
            true => _ = look::fault(ui, &format!("{words}.")),
            false => _ = look::hint(ui, &format!("{words}.")),
        };
    }
    let color = if told.is_warning { ColorRole::Held } else { ColorRole::Muted };
    let title = RichText::new(words).color(look::ink(ui, color));
    CollapsingHeader::new(title).id_salt("details").show(ui, |ui| {
        // The mapping below can put these right, so it must stay visible.
        ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
            told.details.iter().for_each(|detail| _ = look::hint(ui, &capital(detail)));
        });
    });
}
