//! What can be done about an unknown merge field: use the closest known one, or create its custom field.

use crate::campaign::directory::Directory;
use crate::campaign::fields::Column;

use super::creation::creations_of_merge_field;
use super::fix::Fix;
use super::nearest::Nearest;

/// What can be done about an unknown merge field. The first is more likely: most unknown fields are mistyped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeOffers {
    /// The known merge field closest to it, with its tildes.
    pub known: Option<String>,
    /// The fix that creates its custom field, of the kind that its name says.
    pub creates: Option<Fix>,
    /// The fix that creates it of the other kind that is often meant: a text, or a date.
    pub creates_otherwise: Option<Fix>,
}

/// What can be done about an unknown merge field, as typed with its tildes.
pub fn merge_offers(typed: &str, directory: &Directory) -> MergeOffers {
    KnownFields::new(directory).offers(typed, &mut Nearest::brief())
}

/// The names of all merge fields, and common misspellings.
pub(super) struct KnownFields<'a> {
    /// Merge fields of the contact: a text that the user may type, and the index in `names` of the field that it means.
    contact: Vec<(&'a str, usize)>,
    names: Vec<String>,
}

const OWNER: [(&str, &str); 2] = [("Name", "Owner.Name"), ("Email", "Owner.Email")];

impl<'a> KnownFields<'a> {
    pub(super) fn new(directory: &'a Directory) -> Self {
        let mut known = Self { contact: Vec::new(), names: Vec::new() };
        for column in Column::ALL {
            if let Some(name) = column.merge_name() {
                known.add(name, &[name, column.key()]);
            }
        }
        for field in &directory.custom_fields {
            known.add(&field.key, &[&field.key, &field.label]);
        }
        known
    }

    /// What can be done about an unknown merge field, as typed with its tildes.
    pub(super) fn offers(&self, typed: &str, nearest: &mut Nearest) -> MergeOffers {
        let known = self.closest(typed.trim_matches('~'), nearest);
        let (creates, creates_otherwise) = creations_of_merge_field(typed).unzip();
        MergeOffers { known, creates, creates_otherwise }
    }

    fn add(&mut self, name: &str, typed: &[&'a str]) {
        self.contact.extend(typed.iter().map(|typed| (*typed, self.names.len())));
        self.names.push(format!("Contact.{name}"));
    }

    /// The merge field closest to the text between the tildes. Only the part after the dot is compared; otherwise
    /// `Shoe` would be close to `Phone`.
    fn closest(&self, typed: &str, nearest: &mut Nearest) -> Option<String> {
        let (whose, field) = typed.split_once('.').unwrap_or(("", typed));
        let name = if nearest.of(whose, [("Owner", ())].into_iter()).is_some() {
            nearest.of(field, OWNER.into_iter())?
        } else {
            let candidates = self.contact.iter().map(|&(typed, place)| (typed, self.names[place].as_str()));
            nearest.of(field, candidates)?
        };
        Some(format!("~{name}~"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_field_leads_to_the_known_one_and_any_other_only_to_a_new_one() {
        let offers = |typed| merge_offers(typed, &Directory::default());
        let mistyped = offers("~Contact.FristName~");
        assert_eq!(mistyped.known.as_deref(), Some("~Contact.FirstName~"));
        assert_eq!(mistyped.creates.map(|fix| fix.label()).as_deref(), Some("Create text field `FristName`"));
        let new = offers("~Contact.shoe_size~");
        assert_eq!(new.known, None);
        let labels = |offers: MergeOffers| {
            [offers.creates, offers.creates_otherwise].map(|fix| fix.map(|fix| fix.label()).unwrap_or_default())
        };
        assert_eq!(labels(new), ["Create text field `shoe_size`", "Create date field `shoe_size`"]);
        let dated = offers("~Contact.RenewalDate~");
        assert_eq!(labels(dated), ["Create date field `RenewalDate`", "Create text field `RenewalDate`"]);
        assert_eq!(offers("~Owner.Nmae~").known.as_deref(), Some("~Owner.Name~"));
    }
}
