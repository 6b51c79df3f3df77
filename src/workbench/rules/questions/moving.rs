//! How a contact moves through a sequence.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};
use crate::workbench::rules::tracks;

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "enter",
        ask: "When does a contact enter a sequence?",
        answer: "At the contact's entry time, at every Start at the same time. A contact whose entry time is \
            exactly the end of the rehearsal still enters; a later one hasn't entered and appears at no item. A \
            sequence without a Start lets nobody in.",
        words: &["entry", "enter", "start", "begin", "join", "sign up", "not entered", "nobody enters"],
        exhibits: &[],
        rules: &[whole("entry")],
    },
    Question {
        id: "next-item",
        ask: "Are two emails in a row sent at the same time?",
        answer: "Yes, if there is no timer between them. A contact arrives at the next item at the same moment at \
            which the item before lets it go. Put a timer between two emails to leave time between them.",
        words: &[
            "two emails",
            "emails in a row",
            "same time",
            "without a timer",
            "next item",
            "immediately",
            "all at once",
            "no delay between",
        ],
        exhibits: &[Exhibit::Track(&tracks::TWO_EMAILS)],
        rules: &[whole("next-item")],
    },
    Question {
        id: "not-ready",
        ask: "What happens at an email that isn't ready?",
        answer: "It isn't sent. A draft, or an email with something missing, is skipped, and the contact continues \
            immediately with the next item. Only timers that are not set up hold contacts.",
        words: &["draft", "not ready", "ready mark", "mark as ready", "unfinished email", "published", "publish"],
        exhibits: &[Exhibit::Track(&tracks::DRAFT)],
        rules: &[whole("ready"), whole("draft")],
    },
    Question {
        id: "timer-not-set-up",
        ask: "What happens at a timer that isn't set up?",
        answer: "It holds every contact who reaches it, and nothing after it runs. Complete the timer's settings to \
            let them continue.",
        words: &[
            "timer not set up",
            "stuck",
            "nothing happens",
            "blocked",
            "nobody continues",
            "wall",
            "stopped at timer",
            "unfinished timer",
        ],
        exhibits: &[Exhibit::Track(&tracks::HELD)],
        rules: &[whole("held")],
    },
    Question {
        id: "tracks",
        ask: "Can a contact be in two places of a sequence?",
        answer: "Yes. If several links leave an item, the contact goes along all of them at the same time. These \
            are tracks. Tracks don't come together again, so a contact never meets an item twice.\nThe tracks don't \
            wait for each other, but they share one record: a tag that one track gives is there for the other.",
        words: &[
            "tracks",
            "parallel",
            "split",
            "fork",
            "two places",
            "branch",
            "join",
            "merge tracks",
            "same item twice",
        ],
        exhibits: &[Exhibit::Track(&tracks::PARALLEL)],
        rules: &[whole("link"), part("tracks", &["Tracks of one contact"])],
    },
    Question {
        id: "which-first",
        ask: "Which item runs first if two run at the same time?",
        answer: "The one that comes first on the canvas: the track of the upper Start first, each track to its end, \
            and the upper of several next items before the lower ones. At the same height, the one further left \
            comes first. So you choose the order by placing the items.",
        words: &["order", "which first", "same moment", "sequence of items", "order of items", "priority", "tie"],
        exhibits: &[],
        rules: &[whole("rank"), part("tracks", &["Events of one contact"])],
    },
    Question {
        id: "who-first",
        ask: "Who comes first if two contacts arrive at the same time?",
        answer: "The contact who is further up in the list of contacts. This matters where contacts share \
            something, such as a round robin.",
        words: &["two contacts", "who is first", "contact order", "compete", "list order", "same second"],
        exhibits: &[],
        rules: &[whole("competition")],
    },
    Question {
        id: "several-reasons",
        ask: "Which reason counts if an item is skipped for several?",
        answer: "The first of these: the contact skips ahead after a missed timer; a setting is missing; the item \
            isn't marked ready; then the item's own reasons, such as a missing email address.",
        words: &["several reasons", "which reason", "more than one reason", "order of checks", "two reasons"],
        exhibits: &[],
        rules: &[whole("order")],
    },
];
