//! Date timers and field timers.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};
use crate::workbench::rules::{examples, tracks};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "date",
        ask: "Is the day itself still in time?",
        answer: "Yes. A contact who arrives at a date timer before the day waits for it. A contact who arrives on \
            the day continues immediately, as long as the timer's time of day has not passed; exactly at that time \
            is still in time. Later, the date is missed.\nA timer with a range of dates is open on every day of the \
            range, with the first and the last.",
        words: &[
            "date timer",
            "on a date",
            "fixed date",
            "specific date",
            "deadline",
            "date range",
            "too late",
            "event",
        ],
        exhibits: &[Exhibit::Strip(&examples::PASSED)],
        rules: &[whole("date-timer")],
    },
    Question {
        id: "missed",
        ask: "What happens to a contact who comes after the date?",
        answer: "The contact misses the timer and everything that depends on it: the timer is skipped, and so is \
            every item after it, up to the next timer that still applies. There the contact goes on as usual.\nA \
            delay timer always applies. A timer with a date applies if its date is still ahead. A timer that is not \
            set up holds the contact. If there is no such timer, the contact drops out.\nA contact whose date field \
            is empty skips ahead in the same way.",
        words: &[
            "missed",
            "passed",
            "past date",
            "after the date",
            "late",
            "too late for the event",
            "skip ahead",
            "skips ahead",
            "webinar is over",
        ],
        exhibits: &[Exhibit::Track(&tracks::MISSED), Exhibit::Track(&tracks::DROPPED_OUT)],
        rules: &[
            whole("jump"),
            part("date_passed-field_empty", &["date_passed, field_empty"]),
            whole("behind_passed_timer"),
        ],
    },
    Question {
        id: "field",
        ask: "How does a timer for a birthday or a renewal work?",
        answer: "It reads a date from each contact, such as the birthday, and counts days, weeks or months before \
            or after it. So each contact has a date of their own. The date is read as local time in the timer's \
            time zone.",
        words: &[
            "birthday",
            "anniversary",
            "renewal",
            "expiry",
            "date field",
            "field timer",
            "custom date",
            "days before",
            "before the appointment",
        ],
        exhibits: &[Exhibit::Example(&examples::BIRTHDAY)],
        rules: &[whole("field-timer")],
    },
    Question {
        id: "next-birthday",
        ask: "What if this year's birthday is already over?",
        answer: "Then the timer takes next year's. With “The next one after the contact arrives” it takes the month \
            and the day of the date and looks for the first year in which its time is not over, so it never misses. It waits once for each \
            contact, not every year again.\nIn the example the birthday is on 12 May. On 10 May it is too late for \
            seven days before, so the contact waits until May of the next year.",
        words: &[
            "next occurrence",
            "every year",
            "yearly",
            "annual",
            "this year",
            "next year",
            "birthday passed",
            "birthday is over",
            "again",
        ],
        exhibits: &[Exhibit::Months(&examples::BIRTHDAY)],
        rules: &[whole("next-occurrence")],
    },
    Question {
        id: "year-in-field",
        ask: "Can a timer go by the year in the field?",
        answer: "Yes. For a renewal or a meeting, choose “The year that the field says”: the timer then goes by \
            exactly that date, and a contact who arrives later has missed it.",
        words: &[
            "year of the field",
            "exact date",
            "renewal date",
            "expiry date",
            "meeting date",
            "contract end",
            "missed renewal",
        ],
        exhibits: &[Exhibit::Strip(&examples::FROM_FIELD)],
        rules: &[whole("from-field")],
    },
    Question {
        id: "field-read",
        ask: "Does a timer notice when the date changes later?",
        answer: "Usually not. The date is read when the contact enters the sequence, so a change on the way doesn't \
            count. Edit › “Users, tags, fields, counting days…” has a switch to read it when the contact arrives at the \
            timer instead.",
        words: &[
            "date changes",
            "changed date",
            "rescheduled",
            "postponed",
            "updated field",
            "when is it read",
            "reads the field",
            "set field before timer",
        ],
        exhibits: &[],
        rules: &[whole("field-read")],
    },
    Question {
        id: "time-in-field",
        ask: "What if the field has a time of day, too?",
        answer: "A timer without a time of its own then goes by the time in the field, on the day that it counts \
            to: one day before a meeting at 14:00 is from 14:00 on. A time or a time range in the timer comes \
            before the time in the field. A timer counts days, weeks or months from its field, and no hours: for one \
            hour before a meeting, let it run on the date itself at a time of day.",
        words: &[
            "time in the field",
            "appointment time",
            "meeting time",
            "date and time",
            "hour of the meeting",
            "hour before",
            "hours before",
            "minutes before",
        ],
        exhibits: &[Exhibit::Strip(&examples::FIELD_TIME)],
        rules: &[whole("field-window")],
    },
    Question {
        id: "empty-field",
        ask: "What if a contact has no birthday?",
        answer: "If the date field is empty, the timer is skipped, and the contact skips ahead to the next timer \
            that still applies.",
        words: &["no birthday", "empty field", "blank date", "no date", "missing date", "without a date"],
        exhibits: &[Exhibit::Example(&examples::EMPTY_FIELD), Exhibit::Track(&tracks::EMPTY_FIELD)],
        rules: &[whole("empty-field"), part("date_passed-field_empty", &["date_passed, field_empty"])],
    },
    Question {
        id: "leap-day",
        ask: "When is a birthday on 29 February in other years?",
        answer: "On 28 February, unless the campaign says 1 March. Edit › “Users, tags, fields, counting days…” has the \
            switch. In a leap year it is on 29 February.",
        words: &["29 february", "leap year", "leap day", "february 29", "28 february", "1 march"],
        exhibits: &[Exhibit::Compare(&[("28 February", &examples::LEAP_DAY), ("1 March", &examples::LEAP_DAY_MARCH)])],
        rules: &[whole("leap-day")],
    },
];
