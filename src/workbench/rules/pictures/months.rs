//! The calendar months of an example, with the days on which contacts arrive and continue.

use crate::calendar::Date;
use crate::workbench::examples::{ExampleOutcome, ExampleRow};
use crate::workbench::rules::examples::Example;

/// Most months of a picture.
const MOST: usize = 3;

/// A month with its marked days.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedMonth {
    /// The first day of the month.
    pub first: Date,
    /// The number of days.
    pub days: i64,
    /// The marked days, from 1.
    pub marks: Vec<(i64, DayMark)>,
    /// The day that a contact's date field names: a birthday.
    pub field_day: Option<i64>,
}

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayMark {
    /// A contact arrives.
    Arrives,
    /// A contact continues.
    Continues,
    /// A contact arrives and continues on the same day.
    Both,
}

/// The months in which contacts arrive or continue, in order; months without either are left out.
pub fn months(rows: &[ExampleRow]) -> Vec<MarkedMonth> {
    let mut marked: Vec<(Date, DayMark)> = Vec::new();
    for row in rows {
        let arrives = row.arrival.date();
        mark(&mut marked, arrives, DayMark::Arrives);
        if let ExampleOutcome::GoesOn { local, .. } = row.answer {
            mark(&mut marked, local.date(), DayMark::Continues);
        }
    }
    marked.sort_by_key(|(day, _)| day.number());
    let mut months: Vec<MarkedMonth> = Vec::new();
    for (day, mark) in marked {
        let (year, month, number) = day.civil();
        let first = Date::from_civil(year, month, 1);
        if months.last().is_none_or(|last| last.first != first) {
            let days = i64::from(first.plus_months(1).number() - first.number());
            months.push(MarkedMonth { first, days, marks: Vec::new(), field_day: None });
        }
        if let Some(last) = months.last_mut() {
            last.marks.push((i64::from(number), mark));
        }
    }
    months.truncate(MOST);
    months
}

/// Marks the date in the contact's field, in each of the months that contain it.
pub fn mark_field(months: &mut [MarkedMonth], example: &Example) {
    let Some((date, each_year)) = example.field_day() else { return };
    let (year, month, day) = date.civil();
    for shown in months {
        let (shown_year, shown_month, _) = shown.first.civil();
        if shown_month == month && (each_year || shown_year == year) && i64::from(day) <= shown.days {
            shown.field_day = Some(i64::from(day));
        }
    }
}

fn mark(marked: &mut Vec<(Date, DayMark)>, day: Date, mark: DayMark) {
    match marked.iter_mut().find(|(other, _)| *other == day) {
        Some((_, other)) if *other != mark => *other = DayMark::Both,
        Some(_) => {}
        None => marked.push((day, mark)),
    }
}
