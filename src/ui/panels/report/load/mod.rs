//! Load: the number of tasks and emails, hour by hour or as a calendar month; and the contacts who get more than one
//! email on a day. Both forms count up to the clock's time, and say how much is still to come.

mod crowd;
mod day;
mod fitting;
mod loads;
mod month;
mod shares;
mod table;

use std::sync::Arc;

use eframe::egui::{self, RichText, Role, WidgetInfo};

use self::loads::{LoadKind, Loads};
use self::month::{MonthCounts, MonthState};
use self::shares::ShareCache;
use super::figures::Figures;
use crate::calendar::{Instant, Zone};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::look;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::ListWalk;
use crate::ui::controls::words::lower_first;
use crate::workbench::rehearse::beside::BackgroundAnswer;

/// What the table keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct LoadState {
    loads: BackgroundAnswer<(u64, Instant, Zone), Loads>,
    /// Everything to the end of the rehearsal.
    all: BackgroundAnswer<(u64, Zone), Loads>,
    /// Whether the calendar month is shown instead of days and hours.
    is_month: bool,
    month: MonthState,
    shares: ShareCache,
    /// The kind of load that is shown.
    what: LoadKind,
    walk: ListWalk,
}

impl LoadState {
    /// Shows the calendar month, or days and hours.
    pub(super) fn show_month(&mut self, shows: bool) {
        self.is_month = shows;
    }
}

/// Draws the load with its choices.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut LoadState, figures: &Figures) {
    let (run, at, wake) = (Arc::clone(&figures.run), figures.of.1, ui.ctx().clone());
    let zone = ShownZone::of(panel);
    let (of, hours_of) = ((figures.of.0, at, zone.zone().clone()), zone.zone().clone());
    state.loads.ask(of, move || Loads::of(&run, &hours_of, at), move || wake.request_repaint());
    let (run, wake) = (Arc::clone(&figures.run), ui.ctx().clone());
    let (of, hours_of) = ((figures.of.0, zone.zone().clone()), zone.zone().clone());
    state.all.ask(of, move || Loads::of(&run, &hours_of, run.scene.until), move || wake.request_repaint());
    match state.loads.answer().zip(state.all.answer()) {
        None => {
            ui.add_space(12.0);
            ui.label(RichText::new("Counting the hours…").color(color(ColorRole::Muted, panel.theme)));
        }
        Some((loads, all)) => {
            choose(ui, panel, state, (figures, &zone), (&loads, &all));
            if state.is_month {
                return month(ui, panel, state, (figures, zone.zone()), (&loads, &all));
            }
            let hours = loads.hours(&state.what);
            let crowded = (state.what == LoadKind::default()).then_some(&loads.sent.crowded);
            table::show(ui, panel, figures, &mut state.walk, (zone.zone(), hours), crowded);
        }
    }
}

/// Draws the calendar month of the chosen load, up to the clock's time and to the end of the rehearsal.
fn month(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    state: &mut LoadState,
    (figures, zone): (&Figures, &Zone),
    (loads, all): (&Loads, &Loads),
) {
    let (so_far, all) = (loads.hours(&state.what), all.hours(&state.what));
    let (noun, sent) = match &state.what {
        LoadKind::Sent(words) => (lower_first(words), Some(*words)),
        LoadKind::Tasks(_) => ("tasks".to_owned(), None),
        LoadKind::Opportunities(_) => ("opportunities".to_owned(), None),
        LoadKind::Owners(_) => ("new contacts".to_owned(), None),
    };
    let LoadState { shares, month, .. } = state;
    let mut items = |day| shares.of_day((figures, zone), sent, day);
    let counts = MonthCounts { zone, all, so_far, noun: &noun };
    month::show(ui, panel, figures, month, &counts, &mut items);
}

/// The choice of the load and of its form; and its busiest hour, or its month.
fn choose(
    ui: &mut egui::Ui,
    panel: &DocumentView<'_>,
    state: &mut LoadState,
    (figures, zone): (&Figures, &ShownZone),
    (loads, all): (&Loads, &Loads),
) {
    // What has not happened yet is offered too, so that a choice stays while the clock moves.
    let offers = &all.offers;
    let now = offers.iter().position(|(what, _)| *what == state.what).unwrap_or_default();
    state.what = offers[now].0.clone();
    let word = |(what, name): &(LoadKind, String)| format!("{name}  {}", thousands(loads.hours(what).total()));
    let words: Vec<String> = offers.iter().map(word).collect();
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        if let Some(PickedOption::Option(place)) = bare(ui, "What is counted", &words[now], &words, &[], 240.0) {
            state.what = offers[place].0.clone();
            state.walk.begin();
        }
        forms(ui, state);
        let unit = if state.is_month { "Days" } else { "Hours" };
        let counted = format!("{unit} in {}", zone.zone().place());
        let tip = "Everything counts in its hour of this time zone, also for contacts who live in another";
        ui.label(RichText::new(counted).size(12.0)).on_hover_text(tip);
        let (hours, all) = (loads.hours(&state.what), all.hours(&state.what));
        let until = || format!("Counted until\n{}", zone.in_every(panel.settings, figures.of.1));
        if state.is_month {
            let sums = month::choose(ui, (figures, zone.zone()), &mut state.month, (hours, all));
            let key = |words: String| format!("{words} (paler)");
            let words = sums.map(|(so_far, all)| (so_far < all, split_words(so_far, all)));
            let words = words.map(|(is_split, words)| if is_split { key(words) } else { words });
            quiet(ui, &format!("This month: {}", words.unwrap_or_default())).on_hover_text(until());
            return;
        }
        quiet(ui, &split_words(hours.total(), all.total())).on_hover_text(until());
        if let Some((day, hour, count)) = hours.busiest() {
            let at = crate::ui::controls::dates::time(panel.settings, hour as u32 * 60);
            let day = crate::ui::controls::dates::date(panel.settings, day);
            let words = zone.named(&format!("Most in one hour: {} on {day} from {at}", thousands(count)));
            ui.add(egui::Label::new(RichText::new(words).family(semibold())).truncate());
        }
    });
}

fn quiet(ui: &mut egui::Ui, words: &str) -> egui::Response {
    let words = RichText::new(words).size(12.0).color(look::ink(ui, ColorRole::Muted));
    ui.add(egui::Label::new(words).truncate())
}

/// A count up to the clock's time, of a count to the end: `4,286 so far, 13,718 to come`.
fn split_words(so_far: u64, all: u64) -> String {
    match all.saturating_sub(so_far) {
        0 => format!("{} in all", thousands(all)),
        rest => format!("{} so far, {} to come", thousands(so_far), thousands(rest)),
    }
}

/// The choice between days with their hours, and a calendar month.
fn forms(ui: &mut egui::Ui, state: &mut LoadState) {
    ui.spacing_mut().item_spacing.x = 4.0;
    for (is_month, words) in [(false, "Hours"), (true, "Month")] {
        let is_on = state.is_month == is_month;
        let button = egui::Button::selectable(is_on, words).min_size(egui::vec2(0.0, 28.0)).frame_when_inactive(true);
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, words));
        if response.clicked() {
            state.is_month = is_month;
        }
    }
    ui.add_space(8.0);
}

#[cfg(test)]
mod tests {
    use super::split_words;

    #[test]
    fn what_is_counted_says_how_much_is_to_come() {
        assert_eq!(split_words(4_286, 18_004), "4,286 so far, 13,718 to come");
        assert_eq!(split_words(18_004, 18_004), "18,004 in all");
        assert_eq!(split_words(0, 0), "0 in all");
    }
}
