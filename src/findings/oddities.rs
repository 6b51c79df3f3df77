//! Rules about settings that work, but probably not as meant.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::calendar::timer::{RunOn, TimeWindow, YearRule};
use crate::campaign::fields::Column;
use crate::campaign::kinds::{
    ApplyRemoveTag, DelayTimerSettings, Deliver, Email, FieldTimerSettings, FulfillmentList, Kind, Recipient,
};
use crate::campaign::merge::has_merge_field;

use super::codes::Code;
use super::fix::Fix;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::words;

pub(super) fn check(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    tags(scene, place, notes);
    license(scene, place, notes);
    queue(scene, place, notes);
    addresses(scene, place, notes);
    idle_delay(scene, place, notes);
    year_of_birth(scene, place, notes);
}

fn tags(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    let Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove }) = &item.kind else { return };
    for tag in both(apply, remove) {
        let shown = words::quote(tag);
        let message = format!("{} applies and removes the tag `{shown}`, which ends up applied.", words::item(item));
        notes.item(scene, place, Code::TagAppliedAndRemoved, message).fix =
            Some(Fix::KeepTag { item: item.id, tag: tag.clone() });
    }
}

fn license(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    if item.kind == Kind::AddToCustomerHub && !scene.directory.customer_hub {
        let message = format!(
            "{} is skipped for all contacts: the campaign's directory has no CustomerHub licence.",
            words::item(item)
        );
        notes.item(scene, place, Code::NoLicense, message).fix = Some(Fix::AddLicense);
    }
}

fn queue(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    let Kind::FulfillmentList(FulfillmentList { queue, .. }) = &item.kind else { return };
    if queue.is_some_and(|queue| queue.count == Some(0)) {
        let message = format!("{} waits for 0 contacts.", words::item(item));
        notes.item(scene, place, Code::EmptyQueue, message).fix = Some(Fix::UseNoQueue(item.id));
    }
}

fn addresses(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    if let Kind::FulfillmentList(FulfillmentList { deliver: Some(Deliver::Email(address)), .. })
    | Kind::Email(Email { to: Some(Recipient::Address(address)), .. }) = &item.kind
    {
        fixed_address(scene, place, address, notes);
    }
    if let Kind::Email(Email { to: Some(Recipient::User(id)), .. }) = &item.kind
        && scene.directory.user(id).is_some_and(|user| user.email.trim().is_empty())
    {
        // A text of blanks isn't empty, so such an email is sent (`rules.md` §6).
        let is_skipped = scene.directory.user(id).is_some_and(|user| user.email.is_empty());
        let so = if is_skipped { ", so it is skipped for all contacts" } else { "" };
        let message =
            format!("{} goes to the user `{}`, who has no email address{so}.", words::item(item), words::quote(id));
        notes.item(scene, place, Code::UserWithoutAddress, message);
    }
}

fn idle_delay(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    let Kind::DelayTimer(DelayTimerSettings { schedule: Some(schedule) }) = &item.kind else { return };
    let is_idle = schedule.wait == Some(0)
        && schedule.run_on == Some(RunOn::AnyDay)
        && schedule.time == Some(TimeWindow::AnyTime);
    if is_idle && scene.is_configured(place) {
        let message = format!("{} never waits.", words::item(item));
        notes.item(scene, place, Code::TimerNeverWaits, message);
    }
}

fn year_of_birth(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    let Kind::FieldTimer(FieldTimerSettings { schedule: Some(schedule) }) = &item.kind else { return };
    let is_birth = schedule.field.as_deref() == Some(Column::Birthday.key());
    if is_birth && schedule.year == Some(YearRule::FromField) && scene.is_configured(place) {
        let message = format!("{} waits for the day of birth itself, which has passed long ago.", words::item(item));
        notes.item(scene, place, Code::YearOfBirth, message).fix = Some(Fix::UseNextOccurrence(item.id));
    }
}

/// The tags that are in both lists, each once.
fn both<'a>(apply: &'a [String], remove: &[String]) -> BTreeSet<&'a String> {
    let remove: FxHashSet<&String> = remove.iter().collect();
    apply.iter().filter(|tag| !tag.is_empty() && remove.contains(tag)).collect()
}

/// Checks a fixed address: it must look like one, unless it has a merge field.
fn fixed_address(scene: &CheckedSequence<'_>, place: usize, address: &str, notes: &mut FindingList) {
    let works = |address: &str| {
        address.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !host.contains('@') && !address.contains(char::is_whitespace)
        })
    };
    if address.is_empty() || has_merge_field(address) || works(address.trim()) {
        return;
    }
    let message = format!(
        "{} goes to `{}`, which isn't an email address.",
        words::item(scene.item(place)),
        words::quote(address)
    );
    notes.item(scene, place, Code::BadAddress, message);
}
