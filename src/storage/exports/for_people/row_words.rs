//! Words that the rows of all tables for people have: the contact and the item.

use crate::campaign::fields::Column;
use crate::campaign::item_names::item_names as campaign_names;
use crate::campaign::sequence::Sequence;
use crate::simulate::plan::Plan;
use crate::simulate::record::Contact;

use super::table::{TableCell, TableColumn};

/// The columns that name a contact.
pub(super) const CONTACT: [TableColumn; 2] = [TableColumn::new("Contact", 24.0), TableColumn::new("Email", 30.0)];
/// The column that names an item.
pub(super) const ITEM: TableColumn = TableColumn::new("Item", 30.0);
/// The width of a column of local times.
pub(super) const TIME_WIDTH: f64 = 22.0;
/// The column that names the time zone.
pub(super) const ZONE: TableColumn = TableColumn::new("Time zone", 16.0);

/// The name and the email address of a contact.
pub(super) fn contact_cells<'a>(contact: Contact<'a>) -> [TableCell<'a>; 2] {
    [contact.called().into(), contact.block.column(Column::Email, contact.row).into()]
}

/// The names of a plan's items, by rank, which tell them apart.
pub(super) fn item_names(plan: &Plan, sequence: &Sequence) -> Vec<String> {
    let names = campaign_names(sequence);
    plan.items().iter().map(|item| names[item.place].clone()).collect()
}

/// The kinds of a plan's items in words, by rank.
pub(super) fn item_kinds(plan: &Plan, sequence: &Sequence) -> Vec<&'static str> {
    plan.items().iter().map(|item| sequence.items[item.place].kind.label()).collect()
}
