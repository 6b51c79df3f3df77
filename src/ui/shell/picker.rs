//! The system's file dialogs, opened in the background: they may hang, or not exist.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui;

use crate::workbench::files;
use crate::workbench::job::{BrokeOff, Job};

/// Longest time to choose a file.
const PATIENCE: Duration = Duration::from_secs(120);
/// A faster cancel means that the system has no dialog.
const AT_ONCE: Duration = Duration::from_millis(700);

/// What a path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PathPurpose {
    Open,
    Save,
    People,
    /// The field of a dialog, for a file to open.
    FieldToOpen,
    /// The field of a dialog, for a file to write.
    FieldToSave,
}

/// The result of a dialog.
#[derive(Debug, PartialEq, Eq)]
pub enum PickedPath {
    /// This path was chosen.
    Path(PathPurpose, PathBuf),
    /// The user cancelled the dialog.
    Cancelled(PathPurpose),
    /// There is no dialog, or it doesn't answer, so the path must be typed.
    NoDialog(PathPurpose),
}

/// What a dialog is asked for.
pub struct PathRequest {
    purpose: PathPurpose,
    /// The folder that it shows.
    folder: PathBuf,
    /// The name that it proposes.
    name: String,
}

/// Shows a dialog and waits for its answer; `None` if it was cancelled, or there is no dialog.
type PathDialog = dyn Fn(PathRequest) -> Option<PathBuf> + Send + Sync;

/// Asks the system for paths.
#[derive(Default)]
pub struct Picker {
    /// The system's dialog; `None` if paths are always typed.
    dialog: Option<Arc<PathDialog>>,
    pending: Option<Pending>,
}

struct Pending {
    purpose: PathPurpose,
    asked: Instant,
    job: Job<Option<PathBuf>>,
}

impl Picker {
    /// Uses the system's dialogs.
    pub fn use_system(&mut self) {
        self.dialog = Some(Arc::new(ask_system));
    }

    /// Answers every question with this path instead of showing a dialog.
    pub fn answer_with(&mut self, path: PathBuf) {
        self.dialog = Some(Arc::new(move |_| Some(path.clone())));
    }

    /// Whether there may be a dialog.
    pub fn has_dialog(&self) -> bool {
        self.dialog.is_some()
    }

    /// Opens the system's dialog in `folder`; its answer wakes the window. Returns whether it could be opened.
    pub fn ask(&mut self, ctx: &egui::Context, purpose: PathPurpose, folder: PathBuf, name: String) -> bool {
        let Some(dialog) = self.dialog.clone() else { return false };
        let ctx = ctx.clone();
        let choose = move || dialog(PathRequest { purpose, folder, name });
        self.ask_with(purpose, choose, move || ctx.request_repaint())
    }

    fn ask_with(
        &mut self,
        purpose: PathPurpose,
        choose: impl FnOnce() -> Option<PathBuf> + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> bool {
        let job = Job::start("file dialog", |_| choose(), wake).ok();
        self.pending = job.map(|job| Pending { purpose, asked: Instant::now(), job });
        self.pending.is_some()
    }

    /// Whether an answer is awaited without which nothing can be done. A path in a field can be typed meanwhile.
    pub fn is_waiting(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| match pending.purpose {
            PathPurpose::Open | PathPurpose::Save | PathPurpose::People => true,
            PathPurpose::FieldToOpen | PathPurpose::FieldToSave => false,
        })
    }

    /// Stops waiting. Returns what the path was for.
    pub fn stop(&mut self) -> Option<PathPurpose> {
        self.pending.take().map(|pending| pending.purpose)
    }

    /// The result, if there is one yet.
    pub fn poll(&mut self, ctx: &egui::Context) -> Option<PickedPath> {
        let pending = self.pending.as_ref()?;
        let (purpose, waited) = (pending.purpose, pending.asked.elapsed());
        let picked = match pending.job.poll() {
            Some(Ok(Some(path))) => PickedPath::Path(purpose, path),
            Some(Ok(None)) if waited > AT_ONCE => PickedPath::Cancelled(purpose),
            Some(Ok(None) | Err(BrokeOff)) => PickedPath::NoDialog(purpose),
            None if waited > PATIENCE => PickedPath::NoDialog(purpose),
            None => {
                ctx.request_repaint_after(PATIENCE.saturating_sub(waited) + Duration::from_millis(10));
                return None;
            }
        };
        self.pending = None;
        Some(picked)
    }
}

/// Shows the system's dialog.
fn ask_system(PathRequest { purpose, folder, name }: PathRequest) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().set_directory(folder);
    let campaigns = |dialog: rfd::FileDialog| dialog.add_filter("Campaigns", &files::CAMPAIGNS);
    match purpose {
        PathPurpose::Open | PathPurpose::FieldToOpen => campaigns(dialog).add_filter("All files", &["*"]).pick_file(),
        PathPurpose::Save => campaigns(dialog).set_file_name(name).save_file(),
        PathPurpose::FieldToSave => dialog.set_file_name(name).save_file(),
        PathPurpose::People => {
            let dialog = dialog.add_filter("Contacts", &files::CONTACTS);
            dialog.add_filter("All files", &["*"]).pick_file()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(after: Duration, path: Option<PathBuf>) -> Option<PickedPath> {
        let ctx = egui::Context::default();
        let mut picker = Picker::default();
        let choose = move || {
            std::thread::sleep(after);
            path
        };
        assert!(picker.ask_with(PathPurpose::Open, choose, || {}));
        assert_eq!(picker.poll(&ctx), None);
        std::thread::sleep(after + Duration::from_millis(200));
        picker.poll(&ctx)
    }

    #[test]
    fn an_empty_answer_at_once_means_that_there_is_no_dialog() {
        let none = answer(Duration::from_millis(100), None);
        assert_eq!(none, Some(PickedPath::NoDialog(PathPurpose::Open)));
    }

    #[test]
    fn an_empty_answer_after_a_while_means_that_it_was_cancelled() {
        assert_eq!(answer(Duration::from_millis(800), None), Some(PickedPath::Cancelled(PathPurpose::Open)));
    }

    #[test]
    fn a_chosen_path_arrives() {
        let path = PathBuf::from("/x.ron");
        let picked = answer(Duration::from_millis(100), Some(path.clone()));
        assert_eq!(picked, Some(PickedPath::Path(PathPurpose::Open, path)));
    }

    #[test]
    fn a_dialog_that_does_not_answer_can_be_left() {
        let ctx = egui::Context::default();
        let mut picker = Picker::default();
        let (_held, never) = std::sync::mpsc::channel::<()>();
        let choose = move || {
            let _ = never.recv_timeout(Duration::from_secs(5));
            None
        };
        picker.ask_with(PathPurpose::Save, choose, || {});
        assert!(picker.is_waiting() && picker.poll(&ctx).is_none());
        assert_eq!(picker.stop(), Some(PathPurpose::Save));
        assert!(!picker.is_waiting());
    }
}
