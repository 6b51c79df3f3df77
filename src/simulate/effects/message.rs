//! The texts of an item as one contact gets them, whether the item has run or not, with each merge field apart.

use crate::calendar::Instant;
use crate::campaign::fields::{Column, Field, FindField};
use crate::campaign::kinds::Kind;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{Need, TextKind, Visitor};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::{FilledPiece, MergeField, fill};
use crate::simulate::kernel::Visit;
use crate::simulate::kinds;
use crate::simulate::kinds::simulated::RanItem;
use crate::simulate::outcome::Outcome;
use crate::simulate::pass::Pass;
use crate::simulate::record::Contact;

use super::EffectContext;

/// A text of an item, with its merge fields filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledSetting<'k> {
    /// The setting that has the text.
    pub setting: Setting,
    /// The purpose of the text.
    pub writing: TextKind,
    /// The text, piece by piece.
    pub pieces: Vec<FilledPiece<'k>>,
}

/// The texts of an item as one contact gets them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledMessage<'k> {
    /// Where it goes: an email address, a number, or the lines of a postal address. Empty if it goes nowhere.
    pub address: String,
    /// The texts for a reader, in the order in which they are filled in.
    pub texts: Vec<FilledSetting<'k>>,
    /// The name of the contact; empty if it has none.
    pub contact: String,
}

/// The contact that a message is filled for.
pub struct MessageReader<'c, V, G> {
    /// The contact.
    pub contact: Contact<'c>,
    /// The visits before the message, in the order of the run.
    pub visits: V,
    /// The user that a visit's item assigned.
    pub given: G,
    /// The instant at which the message is sent.
    pub at: Instant,
    /// A column that is taken to be empty, to see the message without it.
    pub without: Option<Column>,
}

impl EffectContext<'_> {
    /// The texts of an item for a contact. The item may be newer than the run: `known` is the directory of its
    /// campaign, in which its merge fields are looked up. Their values are those of the run's contacts.
    pub fn message<'k, 'u, V: Iterator<Item = Visit>, G: Fn(&Visit) -> Option<&'u str>>(
        &self,
        reader: MessageReader<'_, V, G>,
        kind: &'k Kind,
        known: &IndexedDirectory<'_>,
    ) -> FilledMessage<'k> {
        let MessageReader { contact, visits, given, at, without } = reader;
        let mut record = self.record_after(contact, visits, given, |_, _, _| {});
        record.without = without;
        let value = |field: MergeField| match field {
            MergeField::Contact(Field::Custom(place)) => {
                // The same field may have another index in the campaign of the run, or none.
                let key = &known.custom_fields[place].key;
                let place = self.campaign.directory.custom_field_place(key);
                place.map(|place| record.merge_value(MergeField::Contact(Field::Custom(place)))).unwrap_or_default()
            }
            field => record.merge_value(field),
        };
        let visit = Visit { rank: 0, arrived: at, outcome: Outcome::Ran, pass: Pass::FIRST, due: Some(at) };
        let ran = RanItem { record: &record, visit: &visit, user: None, change: None };
        let address = kinds::of(kind).effect(ran).map(|detail| detail.address()).unwrap_or_default();
        let mut reading = ReadTexts::default();
        kind.walk(&mut reading);
        let texts = reading.texts.into_iter();
        let filled = |(setting, writing, text)| FilledSetting { setting, writing, pieces: fill(text, known, value) };
        let name = format!("{} {}", record.column(Column::FirstName), record.column(Column::LastName));
        FilledMessage { address, texts: texts.map(filled).collect(), contact: name.trim().to_owned() }
    }
}

/// Collects the texts for a reader.
#[derive(Default)]
struct ReadTexts<'k> {
    texts: Vec<(Setting, TextKind, &'k str)>,
}

impl<'k> Visitor<'k> for ReadTexts<'k> {
    fn text(&mut self, setting: Setting, text: &'k String, writing: TextKind, _: Need) {
        if writing.is_read() {
            self.texts.push((setting, writing, text));
        }
    }
}
