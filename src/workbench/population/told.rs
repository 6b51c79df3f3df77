//! What is told about how a contacts file was read: the same sentences in the window and on the command line.

use crate::campaign::text::thousands;
use crate::contacts::reading::notes::{CellNotRead, CellRemark, RemarkCount};
use crate::contacts::reject::CellKind;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;

/// Something to tell about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whether contacts may be wrong, rather than only read in a way that the user should know.
    pub is_warning: bool,
    /// The sentence, without a full stop.
    pub words: String,
    /// Details, a line each.
    pub details: Vec<String>,
}

impl Told {
    fn warning(words: String) -> Self {
        Self { is_warning: true, words, details: Vec::new() }
    }

    fn note(words: String) -> Self {
        Self { is_warning: false, words, details: Vec::new() }
    }
}

/// Most cells of a column, and most rejected rows, that are given as examples.
const EXAMPLES: usize = 5;

/// What is told before the rows are read: how the file's top was understood, and what its first cells leave open.
pub fn of_file(file: &ContactsFile) -> Vec<Told> {
    let mut told = Vec::new();
    let consent: Vec<String> = file.consent_not_read().map(|name| format!("“{name}”")).collect();
    if !consent.is_empty() {
        let (columns, verb) = if consent.len() == 1 { ("column", "looks") } else { ("columns", "look") };
        told.push(Told::warning(format!(
            "{columns} {} {verb} like consent and {} not read: contacts who said no may get email. Read it into email_status",
            consent.join(", "),
            if consent.len() == 1 { "is" } else { "are" },
        )));
    }
    told.extend(file.passed_over_mapping().map(|why| Told::warning(why.to_owned())));
    told.extend(file.doubts().iter().map(|doubt| Told::warning(doubt.clone())));
    if let Some((line, text)) = file.above().first() {
        let more = file.above().len() - 1;
        let others = if more == 0 { String::new() } else { format!(" and {} more", counted(more as u64, "line")) };
        told.push(Told::note(format!(
            "the columns are named in line {}; line {line}, “{text}”{others} above it isn't read",
            file.header_line()
        )));
    }
    told
}

/// What is told after the rows were read: rows rejected and passed over, cells that could not be read, and how others
/// were read. `row` is the word for a row: `line` or `contact`.
pub fn of_counts(counts: &ReadCounts, header: &[String], row: &str) -> Vec<Told> {
    let mut told = Vec::new();
    told.extend(rejected(counts, row));
    told.extend(not_read(counts, row));
    told.extend(remarks(counts, header, row));
    told.extend(passed_over(counts, row));
    told
}

/// How many rows were read, rejected and passed over: together all rows of the file.
pub fn rows(counts: &ReadCounts) -> String {
    let all = counts.read + counts.rejected + counts.passed_over;
    let mut words = format!("{} read", counted(counts.read, "contact"));
    if counts.rejected > 0 {
        words.push_str(&format!(", {} rejected", counted(counts.rejected, "row")));
    }
    if counts.passed_over > 0 {
        words.push_str(&format!(", {} without a contact", counted(counts.passed_over, "row")));
    }
    if counts.read == all { words } else { format!("{}: {words}", counted(all, "row")) }
}

/// How many cells were read, are empty and could not be read: together all cells of the columns that are used.
pub fn cells(counts: &ReadCounts) -> String {
    let sum = counts.cells.total();
    format!(
        "{}: {} read, {} empty, {} not read",
        counted(sum.total(), "cell"),
        thousands(sum.read),
        thousands(sum.empty),
        thousands(sum.not_read)
    )
}

fn rejected(counts: &ReadCounts, row: &str) -> Option<Told> {
    if counts.rejected == 0 {
        return None;
    }
    let all = counts.read + counts.rejected + counts.passed_over;
    let words =
        format!("{} of {} rejected, {} read", thousands(counts.rejected), counted(all, "row"), thousands(counts.read));
    let shown = counts.rejects.iter().take(2 * EXAMPLES);
    let mut details: Vec<String> = shown.map(|reject| format!("{row} {}: {}", reject.line, reject.reason)).collect();
    details.extend(more(counts.rejected, details.len()));
    Some(Told { is_warning: true, words, details })
}

