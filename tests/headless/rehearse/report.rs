//! The report by Start: why no contact has reached an item, and which items Keap would not show.

use dripline::campaign::document::Campaign;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{Kind, Letter};
use dripline::campaign::known::IndexedDirectory;
use dripline::picture::scene::{ItemState, Scene};
use dripline::report::keap::{Hidden, as_keap};
use dripline::report::table::Report;
use dripline::report::tracks::{Readiness, Unreached};
use dripline::simulate::run::Control;
use dripline::workbench::rehearse::finished::FinishedRehearsal;
use dripline::workbench::samples::SAMPLES;

use super::{finished, samples};

/// A run of a sample's rehearsal with its indexes, and its report at the last instant at which something happens.
fn ended(campaign: &Campaign) -> (FinishedRehearsal, Report) {
    let finished = finished(campaign, None);
    finished.sort(&Control::default()).expect("sorted");
    let (_, last) = finished.span().expect("a span");
    let report = finished.report(last, true);
    (finished, report)
}

fn sample(name: &str) -> Campaign {
    let sample = SAMPLES.iter().map(|sample| sample.campaign().expect("a sample")).find(|it| it.name.contains(name));
    sample.unwrap_or_else(|| panic!("no sample is called {name}"))
}

#[test]
fn every_row_stands_in_one_track_and_a_track_begins_with_its_start() {
    for (name, campaign) in samples() {
        let (finished, report) = ended(&campaign);
        let mut rows: Vec<usize> =
            finished.tracks().iter().flat_map(|track| track.entries.iter().map(|entry| entry.row)).collect();
        rows.sort_unstable();
        assert_eq!(rows, (0..report.items.len()).collect::<Vec<_>>(), "{name}");
        for track in finished.tracks() {
            let sequence = finished.scene.sequence();
            for (place, entry) in track.entries.iter().enumerate() {
                let item = &sequence.items[entry.place];
                assert_eq!(sequence.id.item(item.id), report.items[entry.row].item, "{name}");
                assert_eq!(track.has_start && place == 0, item.kind == Kind::Start, "{name}: {}", item.name);
            }
        }
    }
}

#[test]
fn what_nobody_reached_says_why() {
    let mut campaign = sample("timer that is not");
    let sequence = &mut campaign.sequences[0];
    let loose = sequence.next_id();
    sequence.items.push(Item {
        id: loose,
        name: "Loose".to_owned(),
        position: Position(0.0, 2_000.0),
        ready: true,
        kind: Kind::Letter(Letter { body: "Dear you".to_owned() }),
    });
    let (finished, ends) = ended(&campaign);
    let (first, _) = finished.span().expect("a span");
    let begins = finished.report(first.plus_secs(-1), false);
    let tracks = finished.tracks();
    let walls = tracks.iter().flat_map(|track| &track.entries).filter(|entry| entry.blocker.is_some());
    let behind: Vec<_> = walls.map(|entry| (entry, entry.unreached(&ends.items[entry.row]))).collect();
    assert!(!behind.is_empty(), "somebody is behind the timer");
    for (entry, why) in behind {
        let blocker = entry.blocker.expect("a wall");
        assert_eq!(why, Some(Unreached::Behind(blocker)));
        assert!(ends.items[blocker].held > 0);
        let said = why.expect("a reason").sentence(&ends.items);
        assert_eq!(said, format!("not reached: after “{}”, which is not set up", ends.items[blocker].name));
    }
    let last_track = tracks.last().expect("tracks");
    assert!(!last_track.has_start);
    let [entry] = last_track.entries.as_slice() else { panic!("one item is loose") };
    assert_eq!((ends.items[entry.row].item.item, entry.readiness), (loose, Readiness::Works));
    assert_eq!(entry.unreached(&ends.items[entry.row]), Some(Unreached::NoStart));
    let start = &tracks[0].entries[0];
    assert_eq!(start.unreached(&begins.items[start.row]), Some(Unreached::NotYet));
    assert_eq!(start.unreached(&ends.items[start.row]), None);
}

#[test]
fn keap_leaves_out_drafts_what_is_not_set_up_and_what_nobody_reached_and_changes_no_count() {
    for (name, campaign) in samples() {
        let (finished, report) = ended(&campaign);
        let (first, last) = finished.span().expect("a span");
        let middle = first.plus_secs((last.utc_secs() - first.utc_secs()) / 2);
        for report in [finished.report(middle, true), report] {
            let (shown, hidden) = as_keap(&report, &finished.tracks());
            let sequence = finished.scene.sequence();
            let scene = Scene::new(sequence, &IndexedDirectory::new(&campaign.directory));
            let works = |id: u64| scene.face(id).is_some_and(|face| face.state == ItemState::Solid);
            let stays = report.items.iter().filter(|row| row.reached > 0 && works(row.item.item));
            let expected: Vec<_> = stays.cloned().collect();
            assert_eq!(shown.items, expected, "{name}");
            assert_eq!(shown.contacts, report.contacts, "{name}");
            let left_out = hidden.drafts + hidden.timers + hidden.others + hidden.unreached;
            assert_eq!(left_out, report.items.len() - expected.len(), "{name}");
        }
    }
}

#[test]
fn what_keap_hides_is_said() {
    let all = Hidden { drafts: 1, timers: 2, others: 0, unreached: 3 };
    assert_eq!(all.sentence(), "Hidden: 1 draft, 2 timers not set up, 3 not reached");
    assert_eq!(Hidden::default().sentence(), "Keap’s report lists the same items: nothing is hidden");
}
