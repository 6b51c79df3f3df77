//! Reads a cell.

use super::clock::take_clock;
use super::form::DateLayout;
use super::named::{skip_weekday, take_named};
use super::names::says_none;
use super::numbers::NumberCell;
use super::numeric;
use super::plain_cell::PlainCell;
use super::quick;
use super::reading::{DateFault, DateReading, DateRules};
use super::resolve::{WrittenDate, WrittenYear, resolve};
use super::scan::DateScan;

/// Reads one cell: a date of any form that it plainly has, or no date ([`DateReading::Empty`]), or why it can't be read.
///
/// The result depends on the cell and the rules only. The usual forms take a few nanoseconds.
pub fn read_date(cell: &str, rules: &DateRules) -> DateReading {
    // In two steps, since moving a result about takes as long as reading it.
    if let Some((written, clock)) = quick::native(cell.as_bytes()) {
        return resolve(written, clock, rules);
    }
    if let Some((written, clock)) = quick::pair(cell.as_bytes()) {
        return resolve(written, clock, rules);
    }
    read_long(cell, rules).unwrap_or_else(DateReading::Unreadable)
}

/// Reads a cell of any form, without the quick ways.
pub(super) fn read_long(cell: &str, rules: &DateRules) -> Result<DateReading, DateFault> {
    let plain = PlainCell::of(cell)?;
    let text = plain.text();
    if text.is_empty() {
        return Ok(DateReading::Empty);
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return if says_none(text) { Ok(DateReading::Empty) } else { Err(DateFault::NotADate) };
    }
    if let Some(number) = NumberCell::of(text) {
        return Ok(number.read(rules.allow_serials));
    }
    let mut scan = DateScan::new(text);
    skip_weekday(&mut scan);
    let mut written = match take_named(&mut scan)? {
        Some(named) => named,
        None => numeric::take_numeric(&mut scan)?,
    };
    let clock = take_clock(&mut scan)?;
    take_last_year(&mut scan, &mut written);
    if !scan.is_at_end() {
        return Err(DateFault::NotADate);
    }
    Ok(resolve(written, clock, rules))
}

/// Takes the year at the very end: `Tue Mar 3 10:00:00 2026`, as Unix and Twitter write it.
fn take_last_year(scan: &mut DateScan, written: &mut WrittenDate) {
    let mut ahead = *scan;
    let digits = if ahead.blank() { ahead.number() } else { None };
    if let WrittenDate::Known { year: year @ WrittenYear::Absent, layout, .. } = written
        && let Some(digits) = digits.filter(|digits| digits.count == 4)
        && *layout == DateLayout::NameDay
    {
        *year = WrittenYear::Four(digits.value);
        *layout = DateLayout::NameDayYear;
        *scan = ahead;
    }
}
