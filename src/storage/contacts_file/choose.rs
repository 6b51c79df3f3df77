//! Decides how a file is read: by the mapping saved next to it, or by a guess.

use std::path::Path;

use crate::contacts::mapping::guess::{Guess, GuessContext};
use crate::contacts::mapping::{Mapping, MappingError};
use crate::contacts::reading::buffers::RowBuffers;
use crate::contacts::reading::columns::{CellContext, CellReader};

use super::error::{ContactsError, RowPlace};
use super::mapping_file;

/// How a file is read.
#[derive(Debug)]
pub(super) struct ChosenMapping {
    pub mapping: Mapping,
    pub reader: CellReader,
    /// Whether the mapping was saved next to the file.
    pub is_saved: bool,
    /// What the cells leave open, a sentence each.
    pub doubts: Vec<String>,
    /// Why the mapping next to the file isn't used, if there is one.
    pub passed_over: Option<String>,
}

/// Decides how a file is read. A saved mapping that a person confirmed is used if the file has its columns; another one
/// only if a fresh guess doesn't read more cells.
///
/// # Errors
/// If there is no usable mapping, or the user must be asked something.
pub(super) fn choose(
    path: &Path,
    place: &RowPlace,
    guess: GuessContext<'_>,
    reader: CellContext<'_>,
) -> Result<ChosenMapping, ContactsError> {
    let wrong =
        |source| ContactsError::Mapping { path: path.to_owned(), place: place.clone(), source: Box::new(source) };
    let make = |Guess { mapping, doubts }: Guess, is_saved: bool| {
        let feeds = mapping.resolve(guess.header, guess.directory)?;
        let reader = CellReader::new(reader, &mapping, &feeds, guess.header.len());
        let reader = reader.with_consent_of(guess.evidence);
        Ok(ChosenMapping { mapping, reader, is_saved, doubts, passed_over: None })
    };
    let fresh = || guess.guess().and_then(|fresh| make(fresh, false));
    // A mapping of another sheet says nothing about this one.
    let is_of_it = |saved: &Mapping| saved.sheet.is_none() || place.part.is_none() || saved.sheet == place.part;
    let Some(saved) = mapping_file::load(path)?.filter(is_of_it) else { return fresh().map_err(wrong) };
    let file = mapping_file::path_beside(path);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (is_confirmed, has_columns) = (saved.confirmed, saved.names_only(guess.header));
    let by_saved = guess.complete(saved.with_columns(guess.overrides)).and_then(|saved| make(saved, true));
    let why = match &by_saved {
        Ok(saved) => {
            if is_confirmed {
                return by_saved.map_err(wrong);
            }
            let Ok(fresh) = fresh() else { return by_saved.map_err(wrong) };
            let (with_saved, with_fresh) = (not_read(&saved.reader, guess), not_read(&fresh.reader, guess));
            if with_saved <= with_fresh {
                return by_saved.map_err(wrong);
            }
            let unit = if with_saved == 1 { "cell" } else { "cells" };
            format!(
                "{name} isn't used: with it, {with_saved} {unit} of the first rows can't be read, and {with_fresh} without"
            )
        }
        Err(_) if !has_columns => format!("{name} isn't used: it names columns that this file doesn't have"),
        Err(source) => return Err(unusable(source.clone(), path, place, guess)),
    };
    match fresh() {
        // A native file needs no mapping.
        Ok(fresh) if fresh.mapping.exact && !has_columns => Ok(fresh),
        Ok(fresh) => Ok(ChosenMapping { passed_over: Some(why), ..fresh }),
        // Without a guess, what is wrong with the saved mapping tells more.
        Err(source) => match by_saved {
            Err(saved) => Err(unusable(saved, path, place, guess)),
            Ok(_) => Err(wrong(source)),
        },
    }
}

/// The error for a saved mapping that can't be used: it names the mapping's file, unless the user's options are wrong.
fn unusable(source: MappingError, path: &Path, place: &RowPlace, guess: GuessContext<'_>) -> ContactsError {
    match source {
        MappingError::UnknownField(_) | MappingError::UnknownColumn(_) | MappingError::UnknownZone(_)
            if guess.overrides.columns.is_empty() =>
        {
            ContactsError::MappingFile { path: mapping_file::path_beside(path), what: source.to_string() }
        }
        source => ContactsError::Mapping { path: path.to_owned(), place: place.clone(), source: Box::new(source) },
    }
}

/// How many cells of the first rows a reader can't read.
fn not_read(reader: &CellReader, guess: GuessContext<'_>) -> u64 {
    let mut buffers = RowBuffers::default();
    let mut rejected = 0;
    for (line, row) in guess.evidence.rows {
        let cells: Vec<&str> = row.iter().map(String::as_str).collect();
        rejected += u64::from(reader.row(&cells, (*line, *line), &mut buffers).is_err());
    }
    reader.take_notes(&mut buffers).total_not_read() + rejected
}
