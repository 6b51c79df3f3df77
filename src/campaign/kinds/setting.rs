//! The settings of all kinds, by name, and the words for each: in messages, in lists, in forms.

use crate::campaign::directory::List;

macro_rules! settings {
    ($($setting:ident $key:literal $label:literal $control:literal $missing:literal $phrase:literal;)*) => {
        /// A setting of an item.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Setting { $($setting,)* }

        impl Setting {
            /// What a finding calls a text: “has nothing but blanks in its `subject`”.
            pub const fn key(self) -> &'static str {
                match self { $(Setting::$setting => $key,)* }
            }

            /// What it is in lists of what was found and of uses: `Tag to apply`.
            pub const fn label(self) -> &'static str {
                match self { $(Setting::$setting => $label,)* }
            }

            /// What stands over its control.
            pub const fn control(self) -> &'static str {
                match self { $(Setting::$setting => $control,)* }
            }

            /// What an item lacks without it: `a subject`.
            pub const fn missing(self) -> &'static str {
                match self { $(Setting::$setting => $missing,)* }
            }

            /// What it is within a sentence: “Missing: `who it goes to`”.
            pub const fn phrase(self) -> &'static str {
                match self { $(Setting::$setting => $phrase,)* }
            }
        }
    };
}

settings! {
    // setting   in messages    in lists         over the control   what is missing             within a sentence
    Schedule     "schedule"     "Schedule"       "Schedule"         "a schedule"                "schedule";
    Field        "field"        "Field"          "Field"            "a field"                   "field";
    To           "address"      "To"             "To"               "a recipient"               "who it goes to";
    Subject      "subject"      "Subject"        "Subject"          "a subject"                 "subject";
    Body         "body"         "Body"           "Body"             "a text"                    "body";
    FaxText      "body"         "Body"           "Fax text"         "a text"                    "fax text";
    LetterText   "body"         "Body"           "Letter text"      "a text"                    "letter text";
    NoteText     "body"         "Text"           "Note text"        "a text"                    "note text";
    TaskText     "body"         "Text"           "Task text"        "a text"                    "task text";
    Title        "title"        "Title"          "Title"            "a title"                   "title";
    TagToApply   "tag"          "Tag to apply"   "Tags to apply"    "a tag"                     "a tag to apply or remove";
    TagToRemove  "tag"          "Tag to remove"  "Tags to remove"   "a tag"                     "a tag to apply or remove";
    AssignedTo   "assign"       "Assigned to"    "Assign to"        "somebody to assign it to"  "who it is assigned to";
    DueAfter     "days"         "Due after"      "Due after days"   "when it is due"            "when it is due";
    User         "user"         "User"           "User"             "a user"                    "user";
    Basis        "basis"        "Basis"          "Counted from"     "a date to count from"      "what its day is counted from";
    Value        "value"        "Value"          "Value"            "a value"                   "value";
    Stage        "stage"        "Stage"          "Stage"            "a sales stage"             "stage";
    ListName     "name"         "List"           "List name"        "a name"                    "list name";
    DeliverTo    "deliver"      "Deliver to"     "Deliver to"       "where to deliver to"       "where it is delivered";
    Column       "columns"      "Column"         "Columns"          "a column"                  "columns";
    Attachment   "attachment"   "Attachment"     "Attachment"       "an attachment"             "attachment";
    Product      "products"     "Product"        "Products"         "a product"                 "products";
    Payment      "payment"      "Payment"        "Payment"          "a way to pay"              "payment";
    WebAddress   "url"          "URL"            "Web address"      "a web address"             "web address";
    PairName     "pairs"        "Pair"           "Name"             "a name"                    "name of a pair";
    PairValue    "pairs"        "Pair"           "Value"            "a value"                   "value of a pair";
    ActionSet    "name"         "Action set"     "Action set"       "a name"                    "action set";
}

impl Setting {
    /// What it names of a list, in a word: `user`. A field is a `column` in a list of columns.
    pub const fn names(self, list: List) -> &'static str {
        if matches!(self, Setting::Column) { "column" } else { list.noun() }
    }

    /// What an item lacks where the name of a list's entry is empty: `a user`.
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
