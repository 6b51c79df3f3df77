//! Messages on standard error, and texts on standard output.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use crate::campaign::text::one_line;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;
use crate::workbench::population::told::{self, Told};

/// Prints a line to standard error; names with line breaks don't break it. A failure to print is ignored.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", one_line(line));
}

/// Prints a text to standard output.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = Output::create(Path::new("-"))?;
    out.write_all(text.as_bytes()).map_err(|error| out.error(error))?;
    Ok(out.finish()?)
}

/// Prints how many rows of a list were read and rejected, and what else is told about them, if there is anything. `row`
/// is the word for a row: `line` or `contact`.
pub fn say_counts(list: &str, header: &[String], row: &str, counts: &ReadCounts) {
    let told = told::of_counts(counts, header, row);
    if !told.is_empty() {
        say(&format!("{list}: {}", told::rows(counts)));
    }
    say_all(list, &told);
}

fn say_all(list: &str, all: &[Told]) {
    for told in all {
        say(&format!("{list}: {}", told.words));
        told.details.iter().for_each(|detail| say(&format!("  {detail}")));
    }
}

/// Prints how the columns of a file that isn't native are read, with its first rows, which columns are not used, and
/// what is open about it.
pub fn say_mapping(file: &ContactsFile) {
    let path = file.path().display();
    if !file.mapping().exact {
        let vendor = &file.mapping().vendor;
        let source = if file.has_saved_mapping() { "as saved next to it" } else { "as guessed" };
        let vendor = if vendor.is_empty() { String::new() } else { format!("{vendor} file, ") };
        say(&format!("{path}: {vendor}read {source} (change with --map and --date-format):"));
        columns(file).lines().for_each(say);
    }
    let unknown = file.unknown_columns();
    if !unknown.is_empty() {
        let names: Vec<String> = unknown.iter().map(|name| format!("`{}`", short(name))).collect();
        say(&format!("{path}: columns not used: {}", names.join(", ")));
    }
    say_all(&path.to_string(), &told::of_file(file));
}

/// The columns that are used, each with its field and its first cells, a line each.
pub fn columns(file: &ContactsFile) -> String {
    let mut text = String::new();
    for used in &file.mapping().columns {
        let place = file.header().iter().position(|name| *name == used.column);
        let cells = file.samples().filter_map(|row| row.get(place?)).map(|cell| short(cell));
        let cells: Vec<String> = cells.collect();
        let _ = writeln!(text, "  {:<24} → {:<14} {}", short(&used.column), one_line(&used.field), cells.join(" | "));
    }
    text
}

/// A cell for a message: shortened, and on one line.
fn short(cell: &str) -> String {
    const LONGEST: usize = 24;
    let line = one_line(cell);
    match line.chars().count() {
        0..=LONGEST => line.into_owned(),
        _ => line.chars().take(LONGEST - 1).chain(['…']).collect(),
    }
}
