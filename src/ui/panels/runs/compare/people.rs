//! The contacts whose story is another in the other run, with the first item at which it is.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Button, Color32, FontFamily, FontId, RichText, Role, Ui, WidgetInfo};

use crate::calendar::Instant;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::Family;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::compare::{ComparedVisit, Difference};
use crate::report::people::{ContactGroup, Filter};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::settings::Settings;
use crate::ui::controls::look;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;
use crate::workbench::rehearse::contact::who;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::keeping::Compared;
use crate::workbench::rehearse::visit_words::{VisitTime, what};

/// Most contacts that are listed, and most items at which stories differ.
const MOST_PEOPLE: usize = 500;
const MOST_ITEMS: usize = 5;

/// The contacts whose story differs, and the items at which stories differ first.
pub(super) fn people(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared) {
    let comparison = &compared.comparison;
    let lone = comparison.only_left.count + comparison.only_right.count;
    let head = format!(
        "{} with a different story{}",
        words::people(comparison.different),
        if lone == 0 { String::new() } else { format!(", {} in one run only", thousands(lone)) }
    );
    ui.label(RichText::new(head).family(semibold()));
    if !comparison.first_items.is_empty() {
        look::hint(ui, &parting(compared));
    }
    let shown = comparison.differences.len().min(MOST_PEOPLE);
    for difference in &comparison.differences[..shown] {
        person(ui, panel, compared, difference);
    }
    if comparison.different > shown as u64 {
        ui.horizontal(|ui| {
            let more = format!("and {} more", thousands(comparison.different - shown as u64));
            ui.label(RichText::new(more).color(color(ColorRole::Muted, panel.theme)));
            all(ui, panel, compared);
        });
    }
}

/// The way to all contacts whose story differs, if the compared run is still shown.
fn all(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared) {
    let is_shown = panel.rehearsing.shown().is_some_and(|shown| Arc::ptr_eq(shown, &compared.right));
    let places = &compared.comparison.different_places;
    if is_shown && look::link(ui, &format!("Show all {}", thousands(places.len() as u64))).clicked() {
        let group = ContactGroup::Different { run: panel.rehearsing.number(), places: places.as_slice().into() };
        panel.wants(Action::ShowPeople(Filter { group: Some(group), ..Filter::default() }));
    }
}

/// At which items stories differ first: `First at “Welcome” 120, “Wait” 3`.
fn parting(compared: &Compared) -> String {
    let first = compared.comparison.first_items.iter();
    let mut items: Vec<(ItemRef, u64)> = first.map(|(item, count)| (*item, *count)).collect();
    items.sort_by_key(|&(item, count)| (Reverse(count), item));
    let named = items.iter().take(MOST_ITEMS);
    let named: Vec<String> =
        named.map(|(id, count)| format!("{} {}", item_words(compared, *id), thousands(*count))).collect();
    let more = match items.len().saturating_sub(MOST_ITEMS) {
        0 => String::new(),
        1 => " and 1 more item".to_owned(),
        more => format!(" and {more} more items"),
    };
    format!("First at {}{more}", named.join(", "))
}

/// An item of either run.
fn item_of(compared: &Compared, ItemRef { item: id, .. }: ItemRef) -> Option<&Item> {
    let items = [&compared.right, &compared.left].map(|side| side.scene.sequence().item(id));
    items.into_iter().flatten().next()
}

/// An item by its name in either run.
fn item_words(compared: &Compared, item: ItemRef) -> String {
    item_of(compared, item).map_or(format!("item {}", item.item), words::item)
}

/// A contact whose story differs. A click follows it in the shown run, with its story.
fn person(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let zone = &ShownZone::of(panel)
        .of_contact(compared.right.contact(difference.right_place).and_then(|contact| contact.zone()));
    let item = item_words(compared, difference.item);
    let family = item_of(compared, difference.item).map_or(Family::Process, |item| item.kind.family());
    let said = |said: &Option<ComparedVisit>| {
        let told = |it| told(panel.settings, zone, panel.rehearsing.at(), (it, family));
        said.as_ref().map_or("does not reach it".to_owned(), told)
    };
    let told = format!("at {item} first, {} → {}", said(&difference.left), said(&difference.right));
    let name = who(&compared.right, difference.right_place).map_or_else(|| difference.id.clone(), |who| who.name);
    // A contact without a name already shows its id.
    let id = if name == difference.id { String::new() } else { format!("  {}", difference.id) };
    let mut job = LayoutJob::default();
    let inks = [semibold(), FontFamily::Proportional, FontFamily::Proportional].into_iter().zip([
        ColorRole::Text,
        ColorRole::Muted,
        ColorRole::Text,
    ]);
    for (text, (family, ink)) in [&name, &id, &format!("  {told}")].into_iter().zip(inks) {
        let format = TextFormat::simple(FontId::new(13.0, family), color(ink, panel.theme));
        job.append(text, 0.0, format);
    }
    ui.spacing_mut().button_padding.x = 4.0;
    let response = ui.add(Button::new(job).fill(Color32::TRANSPARENT).frame_when_inactive(false).truncate());
    let spoken = format!("{name}{id}: {told}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.on_hover_text(format!("{spoken}\n\nClick to follow this contact in the shown run.")).clicked() {
        follow(panel, compared, difference);
    }
}

