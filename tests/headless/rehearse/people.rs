//! Lists of contacts that match a filter, compared with a simple check of every contact.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use dripline::calendar::Instant;
use dripline::campaign::fields::Column;
use dripline::campaign::rehearsal::People;
use dripline::report::people::{ContactSelection, Filter, OutcomeFilter, find};
use dripline::simulate::outcome::{Outcome, Reason, Status};
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::finished::FinishedRehearsal;
use dripline::workbench::rehearse::seek::{ContactSearch, SearchQuestion};

use super::{finished, samples};

/// Whether a contact matches, checked on its own.
fn fits(whole: &FinishedRehearsal, place: u64, filter: &Filter, clock: Instant) -> bool {
    let contact = whole.contact(place).expect("a contact");
    let column = |column| contact.block.column(column, contact.row).to_lowercase();
    let name = || format!("{} {}", column(Column::FirstName), column(Column::LastName));
    let text = filter.text.trim().to_lowercase();
    let says = || [column(Column::Id), column(Column::Email), name()].iter().any(|part| part.contains(&text));
    let visit = whole.visits(place).filter_map(|visit| visit.at(clock)).any(|visit| {
        let outcome = match (filter.outcome, visit.outcome) {
            (None, _) => true,
            (Some(OutcomeFilter::Ran), outcome) => outcome == Outcome::Ran,
            (Some(OutcomeFilter::Waiting), outcome) => outcome == Outcome::Waiting,
            (Some(OutcomeFilter::Held), outcome) => outcome == Outcome::Held,
            (Some(OutcomeFilter::Skipped(None)), outcome) => outcome.word() == "skipped",
            (Some(OutcomeFilter::Skipped(Some(reason))), outcome) => outcome == Outcome::Skipped(reason),
        };
        outcome && filter.item.is_none_or(|item| whole.item(visit.rank) == item)
    });
    let asks_visit = filter.item.is_some() || filter.outcome.is_some();
    (text.is_empty() || says())
        && (visit || !asks_visit)
        && filter.status.is_none_or(|status| whole.status(place, clock) == status)
}

/// Different kinds of filters for a run.
fn filters(whole: &FinishedRehearsal) -> Vec<Filter> {
    let none = Filter::default();
    let contact = whole.contact(3).expect("a contact");
    let first = contact.block.column(Column::FirstName, contact.row).to_uppercase();
    let texts = [first, "@EXAMPLE".to_owned(), " 1".to_owned(), "nobody is called so".to_owned()];
    let mut filters: Vec<Filter> = texts.map(|text| Filter { text, ..none.clone() }).to_vec();
    let skipped = Reason::ALL.map(|reason| OutcomeFilter::Skipped(Some(reason)));
    let outcomes = [OutcomeFilter::Ran, OutcomeFilter::Waiting, OutcomeFilter::Held, OutcomeFilter::Skipped(None)]
        .into_iter()
        .chain(skipped);
    filters.extend(outcomes.map(|outcome| Filter { outcome: Some(outcome), ..none.clone() }));
    filters.extend(Status::ALL.map(|status| Filter { status: Some(status), ..none.clone() }));
    for item in whole.scene.sequence().items.iter().map(|item| whole.scene.sequence().id.item(item.id)) {
        filters.push(Filter { item: Some(item), ..none.clone() });
        filters.push(Filter { item: Some(item), outcome: Some(OutcomeFilter::Waiting), ..none.clone() });
        let (outcome, status) = (Some(OutcomeFilter::Skipped(None)), Some(Status::Active));
        filters.push(Filter { item: Some(item), outcome, status, text: "a".to_owned(), mail: None, group: None });
    }
    filters
}

#[test]
fn every_filter_finds_whoever_fits_and_nobody_else() {
    let mut some = 0;
    for (name, mut campaign) in samples() {
        campaign.rehearsals[0].people = People::Generated { count: 1_500, seed: 5 };
        let whole = finished(&campaign, None);
        whole.sort(&Control::default()).expect("sorted");
        let (first, last) = whole.span().expect("something happens");
        for clock in [first, first.plus_secs((last.utc_secs() - first.utc_secs()) / 3), last] {
            for filter in filters(&whole) {
                let of = (&whole.kept.run, &whole.kept.population);
                let listed = find(&whole.scene.plan, of, &filter, clock, &Control::default()).expect("found");
                let expected: Vec<u32> = (0..whole.contacts())
                    .filter(|place| fits(&whole, *place, &filter, clock))
                    .map(|it| it as u32)
                    .collect();
                some += usize::from(!expected.is_empty() && (expected.len() as u64) < whole.contacts());
                for (row, place) in expected.iter().enumerate().step_by(40) {
                    assert_eq!(listed.place(row), Some(u64::from(*place)));
                    assert_eq!(listed.row(u64::from(*place)), Some(row));
                }
                assert_eq!(listed, ContactSelection::Some(expected), "{name} at {clock}: {filter:?}");
            }
        }
        let of = (&whole.kept.run, &whole.kept.population);
        let everybody = find(&whole.scene.plan, of, &Filter::default(), last, &Control::default());
        assert_eq!(everybody, Ok(ContactSelection::All(whole.contacts())), "{name}");
    }
    assert!(some > 50, "hardly a filter makes a difference: {some}");
}

#[test]
fn the_newest_filter_wins_and_the_list_follows_the_clock() {
    let (_, campaign) = samples().swap_remove(0);
    let whole = Arc::new(finished(&campaign, None));
    whole.sort(&Control::default()).expect("sorted");
    let (first, last) = whole.span().expect("something happens");
    let mut seek = ContactSearch::default();
    let (tell, calls) = channel();
    let ask = |seek: &mut ContactSearch, filter: &Filter, clock| {
        let tell = tell.clone();
        let sought = SearchQuestion { number: 1, clock, filter: filter.clone() };
        seek.ask(&whole, sought, true, move || _ = tell.send(()));
    };
    ask(&mut seek, &Filter::default(), first);
    assert_eq!(seek.listed(), Some(&ContactSelection::All(whole.contacts())), "everybody is listed at once");
    let all = filters(&whole);
    for clock in [first, first.plus_secs(86_400), last] {
        for filter in all.iter().rev() {
            ask(&mut seek, filter, clock);
        }
        let newest = Filter { outcome: Some(OutcomeFilter::Ran), status: Some(Status::Active), ..Filter::default() };
        ask(&mut seek, &newest, clock);
        while seek.progress().is_some() {
            calls.recv_timeout(Duration::from_secs(60)).expect("a call");
            ask(&mut seek, &newest, clock);
        }
        let places = (0..whole.contacts()).filter(|place| fits(&whole, *place, &newest, clock));
        let expected = ContactSelection::Some(places.map(|place| place as u32).collect());
        assert_eq!(seek.listed(), Some(&expected), "at {clock}");
    }
}
