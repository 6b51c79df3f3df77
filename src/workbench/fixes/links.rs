//! Fixes that link items, or put new items between them.

use crate::calendar::timer::{RunOn, TimeWindow, Unit, ZoneChoice};
use crate::campaign::catalog::OFFERS;
use crate::campaign::edit::{CanvasEdit, Edit, Insertion};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Position;
use crate::campaign::kinds::{DelayTimerSettings, Kind};
use crate::campaign::schedule::DelaySchedule;
use crate::campaign::sequence::Sequence;
use crate::workbench::arrange::placing::{STEP, before, free_spot, new_item};

/// Links two items, if they may be linked.
pub(super) fn connect(sequence: &Sequence, from: u64, to: u64) -> Option<CanvasEdit> {
    sequence.refusal(from, to, None).is_none().then_some(CanvasEdit::Connect(from, to))
}

/// A Start to the left of an item and linked to it, or alone.
pub(super) fn start_before(sequence: &Sequence, first: Option<u64>) -> Option<CanvasEdit> {
    let offer = OFFERS.iter().position(|offer| (offer.new)() == Kind::Start)?;
    let Some(id) = first else {
        let at = free_spot(sequence, Position(80.0, 160.0));
        return Some(CanvasEdit::Place(new_item(offer, at), Insertion::Loose));
    };
    let at = sequence.item(id)?.position;
    let at = free_spot(sequence, Position(at.0 - STEP, at.1));
    Some(CanvasEdit::Place(new_item(offer, at), Insertion::Before(id)))
}

/// A timer of one day on the link that leads to an item. Before a timer it works in that timer's zone, so that its day ends
/// with the other's.
pub(super) fn timer_before(place: SequenceId, sequence: &Sequence, id: u64) -> Option<Edit> {
    let offer = OFFERS.iter().position(|offer| matches!((offer.new)(), Kind::DelayTimer(_)))?;
    let zone = sequence.item(id).and_then(|item| item.kind.settings().timer_zone()).unwrap_or(ZoneChoice::Contact);
    let schedule = DelaySchedule {
        wait: Some(1),
        unit: Some(Unit::Days),
        run_on: Some(RunOn::AnyDay),
        time: Some(TimeWindow::AnyTime),
        zone: Some(zone),
    };
    let mut timer = new_item(offer, Position(0.0, 0.0));
    timer.kind = Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) });
    before(place, sequence, timer, id)
}
