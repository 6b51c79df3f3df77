//! Reasons, and what items need.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "6",
        id: "draft",
        title: "Draft",
        origin: RuleOrigin::Defined,
        text: "reason | when\ndraft | configured but not marked ready",
    },
    Rule {
        section: "6",
        id: "not_configured",
        title: "Not configured",
        origin: RuleOrigin::Defined,
        text: "not_configured | a required setting is missing (takes precedence over draft)",
    },
    Rule {
        section: "6",
        id: "date_passed-field_empty",
        title: "Passed dates and empty fields",
        origin: RuleOrigin::Defined,
        text: "date_passed, field_empty | on a date or field timer\nfield_empty | also: an appointment based on a date field that is empty",
    },
    Rule {
        section: "6",
        id: "behind_passed_timer",
        title: "After a missed timer",
        origin: RuleOrigin::Defined,
        text: "behind_passed_timer | on a communication or process the contact jumped over",
    },
    Rule {
        section: "6",
        id: "email",
        title: "Email addresses",
        origin: RuleOrigin::Defined,
        text: "no_email_address, email_not_marketable | email to the contact without address; or with a status other than confirmed, unconfirmed, unengaged (email to staff or to a fixed address ignores the contact's status; where that address is empty, also once merged: no_email_address); Add to CustomerHub without an address, which is the login's user name",
    },
    Rule {
        section: "6",
        id: "fax-letter",
        title: "Phone and fax numbers, postal addresses",
        origin: RuleOrigin::Defined,
        text: "no_fax_number, no_postal_address, no_phone_number | fax; letter (street, city and country needed); text message (format 2)",
    },
    Rule {
        section: "6",
        id: "already_set",
        title: "Already set",
        origin: RuleOrigin::Defined,
        text: "already_set | Set Field Value with \"only if blank\" on a field that has a value at that moment",
    },
    Rule {
        section: "6",
        id: "no_eligible_user",
        title: "No user to choose",
        origin: RuleOrigin::Defined,
        text: "no_eligible_user | a round robin without members, or all with maximum 0",
    },
    Rule {
        section: "6",
        id: "no_owner",
        title: "No owner",
        origin: RuleOrigin::Defined,
        text: "no_owner | Owner chosen as the user while the contact has none",
    },
    Rule {
        section: "6",
        id: "no_license",
        title: "No licence",
        origin: RuleOrigin::Defined,
        text: "no_license | Add to CustomerHub without the licence in the campaign's directory",
    },
    Rule {
        section: "6",
        id: "order",
        title: "The order of checks",
        origin: RuleOrigin::Defined,
        text: "Checks on one item apply in this order: jump, configuration, ready mark, then the item's own reasons, in the order of the table (so CustomerHub without address and licence: no_email_address).",
    },
    Rule {
        section: "6",
        id: "configured",
        title: "What an item needs",
        origin: RuleOrigin::Defined,
        text: "Configured means that these are set (not empty, not None) and name things that exist in the campaign's directory:\nitem | required\ndelay, date, field timer | the schedule; its values within bounds (below); field timer: a date or date-time field\nemail | to, subject, body\nfax, letter, text message | body\napply/remove tag | at least one tag in either list (a tag in both ends up applied; names are compared exactly)\napply note | title\ncreate task | title, assign; due after at most 3,650 days\ncreate appointment | title, user, basis; after at most 3,650 days, 1 to 1,440 minutes; without a time it starts on the date\nset field value | field, value; the field may be set (§7) and the value fits its kind\nassign owner | assign (Owner is no choice here)\ncreate opportunity | title, assign, stage\nfulfilment list | name, deliver, at least one column\ncreate order | at least one product, payment; each price a decimal number without sign, one currency for all\nadd to CustomerHub | nothing\nsend HTTP post | URL (as the URL standard reads it, no blank in or around it; merge fields may stand behind the host) with scheme http or https and no port, 80 or 443\naction set | name",
    },
    Rule {
        section: "6",
        id: "bounds",
        title: "Bounds",
        origin: RuleOrigin::Defined,
        text: "Bounds: minutes ≤ 525,600, hours ≤ 87,600, days and weekdays ≤ 3,650, weeks ≤ 520, months ≤ 120; a range of dates in order and ≤ 3,660 days; A before B; at least one weekday; day of month 1 to 31. The bounds hold for a field timer's offset too; a range's length counts both ends. Outside them, or with any part of the schedule None, a timer counts as unconfigured; a negative amount is an error of form. mode: None is Overwrite. A value fits when its variant is the field's kind (Number a decimal number); RunDate fits date and date-time fields. Date fields are birthday, anniversary and custom fields of kind Date or DateTime. One unknown tag, product, stage, user, round robin, action set or column makes its item not configured; an unknown user among a round robin's members, or as a contact's owner in the file, is a finding only. Blanks alone are not empty. A merge field is ~, a name of letters, digits, _ and dots, ~; any other ~ is text. Merge fields work in subjects, bodies, titles, the values of HTTP pairs, the URL (there percent-encoded) and a fixed address; they are filled once, and what they bring is not searched again. Dates are written YYYY-MM-DD, date-times YYYY-MM-DDTHH:MM; an empty value, and an owner who is no user, as nothing. Built-in names come before custom fields of the same key, which is a finding. Configured is asked of the text as typed, before it is merged. A decimal number is an optional sign, digits, and optionally . and digits, kept as typed.",
    },
];
