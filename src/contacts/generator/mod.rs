//! Made-up people: believable, seeded, and nobody's.
//!
//! **Owns** how people are made up: contact *i* depends on the seed, on *i* and on what the campaign
//! names, on nothing else, so that any block can be made by itself.
//! **Must not know** files, clocks, or what becomes of the people.
//! **Start reading** at [`Generator`]; how many there are of each kind is in [`shares`].
//! **Invariants**: integers only; emails are unique and at `example.com`, `.org` or `.net`; phone
//! numbers are in the range 555-0100 to 555-0199; ids are `c000001` and so on; `entered` is empty.

mod draw;
#[rustfmt::skip]
mod names;
pub mod shares;

use std::fmt::Write;
use std::sync::Arc;

use crate::calendar::day::is_leap_year;
use crate::calendar::{Day, Wall, Zone};
use crate::campaign::directory::{Directory, FieldKind};
use crate::campaign::fields::{Column, Field};

use super::block::{Block, Layout, Row};
use super::status::EmailStatus;

use draw::Draws;
use names::{COMPANY_KINDS, COMPANY_WORDS, DOMAINS, JOBS, PLACES, Place, WORDS};
use shares::{CARDS, EMPTY, EMPTY_CUSTOM, EMPTY_STATE, LEAP_BIRTHDAYS, STATUSES};

/// Purposes of draws beside those of the columns, which are the columns' places; custom fields come
/// last, two draws each.
const PLACE: u64 = 32;
const CULTURE: u64 = 33;
const DETAIL: u64 = 64;
const CUSTOM: u64 = 1024;

/// Makes people up.
#[derive(Clone, Debug)]
pub struct Generator {
    seed: u64,
    layout: Arc<Layout>,
    users: Vec<String>,
    tags: Vec<String>,
    /// The zones of `PLACES`.
    zones: Vec<Option<Zone>>,
    /// The slot of each column that is a text, by the column's place.
    slots: Vec<Option<usize>>,
}

/// Texts of one contact, one behind the other.
#[derive(Default)]
struct Texts {
    text: String,
    /// Slot and end of each.
    ends: Vec<(usize, usize)>,
}

impl Texts {
    fn close(&mut self, slot: Option<usize>) {
        if let Some(slot) = slot {
            self.ends.push((slot, self.text.len()));
        }
    }
}

impl Generator {
    /// People for a campaign: the owners and tags are its own.
    pub fn new(seed: u64, layout: &Arc<Layout>, directory: &Directory) -> Self {
        let tags = directory.tags.iter().filter(|tag| !tag.is_empty() && !tag.contains(';'));
        Self {
            seed,
            layout: Arc::clone(layout),
            users: directory.users.iter().map(|user| user.id.clone()).filter(|id| !id.is_empty()).collect(),
            tags: tags.cloned().collect(),
            zones: PLACES.iter().map(|place| Zone::named(place.zone)).collect(),
            slots: Column::ALL.iter().map(|&column| layout.text_slot(Field::Column(column))).collect(),
        }
    }

    /// Which people it makes up.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The contacts from place `first` on, counted from 0.
    pub fn block(&self, first: u64, count: usize) -> Block {
        let mut block = Block::new(&self.layout);
        let mut texts = Texts::default();
        for contact in (first..u64::MAX).take(count) {
            self.push(contact, &mut texts, &mut block);
        }
        block
    }

