//! The numbers on the badges: visits and contacts of each item by outcome.

use rustc_hash::FxHashMap;
use serde_json::Value;

use crate::campaign::ids::{ItemRef, SequenceId};
use crate::report::table::Report;

/// The numbers of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The number of visits that ran.
    pub ran: u64,
    /// The number of contacts waiting at the item.
    pub waiting: u64,
    /// The number of contacts held at the item.
    pub held: u64,
    /// The number of visits that were skipped, for any reason.
    pub skipped: u64,
}

/// The numbers of all items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemCounts {
    by_item: FxHashMap<ItemRef, Count>,
}

impl ItemCounts {
    /// The numbers of a report.
    pub fn of(report: &Report) -> Self {
        let row = |row: &crate::report::table::ItemRow| {
            let count = Count { ran: row.ran, waiting: row.waiting, held: row.held, skipped: row.skipped_in_all() };
            (row.item, count)
        };
        report.items.iter().map(row).collect()
    }

    /// Reads the numbers from the report of a sequence in JSON:
    /// `{"items": {"<id>": {"ran", "waiting", "held", "skipped": {"<reason>": n}}}}`.
    ///
    /// # Errors
    /// If `report` doesn't have this form. The sentence says where.
    pub fn from_json(report: &Value, sequence: SequenceId) -> Result<Self, String> {
        let items = report.get("items").and_then(Value::as_object);
        let items = items.ok_or("this isn't a report: it has no `items`. Write one with `simulate --report`")?;
        let count = |(id, row): (&String, &Value)| {
            let number = |key: &str| match row.get(key) {
                None => Ok(0),
                Some(value) => value.as_u64().ok_or_else(|| format!("item {id}: `{key}` isn't a count")),
            };
            let skipped = match row.get("skipped") {
                None => 0,
                Some(Value::Object(reasons)) => {
                    let all = reasons.values().try_fold(0_u64, |all, value| all.checked_add(value.as_u64()?));
                    all.ok_or_else(|| format!("item {id}: a reason in `skipped` has no count"))?
                }
                Some(_) => return Err(format!("item {id}: `skipped` isn't a table of reasons")),
            };
            let count = Count { ran: number("ran")?, waiting: number("waiting")?, held: number("held")?, skipped };
            let item = id.parse::<u64>().map_err(|_| format!("`{id}` isn't an item's id"))?;
            Ok((sequence.item(item), count))
        };
        items.iter().map(count).collect()
    }

    /// Whether no item has numbers.
    pub fn is_empty(&self) -> bool {
        self.by_item.is_empty()
    }

    /// Whether an item has numbers, even if they are all zero.
    pub fn has(&self, item: ItemRef) -> bool {
        self.by_item.contains_key(&item)
    }

    /// The numbers of an item; all zero if it was not reached.
    pub fn of_item(&self, item: ItemRef) -> Count {
        self.by_item.get(&item).copied().unwrap_or_default()
    }

    /// How many times items hold a contact. A contact on several tracks can be held several times.
    pub fn held(&self) -> u64 {
        self.by_item.values().map(|count| count.held).sum()
    }
}

impl FromIterator<(ItemRef, Count)> for ItemCounts {
    fn from_iter<T: IntoIterator<Item = (ItemRef, Count)>>(counts: T) -> Self {
        Self { by_item: counts.into_iter().collect() }
    }
}
