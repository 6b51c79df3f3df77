//! Numbers on the canvas are links: each says in words what it counts, and a click opens the contacts behind it.

use eframe::egui::{self, Pos2, Rect, Ui};

use super::continuing::continuing;
use super::count_link::CountLink;
use super::ids::focus_id;
use super::rehearsed::RehearsalCache;
use super::tip;
use super::viewport::Viewport;
use crate::campaign::ids::ItemRef;
use crate::campaign::text::thousands;
use crate::picture::counts::{Count, ItemCounts};
use crate::picture::draw::Pen;
use crate::picture::draw::item::{barrier_areas, counts_placed};
use crate::picture::geometry::{self, point};
use crate::picture::scene::{Face, Scene};
use crate::report::people::{Filter, OutcomeFilter};
use crate::simulate::outcome::{Outcome, Reason};
use crate::ui::context::action::Action;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::context::parts::WindowPart;
use crate::ui::controls::look;
use crate::ui::controls::words;
use crate::workbench::rehearse::visit_words;

/// How far a link reaches beyond what is painted, in points of the screen.
const AROUND: f32 = 2.0;
/// How far an item's numbers reach from its tile, in points of the screen and of the canvas.
const REACH: (f32, f32) = (60.0, 240.0);

/// The links of an item: its badges, and the bar and caption if it holds contacts.
pub fn of_item(viewport: &Viewport, scene: &Scene, face: &Face, counts: &ItemCounts) -> Vec<CountLink> {
    let count = counts.of_item(scene.sequence.item(face.id));
    if count == Count::default() {
        return Vec::new();
    }
    let middle = viewport.on_screen(face.middle);
    let pen = Pen::new(point(middle.x, middle.y), viewport.camera.zoom);
    let link = |area: geometry::Rect, outcome, count| {
        let (min, max) = (egui::pos2(area.min.x, area.min.y), egui::pos2(area.max.x, area.max.y));
        CountLink { rect: Rect::from_min_max(min, max).expand(AROUND), item: face.id, outcome, count }
    };
    let badges = counts_placed(&pen, face, count).into_iter();
    let walls = barrier_areas(&pen, face, count).into_iter().flatten().filter(|area| area.width() > 0.0);
    let badges = badges.map(|(area, sign, count)| link(area, sign.outcome, count));
    badges.chain(walls.map(|area| link(area, OutcomeFilter::Held, count.held))).collect()
}

/// The link at a point of the screen, if numbers are shown. At a small zoom only groups of contacts can be met.
pub fn at(panel: &RehearsalView<'_>, viewport: &Viewport, cache: &RehearsalCache, at: Pos2) -> Option<CountLink> {
    let counts = panel.counts?;
    let reach = REACH.1 + viewport.points(REACH.0);
    let near = geometry::Rect::around(viewport.on_canvas(at), reach, reach * 2.0);
    let faces = panel.scene.faces_in(near).filter(|_| viewport.is_legible());
    let found = faces.flat_map(|face| of_item(viewport, panel.scene, face, counts)).find(|link| link.rect.contains(at));
    found.or_else(|| cache.crowd_at(panel, viewport, at))
}

/// Opens the contacts behind a link. While presenting there is no list to open, so nothing happens.
pub fn open(panel: &mut Panel<'_>, link: &CountLink) -> bool {
    if panel.view.presenting {
        return false;
    }
    let filter = filter(panel.sequence_id().item(link.item), link.outcome);
    panel.wants(people(panel, filter));
    true
}

/// Shows the contacts that a number counts: those that match a filter, or the followed one.
pub fn people(panel: &RehearsalView<'_>, filter: Filter) -> Action {
    match panel.counts_followed() {
        true => Action::ShowPart(WindowPart::Story),
        false => Action::ShowPeople(filter),
    }
}

/// The filter for the contacts that a number counts.
pub fn filter(item: ItemRef, outcome: OutcomeFilter) -> Filter {
    Filter { item: Some(item), outcome: Some(outcome), ..Filter::default() }
}

/// Shows in a tooltip what the number under the pointer counts.
pub fn tell(ui: &Ui, panel: &RehearsalView<'_>, viewport: &Viewport, link: &CountLink) {
    let id = focus_id().with(("link", link.item, link.outcome));
    tip::show(ui, panel, viewport, (id, link.rect), |ui| {
        ui.label(counted(panel, link));
        if !panel.view.presenting {
            let whom = if panel.counts_followed() { "the story of this contact" } else { "these contacts" };
            look::hint(ui, &format!("Click to see {whom}"));
        }
    });
}

/// The number with its item, for screen readers: `822 skipped at “Welcome”: 745 not marketable, …`.
pub fn spoken(panel: &RehearsalView<'_>, link: &CountLink) -> String {
    let words = counted(panel, link);
    let name = panel.sequence().item(link.item).map(words::item).unwrap_or_default();
    match words.split_once(':') {
        Some((number, why)) => format!("{number} at {name}:{why}"),
        None => format!("{words} at {name}"),
    }
}

/// The number alone, for a menu: `822 skipped`.
pub fn brief(panel: &RehearsalView<'_>, link: &CountLink) -> String {
    let words = counted(panel, link);
    words.split_once(':').map_or(words.clone(), |(number, _)| number.to_owned())
}

/// What a number counts, in words: `717 skipped: 640 not marketable, 77 no email address`.
fn counted(panel: &RehearsalView<'_>, link: &CountLink) -> String {
    let count = thousands(link.count);
    let family = panel.scene.face(link.item).map(|face| face.family);
    let shown = panel.rehearsing.shown();
    let clock = panel.rehearsing.at();
    let rank = shown.and_then(|shown| shown.rank(panel.sequence_id().item(link.item)));
    match link.outcome {
        // What follows is about all contacts.
        OutcomeFilter::Waiting if panel.counts_followed() => format!("{count} waiting"),
        OutcomeFilter::Skipped(_) if panel.counts_followed() => format!("{count} skipped"),
        OutcomeFilter::Ran => format!("{count} {}", family.map_or("ran", visit_words::ran)),
        OutcomeFilter::Waiting => {
            let until = shown.zip(clock).zip(rank);
            let until = until.map(|((shown, clock), rank)| continuing(panel, shown, rank, link.count, clock));
            until.map_or_else(|| format!("{count} waiting"), |until| format!("{count} waiting: {until}"))
        }
        OutcomeFilter::Held => format!("{count} held: the timer is not set up"),
        OutcomeFilter::Skipped(_) => {
            let index = shown.and_then(|shown| shown.index());
            let found = index.zip(clock).zip(rank).map(|((index, clock), rank)| {
                let of = |reason| index.timeline.visits(rank, Outcome::Skipped(reason), clock);
                Reason::ALL.map(|reason| (reason, of(reason)))
            });
            let mut reasons: Vec<(Reason, u64)> = found.into_iter().flatten().filter(|(_, count)| *count > 0).collect();
            reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let reasons: Vec<String> =
                reasons.iter().map(|(reason, count)| format!("{} {}", thousands(*count), reason.brief())).collect();
            match reasons.is_empty() {
                true => format!("{count} skipped"),
                false => format!("{count} skipped: {}", reasons.join(", ")),
            }
        }
    }
}
