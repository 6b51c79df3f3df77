//! What a rehearsal adds to the canvas: moving contacts, waiting and held ones, and the highlighted path.

use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{self, Pos2, Ui};
use rustc_hash::FxHashMap;

use super::continuing::{continuing, date_time, later_than};
use super::count_link::CountLink;
use super::paint::crowds::{self, Crowd};
use super::paint::until;
use super::viewport::Viewport;
use crate::calendar::Instant;
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::picture::counts::ItemCounts;
use crate::picture::scene::Scene;
use crate::report::people::OutcomeFilter;
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::Rank;
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::context::settings::DateOrder;
use crate::ui::context::view_state::WindowMode;
use crate::ui::controls::shown_zone::ShownZone;
use crate::ui::controls::words;
use crate::workbench::rehearse::contact::path_of;
use crate::workbench::rehearse::dots::{self, Dots};
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// Distance to a dot within which a click is on it, in points of the screen.
const NEAR: f32 = 9.0;

/// What the canvas keeps between frames about a rehearsal.
#[derive(Default)]
pub struct RehearsalCache {
    wires: Option<(WiresOf, Rc<[Vec<usize>]>)>,
    crowds: Option<(CrowdsOf, Rc<[Crowd]>)>,
    /// The words of the groups in the last frame: each with its rectangle, and the item's id.
    captions: Vec<(egui::Rect, u64)>,
    lit: Option<(LitOf, Rc<BTreeSet<u64>>)>,
    /// The dots of the last frame: each with its screen position and its contact's index in the run.
    seen: Vec<(Pos2, u64)>,
    each: u64,
}

/// What the links depend on: the run's number, the document's revision, and the sequence.
type WiresOf = (u64, u64, SequenceId);
/// What the groups depend on: the run, the clock, the followed contact, the date format and the zone.
type CrowdsOf = (u64, Instant, Option<u64>, (DateOrder, bool), ShownZone);
/// What the path depends on: the run, the clock and the contact.
type LitOf = (u64, Instant, u64);

impl RehearsalCache {
    /// The items that the followed contact has reached, if one is followed.
    pub fn lit(&mut self, panel: &RehearsalView<'_>) -> Option<Rc<BTreeSet<u64>>> {
        let rehearsing = panel.rehearsing;
        let (shown, clock) = watched(panel)?;
        let of = (rehearsing.number(), clock, rehearsing.follows()?);
        if self.lit.as_ref().is_none_or(|(lit, _)| *lit != of) {
            self.lit = Some((of, Rc::new(path_of(shown, of.2, clock).into_iter().map(|item| item.item).collect())));
        }
        self.lit.as_ref().map(|(_, lit)| Rc::clone(lit))
    }

    /// Paints waiting, held and moving contacts.
    pub fn paint(&mut self, ui: &Ui, panel: &RehearsalView<'_>, viewport: &Viewport) {
        self.seen.clear();
        self.captions.clear();
        self.each = 1;
        let Some((shown, clock)) = numbered(panel) else { return };
        // While building, the words say when the next contacts continue; contacts that move would be in the way.
        let is_watched = panel.view.mode != WindowMode::Build;
        let painter = ui.painter().with_clip_rect(viewport.rect.intersect(ui.clip_rect()));
        let alone = panel.rehearsing.follows();
        if let Some(counts) = panel.counts {
            let crowds = self.crowds(panel, shown, clock, counts);
            // With reduced motion, only numbers and words show where contacts are.
            if is_watched && !panel.settings.reduce_motion {
                crowds::paint(&painter, viewport, panel.scene, &crowds, panel.theme);
            }
            self.captions = until::paint(&painter, viewport, panel.scene, &crowds, counts, panel.theme);
        }
        if panel.settings.reduce_motion || !is_watched {
            return;
        }
        let Some(playing) = panel.rehearsing.clock().filter(|clock| clock.plays) else { return };
        let moving = match alone {
            None => dots::dots(shown, playing, dots::MOST),
            // A followed contact is always shown, however many others move.
            Some(place) => {
                let all = dots::dots(shown, playing, usize::MAX);
                Dots { dots: all.dots.into_iter().filter(|dot| dot.place == place).collect(), each: 1 }
            }
        };
        let wires = self.wires(panel, shown);
        self.each = moving.each;
        for dot in &moving.dots {
            for &wire in wires.get(dot.rank as usize).map(Vec::as_slice).unwrap_or_default() {
                let at = viewport.on_screen(panel.scene.wires[wire].path.at(dot.share));
                if viewport.rect.contains(at) {
                    self.seen.push((at, dot.place));
                }
            }
        }
        crowds::dots(&painter, viewport, &self.seen, panel.theme);
    }

