//! The native window: eframe, its size and settings, and the message without a display.

use std::path::Path;

use eframe::egui;

use super::app::App;
use super::pending::Replaces;
use crate::ui::context::settings::Settings;
use crate::workbench::editor::Editor;
use crate::workbench::opening::Opening;
use crate::workbench::{files, places, samples};

/// Why the window can't open. The text says what to do.
#[derive(Debug)]
pub enum NotOpened {
    /// The file can't be read or isn't a campaign.
    Unreadable(String),
    /// There is no display, or a system library is missing.
    NoDisplay(String),
}

/// Opens the window with a campaign file, else with the last one or a sample, and returns when it is closed.
///
/// # Errors
/// If the file can't be opened, or there is no display.
pub fn open(file: Option<&Path>) -> Result<(), NotOpened> {
    let zone = samples::system_zone();
    let opens_last = file.is_none();
    let (editor, awaited) = match file {
        // The window opens immediately, and shows the progress of a large file.
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
        if let Some(folder) = places::templates() {
            app.keep_templates_in(folder);
        }
        app.view.left = creation.storage.and_then(|it| eframe::get_value(it, "left side")).unwrap_or_default();
        app.view.shows_population =
            creation.storage.and_then(|it| eframe::get_value(it, "contacts panel")).unwrap_or_default();
        if let Some(path) = app.editor.path().map(Path::to_owned) {
            app.remember(path);
        }
        match awaited {
            Some(file) => app.wait_for(&creation.egui_ctx, file, Replaces::Asking),
            None if opens_last => app.open_last(&creation.egui_ctx),
            None => {}
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
