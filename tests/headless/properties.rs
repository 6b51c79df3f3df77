//! Properties that hold for every zone, every campaign and every list of contacts.
//!
//! The compiled zone tables give the same answers as the library around every clock change. The outcome of a contact
//! depends only on that contact, not on the others in the file or on its position there. No byte of a result depends on
//! the number of threads.

use std::collections::BTreeMap;
use std::path::Path;

use dripline::calendar::zone::{LocalTimeMatch, names};
use dripline::calendar::{DateTime, Instant, Zone};
use dripline::contacts::mapping::Overrides;
use dripline::simulate::run::Control;
use dripline::storage::contacts_file::write::write_contacts;
use dripline::storage::exports::assignments::write_assignments;
use dripline::storage::exports::cells::RowFormat;
use dripline::storage::exports::effects::write_effects;
use dripline::storage::exports::events::write_events;
use dripline::workbench::people::ContactsSource;
use dripline::workbench::scene::{Request, RunScene};
use dripline::workbench::simulate::{RunWithVisits, keep, report_only};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use rayon::prelude::*;

const HOUR: i64 = 3_600;
/// The number of generated contacts for each campaign.
const PEOPLE: u64 = 2_500;

#[test]
fn zone_tables_equal_the_library_around_every_transition_of_every_zone() {
    assert!(names().len() > 500, "{}", names().len());
    let transitions: usize = names().par_iter().map(|name| check_zone(name)).sum();
    assert!(transitions > 50_000, "{transitions}");
}

/// Compares one zone with the library. Returns the number of its clock changes within simulated time.
fn check_zone(name: &str) -> usize {
    let zone = Zone::named(name).expect(name);
    let library = TimeZoneDatabase::bundled().get(name).expect(name);
    let ends = [Instant::FIRST, Instant::LAST].map(Instant::utc_secs);
    // Starts a second earlier, so that a change in the first second counts too.
    let changes = library.following(second(ends[0] - 1)).map(|change| change.timestamp().as_second());
    let changes: Vec<i64> = changes.take_while(|&at| at <= ends[1]).collect();
    for &at in changes.iter().chain(&ends) {
        let mut instants = vec![at - HOUR, at - 1, at, at + 1, at + HOUR];
        instants.retain(|at| (ends[0]..=ends[1]).contains(at));
        for at in instants {
            let expected = at + offset(&library, at);
            let shown = zone.local_at(Instant::from_utc_secs(at)).secs();
            assert_eq!(shown, expected, "{name}: the wall clock at {}", second(at));
        }
        // Local times at both edges of the gap or overlap, inside it, and around it.
        let edges = [at + offset(&library, at - 1), at + offset(&library, at)];
        let around = edges.iter().flat_map(|edge| [-HOUR, -1, 0, 1, HOUR].map(|shift| edge + shift));
        for local in around.chain([(edges[0] + edges[1]) / 2]) {
            check_reading(name, &zone, &library, local);
        }
    }
    changes.len()
}

/// Zones in which the library contradicts itself. Its last listed change in Nuuk, in 2023, changes no offset. For later
/// local times it uses the yearly rule, as if the clock had been put back then. The instant that it returns has another
/// local time, by its own account. The tables must be right.
const CONTRADICTIONS: [(&str, &str); 2] = [("America/Godthab", "2023-10-28T23:"), ("America/Nuuk", "2023-10-28T23:")];

