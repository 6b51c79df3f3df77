//! The agenda (what happens next) agrees with the reports before and after.

use dripline::calendar::Instant;
use dripline::report::agenda::Agenda;
use dripline::simulate::outcome::Outcome;
use dripline::simulate::run::Control;

use super::{finished, samples};

#[test]
fn an_agenda_is_the_difference_of_the_reports_before_and_after() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let (plan, timeline) = (&whole.scene.plan, &whole.index().expect("sorted").timeline);
        let (first, last) = whole.span().expect("something happens");
        let length = last.utc_secs() - first.utc_secs();
        for clock in [first.plus_secs(-1), first, first.plus_secs(length / 3), last.plus_secs(-1), last] {
            let agenda = Agenda::after(plan, timeline, plan.zone(), clock, usize::MAX);
            assert!(!agenda.has_more && agenda.rows.is_sorted_by_key(|row| row.first), "{name} at {clock}");
            // All rows together are the difference to the final report.
            let (before, after) = (whole.report(clock, false), whole.report(Instant::LAST, false));
            for (rank, (before, after)) in before.items.iter().zip(&after.items).enumerate() {
                let mine = agenda.rows.iter().filter(|row| row.rank as usize == rank);
                let sums = mine.fold((0, 0, 0), |sum, row| (sum.0 + row.ran, sum.1 + row.skipped, sum.2 + row.held));
                let skipped = after.skipped_in_all() - before.skipped_in_all();
                assert_eq!(
                    sums,
                    (after.ran - before.ran, skipped, after.held - before.held),
                    "{name}: {:?}",
                    after.item
                );
            }
            // Each row is the difference between the start and the end of its day.
            for row in &agenda.rows {
                let start = plan.zone().start_of(row.day).plus_secs(-1).max(clock);
                let end = plan.zone().start_of(row.day.plus_days(1)).plus_secs(-1);
                let item = |at| whole.report(at, false).items[row.rank as usize].clone();
                let (before, after) = (item(start), item(end));
                assert_eq!((row.ran, row.held), (after.ran - before.ran, after.held - before.held), "{name}: {row:?}");
                assert!(start < row.first && row.first <= row.last && row.last <= end, "{name}: {row:?}");
                let happened = |item: dripline::report::table::ItemRow| item.ran + item.held + item.skipped_in_all();
                assert_eq!(happened(item(row.first.plus_secs(-1))), happened(before), "{name}: {row:?} begins");
                assert!(happened(item(row.first)) > happened(item(start)), "{name}: {row:?} begins");
                assert_eq!(happened(item(row.last)), happened(after.clone()), "{name}: {row:?} ends");
                assert!(happened(item(row.last.plus_secs(-1))) < happened(after), "{name}: {row:?} ends");
            }
            let waiting = |place| whole.visits(place).filter(|visit| visit.outcome == Outcome::Waiting).count() as u64;
            let beyond: u64 = agenda.beyond.iter().map(|(_, count)| count).sum();
            assert_eq!(beyond, (0..whole.contacts()).map(waiting).sum::<u64>(), "{name}");
        }
        let few = Agenda::after(plan, timeline, plan.zone(), first.plus_secs(-1), 5);
        let all = Agenda::after(plan, timeline, plan.zone(), first.plus_secs(-1), usize::MAX);
        let shown = all.rows.len().min(5);
        assert_eq!((few.rows.as_slice(), few.has_more), (&all.rows[..shown], all.rows.len() > 5), "{name}");
    }
}