    /// The first `count` contacts in blocks, each made when it is asked for.
    pub fn blocks(&self, count: u64) -> impl Iterator<Item = Block> + '_ {
        const ROWS: u64 = Block::MOST_ROWS as u64;
        let firsts = (0..count.div_ceil(ROWS)).map(|block| block * ROWS);
        firsts.map(move |first| self.block(first, (count - first).min(ROWS) as usize))
    }

    fn push(&self, contact: u64, texts: &mut Texts, block: &mut Block) {
        let draws = Draws::of(self.seed, contact);
        let at = draws.below(PLACE, PLACES.len() as u64) as usize;
        texts.text.clear();
        texts.ends.clear();
        for &column in Column::ALL {
            if !is_empty(column, draws) {
                self.write(column, contact, draws, &PLACES[at], &mut texts.text);
            }
            texts.close(self.slots[column as usize]);
        }
        let mut row = Row { texts: vec![""; self.layout.texts().len()], ..Row::default() };
        row.dates = vec![None; self.layout.dates().len()];
        for (slot, &(field, _)) in self.layout.dates().iter().enumerate() {
            row.dates[slot] = self.date(field, draws);
        }
        for (slot, &field) in self.layout.texts().iter().enumerate() {
            if let Field::Custom(place) = field {
                self.write_custom(place, draws, &mut texts.text);
                texts.close(Some(slot));
            }
        }
        let mut start = 0;
        for &(slot, end) in &texts.ends {
            row.texts[slot] = &texts.text[start..end];
            start = end;
        }
        let has_email = !is_empty(Column::Email, draws);
        row.status = if has_email { status(draws) } else { EmailStatus::default() };
        row.zone = if is_empty(Column::TimeZone, draws) { None } else { self.zones[at].clone() };
        block.push(&row);
    }

    /// Writes the text of a column; nothing for columns that are no texts.
    fn write(&self, column: Column, contact: u64, draws: Draws, place: &Place, out: &mut String) {
        let purpose = DETAIL + column as u64 * 8;
        let culture = draws.pick(CULTURE, place.cultures);
        let first = draws.pick(DETAIL + Column::FirstName as u64 * 8, culture.first);
        let last = draws.pick(DETAIL + Column::LastName as u64 * 8, culture.last);
        // Writing into a text does not fail.
        let _ = match column {
            Column::Id => write!(out, "c{:06}", contact.saturating_add(1)),
            Column::FirstName => out.write_str(first),
            Column::LastName => out.write_str(last),
            Column::Email => {
                write_ascii(first, out);
                out.push('.');
                write_ascii(last, out);
                write!(out, "{}@{}", contact.saturating_add(1), draws.pick(purpose, DOMAINS))
            }
            Column::Phone | Column::Fax => write!(out, "{}555-01{:02}", place.area, draws.below(purpose, 100)),
            Column::Company => {
                write!(out, "{} {}", draws.pick(purpose, COMPANY_WORDS), draws.pick(purpose + 1, COMPANY_KINDS))
            }
            Column::JobTitle => out.write_str(draws.pick(purpose, JOBS)),
            Column::Street => {
                let (before, behind) = draws.pick(purpose, place.streets).split_once('#').unwrap_or_default();
                write!(out, "{before}{}{behind}", 1 + draws.below(purpose + 1, 180))
            }
            Column::City => out.write_str(place.city),
            Column::State => out.write_str(place.state),
            Column::PostalCode => {
                for (sign, purpose) in place.postal_code.chars().zip(DETAIL * 8..) {
                    out.push(match sign {
                        '#' => (b'0' + draws.below(purpose, 10) as u8) as char,
                        '@' => (b'A' + draws.below(purpose, 26) as u8) as char,
                        sign => sign,
                    });
                }
                Ok(())
            }
            Column::Country => out.write_str(place.country),
            Column::Owner if !self.users.is_empty() => {
                out.write_str(&self.users[draws.below(purpose, self.users.len() as u64) as usize])
            }
            Column::Tags if !self.tags.is_empty() => {
                self.write_tags(draws, purpose, out);
                Ok(())
            }
            Column::CardOnFile => {
                let mut drawn = draws.below(purpose, 1000);
                let card = CARDS.iter().find(|(_, share)| {
                    let is_it = drawn < *share;
                    drawn = drawn.saturating_sub(*share);
                    is_it
                });
                out.write_str(card.map_or("", |(word, _)| word))
            }
            _ => Ok(()),
        };
    }

    /// One to three different tags, in the campaign's order.
    fn write_tags(&self, draws: Draws, purpose: u64, out: &mut String) {
        let count = 1 + draws.below(purpose, 3);
        let mut places = [usize::MAX; 3];
        for (place, more) in places.iter_mut().zip(0..count) {
            *place = draws.below(purpose + 1 + more, self.tags.len() as u64) as usize;
        }
        places.sort_unstable();
        let mut before = None;
        for tag in places.into_iter().filter(|&place| place != usize::MAX) {
            if before != Some(tag) {
                if before.is_some() {
                    out.push(';');
                }
                out.push_str(&self.tags[tag]);
            }
            before = Some(tag);
        }
    }

    fn date(&self, field: Field, draws: Draws) -> Option<Wall> {
        match field {
            Field::Column(column) if is_empty(column, draws) => None,
            Field::Column(column @ Column::Birthday) => Some(birthday(draws, DETAIL + column as u64 * 8).at_second(0)),
            Field::Column(column) => Some(day_in(1990, 2025, draws, DETAIL + column as u64 * 8).at_second(0)),
            Field::Custom(place) => {
                let purpose = CUSTOM + place as u64 * 4;
                if draws.one_of(purpose, EMPTY_CUSTOM) {
                    return None;
                }
                let quarter = draws.below(purpose + 2, 24 * 4) as i64;
                let is_timed = self.layout.custom_fields()[place].kind == FieldKind::DateTime;
                let second = if is_timed { quarter * 15 * 60 } else { 0 };
                Some(day_in(2025, 2027, draws, purpose + 1).at_second(second))
            }
        }
    }

    fn write_custom(&self, place: usize, draws: Draws, out: &mut String) {
        let purpose = CUSTOM + place as u64 * 4;
        if draws.one_of(purpose, EMPTY_CUSTOM) {
            return;
        }
        let _ = match self.layout.custom_fields()[place].kind {
            FieldKind::Number => write!(out, "{}", draws.below(purpose + 1, 1000)),
            _ => out.write_str(draws.pick(purpose + 1, WORDS)),
        };
    }
}

