//! Measures a rehearsal that is watched: from an edit to the badges, a jump of the clock, a frame with moving contacts.
//! `cargo bench --bench rehearse`; names of rows as arguments run only those.

#[path = "../short.rs"]
mod short;
mod window;

use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant as Moment};

use dripline::calendar::{DateTime, Instant};
use dripline::campaign::document::Campaign;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::rehearsal::RehearsedScope;
use dripline::campaign::rehearsal::{Enter, Hours, People, Rehearsal};
use dripline::campaign::text::thousands;
use dripline::storage::campaign_file::read::read;
use dripline::workbench::rehearse::Rehearsing;
use short::{names, pick};

// The same allocator as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The reference sequence of the engine's benchmarks: 30 items, 14 of them timers.
const REFERENCE: &str = "tests/benches/engine/reference.ron";
const NOW: Instant = Instant::from_utc_secs(1_790_000_000);

/// The reference sequence with this number of contacts, who enter over a week.
pub fn reference(count: u64) -> Campaign {
    let mut campaign = read(Path::new(REFERENCE)).expect("the reference sequence").campaign;
    let local = |text: &str| DateTime::parse_minutes(text).expect("a wall clock");
    campaign.rehearsals = vec![Rehearsal {
        name: "Reference".to_owned(),
        of: RehearsedScope::sequence(campaign.sequences[0].id),
        people: People::Generated { count, seed: 7 },
        enter: Enter::Spread(local("2026-03-02T00:00"), local("2026-03-09T00:00"), Hours::AllHours),
        until: local("2027-03-01T00:00"),
        breakpoints: Vec::new(),
    }];
    campaign
}

fn main() {
    let names = names();
    let wants = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    println!("| what | aim | measured: middle (best, worst) |\n|---|---|---|");
    if wants("edit") {
        edits();
    }
    if wants("jump") {
        jumps();
    }
    if wants("window") {
        window::jumps();
    }
    if wants("dots") {
        window::dots();
    }
}

/// A row of the table.
pub fn line(what: &str, aim: f64, mut took: Vec<Duration>) {
    took.sort();
    let ms = |took: Duration| took.as_secs_f64() * 1_000.0;
    let (middle, best, worst) = (ms(took[took.len() / 2]), ms(took[0]), ms(took[took.len() - 1]));
    let verdict = if middle <= aim { "" } else { " (over)" };
    println!("| {what} | {aim} ms | {middle:.2} ms ({best:.2}, {worst:.2}){verdict} |");
}

/// A rehearsal whose run is finished, with its indexes by time.
fn watched(campaign: &Campaign) -> Rehearsing {
    let mut rehearsing = Rehearsing::default();
    let (wake, calls) = channel();
    loop {
        let wake = wake.clone();
        rehearsing.follow((campaign, 0, None), SequenceId::default(), NOW, move || _ = wake.send(()));
        if rehearsing.shown().is_some_and(|shown| shown.index().is_some()) {
            return rehearsing;
        }
        calls.recv_timeout(Duration::from_secs(600)).expect("a run");
    }
}

/// Measures the time from an edit until the badges show it.
fn edits() {
    let count = pick(10_000, 50);
    let mut campaign = reference(count);
    let mut rehearsing = watched(&campaign);
    let mut took = Vec::new();
    for revision in 1..=pick(60, 2) {
        let items = &mut campaign.sequences[0].items;
        let place = revision as usize % items.len();
        items[place].ready = !items[place].ready;
        let start = Moment::now();
        rehearsing.follow((&campaign, revision, None), SequenceId::default(), NOW, || {});
        while !rehearsing.is_current() {
            std::thread::yield_now();
            rehearsing.follow((&campaign, revision, None), SequenceId::default(), NOW, || {});
        }
        rehearsing.counts(None).expect("counts");
        took.push(start.elapsed());
        // Users pause between edits. Meanwhile the indexes of the run are built.
        std::thread::sleep(Duration::from_millis(60));
    }
    line(&format!("an edit's run and new badges, {} contacts × 30 items", thousands(count)), 16.0, took);
}

/// Measures the time from a jump of the clock until its counts, table and statuses are there.
fn jumps() {
    let count = pick(1_000_000, 500);
    let campaign = reference(count);
    let mut rehearsing = watched(&campaign);
    let (first, last) = rehearsing.span().expect("something happens");
    let length = last.utc_secs() - first.utc_secs();
    let took = (0..pick(200, 2))
        .map(|number: i64| {
            let to = first.plus_secs(number * 7_919_777 % length);
            let start = Moment::now();
            rehearsing.jump(to);
            rehearsing.counts(None).expect("counts");
            let report = rehearsing.shown().expect("a run").report(to, false);
            assert_eq!(report.items.len(), 30);
            start.elapsed()
        })
        .collect();
    line(&format!("a jump of the clock, {} contacts: badges and table", thousands(count)), 16.0, took);
}
