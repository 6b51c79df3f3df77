//! Actions of the rehearsal.

use eframe::egui;

use super::app::App;
use crate::campaign::ids::ItemRef;
use crate::campaign::rehearsal::Breakpoint;
use crate::campaign::text::thousands;
use crate::ui::context::action::Rehearse;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::controls::words;
use crate::ui::panels::rehearse::sends;
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::contact::Followed;

impl App {
    /// Moves a playing clock, and takes the newest run.
    pub(super) fn follow_rehearsal(&mut self, ctx: &egui::Context) {
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
        if self.rehearsing.clock().is_some_and(|clock| clock.plays) {
            let secs = ctx.input(|input| input.stable_dt);
            self.rehearsing.pass(f64::from(secs));
            if let Some(stop) = self.rehearsing.stopped() {
                self.toasts.tell(self.why_stopped(stop.by));
            }
            ctx.request_repaint();
        }
        if was_reopened && self.rehearsing.reopened().is_none() {
            self.toasts.tell("The campaign’s own rehearsal is shown again, not the kept run".to_owned());
        }
        self.counts = if is_watched { self.rehearsing.counts() } else { None };
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
            Breakpoint::AtTime(_) => "Breakpoint: the moment has come".to_owned(),
        }
    }

    pub(super) fn rehearse(&mut self, wish: Rehearse) {
        match wish {
            Rehearse::Step(step) => self.rehearsing.step(step),
            Rehearse::Play(plays) => self.rehearsing.play(plays),
            Rehearse::Jump(at) => self.rehearsing.jump(at),
            Rehearse::RunToItem(item) => self.run_to_item(item),
            Rehearse::RunTo(local) => self.rehearsing.run_to(local),
            Rehearse::Speed(speed) => self.rehearsing.set_speed(speed),
            Rehearse::Follow(place) => self.rehearsing.follow_contact(place),
            Rehearse::Choose(name) => {
                let sequence = self.view.selection.sequence;
                self.rehearsing.choose(sequence, &name);
            }
            Rehearse::Cancel => self.rehearsing.cancel(),
            Rehearse::Again => self.rehearsing.again(),
            Rehearse::CloseReopened => self.rehearsing.close_reopened(),
        }
    }

    fn run_to_item(&mut self, item: ItemRef) {
        self.watch();
        if !self.rehearsing.run_to_item(item) {
            let who = if self.rehearsing.follows().is_some() { "The contact does not come" } else { "Nobody comes" };
            self.toasts.tell(format!("{who} there any more after the clock’s instant."));
        }
    }

    /// Switches to Rehearse mode when the clock is moved.
    fn watch(&mut self) {
        if self.view.mode == WindowMode::Build {
            self.view.mode = WindowMode::Rehearse;
        }
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

    /// Copies what the followed contact gets, in the contact's own time.
    pub(super) fn copy_sends(&mut self, ctx: &egui::Context) {
        let Some((run, clock)) = self.rehearsing.shown().zip(self.rehearsing.at()) else { return };
        let Some(followed) = self.rehearsing.follows().and_then(|place| Followed::of(run, place)) else { return };
        ctx.copy_text(sends::text(&self.settings, &followed, followed.own_zone(), clock));
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
