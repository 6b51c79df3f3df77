//! Actions of the rehearsal.

use eframe::egui;

use super::app::App;
use crate::campaign::ids::ItemRef;
use crate::campaign::rehearsal::Breakpoint;
use crate::campaign::text::thousands;
use crate::report::people::Filter;
use crate::ui::context::action::Rehearse;
use crate::ui::context::settings::WhoseTime;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::words;
use crate::ui::panels::rehearse::sends;
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::contact::Followed;
use crate::workbench::rehearse::live::LiveMoment;

impl App {
    /// Moves a playing clock, and takes the newest run.
    pub(super) fn follow_rehearsal(&mut self, ctx: &egui::Context) {
        self.build_at_live_moment();
        // An export needs a run, also in Build mode while the numbers are switched off.
        let is_exported = self.view.overlay == Overlay::ExportReport;
        let is_watched = self.settings.live || self.view.mode != WindowMode::Build || is_exported;
        let was_reopened = self.rehearsing.reopened().is_some();
        if self.view.mode == WindowMode::Build {
            // Build mode always shows the campaign's own run.
            self.rehearsing.close_reopened();
        }
        if is_watched {
            let wake = ctx.clone();
            let of = (self.editor.campaign(), self.editor.revision(), self.editor.path());
            let sequence = self.view.selection.sequence;
            if self.rehearsing.follow(of, sequence, crate::ui::controls::dates::now(), move || wake.request_repaint()) {
                ctx.request_repaint();
            }
        }
        let zone = ShownZone::new(&self.settings, &self.rehearsing, self.editor.campaign(), &self.my_zone);
        self.rehearsing.step_by_days_of(zone.zone().clone());
        if self.rehearsing.clock().is_some_and(|clock| clock.plays) {
            let secs = ctx.input(|input| input.stable_dt);
            self.rehearsing.pass(f64::from(secs));
            if let Some(stop) = self.rehearsing.stopped() {
                self.toasts.stopped(self.why_stopped(stop.by));
            }
            ctx.request_repaint();
        }
        if was_reopened && self.rehearsing.reopened().is_none() {
            self.toasts.note("The campaign’s own run is shown again, not the saved run".to_owned());
        }
        // Beside the path of one contact, the numbers of all would be mistaken for those of this one.
        let of_contact = self.rehearsing.follows().filter(|_| self.view.mode == WindowMode::Rehearse);
        self.counts = if is_watched { self.rehearsing.counts(of_contact) } else { None };
    }

    /// The words for what stopped the clock.
    fn why_stopped(&self, by: Breakpoint) -> String {
        let sequence = self.editor.campaign().sequence_or_first(self.view.selection.sequence);
        let name = |id: u64| sequence.item(id).map_or_else(|| format!("item {id}"), words::item);
        match by {
            Breakpoint::AtItem(id) if self.rehearsing.follows().is_some() => {
                format!("Breakpoint: the contact reached {}", name(id))
            }
            Breakpoint::AtItem(id) => format!("Breakpoint: the first contact reached {}", name(id)),
            Breakpoint::AtCount(id, 1) => format!("Breakpoint: 1 contact has reached {}", name(id)),
            Breakpoint::AtCount(id, count) => {
                format!("Breakpoint: {} contacts have reached {}", thousands(count), name(id))
            }
            Breakpoint::AtTime(_) => "Breakpoint: the date is reached".to_owned(),
        }
    }

    pub(super) fn rehearse(&mut self, wish: Rehearse) {
        match wish {
            Rehearse::Step(step) => self.rehearsing.step(step),
            Rehearse::Play(plays) => self.rehearsing.play(plays),
            Rehearse::Jump(at) => self.rehearsing.jump(at),
            Rehearse::RunToItem(item) => self.run_to_item(item),
            Rehearse::RunTo(at) => self.rehearsing.run_to(at),
            Rehearse::LiveAt(moment) => self.live_at(moment),
            Rehearse::Speed(speed) => self.rehearsing.set_speed(speed),
            Rehearse::Follow(place) => {
                self.rehearsing.go_to_live();
                self.rehearsing.follow_contact(place);
                if place.is_some() {
                    self.panels.rehearse.show_story();
                }
            }
            Rehearse::Choose(name) => {
                let sequence = self.view.selection.sequence;
                self.rehearsing.choose(sequence, &name);
            }
            Rehearse::ChooseNew(name) => {
                let sequence = self.view.selection.sequence;
                self.rehearsing.choose_new(sequence, &name);
            }
            Rehearse::Renamed(name) => self.rehearsing.renamed(self.view.selection.sequence, &name),
            Rehearse::Cancel => self.rehearsing.cancel(),
            Rehearse::Again => self.rehearsing.again(),
            Rehearse::CloseReopened => self.rehearsing.close_reopened(),
        }
    }

