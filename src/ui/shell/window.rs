//! The real window: eframe, its size, its settings, and what to say where there is no display.

use std::path::Path;

use eframe::egui;

use super::app::App;
use super::pending::Replaces;
use crate::ui::context::settings::Settings;
use crate::workbench::editor::Editor;
use crate::workbench::opening::Opening;
use crate::workbench::{files, places, samples};

/// Why there is no window; the text says what to do.
#[derive(Debug)]
pub enum NotOpened {
    /// The file can't be read or isn't a campaign.
    Unreadable(String),
    /// There is no display, or a library of the system is missing.
    NoDisplay(String),
}

/// Opens the window, with a campaign file or a sample, and stays until it is closed.
///
/// # Errors
/// If the file can't be opened, or there is no display.
pub fn open(file: Option<&Path>) -> Result<(), NotOpened> {
    let zone = samples::system_zone();
    let (editor, awaited) = match file {
        // The window is there at once, and looks by itself how far a large file is.
        Some(path) => match Opening::begin(&files::absolute(path), || {}) {
            Opening::Done(Ok(editor)) => (*editor, None),
            Opening::Done(Err(failure)) => return Err(NotOpened::Unreadable(failure.to_string())),
            Opening::UnderWay(file) => (Editor::new(&zone), Some(file)),
        },
        None => (Editor::of(samples::first()), None),
    };
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("dripline")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 480.0])
            .with_drag_and_drop(true),
        persist_window: true,
        ..eframe::NativeOptions::default()
    };
    let create = move |creation: &eframe::CreationContext<'_>| {
        let settings: Settings =
            creation.storage.and_then(|storage| eframe::get_value(storage, "settings")).unwrap_or_default();
        let mut app = App::new(&creation.egui_ctx, editor, settings, &zone);
        app.use_system_dialogs();
        if let Some(folder) = places::recovery() {
            app.use_recovery(&folder);
        }
        app.view.left = creation.storage.and_then(|it| eframe::get_value(it, "left side")).unwrap_or_default();
        if let Some(path) = app.editor.path().map(Path::to_owned) {
            app.remember(path);
        }
        if let Some(file) = awaited {
            app.wait_for(&creation.egui_ctx, file, Replaces::Asking);
        }
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Dripline", options, Box::new(create)).map_err(|error| {
        NotOpened::NoDisplay(format!(
            "no window can be opened: {error}. Without a display, use the commands `simulate`, `check`, `explain`, \
             `contacts generate` and `render`. On a desktop, these system libraries are needed: libx11-6 libx11-xcb1 \
             libxcursor1 libxi6 libxrandr2 libxkbcommon-x11-0 libegl1 libgl1"
        ))
    })
}
