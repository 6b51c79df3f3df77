//! The choice of a sheet of a spreadsheet, or of a file of a zip.

use eframe::egui::Ui;

use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::look;
use crate::workbench::population::reading::PreviewSheets;

/// What stands for all lists of a zip.
const ALL_LISTS: &str = "All lists as one";

/// Draws the choice. Returns the sheet once the user has chosen another; an empty one for all lists of a zip.
pub(super) fn choose(ui: &mut Ui, sheets: &PreviewSheets) -> Option<String> {
    let label = if sheets.is_zip { "File in the zip" } else { "Sheet" };
    look::caption(ui, label);
    let mut options: Vec<String> = Vec::new();
    if sheets.has_lists {
        options.push(ALL_LISTS.to_owned());
    }
    options.extend(sheets.names.iter().cloned());
    let shown = match &sheets.read {
        Some(name) => name.as_str(),
        None if sheets.has_lists => ALL_LISTS,
        None => "",
    };
    let width = ui.available_width();
    let PickedOption::Option(place) = choice::bare(ui, label, shown, &options, &[], width)? else { return None };
    let picked = options.get(place)?;
    if picked == shown {
        return None;
    }
    Some(if sheets.has_lists && place == 0 { String::new() } else { picked.clone() })
}

/// Asks for a sheet where none looks like contacts.
pub(super) fn ask(ui: &mut Ui, sheets: &PreviewSheets) -> Option<String> {
    let words = match sheets.is_zip {
        true => "This zip has several files, and none looks like contacts. Choose one.",
        false => "Several sheets hold data, and none looks like contacts. Choose one.",
    };
    look::hint(ui, words);
    choose(ui, sheets)
}
