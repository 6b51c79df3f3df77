//! `cargo bench`: the figures of the documentation page on speed, measured on the reference sequence.
//!
//! Criterion isn't used: half of the figures are of whole processes (peak memory, a peer program), and readers want a
//! table of best and median times over a few runs. `cargo bench -- NAME..` runs only the named benchmarks. `cargo bench
//! -- --small` uses a tenth of the contacts, to try it out.

mod measure;
mod people;
#[path = "../short.rs"]
mod short;

use std::path::Path;
use std::process::Command;

use dripline::calendar::Instant;
use dripline::campaign::document::Campaign;
use dripline::campaign::scope::Scope;
use dripline::contacts::block::{Layout, Population};
use dripline::contacts::mapping::Overrides;
use dripline::contacts::reading::columns::CellContext;
use dripline::report::compare::{Side, compare};
use dripline::simulate::effects::EffectContext;
use dripline::simulate::entry::EntryTimes;
use dripline::simulate::plan::Plan;
use dripline::simulate::run::{Control, Run, Setup};
use dripline::simulate::settle::{Assignments, run, settle};
use dripline::storage::campaign_file::read::read;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::blocks::ReadCounts;
use dripline::storage::exports::cells::RowFormat;
use dripline::storage::exports::events::write_events;
use dripline::storage::finished::FinishedRun;
use dripline::storage::run_store::about::{About, StoredContacts};
use dripline::storage::run_store::reopen::reopen;
use dripline::storage::run_store::write::store;

use measure::{Table, child, times};
use short::{names, pick};

// The same allocator as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const REFERENCE: &str = "tests/benches/engine/reference.ron";

/// What every benchmark needs.
struct Bench {
    campaign: Campaign,
    plan: Plan,
    folder: tempfile::TempDir,
    table: Table,
    /// The number of contacts of each benchmark is divided by this.
    smaller: u64,
    names: Vec<String>,
}

fn main() {
    let campaign = read(Path::new(REFERENCE)).expect("the reference sequence").campaign;
    let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &Layout::new(&campaign.directory))
        .expect("a plan");
    let is_small = std::env::args().any(|argument| argument == "--small");
    let smaller = pick(if is_small { 10 } else { 1 }, 1_000);
    let folder = tempfile::tempdir().expect("a folder");
    let mut bench = Bench { campaign, plan, folder, table: Table::default(), smaller, names: names() };
    bench.simulate();
    bench.read();
    bench.write();
    bench.reopen();
    bench.stream();
    bench.peer();
    println!("\n{}", bench.table);
}