    /// Where the words above items are, with each item's id.
    pub fn captions(&self) -> &[(egui::Rect, u64)] {
        &self.captions
    }

    /// The number of contacts that each dot of the last frame stands for; 1 without dots.
    pub fn each_dot(&self) -> u64 {
        if self.seen.is_empty() { 1 } else { self.each }
    }

    /// Whether a group of waiting or held contacts has fewer dots than contacts.
    pub fn has_large_groups(&self, panel: &RehearsalView<'_>) -> bool {
        let is_shown = watched(panel).is_some() && panel.counts.is_some() && !panel.settings.reduce_motion;
        is_shown && self.crowds.as_ref().is_some_and(|(_, crowds)| crowds.iter().any(crowds::is_large))
    }

    /// The dots of the last frame: each with its screen position and its contact's index in the run.
    pub fn on_their_way(&self) -> &[(Pos2, u64)] {
        &self.seen
    }

    /// Follows the contact whose dot is at a click. Returns whether one is there.
    pub fn click(&self, panel: &mut Panel<'_>, at: Pos2) -> bool {
        let near = self.seen.iter().map(|(dot, place)| (dot.distance(at), *place));
        let nearest = near.filter(|(distance, _)| *distance <= NEAR).min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, place)) = nearest else { return false };
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
        true
    }

    /// The group of waiting or held contacts at a point of the screen, or the words about it.
    pub fn crowd_at(&self, panel: &RehearsalView<'_>, viewport: &Viewport, at: Pos2) -> Option<CountLink> {
        watched(panel)?;
        let (_, crowds) = self.crowds.as_ref()?;
        let has_dots = !panel.settings.reduce_motion;
        let area = |crowd: &Crowd| {
            let caption = self.captions.iter().find(|(rect, item)| *item == crowd.item && rect.contains(at));
            let dots = crowds::area(viewport, panel.scene, crowd).filter(|area| has_dots && area.contains(at));
            caption.map(|(rect, _)| *rect).or(dots)
        };
        let (rect, crowd) = crowds.iter().find_map(|crowd| Some((area(crowd)?, crowd)))?;
        // A followed contact is drawn alone, but the list has all who are there.
        let count = panel.counts.map(|counts| counts.of_item(panel.sequence_id().item(crowd.item))).unwrap_or_default();
        let (outcome, count) = match crowd.held > 0 {
            true => (OutcomeFilter::Held, count.held),
            false => (OutcomeFilter::Waiting, count.waiting),
        };
        Some(CountLink { rect, item: crowd.item, outcome, count })
    }

    /// The outgoing links of each item of the plan.
    fn wires(&mut self, panel: &RehearsalView<'_>, shown: &FinishedRehearsal) -> Rc<[Vec<usize>]> {
        let of = (panel.rehearsing.number(), panel.editor.revision(), panel.sequence_id());
        if let Some((_, wires)) = self.wires.as_ref().filter(|(wires, _)| *wires == of) {
            return Rc::clone(wires);
        }
        let scene: &Scene = panel.scene;
        let end = |face: usize| scene.sequence.item(scene.faces[face].id);
        let ends = scene.wires.iter().enumerate().map(|(place, wire)| ((end(wire.from), end(wire.to)), place));
        let by_ends: FxHashMap<(ItemRef, ItemRef), usize> = ends.collect();
        let plan = &shown.scene.plan;
        let leaving = |rank: Rank| {
            let next = plan.next(rank).iter().map(|next| (shown.item(rank), shown.item(*next)));
            next.filter_map(|ends| by_ends.get(&ends).copied()).collect()
        };
        let wires: Rc<[Vec<usize>]> = (0..plan.items().len() as Rank).map(leaving).collect();
        self.wires = Some((of, Rc::clone(&wires)));
        wires
    }

    /// The groups of waiting and held contacts; if a contact is followed, only that one.
    fn crowds(
        &mut self,
        panel: &RehearsalView<'_>,
        shown: &FinishedRehearsal,
        clock: Instant,
        counts: &ItemCounts,
    ) -> Rc<[Crowd]> {
        let follows = panel.rehearsing.follows();
        let liked = (panel.settings.dates, panel.settings.twelve_hours);
        let zone = ShownZone::of(panel);
        let of = (panel.rehearsing.number(), clock, follows, liked, zone.clone());
        if let Some((_, crowds)) = self.crowds.as_ref().filter(|(crowds, _)| *crowds == of) {
            return Rc::clone(crowds);
        }
        let crowds: Rc<[Crowd]> = match follows {
            None => everybody(panel, shown, clock, counts),
            Some(place) => one(panel, shown, clock, place),
        };
        self.crowds = Some((of, Rc::clone(&crowds)));
        crowds
    }
}

