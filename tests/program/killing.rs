//! Programs that are killed at work: a test program itself, started again with only the test that does the child's part.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What starts this program again, for this test alone; before it stands what traces or limits it.
pub fn again(before: &[&str], test: &str) -> Command {
    let program = std::env::current_exe().expect("this program");
    let mut command = match before {
        [first, rest @ ..] => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
        [] => Command::new(program),
    };
    command.args([OsStr::new("--exact"), OsStr::new(test), "--nocapture".as_ref(), "--test-threads=1".as_ref()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// The child says a line in one call of the system: whoever reads it knows that it is whole.
pub fn say(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).expect("somebody listens");
}

/// What the child says when it is about to begin: a busy machine may take its time until then.
pub const BEGINS: &str = "begins";

/// Kills it a while after it began; what it had said by then. It must not have been refused anything.
pub fn killed(mut child: Child, after: Duration) -> String {
    let mut words = BufReader::new(child.stderr.take().expect("its words"));
    let mut said = String::new();
    while !said.ends_with(&format!("{BEGINS}\n")) {
        assert_ne!(words.read_line(&mut said).expect("words"), 0, "it ended before it began: {said}");
    }
    std::thread::sleep(after);
    child.kill().expect("killed");
    child.wait().expect("gone");
    words.read_to_string(&mut said).expect("words");
    assert!(!said.contains("refused"), "{said}");
    said
}

/// The last number that it acknowledged with a word.
pub fn acknowledged<T: std::str::FromStr>(said: &str, word: &str) -> Option<T> {
    said.lines().filter_map(|line| line.strip_prefix(word)?.trim().parse().ok()).next_back()
}

/// Moments that differ from kill to kill, and are the same in every run: so many microseconds, and up to `spread` more.
pub fn moments(least: u64, spread: u64) -> impl Iterator<Item = Duration> {
    let mut moment: u64 = 0x2545_F491_4F6C_DD1D;
    std::iter::repeat_with(move || {
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros(least + (moment >> 33) % spread)
    })
}
