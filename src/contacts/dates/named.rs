//! Dates with the name of the month: `March 3rd, 2026`, `3 de marzo de 2026`, `22-Mai-90`, `12. Mai`.

use super::form::DateLayout;
use super::names::{BETWEEN, ORDINALS, is_weekday, month};
use super::numeric;
use super::reading::DateFault;
use super::resolve::{WrittenDate, WrittenYear};
use super::scan::DateScan;

/// Takes a weekday, if one comes first, with the marks after it: `Tue, `, `Di., den `, `segunda-feira, `.
pub(super) fn skip_weekday(scan: &mut DateScan) {
    let mut ahead = *scan;
    let Some(word) = ahead.word() else { return };
    if !is_weekday(word) || (month(word).is_some() && !has_month(ahead)) {
        return;
    }
    if ahead.mark('-') && !ahead.this_word(&["feira"]) {
        return;
    }
    ahead.mark('.');
    ahead.mark(',');
    ahead.blank();
    skip_between(&mut ahead);
    *scan = ahead;
}

/// Takes a date with the name of a month; `None` if there is no such name where it would be, and nothing is taken.
///
/// # Errors
/// If its day is missing, or its year has one or three digits.
pub(super) fn take_named(scan: &mut DateScan) -> Result<Option<WrittenDate>, DateFault> {
    let mut ahead = *scan;
    skip_between(&mut ahead);
    let first = ahead.number();
    let (has_ordinal, separator) = match first {
        Some(_) => (ordinal(&mut ahead), joint(&mut ahead)),
        None => (false, ' '),
    };
    let Some(month) = name(&mut ahead) else { return Ok(None) };
    *scan = ahead;
    let date = match first {
        None => name_first(scan, month)?,
        Some(year) if year.count == 4 && !has_ordinal => {
            joint(scan);
            let day = day(scan)?;
            let (year, layout) = (WrittenYear::Four(year.value), DateLayout::YearNameDay);
            WrittenDate::Known { year, month, day, layout, separator }
        }
        Some(day) if day.is_short() => {
            let year = year_after(scan)?;
            let layout = if year == WrittenYear::Absent { DateLayout::DayName } else { DateLayout::DayNameYear };
            WrittenDate::Known { year, month, day: day.value, layout, separator }
        }
        Some(_) => return Err(DateFault::NotADate),
    };
    Ok(Some(date))
}

fn name_first(scan: &mut DateScan, month: u32) -> Result<WrittenDate, DateFault> {
    let separator = joint(scan);
    let day = day(scan)?;
    let year = year_after(scan)?;
    let layout = if year == WrittenYear::Absent { DateLayout::NameDay } else { DateLayout::NameDayYear };
    Ok(WrittenDate::Known { year, month, day, layout, separator })
}

/// Takes the name of a month, with the dot of an abbreviation.
fn name(scan: &mut DateScan) -> Option<u32> {
    let month = scan.word().and_then(month)?;
    scan.mark('.');
    Some(u32::from(month))
}

fn day(scan: &mut DateScan) -> Result<u32, DateFault> {
    let day = scan.number().filter(|day| day.is_short()).ok_or(DateFault::NotADate)?;
    ordinal(scan);
    Ok(day.value)
}

/// Takes what makes the number before it an ordinal.
fn ordinal(scan: &mut DateScan) -> bool {
    scan.this_word(&ORDINALS)
}

/// Takes what separates two parts: blanks, a dot, one mark, words such as `de`. Returns the mark, or a blank.
fn joint(scan: &mut DateScan) -> char {
    scan.blank();
    scan.mark('.');
    scan.blank();
    let mark = scan.one_of(b"/-,");
    scan.blank();
    skip_between(scan);
    mark.filter(|&mark| mark != ',').unwrap_or(' ')
}

/// Takes words between parts, two at most: `3 of the`.
fn skip_between(scan: &mut DateScan) {
    for _ in 0..2 {
        if !scan.this_word(&BETWEEN) {
            return;
        }
        scan.mark('\'');
        scan.blank();
    }
}

/// Takes the year after month and day, unless the next number is an hour.
fn year_after(scan: &mut DateScan) -> Result<WrittenYear, DateFault> {
    let mut ahead = *scan;
    joint(&mut ahead);
    let has_apostrophe = ahead.mark('\'');
    let Some(digits) = ahead.number() else { return Ok(WrittenYear::Absent) };
    if digits.is_short() && is_hour(ahead) {
        return Ok(WrittenYear::Absent);
    }
    *scan = ahead;
    numeric::year(digits, has_apostrophe)
}

/// Whether the number before this place is an hour: `10:30`, `14h30`, `2 pm`, `14 Uhr`.
fn is_hour(after: DateScan) -> bool {
    let mut ahead = after;
    if ahead.next_byte() == Some(b':') {
        return true;
    }
    ahead.blank();
    ahead.word().is_some_and(|word| matches!(word, "h" | "am" | "pm" | "a" | "p" | "uhr" | "uur"))
}

/// Whether the name of a month is in the rest of the cell.
fn has_month(scan: DateScan) -> bool {
    let mut words = scan.rest().split(|next: char| !next.is_ascii_alphabetic());
    words.any(|word| month(word).is_some())
}
