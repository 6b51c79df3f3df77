//! The dots on the canvas: every dot is a visit, and every visit that lets a contact through is a dot.

use std::collections::BTreeSet;

use dripline::calendar::Instant;
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::clock::{Clock, Speed};
use dripline::workbench::rehearse::dots::{MOST, ON_THE_WAY, dots};

use super::{finished, samples};

#[test]
fn dots_are_visits_and_visits_are_dots() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let plan = &whole.scene.plan;
        let (first, last) = whole.span().expect("something happens");
        let mut seen = 0;
        for part in 0..12 {
            let speed = Speed::ALL[part % Speed::ALL.len()];
            let at = first.plus_secs((last.utc_secs() - first.utc_secs()) * part as i64 / 12 + 40);
            let mut clock = Clock::new(at);
            (clock.plays, clock.speed) = (true, speed);
            let clock = clock.after(0.000_01);
            let shown = dots(&whole, &clock, usize::MAX);
            let span = speed.secs() as f64 * ON_THE_WAY;
            let expected: BTreeSet<(u64, u32, Instant)> = (0..whole.contacts())
                .flat_map(|place| whole.visits(place).map(move |visit| (place, visit)))
                .filter(|(_, visit)| !plan.next(visit.rank).is_empty())
                .filter_map(|(place, visit)| Some((place, visit.rank, visit.through()?)))
                .filter(|(.., through)| {
                    let ago = clock.exact() - through.utc_secs() as f64;
                    *through <= clock.at && ago < span
                })
                .collect();
            let drawn: BTreeSet<_> = shown.dots.iter().map(|dot| (dot.place, dot.rank, dot.through)).collect();
            assert_eq!((drawn.len(), shown.each), (shown.dots.len(), 1), "{name}: nobody is drawn twice");
            // Within a second of the edge, both results are right.
            let edge =
                |(.., through): &(u64, u32, Instant)| (clock.exact() - through.utc_secs() as f64 - span).abs() < 1.0;
            let different: Vec<_> = drawn.symmetric_difference(&expected).filter(|one| !edge(one)).collect();
            assert!(different.is_empty(), "{name} at {at}: {different:?}");
            for dot in &shown.dots {
                let share = (clock.exact() - dot.through.utc_secs() as f64) / span;
                assert!((f64::from(dot.share) - share.min(1.0)).abs() < 1e-5, "{name}: {dot:?}");
            }
            seen += drawn.len();
            let few = dots(&whole, &clock, MOST);
            assert!(few.dots.iter().all(|dot| drawn.contains(&(dot.place, dot.rank, dot.through))));
            assert_eq!(few.each > 1, drawn.len() > MOST, "{name}: {} dots", drawn.len());
        }
        assert!(seen > 100, "{name}: only {seen} dots were ever seen");
    }
}

#[test]
fn nobody_is_on_a_link_while_the_clock_stands() {
    let (_, campaign) = samples().swap_remove(0);
    let whole = finished(&campaign, None);
    whole.sort(&Control::default()).expect("sorted");
    let (first, _) = whole.span().expect("something happens");
    assert!(dots(&whole, &Clock::new(first), MOST).dots.is_empty());
    let mut playing = Clock::new(first);
    playing.plays = true;
    assert!(!dots(&whole, &playing, MOST).dots.is_empty());
}
