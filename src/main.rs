//! The `dripline` program: passes its arguments and the current time to the library, and opens the window.

use std::process::ExitCode;
use std::time::SystemTime;

use dripline::calendar::Instant;
use dripline::cli::{self, CommandLine};
use dripline::ui::shell::window;
use dripline::ui::shell::window::NotOpened;

// The program allocates ten thousand small columns a second. With glibc's allocator that takes three times as long.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::report_crashes();
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = Instant::from_utc_secs(i64::try_from(since_1970.as_secs()).unwrap_or_default());
    match cli::main(std::env::args_os(), now) {
        CommandLine::Finished(status) => status,
        CommandLine::OpenWindow(file) => match window::open(file.as_deref()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(NotOpened::Unreadable(sentence)) => cli::not_opened(&sentence, 3),
            Err(NotOpened::NoDisplay(sentence)) => cli::not_opened(&sentence, 1),
        },
    }
}
