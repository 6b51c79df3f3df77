//! Opening campaign files: progress and result. Until a file is read, the window stays as it is.

use std::path::Path;

use eframe::egui;

use super::app::App;
use super::pending::{AfterSaving, Awaited, Replaces};
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::under_way;
use crate::workbench::editor::Editor;
use crate::workbench::failure::Failure;
use crate::workbench::files;
use crate::workbench::opening::{Opening, UnderWay};

impl App {
    /// Reads the file first, so that a file that can't be read causes no question.
    pub(super) fn open(&mut self, ctx: &egui::Context, path: &Path) {
        self.begin_to_open(ctx, &files::absolute(path), Replaces::Asking);
    }

    /// Opens the file that was open last, if the user wants that. If it is gone, the window stays as it is.
    pub fn open_last(&mut self, ctx: &egui::Context) {
        // Recovery copies are offered first, since one of them may be newer than the file.
        let may_open = self.settings.opens_last && self.recovering.left.is_empty();
        let Some(path) = self.settings.recent.first().filter(|_| may_open).cloned() else { return };
        if !files::is_there(&path) {
            return self.toasts.warn(format!("{} was open last, but no longer exists", path.display()));
        }
        self.begin_to_open(ctx, &path, Replaces::Agreed);
    }

    /// Opens a file instead of the open campaign, and cancels another one that is still being opened.
    pub(super) fn begin_to_open(&mut self, ctx: &egui::Context, path: &Path, replaces: Replaces) {
        self.awaited = None;
        let wake = ctx.clone();
        match Opening::begin(path, move || wake.request_repaint()) {
            Opening::Done(ended) => self.opened(ctx, ended, replaces),
            Opening::UnderWay(file) => {
                self.view.overlay = Overlay::None;
                self.wait_for(ctx, file, replaces);
            }
        }
    }

    /// Waits for a file that is being read.
    pub(super) fn wait_for(&mut self, ctx: &egui::Context, file: UnderWay, replaces: Replaces) {
        let since = ctx.input(|input| input.time);
        self.awaited = Some(Awaited { file, since, replaces });
    }

    fn opened(&mut self, ctx: &egui::Context, ended: Result<Box<Editor>, Failure>, replaces: Replaces) {
        match ended {
            Ok(editor) => {
                self.view.trouble = None;
                match replaces {
                    Replaces::Asking => self.wish(ctx, AfterSaving::Replace(editor)),
                    Replaces::Agreed => self.fulfil(ctx, AfterSaving::Replace(editor)),
                }
            }
            Err(failure) => {
                self.view.trouble = Some(failure.to_string());
                self.view.overlay = Overlay::None;
            }
        }
    }

    /// Takes the campaign once it is read, or shows the progress.
    pub(super) fn follow_opening(&mut self, ctx: &egui::Context) {
        let Some(awaited) = &mut self.awaited else { return };
        if let Some(ended) = awaited.file.poll() {
            let replaces = awaited.replaces;
            self.awaited = None;
            return self.opened(ctx, ended, replaces);
        }
        if under_way::is_long(ctx, awaited.since) && show(ctx, &awaited.file) {
            let name = shown(awaited.file.path());
            self.awaited = None;
            self.toasts.note(format!("{name} was not opened"));
        }
    }
}

/// Draws the progress. Returns whether to cancel.
fn show(ctx: &egui::Context, file: &UnderWay) -> bool {
    let doing = format!("Opening {}", shown(file.path()));
    under_way::show(ctx, "opening", |ui| {
        ui.add(egui::Label::new(&doing).truncate());
        // Parsing comes after reading, and the parser reports no progress.
        under_way::bar(ui, &doing, Some(file.progress()).filter(|read| *read < 1.0));
        let by_key = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
        ui.button("Cancel").on_hover_text("What is open now stays open (Esc)").clicked() || by_key
    })
}

/// A file's name, short enough for a line.
fn shown(path: &Path) -> String {
    const LONGEST: usize = 40;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.chars().count() <= LONGEST {
        return name.into_owned();
    }
    name.chars().take(LONGEST).chain(['…']).collect()
}
