//! Time.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "2",
        id: "clock",
        title: "The clock",
        origin: RuleOrigin::Defined,
        text: "The clock is an instant in whole UTC seconds. A simulated contact enters at its own instant; time only moves forward.",
    },
    Rule {
        section: "2",
        id: "timer-zone",
        title: "Whose clock a timer goes by",
        origin: RuleOrigin::Defined,
        text: "A timer works in one zone: the contact's zone if the timer says Contact and the contact has one; otherwise the campaign's zone.",
    },
    Rule {
        section: "2",
        id: "clock-change",
        title: "Clock changes",
        origin: RuleOrigin::Chosen,
        text: "A local date and time becomes an instant by the RFC 5545 / java.time / Temporal \"compatible\" rule (chosen): a time that does not exist (spring forward) uses the offset before the gap, so 02:30 becomes 03:30; a time that exists twice is the first of the two.",
    },
    Rule {
        section: "2",
        id: "month-end",
        title: "Months end early",
        origin: RuleOrigin::Defined,
        text: "Months clamp to the end of the month from their anchor: 31 January + 1 month = 28 or 29 February; + 2 months = 31 March.",
    },
    Rule {
        section: "2",
        id: "leap-day",
        title: "29 February",
        origin: RuleOrigin::Defined,
        text: "29 February in a common year is 28 February, or 1 March if the campaign's rule leap_day says Mar1.",
    },
    Rule {
        section: "2",
        id: "simulated-time",
        title: "From 1970 to 2099",
        origin: RuleOrigin::Defined,
        text: "Simulated time lies between 1970-01-01T00:00:00Z and 2099-12-31T23:59:59Z. A due instant later than that is waiting with an empty due.",
    },
    Rule {
        section: "2",
        id: "local-day",
        title: "Local days",
        origin: RuleOrigin::Defined,
        text: "A local day runs from 00:00 of its date to 00:00 of the next, both by the rule above. A window whose start is not before its end (a gap can do that) is empty. A time of day that falls into a gap may resolve to the next date (23:30 in Nuuk on 2026-03-28 is 00:30 on the 29th): accepted, since days are chosen before times are resolved; so is 00:00 of a date that the clock, going back, leaves again.",
    },
];
