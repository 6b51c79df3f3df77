//! Planned sends as iCalendar (RFC 5545), for any program that shows a calendar.
//!
//! It is written here, line by line: the crate for it asks the clock and a source of chance for what is not given,
//! folds lines in quadratic time and brings a second calendar arithmetic. There is no `METHOD`, organiser or attendee:
//! whoever opens the file mails nobody.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use crate::calendar::{Day, Instant};

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At an instant, or from one to another.
    At(Instant, Instant),
    /// All of a day.
    Day(Day),
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What makes it this event and no other: the same parts give the same UID each time it is written.
    pub identity: Vec<String>,
    /// When it is.
    pub when: When,
    /// What stands in the calendar.
    pub summary: String,
    /// What stands behind it.
    pub description: String,
    /// Whether it takes up the time of whoever it is for; a send does not.
    pub is_busy: bool,
    /// Whether it is certain, as far as a rehearsal is.
    pub is_certain: bool,
}

/// A calendar on its way to a file.
pub struct Calendar<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it holds and leaves out, in sentences.
    pub description: &'a str,
    /// The present moment, as `DTSTAMP`.
    pub stamp: Instant,
    /// Its events.
    pub events: &'a [Event],
}

/// Writes a calendar.
///
/// # Errors
/// If `out` can't be written.
pub fn write_calendar(out: &mut impl Write, calendar: &Calendar<'_>) -> io::Result<()> {
    let mut lines = Lines { out };
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

struct Lines<'a, W> {
    out: &'a mut W,
}

impl<W: Write> Lines<'_, W> {
    fn event(&mut self, event: &Event, stamp: Instant) -> io::Result<()> {
        self.line("BEGIN:VEVENT")?;
        self.line(&format!("UID:{}@dripline", uid(&event.identity)))?;
        self.line(&format!("DTSTAMP:{}", instant(stamp)))?;
        match event.when {
            When::At(from, to) => {
                self.line(&format!("DTSTART:{}", instant(from)))?;
                if to > from {
                    self.line(&format!("DTEND:{}", instant(to)))?;
                }
            }
            When::Day(day) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", date(day)))?;
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
            // The blank that a folded line begins with counts.
            (rest, room) = (behind, LONGEST - 1);
        }
        self.out.write_all(rest.as_bytes())?;
        self.out.write_all(b"\r\n")
    }
}

/// Where a line is folded: characters stay whole, and no piece begins or ends with a blank, which some programs would
/// take away, unless there are nothing but blanks.
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

/// `20260309T120000Z`
fn instant(at: Instant) -> String {
    at.to_string().chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// `20260309`
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// The same for the same parts, whatever they hold.
fn uid(identity: &[String]) -> String {
    let mut hash = Sha256::new();
    for part in identity {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
