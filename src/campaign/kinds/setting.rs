//! All settings of all kinds, each with its words for messages, lists and forms.

use crate::campaign::directory::List;

macro_rules! settings {
    ($($setting:ident $key:literal $label:literal $control:literal $missing:literal;)*) => {
        /// A setting of an item.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Setting { $($setting,)* }

        impl Setting {
            /// The name in a finding about a text or a value: `subject`.
            pub const fn key(self) -> &'static str {
                match self { $(Setting::$setting => $key,)* }
            }

            /// The name in search results and in lists of uses: `Tag to apply`.
            pub const fn label(self) -> &'static str {
                match self { $(Setting::$setting => $label,)* }
            }

            /// The label of the setting's control.
            pub const fn control(self) -> &'static str {
                match self { $(Setting::$setting => $control,)* }
            }

            /// What an item lacks without it, in its settings and in problems: `a subject`.
            pub const fn missing(self) -> &'static str {
                match self { $(Setting::$setting => $missing,)* }
            }
        }
    };
}

settings! {
    // setting   in messages    in lists         over the control   what is missing
    Schedule     "schedule"     "Schedule"       "Schedule"         "a schedule";
    Field        "field"        "Field"          "Field"            "a field";
    To           "address"      "To"             "To"               "a recipient";
    Subject      "subject"      "Subject"        "Subject"          "a subject";
    Body         "body"         "Body"           "Body"             "a body";
    FaxText      "body"         "Body"           "Fax text"         "a text";
    LetterText   "body"         "Body"           "Letter text"      "a text";
    NoteText     "body"         "Text"           "Note text"        "a text";
    TaskText     "body"         "Text"           "Task text"        "a text";
    Title        "title"        "Title"          "Title"            "a title";
    TagToApply   "tag"          "Tag to apply"   "Tags to apply"    "a tag";
    TagToRemove  "tag"          "Tag to remove"  "Tags to remove"   "a tag";
    AssignedTo   "assign"       "Assigned to"    "Assign to"        "a user to assign it to";
    DueAfter     "days"         "Due after"      "Due after days"   "when it is due";
    User         "user"         "User"           "User"             "a user";
    Basis        "basis"        "Basis"          "Counted from"     "a date to count from";
    DaysAfter    "days"         "Days after"     "Days after"       "how many days after";
    Minutes      "minutes"      "Minutes"        "Minutes"          "how many minutes";
    Value        "value"        "Value"          "Value"            "a value";
    Stage        "stage"        "Stage"          "Stage"            "a sales stage";
    ListName     "name"         "List"           "List name"        "a name";
    DeliverTo    "deliver"      "Deliver to"     "Deliver to"       "where to deliver it";
    Column       "columns"      "Column"         "Columns"          "a column";
    Attachment   "attachment"   "Attachment"     "Attachment"       "an attachment";
    Product      "products"     "Product"        "Products"         "a product";
    Payment      "payment"      "Payment"        "Payment"          "a payment method";
    WebAddress   "url"          "URL"            "Web address"      "a web address";
    PairName     "pairs"        "Pair"           "Name"             "a name";
    PairValue    "pairs"        "Pair"           "Value"            "a value";
    ActionSet    "name"         "Action set"     "Action set"       "a name";
}

impl Setting {
    /// The noun for an entry of a list that the setting names: `user`. In a list of columns, a field is a `column`.
    pub const fn names(self, list: List) -> &'static str {
        if matches!(self, Setting::Column) { "column" } else { list.noun() }
    }

    /// What an item lacks, in its settings and in problems, where the name of a list's entry is empty: `a user`.
    pub const fn missing_name(self, list: List) -> &'static str {
        match (self, list) {
            (Setting::Column, _) => "a column",
            (_, List::Users) => "a user",
            (_, List::RoundRobins) => "a round robin",
            (_, List::Stages) => "a sales stage",
            (_, List::Tags) => "a tag",
            (_, List::Products) => "a product",
            (_, List::ActionSets) => "a name",
            (_, List::Fields) => "a field",
        }
    }
}
