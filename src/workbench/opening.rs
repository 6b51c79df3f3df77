//! Opens a campaign file: a small one immediately, a large one on a background thread, so that no frame waits for it.

use std::path::{Path, PathBuf};

use crate::simulate::run::Control;

use super::editor::Editor;
use super::failure::Failure;
use super::job::Job;

/// Largest file, in bytes, that is read immediately. Larger ones have thousands of items and take longer than a frame
/// or two.
const SMALL: u64 = 1 << 20;

/// A file that is being opened.
pub enum Opening {
    /// The file was read, or can't be read.
    Done(Result<Box<Editor>, Failure>),
    /// It is being read.
    UnderWay(UnderWay),
}

/// A file that is being read. Dropping this cancels it without waiting.
pub struct UnderWay {
    path: PathBuf,
    job: Job<Result<Box<Editor>, Failure>>,
}

impl Opening {
    /// Starts to open a file. If that takes longer, `wake` is called when it has finished.
    pub fn begin(path: &Path, wake: impl Fn() + Send + 'static) -> Self {
        // A pipe has no length, and its writer may take any time.
        let is_small = std::fs::metadata(path).map_or(true, |about| !is_special(&about) && about.len() <= SMALL);
        if is_small {
            return Opening::Done(open(path, &Control::default()));
        }
        let from = path.to_owned();
        match Job::start("open", move |control| open(&from, control), wake) {
            Ok(job) => Opening::UnderWay(UnderWay { path: path.to_owned(), job }),
            // If no thread can be started, the file is read here.
            Err(_) => Opening::Done(open(path, &Control::default())),
        }
    }
}

impl UnderWay {
    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The share of the file that was read, from 0 to 1. Parsing comes after that.
    pub fn progress(&self) -> f32 {
        self.job.control().share()
    }

    /// The result, once it has finished.
    pub fn poll(&mut self) -> Option<Result<Box<Editor>, Failure>> {
        let broke_off = |why| Err(Failure::Unreadable(format!("{}: {why}", self.path.display())));
        self.job.poll().map(|ended| ended.unwrap_or_else(broke_off))
    }
}

fn open(path: &Path, control: &Control) -> Result<Box<Editor>, Failure> {
    Ok(Box::new(Editor::open_with(path, control)?))
}

/// Whether it is a pipe or a device, which may block.
#[cfg(unix)]
fn is_special(about: &std::fs::Metadata) -> bool {
    !about.is_file() && !about.is_dir()
}

#[cfg(not(unix))]
fn is_special(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;
    use crate::storage::campaign_file::to_ron;
    use crate::workbench::samples;

    fn large(folder: &tempfile::TempDir, text: &str) -> PathBuf {
        let path = folder.path().join("large.ron");
        std::fs::write(&path, text.to_owned() + &" ".repeat(SMALL as usize)).expect("a file");
        path
    }

    fn ended(path: &Path) -> Result<Box<Editor>, Failure> {
        let (called, calls) = mpsc::channel();
        let Opening::UnderWay(mut opening) = Opening::begin(path, move || called.send(()).expect("somebody")) else {
            panic!("it is large")
        };
        calls.recv_timeout(Duration::from_secs(60)).expect("a call");
        assert_eq!((opening.path(), opening.progress()), (path, 1.0));
        opening.poll().expect("it is over")
    }

    #[test]
    fn a_large_file_is_read_beside_and_a_small_one_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = to_ron(&samples::first());
        let path = large(&folder, &text);
        let editor = ended(&path).expect("a campaign");
        assert_eq!((editor.campaign(), editor.path()), (&samples::first(), Some(path.as_path())));
        let wrong = ended(&large(&folder, "(format: 1,")).expect_err("no campaign").to_string();
        assert!(wrong.contains("large.ron:1:"), "{wrong}");
        std::fs::write(&path, &text).expect("a file");
        let done = |path: &Path| match Opening::begin(path, || panic!("nothing is waited for")) {
            Opening::Done(done) => done.map(|editor| editor.campaign().clone()).map_err(|failure| failure.to_string()),
            Opening::UnderWay(_) => panic!("it is small"),
        };
        assert_eq!(done(&path), Ok(samples::first()));
        assert!(done(&folder.path().join("missing.ron")).is_err_and(|why| why.contains("missing.ron")));
        assert!(done(folder.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_that_nobody_writes_into_is_let_go_of() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe.ron");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let (called, calls) = mpsc::channel();
        let opening = Opening::begin(&pipe, move || called.send(()).expect("somebody"));
        assert!(matches!(&opening, Opening::UnderWay(_)));
        drop(opening);
        calls.recv_timeout(Duration::from_secs(5)).expect("it is over, though nobody ever wrote");
    }
}
