//! Delay timers.

use crate::workbench::rules::precise::{part, whole};
use crate::workbench::rules::question::{Exhibit, Question};
use crate::workbench::rules::{examples, tracks};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "one-day",
        ask: "Is one day 24 hours?",
        answer: "No. A timer of one day releases a contact at the start of the next date, at midnight. A contact \
            who arrives at 23:50 waits ten minutes, one who arrives at 00:10 waits nearly a whole day.\nTwo \
            settings change this. Set the timer to 24 hours if you want exactly 24 hours. Give the timer a time of \
            day, such as 09:00, if all contacts should continue at the same time.",
        words: &[
            "24 hours",
            "one day",
            "calendar day",
            "why not 24 hours",
            "midnight",
            "1 day",
            "too early",
            "ten minutes",
            "next day",
        ],
        exhibits: &[
            Exhibit::Strip(&examples::ONE_DAY_EARLY_AND_LATE),
            Exhibit::Compare(&[
                ("1 day", &examples::ONE_DAY_EARLY_AND_LATE),
                ("24 hours", &examples::HOURS_24),
                ("1 day, at 09:00", &examples::ONE_DAY_AT_NINE),
            ]),
        ],
        rules: &[whole("earliest"), whole("days-weeks")],
    },
    Question {
        id: "same-time",
        ask: "Can one day keep the time of day?",
        answer: "Yes. Edit › “Users, tags, fields, counting days…” has the switch “How days are counted”. With “Same \
            time of day”, a contact who arrives on Monday at 17:30 can continue on Tuesday at 17:30, and not \
            before.\nIt still counts dates, not hours: on a day on which the clocks change, the time of day stays \
            the same although the wait is an hour shorter or longer. The switch holds for the whole campaign.",
        words: &["same time", "keep the time", "elapsed", "count days", "how days are counted", "exact days"],
        exhibits: &[
            Exhibit::Compare(&[
                ("Calendar dates", &examples::ONE_DAY_EARLY_AND_LATE),
                ("Same time of day", &examples::ONE_DAY_SAME_TIME),
            ]),
            Exhibit::Example(&examples::ELAPSED),
        ],
        rules: &[part("elapsed", &["ElapsedDays"]), whole("earliest")],
    },
    Question {
        id: "hours",
        ask: "How do minutes and hours count?",
        answer: "Exactly. Two hours after 17:30 is 19:30. If the timer allows only some days or times, the contact \
            then waits for the next one that fits: here, for 08:00 on the next morning.",
        words: &["minutes", "hours", "exact", "opening hours", "office hours", "business hours"],
        exhibits: &[Exhibit::Strip(&examples::HOURS)],
        rules: &[whole("minutes-hours")],
    },
    Question {
        id: "weeks",
        ask: "Is one week seven days?",
        answer: "Yes. One week after a Wednesday is the next Wednesday, from the start of that date. Weeks count \
            dates in the same way as days do.",
        words: &["week", "weeks", "seven days", "7 days"],
        exhibits: &[Exhibit::Months(&examples::ONE_WEEK)],
        rules: &[whole("days-weeks")],
    },
    Question {
        id: "weekdays",
        ask: "What is one weekday after a Friday?",
        answer: "Monday. A timer that counts weekdays counts Monday to Friday only, so Saturday and Sunday pass \
            without counting. A contact who arrives on a Saturday continues on Monday, too.\nWith a wait of 0 \
            weekdays, the contact can continue on the day of arrival.\nPublic holidays count like any other day.",
        words: &[
            "weekday",
            "working day",
            "work day",
            "business day",
            "weekend",
            "friday",
            "saturday",
            "sunday",
            "holiday",
            "bank holiday",
        ],
        exhibits: &[Exhibit::Strip(&examples::ONE_WEEKDAY)],
        rules: &[whole("weekdays")],
    },
    Question {
        id: "months",
        ask: "What is one month after 31 January?",
        answer: "The last day of February. If the later month is too short, the timer takes its last day. It counts \
            from the day of arrival each time, so two months after 31 January is 31 March, not 28 March.",
        words: &["month", "months", "end of month", "month end", "31st", "30 days", "short month", "february"],
        exhibits: &[
            Exhibit::Months(&examples::MONTH_END),
            Exhibit::Compare(&[("1 month", &examples::MONTH_END), ("2 months", &examples::TWO_MONTHS)]),
        ],
        rules: &[whole("month-end"), whole("months")],
    },
    Question {
        id: "longer",
        ask: "Why does a contact wait longer than the timer says?",
        answer: "Because the wait comes first, and the day and the time come after it. When the wait is over, the \
            timer takes the first allowed day on which its time has not passed.\nIn the picture, three days after a \
            Thursday end on a Sunday. The timer allows only Monday to Friday, so the contact continues on Monday at \
            08:00. A contact who arrives on a Friday continues at the same time.",
        words: &[
            "longer",
            "too late",
            "late",
            "time of day",
            "wait",
            "next morning",
            "between",
            "at a time",
            "send window",
        ],
        exhibits: &[Exhibit::Strip(&examples::THREE_DAYS_THURSDAY), Exhibit::Example(&examples::THREE_DAYS)],
        rules: &[whole("time-of-day"), part("elapsed", &["B may be"])],
    },
    Question {
        id: "run-on",
        ask: "Can a timer wait for a weekday or the last Friday of the month?",
        answer: "Yes. “Run on” chooses the days: any day, Monday to Friday, weekends, chosen days of the week, a \
            day of the month such as the 15th, or a weekday such as the first Monday or the last Friday of the \
            month.\nA day that a month doesn't have becomes the last day of that month: the 31st is the 30th in \
            April.",
        words: &[
            "run on",
            "last friday",
            "first monday",
            "weekends only",
            "15th",
            "day of the month",
            "only on",
            "skip the weekend",
            "every month",
        ],
        exhibits: &[Exhibit::Months(&examples::RUN_ON)],
        rules: &[whole("run-on")],
    },
    Question {
        id: "settings",
        ask: "What does a delay timer ask for?",
        answer: "Four things: how long to wait (0 is allowed), on which days to release contacts, at which time of \
            day, and whose time counts. A wait of 0 days means: as soon as the day and the time fit, today if \
            possible.",
        words: &["delay timer", "wait 0", "zero", "no wait", "settings of a timer", "immediately"],
        exhibits: &[Exhibit::Strip(&examples::NO_WAIT)],
        rules: &[whole("delay-settings")],
    },
    Question {
        id: "in-a-row",
        ask: "Do two timers in a row add up?",
        answer: "Yes. The second timer starts when the first has released the contact. One day and then two hours \
            is two hours after midnight.",
        words: &["two timers", "timers in a row", "one after another", "add up", "timer after timer"],
        exhibits: &[Exhibit::Track(&tracks::IN_A_ROW)],
        rules: &[whole("in-a-row")],
    },
    Question {
        id: "release",
        ask: "When does a timer release a contact?",
        answer: "At the first time that fits its settings. If that is after the end of the rehearsal, the contact \
            is still waiting at the end. A contact whose time is exactly the end of the rehearsal still continues.",
        words: &["release", "let go", "end of the rehearsal", "still waiting", "when does it continue"],
        exhibits: &[],
        rules: &[whole("due")],
    },
    Question {
        id: "limits",
        ask: "How long can a timer wait?",
        answer: "About ten years. A timer outside these limits counts as not set up, and so does a timer without a \
            weekday or with a time range that ends before it starts. A number below 0 can't be opened at all.",
        words: &["longest", "limit", "maximum", "how long", "too long", "years"],
        exhibits: &[Exhibit::Table(&[
            &["Unit", "Longest wait"],
            &["Minutes", "525,600 (one year)"],
            &["Hours", "87,600 (ten years)"],
            &["Days, weekdays", "3,650 (ten years)"],
            &["Weeks", "520 (ten years)"],
            &["Months", "120 (ten years)"],
            &["A range of dates", "3,660 days, with its first and last day"],
        ])],
        rules: &[part("bounds", &["Bounds:", "The bounds hold", "Outside them"])],
    },
];
