//! Finds two emails to one recipient that are sent together, because there is no timer between them.

use rustc_hash::FxHashMap;

use crate::campaign::kinds::{Email, Kind, Recipient};

use super::codes::Code;
use super::fix::Fix;
use super::notes::FindingList;
use super::scene::{CheckedSequence, WalkStep};
use super::words;

/// The recipient of an email: the contact, a user, an address.
type MailRecipient<'a> = (u8, &'a str);
/// The last email to a recipient on the track so far, and the timer before it.
type Last = (usize, Option<usize>);

pub(super) fn check(scene: &CheckedSequence<'_>, notes: &mut FindingList) {
    let mut last: FxHashMap<MailRecipient<'_>, Last> = FxHashMap::default();
    // The values to restore on the way back along a track.
    let mut before: Vec<Option<Last>> = Vec::new();
    let mut timers: Vec<usize> = Vec::new();
    scene.walk(|step| match step {
        WalkStep::Enter(place) if scene.is_timer(place) => timers.push(place),
        WalkStep::Leave(place) if scene.is_timer(place) => {
            timers.pop();
        }
        WalkStep::Enter(place) => {
            let Some(to) = recipient(&scene.item(place).kind) else { return };
            let behind = timers.last().copied();
            let earlier = last.insert(to, (place, behind));
            before.push(earlier);
            if let Some((earlier, timer)) = earlier
                && timer == behind
            {
                let message = format!(
                    "{} is sent at the same time as {}: there is no timer between them.",
                    words::item(scene.item(place)),
                    words::other(scene.item(earlier))
                );
                let fix = Fix::PutTimerBefore(scene.item(place).id);
                notes.item(scene, place, Code::EmailsWithoutTimer, message).fix = Some(fix);
            }
        }
        WalkStep::Leave(place) => {
            let Some(to) = recipient(&scene.item(place).kind) else { return };
            match before.pop().flatten() {
                Some(earlier) => last.insert(to, earlier),
                None => last.remove(&to),
            };
        }
    });
}

fn recipient(kind: &Kind) -> Option<MailRecipient<'_>> {
    let Kind::Email(Email { to: Some(to), .. }) = kind else { return None };
    match to {
        Recipient::Contact => Some((0, "")),
        Recipient::User(id) => (!id.is_empty()).then_some((1, id)),
        Recipient::Address(address) => (!address.is_empty()).then_some((2, address)),
    }
}