fn not_read(counts: &ReadCounts, row: &str) -> Option<Told> {
    let sum = counts.cells.total().not_read.max(counts.cells.not_read.len() as u64);
    if sum == 0 {
        return None;
    }
    let verb = if sum == 1 { "counts" } else { "count" };
    let has_consent = counts.cells.not_read.iter().any(|cell| cell.kind == CellKind::Status);
    let as_what = if has_consent { "empty, and a word of consent as no" } else { "empty" };
    let words = format!("{} can't be read and {verb} as {as_what}", counted(sum, "cell"));
    let shown = counts.cells.not_read.iter().take(2 * EXAMPLES);
    let mut details: Vec<String> = shown.map(|cell| not_read_line(cell, row)).collect();
    details.extend(more(sum, details.len()));
    Some(Told { is_warning: true, words, details })
}

/// The line for a cell that can't be read.
pub fn not_read_line(cell: &CellNotRead, row: &str) -> String {
    format!("{row} {}, column “{}”: “{}” {}", cell.line, cell.column, cell.text, cell.why)
}

fn more(all: u64, shown: usize) -> Option<String> {
    let others = all.saturating_sub(shown as u64);
    (others > 0).then(|| format!("and {} more", thousands(others)))
}

fn remarks(counts: &ReadCounts, header: &[String], row: &str) -> Vec<Told> {
    let told = counts.cells.remarks.iter().map(|((place, remark, meaning), count)| {
        let column = header.get(*place).map_or("", String::as_str);
        let words = remark_words(*remark, meaning, count, row);
        let words = format!("column “{column}”: {words}");
        match remark {
            CellRemark::NotAnAddress => Told::warning(words),
            CellRemark::TwoDigitYear
            | CellRemark::NoYear
            | CellRemark::NumberAsDate
            | CellRemark::WithOffset
            | CellRemark::ZoneByWord
            | CellRemark::SeveralAddresses
            | CellRemark::AddressTakenApart
            | CellRemark::WorstConsent
            | CellRemark::WordForNone => Told::note(words),
        }
    });
    told.collect()
}

fn remark_words(remark: CellRemark, meaning: &str, told: &RemarkCount, row: &str) -> String {
    let RemarkCount { count, line, text } = told;
    let cells = counted(*count, "cell");
    let first = format!("{row} {line}: “{text}”");
    match remark {
        CellRemark::TwoDigitYear => format!("{cells} with a year of two digits ({first})"),
        CellRemark::NoYear => {
            format!(
                "{cells} with a day and a month but no year ({first}): timers with the next occurrence work with them"
            )
        }
        CellRemark::NumberAsDate if meaning == "Excel's number" => {
            format!("Excel's numbers read as dates in {cells} ({first})")
        }
        CellRemark::NumberAsDate => format!("{meaning} read as dates in {cells} ({first})"),
        CellRemark::WithOffset => format!("{cells} with an offset from UTC, read as local time in {meaning} ({first})"),
        CellRemark::ZoneByWord => format!("“{text}” {meaning} ({cells}, the first in {row} {line})"),
        CellRemark::SeveralAddresses => format!("{cells} with several addresses: the first is used ({first})"),
        CellRemark::NotAnAddress => {
            let verb = if *count == 1 {
                "contact has an address that is none"
            } else {
                "contacts have an address that is none"
            };
            format!("{} {verb} ({first})", thousands(*count))
        }
        CellRemark::WordForNone => format!("{cells} with a word for no address ({first})"),
        CellRemark::AddressTakenApart => format!("{cells} taken apart into street, city and so on ({first})"),
        CellRemark::WorstConsent => {
            format!("{cells} forbid email that another column allows: {meaning} ({first})")
        }
    }
}

fn passed_over(counts: &ReadCounts, row: &str) -> Option<Told> {
    if counts.passed_over == 0 {
        return None;
    }
    let report = counts.report_lines.iter().map(|(line, text)| format!("{row} {line}: “{text}”, a line of the report"));
    let words = format!("{} without a contact passed over", counted(counts.passed_over, "row"));
    Some(Told { is_warning: false, words, details: report.collect() })
}

/// A number and its noun: `1 row`, `2,000 rows`.
fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(count))
}
