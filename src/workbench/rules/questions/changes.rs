//! What items do to the record, and what a rehearsal does instead of the real thing.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "really-sent",
        ask: "Does a rehearsal really send anything?",
        answer: "No. No email, letter, fax or text message goes out, no task is created, no card is charged, and no \
            other computer is called. The rehearsal writes down what would happen: you see it in the story, in the \
            report and in the exported files.\nOnly the Test button of an HTTP post sends something, once, when you \
            press it.",
        words: &[
            "really send",
            "safe",
            "real email",
            "test mode",
            "dry run",
            "live contacts",
            "goes out",
            "by accident",
            "effect",
        ],
        exhibits: &[],
        rules: &[part("round-robin", &["Everything else", "A simulation"])],
    },
    Question {
        id: "later-items",
        ask: "Do later items see what an earlier item changed?",
        answer: "Yes, immediately: tags, the owner and fields. An email after “Set field value” shows the new \
            value. A field timer is the exception, as it usually reads its date when the contact enters.",
        words: &["changed tag", "apply tag", "see the change", "updated", "new value", "record changes", "tags"],
        exhibits: &[],
        rules: &[part("record", &["Tags, owner"])],
    },
    Question {
        id: "which-fields",
        ask: "Which fields can an item change?",
        answer: "The birthday, the anniversary and all custom fields. Name, phone, address, email address and the \
            other columns of the contact can't be changed by an item. A merge field doesn't work as the value: the \
            item then isn't set up.",
        words: &[
            "change field",
            "set field",
            "update name",
            "change email",
            "merge field in value",
            "which fields",
            "copy a field",
        ],
        exhibits: &[],
        rules: &[part("record", &["Set Field Value", "Merge fields"])],
    },
    Question {
        id: "today",
        ask: "Can an item write today's date into a field?",
        answer: "Yes. Choose the date of the run as the value. It is the date in the campaign's time zone; a field \
            with a time of day gets the minute, too.",
        words: &["today", "current date", "date of the run", "timestamp", "last contacted", "now"],
        exhibits: &[],
        rules: &[part("record", &["RunDate"])],
    },
    Question {
        id: "appointment-date",
        ask: "When is the date of an appointment read?",
        answer: "When the item runs. A date that changed on the way counts, unlike at a field timer.",
        words: &["appointment", "calendar entry", "meeting", "appointment date"],
        exhibits: &[],
        rules: &[whole("appointment")],
    },
    Question {
        id: "round-robin",
        ask: "How does a round robin choose?",
        answer: "In one of two ways. “Each member in turn” gives one contact to each, and passes over members who \
            have reached their maximum. “By share of the maximum” gives the next contact to the member with the \
            largest free share of the maximum; if two are equal, to the one further up.\nWhen all have reached \
            their maximum, all start at zero again.",
        words: &[
            "round robin",
            "distribute",
            "in turn",
            "sales rep",
            "share leads",
            "ratio",
            "fair",
            "who gets the lead",
            "assign leads",
        ],
        exhibits: &[Exhibit::Table(&[
            &["Kim up to 4, Lee up to 2", "1st", "2nd", "3rd", "4th", "5th", "6th"],
            &["Each member in turn", "Kim", "Lee", "Kim", "Lee", "Kim", "Kim"],
            &["By share of the maximum", "Kim", "Lee", "Kim", "Kim", "Lee", "Kim"],
        ])],
        rules: &[part("round-robin", &["Round robins:"])],
    },
    Question {
        id: "round-robin-shared",
        ask: "Do two items share one round robin?",
        answer: "Yes. A round robin continues where the last item left it, whichever item that was, tasks included. \
            Contacts come in the order in which they arrive. Every run starts with the first member.",
        words: &["share a round robin", "same round robin", "starts again", "first member", "counter"],
        exhibits: &[],
        rules: &[whole("round-robin-order"), whole("competition")],
    },
    Question {
        id: "card",
        ask: "Is a card charged in a rehearsal?",
        answer: "No. The rehearsal only says what would happen: if the order charges automatically, it is charged \
            if the contact has a card on file, and otherwise the charge fails. The contact continues either way.",
        words: &["card", "charge", "payment", "credit card", "order", "payment failed", "card on file", "purchase"],
        exhibits: &[],
        rules: &[part("round-robin", &["An order"])],
    },
    Question {
        id: "http-post",
        ask: "What does an HTTP post do in a rehearsal?",
        answer: "It writes down what it would send, and uses the answer that you have set on the item. The contact \
            continues whatever the answer is.",
        words: &["http post", "webhook", "zapier", "web address", "integration", "answer", "url", "api"],
        exhibits: &[Exhibit::Table(&[
            &["Answer", "It means"],
            &["200", "Received"],
            &["409", "The contact may already have a CustomerHub member record"],
            &["Any other, or timed out", "Needs a look"],
        ])],
        rules: &[part("round-robin", &["An HTTP post"])],
    },
    Question {
        id: "fulfilment",
        ask: "When does a fulfilment list go out?",
        answer: "If it collects contacts, when enough are waiting or when enough days have passed since the first, \
            whichever comes first. These days are exactly 24 hours long. For the contact the item has run when it \
            joined the list, and its row is written then. A contact who joins at the time at which the list goes out goes \
            with it. A list that is due after the end of the rehearsal hasn't gone out; one that is due exactly then \
            has. Each item has a list of its own.",
        words: &[
            "fulfilment",
            "fulfillment",
            "shipping",
            "mail house",
            "goes out",
            "batch",
            "collect",
            "list of contacts",
            "brochure",
            "warehouse",
        ],
        exhibits: &[],
        rules: &[whole("fulfilment")],
    },
];
