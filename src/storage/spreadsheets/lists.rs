//! Zips with CSV files or spreadsheets. Mailchimp exports a list as one: a file for each status.

use std::io::{BufRead, Write};
use std::sync::atomic::AtomicBool;

use super::archive::PackedParts;
use super::error::SheetError;
use super::info::SheetInfo;
use super::lists_join::{ListHeader, ListWriter};
use super::rows::SheetRows;

/// The files of a Mailchimp export by how their names begin, with the word for the status of the people in them. The
/// worst stands first and is read first: of a person in two of them, the first row counts.
const LISTS: [(&str, &str); 6] = [
    ("cleaned", "hard_bounce"),
    ("unsubscribed", "unsubscribed"),
    ("nonsubscribed", "non_marketable"),
    ("non_subscribed", "non_marketable"),
    ("transactional", "non_marketable"),
    ("subscribed", "confirmed"),
];

/// A file in a zip that may hold contacts.
#[derive(Debug)]
pub(super) struct ZipTable {
    pub name: String,
    /// Its place in the zip.
    pub number: usize,
    /// Whether it is a spreadsheet rather than text.
    pub is_book: bool,
    list: Option<usize>,
}

impl ZipTable {
    /// Whether it is a part of a Mailchimp export.
    pub fn is_list(&self) -> bool {
        self.list.is_some()
    }

    /// The status of the people in it.
    pub fn status(&self) -> &'static str {
        self.list.map_or("", |list| LISTS[list].1)
    }
}

/// The files in a zip that may hold contacts.
#[derive(Debug)]
pub(super) struct ZipLists {
    pub entries: Vec<ZipTable>,
}

impl ZipLists {
    pub fn of(parts: &PackedParts) -> Self {
        let tables = parts.names().enumerate().filter_map(|(number, name)| {
            let is_book = is_book(&name)?;
            let list = if is_book { None } else { list_of(&name) };
            Some(ZipTable { name, number, is_book, list })
        });
        Self { entries: tables.collect() }
    }

    /// The spreadsheet, if there is nothing else.
    pub fn only_book(&self) -> Option<&ZipTable> {
        match &self.entries[..] {
            [only] if only.is_book => Some(only),
            _ => None,
        }
    }

    /// The files to choose from.
    pub fn infos(&self) -> Result<Vec<SheetInfo>, SheetError> {
        if self.entries.is_empty() {
            let what = "a zip without a CSV file or spreadsheet";
            return Err(SheetError::NotASheet { what, instead: "Export the contacts as CSV or .xlsx" });
        }
        let info = |entry: &ZipTable| SheetInfo {
            name: entry.name.clone(),
            hidden: false,
            has_data: true,
            is_list: entry.is_list(),
            size: None,
        };
        Ok(self.entries.iter().map(info).collect())
    }

    /// Writes all files as one list, each row with the status of its file.
    pub fn join(
        &self,
        parts: &mut PackedParts,
        out: &mut impl Write,
        cancel: &AtomicBool,
    ) -> Result<SheetRows, SheetError> {
        let mut lists: Vec<&ZipTable> = self.entries.iter().filter(|entry| entry.is_list()).collect();
        lists.sort_by_key(|entry| entry.list);
        join(&lists, parts, out, cancel)
    }

    /// Writes one file, each row with its status.
    pub fn join_only(
        &self,
        entry: &ZipTable,
        parts: &mut PackedParts,
        out: &mut impl Write,
        cancel: &AtomicBool,
    ) -> Result<SheetRows, SheetError> {
        join(&[entry], parts, out, cancel)
    }
}

fn join(
    lists: &[&ZipTable],
    parts: &mut PackedParts,
    out: &mut impl Write,
    cancel: &AtomicBool,
) -> Result<SheetRows, SheetError> {
    // Files have columns of their own, such as the reason of an unsubscription.
    let mut header = ListHeader::default();
    let mut columns = Vec::new();
    for list in lists {
        columns.push(header.add(parts.bytes_at(list.number, cancel)?)?);
    }
    let packed = parts.bytes;
    let mut writer = ListWriter::new(&header, out, packed)?;
    for (list, columns) in lists.iter().zip(&columns) {
        writer.add(&list.name, list.status(), columns, parts.bytes_at(list.number, cancel)?)?;
    }
    writer.finish()
}

/// Whether a file by its name is a spreadsheet; `None` if it can't be a table, or is an auxiliary file of a system.
fn is_book(name: &str) -> Option<bool> {
    let path = name.replace('\\', "/").to_lowercase();
    let file = path.rsplit('/').next().unwrap_or_default();
    if file.starts_with('.') || file.starts_with("~$") || path.starts_with("__macosx/") {
        return None;
    }
    match file.rsplit_once('.')?.1 {
        "csv" | "tsv" | "txt" => Some(false),
        "xlsx" | "xlsm" | "xls" | "ods" => Some(true),
        _ => None,
    }
}

/// The place in [`LISTS`] of a file by its name.
fn list_of(name: &str) -> Option<usize> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let is_csv = file.ends_with(".csv");
    let begins = |list: &(&str, &str)| {
        file.strip_prefix(list.0).is_some_and(|rest| rest.starts_with(['_', '-', '.', ' ']) && is_csv)
    };
    LISTS.iter().position(begins)
}

/// Copies a file of a zip as it is, or about its first bytes.
pub(super) fn copy(
    parts: &mut PackedParts,
    number: usize,
    out: &mut impl Write,
    most: Option<u64>,
    cancel: &AtomicBool,
) -> Result<(), SheetError> {
    let mut entry = parts.bytes_at(number, cancel)?;
    let mut copied = 0;
    while most.is_none_or(|most| copied < most) {
        entry.next_token();
        let part = match entry.fill_buf() {
            Ok([]) => break,
            Ok(part) => part,
            Err(error) => return Err(entry.failed(error)),
        };
        out.write_all(part).map_err(SheetError::Unwritable)?;
        let taken = part.len();
        copied += taken as u64;
        entry.consume(taken);
    }
    Ok(())
}
