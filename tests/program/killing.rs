//! Kills programs while they work: a test program starts itself again, running only the test with the child's part.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A command that starts this program again with only this test. `before` is a command that traces or limits it.
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

/// Prints a line of the child in one system call, so that the parent never reads a part of it.
pub fn say(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).expect("somebody listens");
}

/// The child's message before its work begins. On a busy machine, it may take a while to come.
pub const BEGINS: &str = "begins";

/// Kills the child some time after its work began, and returns its messages. The child must not have reported an error.
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

/// The last number after `word` in the child's messages.
pub fn acknowledged<T: std::str::FromStr>(said: &str, word: &str) -> Option<T> {
    said.lines().filter_map(|line| line.strip_prefix(word)?.trim().parse().ok()).next_back()
}

/// Waiting times of `least` to `least + spread` microseconds. They differ from kill to kill, and are the same in every
/// run.
pub fn moments(least: u64, spread: u64) -> impl Iterator<Item = Duration> {
    let mut moment: u64 = 0x2545_F491_4F6C_DD1D;
    std::iter::repeat_with(move || {
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros(least + (moment >> 33) % spread)
    })
}