    /// Lists the contacts that a number counts: in the report, or beside the canvas of Rehearse mode. The clock stops
    /// there, since later the number would be another.
    pub(super) fn show_people(&mut self, filter: Filter) {
        // In other modes the clock is what the numbers go by already.
        if self.view.mode == WindowMode::Build {
            self.rehearsing.go_to_live();
        }
        match self.view.mode {
            WindowMode::Report => self.panels.report.show_people(filter),
            WindowMode::Build | WindowMode::Rehearse => {
                self.watch();
                self.rehearsing.play(false);
                self.panels.rehearse.show_people(filter);
            }
        }
    }

    fn run_to_item(&mut self, item: ItemRef) {
        self.watch();
        if !self.rehearsing.run_to_item(item) {
            let who = if self.rehearsing.follows().is_some() { "The contact does not get" } else { "No contact gets" };
            self.toasts.warn(format!("{who} there after the clock’s time."));
        }
    }

    /// Switches to Rehearse mode when the clock is moved.
    fn watch(&mut self) {
        if self.view.mode == WindowMode::Build {
            self.rehearsing.go_to_live();
            self.view.mode = WindowMode::Rehearse;
        }
    }

    /// Shows the numbers at the chosen moment while building. In other modes they are the clock's.
    fn build_at_live_moment(&mut self) {
        let (campaign, sequence) = (self.editor.campaign(), self.view.selection.sequence);
        let is_live = self.settings.live && self.view.mode == WindowMode::Build;
        let moment = is_live.then(|| {
            let name = self.rehearsing.name_of(campaign, sequence);
            self.settings.live_moments.of(self.editor.path(), &name)
        });
        self.rehearsing.build_at(moment);
    }

    /// Shows the live numbers of the current rehearsal at a moment.
    pub(super) fn live_at(&mut self, moment: LiveMoment) {
        let name = self.rehearsing.name_of(self.editor.campaign(), self.view.selection.sequence);
        self.settings.live_moments.choose(self.editor.path(), &name, moment);
        (self.settings.live, self.view.mode) = (true, WindowMode::Build);
    }

    /// Opens the choice of a date for the live numbers.
    pub(super) fn choose_live_date(&mut self) {
        (self.settings.live, self.view.mode) = (true, WindowMode::Build);
        self.canvas.live.opens = true;
    }

    pub(super) fn step(&mut self, step: ClockStep) {
        self.watch();
        self.rehearsing.step(step);
    }

    pub(super) fn play_or_pause(&mut self) {
        self.watch();
        let plays = self.rehearsing.clock().is_some_and(|clock| clock.plays);
        self.rehearsing.play(!plays);
    }

    /// Shows all times in the zone of this owner, those of stories too.
    pub(super) fn show_times_of(&mut self, whose: WhoseTime) {
        (self.settings.times, self.settings.story_times) = (whose, whose);
    }

    /// Copies what the followed contact gets, in the zone that is shown.
    pub(super) fn copy_sends(&mut self, ctx: &egui::Context) {
        let Some((run, clock)) = self.rehearsing.shown().zip(self.rehearsing.at()) else { return };
        let Some(followed) = self.rehearsing.follows().and_then(|place| Followed::of(run, place)) else { return };
        let zone = ShownZone::new(&self.settings, &self.rehearsing, self.editor.campaign(), &self.my_zone);
        let zone = zone.of_story(&self.settings, Some(followed.own_zone()));
        ctx.copy_text(sends::text(&self.settings, &followed, &zone, clock));
        self.toasts.tell(format!("Copied what {} gets: paste it where you like", followed.who.name));
    }

    pub(super) fn change_speed(&mut self, is_faster: bool) {
        self.watch();
        if let Some(speed) = self.rehearsing.clock().map(|clock| clock.speed) {
            self.rehearsing.set_speed(speed.beside(is_faster));
        }
    }

    pub(super) fn rehearse_now(&mut self) {
        self.view.mode = WindowMode::Rehearse;
        self.canvas.takes_keyboard = true;
        self.rehearsing.step(ClockStep::ToStart);
        self.rehearsing.play(true);
    }

    pub(super) fn run_to_selected(&mut self) {
        if let Some(item) = self.view.selection.single() {
            self.run_to_item(self.view.selection.sequence.item(item));
        }
    }
}
