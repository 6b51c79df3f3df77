//! A field for a file's path, which works without a system dialog.

use std::path::Path;

use eframe::egui::{self, Key, Modifiers, RichText, Role, WidgetInfo};
use lucide_icons::Icon;

use super::typed::TypedPath;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::{Action, BrowsedPath, UnsavedChoice};
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::look;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::theme::color;
use crate::workbench::files;

/// What a path that is typed is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PathUse {
    Open,
    Save,
    Contacts,
}

impl PathUse {
    /// The endings of its files.
    fn endings(self) -> &'static [&'static str] {
        match self {
            PathUse::Open | PathUse::Save => &files::CAMPAIGNS,
            PathUse::Contacts => &files::CONTACTS,
        }
    }

    /// The title of the dialog, and the words of its button.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            PathUse::Open => ("Open campaign", "Open"),
            PathUse::Save => ("Save campaign as", "Save"),
            PathUse::Contacts => ("Import contacts", "Import"),
        }
    }
}

/// Draws the field to open, to save or to import.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, typed: &mut TypedPath, is_new: bool) {
    let use_of = if panel.view.overlay == Overlay::SavePath {
        PathUse::Save
    } else if panel.view.overlay == Overlay::ContactsPath {
        PathUse::Contacts
    } else {
        PathUse::Open
    };
    let folder = match use_of {
        PathUse::Contacts => panel.settings.contacts_folder(panel.editor.path()),
        PathUse::Open | PathUse::Save => files::usual_folder(panel.editor.path()),
    };
    if is_new {
        let inside = format!("{}/", folder.display().to_string().trim_end_matches('/'));
        *typed = match (use_of, panel.editor.path()) {
            (PathUse::Save, Some(path)) => TypedPath::to_write(path.display().to_string(), &folder),
            (PathUse::Save, None) => {
                let name = files::proposed_name(&panel.campaign.name, files::CAMPAIGN);
                TypedPath::to_write(folder.join(name).display().to_string(), &folder)
            }
            (PathUse::Open | PathUse::Contacts, _) => TypedPath::to_open(inside, &folder, use_of.endings()),
        };
    }
    let (title, verb) = use_of.words();
    let (mut agreed, mut cancelled) = (false, false);
    let closed = modal(ctx, "path of a file", title, 560.0, |ui| {
        agreed = edit(ui, panel, typed, &folder, use_of.endings(), is_new);
        let pressed = buttons(ui, panel.theme, typed, verb);
        (agreed, cancelled) = (agreed || pressed.0, pressed.1);
    });
    if agreed {
        agree(panel, typed, use_of, &folder);
        keep_keyboard(ctx, typed);
    } else if cancelled || closed {
        panel.wants(Action::Answer(UnsavedChoice::Cancel));
    }
}

/// The buttons below the field. Returns whether OK and whether Cancel was pressed. The label says so if a file would
/// be replaced.
pub(super) fn buttons(ui: &mut egui::Ui, theme: Theme, typed: &TypedPath, verb: &str) -> (bool, bool) {
    ui.horizontal(|ui| {
        let replaces = typed.replaces.is_some();
        let agreed = main_button(ui, theme, if replaces { "Replace" } else { verb }).clicked();
        (agreed, other_button(ui, "Cancel").clicked())
    })
    .inner
}

/// The field with completions and errors. Returns whether Enter was pressed in it.
pub(super) fn edit(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    typed: &mut TypedPath,
    folder: &Path,
    endings: &[&str],
    is_new: bool,
) -> bool {
    // Keys are read before the field is drawn, since Tab would leave it.
    let has_keyboard = ui.memory(|memory| memory.has_focus(field_id()));
    let completes = has_keyboard
        && !typed.completions.is_empty()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    let (response, changed) = row(ui, panel, typed, folder, |ui, typed| field(ui, typed, completes, is_new));
    if is_new || std::mem::take(&mut typed.takes_keyboard) {
        response.request_focus();
    }
    if changed {
        typed.changed(folder, endings);
    }
    let opened = below(ui, panel.theme, typed, folder, endings);
    opened || response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Draws the field and, next to it, the button for the system's dialog, if there is one.
fn row<R>(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    typed: &mut TypedPath,
    folder: &Path,
    field: impl FnOnce(&mut egui::Ui, &mut TypedPath) -> R,
) -> R {
    if !panel.view.has_file_dialog {
        return field(ui, typed);
    }
    let saves = panel.view.overlay != Overlay::OpenPath;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - BROWSE).max(80.0);
        let drawn = ui.scope(|ui| {
            ui.set_max_width(width);
            field(ui, typed)
        });
        let name = if saves { "Choose folder and name…" } else { "Choose file…" };
        if look::icon_button(ui, Icon::FolderOpen, name).clicked() {
            let (folder, name) = typed.begin(folder);
            panel.wants(Action::BrowsePath(BrowsedPath { folder, name, saves }));
        }
        drawn.inner
    })
    .inner
}

