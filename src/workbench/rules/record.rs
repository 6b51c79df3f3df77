//! What items do to the record.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "7",
        id: "record",
        title: "What items change",
        origin: RuleOrigin::Documented,
        text: "Tags, owner and fields change the simulated contact at that instant and later items see it. Set Field Value can set birthday, anniversary and custom fields; name, phone, address, email and a social security number cannot be updated (documented), nor the other columns of the contact. Merge fields (~…~) do not work in it (documented): such a value counts as not configured. RunDate sets a date field to the local date, a date-time field to the local date and minute, of that moment in the campaign's zone.",
    },
    Rule {
        section: "7",
        id: "appointment",
        title: "Appointments",
        origin: RuleOrigin::Defined,
        text: "An appointment's date field is read when the item runs.",
    },
    Rule {
        section: "7",
        id: "round-robin-order",
        title: "Round robins: the order",
        origin: RuleOrigin::Defined,
        text: "An owner or a sales rep given by a round robin is settled in the order of §3.8; each round robin has one counter, shared by all items that use it, tasks included, and starts every run at zero at its first member.",
    },
    Rule {
        section: "7",
        id: "round-robin",
        title: "Round robins and effects",
        origin: RuleOrigin::Defined,
        text: "Round robins: OnePerRound gives one record to each member in turn, skipping members at their maximum for this cycle; ByRatio gives the next record to the member with the largest share of its maximum still free, ties by list order; when all are at their maximum a new cycle starts with every count at zero and, for OnePerRound, from the first member. Everything else (email, fax, letter, text message, note, task, appointment, opportunity, order, fulfilment, CustomerHub login, HTTP post, action set) writes an effect and starts nothing. An order that charges automatically is charged if the contact's card_on_file is yes, and else is made with the charge failed; the contact goes on. An HTTP post records the pairs it would send and the answer set on the item (200: received; 409: the person may already have a CustomerHub member record; any other, or a time-out: needs a look); the contact goes on. A simulation never opens a socket.",
    },
    Rule {
        section: "7",
        id: "fulfilment",
        title: "Fulfilment lists",
        origin: RuleOrigin::Chosen,
        text: "A fulfilment list that queues jobs releases one when count people are queued or within_days × 24 h after the first, whichever comes first (chosen); the visit ran when the contact was queued; a release later than until has not happened, one at until has. Each item has a queue of its own; a row holds the record at the moment of queuing, its entered the instant of entry; who queues at the very instant of a release goes with it; a count of 0 counts as 1; without until the clock goes on to the last release.",
    },
];
