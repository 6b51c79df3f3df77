//! Date timers and field timers.

use super::rule::{Rule, RuleOrigin};

pub(super) const RULES: &[Rule] = &[
    Rule {
        section: "5",
        id: "date-timer",
        title: "Date timer",
        origin: RuleOrigin::Defined,
        text: "Date timer: a date, or a range of dates (both ends included); time; zone. Its windows are, for every date in the range: any time the whole local day; at T that instant; between A and B from A up to B, B not included. due is the earliest instant not before the arrival that lies in a window; if there is none, its moment has passed (reason date_passed). Arriving at exactly T is in time.",
    },
    Rule {
        section: "5",
        id: "field-timer",
        title: "Field timer",
        origin: RuleOrigin::Defined,
        text: "Field timer: a date or date-time field of the contact; Before n unit, On, or After n unit (days, weeks, months); year NextOccurrence or FromField; time; zone. The field holds a wall-clock value, read in the timer's zone.",
    },
    Rule {
        section: "5",
        id: "field-read",
        title: "When the field is read",
        origin: RuleOrigin::Documented,
        text: "The field is read when the contact enters the sequence (documented by practitioners), or on arrival at the timer if the campaign's rule field_timers_read says OnArrival.",
    },
    Rule {
        section: "5",
        id: "field-window",
        title: "The date and its window",
        origin: RuleOrigin::Defined,
        text: "Target date = the field's date shifted by the offset. Window on that date: any time: the whole local day, or, where the field has a time of day, from that time to the end of the day; at T; between A and B.",
    },
    Rule {
        section: "5",
        id: "from-field",
        title: "The field’s own year",
        origin: RuleOrigin::Defined,
        text: "FromField: the window of that date; if the arrival is later, or the window is empty, it has passed (date_passed).",
    },
    Rule {
        section: "5",
        id: "next-occurrence",
        title: "The next occurrence",
        origin: RuleOrigin::Chosen,
        text: "NextOccurrence (chosen: once per pass): take the field's month and day in each year, also before the field's own (leap-day rule first, then the shift), and use the first whose window has not passed. It never passes.",
    },
    Rule {
        section: "5",
        id: "empty-field",
        title: "Empty fields",
        origin: RuleOrigin::Defined,
        text: "Empty field: reason field_empty.",
    },
];
