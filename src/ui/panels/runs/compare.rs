//! The comparison of two runs: counts by item, and the contacts whose story differs, with the first different item.

use std::cmp::Reverse;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{self, Align, Button, Color32, FontFamily, FontId, Layout, RichText, Role, Ui, WidgetInfo, vec2};

use crate::calendar::Zone;
use crate::campaign::ids::ItemRef;
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::compare::{ComparedVisit, Comparison, Difference, ItemPair};
use crate::report::table::ItemRow;
use crate::simulate::outcome::Outcome;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{dates, words};
use crate::workbench::rehearse::contact::who;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::keeping::Compared;

const ROW: f32 = 24.0;
/// How wide a pair of counts is.
const PAIR: f32 = 116.0;
/// Most contacts that are listed, and most items at which stories differ.
const MOST_PEOPLE: usize = 500;
const MOST_ITEMS: usize = 5;

/// Draws the comparison, or how to start one.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(compared) = panel.compared else {
        ui.add_space(12.0);
        ui.label("Keep a run, change something, and compare: counts side by side, and whose story is another now.");
        ui.add_space(6.0);
        if look::filled(ui, "Kept runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
        return;
    };
    let comparison = &compared.comparison;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(summary(compared)).family(semibold()));
        if look::link(ui, "Kept runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
    });
    let is_old = !panel.rehearsing.shown().is_some_and(|shown| Arc::ptr_eq(shown, &compared.right));
    if is_old {
        let words = "The run that is shown has changed since: compare again to see it.";
        ui.label(RichText::new(words).color(color(ColorRole::Skipped, panel.theme)));
    }
    if let Some(words) = of_others(compared) {
        ui.label(RichText::new(words).color(color(ColorRole::Skipped, panel.theme)));
    }
    ui.add_space(4.0);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        statuses(ui, panel, comparison);
        ui.add_space(10.0);
        heads(ui, panel, &["Reached", "Ran", "Waiting", "Held", "Skipped"]);
        for pair in &comparison.items {
            item(ui, panel, pair);
        }
        ui.add_space(10.0);
        people(ui, panel, compared);
    });
}

/// A note if the runs are of different sequences: items with the same id may be unrelated.
fn of_others(compared: &Compared) -> Option<String> {
    let of = [&compared.left, &compared.right].map(|side| (&side.scene.sequence().name, &side.scene.campaign.name));
    let [(kept, kept_in), (shown, shown_in)] = of;
    (of[0] != of[1]).then(|| {
        format!(
            "The kept run is of “{kept}” in “{kept_in}”, the one that is shown of “{shown}” in “{shown_in}”: their items are \
             compared by number."
        )
    })
}

/// The contacts by status, in both runs.
fn statuses(ui: &mut Ui, panel: &Panel<'_>, comparison: &Comparison) {
    let labels: Vec<&str> = comparison.statuses.iter().map(|(status, ..)| status.label()).collect();
    heads(ui, panel, &labels);
    line(
        ui,
        |ui| {
            for &(_, left, right) in comparison.statuses.iter().rev() {
                cell(ui, both(panel, Some(left), Some(right)));
            }
        },
        |ui| {
            ui.add(egui::Label::new("All contacts").truncate());
        },
    );
}

/// The contacts whose story differs, and the items at which stories differ first.
fn people(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared) {
    let comparison = &compared.comparison;
    let lone = comparison.only_left.count + comparison.only_right.count;
    let head = format!(
        "{} with another story{}",
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

fn summary(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    if comparison.is_equal() {
        return format!("The same for all {}", words::people(comparison.equal));
    }
    format!("{} the same, {} different", thousands(comparison.equal), thousands(comparison.different))
}

fn heads(ui: &mut Ui, panel: &Panel<'_>, heads: &[&str]) {
    line(
        ui,
        |ui| {
            for head in heads.iter().rev() {
                cell(ui, RichText::new(*head).size(12.0).color(color(ColorRole::Muted, panel.theme)));
            }
        },
        |ui| {
            ui.label(
                RichText::new("At the end: kept run → shown run")
                    .size(12.0)
                    .color(color(ColorRole::Muted, panel.theme)),
            );
        },
    );
}

/// A row: pairs of counts on the right, the rest on the left.
fn line(ui: &mut Ui, right: impl FnOnce(&mut Ui), left: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(ui.available_width() - 10.0, ROW), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), left);
    });
}

fn cell(ui: &mut Ui, words: RichText) {
    ui.allocate_ui_with_layout(vec2(PAIR, ROW), Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_width(PAIR);
        ui.label(words);
    });
}

