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
pub mod exports;
mod interrupt;
mod messages;
mod progress;
mod render;
mod result;
mod simulate;
mod topics;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use crate::calendar::Instant;
use crate::simulate::run::Control;
use crate::workbench::failure::Failure;
use crate::workbench::places;
use crate::workbench::recovery::crash;

use args::{Args, CliCommand, ContactsCommand};
use result::CommandResult;

/// The result of a command line.
pub enum CommandLine {
    /// The command is done, or failed, with this exit status.
    Finished(ExitCode),
    /// The window should open, with this campaign or the sample.
    OpenWindow(Option<PathBuf>),
}

/// Runs a command line; `now` is the current time.
pub fn main(arguments: impl Iterator<Item = OsString>, now: Instant) -> CommandLine {
    match answer(arguments, now) {
        Ok(status) => CommandLine::Finished(status),
        Err(file) => CommandLine::OpenWindow(file),
    }
}

/// Installs the panic hook: a panic first saves a copy of the window's unsaved work, then writes a crash report without
/// user data.
pub fn report_crashes() {
    crash::install(places::crashes(), |told| messages::say(&format!("dripline: {told}")));
}

/// Prints why the window did not open. The status is 3 for a file that can't be read, 1 without a display.
pub fn not_opened(sentence: &str, status: u8) -> ExitCode {
    messages::say(&format!("dripline: {sentence}"));
    ExitCode::from(status)
}

/// The exit status, or the file to open in the window.
fn answer(arguments: impl Iterator<Item = OsString>, now: Instant) -> Result<ExitCode, Option<PathBuf>> {
    let arguments: Vec<OsString> = arguments.collect();
    if let Some(topic) = topics::asked(&arguments) {
        return Ok(print_and_leave(&topic));
    }
    let args = match Args::try_parse_from(&arguments) {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return Ok(ExitCode::from(if error.use_stderr() { 2 } else { 0 }));
        }
    };
    let Some(command) = args.command else { return Err(None) };
    if let CliCommand::Open { campaign } = command {
        return Err(Some(campaign));
    }
    let control = Arc::new(Control::default());
    interrupt::listen(&control);
    let done = match command {
        CliCommand::Simulate(options) => simulate::simulate(&options, now, &control),
        CliCommand::Check(options) => check::check(&options, now, &control),
        CliCommand::Explain(options) => explain::explain(&options, now, &control),
        CliCommand::Render(options) => render::render(&options, &control),
        CliCommand::Open { .. } => Ok(CommandResult::Clean),
        CliCommand::Contacts(ContactsCommand::Generate(options)) => contacts::generate(&options, &control),
        CliCommand::Contacts(ContactsCommand::Read(options)) => contacts::read::read(&options, &control),
    };
    Ok(leave(done))
}

fn leave(done: Result<CommandResult, Failure>) -> ExitCode {
    let failure = match done {
        Ok(CommandResult::Clean) => return ExitCode::SUCCESS,
        Ok(CommandResult::HasErrors) => return ExitCode::from(1),
        Ok(CommandResult::HasRejects) => return ExitCode::from(3),
        Err(failure) => failure,
    };
    if !matches!(failure, Failure::OutputClosed) {
        messages::say(&format!("dripline: {failure}{}", option_to_give(&failure)));
    }
    ExitCode::from(match failure {
        Failure::OutputClosed => 0,
        Failure::Usage(_) | Failure::DateOrder(_) | Failure::TagSeparator(_) | Failure::SheetChoice(_) => 2,
        Failure::Unreadable(_) => 3,
        Failure::Unwritable(_) => 4,
        Failure::Cancelled => 130,
    })
}

/// The option that would avoid a failure, if there is one.
fn option_to_give(failure: &Failure) -> &'static str {
    match failure {
        Failure::DateOrder(_) => {
            ". Say which with --date-format, for example --date-format MM/DD/YYYY or --date-format DD/MM/YYYY"
        }
        Failure::TagSeparator(_) => {
            ". Say which with --tag-separator, for example --tag-separator \",\", or --tag-separator \"\" for one tag a cell"
        }
        Failure::SheetChoice(_) => ". Say which with --sheet NAME",
        _ => "",
    }
}

fn print_and_leave(text: &str) -> ExitCode {
    leave(messages::print(text).map(|()| CommandResult::Clean))
}
