//! `dripline contacts read`

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::document::{Campaign, Rules};
use crate::cli::args::ReadOptions;
use crate::cli::messages;
use crate::cli::progress::TerminalProgress;
use crate::cli::result::CommandResult;
use crate::cli::simulate::{overrides, threads};
use crate::contacts::block::Layout;
use crate::contacts::row_kind::{RowKind, column_letters};
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read_with;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::storage::endings;
use crate::workbench::failure::Failure;
use crate::workbench::files::is_same;
use crate::workbench::people::RunContacts;
use crate::workbench::population::told::{self, Told};
use crate::workbench::population::unread_csv;

/// Runs `dripline contacts read`.
pub(in crate::cli) fn read(options: &ReadOptions, control: &Arc<Control>) -> Result<CommandResult, Failure> {
    let campaign = match &options.campaign {
        Some(path) => read_with(path, control)?.campaign,
        None => Campaign::unnamed("UTC", Rules::default(), Directory::default()),
    };
    let zone = Zone::named(&campaign.time_zone).unwrap_or_else(Zone::utc);
    let layout = Layout::new(&campaign.directory);
    let shown = TerminalProgress::of(control);
    let overrides = overrides(&options.mapping)?;
    not_the_same(options)?;
    let people = RunContacts::file(&options.file, &overrides, &campaign, &layout, &zone, control)?;
    let RunContacts::File(file) = &people else { return Ok(CommandResult::Clean) };
    control.begin(people.doing(), people.size());
    let counts = match &options.not_read {
        None => people.each_block(threads(0), control, &|_| {})?,
        Some(path) => unread_csv::save(file, (path, options.excel), threads(0), control)?,
    };
    drop(shown);
    if options.not_read.as_deref() != Some(Path::new("-")) {
        messages::print(&if options.json { as_json(file, &counts) } else { as_text(file, &counts) })?;
    }
    Ok(if options.mapping.strict && counts.rejected > 0 { CommandResult::HasRejects } else { CommandResult::Clean })
}

/// Checks the name of the file for what isn't read.
///
/// # Errors
/// If it doesn't end in `.csv`, or is the contacts file.
fn not_the_same(options: &ReadOptions) -> Result<(), Failure> {
    let Some(path) = options.not_read.as_deref().filter(|path| *path != Path::new("-")) else { return Ok(()) };
    let wrong = |why: &str| Err(Failure::Usage(format!("--not-read {}: {why}", path.display())));
    if !matches!(endings::of(path).as_str(), "" | endings::CSV) {
        return wrong("Name a file that ends in .csv.");
    }
    match is_same(path, &options.file) {
        true => wrong("it would replace a file that this command reads. Name another file"),
        false => Ok(()),
    }
}

/// The columns, and everything that is told, for people.
fn as_text(file: &ContactsFile, counts: &ReadCounts) -> String {
    let mut text = messages::columns(file);
    let _ = writeln!(text, "{}", told::rows(counts));
    let _ = writeln!(text, "{}", told::cells(counts));
    for line in messages::lines(all(file, counts)) {
        let _ = writeln!(text, "{line}");
    }
    text
}

fn all(file: &ContactsFile, counts: &ReadCounts) -> Vec<Told> {
    let mut all = told::of_file(file);
    all.extend(told::of_counts(counts, file.header(), file.row_kind()));
    // What may be wrong comes first.
    all.sort_by_key(|told| !told.is_warning);
    all
}

fn as_json(file: &ContactsFile, counts: &ReadCounts) -> String {
    let mapping = file.mapping();
    let columns = file.header().iter().enumerate().map(|(at, name)| {
        let used = mapping.columns.iter().find(|used| used.column == *name);
        let cells = counts.cells.columns.get(at).copied().filter(|_| used.is_some()).unwrap_or_default();
        let format = used.map(|used| used.date_format.as_ref().unwrap_or(&mapping.date_format).pattern().to_owned());
        let samples: Vec<&str> = file.samples().filter_map(|row| row.get(at)).map(String::as_str).collect();
        json!({
            "column": name,
            "field": used.map(|used| used.field.as_str()),
            "date_format": format,
            "samples": samples,
            "read": cells.read,
            "empty": cells.empty,
            "not_read": cells.not_read,
        })
    });
    let columns: Vec<Value> = columns.collect();
    let rejects: Vec<Value> = counts
        .rejects
        .iter()
        .map(|row| json!({"line": row.line, "file": row.file, "reason": row.reason.words(file.row_kind())}))
        .collect();
    let not_read = counts.cells.not_read.iter();
    let not_read: Vec<Value> = not_read
        .map(|cell| {
            let letters = told::column_of(cell, file.header()).map(column_letters);
            let place = letters.filter(|_| file.row_kind() == RowKind::SheetRow);
            json!({
                "line": cell.line,
                "file": cell.file,
                "cell": place.map(|letters| format!("{letters}{}", cell.line)),
                "column": cell.column,
                "text": cell.text,
                "why": cell.why,
            })
        })
        .collect();
    let told: Vec<Value> = all(file, counts)
        .into_iter()
        .map(|told| json!({"warning": told.is_warning, "words": told.words, "details": told.details}))
        .collect();
    let rows = counts.read + counts.rejected + counts.passed_over;
    let sum = counts.cells.total();
    let answer = json!({
        "program": mapping.vendor,
        "header_line": file.header_line(),
        "sheet": file.sheet().map(|sheet| json!({
            "name": sheet.name,
            "all": sheet.all.iter().map(|one| json!({"name": one.name, "hidden": one.hidden, "has_data": one.has_data}))
                .collect::<Vec<Value>>(),
        })),
        "tag_separator": mapping.tag_separator,
        "columns": columns,
        "rows": {"all": rows, "read": counts.read, "rejected": counts.rejected, "passed_over": counts.passed_over},
        "cells": {"all": sum.total(), "read": sum.read, "empty": sum.empty, "not_read": sum.not_read},
        "rejected": rejects,
        "not_read": not_read,
        "told": told,
    });
    format!("{answer:#}\n")
}
