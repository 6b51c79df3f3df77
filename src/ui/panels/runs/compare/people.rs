//! The contacts whose story is another in the other run, with the first item at which it is.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Button, Color32, FontFamily, FontId, RichText, Role, Ui, WidgetInfo};

use crate::campaign::ids::ItemRef;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::compare::{ComparedVisit, Difference};
use crate::simulate::outcome::Outcome;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;
use crate::workbench::rehearse::contact::who;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::keeping::Compared;

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
        let more = format!("and {} more", thousands(comparison.different - shown as u64));
        ui.label(RichText::new(more).color(color(ColorRole::Muted, panel.theme)));
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

/// An item by its name in either run.
fn item_words(compared: &Compared, ItemRef { item: id, .. }: ItemRef) -> String {
    let items = [&compared.right, &compared.left].map(|side| side.scene.sequence().item(id));
    items.into_iter().flatten().next().map_or(format!("item {id}"), words::item)
}

/// A contact whose story differs. A click follows it in the shown run, with its story.
fn person(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let zone = &ShownZone::of(panel)
        .of_contact(compared.right.contact(difference.right_place).and_then(|contact| contact.zone()));
    let item = item_words(compared, difference.item);
    let said =
        |said: &Option<ComparedVisit>| said.as_ref().map_or("does not reach it".to_owned(), |it| told(panel, zone, it));
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
            panel.wants(Action::Say(words));
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

/// The outcome of a contact at an item, and when.
fn told(panel: &Panel<'_>, zone: &ShownZone, said: &ComparedVisit) -> String {
    let date_time = |at| zone.near(panel.settings, at, at);
    match (said.outcome, said.due) {
        (Outcome::Ran, due) => format!("ran {}", date_time(due.unwrap_or(said.arrived))),
        (Outcome::Waiting, Some(due)) => format!("waiting until {}", date_time(due)),
        (Outcome::Waiting, None) => "waiting until after 2099".to_owned(),
        (Outcome::Held, _) => format!("held since {}", date_time(said.arrived)),
        (Outcome::Skipped(reason), _) => {
            format!("skipped {}: {}", date_time(said.arrived), reason.brief())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::ids::SequenceId;
    use crate::report::compare::Comparison;
    use crate::simulate::pass::Pass;
    use crate::ui::panels::runs::compare::tests::finished;

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
}
