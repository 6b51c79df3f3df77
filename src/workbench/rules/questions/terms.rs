//! The words that the window uses.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};
use crate::workbench::rules::tracks;

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "item",
        ask: "What is an item?",
        answer: "Everything on the canvas that a contact can reach: a Start, a timer, a communication such as an \
            email, or a process such as a tag or a task. Notes are only for you; contacts never reach them.",
        words: &["item", "object", "step", "element", "box", "node", "note"],
        exhibits: &[],
        rules: &[whole("item")],
    },
    Question {
        id: "ran",
        ask: "What does “ran” mean?",
        answer: "The item did its work for the contact: an email was sent, a tag was given. A Start or a timer ran \
            when it let the contact through.",
        words: &["ran", "run", "sent", "done", "tick", "check mark"],
        exhibits: &[],
        rules: &[part("outcome", &["Visit:", "Every visit", "ran:"])],
    },
    Question {
        id: "skipped",
        ask: "What does “skipped” mean?",
        answer: "The contact passed the item, but it did nothing, and the story says why. The contact continues \
            immediately.",
        words: &["skipped", "skip", "passed over", "left out", "not run"],
        exhibits: &[Exhibit::Track(&tracks::DRAFT)],
        rules: &[part("outcome", &["skipped:"])],
    },
    Question {
        id: "waiting",
        ask: "What does “waiting” mean?",
        answer: "The contact is at a timer, and its time to continue is later than the clock shows.",
        words: &["waiting", "wait", "clock sign"],
        exhibits: &[Exhibit::Track(&tracks::WAITING)],
        rules: &[part("outcome", &["waiting:"]), whole("due")],
    },
    Question {
        id: "held",
        ask: "What does “held” mean?",
        answer: "The contact is at a timer that isn't set up. It stays there to the end of the rehearsal, and \
            reaches nothing after it. “Waiting” is different: a waiting contact has a time to continue.",
        words: &["held", "hold", "hand sign", "stuck", "stopped"],
        exhibits: &[Exhibit::Track(&tracks::HELD)],
        rules: &[part("outcome", &["held:", "No due time:"]), whole("held")],
    },
    Question {
        id: "not-reached",
        ask: "What does “not reached” mean?",
        answer: "The contact hasn't come to the item: it waits or is held before it, hasn't entered yet, or the \
            item is on no track of the contact.",
        words: &["not reached", "never reached", "nobody comes", "no contacts", "zero contacts"],
        exhibits: &[Exhibit::Track(&tracks::HELD)],
        rules: &[whole("not-reached")],
    },
    Question {
        id: "skips-ahead",
        ask: "What does “skips ahead” mean?",
        answer: "A contact who misses a timer goes on to the next timer that still applies. The items on the way \
            are skipped.",
        words: &["skip ahead", "skips ahead", "jump", "jumps", "jumped", "still applies"],
        exhibits: &[Exhibit::Track(&tracks::MISSED)],
        rules: &[whole("jump")],
    },
    Question {
        id: "dropped-out",
        ask: "What does “dropped out” mean?",
        answer: "The contact missed a timer, and no later timer on the track still applies. So the contact skipped \
            everything to the end. A contact with several tracks has dropped out only if all of them ended like \
            this.",
        words: &["dropped out", "drop out", "fell out", "lost", "drops out", "left"],
        exhibits: &[Exhibit::Track(&tracks::DROPPED_OUT)],
        rules: &[part("jump", &["A track that ends"]), whole("status")],
    },
    Question {
        id: "finished",
        ask: "What does “finished” mean?",
        answer: "The contact has passed everything there is and is at the end of the sequence. Some items may have \
            been skipped on the way.",
        words: &["finished", "queued", "completed", "complete", "end of the sequence", "done"],
        exhibits: &[Exhibit::Track(&tracks::TWO_EMAILS)],
        rules: &[whole("status"), part("jump", &["A track that ends"])],
    },
    Question {
        id: "status",
        ask: "What does the status of a contact say?",
        answer: "Where the contact is in the sequence. With several tracks, the first line that is true counts.",
        words: &["status", "state of a contact", "active", "where is the contact", "overall"],
        exhibits: &[Exhibit::Table(&[
            &["Status", "When"],
            &["Waiting", "At least one track waits at a timer"],
            &["Held", "At least one track is held at a timer that isn't set up"],
            &["Dropped out", "All tracks dropped out"],
            &["Finished", "All other contacts who have entered"],
            &["Not entered", "The contact enters later, or not at all"],
        ])],
        rules: &[whole("status"), part("entry", &["A contact whose"])],
    },
    Question {
        id: "documented",
        ask: "Where do the rules come from?",
        answer: "Most come from the documentation of marketing products. Where the documentation says nothing, or \
            contradicts itself, Dripline chose a rule. Below each answer, “Precisely” says which of the two it is.",
        words: &["documented", "chosen", "source", "keap", "infusionsoft", "who says", "definition", "why this rule"],
        exhibits: &[],
        rules: &[],
    },
];
