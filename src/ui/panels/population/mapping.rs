//! The columns of a contacts file and their fields. Each change is saved next to the file.

use std::path::Path;

use eframe::egui::{self, CollapsingHeader, RichText, Ui};
use lucide_icons::Icon;

use super::column_field::ColumnField;
use super::new_field;
use super::state::PopulationState;
use super::words;
use crate::calendar::zone;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::mapping::Mapping;
use crate::contacts::status::EmailStatus;
use crate::ui::context::action::Action;
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::field_choice::{self, EVERY_KIND};
use crate::ui::controls::form::Form;
use crate::ui::controls::look;
use crate::ui::controls::theme;
use crate::workbench::population::by_hand;
use crate::workbench::population::mapping::{self, DATE_FORMATS};
use crate::workbench::population::reading::{PreviewColumn, PreviewHeader};

/// Most columns that are listed; more can be edited in the mapping file.
const LISTED: usize = 80;
/// The width of the choice of a field.
const FIELD: f32 = 140.0;
/// The label of a column that isn't used.
const UNUSED: &str = "Not used";

pub(super) fn show(ui: &mut Ui, form: &mut Form<'_>, path: &Path, top: &PreviewHeader, kept: &mut PopulationState) {
    look::section(ui, "Columns");
    if !top.mapping.vendor.is_empty() && !top.mapping.exact {
        look::hint(ui, &format!("This looks like an export from {}.", top.mapping.vendor));
    }
    let mut now = top.mapping.clone();
    let unused = top.columns.iter().filter(|column| column.field.is_none()).count();
    if let Some(words) = words::unused(unused, top.columns.len()) {
        look::hint(ui, &words);
    }
    let mut created = None;
    for (place, column) in top.columns.iter().enumerate().take(LISTED) {
        created = one(ui, form, place, column, &mut now).or(created);
        new_field::ask(ui, form, (path, top), column, kept);
    }
    if top.columns.len() > LISTED {
        look::hint(ui, &format!("… and {} more columns", top.columns.len() - LISTED));
    }
    CollapsingHeader::new("How cells are read").id_salt("how cells are read").show(ui, |ui| cells(ui, form, &mut now));
    footer(ui, form, path, top, kept);
    if let Some(new) = created {
        return new_field::create(form, (path, top), new, kept);
    }
    if now != top.mapping {
        keep(form, path, top, &now, kept);
    }
}

pub(super) fn keep(
    form: &mut Form<'_>,
    path: &Path,
    top: &PreviewHeader,
    mapping: &Mapping,
    kept: &mut PopulationState,
) {
    match mapping::keep(path, mapping, &top.header, &form.campaign.directory) {
        Ok(saved) => {
            kept.read_again(form);
            if !top.is_kept {
                let name = saved.file_name().unwrap_or_default().to_string_lossy();
                let words = format!("How this file is read is saved next to it, in {name}");
                form.actions.push(Action::Say(words));
            }
        }
        Err(why) => kept.refused = Some(why),
    }
}

/// The button that removes the saved mapping, so that it is guessed again.
pub(super) fn guess_again(ui: &mut Ui, form: &mut Form<'_>, path: &Path, kept: &mut PopulationState) {
    let file = mapping::path_of(path);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if ui.button("Guess again").on_hover_text(format!("Removes {name}")).clicked() {
        match mapping::forget(path) {
            Ok(()) => kept.read_again(form),
            Err(why) => kept.refused = Some(why),
        }
    }
}

/// The path of the mapping, and a link to guess it again.
fn footer(ui: &mut Ui, form: &mut Form<'_>, path: &Path, top: &PreviewHeader, kept: &mut PopulationState) {
    let file = mapping::path_of(path);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    match top.is_kept {
        true => {
            let words =
                format!("How the file is read is saved in {name}, in the same folder. Keep both files together.");
            look::sentence(ui, &words);
            guess_again(ui, form, path, kept);
        }
        false => {
            let words = format!("The fields are guessed. The first change adds a file to the same folder: {name}.");
            look::sentence(ui, &words);
        }
    }
    if let Some(why) = &kept.refused {
        look::fault(ui, why);
    }
}

/// A column with its first cells, and the field that it goes into. Returns the field that the user wants to create.
fn one(
    ui: &mut Ui,
    form: &Form<'_>,
    place: usize,
    column: &PreviewColumn,
    mapping: &mut Mapping,
) -> Option<ColumnField> {
    let directory = &form.campaign.directory;
    let name = match column.name.trim() {
        "" => format!("Column {}", place + 1),
        name => name.to_owned(),
    };
    let mut created = None;
    ui.push_id(("column", place), |ui| {
        ui.horizontal(|ui| {
            let left = ui.available_width() - FIELD - ui.spacing().item_spacing.x;
            ui.allocate_ui_with_layout(egui::vec2(left, 34.0), egui::Layout::top_down(egui::Align::LEFT), |ui| {
                ui.set_width(left);
                ui.spacing_mut().item_spacing.y = 0.0;
                let heading = RichText::new(&name).family(theme::semibold()).size(12.5);
                ui.add(egui::Label::new(heading).truncate());
                let samples: Vec<&str> =
                    column.samples.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
                let samples = RichText::new(samples.join(" · ")).size(12.0);
                ui.add(
                    egui::Label::new(samples.color(look::ink(ui, crate::picture::theme::ColorRole::Muted))).truncate(),
                );
            });
            let keys: Vec<String> = by_hand::fields(directory).map(|field| field.key(directory).to_owned()).collect();
            let new = ColumnField::of(column);
            let mut options = vec![UNUSED.to_owned()];
            options.extend(new.iter().map(ColumnField::words));
            let fields = options.len();
            options.extend(keys.iter().map(|key| words::field(key, directory)));
            let shown = column.field.as_deref().map_or_else(|| UNUSED.to_owned(), |key| words::field(key, directory));
            let kinds = field_choice::nouns(EVERY_KIND);
            match choice::bare(ui, &format!("Field of {name}"), &shown, &options, &kinds, FIELD) {
                Some(PickedOption::Option(0)) => mapping::feed(mapping, &column.name, None),
                Some(PickedOption::Option(option)) if option < fields => created = new,
                Some(PickedOption::Option(option)) => {
                    mapping::feed(mapping, &column.name, Some(&keys[option - fields]));
                }
                Some(PickedOption::New(kind, typed)) => {
                    created = Some(ColumnField::named(column, &typed, EVERY_KIND[kind]));
                }
                None => {}
            }
        });
    });
    created
}

