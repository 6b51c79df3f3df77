//! The list of contacts at the left of the preview.

use eframe::egui::{Role, Ui, WidgetInfo};

use crate::calendar::Instant;
use crate::calendar::words::capital;
use crate::campaign::ids::ItemRef;
use crate::campaign::text::thousands;
use crate::report::people::Filter;
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::search_list::{ListLayout, words};
use crate::ui::panels::message::chosen::ReaderRun;
use crate::ui::panels::message::state::MessageState;
use crate::workbench::rehearse::contact::who;
use crate::workbench::rehearse::seek::SearchQuestion;

/// How high a row is.
const ROW: f32 = 28.0;
/// Most rows: with more, screen coordinates far down would not be exact.
const MOST: usize = 50_000;

/// Draws the search field and the list of contacts. Arrow keys in the field go from contact to contact.
pub(super) fn show(ui: &mut Ui, panel: &Panel<'_>, state: &mut MessageState, run: &ReaderRun, item: ItemRef) {
    let MessageState { list, seek, reader, brings_reader, .. } = state;
    let count = seek.listed().map_or(0, |listed| listed.len().min(MOST));
    let typed = list.field(ui, "Search contacts", "Name, email or id", count);
    let mut without_name = reader.without_name;
    look::check(ui, &mut without_name, "Without a first name");
    *brings_reader |= reader.without_name != without_name;
    reader.without_name = without_name;
    let number = if run.is_generated { u64::MAX } else { panel.rehearsing.number() };
    let filter = Filter { text: list.text.clone(), ..Filter::default() };
    let wake = ui.ctx().clone();
    let sought = SearchQuestion { number, clock: Instant::FIRST, filter };
    seek.ask(&run.run, sought, false, move || wake.request_repaint());
    let Some(listed) = seek.listed() else {
        look::hint(ui, "Looking for contacts…");
        return;
    };
    let (all, contacts) = (listed.len(), run.run.contacts());
    let count = all.min(MOST);
    let told = if all as u64 == contacts {
        capital(&crate::ui::controls::words::count(contacts, "contact", "contacts"))
    } else {
        let of = crate::ui::controls::words::count(contacts, "contact", "contacts");
        format!("{} of {of}", thousands(all as u64))
    };
    look::hint(ui, &told);
    if count < all {
        look::hint(ui, &others(MOST));
    }
    let shown = reader.reader(&run.run, item).place;
    if std::mem::take(brings_reader)
        && let Some(row) = listed.row(shown).filter(|row| *row < count)
    {
        list.go_to(row);
    }
    let room = ui.available_height().max(ROW * 2.0);
    let shape = ListLayout { name: "Contacts", count, height: ROW, room, theme: panel.theme };
    let name = |row: usize| listed.place(row).and_then(|place| who(&run.run, place));
    let clicked = list.rows(
        ui,
        shape,
        |row| name(row).map(|who| format!("{}, {}", who.name, who.email)).unwrap_or_default(),
        |ui, response, row| {
            let Some(who) = name(row) else { return };
            let is_shown = listed.place(row) == Some(shown);
            let label = format!("{}, {}", who.name, who.email);
            response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_shown, &label));
            words(ui, response.rect, response.rect.left() + 8.0, &who.name, &who.email, panel.theme);
            response.clone().on_hover_text(&who.email);
        },
    );
    let row = clicked.or((typed.walked || typed.enter).then_some(list.at));
    if let Some(place) = row.filter(|row| *row < count).and_then(|row| listed.place(row)) {
        reader.choose(place);
    }
}

/// How to see more contacts than the list shows.
fn others(shown: usize) -> String {
    format!("Search to see others than the first {}.", thousands(shown as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_contacts_that_are_listed_has_commas() {
        assert_eq!(others(MOST), "Search to see others than the first 50,000.");
    }
}
