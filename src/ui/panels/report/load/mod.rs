//! Load: the number of tasks and emails, hour by hour; and the contacts who get more than one email on a day.

mod crowd;
mod fitting;
mod table;

use std::sync::Arc;

use eframe::egui::{self, RichText};

use super::figures::Figures;
use crate::calendar::{Instant, Zone};
use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::report::load::{EMAILS, HourCounts, SentLoad, UserLoad, of_list_in, of_users_in};
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::controls::choice::{PickedOption, bare};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::walk::ListWalk;
use crate::workbench::rehearse::beside::BackgroundAnswer;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// What the table keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct LoadState {
    loads: BackgroundAnswer<(u64, Instant, Zone), Loads>,
    /// The kind of load that is shown.
    what: LoadKind,
    walk: ListWalk,
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
            all.push((what(None), format!("{words}, everybody  {}", thousands(total))));
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
    match state.loads.answer() {
        None => {
            ui.add_space(12.0);
            ui.label(RichText::new("Counting the hours…").color(color(ColorRole::Muted, panel.theme)));
        }
        Some(loads) => {
            let hours = choose(ui, panel, state, (figures, &zone), &loads);
            let crowded = (state.what == LoadKind::default()).then_some(&loads.sent.crowded);
            table::show(ui, panel, figures, &mut state.walk, &hours, crowded);
        }
    }
}

/// The choice of the load, and its busiest hour.
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
        if let Some((day, hour, count)) = hours.busiest() {
            let at = crate::ui::controls::dates::time(panel.settings, hour as u32 * 60);
            let day = crate::ui::controls::dates::date(panel.settings, day);
            let words = zone.named(&format!("Most at once: {} on {day} from {at}", thousands(count)));
            ui.add(egui::Label::new(RichText::new(words).family(semibold())).truncate());
        }
    });
    hours
}
