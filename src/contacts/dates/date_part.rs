//! The parts of a date's pattern, and how each is taken off the front of a cell.
//!
//! chrono reads names and checks the range of numbers. Digits are read here, in a fraction of the time that chrono
//! takes. A part that differs from the pattern is rejected, never guessed.

use chrono::format::{Fixed, Item, Parsed, parse_and_remainder};

/// One part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PatternPart {
    /// A number of at least that many digits.
    Number(Quantity, usize),
    /// An English month name, short or in full.
    MonthName,
    /// `AM` or `PM`.
    AmPm,
    /// A character that stands for itself.
    Literal(char),
}

/// What a number of a pattern counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Year,
    /// A year without its century.
    YearOfCentury,
    Month,
    Day,
    Hour,
    Hour12,
    Minute,
    Second,
}

const MONTH_NAME: Item<'static> = Item::Fixed(Fixed::LongMonthName);
const AM_PM: Item<'static> = Item::Fixed(Fixed::UpperAmPm);

impl Quantity {
    fn most_digits(self) -> usize {
        match self {
            Quantity::Year => 4,
            Quantity::YearOfCentury
            | Quantity::Month
            | Quantity::Day
            | Quantity::Hour
            | Quantity::Hour12
            | Quantity::Minute
            | Quantity::Second => 2,
        }
    }

    /// Sets it, if the value can be one and no other is set.
    fn set(self, parsed: &mut Parsed, value: i64) -> Option<()> {
        let set = match self {
            Quantity::Year => parsed.set_year(value),
            Quantity::YearOfCentury => parsed.set_year_mod_100(value),
            Quantity::Month => parsed.set_month(value),
            Quantity::Day => parsed.set_day(value),
            Quantity::Hour => parsed.set_hour(value),
            Quantity::Hour12 => parsed.set_hour12(value),
            Quantity::Minute => parsed.set_minute(value),
            Quantity::Second => parsed.set_second(value),
        };
        set.ok()
    }
}

impl PatternPart {
    /// Whether both are the same part of a date, with any number of digits.
    pub(super) fn names_the_same(&self, other: &PatternPart) -> bool {
        match (self, other) {
            (PatternPart::Number(one, _), PatternPart::Number(other, _)) => one == other,
            (one, other) => one == other,
        }
    }

    /// Whether it is this number, with any number of digits.
    pub(super) fn is_number_of(&self, wanted: Quantity) -> bool {
        matches!(self, PatternPart::Number(quantity, _) if *quantity == wanted)
    }

    /// Reads this part from the start of a cell, and returns the rest of the cell; `None` if the part doesn't match.
    pub(super) fn take<'c>(&self, parsed: &mut Parsed, cell: &'c str) -> Option<&'c str> {
        match self {
            PatternPart::Number(quantity, least) => number(parsed, cell, *quantity, *least),
            PatternPart::MonthName => {
                let rest = by_chrono(parsed, cell, &MONTH_NAME)?;
                let is_cut = rest.starts_with(|next: char| next.is_ascii_alphabetic());
                (!is_cut).then(|| rest.strip_prefix('.').unwrap_or(rest))
            }
            PatternPart::AmPm => am_pm(parsed, cell),
            PatternPart::Literal(literal) => cell.strip_prefix(*literal),
        }
    }
}

/// Reads a time of day after a date, up to the end of the cell: ` 14:05`, `T14:05:30.25`, `, 2:05 PM`.
pub(super) fn time_after_date(parsed: &mut Parsed, cell: &str) -> Option<()> {
    let rest = cell.strip_prefix('T').or_else(|| cell.strip_prefix(", ")).or_else(|| cell.strip_prefix(' '))?;
    let has_am_pm = rest.ends_with(|last: char| last.is_ascii_alphabetic());
    let mut rest = number(parsed, rest, if has_am_pm { Quantity::Hour12 } else { Quantity::Hour }, 1)?;
    rest = number(parsed, rest.strip_prefix(':')?, Quantity::Minute, 2)?;
    if let Some(second) = rest.strip_prefix(':') {
        rest = number(parsed, second, Quantity::Second, 2)?;
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    rest = rest.trim_start();
    if has_am_pm {
        rest = am_pm(parsed, rest)?;
    }
    rest.is_empty().then_some(())
}

/// Reads a number of at least `least` digits, and returns the rest of the cell; `None` if it is out of range.
fn number<'c>(parsed: &mut Parsed, cell: &'c str, quantity: Quantity, least: usize) -> Option<&'c str> {
    let digits = cell.bytes().take(quantity.most_digits()).take_while(u8::is_ascii_digit).count();
    if digits < least {
        return None;
    }
    let (number, rest) = cell.split_at_checked(digits)?;
    let value = number.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
    quantity.set(parsed, value)?;
    Some(rest)
}

/// Reads `AM` or `PM`, in capitals or in small letters, and returns the rest of the cell.
fn am_pm<'c>(parsed: &mut Parsed, cell: &'c str) -> Option<&'c str> {
    let is_there = ["AM", "PM", "am", "pm"].iter().any(|word| cell.starts_with(word));
    if is_there { by_chrono(parsed, cell, &AM_PM) } else { None }
}

fn by_chrono<'c>(parsed: &mut Parsed, cell: &'c str, item: &Item<'static>) -> Option<&'c str> {
    parse_and_remainder(parsed, cell, std::iter::once(item)).ok()
}
