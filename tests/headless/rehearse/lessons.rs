//! What the lessons say in their notes is what their rehearsals do.

use std::collections::BTreeSet;

use dripline::calendar::Zone;
use dripline::calendar::timer::DayCount;
use dripline::campaign::document::Campaign;
use dripline::workbench::samples::SAMPLES;

use super::finished;

fn lesson(file: &str) -> Campaign {
    SAMPLES.iter().find(|sample| sample.file == file).and_then(|sample| sample.campaign()).expect("a lesson")
}

/// The local times at which an item releases the contacts.
fn released(campaign: &Campaign, item: u64) -> Vec<String> {
    let (run, zone) = (finished(campaign, None), Zone::named(&campaign.time_zone).expect("a zone"));
    let visits = (0..run.contacts()).flat_map(|place| run.visits(place).collect::<Vec<_>>());
    let dues = visits.filter(|visit| run.item(visit.rank).item == item).filter_map(|visit| visit.due);
    dues.map(|due| zone.local_at(due).to_string()).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn a_day_ends_at_midnight_and_24_hours_do_not() {
    let mut campaign = lesson("lesson-one-day.ron");
    assert_eq!(released(&campaign, 2), ["2026-05-06T09:00"], "1 day: on Wednesday");
    assert_eq!(released(&campaign, 4), ["2026-05-07T09:00"], "24 hours: on Thursday");
    campaign.rules.day_count = DayCount::ElapsedDays;
    assert_eq!(released(&campaign, 2), ["2026-05-07T09:00"], "the same time of day: on Thursday too");
    assert_eq!(released(&campaign, 4), ["2026-05-07T09:00"]);
}
