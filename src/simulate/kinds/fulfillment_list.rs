//! Fulfilment lists: the contact is put on a list, and the list is delivered to the person who ships the goods.

use serde::Serialize;

use crate::campaign::fields::{Column, Field};
use crate::campaign::kinds::{Deliver, FulfillmentList};
use crate::contacts::guard::guarded;
use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

use super::simulated::{EffectDetail, RanItem, Simulated};

/// A contact who was put on a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListEntry {
    /// The name of the fulfilment list.
    pub list: String,
    /// The recipient of the list, in words; `None` if it isn't set.
    pub deliver: Option<String>,
    /// The same as it is set; not written to files.
    #[serde(skip)]
    pub recipient: Option<Deliver>,
    /// The keys of the list's columns.
    pub columns: Vec<String>,
    /// Whether the contact waits on the list for other contacts.
    pub queued: bool,
    /// The job as a CSV file, if it is delivered immediately; `None` if it is queued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub csv: Option<String>,
    /// The name of a file that is delivered with the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachment: Option<String>,
    /// The contact's values, one for each column.
    pub row: Vec<String>,
}

/// A job of a queued list that was released.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListRelease {
    /// The name of the fulfilment list.
    pub list: String,
    /// The recipient of the list, in words; `None` if it isn't set.
    pub deliver: Option<String>,
    /// The same as it is set; not written to files.
    #[serde(skip)]
    pub recipient: Option<Deliver>,
    /// The ids of the contacts in the job.
    pub contacts: Vec<String>,
    /// The job as a CSV file.
    pub csv: String,
    /// The name of a file that is delivered with the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachment: Option<String>,
}

impl EffectDetail for ListEntry {
    const NAME: &'static str = "fulfillment";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("attachment", "the name of the attached file, if there is one"),
        ("columns", "the keys of the columns"),
        ("csv", "the list as a CSV file, unless it waits for other contacts"),
        ("deliver", "`dashboard of` and the id of a user, or an email address"),
        ("list", "the name of the list"),
        ("queued", "true if it waits for other contacts, else false"),
        ("row", "the contact's value for each column, as in a contacts file; entered is always the instant of entry"),
    ];
    const CAPTIONS: &'static [&'static str] =
        &["List", "Delivered to", "Columns", "Delivery", "Contacts", "Attachment"];

    fn cells(&self) -> Vec<DetailCell> {
        let columns = self.columns.iter().cloned().zip(self.row.iter().cloned());
        vec![
            self.list.as_str().into(),
            self.recipient.clone().map_or(DetailCell::Empty, DetailCell::Recipient),
            DetailCell::Fields(columns.collect()),
            if self.queued { "Waits for other contacts" } else { "Immediately" }.into(),
            DetailCell::Empty,
            DetailCell::maybe(self.attachment.as_deref()),
        ]
    }
}

impl EffectDetail for ListRelease {
    const NAME: &'static str = "fulfillment_release";
    const KEYS: &'static [(&'static str, &'static str)] = &[
        ("attachment", "the name of the attached file, if there is one"),
        ("contacts", "the ids of its contacts"),
        ("csv", "the list as a CSV file"),
        ("deliver", "`dashboard of` and the id of a user, or an email address"),
        ("list", "the name of the list"),
    ];
    const CAPTIONS: &'static [&'static str] = &["List", "Delivered to", "Delivery", "Contacts", "Attachment"];

    fn cells(&self) -> Vec<DetailCell> {
        vec![
            self.list.as_str().into(),
            self.recipient.clone().map_or(DetailCell::Empty, DetailCell::Recipient),
            "Delivered for all contacts on the list".into(),
            DetailCell::Count(self.contacts.len() as u64),
            DetailCell::maybe(self.attachment.as_deref()),
        ]
    }
}

impl Simulated for FulfillmentList {
    type Effect = ListEntry;

    fn action(&self, _: &Compiler<'_>) -> Option<ItemAction> {
        Some(ItemAction::Perform(Perform::Plain))
    }

    fn effect(&self, RanItem { record, .. }: RanItem<'_>) -> Option<Self::Effect> {
        let cell = |key: &String| {
            Some(match Field::named(key, record.directory())? {
                // The list of contacts may not say when the contact enters.
                Field::Column(Column::Entered) => record.entered.to_string(),
                field => record.value(field),
            })
        };
        let row: Vec<String> = self.columns.iter().map(|key| cell(key).unwrap_or_default()).collect();
        let queued = self.queue.is_some();
        Some(ListEntry {
            list: self.name.clone(),
            deliver: self.deliver.as_ref().map(deliver_to),
            recipient: self.deliver.clone(),
            columns: self.columns.clone(),
            queued,
            csv: (!queued).then(|| job_csv(&self.columns, std::slice::from_ref(&row))),
            attachment: self.attachment.clone(),
            row,
        })
    }
}

/// The recipient of a fulfilment list, in words.
pub fn deliver_to(deliver: &Deliver) -> String {
    match deliver {
        Deliver::Dashboard(user) => format!("dashboard of {user}"),
        Deliver::Email(address) => address.clone(),
    }
}

/// A job as a CSV file: the keys of the columns, then one line for each contact.
pub fn job_csv(columns: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    // Writing to memory can't fail, and every row has as many cells as the header.
    let _ = writer.write_record(columns.iter().map(|key| guarded(key).into_owned()));
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_says_how_recipients_are_written() {
        let told =
            |keys: &[(&str, &'static str)]| keys.iter().find(|(key, _)| *key == "deliver").map(|(_, told)| *told);
        for keys in [ListEntry::KEYS, ListRelease::KEYS] {
            assert!(
                told(keys).is_some_and(|told| told.contains("`dashboard of` and the id") && told.contains("address"))
            );
        }
        assert_eq!(deliver_to(&Deliver::Dashboard("kim".to_owned())), "dashboard of kim");
        assert_eq!(deliver_to(&Deliver::Email("a@example.com".to_owned())), "a@example.com");
    }
}
