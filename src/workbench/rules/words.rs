//! Words.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "1",
        id: "item",
        title: "Items",
        origin: RuleOrigin::Defined,
        text: "Item: a start, timer, communication or process placed on a sequence's canvas. Notes are not items.",
    },
    Rule {
        section: "1",
        id: "link",
        title: "Links and tracks",
        origin: RuleOrigin::Defined,
        text: "Link: from one item to the next. An item has at most one incoming link and any number of outgoing ones; a Start has none incoming. So a sequence is a forest: every item is visited at most once by a contact in a pass. Several outgoing links, like several Starts, run as parallel tracks.",
    },
    Rule {
        section: "1",
        id: "outcome",
        title: "Outcomes",
        origin: RuleOrigin::Defined,
        text: "Visit: a contact at an item. Every visit ends in exactly one outcome:\nran: a communication or process was performed; a Start or timer let the contact through;\nskipped: passed over, with a reason (§6);\nwaiting: at a configured timer whose moment (due) is later than the clock;\nheld: at an unconfigured timer. No due time: it never moves in this run.",
    },
    Rule {
        section: "1",
        id: "not-reached",
        title: "Not reached",
        origin: RuleOrigin::Defined,
        text: "An item that a contact has no visit at was not reached.",
    },
    Rule {
        section: "1",
        id: "rank",
        title: "Rank: the order of ties",
        origin: RuleOrigin::Defined,
        text: "Rank: the order of items for ties. Number the forest in preorder: Starts sorted by (y, x, id), and below each item its next items sorted by (y, x, id).",
    },
];
