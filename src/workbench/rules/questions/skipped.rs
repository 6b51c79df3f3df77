//! The reasons for which an item is skipped.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};
use crate::workbench::rules::tracks;

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "email",
        ask: "Why did a contact not get an email?",
        answer: "If the email itself is set up and ready, for one of two reasons: the contact has no email address, \
            or the address may not get marketing email. Emails to your own users, or to a fixed address, don't ask \
            for the contact's status; they are skipped only if that address is empty.\n“Add to CustomerHub” needs an email address, too, as it becomes the user \
            name.",
        words: &[
            "no email",
            "not sent",
            "opt out",
            "opted out",
            "unsubscribed",
            "unsubscribe",
            "not marketable",
            "bounced",
            "spam",
            "consent",
            "gdpr",
            "permission",
            "double opt-in",
            "email address missing",
        ],
        exhibits: &[
            Exhibit::Table(&[
                &["Status of the address", "Marketing email"],
                &["Confirmed", "Sent"],
                &["Unconfirmed", "Sent"],
                &["Unengaged", "Sent"],
                &["All others, such as opted out or bounced", "Skipped: not marketable"],
                &["No address", "Skipped: no email address"],
            ]),
            Exhibit::Track(&tracks::OPTED_OUT),
        ],
        rules: &[whole("email")],
    },
    Question {
        id: "letter",
        ask: "Why was a letter, a fax or a text message not sent?",
        answer: "Because the contact's record lacks what it needs.",
        words: &[
            "letter",
            "post",
            "postal address",
            "address incomplete",
            "fax",
            "text message",
            "SMS",
            "phone number",
            "no phone",
            "mobile number",
        ],
        exhibits: &[Exhibit::Table(&[
            &["Item", "The contact needs"],
            &["Letter", "Street, city and country"],
            &["Fax", "A fax number"],
            &["Text message", "A phone number"],
        ])],
        rules: &[whole("fax-letter")],
    },
    Question {
        id: "draft",
        ask: "Why does an item say that it is a draft?",
        answer: "All its settings are there, but it isn't marked ready. Mark it ready to have it run.",
        words: &["draft", "ready", "mark ready", "not live", "activate", "switch on"],
        exhibits: &[],
        rules: &[whole("draft")],
    },
    Question {
        id: "not-set-up",
        ask: "Why is an item not set up although I filled it in?",
        answer: "Something it needs is still missing, or names something that no longer exists, such as a tag that \
            was removed. One unknown name is enough. The item's settings and the list of problems say which. This \
            comes before the ready mark: an item that isn't set up isn't a draft either.",
        words: &[
            "not set up",
            "missing setting",
            "incomplete",
            "deleted tag",
            "unknown tag",
            "removed user",
            "filled in",
            "dashed",
        ],
        exhibits: &[],
        rules: &[whole("not_configured"), part("configured", &["Configured means"]), part("bounds", &["One unknown"])],
    },
    Question {
        id: "already-set",
        ask: "Why was a field not set?",
        answer: "Because it had a value, and the item is set to “Leave it”, so it fills only a blank field. What \
            counts is the value at the time at which the item runs.",
        words: &[
            "field not set",
            "only if blank",
            "already set",
            "already filled",
            "overwrite",
            "kept the old value",
            "field not changed",
        ],
        exhibits: &[Exhibit::Track(&tracks::ONLY_IF_BLANK)],
        rules: &[whole("already_set"), part("bounds", &["mode: None"])],
    },
    Question {
        id: "nobody-to-choose",
        ask: "Why did a round robin choose no user?",
        answer: "It has no members, or all members have a maximum of 0. Add a member in Edit › “Users, tags, fields, \
            counting days…”.",
        words: &["round robin empty", "nobody in the round robin", "no members", "no sales rep", "maximum 0"],
        exhibits: &[],
        rules: &[whole("no_eligible_user")],
    },
    Question {
        id: "no-owner",
        ask: "Why does an item say that there is no owner?",
        answer: "It goes to the contact's owner, and this contact has no owner at that time. Put “Assign owner” before \
            it, or choose a user.",
        words: &["no owner", "owner missing", "without owner", "assign owner", "unassigned"],
        exhibits: &[],
        rules: &[whole("no_owner")],
    },
    Question {
        id: "no-licence",
        ask: "Why was no contact added to CustomerHub?",
        answer: "The campaign has no CustomerHub licence. Edit › “Users, tags, fields, counting days…” says whether it \
            has one.",
        words: &["customerhub", "licence", "license", "membership site", "member area"],
        exhibits: &[],
        rules: &[whole("no_license")],
    },
    Question {
        id: "no-date",
        ask: "Why does an appointment or a timer say that there is no date?",
        answer: "It goes by a date field, and the field is empty for this contact. A timer then sends the contact \
            ahead; an appointment is skipped alone, and the contact continues with the next item.",
        words: &[
            "no date in the field",
            "appointment skipped",
            "appointment without date",
            "empty date",
            "date missing",
        ],
        exhibits: &[],
        rules: &[whole("date_passed-field_empty")],
    },
    Question {
        id: "after-missed",
        ask: "Why was everything after a timer skipped?",
        answer: "The timer was missed: its date was over when the contact arrived, or its date field is empty. The \
            contact skips every item up to the next timer that still applies, even items that are not ready or not \
            set up.",
        words: &[
            "everything skipped",
            "all skipped",
            "skipped after timer",
            "after a missed timer",
            "nothing sent after",
        ],
        exhibits: &[Exhibit::Track(&tracks::MISSED)],
        rules: &[whole("behind_passed_timer"), whole("jump")],
    },
];