/// The settings for dates, tags, and words for status and zone.
fn cells(ui: &mut Ui, form: &Form<'_>, mapping: &mut Mapping) {
    dates(ui, form, mapping);
    let look = FieldLook { width: Some(64.0), ..FieldLook::default() };
    let some = |text: &str| {
        if text.is_empty() {
            Err("Type what is between two tags, such as a comma".to_owned())
        } else {
            Ok(text.to_owned())
        }
    };
    field::typed(ui, form, "Between two tags", &mut mapping.tag_separator, look, String::clone, some);
    let statuses = EmailStatus::ALL.map(|status| (status, words::status(status)));
    let statuses: Vec<(EmailStatus, &str)> = statuses.iter().map(|(status, words)| (*status, words.as_str())).collect();
    choice::one_of(ui, "Status where a cell is empty", &mut mapping.status_where_empty, &statuses, None);
    look::caption(ui, "Words for a status");
    let mut gone = None;
    for (word, status) in &mut mapping.statuses {
        ui.push_id(word, |ui| {
            ui.horizontal(|ui| {
                let width = ui.available_width() - FIELD - 52.0;
                ui.add_sized([width, 26.0], egui::Label::new(word.as_str()).truncate().halign(egui::Align::LEFT));
                choice::one_of(ui, &format!("Status of {word}"), status, &statuses, Some(FIELD));
                if look::icon_button(ui, Icon::Minus, &format!("Remove word {word}")).clicked() {
                    gone = Some(word.clone());
                }
            });
        });
    }
    if let Some(word) = gone {
        mapping.statuses.remove(&word);
    }
    if let Some(word) = new_word(ui, form, "New word for a status") {
        mapping.statuses.entry(word).or_default();
    }
    zones(ui, form, mapping);
}

fn dates(ui: &mut Ui, form: &Form<'_>, mapping: &mut Mapping) {
    let shown = mapping.date_format.pattern().to_owned();
    let options = DATE_FORMATS.map(str::to_owned);
    let mut format = mapping.date_format.clone();
    if let Some(PickedOption::Option(place)) = choice::choice(ui, "Date format", &shown, &options, &[]) {
        format = DateFormat::parse(&options[place]).unwrap_or(format);
    }
    let read = |text: &str| {
        DateFormat::parse(text.trim())
            .ok_or_else(|| "This isn't a date format. Try MM/DD/YYYY or D MMM YYYY h:mm A".to_owned())
    };
    field::typed(
        ui,
        form,
        "Or another format",
        &mut format,
        FieldLook::default(),
        |format| format.pattern().to_owned(),
        read,
    );
    let differs = mapping.columns.iter().filter(|known| known.date_format.is_some()).count();
    if differs > 0 {
        look::hint(ui, &format!("{differs} columns use other formats; a change applies to all."));
    }
    if format != mapping.date_format {
        mapping::set_dates(mapping, format);
    }
}

fn zones(ui: &mut Ui, form: &Form<'_>, mapping: &mut Mapping) {
    look::caption(ui, "Words for a time zone");
    let names = zone::names();
    let mut gone = None;
    for (word, zone) in &mut mapping.zones {
        ui.push_id(("zone", word), |ui| {
            ui.horizontal(|ui| {
                let width = ui.available_width() - FIELD - 52.0;
                ui.add_sized([width, 26.0], egui::Label::new(word.as_str()).truncate().halign(egui::Align::LEFT));
                let label = format!("Time zone of {word}");
                if let Some(PickedOption::Option(place)) = choice::bare(ui, &label, zone, names, &[], FIELD) {
                    zone.clone_from(&names[place]);
                }
                if look::icon_button(ui, Icon::Minus, &format!("Remove word {word}")).clicked() {
                    gone = Some(word.clone());
                }
            });
        });
    }
    if let Some(word) = gone {
        mapping.zones.remove(&word);
    }
    if let Some(word) = new_word(ui, form, "New word for a time zone") {
        mapping.zones.entry(word).or_insert_with(|| form.campaign.time_zone.clone());
    }
}

/// A line that adds a word.
fn new_word(ui: &mut Ui, form: &Form<'_>, label: &str) -> Option<String> {
    let mut word = String::new();
    let look = FieldLook { bare: true, hint: "Another word", ..FieldLook::default() };
    field::typed(ui, form, label, &mut word, look, String::clone, |text| Ok(text.trim().to_owned()));
    (!word.is_empty()).then_some(word)
}
