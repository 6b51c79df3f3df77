//! The source of the contacts: generated, from a file, or typed by hand.

use std::hash::{BuildHasher, RandomState};

use eframe::egui::Ui;
use lucide_icons::Icon;

use super::shown::ShownRehearsal;
use super::state::PopulationState;
use super::{file, hand, mailable, to_hand, words};
use crate::campaign::directory::FieldKind;
use crate::campaign::rehearsal::{People, Person, Rehearsal};
use crate::campaign::text::thousands;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::{look, read, segments};
use crate::workbench::people::MOST_GENERATED;
use crate::workbench::population::by_hand;

/// The index of "file" among the sources.
const FILE: usize = 1;

/// Draws the source. Returns changed contacts, if they changed.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    shown: &ShownRehearsal<'_>,
    kept: &mut PopulationState,
) -> Option<People> {
    look::section(ui, "Source of contacts");
    let Rehearsal { name, people, .. } = shown.rehearsal;
    if kept.before.0 != *name {
        (kept.before, kept.asks_file) = ((name.clone(), [None, None, None]), false);
    }
    let kind = match people {
        People::Generated { .. } => 0,
        People::File(_) => 1,
        People::People(_) => 2,
    };
    kept.asks_file &= kind != FILE;
    let mut wanted = if kept.asks_file { FILE } else { kind };
    if segments::bare(ui, &mut wanted, &[(0, "Generated"), (FILE, "File"), (2, "By hand")]) {
        // The contacts stay the same until a file is chosen.
        kept.asks_file = wanted == FILE && kind != FILE && kept.before.1[FILE].is_none();
        if wanted == kind || kept.asks_file {
            return None;
        }
        kept.before.1[kind] = Some(people.clone());
        return Some(kept.before.1[wanted].take().unwrap_or_else(|| fresh(wanted)));
    }
    if kept.asks_file {
        look::hint(ui, &format!("Until you choose a file, {} stay in this rehearsal.", contacts(people)));
        return file::show(ui, form, "", shown, kept);
    }
    if kind != FILE {
        kept.reading = None;
    }
    match people {
        People::Generated { count, seed } => {
            let changed = generated(ui, form, *count, *seed, shown);
            mailable::show(ui, form, shown);
            changed
        }
        People::File(path) => file::show(ui, form, path, shown, kept),
        People::People(people) => {
            let changed = hand::show(ui, form, people, shown, kept).map(People::People);
            mailable::show(ui, form, shown);
            changed
        }
    }
}

/// What the user should know about dates that nobody entered.
const GENERATED_DATES: &str = "Dates in your own fields are generated too: some are in the past, some are empty. Import your contacts to see yours.";

const fn is_dated(kind: FieldKind) -> bool {
    match kind {
        FieldKind::Date | FieldKind::DateTime => true,
        FieldKind::Text | FieldKind::Number => false,
    }
}

/// The contacts of a rehearsal, in words.
fn contacts(people: &People) -> String {
    match people {
        People::Generated { count, .. } => format!("the {} generated contacts", thousands(*count)),
        People::File(_) => "the contacts of the file".to_owned(),
        People::People(people) => format!("the {} contacts typed by hand", thousands(people.len() as u64)),
    }
}

/// Initial settings for each source of contacts.
fn fresh(kind: usize) -> People {
    match kind {
        0 => People::Generated { count: 10_000, seed: 1 },
        _ => People::People(vec![Person::default()]),
    }
}

fn generated(ui: &mut Ui, form: &mut Form<'_>, count: u64, seed: u64, shown: &ShownRehearsal<'_>) -> Option<People> {
    let (mut now_count, mut now_seed) = (count, seed);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            let look = FieldLook { width: Some(110.0), most: 150.0, bare: true, ..FieldLook::default() };
            look::caption(ui, "Number of contacts");
            field::typed(ui, form, "Number of contacts", &mut now_count, look, |count| thousands(*count), how_many);
        });
        ui.vertical(|ui| {
            look::caption(ui, "Variation");
            ui.horizontal(|ui| {
                let look = FieldLook { width: Some(64.0), most: 110.0, bare: true, ..FieldLook::default() };
                field::number(ui, form, "Variation", &mut now_seed, look);
                if look::icon_button(ui, Icon::Dices, "Other contacts: another variation").clicked() {
                    now_seed = RandomState::new().hash_one(seed) % 100_000;
                }
            });
        });
    });
    field::show_fault(ui, form.id("Number of contacts"));
    field::show_fault(ui, form.id("Variation"));
    look::hint(ui, "The same variation gives the same contacts on every computer.");
    if form.campaign.directory.custom_fields.iter().any(|field| is_dated(field.kind)) {
        look::hint(ui, GENERATED_DATES);
    }
    let items =
        shown.rehearsal.sequence().and_then(|id| form.campaign.sequence(id)).map_or(0, |sequence| sequence.items.len());
    if let Some(cost) = words::cost(now_count, items) {
        look::hint(ui, &cost);
    }
    if to_hand::button(ui, now_count) {
        return Some(People::People(by_hand::generated(now_count, now_seed, &form.campaign.directory)));
    }
    ((now_count, now_seed) != (count, seed)).then_some(People::Generated { count: now_count, seed: now_seed })
}

fn how_many(text: &str) -> Result<u64, String> {
    match read::whole_of_any_size(text)? {
        Some(count) if count <= MOST_GENERATED => Ok(count),
        _ => Err(format!("Use {} or less", thousands(MOST_GENERATED))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_people_than_can_be_made_up_are_told_how_many_can() {
        assert_eq!(how_many("1,000,000,000"), Ok(1_000_000_000));
        for typed in ["1,000,000,001", "99999999999999999999"] {
            assert_eq!(how_many(typed), Err("Use 1,000,000,000 or less".to_owned()), "{typed}");
        }
        assert!(how_many("many").is_err_and(|why| why.contains("isn't a whole number")));
    }
}
