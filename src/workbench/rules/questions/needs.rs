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
            &["Task", "Title, who does it; due after at most 3,650 days"],
            &["Appointment", "Title, user, date; after at most 3,650 days, 1 to 1,440 minutes long"],
            &["Set field value", "Field, and a value that fits it"],
            &["Assign owner", "A user or a round robin"],
            &["Opportunity", "Title, who gets it, sales stage"],
            &["Fulfilment list", "Name, delivery, at least one column"],
            &["Order", "At least one product, payment; products with prices in one currency"],
            &["Add to CustomerHub", "Nothing"],
            &["Send HTTP post", "A web address without blanks, with the usual port"],
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
        rules: &[part("bounds", &["A value fits", "Date fields", "A decimal number", "and digits"])],
    },
    Question {
        id: "blank",
        ask: "Does a text of spaces count as empty?",
        answer: "No. Only a text without any character is empty. A subject of spaces is set up and goes out like \
            that, so the list of problems warns about it.\nThe text counts as you typed it: a subject with only a \
            merge field is not empty, even if the contact has no value for it.",
        words: &["spaces", "blank text", "empty subject", "empty text", "whitespace"],
        exhibits: &[],
        rules: &[part("bounds", &["Blanks alone", "Configured is asked"])],
    },
    Question {
        id: "merge-fields",
        ask: "What is a merge field?",
        answer: "A placeholder that each contact's own value replaces, such as the first name. In a text it stands \
            between two tildes (~), with only letters, digits, dots and underscores between them. “Insert merge \
            field” at a text lists all of them.\nIt is filled once. If the contact has no value, nothing is there. \
            Dates look like 2027-01-31. In a web address, a merge field works after the name of the website; its \
            blanks and special characters are encoded.\nIf one of your fields has the name of a built-in one, the \
            built-in one is used.",
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
        rules: &[part("bounds", &["A merge field", "Merge fields work", "Dates are written", "Built-in names"])],
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
