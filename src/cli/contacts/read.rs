//! `dripline contacts read`

use std::fmt::Write;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::text::one_line;
use crate::cli::args::ReadOptions;
use crate::cli::messages;
use crate::cli::progress::TerminalProgress;
use crate::cli::result::CommandResult;
use crate::cli::simulate::{overrides, pool, threads};
use crate::contacts::block::Layout;
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read_with;
use crate::storage::contacts_file::ContactsFile;
use crate::storage::contacts_file::blocks::ReadCounts;
use crate::workbench::failure::Failure;
use crate::workbench::people::RunContacts;
use crate::workbench::population::told::{self, Told};

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
    let people = RunContacts::file(&options.file, &overrides, &campaign, &layout, &zone, control)?;
    control.begin(people.doing(), people.size());
    let threads = threads(0);
    let counts = pool(threads)?.install(|| people.each_block(threads, control, &|_| {}))?;
    drop(shown);
    let RunContacts::File(file) = &people else { return Ok(CommandResult::Clean) };
    messages::print(&if options.json { as_json(file, &counts) } else { as_text(file, &counts) })?;
    Ok(if options.mapping.strict && counts.rejected > 0 { CommandResult::HasRejects } else { CommandResult::Clean })
}

/// The columns, and everything that is told, for people.
fn as_text(file: &ContactsFile, counts: &ReadCounts) -> String {
    let mut text = messages::columns(file);
    let _ = writeln!(text, "{}", told::rows(counts));
    let _ = writeln!(text, "{}", told::cells(counts));
    for Told { is_warning, words, details } in all(file, counts) {
        let _ = writeln!(text, "{}{}", if is_warning { "warning: " } else { "" }, one_line(&words));
        for detail in details {
            let _ = writeln!(text, "  {}", one_line(&detail));
        }
    }
    text
}

fn all(file: &ContactsFile, counts: &ReadCounts) -> Vec<Told> {
    let mut all = told::of_file(file);
    all.extend(told::of_counts(counts, file.header(), "line"));
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
    let rejects: Vec<Value> =
        counts.rejects.iter().map(|row| json!({"line": row.line, "reason": row.reason.to_string()})).collect();
    let not_read = counts.cells.not_read.iter();
    let not_read: Vec<Value> = not_read
        .map(|cell| json!({"line": cell.line, "column": cell.column, "text": cell.text, "why": cell.why}))
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