fn check_reading(name: &str, zone: &Zone, library: &TimeZone, local: i64) {
    let civil = TimeZone::UTC.to_datetime(second(local));
    let ambiguous = library.to_ambiguous_timestamp(civil);
    let is = ambiguous.offset();
    let expected = ambiguous.compatible().expect("an instant").as_second();
    let (reading, resolved) =
        (zone.reading(DateTime::from_secs(local)), zone.resolve(DateTime::from_secs(local)).utc_secs());
    let contradicts = expected + offset(library, expected) != local && !matches!(is, AmbiguousOffset::Gap { .. });
    if contradicts {
        let is_known = CONTRADICTIONS.iter().any(|(of, at)| *of == name && civil.to_string().starts_with(at));
        assert!(is_known, "{name}: the library contradicts itself at {civil}");
        assert_eq!(resolved + offset(library, resolved), local, "{name}: the instant of {civil}");
        assert_eq!(reading, LocalTimeMatch::Once, "{name}: {civil}");
        return;
    }
    assert_eq!(resolved, expected, "{name}: the instant of {civil}");
    let agrees = match reading {
        LocalTimeMatch::Once => matches!(is, AmbiguousOffset::Unambiguous { .. }),
        LocalTimeMatch::Gap(shown) => {
            matches!(is, AmbiguousOffset::Gap { .. }) && shown.secs() == expected + offset(library, expected)
        }
        LocalTimeMatch::Twice => matches!(is, AmbiguousOffset::Fold { .. }),
    };
    assert!(agrees, "{name}: {civil} is {reading:?} here, {is:?} in the library");
}

fn second(secs: i64) -> Timestamp {
    Timestamp::from_second(secs).expect("an instant")
}

fn offset(library: &TimeZone, at: i64) -> i64 {
    i64::from(library.to_offset(second(at)).seconds())
}

/// The campaigns to simulate, with all their sequences.
const CAMPAIGNS: [&str; 6] = [
    "saved-campaigns/birthday.ron",
    "saved-campaigns/lesson-unconfigured-timer.ron",
    "saved-campaigns/onboarding.ron",
    "saved-campaigns/renewal.ron",
    "saved-campaigns/webinar.ron",
    "tests/spec/example.ron",
];

/// A compiled sequence of a campaign, and a list of contacts for it, each with an entry time.
struct Stage {
    scene: RunScene,
    header: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

fn stages() -> Vec<Stage> {
    CAMPAIGNS.iter().flat_map(|campaign| sequences(campaign).into_iter().map(|name| stage(campaign, name))).collect()
}

fn open(campaign: &str, sequence: Option<String>) -> RunScene {
    let until = Some(DateTime::parse_minutes("2027-03-01T12:00").expect("a wall clock"));
    let request = Request { campaign: campaign.into(), sequence, enter: None, until, now: Instant::FIRST };
    RunScene::open(&request, None).unwrap_or_else(|failure| panic!("{campaign}: {failure}"))
}

fn sequences(campaign: &str) -> Vec<String> {
    open(campaign, None).campaign.sequences.iter().map(|sequence| sequence.name.clone()).collect()
}

fn stage(campaign: &str, sequence: String) -> Stage {
    let scene = open(campaign, Some(sequence));
    let people = scene.people(&ContactsSource::Generated { count: PEOPLE, seed: 11 }).expect("made-up people");
    let (population, _) = people.read_all(1, &Control::default()).expect("people");
    let mut file = Vec::new();
    write_contacts(&mut file, &scene.layout, population.blocks()).expect("memory");
    let mut reader = csv::Reader::from_reader(file.as_slice());
    let header = reader.headers().expect("a header").clone();
    let entered = header.iter().position(|column| column == "entered").expect("a column");
    let mut seed = 11;
    let rows = reader.records().map(|record| {
        // Entry times from March 2026 to March 2027, in whole seconds. One in a hundred is after the end of the run.
        let at = 1_772_323_200 + (draw(&mut seed) % 32_000_000) as i64;
        let cells: Vec<String> = record.expect("a row").iter().map(str::to_owned).collect();
        let cell = |(column, cell): (usize, String)| if column == entered { second(at).to_string() } else { cell };
        csv::StringRecord::from(cells.into_iter().enumerate().map(cell).collect::<Vec<_>>())
    });
    Stage { header, rows: rows.collect(), scene }
}

/// A random number (splitmix64), the same in every run.
fn draw(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Stage {
    fn write(&self, path: &Path, rows: &[csv::StringRecord]) -> ContactsSource {
        let mut writer = csv::Writer::from_path(path).expect("a file");
        writer.write_record(&self.header).expect("written");
        rows.iter().for_each(|row| writer.write_record(row).expect("written"));
        writer.flush().expect("written");
        ContactsSource::File { path: path.to_owned(), overrides: Overrides::default() }
    }

    fn run(&self, source: &ContactsSource, threads: usize) -> RunWithVisits {
        let people = self.scene.people(source).expect("people");
        let kept = keep(&self.scene, &people, threads, &Control::default()).expect("a run");
        assert_eq!(kept.counts.rejected, 0, "{:?}", kept.counts.rejects);
        kept
    }

    /// The status and the visits of each contact, by id.
    fn outcomes(&self, rows: &[csv::StringRecord]) -> BTreeMap<String, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = self.run(&self.write(&folder.path().join("contacts.csv"), rows), 2);
        let places = kept.population.places();
        let mut all = BTreeMap::new();
        for segment in kept.run.segments() {
            for ((row, span), status) in segment.contacts().zip(segment.statuses()) {
                let (block, at) = places.locate(segment.first_place() + row as u64).expect("a contact");
                let visits: Vec<_> = span.map(|at| segment.visit(at)).collect();
                all.insert(block.id(at).to_owned(), format!("{status:?} {visits:?}"));
            }
        }
        all
    }

    /// Every byte of every result.
    fn results(&self, source: &ContactsSource, threads: usize) -> [Vec<u8>; 5] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            let kept = self.run(source, threads);
            let (mut events, mut assignments, mut effects) = (Vec::new(), Vec::new(), Vec::new());
            let plan = &self.scene.plan;
            write_events(&mut events, RowFormat::Csv, plan, &kept.run, &kept.population).expect("memory");
            write_assignments(&mut assignments, RowFormat::Csv, plan, kept.assignments(&self.scene), &kept.population)
                .expect("memory");
            write_effects(&mut effects, RowFormat::Csv, &kept.finished(&self.scene)).expect("memory");
            let people = self.scene.people(source).expect("people");
            let (streamed, _) = report_only(&self.scene, &people, threads, &Control::default()).expect("a run");
            let report = kept.report(&self.scene).to_json().to_string().into_bytes();
            [events, assignments, effects, report, streamed.to_json().to_string().into_bytes()]
        })
    }
}

