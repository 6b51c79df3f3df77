//! What items need before they work.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "fill-in",
        ask: "What do I have to fill in?",
        answer: "An item is set up when these settings are there and name things that exist. Everything else is a \
            choice.\nIf an item both applies and removes a tag, the contact has the tag afterwards. Upper and lower \
            case count in the names of tags.",
        words: &[
            "required",
            "fill in",
            "mandatory",
            "needs",
            "set up",
            "checklist",
            "settings of an item",
            "both apply and remove",
        ],
        exhibits: &[Exhibit::Table(&[
            &["Item", "You fill in"],
            &["Delay timer, date timer", "When it releases contacts"],
            &["Field timer", "The same, and a date field"],
            &["Email", "Recipient, subject, text"],
            &["Fax, letter, text message", "Text"],
            &["Apply or remove tag", "At least one tag"],
            &["Note", "Title"],
            &["Task", "Title, who does it"],
            &["Appointment", "Title, user, date"],
            &["Set field value", "Field, and a value that fits it"],
            &["Assign owner", "A user or a round robin"],
            &["Opportunity", "Title, who gets it, sales stage"],
            &["Fulfilment list", "Name, delivery, at least one column"],
            &["Order", "At least one product, payment"],
            &["Add to CustomerHub", "Nothing"],
            &["Send HTTP post", "A web address with the usual port"],
            &["Action set", "Name"],
        ])],
        rules: &[whole("configured")],
    },
    Question {
        id: "values",
        ask: "Which value fits which field?",
        answer: "A date field takes a date, a number field a number, a text field a text. The date of the run fits \
            all fields with a date. Date fields are the birthday, the anniversary, and custom fields for a date, or \
            for a date and a time.",
        words: &["value", "kind of field", "number field", "date field", "text field", "wrong value", "custom field"],
        exhibits: &[],
        rules: &[part("bounds", &["A value fits", "Date fields"])],
    },
    Question {
        id: "blank",
        ask: "Does a text of spaces count as empty?",
        answer: "No. Only a text without any character is empty. A subject of spaces is set up and goes out like \
            that, so the list of problems warns about it.",
        words: &["spaces", "blank text", "empty subject", "empty text", "whitespace"],
        exhibits: &[],
        rules: &[part("bounds", &["Blanks alone"])],
    },
    Question {
        id: "merge-fields",
        ask: "What is a merge field?",
        answer: "A placeholder that each contact's own value replaces, such as the first name. In a text it stands \
            between two tildes (~). “Insert merge field” at a text lists all of them.",
        words: &[
            "merge field",
            "first name",
            "placeholder",
            "personalise",
            "personalize",
            "dear",
            "tilde",
            "variable",
            "salutation",
        ],
        exhibits: &[],
        rules: &[part("bounds", &["Anything between", "A merge field"])],
    },
    Question {
        id: "unknown-user",
        ask: "What if a user no longer exists?",
        answer: "If an item names the user, the item isn't set up. If only a round robin or a contact names the \
            user, it works without that user, and the list of problems says so.",
        words: &["user removed", "employee left", "unknown user", "deleted user", "left the company"],
        exhibits: &[],
        rules: &[part("bounds", &["One unknown"])],
    },
];
