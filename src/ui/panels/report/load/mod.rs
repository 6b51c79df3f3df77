//! Load: the number of tasks and emails, hour by hour or as a calendar month; and the contacts who get more than one
//! email on a day.

mod crowd;
mod day;
mod fitting;
mod month;
mod table;

use std::sync::Arc;

use eframe::egui::{self, RichText, Role, WidgetInfo};

use self::month::{MonthCounts, MonthState};
use super::figures::Figures;
use crate::calendar::{Instant, Zone};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::load::{EMAILS, HourCounts, SentLoad, UserLoad, of_list_in, of_users_in, shares_of_day};
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::ListWalk;
use crate::ui::controls::words::lower_first;
use crate::workbench::rehearse::beside::BackgroundAnswer;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// What the table keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct LoadState {
    loads: BackgroundAnswer<(u64, Instant, Zone), Loads>,
    /// Everything to the end of the rehearsal, for the month.
    all: BackgroundAnswer<(u64, Zone), Loads>,
    /// Whether the calendar month is shown instead of days and hours.
    is_month: bool,
    month: MonthState,
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

/// Everything that is assigned and sent up to an instant.
#[derive(Debug)]
struct Loads {
    sent: SentLoad,
    users: Vec<UserLoad>,
}

/// The kinds of load.
#[derive(Clone, Debug, PartialEq, Eq)]
enum LoadKind {
    /// Communications of one kind, by the kind's plural: `Emails`.
    Sent(&'static str),
    /// Tasks of the user with this id; `None` for all users.
    Tasks(Option<String>),
    Opportunities(Option<String>),
    /// Contacts that got an owner.
    Owners(Option<String>),
}

impl Default for LoadKind {
    fn default() -> Self {
        LoadKind::Sent(EMAILS)
    }
}

impl Loads {
    fn of(run: &FinishedRehearsal, zone: &Zone, at: Instant) -> Self {
        let scene = &run.scene;
        Self {
            sent: of_list_in(zone, &scene.plan, scene.sequence(), &run.kept.run, at),
            users: of_users_in(zone, run.kept.assignments(scene), at),
        }
    }

