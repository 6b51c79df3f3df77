//! Delay timers.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "4",
        id: "delay-settings",
        title: "Delay timer: its settings",
        origin: RuleOrigin::Defined,
        text: "Settings: amount n ≥ 0 and unit; run on; time; zone. Let a be the arrival, date(a) its local date.",
    },
    Rule {
        section: "4",
        id: "earliest",
        title: "The earliest time",
        origin: RuleOrigin::Documented,
        text: "earliest is the later of a and:\nunit | campaign rule day_count: CalendarDays (default, documented: \"1 day\" is the next calendar date, not 24 hours) | day_count: ElapsedDays",
    },
    Rule {
        section: "4",
        id: "minutes-hours",
        title: "Minutes and hours",
        origin: RuleOrigin::Defined,
        text: "minutes, hours | a + exactly that long | the same",
    },
    Rule {
        section: "4",
        id: "days-weeks",
        title: "Days and weeks",
        origin: RuleOrigin::Defined,
        text: "days, weeks | date(a) + n days (7n), 00:00 | that date, at a's time of day",
    },
    Rule {
        section: "4",
        id: "weekdays",
        title: "Weekdays",
        origin: RuleOrigin::Defined,
        text: "weekdays | the n-th Monday-to-Friday date after date(a), 00:00 (n = 0: a) | that date, at a's time of day (n = 0: a)",
    },
    Rule {
        section: "4",
        id: "months",
        title: "Months",
        origin: RuleOrigin::Defined,
        text: "months | the same day of the month n months later, clamped, 00:00 | that date, at a's time of day",
    },
    Rule {
        section: "4",
        id: "time-of-day",
        title: "The day and the time",
        origin: RuleOrigin::Defined,
        text: "Then walk the local dates from date(earliest) on. The first date that run on allows and whose time still can be met gives due:\nany time: earliest itself on its own date; on a later one 00:00, or earliest if that is later still;\nat T: T, if that instant is not before earliest; else the next allowed date;\nbetween A and B (A < B, B not included): A if earliest is before A; earliest if it lies inside; else the next allowed date.",
    },
    Rule {
        section: "4",
        id: "elapsed",
        title: "Elapsed days",
        origin: RuleOrigin::Defined,
        text: "ElapsedDays means the same time of day n dates later, not n × 24 hours. B may be 24:00, the end of the day.",
    },
    Rule {
        section: "4",
        id: "run-on",
        title: "Run on",
        origin: RuleOrigin::Defined,
        text: "Run on: any day · weekdays (Mon–Fri) · weekends · a set of weekdays · day d of the month (1–31, clamped to the last day) · the first, second, third, fourth or last given weekday of the month.",
    },
    Rule {
        section: "4",
        id: "in-a-row",
        title: "Delay timers in a row",
        origin: RuleOrigin::Documented,
        text: "Two delay timers in a row are strictly sequential: the second starts when the first has let the contact through (documented).",
    },
];
