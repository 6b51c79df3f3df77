//! How a contact moves.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "3",
        id: "entry",
        title: "Entry",
        origin: RuleOrigin::Defined,
        text: "On entry at instant t the contact is put at every Start, which ran at t. Entry exactly at until enters. A contact whose entry is later than until has not entered: it has no visits; and nobody enters a sequence without a Start.",
    },
    Rule {
        section: "3",
        id: "next-item",
        title: "The next item",
        origin: RuleOrigin::Documented,
        text: "From an item that let the contact through at t, the contact arrives at each next item at t. No timer between two items: the second is performed at the same instant (documented).",
    },
    Rule {
        section: "3",
        id: "ready",
        title: "Ready or skipped",
        origin: RuleOrigin::Documented,
        text: "A communication or process that is ready (configured, and its Ready mark set) is performed; one that is not is skipped and the contact goes on to the next item at once (documented).",
    },
    Rule {
        section: "3",
        id: "held",
        title: "Timers that are not set up hold",
        origin: RuleOrigin::Documented,
        text: "An unconfigured timer holds the contact for good: held; nothing behind it runs (documented).",
    },
    Rule {
        section: "3",
        id: "due",
        title: "When a timer lets go",
        origin: RuleOrigin::Defined,
        text: "A configured timer computes due (§4, §5). If due is not later than the clock's end (until, included), it ran at due and the contact goes on; else it is waiting.",
    },
    Rule {
        section: "3",
        id: "jump",
        title: "Skipping ahead",
        origin: RuleOrigin::Both,
        text: "A date or field timer whose moment has passed, or a field timer whose field is empty, makes the contact jump (documented for past timers; the same rule chosen for empty fields): the timer is skipped, and so is every communication and process after it, whatever their state (reason behind_passed_timer), until the contact reaches a timer that is live: an unconfigured timer holds it; a delay timer takes it, starting now; a date or field timer whose moment is still ahead, or is this very instant, takes it; one whose moment has passed or whose field is empty is skipped too, with its own reason, and the jump goes on. A track that ends while jumping fell out; any other end is finished.",
    },
    Rule {
        section: "3",
        id: "tracks",
        title: "Tracks share the record",
        origin: RuleOrigin::Defined,
        text: "Tracks of one contact are independent, but share the contact's record. Events of one contact happen in order of (instant, rank).",
    },
    Rule {
        section: "3",
        id: "competition",
        title: "Who comes first",
        origin: RuleOrigin::Defined,
        text: "Where contacts compete (a round robin), the order is (instant, the contact's position in the list, rank).",
    },
    Rule {
        section: "3",
        id: "status",
        title: "Status of a contact",
        origin: RuleOrigin::Defined,
        text: "Status of a contact in a sequence: active while any of its tracks waits; otherwise held if any is held; otherwise fell_out if every track fell out; otherwise queued (finished all there is, and stands at the end).",
    },
];