fn is_empty(column: Column, draws: Draws) -> bool {
    let share = match column {
        Column::State => EMPTY_STATE,
        column => EMPTY.iter().find(|(known, _)| *known == column).map_or(0, |(_, share)| *share),
    };
    share > 0 && draws.one_of(column as u64, share)
}

fn status(draws: Draws) -> EmailStatus {
    let mut drawn = draws.below(Column::EmailStatus as u64, 1000);
    for (status, share) in STATUSES {
        if drawn < share {
            return status;
        }
        drawn -= share;
    }
    EmailStatus::default()
}

/// A day of these years, both included.
fn day_in(first: i32, last: i32, draws: Draws, purpose: u64) -> Day {
    let (from, to) = (Day::from_civil(first, 1, 1), Day::from_civil(last + 1, 1, 1));
    from.plus_days(draws.below(purpose, (to.number() - from.number()) as u64) as i64)
}

fn birthday(draws: Draws, purpose: u64) -> Day {
    let day = day_in(1940, 2007, draws, purpose);
    let (year, month, date) = day.civil();
    if draws.one_of(purpose + 1, LEAP_BIRTHDAYS) {
        let year = year - year % 4;
        debug_assert!(is_leap_year(year));
        return Day::from_civil(year, 2, 29);
    }
    // Else the stated share would be too small by those that fall on it by chance.
    if (month, date) == (2, 29) { Day::from_civil(year, 2, 28) } else { day }
}

/// A name as it stands in an address.
fn write_ascii(name: &str, out: &mut String) {
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => out.push(letter),
            'á' | 'à' | 'ã' | 'â' => out.push('a'),
            'ä' => out.push_str("ae"),
            'ç' => out.push('c'),
            'é' | 'è' | 'ê' => out.push('e'),
            'í' | 'ı' => out.push('i'),
            'ñ' => out.push('n'),
            'ó' | 'ô' | 'õ' => out.push('o'),
            'ö' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'ú' => out.push('u'),
            'ü' => out.push_str("ue"),
            _ => {}
        }
    }
}
