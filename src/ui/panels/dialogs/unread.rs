//! The export of everything in a contacts file that isn't read, as CSV.

use std::path::Path;

use eframe::egui;

use super::state::DialogState;
use super::typed::TypedPath;
use super::{export, path_field};
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::look;
use crate::ui::controls::modal::modal;
use crate::workbench::files;

/// Draws the dialog; `contacts` is the contacts file. Closed without an export, it leads back to the list.
pub fn show(
    ctx: &egui::Context,
    panel: &mut Panel<'_>,
    state: &mut DialogState,
    contacts: Option<&Path>,
    is_new: bool,
) {
    let folder =
        contacts.and_then(Path::parent).map_or_else(|| files::usual_folder(panel.editor.path()), Path::to_owned);
    if is_new {
        let stem = contacts.and_then(Path::file_stem).unwrap_or_default().to_string_lossy();
        let name = files::proposed_name(&format!("{stem} not read"), files::CSV);
        state.path = TypedPath::to_write(folder.join(name).display().to_string(), &folder);
    }
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "export of what is not read", "Export what isn’t read", 560.0, |ui| {
        look::hint(ui, "A row for each cell and each rejected row: line, column, kind, text and reason.");
        agreed = path_field::edit(ui, panel, &mut state.path, &folder, &[files::CSV], is_new);
        export::for_excel(ui, &mut state.export.for_excel);
        let pressed = path_field::buttons(ui, panel.theme, &state.path, "Export");
        (agreed, cancelled) = (agreed || pressed.0, pressed.1);
    });
    if agreed {
        agree(panel, state, &folder, contacts);
        path_field::keep_keyboard(ctx, &state.path);
    } else if cancelled || closed {
        panel.wants(Action::Show(Overlay::NotRead));
    }
}

fn agree(panel: &mut Panel<'_>, state: &mut DialogState, folder: &Path, contacts: Option<&Path>) {
    let typed = &mut state.path;
    let path = typed.to_save(folder, files::CSV).and_then(|path| {
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(files::CSV));
        if !is_csv {
            return Err("Name a file that ends in .csv.".to_owned());
        }
        if contacts.is_some_and(|contacts| files::is_same(contacts, &path)) {
            return Err("This is the contacts file. Name another file.".to_owned());
        }
        Ok(path)
    });
    match path {
        Err(error) => typed.error = Some(error),
        Ok(path) => {
            if typed.may_write(&path, None) {
                panel.wants(Action::ExportNotRead(path, state.export.for_excel));
            }
        }
    }
}
