//! A thread that writes recovery copies: of what was asked for meanwhile, only the last counts.

use std::io;
use std::sync::Arc;

use crate::campaign::document::Campaign;
use crate::storage::recovery::{Note, RecoverySlot};
use crate::workbench::job::{Answer, Reporter};
use crate::workbench::worker::Worker;

/// What is to be done with the copy.
pub enum Task {
    /// It holds this from now on.
    Write(Note, Arc<Campaign>),
    /// It is not needed any more.
    Clear,
}

/// The thread. Before it is dropped, what was asked for last is done.
pub struct Writer {
    desk: Arc<RecoverySlot>,
    worker: Worker<(u64, Task), Done>,
    /// The number of what was asked for last, and of what was done last.
    asked: u64,
    done: u64,
    trouble: Option<String>,
}

/// The number of a task, and what came of it.
type Done = (u64, io::Result<()>);

impl Writer {
    /// Starts it.
    ///
    /// # Errors
    /// If the system gives no thread.
    pub fn start(desk: Arc<RecoverySlot>) -> io::Result<Self> {
        Ok(Self { worker: worker(&desk)?, desk, asked: 0, done: 0, trouble: None })
    }

    /// Asks for something in the place of what was asked for and not begun.
    pub fn ask(&mut self, task: Task) {
        self.collect();
        self.asked += 1;
        self.worker.ask((self.asked, task));
    }

    /// Waits until nothing is left to do.
    pub fn wait(&mut self) {
        while self.done < self.asked {
            let done = self.worker.job().wait_for_next();
            self.take(done);
        }
    }

    /// What went wrong last, once.
    pub fn trouble(&mut self) -> Option<String> {
        self.collect();
        self.trouble.take()
    }

    fn collect(&mut self) {
        while let Some(done) = self.worker.job().poll() {
            self.take(Some(done));
        }
    }

    fn take(&mut self, done: Option<Answer<Done>>) {
        match done {
            Some(Ok((number, result))) => {
                self.done = number;
                self.trouble = result.err().map(|error| error.to_string());
            }
            Some(Err(why)) => {
                self.done = self.asked;
                self.trouble = Some(why.to_string());
                // What is asked for next finds a thread again, if the system gives one.
                if let Ok(worker) = worker(&self.desk) {
                    self.worker = worker;
                }
            }
            // There is no thread, and so nothing that will be done.
            None => self.done = self.asked,
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.worker.finish();
    }
}

fn worker(desk: &Arc<RecoverySlot>) -> io::Result<Worker<(u64, Task), Done>> {
    let desk = Arc::clone(desk);
    let work = move |(number, task): (u64, Task), reporter: &Reporter<Done>| {
        let done = match task {
            Task::Write(note, campaign) => desk.write(&note, &campaign),
            Task::Clear => desk.clear(),
        };
        reporter.tell((number, done));
    };
    Worker::start("recovery", work, || {})
}
