//! Planned sends as iCalendar (RFC 5545), for any program that shows a calendar.
//!
//! It is written here, line by line: the `icalendar` crate reads the clock and random numbers for missing values, folds
//! lines in quadratic time, and has its own calendar arithmetic. There is no `METHOD`, organiser or attendee, so
//! opening the file sends no email.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use crate::calendar::{Date, Instant};

/// The time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// At an instant, or from one to another.
    At(Instant, Instant),
    /// All day on this date, without a time of day.
    Day(Date),
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The identity of the event: the same parts always give the same UID.
    pub identity: Vec<String>,
    /// The date, or the instants at which the event starts and ends.
    pub when: When,
    /// The title in the calendar.
    pub summary: String,
    /// The description of the event.
    pub description: String,
    /// Whether the event makes its user busy; a send doesn't.
    pub is_busy: bool,
    /// Whether the event was simulated, rather than estimated.
    pub is_certain: bool,
}

/// A calendar to write to a file.
pub struct Calendar<'a> {
    /// The name of the calendar.
    pub name: &'a str,
    /// What the calendar contains and leaves out, in sentences.
    pub description: &'a str,
    /// The current time, written as `DTSTAMP`.
    pub stamp: Instant,
    /// The events of the calendar.
    pub events: &'a [Event],
}

/// The duration of an event that has no length: long enough for its title.
const NO_LENGTH: &str = "DURATION:PT15M";

/// Writes a calendar.
///
/// # Errors
/// If `out` can't be written.
pub fn write_calendar(out: &mut impl Write, calendar: &Calendar<'_>) -> io::Result<()> {
    let mut lines = CalendarLines { out };
    lines.line("BEGIN:VCALENDAR")?;
    lines.line("VERSION:2.0")?;
    lines.line("PRODID:-//Dripline//Dripline//EN")?;
    lines.line("CALSCALE:GREGORIAN")?;
    for name in ["NAME", "X-WR-CALNAME"] {
        lines.text(name, calendar.name)?;
    }
    for description in ["DESCRIPTION", "X-WR-CALDESC"] {
        lines.text(description, calendar.description)?;
    }
    for event in calendar.events {
        lines.event(event, calendar.stamp)?;
    }
    lines.line("END:VCALENDAR")
}

struct CalendarLines<'a, W> {
    out: &'a mut W,
}

impl<W: Write> CalendarLines<'_, W> {
    fn event(&mut self, event: &Event, stamp: Instant) -> io::Result<()> {
        self.line("BEGIN:VEVENT")?;
        self.line(&format!("UID:{}@dripline", uid(&event.identity)))?;
        self.line(&format!("DTSTAMP:{}", instant(stamp)))?;
        match event.when {
            When::At(from, to) => {
                self.line(&format!("DTSTART:{}", instant(from)))?;
                match to > from {
                    true => self.line(&format!("DTEND:{}", instant(to)))?,
                    // Without an end, programs show an event with any length, or not at all.
                    false => self.line(NO_LENGTH)?,
                }
            }
            When::Day(day) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", date(day)))?;
                self.line(&format!("DTEND;VALUE=DATE:{}", date(day.plus_days(1))))?;
            }
        }
        self.text("SUMMARY", &event.summary)?;
        self.text("DESCRIPTION", &event.description)?;
        self.line(if event.is_busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" })?;
        self.line(if event.is_certain { "STATUS:CONFIRMED" } else { "STATUS:TENTATIVE" })?;
        self.line("END:VEVENT")
    }

    fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.line(&format!("{name}:{}", escaped(text)))
    }

    /// A line, folded so that no piece is longer than 75 octets.
    fn line(&mut self, line: &str) -> io::Result<()> {
        const LONGEST: usize = 75;
        let (mut rest, mut room) = (line, LONGEST);
        while rest.len() > room {
            let (piece, behind) = rest.split_at(fold(rest, room));
            self.out.write_all(piece.as_bytes())?;
            self.out.write_all(b"\r\n ")?;
            // The blank at the start of a folded line counts.
            (rest, room) = (behind, LONGEST - 1);
        }
        self.out.write_all(rest.as_bytes())?;
        self.out.write_all(b"\r\n")
    }
}

/// Where to fold a line: characters stay whole, and no piece begins or ends with a blank, which some programs would
/// remove, unless there are only blanks.
fn fold(line: &str, room: usize) -> usize {
    let is_blank = |at: usize| line.as_bytes()[at] == b' ';
    let whole = (1..=room).rev().filter(|&end| line.is_char_boundary(end));
    let mut fits = whole.clone().filter(|&end| !is_blank(end - 1) && !is_blank(end));
    fits.next().or_else(|| whole.clone().next()).unwrap_or(room)
}

/// A text as a value: `\`, `;`, `,` and line breaks escaped, other control characters left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' if before == '\r' => {}
            '\n' | '\r' => value.push_str("\\n"),
            '\t' => value.push(' '),
            c if c.is_control() => {}
            c => value.push(c),
        }
        before = c;
    }
    value
}

/// An instant as `20260309T120000Z`.
fn instant(at: Instant) -> String {
    at.to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// A date as `20260309`.
fn date(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A UID that depends only on the parts.
fn uid(identity: &[String]) -> String {
    let mut hash = Sha256::new();
    for part in identity {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
