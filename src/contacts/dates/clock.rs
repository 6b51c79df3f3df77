//! The time of day after a date, and the offset or zone after it.

use std::sync::LazyLock;

use chrono::format::{Item, Parsed, StrftimeItems, parse};
use chrono::{NaiveTime, Timelike};

use super::reading::DateFault;
use super::scan::DateScan;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenClock {
    /// Hour, minute and second.
    pub(super) time: (u8, u8, u8),
    /// Seconds ahead of UTC, if written.
    pub(super) offset: Option<i32>,
}

/// Words between a date and a time: `March 3 at 2 pm`, `3. März um 14 Uhr`, `3 marzo alle ore 14:30`, `a las 14:30`.
const BEFORE_TIME: [&str; 8] = ["at", "um", "a", "as", "las", "alle", "ore", "om"];
/// Words after a time that say that it is one.
const AFTER_TIME: [&str; 6] = ["uhr", "uur", "h", "hs", "hrs", "ore"];
/// The largest offset that zones have (in RFC 3339 and Java, too): 18 hours.
const MOST_OFFSET: i32 = 18 * 3600;

/// `+02:00`, `+0200`, `+02`.
static OFFSET: LazyLock<Vec<Item<'static>>> = LazyLock::new(|| StrftimeItems::new("%#z").collect());

/// Takes a time of day with its offset, up to the end of the cell or to a year; `None` if nothing comes after the date.
///
/// # Errors
/// [`DateFault::NotADate`] if other text comes after the date.
pub(super) fn take_clock(scan: &mut DateScan) -> Result<Option<WrittenClock>, DateFault> {
    if scan.is_at_end() {
        return Ok(None);
    }
    let time = before_time(scan).and_then(|()| time(scan)).ok_or(DateFault::NotADate)?;
    let time = (part(time.hour())?, part(time.minute())?, part(time.second())?);
    let offset = offset(scan).ok_or(DateFault::NotADate)?;
    Ok(Some(WrittenClock { time, offset }))
}

fn part(value: u32) -> Result<u8, DateFault> {
    u8::try_from(value).map_err(|_| DateFault::NotADate)
}

/// Takes what separates the time from the date.
fn before_time(scan: &mut DateScan) -> Option<()> {
    // Fourteen digits.
    if scan.is_at_digit() {
        return Some(());
    }
    let mut ahead = *scan;
    if ahead.mark('t') && ahead.is_at_digit() {
        *scan = ahead;
        return Some(());
    }
    let comma = scan.mark(',');
    let blank = scan.blank();
    if blank && scan.one_of(b"-|@,").is_some() {
        scan.blank();
    }
    for _ in 0..2 {
        if scan.this_word(&BEFORE_TIME) {
            scan.blank();
        }
    }
    (comma || blank).then_some(())
}

/// Takes a time of day; chrono checks the ranges and counts the twelve hours.
fn time(scan: &mut DateScan) -> Option<NaiveTime> {
    let mut parsed = Parsed::new();
    let hour = scan.number()?;
    if hour.count == 4 || hour.count == 6 {
        return compact(hour.value, hour.count);
    }
    let hour = Some(hour).filter(|hour| hour.is_short())?;
    let has_minute = minute_and_second(scan, &mut parsed)?;
    let is_afternoon = am_or_pm(scan);
    let is_said = word_after(scan);
    match is_afternoon {
        Some(is_afternoon) => {
            parsed.set_hour12(i64::from(hour.value)).ok()?;
            parsed.set_ampm(is_afternoon).ok()?;
        }
        None => {
            parsed.set_hour(i64::from(hour.value)).ok()?;
        }
    }
    if !has_minute {
        parsed.set_minute(0).ok()?;
    }
    // A number alone is no time.
    if !has_minute && is_afternoon.is_none() && !is_said {
        return None;
    }
    whole(&parsed)
}

/// The time, unless it is a leap second, which chrono gives a billion nanoseconds or more.
fn whole(parsed: &Parsed) -> Option<NaiveTime> {
    parsed.to_naive_time().ok().filter(|time| time.nanosecond() < 1_000_000_000)
}

