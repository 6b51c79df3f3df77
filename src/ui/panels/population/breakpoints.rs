//! The breakpoints: at an item, when a count reaches a number, at a time.

use eframe::egui::{Ui, UiBuilder};
use lucide_icons::Icon;

use super::times::campaign_time;
use crate::calendar::date::SECS_A_DAY;
use crate::campaign::ids::SequenceId;
use crate::campaign::kinds::Kind;
use crate::campaign::rehearsal::{Breakpoint, Enter, Rehearsal};
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::ui::context::action::Action;
use crate::ui::context::settings::WhoseTime;
use crate::ui::controls::choice;
use crate::ui::controls::choice::PickedOption;
use crate::ui::controls::field;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::{date, look, unsent};

/// The space for the delete button at the end of a line.
const BIN: f32 = 34.0;

/// The list of breakpoints, with a line to add one. A new one is at the selected item.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut Form<'_>,
    sequence: SequenceId,
    selected: Option<u64>,
    rehearsal: &mut Rehearsal,
) {
    let Some(drawn) = form.campaign.sequence(sequence) else { return };
    look::section(ui, "Breakpoints");
    if rehearsal.breakpoints.is_empty() {
        look::hint(ui, "Playing stops where you want to look closer.");
    }
    let mut gone = None;
    for (place, breakpoint) in rehearsal.breakpoints.iter_mut().enumerate() {
        let number = place + 1;
        look::group(ui, |ui| {
            let mut bin = |ui: &mut Ui| {
                if look::icon_button(ui, Icon::Trash2, &format!("Remove breakpoint {number}")).clicked() {
                    gone = Some(place);
                }
            };
            if let Breakpoint::AtTime(at) = breakpoint {
                return date::moment_with(ui, form, &format!("Breakpoint {number} at"), at, |ui| {
                    // Aligned with the delete buttons of the other lines.
                    ui.add_space(ui.available_width() - BIN);
                    bin(ui);
                });
            }
            if let Some(id) = one(ui, form, drawn, number, breakpoint) {
                form.actions.push(Action::Reveal(Selection::of(sequence, [id])));
            }
            ui.horizontal(|ui| {
                if let Breakpoint::AtItem(id) | Breakpoint::AtCount(id, _) = breakpoint {
                    item(ui, drawn, number, id);
                }
                bin(ui);
            });
        });
    }
    let has_times = rehearsal.breakpoints.iter().any(|one| matches!(one, Breakpoint::AtTime(_)));
    if has_times && form.settings.times != WhoseTime::Campaign {
        campaign_time(ui, form);
    }
    if let Some(place) = gone {
        rehearsal.breakpoints.remove(place);
    }
    let kinds = ["When a contact reaches an item", "When a count passes a number", "At a date"].map(str::to_owned);
    // The same id for any number of breakpoints, so that the button keeps focus.
    let same = UiBuilder::new().scope_id(ui.scope_id().with("add breakpoint"));
    let button = ui.scope_builder(same, |ui| ui.button("Add breakpoint…")).inner;
    if let Some(PickedOption::Option(kind)) = choice::picker(ui, &button, &kinds, &[]) {
        let at = selected.filter(|id| drawn.item(*id).is_some()).or_else(|| first(drawn));
        let new = match (kind, at) {
            (0, Some(id)) => Some(Breakpoint::AtItem(id)),
            (1, Some(id)) => Some(Breakpoint::AtCount(id, 100)),
            (2, _) => Some(Breakpoint::AtTime(a_day_in(rehearsal))),
            _ => None,
        };
        rehearsal.breakpoints.extend(new);
    }
}

/// The first item after a Start.
fn first(sequence: &Sequence) -> Option<u64> {
    let behind = sequence.items.iter().find(|item| item.kind != Kind::Start);
    behind.or(sequence.items.first()).map(|item| item.id)
}

/// A day after the first entry.
fn a_day_in(rehearsal: &Rehearsal) -> crate::calendar::DateTime {
    match rehearsal.enter {
        Enter::At(at) | Enter::Spread(at, ..) => at.date().plus_days(1).at_second(9 * 3600),
        Enter::ByColumn => crate::calendar::DateTime::from_secs(rehearsal.until.secs() - SECS_A_DAY),
    }
}

/// Draws one breakpoint. Returns the item to show.
fn one(ui: &mut Ui, form: &Form<'_>, sequence: &Sequence, number: usize, breakpoint: &mut Breakpoint) -> Option<u64> {
    let label = |what: &str| format!("Breakpoint {number} {what}");
    match breakpoint {
        // Its only text is its date, which is drawn with the delete button.
        Breakpoint::AtTime(_) => None,
        Breakpoint::AtItem(id) => {
            let name = name(sequence, *id);
            let words = format!("The first contact reaches {name}");
            look::link(ui, &words).on_hover_text("Show it on the canvas").clicked().then_some(*id)
        }
        Breakpoint::AtCount(id, count) => {
            let name = name(sequence, *id);
            let clicked = ui.horizontal_wrapped(|ui| {
                let label = label("count");
                let look = FieldLook { width: Some(64.0), most: 150.0, bare: true, ..FieldLook::default() };
                field::number(ui, form, &label, count, look);
                let words = format!("contacts have reached {name}");
                look::link(ui, &words).on_hover_text("Show it on the canvas").clicked()
            });
            unsent::show_fault(ui, form.id(&label("count")));
            clicked.inner.then_some(*id)
        }
    }
}

fn name(sequence: &Sequence, id: u64) -> String {
    match sequence.item(id) {
        Some(item) => item.called().to_owned(),
        None => format!("item {id}, which doesn't exist"),
    }
}

/// A choice of an item by name. Items with equal names have their id.
fn item(ui: &mut Ui, sequence: &Sequence, number: usize, id: &mut u64) {
    let words: Vec<String> =
        sequence.items.iter().map(|item| format!("{}  {}", name(sequence, item.id), item.id)).collect();
    let shown = name(sequence, *id);
    let width = ui.available_width() - BIN - ui.spacing().item_spacing.x;
    let label = format!("Breakpoint {number} item");
    if let Some(PickedOption::Option(place)) = choice::bare(ui, &label, &shown, &words, &[], width) {
        *id = sequence.items[place].id;
    }
}
