//! Reads one cell.

use crate::calendar::{Date, DateTime, Instant, Zone};
use crate::contacts::block::ContactRow;
use crate::contacts::consent::{StatusReading, status_of};
use crate::contacts::dates::form::{DateForm, YearDigits};
use crate::contacts::dates::reader::read_date;
use crate::contacts::dates::reading::{DateCell, DateFault, DateReading};
use crate::contacts::reject::{CellKind, Reject, shortened};
use crate::contacts::status::EmailStatus;
use crate::contacts::words::is_sheet_error;
use crate::contacts::zones::{Place, ZoneReading, zone_of};

use super::buffers::{RowBuffers, SeenZone};
use super::cell::{CellAt, MadeText, NumberText};
use super::columns::CellReader;
use super::notes::{CellNotRead, CellRemark};
use super::target::{CellTarget, FileColumn};

impl CellReader {
    /// Reads a cell with text into the record. Texts that differ from the cell are in the buffers.
    pub(super) fn value<'a>(
        &'a self,
        at: CellAt<'_>,
        target: CellTarget,
        cell: &'a str,
        (row, made): (&mut ContactRow<'a>, &mut Vec<(usize, MadeText)>),
        buffers: &mut RowBuffers,
    ) {
        let one = if self.exact { cell } else { self.first_value(cell, target) };
        let is_blank = one.is_empty();
        match target {
            CellTarget::Nothing | CellTarget::Status => {}
            _ if is_blank => buffers.notes.columns[at.place].empty += 1,
            _ if one.starts_with('#') && !self.kept && is_sheet_error(one) => {
                self.not_read(at, one, CellKind::Text, sheet_error_words(one), buffers);
            }
            CellTarget::Id(slot) | CellTarget::Text(slot) => row.texts[slot] = one,
            CellTarget::Email(slot) | CellTarget::Number(slot) | CellTarget::Street(slot) | CellTarget::Owner(slot)
                if self.kept =>
            {
                row.texts[slot] = one;
            }
            CellTarget::Street(slot) => match self.street(at, one, buffers) {
                Some(parts) => made.extend(parts),
                None => row.texts[slot] = one,
            },
            CellTarget::Email(slot) => row.texts[slot] = self.email(at, cell, buffers),
            CellTarget::Number(slot) => match self.number(at, one, buffers) {
                NumberText::Cell => row.texts[slot] = one,
                NumberText::Made(range) => made.push((slot, MadeText::Number(range))),
                NumberText::None => {}
            },
            CellTarget::Tags(slot) => match self.has_native_tags {
                true => row.texts[slot] = one,
                false => {
                    self.tags(at, one, buffers);
                    made.push((slot, MadeText::Tags));
                }
            },
            CellTarget::Owner(slot) => row.texts[slot] = self.owner(one),
            CellTarget::Date(slot) => row.dates[slot] = self.date(at, one, buffers),
            CellTarget::DateTime(slot) => row.dates[slot] = self.date_time(at, one, buffers),
            CellTarget::Zone => row.zone = self.zone(at, one, buffers),
            CellTarget::Entered => row.entered = self.entered(at, one, buffers),
        }
    }

    /// A trimmed cell; if it has several values, the first.
    fn first_value<'c>(&self, cell: &'c str, target: CellTarget) -> &'c str {
        let several = !self.value_separator.is_empty() && !matches!(target, CellTarget::Tags(_));
        let first = if several { cell.split(&self.value_separator).next().unwrap_or(cell) } else { cell };
        first.trim()
    }

    fn owner<'a>(&'a self, cell: &'a str) -> &'a str {
        let known = self.owners.get(cell).or_else(|| self.owners.get(&cell.trim().to_lowercase()));
        known.map_or(cell, String::as_str)
    }

    /// The status in a cell; `None` if it says none.
    pub(super) fn status(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> Option<EmailStatus> {
        let word = cell.trim();
        let known = EmailStatus::of_word(word).filter(|_| !word.is_empty());
        let known = known.or_else(|| self.statuses.get(&word.to_lowercase()).copied());
        let read = match known {
            Some(status) => StatusReading::Status(status),
            // A formula that found nothing says nothing about consent.
            None if is_sheet_error(word) => StatusReading::NotUnderstood,
            None => status_of(word, self.columns[at.place].consent),
        };
        match read {
            StatusReading::Status(status) => Some(status),
            StatusReading::Empty => {
                buffers.notes.columns[at.place].empty += 1;
                self.columns[at.place].empty_status
            }
            StatusReading::NotUnderstood => {
                self.not_read(at, cell, CellKind::Status, "isn't a known word for consent: no email", buffers);
                Some(EmailStatus::NonMarketable)
            }
        }
    }

    /// Notes a cell that can't be read.
    #[cold]
    pub(super) fn not_read(&self, at: CellAt<'_>, cell: &str, kind: CellKind, why: &str, buffers: &mut RowBuffers) {
        let column = &self.columns[at.place].name;
        if self.strict && buffers.refused.is_none() {
            buffers.refused = Some(Reject::not_read(kind, column, cell, why));
        }
        let noted = CellNotRead {
            line: at.line,
            file: None,
            column: shortened(column),
            kind,
            text: shortened(cell),
            why: why.to_owned(),
        };
        buffers.notes.add_not_read(at.place, noted);
    }
}