impl Bench {
    fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|wanted| wanted == name)
    }

    fn simulated(&self, population: &Population) -> Run {
        let setup = Setup { plan: &self.plan, entries: &EntryTimes::ByColumn(Instant::FIRST), until: Instant::LAST };
        run(&setup, population, &Control::default()).expect("a run")
    }

    /// Simulates and keeps all visits. Reading the contacts isn't included.
    fn simulate(&mut self) {
        for (name, count, target) in [("simulate", 1_000_000, "1.0 s"), ("simulate-10k", 10_000, "16 ms")] {
            if !self.wants(name) {
                continue;
            }
            let population = people::population(self.plan.layout(), count / self.smaller);
            let mut bytes_a_visit = 0.0;
            let took = times(7, || {
                let run = self.simulated(&population);
                bytes_a_visit = run.bytes() as f64 / run.visits() as f64;
            });
            let what = format!("{} contacts × 30 items, all visits kept", count / self.smaller);
            self.table.add(&what, target, took);
            self.table.note(&format!("{bytes_a_visit:.1} bytes a visit (at most 16)"));
        }
    }

    /// Reads contacts from CSV into memory.
    fn read(&mut self) {
        if !self.wants("read") {
            return;
        }
        let count = 1_000_000 / self.smaller;
        let path = self.folder.path().join("read.csv");
        let bytes = people::write_csv(&path, count);
        let target = CellContext {
            layout: self.plan.layout(),
            directory: &self.campaign.directory,
            zone: self.plan.zone(),
            today: Default::default(),
        };
        let took = times(5, || {
            let file = ContactsFile::open(&path, target, &Overrides::default()).expect("a file");
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let control = Control::default();
            let (people, counts) = file.read_all(threads, &|_| {}, &control.cancel).expect("people");
            assert_eq!((people.len() as u64, counts.rejected), (count, 0));
        });
        self.table.add(&format!("read {count} contacts from CSV ({} bytes a row)", bytes / count), "2 s", took);
    }

    /// Writes events as CSV, and a run into SQLite.
    fn write(&mut self) {
        if !self.wants("write") {
            return;
        }
        let population = people::population(self.plan.layout(), 100_000 / self.smaller);
        let run = self.simulated(&population);
        let path = self.folder.path().join("events.csv");
        let took = times(5, || {
            let mut out = dripline::storage::output::Output::create(&path).expect("a file");
            write_events(&mut out, RowFormat::Csv, &self.plan, &run, &population).expect("rows");
            out.finish().expect("a file");
        });
        self.table.add_rate("events as CSV", "1,000,000 rows a second", run.visits() as u64, took);

        // The items have no effects here, so that only the rows of visits are measured.
        let assignments = Assignments::default();
        let mut quiet = self.campaign.clone();
        quiet.sequences[0].items.iter_mut().for_each(|item| item.ready = false);
        let plan = Plan::new(&quiet, Scope::Sequence(quiet.sequences[0].id), self.plan.layout()).expect("a plan");
        let setup = Setup { plan: &plan, entries: &EntryTimes::ByColumn(Instant::FIRST), until: Instant::LAST };
        let run = dripline::simulate::settle::run(&setup, &population, &Control::default()).expect("a run");
        let effect_context = EffectContext::new(&plan, &quiet, &quiet.sequences[0], &assignments);
        let finished = FinishedRun {
            effect_context,
            run: &run,
            population: &population,
            assignments: &assignments,
            until: Instant::LAST,
        };
        let path = self.folder.path().join("runs.sqlite");
        let took = times(3, || {
            let _ = std::fs::remove_file(&path);
            store(&path, &about(), &finished, &Control::default()).expect("a run");
        });
        self.table.add_rate("visits into SQLite", "1,000,000 rows a second", run.visits() as u64, took);
    }

    /// Opens a stored run of a million visits, until it can be shown. Its contacts are stored cell by cell.
    fn reopen(&mut self) {
        if !self.wants("reopen") {
            return;
        }
        let population = people::population(self.plan.layout(), 33_334 / self.smaller);
        let run = self.simulated(&population);
        let sequence = &self.campaign.sequences[0];
        let assignments = settle(&self.plan, &self.campaign, &run, &population);
        let effect_context = EffectContext::new(&self.plan, &self.campaign, sequence, &assignments);
        let finished = FinishedRun {
            effect_context,
            run: &run,
            population: &population,
            assignments: &assignments,
            until: Instant::LAST,
        };
        let path = self.folder.path().join("reopen.sqlite");
        let number = store(&path, &about(), &finished, &Control::default()).expect("a run");
        let took = times(9, || {
            let opened = reopen(&path, number, &Control::default()).expect("a run");
            assert_eq!(opened.run.visits(), run.visits());
        });
        self.table.add(&format!("open a stored run of {} visits", run.visits()), "0.5 s", took);

        let took = times(5, || {
            let side = Side { plan: &self.plan, sequence, run: &run, population: &population };
            assert!(compare(side, side, &Control::default()).expect("a comparison").is_equal());
        });
        self.table.add(&format!("compare two runs of {} visits", run.visits()), "none", took);
    }

    /// Runs the whole program on ten million contacts, for the report only.
    fn stream(&mut self) {
        if !self.wants("stream") {
            return;
        }
        let count = 10_000_000 / self.smaller;
        let path = self.folder.path().join("stream.csv");
        people::write_csv(&path, count);
        let report = self.folder.path().join("report.json");
        let mut command = Command::new(env!("CARGO_BIN_EXE_dripline"));
        command.arg("simulate").arg(REFERENCE).arg("--contacts").arg(&path).arg("--report").arg(&report);
        let (took, peak_mb) = child(&mut command);
        self.table.add(&format!("{count} contacts from CSV, report only"), "30 s", vec![took]);
        self.table.note(&format!("{peak_mb} MB at most in memory (at most 500)"));
        let _ = std::fs::remove_file(&path);
    }

    /// Runs the same model in SimPy, on as many contacts as SimPy can simulate in reasonable time.
    fn peer(&mut self) {
        if !self.wants("peer") {
            return;
        }
        let count = pick(10_000, 20);
        let population = people::population(self.plan.layout(), count);
        let visits = self.simulated(&population).visits();
        let Some(seconds) = best_of_peer(count, visits as u64) else {
            eprintln!("peer: SimPy is not there (pip install -r tests/peers/requirements.txt): left out");
            return;
        };
        let took = times(7, || drop(self.simulated(&population)));
        let best = took.iter().min().map_or(1.0, std::time::Duration::as_secs_f64);
        self.table.row(
            &format!("the same {count} contacts in SimPy"),
            "300 times as long, or more",
            &format!("{seconds:.2} s against {:.1} ms: {:.0} times", best * 1000.0, seconds / best),
        );
    }
}

/// The details that are stored with a run's visits.
fn about() -> About {
    About {
        name: String::new(),
        stored_at: String::new(),
        population: String::new(),
        people: StoredContacts::Cells,
        enter: Instant::FIRST,
        rehearsal: None,
        folder: std::path::PathBuf::new(),
        counts: ReadCounts::default(),
    }
}

/// The best time of five runs of the peer program, in seconds. Each run must make the same number of visits.
fn best_of_peer(count: u64, visits: u64) -> Option<f64> {
    let seconds = (0..pick(5, 1)).map(|_| {
        let output = Command::new("python3")
            .args(["tests/peers/simpy_reference.py", "--json", "--contacts", &count.to_string()])
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let peer: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
        assert_eq!(peer["visits"].as_u64(), Some(visits), "the same visits");
        peer["seconds"].as_f64()
    });
    seconds.collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::min)
}