fn item(ui: &mut Ui, panel: &mut Panel<'_>, pair: &ItemPair) {
    let names = [&pair.left, &pair.right].map(|row| row.as_ref().map(called));
    let name = match names {
        [Some(left), Some(right)] if left != right => format!("{left} → {right}"),
        [left, right] => right.or(left).unwrap_or_default(),
    };
    let counts = |row: &Option<ItemRow>| {
        row.as_ref().map(|row| [row.reached, row.ran, row.waiting, row.held, row.skipped_in_all()])
    };
    let (left, right) = (counts(&pair.left), counts(&pair.right));
    line(
        ui,
        |ui| {
            for place in (0..5).rev() {
                let at = |counts: &Option<[u64; 5]>| counts.map(|counts| counts[place]);
                cell(ui, both(panel, at(&left), at(&right)));
            }
        },
        |ui| {
            let words = match (&left, &right) {
                (None, _) => format!("{name} (new)"),
                (_, None) => format!("{name} (gone)"),
                _ => name,
            };
            ui.add(egui::Label::new(words).truncate());
        },
    );
}

/// A count in both runs; grey if it is the same.
fn both(panel: &Panel<'_>, before: Option<u64>, after: Option<u64>) -> RichText {
    let say = |count: Option<u64>| match count {
        Some(0) | None => "–".to_owned(),
        Some(count) => thousands(count),
    };
    match before.unwrap_or(0) == after.unwrap_or(0) {
        true => RichText::new(say(after)).color(color(ColorRole::Muted, panel.theme)),
        false => RichText::new(format!("{} → {}", say(before), say(after))).family(semibold()),
    }
}

fn called(row: &ItemRow) -> String {
    if row.name.is_empty() { format!("{} {}", row.kind, row.item.item) } else { row.name.clone() }
}

/// A contact whose story differs. A click follows it in the shown run, with its story.
fn person(ui: &mut Ui, panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let zone = compared.right.scene.plan.zone();
    let item = item_words(compared, difference.item);
    let said = |said: &Option<ComparedVisit>| {
        said.as_ref().map_or("does not come there".to_owned(), |it| told(panel, zone, it))
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
    if response.on_hover_text(format!("{spoken}\n\nA click follows them in the run that is shown.")).clicked() {
        follow(panel, compared, difference);
    }
}

/// Goes to a contact's story in the shown run.
fn follow(panel: &mut Panel<'_>, compared: &Compared, difference: &Difference) {
    let Some(shown) = panel.rehearsing.shown() else { return };
    match place_in(shown, compared, difference) {
        None => {
            let words = format!("{} does not take part in the run that is shown now", difference.id);
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
fn told(panel: &Panel<'_>, zone: &Zone, said: &ComparedVisit) -> String {
    let date_time = |at| {
        let local = zone.local_at(at);
        format!("{} {}", dates::near(panel.settings, local.date()), dates::clock(panel.settings, local))
    };
    match (said.outcome, said.due) {
        (Outcome::Ran, due) => format!("ran {}", date_time(due.unwrap_or(said.arrived))),
        (Outcome::Waiting, Some(due)) => format!("waiting until {}", date_time(due)),
        (Outcome::Waiting, None) => "waiting beyond 2099".to_owned(),
        (Outcome::Held, _) => format!("held since {}", date_time(said.arrived)),
        (Outcome::Skipped(reason), _) => {
            format!("skipped {} ({})", date_time(said.arrived), reason.word().replace('_', " "))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::calendar::Instant;
    use crate::campaign::ids::SequenceId;
    use crate::campaign::rehearsal::People;
    use crate::simulate::pass::Pass;
    use crate::simulate::run::Control;
    use crate::workbench::samples;
    use crate::workbench::scene::RunScene;
    use crate::workbench::simulate::keep;

    fn finished(count: u64) -> Arc<FinishedRehearsal> {
        named("Welcome to Juniper Tea", count)
    }

    fn named(name: &str, count: u64) -> Arc<FinishedRehearsal> {
        let mut campaign = samples::first();
        name.clone_into(&mut campaign.name);
        let mut rehearsal = campaign.rehearsals[0].clone();
        rehearsal.people = People::Generated { count, seed: 11 };
        let scene = RunScene::of_rehearsal(campaign, rehearsal, Path::new(""), Instant::FIRST).expect("a scene");
        let people = scene.rehearsal_people().expect("people");
        let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
        Arc::new(FinishedRehearsal::new(scene, kept))
    }

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
    fn runs_of_other_sequences_are_said_to_be() {
        let compared = |left: &str, right: &str| Compared {
            run: 1,
            left: named(left, 3),
            right: named(right, 3),
            comparison: Comparison::default(),
        };
        assert_eq!(of_others(&compared("One", "One")), None);
        let words = of_others(&compared("One", "Two")).expect("a sentence");
        assert!(words.contains("in “One”, the one that is shown") && words.contains("in “Two”:"), "{words}");
    }
}
