//! Contacts typed by hand: converted from other contacts, and the errors in their cells.

use rustc_hash::FxHashSet;

use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::fields::{Column, Field, field_name};
use crate::campaign::rehearsal::Person;
use crate::contacts::block::{Block, Layout};
use crate::contacts::generator::Generator;
use crate::contacts::guard::{guarded, unguarded};
use crate::contacts::people::population;
use crate::contacts::reading::notes::CellNotRead;
use crate::contacts::reject::CellKind;
use crate::workbench::today::today;

/// Most contacts that can be converted to typed ones: more can't be edited by hand, and would make the campaign's file
/// large.
pub const MOST: usize = 500;

/// All fields of a contact, columns first.
pub fn fields(directory: &Directory) -> impl Iterator<Item = Field> + '_ {
    let columns = Column::ALL.iter().copied().map(Field::Column);
    columns.chain((0..directory.custom_fields.len()).map(Field::Custom))
}

/// The contact in a row, as the user would type it: empty cells are left out.
pub fn person_of(directory: &Directory, block: &Block, row: usize) -> Person {
    let said = fields(directory).filter_map(|field| {
        let cell = block.cell(field, row);
        let is_usual = field == Field::Column(Column::EmailStatus) && cell == "unconfirmed";
        let is_said = !cell.is_empty() && !is_usual;
        // A guard is only added to a text that would be read differently without it: users don't type one before +49.
        let typed = if unguarded(&cell) == cell { cell } else { guarded(&cell).into_owned() };
        is_said.then(|| (field.key(directory).to_owned(), typed))
    });
    Person(said.collect())
}

/// The first generated contacts, at most [`MOST`].
pub fn generated(count: u64, seed: u64, directory: &Directory) -> Vec<Person> {
    let layout = Layout::new(directory);
    let count = count.min(MOST as u64) as usize;
    let block = Generator::new(seed, &layout, directory).block(0, count);
    (0..block.len()).map(|row| person_of(directory, &block, row)).collect()
}

/// An error in the cells of one contact. The run leaves out this contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// The index of the contact in the list.
    pub place: usize,
    /// The key of the cell with the error.
    pub key: String,
    /// What is wrong, in words.
    pub words: String,
}

/// The first error of each typed contact, in the order of the list.
pub fn faults(people: &[Person], directory: &Directory, zone: &Zone) -> Vec<CellFault> {
    let keys: FxHashSet<&String> = people.iter().flat_map(|person| person.0.keys()).collect();
    let unknown: FxHashSet<String> =
        keys.into_iter().filter(|key| Field::named(key, directory).is_none()).cloned().collect();
    let mut faults = Vec::new();
    let mut known = people.to_vec();
    for (place, person) in known.iter_mut().enumerate().filter(|_| !unknown.is_empty()) {
        if let Some(key) = person.0.keys().find(|key| unknown.contains(*key)).cloned() {
            let words = format!("`{key}` isn't a contact field: no contact takes part until you remove it");
            faults.push(CellFault { place, key, words });
        }
        person.0.retain(|key, _| !unknown.contains(key));
    }
    let layout = Layout::new(directory);
    let typed = population(&known, &layout, directory, zone, today(zone)).unwrap_or_default();
    let place_of = |number: u64| usize::try_from(number.saturating_sub(1)).unwrap_or_default();
    for cell in &typed.not_read {
        faults.push(CellFault { place: place_of(cell.line), key: cell.column.clone(), words: words(cell, directory) });
    }
    for (number, reject) in typed.rejects {
        let place = place_of(number);
        let has_id = known.get(place).is_some_and(|person| person.0.contains_key("id"));
        let key = if has_id { "id" } else { "email" }.to_owned();
        if faults.iter().all(|fault| fault.place != place) {
            faults.push(CellFault { place, key, words: reject.to_string() });
        }
    }
    faults.sort_by_key(|fault| fault.place);
    faults
}

/// What is wrong with a cell, for the user who typed it: with the field's label, and a form that is always accepted.
fn words(cell: &CellNotRead, directory: &Directory) -> String {
    let wrong = match cell.kind {
        CellKind::Date => "isn't a date. Try 2026-02-28",
        CellKind::DateTime => "isn't a date and time. Try 2026-02-28 09:00",
        CellKind::Entered if cell.is_outside_time() => "is outside simulated time, which goes from 1970 to 2099",
        CellKind::Entered => "isn't a date and time. Try 2026-02-28 09:00",
        CellKind::Zone => "isn't a known time zone",
        CellKind::Status => "isn't an email status, so the contact gets no email",
        CellKind::Number => "isn't a number. Try 12.50",
        CellKind::Text => "is an error of a spreadsheet",
    };
    format!("{}: `{}` {wrong}", field_name(&cell.column, directory), cell.text)
}

