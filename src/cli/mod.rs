//! The command line: arguments in, results and exit statuses out.
//!
//! **Owns** the commands of files-and-commands.md, their options, what they print and their statuses.
//! **Must not know** egui, or how anything is computed: it asks [`crate::workbench`].
//! **Start reading** at [`args`].
//! **Invariants**: results go to standard output or the named file, messages to standard error; a
//! failure is one line that says what happened, where, and what to do.

pub mod args;
mod check;
mod contacts;
mod explain;
mod interrupt;
mod messages;
mod progress;
mod simulate;
mod topics;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser};

use crate::calendar::Instant;
use crate::simulate::run::Control;
use crate::workbench::failure::Failure;

use args::{Args, Command, ContactsCommand};

/// What a command came to, if it did not fail.
enum Done {
    /// All is well.
    Well,
    /// There are findings of the worst kind.
    Findings,
}

/// Runs a command line; `now` is the present moment.
pub fn main(arguments: impl Iterator<Item = OsString>, now: Instant) -> ExitCode {
    let arguments: Vec<OsString> = arguments.collect();
    if let Some(topic) = topics::asked(&arguments) {
        return print_and_leave(&topic);
    }
    let args = match Args::try_parse_from(&arguments) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let Some(command) = args.command else {
        // Without a command there is nothing to do but to say what there is.
        return match Args::command().print_help() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => leave(Err(messages::stdout_failed(error))),
        };
    };
    let control = Arc::new(Control::default());
    interrupt::listen(&control);
    let done = match command {
        Command::Simulate(options) => simulate::simulate(&options, now, &control),
        Command::Check(options) => check::check(&options, now, &control),
        Command::Explain(options) => explain::explain(&options, now, &control),
        Command::Contacts(ContactsCommand::Generate(options)) => contacts::generate(&options, &control),
    };
    leave(done)
}

fn leave(done: Result<Done, Failure>) -> ExitCode {
    let failure = match done {
        Ok(Done::Well) => return ExitCode::SUCCESS,
        Ok(Done::Findings) => return ExitCode::from(1),
        Err(failure) => failure,
    };
    if !matches!(failure, Failure::OutputClosed) {
        messages::say(&format!("dripline: {failure}"));
    }
    ExitCode::from(match failure {
        Failure::OutputClosed => 0,
        Failure::Usage(_) => 2,
        Failure::Unreadable(_) => 3,
        Failure::Unwritable(_) => 4,
        Failure::Cancelled => 130,
    })
}

fn print_and_leave(text: &str) -> ExitCode {
    leave(messages::print(text).map(|()| Done::Well))
}
