//! Writes a picture, or a result of a rehearsal, on a background thread, so that no frame waits for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::simulate::run::Control;

use super::exports::export::{Choices, ExportFormat, ExportNotes, ExportSource, save};
use super::exports::rehearsed::RunAtInstant;
use super::failure::Failure;
use super::job::Job;
use super::picture::Drawing;
use super::population::reading::PreviewRequest;
use super::population::unread_csv::save_again;
use super::rehearse::finished::FinishedRehearsal;

/// Longest wait on exit for the thread to remove a partial file.
const FAREWELL: Duration = Duration::from_secs(2);

/// An export that is being written.
pub struct Exporting {
    path: PathBuf,
    job: Job<Result<Option<String>, String>>,
    is_over: bool,
}

/// The data that an export is written from.
pub enum ExportSubject {
    /// A sequence of a campaign, without a run.
    Sequence(Arc<Campaign>, SequenceId),
    /// A finished run with its scene.
    Run {
        /// The finished run, shared with the window.
        run: Arc<FinishedRehearsal>,
        /// The time that the clock shows.
        clock: Instant,
        /// The instant at which the file is written.
        now: Instant,
    },
}

impl Exporting {
    /// Starts to write an export in one of its formats. `wake` is called on the export's thread once it has ended.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(
        subject: ExportSubject,
        (form, choices): (&'static ExportFormat, Choices),
        path: PathBuf,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        Self::begin(path, wake, move |path, control| written(&subject, form, &choices, path, control))
    }

    /// Starts to write everything that isn't read of a contacts file as CSV, for Excel if wanted. `wake` is called as
    /// for [`Exporting::start`].
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start_unread(
        question: PreviewRequest,
        (path, for_excel): (PathBuf, bool),
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        Self::begin(path, wake, move |path, control| {
            save_again(&question, (path, for_excel), control)?;
            Ok(ExportNotes::new())
        })
    }

    fn begin(
        path: PathBuf,
        wake: impl Fn() + Send + 'static,
        write: impl FnOnce(&Path, &Control) -> Result<ExportNotes, Failure> + Send + 'static,
    ) -> std::io::Result<Self> {
        let to = path.clone();
        let work = move |control: &Control| {
            let notes = write(&to, control).map_err(|failure| sentence(&failure, &to))?;
            Ok((!notes.is_empty()).then(|| notes.join(" ")))
        };
        Ok(Self { path, job: Job::start("export", work, wake)?, is_over: false })
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The progress, from 0 to 1.
    pub fn progress(&self) -> f32 {
        self.job.control().share()
    }

    /// Cancels it. The partial file is deleted.
    pub fn cancel(&self) {
        self.job.cancel();
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.job.control().is_cancelled()
    }

    /// The result, once the export has finished: a sentence about what the file leaves out, or `None` if it leaves out
    /// nothing. An error is a sentence that names the file.
    pub fn poll(&mut self) -> Option<Result<Option<String>, String>> {
        let ended = self.job.poll()?;
        self.is_over = true;
        Some(ended.unwrap_or_else(|why| Err(format!("{}: {why}", self.path.display()))))
    }
}

impl Drop for Exporting {
    fn drop(&mut self) {
        if !self.is_over {
            self.cancel();
            self.job.wait(FAREWELL);
        }
    }
}

fn written(
    subject: &ExportSubject,
    form: &ExportFormat,
    choices: &Choices,
    path: &Path,
    control: &Control,
) -> Result<ExportNotes, Failure> {
    match subject {
        ExportSubject::Sequence(campaign, sequence) => {
            let drawing = Drawing { campaign, sequence: *sequence, counts: None };
            save(form, ExportSource::Drawing(&drawing), choices, path, control)
        }
        ExportSubject::Run { run, clock, now } => {
            let rehearsed = RunAtInstant::new(&run.scene, &run.kept, *clock, *now);
            save(form, ExportSource::Run(&rehearsed), choices, path, control)
        }
    }
}

/// The sentence for a failure. Most name the file themselves.
fn sentence(failure: &Failure, path: &Path) -> String {
    match failure {
        Failure::Usage(why) => format!("{}: {why}", path.display()),
        failure => failure.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;
    use std::sync::mpsc;

    use super::*;
    use crate::picture::options::Options;
    use crate::workbench::exports::canvas;
    use crate::workbench::samples;

    fn png(scale: f32) -> (&'static ExportFormat, Choices) {
        let choices = Choices { picture: Options { scale, ..Options::default() }, ..Choices::default() };
        (canvas::CANVAS.form_of("png").expect("a form"), choices)
    }

    fn ended(wanted: (&'static ExportFormat, Choices), path: &Path) -> Result<Option<String>, String> {
        let (called, calls) = mpsc::channel();
        let wake = move || called.send(()).expect("somebody who listens");
        let subject = ExportSubject::Sequence(Arc::new(samples::first()), SequenceId::default());
        let mut exporting = Exporting::start(subject, wanted, path.to_owned(), wake).expect("a thread");
        calls.recv().expect("a call");
        exporting.poll().expect("it is over")
    }

    #[test]
    fn the_picture_is_there_when_it_calls() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        assert_eq!(ended(png(1.0), &path), Ok(None));
        assert!(std::fs::read(&path).expect("a picture").starts_with(b"\x89PNG"));
    }

    #[test]
    fn what_goes_wrong_names_the_file_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("missing/a.png");
        let said = ended(png(1.0), &path).expect_err("no folder");
        assert!(said.contains("missing/a.png") && said.contains("doesn't exist"), "{said}");
        let path = folder.path().join("a.png");
        let said = ended(png(10.0), &path).expect_err("it is too large");
        assert!(said.contains("a.png") && said.contains("pixels"), "{said}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn what_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        let control = Control::default();
        control.cancel.store(true, Ordering::Relaxed);
        let (form, choices) = png(1.0);
        let subject = ExportSubject::Sequence(Arc::new(samples::first()), SequenceId::default());
        let stopped = written(&subject, form, &choices, &path, &control);
        assert!(matches!(stopped, Err(Failure::Cancelled)));
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }
}