/// The fields with a cell for any contact, in the order of [`fields`], then keys that aren't fields.
pub fn used(people: &[Person], directory: &Directory) -> Vec<String> {
    let keys: FxHashSet<&str> = people.iter().flat_map(|person| person.0.keys().map(String::as_str)).collect();
    let known = fields(directory).map(|field| field.key(directory).to_owned());
    let mut used: Vec<String> = known.filter(|key| keys.contains(key.as_str())).collect();
    let mut others: Vec<&str> = keys.iter().copied().filter(|key| Field::named(key, directory).is_none()).collect();
    others.sort_unstable();
    used.extend(others.into_iter().map(str::to_owned));
    used
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::campaign::directory::{CustomField, FieldKind};
    use crate::contacts::block::Population;
    use crate::workbench::samples::SAMPLES;

    fn table(directory: &Directory, people: &Population) -> Vec<Vec<String>> {
        let rows = people.blocks().iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
        rows.map(|(block, row)| fields(directory).map(|field| block.cell(field, row)).collect()).collect()
    }

    #[test]
    fn made_up_people_are_the_same_when_they_are_typed_in() {
        for sample in SAMPLES {
            let campaign = sample.campaign().expect("a sample");
            let (directory, layout) = (&campaign.directory, Layout::new(&campaign.directory));
            let typed = generated(700, 7, directory);
            assert_eq!(typed.len(), MOST);
            let read = population(&typed, &layout, directory, &Zone::utc(), NaiveDate::default()).expect("people");
            assert!(read.rejects.is_empty() && read.not_read.is_empty());
            let read = read.population;
            let made = Population::new(vec![Generator::new(7, &layout, directory).block(0, MOST)]);
            assert_eq!(table(directory, &read), table(directory, &made));
        }
    }

    #[test]
    fn a_bad_cell_is_told_as_it_was_typed() {
        let field = |key: &str, label: &str, kind| CustomField { key: key.to_owned(), label: label.to_owned(), kind };
        let custom_fields = vec![
            field("last_order", "Last order", FieldKind::Date),
            field("next_call", "Next call", FieldKind::DateTime),
        ];
        let directory = Directory { custom_fields, ..Directory::default() };
        let told = |key: &str, cell: &str| {
            let person = Person([(key.to_owned(), cell.to_owned())].into());
            faults(&[person], &directory, &Zone::utc()).pop().expect("a fault").words
        };
        for (key, cell, words) in [
            ("last_order", "31.2.2026", "Last order: `31.2.2026` isn't a date. Try 2026-02-28"),
            ("birthday", "soon", "birthday: `soon` isn't a date. Try 2026-02-28"),
            ("next_call", "soon", "Next call: `soon` isn't a date and time. Try 2026-02-28 09:00"),
            ("entered", "soon", "entered: `soon` isn't a date and time. Try 2026-02-28 09:00"),
            (
                "entered",
                "1969-12-31T09:00",
                "entered: `1969-12-31T09:00` is outside simulated time, which goes from 1970 to 2099",
            ),
            ("time_zone", "Mars/Base", "time zone: `Mars/Base` isn't a known time zone"),
            ("email_status", "so", "email status: `so` isn't an email status, so the contact gets no email"),
        ] {
            assert_eq!(told(key, cell), words);
        }
    }

    #[test]
    fn a_bad_cell_is_told_with_its_place() {
        let person = |cells: &[(&str, &str)]| {
            Person(cells.iter().map(|(key, cell)| ((*key).to_owned(), (*cell).to_owned())).collect())
        };
        let people = [
            person(&[("email", "a@x.com"), ("birthday", "1990-02-30")]),
            person(&[("email", "b@x.com")]),
            person(&[("email", "b@x.com")]),
            person(&[("email", "c@x.com"), ("nick", "C")]),
            person(&[("id", "1"), ("time_zone", "Mars/Base")]),
        ];
        let directory = Directory::default();
        let found = faults(&people, &directory, &Zone::utc());
        let places: Vec<_> = found.iter().map(|fault| (fault.place, fault.key.as_str())).collect();
        assert_eq!(places, [(0, "birthday"), (2, "email"), (3, "nick"), (4, "time_zone")]);
        assert_eq!(used(&people, &directory), ["id", "email", "time_zone", "birthday", "nick"]);
    }
}
