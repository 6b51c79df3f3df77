//! What is said on standard error, and texts on standard output.

use std::io::Write;
use std::path::Path;

use crate::storage::contacts_file::ReadCounts;
use crate::storage::exports::report::thousands;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

/// So many rejected rows are named; the others are counted.
const NAMED_REJECTS: usize = 10;

/// Says a line on standard error. That nobody listens is no reason to stop.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Prints a text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = Output::create(Path::new("-"))?;
    out.write_all(text.as_bytes()).map_err(|error| out.error(error))?;
    Ok(out.finish()?)
}

/// Says how many rows of a contacts file were read and rejected, if any were.
pub fn say_rejected(path: &Path, counts: &ReadCounts) {
    if counts.rejected == 0 {
        return;
    }
    say(&format!(
        "{}: {} of {} rows rejected, {} read:",
        path.display(),
        thousands(counts.rejected),
        thousands(counts.rejected + counts.read),
        thousands(counts.read)
    ));
    for reject in counts.rejects.iter().take(NAMED_REJECTS) {
        say(&format!("  line {}: {}", reject.line, reject.reason));
    }
    let others = counts.rejected.saturating_sub(NAMED_REJECTS as u64);
    if others > 0 {
        say(&format!("  and {} more", thousands(others)));
    }
}
