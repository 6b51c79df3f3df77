//! A picture, or something of a rehearsal, on its way into its file, in a thread of its own: a frame does not wait for it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::simulate::run::Control;

use super::failure::Failure;
use super::job::Job;
use super::picture::{Wanted, save};
use super::rehearse::finished::Finished;
use super::report_files;

/// So long whoever leaves waits for the thread to take back what it began to write.
const FAREWELL: Duration = Duration::from_secs(2);

/// A picture that is being written.
pub struct Exporting {
    path: PathBuf,
    job: Job<Result<Option<String>, String>>,
    is_over: bool,
}

impl Exporting {
    /// Starts to draw a sequence as it is now; `wake` is called in the thread when it is over.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(
        campaign: Campaign,
        sequence: usize,
        wanted: Wanted<'static>,
        path: PathBuf,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let work =
            move |path: &Path, control: &Control| save(&campaign, sequence, &wanted, path, control).map(|()| None);
        Self::begin(path, work, wake)
    }

    /// Starts to write something of a finished run with the clock at an instant; `now` is the present moment.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start_report(
        run: Arc<Finished>,
        (clock, now): (Instant, Instant),
        wanted: report_files::Wanted<'static>,
        path: PathBuf,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let work = move |path: &Path, control: &Control| {
            let rehearsed = report_files::Rehearsed::new(&run.scene, &run.kept, clock, now);
            report_files::save(&rehearsed, &wanted, path, control)
        };
        Self::begin(path, work, wake)
    }

    fn begin(
        path: PathBuf,
        work: impl FnOnce(&Path, &Control) -> Result<Option<String>, Failure> + Send + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> std::io::Result<Self> {
        let to = path.clone();
        let work = move |control: &Control| work(&to, control).map_err(|failure| sentence(&failure, &to));
        Ok(Self { path, job: Job::start("export", work, wake)?, is_over: false })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How much of it is done, from 0 to 1.
    pub fn progress(&self) -> f32 {
        self.job.control().share()
    }

    /// Stops it: nothing of the picture stays.
    pub fn cancel(&self) {
        self.job.cancel();
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.job.control().is_cancelled()
    }

    /// How it ended, once it has: the file is there, with a sentence on what it leaves out, or a sentence that names
    /// the file says why it is not.
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

/// What to say of a failure; most name the file themselves.
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
    use crate::workbench::picture::Format;
    use crate::workbench::samples;

    fn wanted(scale: f32) -> Wanted<'static> {
        Wanted { format: Format::Png, options: Options { scale, ..Options::default() }, counts: None }
    }

    fn ended(wanted: Wanted<'static>, path: &Path) -> Result<Option<String>, String> {
        let (called, calls) = mpsc::channel();
        let wake = move || called.send(()).expect("somebody who listens");
        let mut exporting = Exporting::start(samples::first(), 0, wanted, path.to_owned(), wake).expect("a thread");
        calls.recv().expect("a call");
        exporting.poll().expect("it is over")
    }

    #[test]
    fn the_picture_is_there_when_it_calls() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        assert_eq!(ended(wanted(1.0), &path), Ok(None));
        assert!(std::fs::read(&path).expect("a picture").starts_with(b"\x89PNG"));
    }

    #[test]
    fn what_goes_wrong_names_the_file_and_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("missing/a.png");
        let said = ended(wanted(1.0), &path).expect_err("no folder");
        assert!(said.contains("missing/a.png") && said.contains("does not exist"), "{said}");
        let path = folder.path().join("a.png");
        let said = ended(wanted(10.0), &path).expect_err("it is too large");
        assert!(said.contains("a.png") && said.contains("pixels"), "{said}");
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn what_is_stopped_leaves_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.png");
        let control = Control::default();
        control.cancel.store(true, Ordering::Relaxed);
        assert!(matches!(save(&samples::first(), 0, &wanted(1.0), &path, &control), Err(Failure::Cancelled)));
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
    }
}