    /// The kinds of load in the run, with their labels; emails are always included.
    fn offers(&self, run: &FinishedRehearsal) -> Vec<(LoadKind, String)> {
        let sent = self.sent.all().filter(|(words, hours)| *words == EMAILS || !hours.is_empty());
        let mut all: Vec<(LoadKind, String)> = sent
            .map(|(words, hours)| (LoadKind::Sent(words), format!("{words}  {}", thousands(hours.total()))))
            .collect();
        type Of = (fn(Option<String>) -> LoadKind, &'static str, fn(&UserLoad) -> &HourCounts);
        let given: [Of; 3] = [
            (LoadKind::Tasks, "Tasks", |load| &load.tasks),
            (LoadKind::Opportunities, "Opportunities", |load| &load.opportunities),
            (LoadKind::Owners, "New contacts", |load| &load.owners),
        ];
        for (what, words, hours) in given {
            let total: u64 = self.users.iter().map(|load| hours(load).total()).sum();
            if total == 0 {
                continue;
            }
            all.push((what(None), format!("{words}, all users  {}", thousands(total))));
            for load in self.users.iter().filter(|load| !hours(load).is_empty()) {
                let user = run.scene.campaign.directory.user(&load.user);
                let name = user.map_or(load.user.as_str(), |user| user.name.as_str());
                let words = format!("{words}, {name}  {}", thousands(hours(load).total()));
                all.push((what(Some(load.user.clone())), words));
            }
        }
        all
    }

    fn hours(&self, what: &LoadKind) -> HourCounts {
        let of = |user: &Option<String>, hours: fn(&UserLoad) -> &HourCounts| {
            let mut sum = HourCounts::default();
            let of = self.users.iter().filter(|load| user.as_ref().is_none_or(|user| *user == load.user));
            of.for_each(|load| sum.add(hours(load)));
            sum
        };
        match what {
            LoadKind::Sent(words) => self.sent.of(words),
            LoadKind::Tasks(user) => of(user, |load| &load.tasks),
            LoadKind::Opportunities(user) => of(user, |load| &load.opportunities),
            LoadKind::Owners(user) => of(user, |load| &load.owners),
        }
    }
}

/// Draws the load with its choices.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, state: &mut LoadState, figures: &Figures) {
    let (run, at, wake) = (Arc::clone(&figures.run), figures.of.1, ui.ctx().clone());
    let zone = ShownZone::of(panel);
    let (of, hours_of) = ((figures.of.0, at, zone.zone().clone()), zone.zone().clone());
    state.loads.ask(of, move || Loads::of(&run, &hours_of, at), move || wake.request_repaint());
    if state.is_month {
        let (run, wake) = (Arc::clone(&figures.run), ui.ctx().clone());
        let (of, hours_of) = ((figures.of.0, zone.zone().clone()), zone.zone().clone());
        state.all.ask(of, move || Loads::of(&run, &hours_of, run.scene.until), move || wake.request_repaint());
    }
    let answers = state.loads.answer().zip(if state.is_month { state.all.answer() } else { state.loads.answer() });
    match answers {
        None => {
            ui.add_space(12.0);
            ui.label(RichText::new("Counting the hours…").color(color(ColorRole::Muted, panel.theme)));
        }
        Some((loads, all)) => {
            let hours = choose(ui, panel, state, (figures, &zone), &all);
            if state.is_month {
                return month(ui, panel, state, (figures, zone.zone()), (&loads, &hours));
            }
            let crowded = (state.what == LoadKind::default()).then_some(&loads.sent.crowded);
            table::show(ui, panel, figures, &mut state.walk, &hours, crowded);
        }
    }
}

/// Draws the calendar month of the chosen load, whose counts to the end of the rehearsal are `all`.
fn month(
    ui: &mut egui::Ui,
    panel: &mut Panel<'_>,
    state: &mut LoadState,
    (figures, zone): (&Figures, &Zone),
    (loads, all): (&Loads, &HourCounts),
) {
    let so_far = loads.hours(&state.what);
    let (noun, sent) = match &state.what {
        LoadKind::Sent(words) => (lower_first(words), Some(*words)),
        LoadKind::Tasks(_) => ("tasks".to_owned(), None),
        LoadKind::Opportunities(_) => ("opportunities".to_owned(), None),
        LoadKind::Owners(_) => ("new contacts".to_owned(), None),
    };
    let items = |day| {
        let (scene, index) = (&figures.run.scene, figures.run.index());
        sent.zip(index)
            .map(|(sent, index)| shares_of_day(zone, &scene.plan, scene.sequence(), &index.timeline, sent, day))
            .unwrap_or_default()
    };
    let counts = MonthCounts { zone, all, so_far: &so_far, noun: &noun, items: &items };
    month::show(ui, panel, figures, &mut state.month, &counts);
}

/// The choice of the load and of its form; and its busiest hour, or its month.
fn choose(
    ui: &mut egui::Ui,
    panel: &DocumentView<'_>,
    state: &mut LoadState,
    (figures, zone): (&Figures, &ShownZone),
    loads: &Loads,
) -> HourCounts {
    let offers = loads.offers(&figures.run);
    // Users without any load yet aren't listed; then the first choice is used again.
    let now = offers.iter().position(|(what, _)| *what == state.what).unwrap_or_default();
    state.what = offers[now].0.clone();
    let words: Vec<String> = offers.iter().map(|(_, words)| words.clone()).collect();
    let mut hours = loads.hours(&state.what);
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        if let Some(PickedOption::Option(place)) = bare(ui, "What is counted", &words[now], &words, &[], 240.0) {
            state.what = offers[place].0.clone();
            state.walk.begin();
            hours = loads.hours(&state.what);
        }
        forms(ui, state);
        if state.is_month {
            month::choose(ui, (figures, zone.zone()), &mut state.month, &hours);
        } else if let Some((day, hour, count)) = hours.busiest() {
            let at = crate::ui::controls::dates::time(panel.settings, hour as u32 * 60);
            let day = crate::ui::controls::dates::date(panel.settings, day);
            let words = zone.named(&format!("Most in one hour: {} on {day} from {at}", thousands(count)));
            ui.add(egui::Label::new(RichText::new(words).family(semibold())).truncate());
        }
    });
    hours
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
