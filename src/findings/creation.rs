//! The fixes that create what an item names but the directory doesn't have.

use crate::campaign::directory::{FieldKind, List};
use crate::campaign::edit::directory::check_key;
use crate::campaign::field_kinds::likely_kind;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{Kind, SetFieldValue, Value};
use crate::campaign::merge::is_merge_name;

use super::fix::Fix;

/// The fix that creates what a setting names, if a name is all that it needs.
pub fn creation(kind: &Kind, setting: Setting, list: List, name: &str) -> Option<Fix> {
    match list {
        List::Tags | List::Stages | List::ActionSets | List::Users | List::Products => {
            Some(Fix::AddToDirectory { list, name: name.to_owned() })
        }
        // A round robin also needs members.
        List::RoundRobins => None,
        List::Fields => {
            let kind = if setting == Setting::Column {
                FieldKind::Text
            } else if let Kind::SetFieldValue(SetFieldValue { value, .. }) = kind {
                match value {
                    Some(Value::Text(_)) | None => FieldKind::Text,
                    Some(Value::Number(_)) => FieldKind::Number,
                    Some(Value::Date(_) | Value::RunDate) => FieldKind::Date,
                    Some(Value::DateTime(_)) => FieldKind::DateTime,
                }
            } else {
                FieldKind::Date
            };
            field(name, kind)
        }
    }
}

/// The fixes that create the custom field of an unknown merge field, as typed with its tildes: of the kind that its name
/// says, and of the other one that is often meant. A date that is created as a text can't be used by a timer. `None` if
/// no field can have its name.
pub fn creations_of_merge_field(typed: &str) -> Option<(Fix, Fix)> {
    let key = typed.trim_matches('~').strip_prefix("Contact.").filter(|key| is_merge_name(key))?;
    let likely = likely_kind(key);
    let other = match likely {
        FieldKind::Text => FieldKind::Date,
        FieldKind::Number | FieldKind::Date | FieldKind::DateTime => FieldKind::Text,
    };
    Some((field(key, likely)?, field(key, other)?))
}

fn field(key: &str, kind: FieldKind) -> Option<Fix> {
    (!key.trim().is_empty() && check_key(key).is_ok()).then(|| Fix::AddField { key: key.to_owned(), kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_field_creates_a_field_of_the_kind_that_its_name_says() {
        let creates = |typed| creations_of_merge_field(typed).map(|(likely, _)| likely);
        let field = |key: &str, kind| Some(Fix::AddField { key: key.to_owned(), kind });
        assert_eq!(creates("~Contact.shoe_size~"), field("shoe_size", FieldKind::Text));
        assert_eq!(creates("~Contact.renewal_date~"), field("renewal_date", FieldKind::Date));
        assert_eq!(creates("~Contact.Shoe size~"), None, "no merge field has a blank");
        assert_eq!(creates("~Contact.größe~"), field("größe", FieldKind::Text));
        assert_eq!(creates("~Contact.first_name~"), None, "the key of a column");
        assert_eq!(creates("~Owner.Phone~"), None);
        assert_eq!(creates("~shoe_size~"), None);
    }
}
