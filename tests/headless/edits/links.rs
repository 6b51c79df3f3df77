//! Links that are offered, and links that are refused.

use crate::edits::starts::all;

#[test]
fn what_may_follow_is_what_no_link_is_refused_to() {
    for sequence in all().iter().flat_map(|campaign| &campaign.sequences) {
        for from in &sequence.items {
            let offered: Vec<u64> = sequence.may_follow(from.id).map(|item| item.id).collect();
            let ids = sequence.items.iter().map(|item| item.id);
            let accepted: Vec<u64> = ids.filter(|to| sequence.refusal(from.id, *to, None).is_none()).collect();
            assert_eq!(offered, accepted, "{}, from {}", sequence.name, from.id);
        }
    }
}