/// Goes to a contact's story in the shown run.
fn follow(panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let Some(shown) = panel.rehearsing.shown() else { return };
    match place_in(shown, compared, difference) {
        None => {
            let words = format!("{} isn't in the shown run", difference.id);
            panel.wants(Action::Refuse(words));
        }
        place => {
            panel.wants(Action::Rehearse(Rehearse::Follow(place)));
            panel.wants(Action::Run(Command::Rehearse));
        }
    }
}

/// The position of a contact in a run's list. If it isn't the run that was compared, the contact is looked up by id,
/// since positions may differ.
fn place_in(shown: &Arc<FinishedRehearsal>, compared: &Compared, difference: &Difference) -> Option<u64> {
    match Arc::ptr_eq(shown, &compared.right) {
        true => Some(difference.right_place),
        false => shown.kept.population.find(&difference.id).map(|place| place as u64),
    }
}

/// The outcome of a contact at an item, and when: with the year if that isn't the clock's, or without a clock.
fn told(
    settings: &Settings,
    zone: &ShownZone,
    clock: Option<Instant>,
    (said, family): (&ComparedVisit, Family),
) -> String {
    let date_time = |at| match clock {
        Some(clock) => zone.near(settings, at, clock),
        None => zone.date_time(settings, at),
    };
    let time = VisitTime::of(said.outcome, said.arrived, said.due).words(date_time);
    format!("{} {time}", what(said.outcome, family, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::ids::SequenceId;
    use crate::report::compare::Comparison;
    use crate::simulate::outcome::Outcome;
    use crate::simulate::pass::Pass;
    use crate::ui::panels::runs::compare::tests::finished;
    use crate::workbench::rehearse::Rehearsing;

    #[test]
    fn in_another_run_a_contact_is_looked_up_by_its_id() {
        let (left, right, later) = (finished(40), finished(40), finished(20));
        let item = |id| SequenceId::default().item(id);
        let comparison = Comparison { first_items: [(item(2), 3), (item(3), 30)].into(), ..Comparison::default() };
        let compared = Compared { run: 1, left, right: Arc::clone(&right), comparison };
        let id =
            |place| right.contact(place).map(|contact| contact.block.id(contact.row).to_owned()).expect("a contact");
        let differs = |id: String, right_place| Difference {
            id,
            left_place: right_place,
            right_place,
            item: item(2),
            pass: Pass::FIRST,
            left: None,
            right: None,
        };
        // As if the list of the compared run had another order.
        let moved = differs(id(7), 30);
        assert_eq!(place_in(&right, &compared, &moved), Some(30));
        assert_eq!(place_in(&later, &compared, &moved), Some(7));
        assert_eq!(place_in(&later, &compared, &differs(id(33), 3)), None, "nobody instead of somebody else");
        let said = parting(&compared);
        let second = right.scene.sequence().item(3).map(words::item).expect("an item");
        assert!(said.starts_with(&format!("First at {second} 30, ")), "{said}");
    }

    #[test]
    fn a_time_of_another_year_than_the_clocks_has_its_year() {
        let run = finished(2);
        let at = |text| Instant::parse_with_offset(text).expect("an instant");
        let zone =
            ShownZone::new(&Settings::default(), &Rehearsing::default(), &run.scene.campaign, run.scene.plan.zone());
        let visit = ComparedVisit {
            outcome: Outcome::Waiting,
            arrived: at("2026-12-01T15:00:00Z"),
            due: Some(at("2027-01-15T15:00:00Z")),
        };
        let said = |clock| told(&Settings::default(), &zone, clock, (&visit, Family::Timer));
        assert_eq!(said(Some(at("2026-12-31T00:00:00Z"))), "waiting until Fri 15 Jan 2027 10:00");
        assert_eq!(said(Some(at("2027-01-01T12:00:00Z"))), "waiting until Fri 15 Jan 10:00");
        assert_eq!(said(None), "waiting until Fri 15 Jan 2027 10:00");
    }
}
