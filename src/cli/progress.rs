//! The progress bar of long work, on a terminal only.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::simulate::run::Control;

/// Shows the progress of a [`Control`] until this is dropped.
pub struct TerminalProgress {
    over: Arc<AtomicBool>,
    shower: Option<JoinHandle<()>>,
}

/// Work that is shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_millis(200);
const STEP: Duration = Duration::from_millis(60);

impl TerminalProgress {
    /// Shows a control's progress on standard error, if that is a terminal.
    pub fn of(control: &Arc<Control>) -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let bar = ProgressBar::new(0);
        if bar.is_hidden() {
            return Self { over, shower: None };
        }
        if let Ok(style) = ProgressStyle::with_template("{msg:<13} {wide_bar} {percent:>3} %  {eta:>4}") {
            bar.set_style(style);
        }
        let (control, stop) = (Arc::clone(control), Arc::clone(&over));
        let shower = std::thread::spawn(move || {
            std::thread::park_timeout(PATIENCE);
            while !stop.load(Ordering::Relaxed) {
                bar.set_length(control.total.load(Ordering::Relaxed).max(1));
                bar.set_position(control.done.load(Ordering::Relaxed));
                bar.set_message(control.doing());
                std::thread::park_timeout(STEP);
            }
            bar.finish_and_clear();
        });
        Self { over, shower: Some(shower) }
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        if let Some(shower) = self.shower.take() {
            shower.thread().unpark();
            let _ = shower.join();
        }
    }
}