fn everybody(panel: &RehearsalView<'_>, shown: &FinishedRehearsal, clock: Instant, counts: &ItemCounts) -> Rc<[Crowd]> {
    let crowd = |rank: usize, item: ItemRef| {
        let count = counts.of_item(item);
        let until = match (count.waiting, count.held) {
            (0, 0) => return None,
            (0, held) => format!("Held: {}", words::people(held)),
            (waiting, _) => continuing(panel, shown, rank as Rank, waiting, clock),
        };
        Some(Crowd { item: item.item, waiting: count.waiting, held: count.held, until })
    };
    let items = shown.scene.plan.items().iter().enumerate();
    items.filter_map(|(rank, item)| crowd(rank, item.item)).collect()
}

/// Where one contact waits or is held.
fn one(panel: &RehearsalView<'_>, shown: &FinishedRehearsal, clock: Instant, place: u64) -> Rc<[Crowd]> {
    let crowd = |visit: Visit| {
        let (waiting, held, until) = match visit.outcome {
            Outcome::Waiting => {
                let due = visit.due.filter(|due| *due <= shown.scene.until);
                let due = due.map(|due| format!("continues {}", date_time(panel, due, clock)));
                (1, 0, due.unwrap_or_else(|| later_than(panel, shown)))
            }
            Outcome::Held => (0, 1, "held: timer not set up".to_owned()),
            Outcome::Ran | Outcome::Skipped(_) => return None,
        };
        Some(Crowd { item: shown.item(visit.rank).item, waiting, held, until })
    };
    shown.visits(place).filter_map(|visit| visit.at(clock)).filter_map(crowd).collect()
}

/// The shown run and the clock's time. `None` in Build mode, without a clock, or if the canvas doesn't show the run's
/// sequence.
pub(super) fn watched<'a>(panel: &RehearsalView<'a>) -> Option<(&'a FinishedRehearsal, Instant)> {
    numbered(panel).filter(|_| panel.view.mode != WindowMode::Build)
}

/// As [`watched`], also in Build mode, where it is the run of the live numbers.
fn numbered<'a>(panel: &RehearsalView<'a>) -> Option<(&'a FinishedRehearsal, Instant)> {
    let rehearsing = panel.rehearsing;
    let shown = rehearsing.shown().filter(|shown| shown.index().is_some() && rehearsing.is_drawn())?;
    Some((shown.as_ref(), rehearsing.at()?))
}
