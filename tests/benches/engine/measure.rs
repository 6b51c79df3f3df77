//! Measures times and peak memory, and collects them in a table.

use std::fmt;
use std::process::Command;
use std::time::{Duration, Instant};

use super::short::{is_short, pick};

/// Runs `work` a number of times after a warm-up, and returns the time of each run. A short benchmark runs it only
/// once.
pub fn times(runs: usize, mut work: impl FnMut()) -> Vec<Duration> {
    if !is_short() {
        work();
    }
    (0..pick(runs, 1))
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect()
}

/// Runs a program, and returns its time and its peak resident memory in MB (0 if the system doesn't report it).
pub fn child(command: &mut Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command.spawn().expect("the program starts");
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak_kb = 0;
    let status = loop {
        if let Some(kb) = peak_of(&status_file) {
            peak_kb = kb.max(peak_kb);
        }
        match child.try_wait().expect("it can be waited for") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    assert!(status.success(), "{status}");
    (start.elapsed(), peak_kb / 1024)
}

fn peak_of(status_file: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status_file).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The table of `src/docs/speed.md`.
#[derive(Default)]
pub struct Table {
    rows: Vec<[String; 3]>,
}

impl Table {
    /// Adds a row with the best and the median time.
    pub fn add(&mut self, what: &str, target: &str, times: Vec<Duration>) {
        let (best, middle) = best_and_middle(times);
        let figure = match best == middle {
            true => spoken(best),
            false => format!("{} (middle {})", spoken(best), spoken(middle)),
        };
        self.row(what, target, &figure);
    }

    /// Adds a row with the best and the median rate, in rows a second.
    pub fn add_rate(&mut self, what: &str, target: &str, rows: u64, times: Vec<Duration>) {
        let (best, middle) = best_and_middle(times);
        let rate = |time: Duration| rows as f64 / time.as_secs_f64() / 1e6;
        let figure = format!("{:.2} million a second (middle {:.2})", rate(best), rate(middle));
        self.row(&format!("{what}, {rows} rows"), target, &figure);
    }

    /// Adds a row with a finished figure.
    pub fn row(&mut self, what: &str, target: &str, figure: &str) {
        eprintln!("{what}: {figure} (aim: {target})");
        self.rows.push([what.to_owned(), target.to_owned(), figure.to_owned()]);
    }

    /// Appends a note to the last row's figure.
    pub fn note(&mut self, text: &str) {
        eprintln!("  {text}");
        if let Some(row) = self.rows.last_mut() {
            row[2] = format!("{}; {text}", row[2]);
        }
    }
}

fn best_and_middle(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort();
    (times[0], times[times.len() / 2])
}

fn spoken(time: Duration) -> String {
    match time.as_secs_f64() {
        secs if secs >= 1.0 => format!("{secs:.2} s"),
        secs => format!("{:.1} ms", secs * 1000.0),
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | aim | measured |\n|---|---|---|")?;
        self.rows.iter().try_for_each(|[what, aim, figure]| writeln!(f, "| {what} | {aim} | {figure} |"))
    }
}
