//! Fixes of the settings of an item. Each changes nothing if the item is of another kind.

use crate::calendar::timer::{RunOn, TimeOfDay, TimeWindow, YearRule, ZoneChoice};
use crate::campaign::directory::List;
use crate::campaign::edit::rename::{each_name, each_text};
use crate::campaign::item::Item;
use crate::campaign::kinds::{
    ApplyRemoveTag, DateTimerSettings, DelayTimerSettings, FieldTimerSettings, FulfillmentList, Kind, SendHttpPost,
};
use crate::campaign::schedule::{DateSchedule, On};

/// Replaces an unknown name by a known one.
pub(super) fn use_known(item: &mut Item, list: List, unknown: &str, known: &str) {
    each_name(item, list, &mut |name| {
        if name == unknown {
            known.clone_into(name);
        }
    });
    each_once(&mut item.kind);
}

/// Replaces a merge field in all texts.
pub(super) fn replace(item: &mut Item, typed: &str, known: &str) {
    each_text(&mut item.kind, &mut |text| {
        if text.contains(typed) {
            *text = text.replace(typed, known);
        }
    });
}

/// Takes a tag out of the tags to remove.
pub(super) fn keep_tag(item: &mut Item, tag: &str) {
    if let Kind::ApplyRemoveTag(ApplyRemoveTag { remove, .. }) = &mut item.kind {
        remove.retain(|other| other != tag);
    }
}

/// Lets a field timer wait for the next occurrence.
pub(super) fn use_next_occurrence(item: &mut Item) {
    if let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &mut item.kind {
        schedule.year = Some(YearRule::NextOccurrence);
    }
}

/// Moves the dates of a date timer.
pub(super) fn move_date(item: &mut Item, on: On) {
    if let Kind::DateTimer(DateTimerSettings { schedule: Some(DateSchedule { on: dates, .. }) }) = &mut item.kind {
        *dates = Some(on);
    }
}

/// Lets a delay timer release contacts on weekdays at 09:00, in their time.
pub(super) fn release_in_hours(item: &mut Item) {
    if let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = &mut item.kind {
        schedule.run_on = Some(RunOn::Weekdays);
        schedule.time = TimeOfDay::from_minutes(9 * 60).map(TimeWindow::At);
        schedule.zone = Some(ZoneChoice::Contact);
    }
}

/// Replaces the address of an HTTP post.
pub(super) fn use_address(item: &mut Item, url: &str) {
    if let Kind::SendHttpPost(SendHttpPost { url: address, .. }) = &mut item.kind {
        url.clone_into(address);
    }
}

/// Lets a fulfilment list release each contact immediately.
pub(super) fn use_no_queue(item: &mut Item) {
    if let Kind::FulfillmentList(FulfillmentList { queue, .. }) = &mut item.kind {
        *queue = None;
    }
}

/// Removes duplicate tags: the suggested tag may have been in the list already.
fn each_once(kind: &mut Kind) {
    if let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove }) = kind {
        for tags in [apply, remove] {
            let mut seen = rustc_hash::FxHashSet::default();
            tags.retain(|tag| seen.insert(tag.clone()));
        }
    }
}
