//! The fields of a contact by key: the known columns and the campaign's custom fields.

use super::directory::{Directory, FieldKind};

macro_rules! columns {
    ($($variant:ident $key:literal $merge:expr;)*) => {
        /// A column of a contact that every campaign knows (files-and-commands.md, *Contacts file*).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Column { $($variant,)* }

        impl Column {
            /// All columns, in the order in which they are written.
            pub const ALL: &[Column] = &[$(Column::$variant,)*];

            /// The name in the header of a contacts file.
            pub const fn key(self) -> &'static str {
                match self { $(Column::$variant => $key,)* }
            }

            /// The name after `~Contact.`, for columns that are merge fields.
            pub const fn merge_name(self) -> Option<&'static str> {
                match self { $(Column::$variant => $merge,)* }
            }

            /// The column for a name after `~Contact.`, regardless of custom fields.
            pub fn merged(name: &str) -> Option<Column> {
                Column::ALL.iter().copied().find(|column| column.merge_name() == Some(name))
            }

            /// The column with this key.
            pub fn named(key: &str) -> Option<Column> {
                match key { $($key => Some(Column::$variant),)* _ => None }
            }
        }
    };
}

columns! {
    Id "id" Some("Id");
    FirstName "first_name" Some("FirstName");
    LastName "last_name" Some("LastName");
    Email "email" Some("Email");
    EmailStatus "email_status" None;
    Phone "phone" Some("Phone");
    Fax "fax" Some("Fax");
    Company "company" Some("Company");
    JobTitle "job_title" Some("JobTitle");
    Street "street" Some("Street");
    City "city" Some("City");
    State "state" Some("State");
    PostalCode "postal_code" Some("PostalCode");
    Country "country" Some("Country");
    TimeZone "time_zone" None;
    Birthday "birthday" Some("Birthday");
    Anniversary "anniversary" Some("Anniversary");
    Owner "owner" None;
    Tags "tags" None;
    Entered "entered" None;
    CardOnFile "card_on_file" None;
}

/// A field of a contact: a column, or a custom field by its index in the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A column that every campaign has.
    Column(Column),
    /// The custom field at this index in the directory.
    Custom(usize),
}

/// Finds custom fields by key, in a directory or in one with maps of its names.
pub trait FindField {
    /// The index of a custom field, by its key.
    fn custom_field_place(&self, key: &str) -> Option<usize>;
}

impl FindField for Directory {
    fn custom_field_place(&self, key: &str) -> Option<usize> {
        self.custom_fields.iter().position(|field| field.key == key)
    }
}

impl Field {
    /// The field with this key in a campaign.
    pub fn named(key: &str, known: &impl FindField) -> Option<Field> {
        Column::named(key).map(Field::Column).or_else(|| known.custom_field_place(key).map(Field::Custom))
    }

    /// The kind of the field's values.
    pub fn kind(self, directory: &Directory) -> FieldKind {
        match self {
            Field::Column(Column::Birthday | Column::Anniversary) => FieldKind::Date,
            Field::Column(_) => FieldKind::Text,
            Field::Custom(place) => directory.custom_fields[place].kind,
        }
    }

    /// Whether the field is a date or date-time (`rules.md` §6, *Configured*).
    pub fn is_dated(self, directory: &Directory) -> bool {
        matches!(self.kind(directory), FieldKind::Date | FieldKind::DateTime)
    }

    /// Whether Set Field Value can set the field (`rules.md` §7).
    pub fn can_be_set(self) -> bool {
        matches!(self, Field::Custom(_) | Field::Column(Column::Birthday | Column::Anniversary))
    }

    /// The key of the field in files.
    pub fn key(self, directory: &Directory) -> &str {
        match self {
            Field::Column(column) => column.key(),
            Field::Custom(place) => &directory.custom_fields[place].key,
        }
    }
}

/// The name of a field: a custom field's label, `first name` for a column.
pub fn field_name(key: &str, directory: &Directory) -> String {
    if Column::named(key).is_some() {
        return key.replace('_', " ");
    }
    let custom = directory.custom_fields.iter().find(|field| field.key == key);
    custom.map(|field| field.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(key).to_owned()
}
