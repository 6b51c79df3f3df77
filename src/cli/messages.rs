//! Messages on standard error, and texts on standard output.

use std::io::Write;
use std::path::Path;

use crate::campaign::text::thousands;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

/// Most rejected rows that are listed; the others are counted.
const NAMED_REJECTS: usize = 10;

/// Prints a line to standard error. A failure to print is ignored.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Prints a text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = Output::create(Path::new("-"))?;
    out.write_all(text.as_bytes()).map_err(|error| out.error(error))?;
    Ok(out.finish()?)
}

/// Prints how many rows of a list were read and rejected, if any were. `place` is the word for a row: `line` or
/// `contact`.
pub fn say_rejected(list: &str, place: &str, counts: &ReadCounts) {
    if counts.rejected == 0 {
        return;
    }
    say(&format!(
        "{list}: {} of {} rows rejected, {} read:",
        thousands(counts.rejected),
        thousands(counts.rejected + counts.read),
        thousands(counts.read)
    ));
    for reject in counts.rejects.iter().take(NAMED_REJECTS) {
        say(&format!("  {place} {}: {}", reject.line, reject.reason));
    }
    let others = counts.rejected.saturating_sub(NAMED_REJECTS as u64);
    if others > 0 {
        say(&format!("  and {} more", thousands(others)));
    }
}

/// Prints how the columns of a file that isn't native are read, with its first rows, and which columns are not used.
pub fn say_mapping(file: &ContactsFile) {
    let path = file.path().display();
    let mapping = file.mapping();
    if !mapping.exact {
        let source = if file.has_saved_mapping() { "as saved next to it" } else { "as guessed" };
        let vendor = if mapping.vendor.is_empty() { String::new() } else { format!("{} file, ", mapping.vendor) };
        say(&format!("{path}: {vendor}read {source} (change with --map and --date-format):"));
        for used in &mapping.columns {
            let place = file.header().iter().position(|name| *name == used.column);
            let cells = file.samples().iter().filter_map(|row| row.get(place?)).map(|cell| short(cell));
            let cells: Vec<String> = cells.collect();
            say(&format!("  {:<24} → {:<14} {}", short(&used.column), used.field, cells.join(" | ")));
        }
    }
    let unknown = file.unknown_columns();
    if !unknown.is_empty() {
        let names: Vec<String> = unknown.iter().map(|name| format!("`{}`", short(name))).collect();
        say(&format!("{path}: columns not used: {}", names.join(", ")));
    }
}

/// A cell for a message: shortened, and without control characters.
fn short(cell: &str) -> String {
    const LONGEST: usize = 24;
    let clean = |c: char| if c.is_control() { ' ' } else { c };
    match cell.chars().count() {
        0..=LONGEST => cell.chars().map(clean).collect(),
        _ => cell.chars().take(LONGEST - 1).map(clean).chain(['…']).collect(),
    }
}
