//! Contacts typed by hand, read by the rules of a contacts file.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::rehearsal::Person;

use super::block::{Block, Layout, Population};
use super::cells::{CellReader, RowBuffers};
use super::mapping::{Mapping, MappingError};
use super::reject::Reject;

/// The contacts of a rehearsal, and the rejected ones: their numbers, from 1, and the reasons.
///
/// The id of a contact without an `id` is its email address, else `row-N`. It is an error if a key isn't a field.
pub fn population(
    people: &[Person],
    layout: &Arc<Layout>,
    directory: &Directory,
    campaign_zone: &Zone,
) -> Result<(Population, Vec<(u64, Reject)>), MappingError> {
    let mut blocks = Vec::new();
    let mut block = Block::new(layout);
    let mut ids = FxHashSet::default();
    let mut rejects = Vec::new();
    let mut scratch = RowBuffers::default();
    for (person, number) in people.iter().zip(1..) {
        let keys: Vec<String> = person.0.keys().cloned().collect();
        let mapping = Mapping::native(&keys, directory);
        if let Some(unknown) = mapping.unknown_columns(&keys).into_iter().next() {
            return Err(MappingError::UnknownField(unknown));
        }
        let feeds = mapping.resolve(&keys, directory)?;
        let reader = CellReader::new(layout, directory, &mapping, &feeds, keys.len(), campaign_zone);
        let cells: Vec<&str> = person.0.values().map(String::as_str).collect();
        match reader.row(&cells, number, &mut scratch) {
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
    }
    blocks.push(block);
    Ok((Population::new(blocks), rejects))
}
