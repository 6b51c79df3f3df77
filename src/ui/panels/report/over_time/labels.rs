//! The labels of the time axis, in the user's format of dates.

use crate::calendar::words::format_date;
use crate::report::axis::{Tick, TickName};
use crate::ui::context::settings::{DateOrder, Settings};
use crate::ui::controls::dates;

/// A label, with the year if it is another one than in the label before and `with_year` allows it.
pub(super) fn of(settings: &Settings, tick: &Tick, with_year: bool) -> String {
    let year = tick.year.filter(|_| with_year);
    match (tick.names, year, settings.dates) {
        (TickName::Day, Some(_), _) => dates::day(settings, tick.start),
        (TickName::Day, None, DateOrder::MonthFirst) => format_date(tick.start, "%b %-d"),
        (TickName::Day, None, DateOrder::YearFirst) => format_date(tick.start, "%m-%d"),
        (TickName::Month, Some(year), DateOrder::YearFirst) => format!("{year}-{}", format_date(tick.start, "%m")),
        (TickName::Month, Some(year), DateOrder::DayFirst | DateOrder::MonthFirst) => {
            format!("{} {year}", tick.label())
        }
        (TickName::Day, None, DateOrder::DayFirst) | (TickName::Month, None, _) | (TickName::Year, ..) => tick.label(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn labels_are_written_as_the_user_writes_dates() {
        let day = |year| Tick { place: 0, start: Date::from_civil(2026, 3, 6), names: TickName::Day, year };
        let month = |year| Tick { names: TickName::Month, ..day(year) };
        for (dates, words) in [
            (DateOrder::DayFirst, ["6 Mar", "6 Mar 2026", "Mar", "Mar 2026"]),
            (DateOrder::MonthFirst, ["Mar 6", "Mar 6, 2026", "Mar", "Mar 2026"]),
            (DateOrder::YearFirst, ["03-06", "2026-03-06", "Mar", "2026-03"]),
        ] {
            let settings = Settings { dates, ..Settings::default() };
            let ticks = [day(None), day(Some(2026)), month(None), month(Some(2026))];
            assert_eq!(ticks.map(|tick| of(&settings, &tick, true)), words);
        }
        assert_eq!(of(&Settings::default(), &day(Some(2026)), false), "6 Mar");
    }
}
