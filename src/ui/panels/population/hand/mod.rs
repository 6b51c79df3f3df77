//! Contacts typed by hand: a table in which each cell can be edited.
//!
//! Only visible rows are drawn. Tab moves from cell to cell, Enter to the same cell of the next contact.

mod grid;
mod row;
mod table;

use eframe::egui::{CollapsingHeader, Ui};

use self::row::TableEdit;
use self::table::table;
use super::shown::ShownRehearsal;
use super::state::{ContactFacts, PopulationState};
use super::words;
use crate::calendar::Zone;
use crate::campaign::rehearsal::Person;
use crate::ui::controls::form::Form;
use crate::ui::controls::words::people as many_people;
use crate::ui::controls::{list, look};
use crate::workbench::population::by_hand::{self, MOST};

/// Draws the table. Returns the changed contacts.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    people: &[Person],
    shown: &ShownRehearsal<'_>,
    kept: &mut PopulationState,
) -> Option<Vec<Person>> {
    keep_known(form, people, shown, &mut kept.hand);
    let keys = columns(ui, form, kept);
    let (wish, mut adds) = table(ui, form, people, &keys, &mut kept.hand);
    let is_full = people.len() >= MOST;
    ui.horizontal(|ui| {
        if ui.add_enabled_ui(!is_full, |ui| ui.button("Add contact").clicked()).inner {
            adds = true;
        }
        look::hint(ui, &many_people(people.len() as u64));
    });
    if is_full {
        look::hint(ui, &format!("For more than {MOST} contacts, use a file."));
    }
    if !kept.hand.faults.is_empty() {
        let many = kept.hand.faults.len() as u64;
        look::fault(ui, &format!("{} not used until you fix the errors", many_people(many)));
    }
    if wish.is_none() && !adds {
        return None;
    }
    let mut now = people.to_vec();
    match wish {
        Some(TableEdit::Set(place, key, cell)) if cell.is_empty() => {
            now[place].0.remove(&key);
        }
        Some(TableEdit::Set(place, key, cell)) => {
            now[place].0.insert(key, cell);
        }
        Some(TableEdit::Remove(place)) => {
            now.remove(place);
        }
        None => {}
    }
    if adds {
        let first = keys.first().cloned().unwrap_or_default();
        let key = kept.hand.enter.take().map_or(first, |(_, key)| key);
        kept.hand.enter = Some((now.len(), key));
        now.push(Person::default());
    }
    Some(now)
}

fn keep_known(form: &Form<'_>, people: &[Person], shown: &ShownRehearsal<'_>, known: &mut ContactFacts) {
    let of = Some((shown.revision, shown.rehearsal.name.clone()));
    if known.of != of {
        let directory = &form.campaign.directory;
        let zone = Zone::named(&form.campaign.time_zone).unwrap_or_else(Zone::utc);
        known.faults = by_hand::faults(people, directory, &zone);
        known.used = by_hand::used(people, directory);
        known.of = of;
    }
}

/// The keys of the shown columns: chosen ones, and those with a cell for any contact.
fn columns(ui: &mut Ui, form: &Form<'_>, kept: &mut PopulationState) -> Vec<String> {
    let directory = &form.campaign.directory;
    let all: Vec<String> = by_hand::fields(directory).map(|field| field.key(directory).to_owned()).collect();
    let mut shown = if kept.columns.is_empty() {
        let usual = |key: &String| matches!(key.as_str(), "first_name" | "email") || kept.hand.used.contains(key);
        let strangers = kept.hand.used.iter().filter(|key| !all.contains(key));
        all.iter().filter(|key| usual(key)).chain(strangers).cloned().collect()
    } else {
        kept.columns.clone()
    };
    let options: Vec<(String, String)> = all.iter().map(|key| (key.clone(), words::field(key, directory))).collect();
    let was = shown.clone();
    CollapsingHeader::new("Columns shown").id_salt("columns of contacts").show(ui, |ui| {
        list::names(ui, "Columns", ("Show column", "None yet"), &mut shown, &options, &[]);
    });
    if shown != was {
        let place = |key: &String| all.iter().position(|known| known == key).unwrap_or(all.len());
        shown.sort_by_key(place);
        kept.columns.clone_from(&shown);
    }
    shown
}