/// `1030` or `103059`.
fn compact(value: u32, digits: usize) -> Option<NaiveTime> {
    let seconds = if digits == 4 { value * 100 } else { value };
    NaiveTime::from_hms_opt(seconds / 10_000, seconds / 100 % 100, seconds % 100)
}

/// Takes `:30`, `:30:15.25`, `.30`, `h30`, `h`; whether there are minutes.
fn minute_and_second(scan: &mut DateScan, parsed: &mut Parsed) -> Option<bool> {
    let mut ahead = *scan;
    ahead.blank();
    let mark = match ahead.one_of(b":.h") {
        // `14 h 30`, and `14 h` without minutes, whose `h` stays.
        Some('h') => {
            ahead.blank();
            if !ahead.is_at_digit() {
                return Some(false);
            }
            'h'
        }
        Some(mark) if scan.next_byte() != Some(b' ') => mark,
        Some(_) | None => return Some(false),
    };
    let minute = ahead.number().filter(|minute| minute.count == 2)?;
    parsed.set_minute(i64::from(minute.value)).ok()?;
    *scan = ahead;
    if mark != 'h' && ahead.mark(mark) {
        let second = ahead.number().filter(|second| second.count == 2)?;
        parsed.set_second(i64::from(second.value)).ok()?;
        *scan = ahead;
        if ahead.one_of(b".,").is_some() && ahead.number().is_some() {
            *scan = ahead;
        }
    }
    Some(true)
}

/// Takes `am`, `p.m.`, `a. m.`; whether it is the afternoon.
fn am_or_pm(scan: &mut DateScan) -> Option<bool> {
    let mut ahead = *scan;
    ahead.blank();
    let is_afternoon = ahead.one_of(b"ap")? == 'p';
    ahead.mark('.');
    ahead.blank();
    if !ahead.this_word(&["m"]) {
        return None;
    }
    ahead.mark('.');
    *scan = ahead;
    Some(is_afternoon)
}

fn word_after(scan: &mut DateScan) -> bool {
    let mut ahead = *scan;
    ahead.blank();
    let is_there = ahead.this_word(&AFTER_TIME);
    if is_there {
        ahead.mark('.');
        *scan = ahead;
    }
    is_there
}

/// Takes an offset, `Z`, `UTC` or `GMT`, abbreviations of zones, and zones in brackets; `None` if an offset can't be
/// one.
fn offset(scan: &mut DateScan) -> Option<Option<i32>> {
    let mut offset = None;
    // No more than `GMT`, `+0100`, `(Central European Standard Time)` and one for Go's `+0000 UTC`.
    for _ in 0..4 {
        let mut ahead = *scan;
        ahead.blank();
        match ahead.next_byte() {
            Some(b'+' | b'-') => offset = Some(numeric_offset(&mut ahead)?),
            Some(b'[') => ahead.skip_past(']')?,
            Some(b'(') => ahead.skip_past(')')?,
            Some(next) if next.is_ascii_alphabetic() => match ahead.word()? {
                "z" | "utc" | "gmt" | "ut" => offset = offset.or(Some(0)),
                // The abbreviation of a zone: the time is local.
                abbreviation if (2..=5).contains(&abbreviation.len()) => {}
                _ => return None,
            },
            Some(_) | None => break,
        }
        *scan = ahead;
    }
    Some(offset)
}

/// Takes `+02:00`, `-0500`, `+02` by chrono.
fn numeric_offset(scan: &mut DateScan) -> Option<i32> {
    let sign = 1;
    let digits = scan.rest().bytes().skip(sign).take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let text = scan.take(sign + digits)?;
    let mut parsed = Parsed::new();
    parse(&mut parsed, text, OFFSET.iter()).ok()?;
    // chrono takes `+02:`, too.
    let offset = parsed.offset().filter(|offset| offset.abs() <= MOST_OFFSET && !text.ends_with(':'))?;
    Some(offset)
}