#[test]
fn what_becomes_of_a_contact_depends_on_nobody_else_in_the_file() {
    for stage in stages() {
        let name = &stage.scene.sequence().name;
        let whole = stage.outcomes(&stage.rows);
        assert_eq!(whole.len() as u64, PEOPLE, "{name}");
        let different: std::collections::BTreeSet<&String> = whole.values().collect();
        assert!(different.len() > 50, "{name}: the people have {} stories only", different.len());
        let mut permuted = stage.rows.clone();
        let mut seed = 12;
        for place in (1..permuted.len()).rev() {
            permuted.swap(place, draw(&mut seed) as usize % (place + 1));
        }
        assert_ne!(permuted, stage.rows);
        assert!(stage.outcomes(&permuted) == whole, "{name}: the order of the file matters");
        let mut joined = BTreeMap::new();
        for part in permuted.chunks(PEOPLE as usize / 3 + 1) {
            joined.extend(stage.outcomes(part));
        }
        assert!(joined == whole, "{name}: it matters who else is in the file");
    }
}

#[test]
fn no_byte_of_a_result_depends_on_the_number_of_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    for stage in stages() {
        let name = &stage.scene.sequence().name;
        let source = stage.write(&folder.path().join("contacts.csv"), &stage.rows);
        let [one, two, four] = [1, 2, 4].map(|threads| stage.results(&source, threads));
        assert!(one[0].len() as u64 > PEOPLE * 60 && one[2].len() as u64 > PEOPLE, "{name}: hardly anything ran");
        assert_eq!(one[3], one[4], "{name}: a streamed report is the same");
        for (what, place) in [("events", 0), ("assignments", 1), ("effects", 2), ("report", 3), ("streamed report", 4)]
        {
            assert!(one[place] == two[place], "{name}: 2 threads change the {what}");
            assert!(one[place] == four[place], "{name}: 4 threads change the {what}");
        }
    }
}
