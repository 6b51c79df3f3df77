//! A thread that writes recovery copies. If it is busy, only the last task counts.

use std::io;
use std::sync::Arc;

use crate::campaign::document::Campaign;
use crate::storage::recovery::{RecoveryNote, RecoverySlot};
use crate::workbench::job::{JobResult, Reporter};
use crate::workbench::worker::Worker;

/// What to do with the copy.
pub enum Task {
    /// Write a copy with this content.
    Write(RecoveryNote, Arc<Campaign>),
    /// Remove the copy from the folder.
    Clear,
}

/// The thread. When it is dropped, the last task is done first.
pub struct RecoveryWriter {
    slot: Arc<RecoverySlot>,
    worker: Worker<(u64, Task), RecoveryResult>,
    /// The number of the last task, and of the last one that was done.
    asked: u64,
    done: u64,
    trouble: Option<String>,
}

/// The number of a task, and its result.
type RecoveryResult = (u64, io::Result<()>);

impl RecoveryWriter {
    /// Starts the thread.
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(slot: Arc<RecoverySlot>) -> io::Result<Self> {
        Ok(Self { worker: worker(&slot)?, slot, asked: 0, done: 0, trouble: None })
    }

    /// Asks for a task. It replaces one that has not begun.
    pub fn ask(&mut self, task: Task) {
        self.collect();
        self.asked += 1;
        self.worker.ask((self.asked, task));
    }

    /// Waits until all tasks are done.
    pub fn wait(&mut self) {
        while self.done < self.asked {
            let done = self.worker.job().wait_for_next();
            self.take(done);
        }
    }

    /// The last error; returned once.
    pub fn trouble(&mut self) -> Option<String> {
        self.collect();
        self.trouble.take()
    }

    fn collect(&mut self) {
        while let Some(done) = self.worker.job().poll() {
            self.take(Some(done));
        }
    }

    fn take(&mut self, done: Option<JobResult<RecoveryResult>>) {
        match done {
            Some(Ok((number, result))) => {
                self.done = number;
                self.trouble = result.err().map(|error| error.to_string());
            }
            Some(Err(why)) => {
                self.done = self.asked;
                self.trouble = Some(why.to_string());
                // Start another thread for the next task, if possible.
                if let Ok(worker) = worker(&self.slot) {
                    self.worker = worker;
                }
            }
            // Without a thread, nothing will be done.
            None => self.done = self.asked,
        }
    }
}

impl Drop for RecoveryWriter {
    fn drop(&mut self) {
        self.worker.finish();
    }
}

fn worker(slot: &Arc<RecoverySlot>) -> io::Result<Worker<(u64, Task), RecoveryResult>> {
    let slot = Arc::clone(slot);
    let work = move |(number, task): (u64, Task), reporter: &Reporter<RecoveryResult>| {
        let done = match task {
            Task::Write(note, campaign) => slot.write(&note, &campaign),
            Task::Clear => slot.clear(),
        };
        reporter.tell((number, done));
    };
    Worker::start("recovery", work, || {})
}
