//! Time zones, clock changes, and what time is.

use crate::workbench::rules::examples;
use crate::workbench::rules::precise::whole;
use crate::workbench::rules::question::{Exhibit, Question};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "whose-time",
        ask: "Whose time does a timer go by?",
        answer: "By the campaign's time zone, or by the contact's if the timer says so. A contact without a time \
            zone has the campaign's.\nWith the contact's time, 09:00 is in the morning for everybody, wherever they \
            are. With the campaign's, everybody continues at the same moment.",
        words: &[
            "time zone",
            "timezone",
            "local time",
            "contact's time",
            "other country",
            "abroad",
            "my time",
            "new york",
            "tokyo",
        ],
        exhibits: &[
            Exhibit::Compare(&[
                ("By the contact's time", &examples::CONTACT_ZONE),
                ("By the campaign's time", &examples::CAMPAIGN_ZONE),
            ]),
            Exhibit::Example(&examples::CONTACT_ZONE),
        ],
        rules: &[whole("timer-zone")],
    },
    Question {
        id: "clock-change",
        ask: "What happens when the clocks change?",
        answer: "In spring an hour is missing: a timer set to 02:30 continues at 03:30 on that day. In autumn an \
            hour comes twice: the timer takes the first of the two. Nobody is lost, and nobody gets an email twice.",
        words: &[
            "daylight saving",
            "DST",
            "summer time",
            "winter time",
            "clock change",
            "clocks go forward",
            "clocks go back",
            "spring forward",
            "fall back",
            "missing hour",
            "twice",
        ],
        exhibits: &[Exhibit::Strip(&examples::GAP), Exhibit::Strip(&examples::TWICE)],
        rules: &[whole("clock-change")],
    },
    Question {
        id: "day-begins",
        ask: "When does a day begin and end?",
        answer: "At 00:00 in the timer's time zone, and it ends at 00:00 of the next date. On the two days of a \
            clock change a day therefore has 23 or 25 hours. In a few places the clocks change at midnight: a time \
            that is missing late in the evening then becomes a time shortly after midnight.",
        words: &[
            "midnight",
            "start of the day",
            "end of the day",
            "23 hours",
            "25 hours",
            "when is tomorrow",
            "day starts",
        ],
        exhibits: &[],
        rules: &[whole("local-day")],
    },
    Question {
        id: "exact",
        ask: "How exact are the times?",
        answer: "To the second. Each contact enters at a time of their own, and the clock of a rehearsal only goes \
            forward. When you move the clock back, you see the same result at an earlier time; nothing is computed \
            again.",
        words: &["seconds", "exact time", "precision", "clock", "back in time", "rewind"],
        exhibits: &[],
        rules: &[whole("clock")],
    },
    Question {
        id: "years",
        ask: "How far ahead can I rehearse?",
        answer: "From 1970 to the end of 2099. A contact whose time to continue is later than that waits at the \
            timer until the end.",
        words: &["2099", "1970", "far ahead", "future", "how many years", "beyond"],
        exhibits: &[Exhibit::Example(&examples::BEYOND)],
        rules: &[whole("simulated-time")],
    },
];
