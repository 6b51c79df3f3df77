//! Set Field Value: sets a field of the contact.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, DateTime};
use crate::campaign::directory::FieldKind;
use crate::campaign::fields::Field;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::has_merge_field;

use super::description::{Description, Family, KindSettings};
use super::faults::{Faults, InvalidSetting};
use super::setting::Setting;
use super::walk::{FieldFilter, Need, TextKind, Walk, walk};

/// The settings of Set Field Value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFieldValue {
    /// The key of the field.
    #[serde(default)]
    pub field: Option<String>,
    /// The value to set.
    #[serde(default)]
    pub value: Option<Value>,
    /// What to do with an existing value; `None` is [`OverwriteMode::Overwrite`].
    #[serde(default)]
    pub mode: Option<OverwriteMode>,
}

/// A value that Set Field Value writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A text for a text field.
    Text(String),
    /// A decimal number, as typed.
    Number(String),
    /// A date without a time of day.
    Date(Date),
    /// A date with a time of day.
    DateTime(DateTime),
    /// The local date (and minute) at which the item runs.
    RunDate,
}

/// What Set Field Value does with an existing value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Mode")]
pub enum OverwriteMode {
    /// Replaces the existing value.
    #[default]
    Overwrite,
    /// Keeps the existing value, and is skipped (`already_set`).
    OnlyIfBlank,
}

pub(super) const DESCRIPTION: Description<SetFieldValue> = Description::of(
    "Set field value",
    Family::Process,
    "pencil-line",
    "Writes a value into a field of the contact",
    || SetFieldValue { field: None, value: None, mode: Some(OverwriteMode::Overwrite) },
);

walk!(SetFieldValue { field, value, mode: _ } => |visitor| {
    visitor.choice(Setting::Field, field.is_some());
    if let Some(key) = field {
        visitor.field(Setting::Field, key, FieldFilter::Settable);
    }
    visitor.choice(Setting::Value, value.is_some());
    match value {
        Some(Value::Text(text) | Value::Number(text)) => {
            visitor.text(Setting::Value, text, TextKind::Plain, Need::Required);
        }
        Some(Value::Date(day)) => visitor.shown(Setting::Value, day),
        Some(Value::DateTime(local)) => visitor.shown(Setting::Value, local),
        Some(Value::RunDate) | None => {}
    }
});

impl KindSettings for SetFieldValue {
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
        let directory = faults.directory();
        let field = self.sets(directory).filter(|field| field.can_be_set());
        match &self.value {
            None => {}
            Some(Value::Text(text) | Value::Number(text)) if text.is_empty() => {}
            Some(Value::Text(text)) if has_merge_field(text) => {
                faults.wrong(Setting::Value, InvalidSetting::MergeField)
            }
            Some(value) if field.is_some_and(|field| !fits(value, field.kind(directory))) => {
                faults.wrong(Setting::Value, InvalidSetting::DoesNotFit);
            }
            Some(_) => {}
        }
    }

    fn sets(&self, directory: &IndexedDirectory<'_>) -> Option<Field> {
        Field::named(self.field.as_deref()?, directory)
    }
}

/// Whether a value fits a field's kind (`rules.md` §6).
pub fn fits(value: &Value, kind: FieldKind) -> bool {
    match value {
        Value::Text(_) => kind == FieldKind::Text,
        Value::Number(text) => kind == FieldKind::Number && is_decimal(text),
        Value::Date(_) => kind == FieldKind::Date,
        Value::DateTime(_) => kind == FieldKind::DateTime,
        Value::RunDate => matches!(kind, FieldKind::Date | FieldKind::DateTime),
    }
}

/// Whether a text is a decimal number: digits, optionally with a sign and a fraction.
pub fn is_decimal(text: &str) -> bool {
    is_unsigned_decimal(text.strip_prefix(['-', '+']).unwrap_or(text))
}

/// Whether a text is a decimal number without a sign, such as a price.
pub fn is_unsigned_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}
