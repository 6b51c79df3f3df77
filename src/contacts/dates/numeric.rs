//! Dates that are written with digits only: `2026-03-05`, `3/5/26`, `05.03.`, `20260305`, `--03-05`.

use super::form::DateLayout;
use super::reading::DateFault;
use super::resolve::{WrittenDate, WrittenYear};
use super::scan::{DateScan, Digits};

/// Takes a date of digits.
///
/// # Errors
/// If there is none, or its year has one or three digits.
pub(super) fn take_numeric(scan: &mut DateScan) -> Result<WrittenDate, DateFault> {
    if scan.mark('-') {
        return without_year_after_dashes(scan);
    }
    let run = scan.rest().bytes().take_while(u8::is_ascii_digit).count();
    if run == 8 || run == 14 {
        return eight_digits(scan);
    }
    let first = scan.number().ok_or(DateFault::NotADate)?;
    let separator = separator(scan).ok_or(DateFault::NotADate)?;
    let second = scan.number().filter(|second| second.is_short()).ok_or(DateFault::NotADate)?;
    let third = third(scan, separator);
    match (first.count, third) {
        (1..=4, Some((third, _))) if third.count <= 4 && first.value + second.value + third.value == 0 => {
            Ok(WrittenDate::Zero)
        }
        (4, Some((third, false))) if third.is_short() => Ok(year_first(first, second, third, separator)),
        // `1.2.3.4`
        (1 | 2, Some(_)) if scan.next_byte().map(char::from) == Some(separator) && separator != ' ' => {
            Err(DateFault::NotADate)
        }
        (1 | 2, Some((third, has_apostrophe))) => {
            let year = year(third, has_apostrophe)?;
            Ok(WrittenDate::Pair { first: first.value, second: second.value, year, separator })
        }
        (1 | 2, None) if separator != ' ' => {
            // `12.05.` has its last dot.
            if separator == '.' {
                scan.mark('.');
            }
            Ok(without_year(first, second, separator))
        }
        _ => Err(DateFault::NotADate),
    }
}

/// The year of these digits.
///
/// # Errors
/// If it has neither two nor four.
pub(super) fn year(digits: Digits, has_apostrophe: bool) -> Result<WrittenYear, DateFault> {
    match digits.count {
        2 => Ok(WrittenYear::Two(digits.value)),
        4 if !has_apostrophe => Ok(WrittenYear::Four(digits.value)),
        _ => Err(DateFault::YearDigits),
    }
}

fn year_first(first: Digits, second: Digits, third: Digits, separator: char) -> WrittenDate {
    let (year, layout) = (WrittenYear::Four(first.value), DateLayout::YearMonthDay);
    // Excel shows 0 January 1900 for a 0.
    if (first.value, second.value, third.value) == (1900, 1, 0) {
        return WrittenDate::Zero;
    }
    WrittenDate::Known { year, month: second.value, day: third.value, layout, separator }
}

fn without_year(first: Digits, second: Digits, separator: char) -> WrittenDate {
    if first.value + second.value == 0 {
        return WrittenDate::Zero;
    }
    WrittenDate::Pair { first: first.value, second: second.value, year: WrittenYear::Absent, separator }
}

/// Takes one separator with blanks around it, or a blank alone.
fn separator(scan: &mut DateScan) -> Option<char> {
    let has_blank = scan.blank();
    let separator = scan.one_of(b"/.-");
    if separator.is_some() {
        scan.blank();
    }
    separator.or(has_blank.then_some(' '))
}

/// Takes the third number after the same separator, and says whether it has an apostrophe: `5/12/'90`.
fn third(scan: &mut DateScan, wanted: char) -> Option<(Digits, bool)> {
    let mut ahead = *scan;
    if separator(&mut ahead)? != wanted {
        return None;
    }
    let has_apostrophe = ahead.mark('\'');
    let third = ahead.number()?;
    *scan = ahead;
    Some((third, has_apostrophe))
}

/// `20260305`, also with six digits of a time after it, which stay.
fn eight_digits(scan: &mut DateScan) -> Result<WrittenDate, DateFault> {
    let value = scan.take(8).and_then(|digits| digits.parse::<u32>().ok()).ok_or(DateFault::NotADate)?;
    if value == 0 {
        return Ok(WrittenDate::Zero);
    }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let layout = DateLayout::EightDigits;
    Ok(WrittenDate::Known { year: WrittenYear::Four(year), month, day, layout, separator: ' ' })
}

/// `--03-05` and `--0305`, whose first dash is taken.
fn without_year_after_dashes(scan: &mut DateScan) -> Result<WrittenDate, DateFault> {
    if !scan.mark('-') {
        return Err(DateFault::NotADate);
    }
    let month = scan.number().ok_or(DateFault::NotADate)?;
    let (month, day) = match month.count {
        4 => (month.value / 100, month.value % 100),
        1 | 2 if scan.mark('-') => {
            let day = scan.number().filter(|day| day.is_short()).ok_or(DateFault::NotADate)?;
            (month.value, day.value)
        }
        _ => return Err(DateFault::NotADate),
    };
    if month + day == 0 {
        return Ok(WrittenDate::Zero);
    }
    let (year, layout) = (WrittenYear::Absent, DateLayout::DashesMonthDay);
    Ok(WrittenDate::Known { year, month, day, layout, separator: '-' })
}
