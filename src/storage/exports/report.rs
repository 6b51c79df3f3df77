//! The report as JSON, as CSV, and as a table to read.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize as _;
use serde_json::Value;

use crate::campaign::text::{one_line, thousands};
use crate::report::table::{ItemRow, Report};
use crate::simulate::outcome::Reason;

use super::cells::push_text;

/// Writes JSON with sorted keys, one a line.
///
/// # Errors
/// If `out` can't be written.
pub fn write_json(out: &mut impl Write, value: &Value) -> io::Result<()> {
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, formatter))?;
    out.write_all(b"\n")
}

/// Writes the items as CSV: a row for each, with the columns `item_id,name,kind,reached,ran,waiting,held,skipped` and
/// one more for each reason, `skipped_draft` and so on, always all of them.
///
/// Each visit is counted in one row only, so every column can be summed. In each row, reached is the sum of ran,
/// waiting, held and skipped, and skipped is the sum of the reasons.
///
/// # Errors
/// If `out` can't be written.
pub fn write_csv(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let mut rows = b"item_id,name,kind,reached,ran,waiting,held,skipped".to_vec();
    for reason in Reason::ALL {
        write!(rows, ",skipped_{}", reason.word())?;
    }
    rows.push(b'\n');
    for row in &report.items {
        write!(rows, "{},", row.item.item)?;
        push_text(&mut rows, &row.name);
        write!(
            rows,
            ",{},{},{},{},{},{}",
            row.kind,
            row.reached,
            row.ran,
            row.waiting,
            row.held,
            row.skipped_in_all()
        )?;
        for reason in Reason::ALL {
            let count = row.skipped.iter().find(|(skipped, _)| *skipped == reason).map_or(0, |(_, count)| *count);
            write!(rows, ",{count}")?;
        }
        rows.push(b'\n');
    }
    out.write_all(&rows)
}

/// The report as text for a terminal, with a title.
pub fn to_text(title: &str, report: &Report) -> String {
    let mut text = format!("{}\n", one_line(title));
    let all: u64 = report.contacts.iter().map(|(_, count)| count).sum();
    let statuses: Vec<String> = report
        .contacts
        .iter()
        .map(|(status, count)| format!("{} {}", thousands(*count), status.label().to_lowercase()))
        .collect();
    let _ = writeln!(text, "Contacts: {} ({})\n", thousands(all), statuses.join(", "));
    let name_width = report.items.iter().map(|row| label(row).chars().count()).max().unwrap_or(4).clamp(4, 44);
    let _ = writeln!(
        text,
        "{:>6}  {:<name_width$}  {:>11}  {:>11}  {:>9}  {:>9}  {:>9}",
        "item", "name", "reached", "ran", "waiting", "held", "skipped"
    );
    for row in &report.items {
        write_row(&mut text, row, name_width);
    }
    text
}

fn write_row(text: &mut String, row: &ItemRow, name_width: usize) {
    let label: String = match label(row) {
        label if label.chars().count() > name_width => label.chars().take(name_width - 1).chain(['…']).collect(),
        label => label,
    };
    let _ = write!(
        text,
        "{:>6}  {label:<name_width$}  {:>11}  {:>11}  {:>9}  {:>9}  {:>9}",
        row.item.item,
        thousands(row.reached),
        thousands(row.ran),
        thousands(row.waiting),
        thousands(row.held),
        thousands(row.skipped_in_all())
    );
    let reasons: Vec<String> =
        row.skipped.iter().map(|(reason, count)| format!("{} {}", thousands(*count), reason.brief())).collect();
    if !reasons.is_empty() {
        let _ = write!(text, "  {}", reasons.join(", "));
    }
    text.push('\n');
}

/// The name, or the kind of an item without one.
fn label(row: &ItemRow) -> String {
    one_line(row.called()).into_owned()
}
