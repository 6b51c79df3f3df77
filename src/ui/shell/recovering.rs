//! Recovery: copies during work, and offering them at the next start.

use std::path::Path;

use eframe::egui;

use super::app::App;
use super::pending::AfterSaving;
use crate::ui::context::action::Recover;
use crate::ui::context::view_state::Overlay;
use crate::workbench::recovery::{Recovery, offered};

impl App {
    /// Keeps recovery copies in this folder, and offers those left there.
    pub fn use_recovery(&mut self, folder: &Path) {
        self.recovering.left = offered(folder);
        match Recovery::start(folder) {
            Ok(copies) => self.recovering.copies = Some(copies),
            Err(error) => self
                .toasts
                .warn(format!("Unsaved changes can't be backed up: {}: {error}. Save often.", folder.display())),
        }
        if !self.recovering.left.is_empty() {
            self.view.overlay = Overlay::Recovery;
        }
    }

    /// Makes copies when they are due.
    pub(super) fn keep_copies(&mut self, ctx: &egui::Context) {
        let Some(copies) = &mut self.recovering.copies else { return };
        if let Some(secs) = copies.follow(&self.editor, ctx.input(|input| input.time)) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(secs));
        }
        if let Some(why) = copies.trouble() {
            self.toasts.warn(format!("Unsaved changes couldn't be backed up: {why}. Save them now."));
        }
    }

    /// Removes the copy of the campaign that was open before.
    pub(super) fn forget_copy(&mut self) {
        let Some(copies) = &mut self.recovering.copies else { return };
        copies.forget(&self.editor);
    }

    /// Removes a recovery copy that was left behind and then opened, once this window has its own.
    pub(super) fn adopt_copy(&mut self, file: &Path) {
        let Some(copies) = &mut self.recovering.copies else { return };
        let Some(place) = self.recovering.left.iter().position(|left| left.file() == file) else { return };
        match copies.copy_now(&self.editor).and_then(|()| self.recovering.left[place].remove()) {
            Ok(()) => _ = self.recovering.left.remove(place),
            // The copy will be offered again at the next start.
            Err(error) => self.toasts.warn(format!("The recovery copy couldn't be removed: {error}")),
        }
    }

    /// Waits for the background work before the window closes.
    pub(super) fn finish_copies(&mut self) {
        if let Some(copies) = &mut self.recovering.copies {
            copies.forget(&self.editor);
            copies.finish();
        }
    }

    pub(super) fn recover(&mut self, ctx: &egui::Context, wish: Recover) {
        match wish {
            Recover::Later => self.view.overlay = Overlay::None,
            Recover::Delete(place) if place < self.recovering.left.len() => {
                let left = self.recovering.left.remove(place);
                if let Err(error) = left.remove() {
                    self.toasts.warn(format!("{}: it can't be deleted: {error}", left.file().display()));
                }
                if self.recovering.left.is_empty() {
                    self.view.overlay = Overlay::None;
                }
            }
            Recover::Open(place) if place < self.recovering.left.len() => self.open_copy(ctx, place),
            Recover::Delete(_) | Recover::Open(_) => {}
        }
    }

    fn open_copy(&mut self, ctx: &egui::Context, place: usize) {
        let left = &self.recovering.left[place];
        if let Some(editor) = left.open() {
            let file = left.file().to_owned();
            self.wish(ctx, AfterSaving::Recover(Box::new(editor), file));
        }
    }
}