/// The width of the button for the system's dialog, with the space before it.
const BROWSE: f32 = 36.0;

/// Keeps focus in the field after a path was refused, or while the dialog asks whether to replace a file.
pub(super) fn keep_keyboard(ctx: &egui::Context, typed: &TypedPath) {
    if typed.error.is_some() || typed.replaces.is_some() {
        ctx.memory_mut(|memory| memory.request_focus(field_id()));
    }
}

fn field_id() -> egui::Id {
    egui::Id::unique("typed path")
}

/// The field itself. Returns whether its text changed.
fn field(ui: &mut egui::Ui, typed: &mut TypedPath, completes: bool, is_new: bool) -> (egui::Response, bool) {
    if completes && let Some(first) = typed.completions.first() {
        typed.text.clone_from(first);
    }
    let mut output = egui::TextEdit::singleline(&mut typed.text)
        .id(field_id())
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 7))
        .show(ui);
    output.response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, "Path of the file");
        info.current_text_value = Some(typed.text.clone());
        info
    });
    if completes || is_new {
        // Typing replaces the name and keeps the folder and the ending.
        let stem = if is_new { typed.stem() } else { typed.end() };
        let [from, to] = [stem.start, stem.end].map(egui::text::CCursor::new);
        output.state.cursor.set_char_range(Some(egui::text::CCursorRange::two(from, to)));
        output.state.store(ui.ctx(), output.response.id);
    }
    let changed = output.response.changed() || completes;
    (output.response.response, changed)
}

/// Draws completions, errors, and the folder of short names. Returns whether a file was pressed twice, which opens it.
fn below(ui: &mut egui::Ui, theme: Theme, typed: &mut TypedPath, folder: &Path, endings: &[&str]) -> bool {
    let (muted, held) = (color(ColorRole::Muted, theme), color(ColorRole::Held, theme));
    if let Some(error) = &typed.error {
        let said = ui.label(RichText::new(error).color(held));
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Assertive));
    } else if let Some(path) = &typed.replaces {
        ui.label(RichText::new(format!("{} already exists.", path.display())).color(held));
    } else {
        let verb = if typed.writes { "goes in" } else { "is looked for in" };
        let hint =
            format!("A name without a folder {verb} {}. Tab completes it, ~ is your home folder.", folder.display());
        ui.label(RichText::new(hint).color(muted).small());
    }
    // While a name is typed or chosen, what is below stays in place.
    let height = if typed.writes { ROOM_TO_WRITE } else { ROOM_TO_OPEN };
    let room = egui::ScrollArea::vertical().id_salt("folders").auto_shrink([false, false]);
    let pressed = room.max_height(height).min_scrolled_height(height).show(ui, |ui| list(ui, typed)).inner;
    let Some((path, is_twice)) = pressed else { return false };
    match typed.writes || path.ends_with('/') {
        true => {
            typed.text = path;
            typed.changed(folder, endings);
        }
        // The list stays, so that a second press meets the same file.
        false => typed.choose_listed(path),
    }
    ui.ctx().memory_mut(|memory| memory.request_focus(field_id()));
    is_twice && !typed.writes && !typed.text.ends_with('/')
}

/// The height of the list of folders to write to.
const ROOM_TO_WRITE: f32 = 92.0;
/// The height of the list of files to open: all of its rows.
const ROOM_TO_OPEN: f32 = 224.0;

/// The paths that can be chosen. Returns the one that was pressed, and whether it was pressed twice.
fn list(ui: &mut egui::Ui, typed: &TypedPath) -> Option<(String, bool)> {
    ui.spacing_mut().item_spacing.y = 4.0;
    let mut chosen = None;
    for path in typed.listed() {
        let is_chosen = !typed.writes && *path == typed.text;
        let button = egui::Button::selectable(is_chosen, typed.name_in_list(path)).frame_when_inactive(is_chosen);
        let response = ui.add(button.min_size(egui::vec2(ui.available_width(), 24.0)));
        if response.clicked() {
            chosen = Some((path.clone(), response.double_clicked()));
        }
    }
    chosen
}

fn agree(panel: &mut Panel<'_>, typed: &mut TypedPath, use_of: PathUse, folder: &Path) {
    let own = panel.editor.path();
    let path = match use_of {
        PathUse::Save => typed.to_save(folder, files::CAMPAIGN),
        PathUse::Open | PathUse::Contacts => files::to_open(&typed.text, folder, use_of.endings()),
    };
    match (path, use_of) {
        (Err(error), _) => typed.error = Some(error),
        (Ok(path), PathUse::Open) => panel.wants(Action::Open(path)),
        (Ok(path), PathUse::Contacts) => panel.wants(Action::ImportContacts(path)),
        (Ok(path), PathUse::Save) => {
            if typed.may_write(&path, own) {
                panel.wants(Action::SaveTo(path));
            }
        }
    }
}
