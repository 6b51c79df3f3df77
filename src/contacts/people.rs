//! Contacts typed by hand, read by the rules of a contacts file.

use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::rehearsal::Person;

use super::block::{Block, Layout, Population};
use super::mapping::{Mapping, MappingError};
use super::reading::buffers::RowBuffers;
use super::reading::columns::{CellContext, CellReader};
use super::reading::notes::CellNotRead;
use super::reject::Reject;

/// Contacts typed by hand, as they were read.
#[derive(Clone, Debug, Default)]
pub struct TypedContacts {
    /// The contacts.
    pub population: Population,
    /// The rejected ones: their numbers, from 1, and the reasons.
    pub rejects: Vec<(u64, Reject)>,
    /// The cells that could not be read, by the number of the contact; their column is the key of the field.
    pub not_read: Vec<CellNotRead>,
}

/// Reads the contacts of a rehearsal.
///
/// The id of a contact without an `id` is its email address, else `row-N`. It is an error if a key isn't a field.
pub fn population(
    people: &[Person],
    layout: &Arc<Layout>,
    directory: &Directory,
    campaign_zone: &Zone,
    today: NaiveDate,
) -> Result<TypedContacts, MappingError> {
    let mut blocks = Vec::new();
    let mut block = Block::new(layout);
    let mut ids = FxHashSet::default();
    let context = CellContext { layout, directory, zone: campaign_zone, today };
    let (mut rejects, mut not_read) = (Vec::new(), Vec::new());
    let mut scratch = RowBuffers::default();
    for (person, number) in people.iter().zip(1..) {
        let keys: Vec<String> = person.0.keys().cloned().collect();
        let mapping = Mapping::native(&keys, directory);
        if let Some(unknown) = mapping.unknown_columns(&keys).into_iter().next() {
            return Err(MappingError::UnknownField(unknown));
        }
        let feeds = mapping.resolve(&keys, directory)?;
        let reader = CellReader::new(context, &mapping, &feeds, keys.len());
        let cells: Vec<&str> = person.0.values().map(String::as_str).collect();
        match reader.row(&cells, (number, number), &mut scratch) {
            Ok(row) if !ids.insert(row.texts[0].to_owned()) => {
                rejects.push((number, Reject::id_seen(row.texts[0])));
            }
            Ok(row) => {
                if block.is_full() {
                    blocks.push(std::mem::replace(&mut block, Block::new(layout)));
                }
                block.push(&row);
            }
            Err(reject) => rejects.push((number, reject)),
        }
        not_read.extend(reader.take_notes(&mut scratch).not_read);
    }
    blocks.push(block);
    Ok(TypedContacts { population: Population::new(blocks), rejects, not_read })
}
