//! Contacts whose email address is none.

use crate::campaign::fields::{Column, Field};
use crate::contacts::block::Population;
use crate::contacts::identity::is_address;

/// Contacts with an address that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadAddresses {
    /// The number of contacts.
    pub count: usize,
    /// The address of the first of them.
    pub text: String,
    /// The name of the first of them; its id if it has none.
    pub contact: String,
}

impl BadAddresses {
    /// Those of a list, if there are any.
    pub(super) fn of(population: &Population) -> Option<Self> {
        let mut found: Option<Self> = None;
        for block in population.blocks() {
            let Some(slot) = block.layout().text_slot(Field::Column(Column::Email)) else { continue };
            for row in 0..block.len() {
                let text = block.text_at(slot, row);
                if text.is_empty() || is_address(text) {
                    continue;
                }
                let first = || {
                    let name = [Column::FirstName, Column::LastName].map(|column| block.column(column, row)).join(" ");
                    let name = if name.trim().is_empty() { block.id(row) } else { name.trim() };
                    Self { count: 0, text: text.to_owned(), contact: name.to_owned() }
                };
                found.get_or_insert_with(first).count += 1;
            }
        }
        found
    }
}
