//! Timers that are due when the timer before them on their track releases the contact, so that they never wait.

use crate::calendar::timer::{FieldTimersRead, TimeWindow, YearRule};
use crate::campaign::directory::FieldKind;
use crate::campaign::kinds::{FieldTimerSettings, Kind};

use super::codes::Code;
use super::dated::dated;
use super::fix::Fix;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::words;

pub(super) fn check(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    for (place, item) in scene.items() {
        if !scene.is_timer(place) || !scene.is_configured(place) {
            continue;
        }
        let Some((before, sets_a_field)) = timer_before(scene, place) else { continue };
        let Some(again) = fires_with(scene, before, place) else { continue };
        let reads_on_arrival = scene.campaign.rules.field_timers_read == FieldTimersRead::OnArrival;
        if sets_a_field && reads_on_arrival && again != Again::Never {
            continue;
        }
        let message = format!(
            "{} never waits after {}: both are due at the same time.",
            words::item(item),
            words::other(scene.item(before))
        );
        let finding = notes.item(scene, place, Code::TimersTogether, message);
        if again == Again::NextYear {
            finding.fix = Some(Fix::PutTimerBefore(item.id));
            "Put a timer of a day between them, so that the second one waits for the next year, or remove one of them."
                .clone_into(&mut finding.help);
        }
    }
}

/// When the second timer would be due again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    /// Its field's month and day come again the next year.
    NextYear,
    /// The date in its field is over then.
    Once,
    /// Its date, which is in its settings, is over then.
    Never,
}

/// The last timer before a timer on its track, if it is configured, and whether an item between them sets a field.
fn timer_before(scene: &CheckedSequence<'_>, place: usize) -> Option<(usize, bool)> {
    let mut sets_a_field = false;
    let mut at = scene.forest.previous[place]?;
    while !scene.is_timer(at) {
        sets_a_field |= scene.item(at).kind.settings().sets(scene.directory).is_some();
        at = scene.forest.previous[at]?;
    }
    scene.is_configured(at).then_some((at, sets_a_field))
}

/// Whether the second of two timers is due whenever the first one releases a contact, and when it would be due again.
fn fires_with(scene: &CheckedSequence<'_>, first: usize, second: usize) -> Option<Again> {
    let (first, second) = (scene.item(first), scene.item(second));
    if let (Some((one, its_zone)), Some((other, zone))) = (dated(first), dated(second)) {
        let covers = other.first <= one.first && one.last <= other.last && its_zone == zone;
        return (covers && is_open_with(one.time, other.time, true)).then_some(Again::Never);
    }
    let field_timer = |kind: &Kind| {
        let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = kind else { return None };
        schedule.complete(scene.directory)
    };
    let (one, its_field, its_zone) = field_timer(&first.kind)?;
    let (other, field, zone) = field_timer(&second.kind)?;
    let again = match (one.year, other.year) {
        (_, YearRule::NextOccurrence) => Again::NextYear,
        (YearRule::FromField, YearRule::FromField) => Again::Once,
        (YearRule::NextOccurrence, YearRule::FromField) => return None,
    };
    let is_same = its_field == field && its_zone == zone && one.offset == other.offset;
    let has_whole_days = field.kind(scene.directory) == FieldKind::Date;
    (is_same && is_open_with(one.time, other.time, has_whole_days)).then_some(again)
}

/// Whether a timer with the second time of day is due whenever one with the first is, on the same date. `has_whole_days`
/// is whether “at any time” is the whole day.
fn is_open_with(first: TimeWindow, second: TimeWindow, has_whole_days: bool) -> bool {
    match (first, second) {
        (first, second) if first == second => true,
        (TimeWindow::At(_) | TimeWindow::Between(..), TimeWindow::AnyTime) => has_whole_days,
        (TimeWindow::At(at), TimeWindow::Between(from, to)) => (from.minutes()..to.minutes()).contains(&at.minutes()),
        (TimeWindow::Between(opens, closes), TimeWindow::Between(from, to)) => from <= opens && closes <= to,
        (TimeWindow::AnyTime | TimeWindow::Between(..), _) | (TimeWindow::At(_), TimeWindow::At(_)) => false,
    }
}