/// What is wrong with an error of a spreadsheet.
#[cold]
fn sheet_error_words(cell: &str) -> &'static str {
    match cell {
        "#RESULT!" => "is a formula without a result: open the file in a spreadsheet and save it",
        _ => "is an error of the spreadsheet",
    }
}

/// Dates.
impl CellReader {
    fn date(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> Option<DateTime> {
        if let Some(day) = Date::parse(cell) {
            return Some(day.at_second(0));
        }
        let (date, _) = self.date_cell(at, cell, CellKind::Date, buffers)?;
        civil(date).map(|day| day.at_second(0))
    }

    fn date_time(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> Option<DateTime> {
        if let Some(local) = DateTime::parse_minutes(cell) {
            return Some(local);
        }
        let (date, form) = self.date_cell(at, cell, CellKind::DateTime, buffers)?;
        let local = civil(date)?.at_second(second_of_day(date));
        match date.offset {
            Some(offset) if date.year.is_some() => {
                let local = self.campaign_zone.local_at(instant(local, offset));
                if !form.is_number() {
                    let zone = self.campaign_zone.name();
                    buffers.notes.remark((at.place, at.line), CellRemark::WithOffset, cell, zone);
                }
                Some(local)
            }
            _ => Some(local),
        }
    }

    /// The instant in a cell, within simulated time.
    fn entered(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> Option<Instant> {
        let plain = Instant::parse_with_offset(cell)
            .or_else(|| DateTime::parse(cell).map(|local| self.campaign_zone.resolve(local)));
        let found = match plain {
            Some(found) => found,
            None => {
                let (date, _) = self.date_cell(at, cell, CellKind::Entered, buffers)?;
                let Some(day) = civil(date).filter(|_| date.year.is_some() && date.time.is_some()) else {
                    self.not_read(at, cell, CellKind::Entered, "isn't a date and time", buffers);
                    return None;
                };
                let local = day.at_second(second_of_day(date));
                date.offset.map_or_else(|| self.campaign_zone.resolve(local), |offset| instant(local, offset))
            }
        };
        if !found.is_simulated() {
            self.not_read(at, cell, CellKind::Entered, CellNotRead::OUTSIDE_TIME, buffers);
            return None;
        }
        Some(found)
    }

    /// The date in a cell of any form; what the user should know about it is noted.
    fn date_cell(
        &self,
        at: CellAt<'_>,
        cell: &str,
        kind: CellKind,
        buffers: &mut RowBuffers,
    ) -> Option<(DateCell, DateForm)> {
        let column = &self.columns[at.place];
        match read_cell(column, cell) {
            DateReading::Date(date, form) => {
                let mut remark = |remark, meaning: &str| {
                    buffers.notes.remark((at.place, at.line), remark, cell, meaning);
                };
                match form.year {
                    YearDigits::Absent => remark(CellRemark::NoYear, ""),
                    YearDigits::Two => remark(CellRemark::TwoDigitYear, ""),
                    YearDigits::Four => {}
                }
                if form.is_number() {
                    remark(CellRemark::NumberAsDate, &form.date_pattern());
                }
                Some((date, form))
            }
            DateReading::Empty => {
                buffers.notes.columns[at.place].empty += 1;
                None
            }
            DateReading::NeedsOrder(form) => {
                let (month_first, day_first) = form.both_orders();
                let (one, other) = (month_first.date_pattern(), day_first.date_pattern());
                self.not_read(at, cell, kind, &format!("could be {one} or {other}"), buffers);
                None
            }
            DateReading::Unreadable(fault) => {
                self.not_read(at, cell, kind, &why(fault, kind), buffers);
                None
            }
        }
    }
}

/// The date in a cell, by the pattern that the user gave or by the form that it plainly has.
fn read_cell(column: &FileColumn, cell: &str) -> DateReading {
    let by_pattern = column.pattern.as_ref().and_then(|pattern| pattern.read(cell, &column.dates));
    match by_pattern {
        Some(date) => DateReading::Date(date, DateForm::NATIVE),
        None => read_date(cell, &column.dates),
    }
}

fn why(fault: DateFault, kind: CellKind) -> String {
    match (fault, kind) {
        (DateFault::NotADate, CellKind::DateTime | CellKind::Entered) => "isn't a date and time".to_owned(),
        (fault, _) => fault.to_string(),
    }
}

fn civil(date: DateCell) -> Option<Date> {
    let (month, day) = (u32::from(date.month), u32::from(date.day));
    match date.year {
        Some(year) => Date::checked(i32::from(year), month, day),
        None => Date::without_year(month, day),
    }
}

fn second_of_day(date: DateCell) -> i64 {
    date.time.map_or(0, |(hour, minute, second)| i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second))
}

fn instant(local: DateTime, offset: i32) -> Instant {
    Instant::from_utc_secs(local.secs() - i64::from(offset))
}

/// Zones.
impl CellReader {
    /// The time zone in a cell. The global table of zones has a lock, so each thread has its own table.
    fn zone(&self, at: CellAt<'_>, cell: &str, buffers: &mut RowBuffers) -> Option<Zone> {
        /// Most entries in the table: there are about 600 zones, but files can name them in any number of ways.
        const MOST_SEEN: usize = 4096;
        if let Some(seen) = buffers.zones.get(cell) {
            // Cloned, since notes are in the same buffers.
            let seen = seen.clone();
            return self.seen_zone(at, cell, seen, buffers);
        }
        let word = cell.trim();
        // Names without a slash may be words (`EST`), unless they are the contact's own from before.
        let is_name = self.kept || word.contains('/');
        let known = || if is_name { Zone::of_name(word) } else { None };
        let named = self.zones.get(word).cloned().or_else(known);
        let cell_at = |column: Option<usize>| column.and_then(|column| at.row.get(column)).copied().unwrap_or_default();
        let place = Place { country: cell_at(self.country).trim(), region: cell_at(self.state).trim() };
        let has_place = !place.country.is_empty() || !place.region.is_empty();
        let is_exact = named.is_some();
        let seen = match named {
            Some(zone) => Some(SeenZone { zone: Some(zone), note: None }),
            None => match zone_of(word, place) {
                ZoneReading::Named { iana, note } => Zone::named(&iana).map(|zone| {
                    let note = note.map(|note| note.meaning(&iana));
                    SeenZone { zone: Some(zone), note }
                }),
                ZoneReading::Fixed { seconds: 0 } => Some(SeenZone { zone: Some(Zone::fixed(0)), note: None }),
                ZoneReading::Fixed { seconds } => {
                    let zone = Zone::fixed(seconds);
                    let note = format!("is read as {}, the same all year", zone.name());
                    Some(SeenZone { zone: Some(zone), note: Some(note) })
                }
                ZoneReading::Empty => Some(SeenZone { zone: None, note: None }),
                ZoneReading::Unknown => None,
            },
        };
        if (is_exact || !has_place) && buffers.zones.len() < MOST_SEEN {
            buffers.zones.insert(cell.to_owned(), seen.clone());
        }
        self.seen_zone(at, cell, seen, buffers)
    }

    fn seen_zone(&self, at: CellAt<'_>, cell: &str, seen: Option<SeenZone>, buffers: &mut RowBuffers) -> Option<Zone> {
        let Some(seen) = seen else {
            self.not_read(at, cell, CellKind::Zone, "isn't a known time zone", buffers);
            return None;
        };
        if seen.zone.is_none() {
            buffers.notes.columns[at.place].empty += 1;
        }
        if let Some(note) = &seen.note {
            buffers.notes.remark((at.place, at.line), CellRemark::ZoneByWord, cell, note);
        }
        seen.zone
    }
}
