//! Reads cells of text that hold more, or less, than they should: addresses, tags, numbers.

use crate::contacts::identity::{AddressNote, address_parts, addresses_of, tags_of};
use crate::contacts::reject::CellKind;
use crate::contacts::words::is_none_word;

use super::buffers::RowBuffers;
use super::cell::{CellAt, MadeText, NumberText};
use super::columns::CellReader;
use super::notes::CellRemark;

impl CellReader {
    /// The email address of a cell: the first, if it has several.
    pub(super) fn email<'c>(&self, at: CellAt<'_>, cell: &'c str, buffers: &mut RowBuffers) -> &'c str {
        let found = addresses_of(cell);
        let remark = found.note.map(|note| match note {
            AddressNote::Several => CellRemark::SeveralAddresses,
            AddressNote::NotAnAddress => CellRemark::NotAnAddress,
        });
        if let Some(remark) = remark {
            buffers.notes.remark((at.place, at.line), remark, cell, "");
        }
        if found.first.is_empty() {
            buffers.notes.columns[at.place].empty += 1;
            if remark.is_none() {
                buffers.notes.remark((at.place, at.line), CellRemark::WordForNone, cell, "");
            }
        }
        found.first
    }

    /// The tags of a cell, in native form, in [`RowBuffers::tags`].
    pub(super) fn tags(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) {
        buffers.tags.clear();
        for tag in tags_of(cell, &self.tag_separator) {
            if !buffers.tags.is_empty() {
                buffers.tags.push(';');
            }
            buffers.tags.push_str(&tag);
        }
        if buffers.tags.is_empty() {
            buffers.notes.columns[at.place].empty += 1;
        }
    }

    /// The parts of an address in one cell, for the slots of street, city, state, postal code and country; `None` if
    /// they aren't plain, or the file has columns for them.
    pub(super) fn street(
        &self,
        at: CellAt<'_>,
        cell: &str,
        buffers: &mut RowBuffers,
    ) -> Option<[(usize, MadeText); 5]> {
        let slots = self.address?;
        let parts = address_parts(cell)?;
        let street = match parts.line_2 {
            "" => parts.street.to_owned(),
            line => format!("{}, {line}", parts.street),
        };
        let texts = [&*street, parts.city, parts.state, parts.postal_code, parts.country];
        buffers.address.clear();
        buffers.address.extend(texts.map(str::to_owned));
        buffers.notes.remark((at.place, at.line), CellRemark::AddressTakenApart, cell, "");
        let mut part = 0;
        Some(slots.map(|slot| {
            part += 1;
            (slot, MadeText::Address(part - 1))
        }))
    }

    /// The number of a cell: a sign, digits, and a dot and digits (`rules.md` §7). Signs of currency and of thousands
    /// are left away where they are plain.
    pub(super) fn number(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> NumberText {
        if is_decimal(cell) {
            return NumberText::Cell;
        }
        if is_none_word(cell) {
            buffers.notes.columns[at.place].empty += 1;
            return NumberText::None;
        }
        let start = buffers.number.len();
        match plain_number(cell) {
            Some(number) => {
                buffers.number.push_str(&number);
                NumberText::Made(start..buffers.number.len())
            }
            None => {
                self.not_read(at, cell, CellKind::Number, "isn't a number", buffers);
                NumberText::None
            }
        }
    }
}

/// Whether a text is a decimal number (`rules.md` §7).
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

/// A number that was written for people: `€ 1.234,50`, `1,234.5`, `12 %`, `1 234`. `None` if it isn't plain: `1,234` is
/// a thousand in one country and one in another.
fn plain_number(cell: &str) -> Option<String> {
    const LONGEST: usize = 60;
    if cell.len() > LONGEST {
        return None;
    }
    let is_around = |letter: char| letter.is_whitespace() || "€$£¥%".contains(letter);
    let text = cell.trim_matches(is_around);
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits.trim_start_matches(is_around)),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let is_group = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let plain: String = digits.chars().filter(|letter| !is_group(*letter)).collect();
    let (dots, commas) = (plain.matches('.').count(), plain.matches(',').count());
    let last = plain.rfind(['.', ',']);
    let (group, decimal) = match (dots, commas) {
        (0 | 1, 0) => (None, '.'),
        (0, 1) if !has_three_digits_after(&plain, last) => (None, ','),
        (0, 2..) => (Some(','), '.'),
        (2.., 0) => (Some('.'), ','),
        (1, 1..) if last.is_some_and(|at| plain[at..].starts_with('.')) => (Some(','), '.'),
        (1.., 1) if last.is_some_and(|at| plain[at..].starts_with(',')) => (Some('.'), ','),
        _ => return None,
    };
    if let Some(group) = group
        && !is_grouped(plain.split(decimal).next().unwrap_or_default(), group)
    {
        return None;
    }
    let number: String = plain.chars().filter(|letter| Some(*letter) != group).collect();
    let number = format!("{sign}{}", number.replace(decimal, "."));
    is_decimal(&number).then_some(number)
}

fn has_three_digits_after(text: &str, at: Option<usize>) -> bool {
    at.is_some_and(|at| text.len() - at == 4)
}

/// Whether digits stand in groups of three: `1.234.567`.
fn is_grouped(whole: &str, group: char) -> bool {
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && groups.all(|digits| digits.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_write_them() {
        for (cell, number) in [
            ("€ 1.234,50", "1234.50"),
            ("1,234.5", "1234.5"),
            ("12 %", "12"),
            ("1 234", "1234"),
            ("1'234.05", "1234.05"),
            ("-1.234.567", "-1234567"),
            ("$-5", "-5"),
            ("3,5", "3.5"),
            ("0,25 €", "0.25"),
            ("1,234,567", "1234567"),
        ] {
            assert_eq!(plain_number(cell).as_deref(), Some(number), "{cell}");
        }
        for cell in ["1,234", "1.2.3", "12,34,56", "one", "", "€", "1,2.3,4", "1.234,5,6", "+-1", "é€,"] {
            assert_eq!(plain_number(cell), None, "{cell}");
        }
    }
}
