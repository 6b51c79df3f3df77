//! A run in a run store, an SQLite database.

use std::path::Path;

use crate::simulate::run::Control;
use crate::storage::endings;
use crate::workbench::failure::Failure;
use crate::workbench::runs;
use crate::workbench::runs::repair::{Owner, Thoroughness, repair};

use super::export::{Export, ExportFormat, ExportNotes, ExportWriter, InCommand};
use super::rehearsed::RunAtInstant;

/// Adds the run to the run store that `simulate` names. The window saves runs in another way: under a name, in the
/// user's own store.
pub const STORE: Export = Export {
    name: "store",
    label: "Run store",
    forms: &[ExportFormat { endings: &endings::RUN_STORES, write: ExportWriter::Store(add) }],
    is_picture: false,
    has_times: false,
    window: None,
    command: Some(InCommand {
        place: 4,
        value: "SQLITE",
        help: "Add the run to a run store, an SQLite database",
        otherwise: endings::RUN_STORE,
    }),
};

/// Adds a run. If the store is damaged, it is first moved aside.
fn add(path: &Path, rehearsed: &RunAtInstant<'_>, control: &Control, notes: &mut ExportNotes) -> Result<(), Failure> {
    let RunAtInstant { scene, kept, now, .. } = *rehearsed;
    let repaired = repair(path, Owner::Person, Thoroughness::Thorough, now, control)?;
    notes.extend(repaired.map(|repaired| repaired.to_string()));
    let number = runs::keep(path, &runs::proposed_name(scene), scene, kept, now, control)?;
    notes.push(format!("{}: stored as run {number}", path.display()));
    Ok(())
}
