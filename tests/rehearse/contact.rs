//! One contact at an instant: its way, its story, its record.

use dripline::calendar::Instant;
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::contact::path_of;
use dripline::workbench::rehearse::finished::Finished;

use super::{finished, samples};

/// Some instants of a run to look at, and some of its contacts.
fn looks(whole: &Finished) -> ([Instant; 4], [u64; 4]) {
    whole.sort(&Control::default()).expect("sorted");
    let (first, last) = whole.span().expect("something happens");
    let length = last.utc_secs() - first.utc_secs();
    let end = whole.contacts() - 1;
    ([-1, length / 50, length / 4, length].map(|after| first.plus_secs(after)), [0, 1, end / 2, end])
}

#[test]
fn the_way_a_contact_has_come_is_what_a_run_that_stops_there_visits() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        let (instants, places) = looks(&whole);
        let mut lengths = Vec::new();
        for at in instants {
            let stopped = finished(&campaign, Some(at));
            for place in places {
                let visited = stopped.visits(place).map(|visit| stopped.item(visit.rank)).collect();
                let path = path_of(&whole, place, at);
                assert_eq!(path, visited, "{name}: contact {place} at {at}");
                lengths.push(path.len());
            }
        }
        assert!(lengths.contains(&0) && lengths.iter().any(|length| *length > 1), "{name}: {lengths:?}");
    }
}
