//! Runs every sample on the command line, under a trace of system calls and in an isolated network. It opens no
//! internet socket, and gives the same bytes as outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use dripline::storage::campaign_file::read;

use crate::built::Build;
use crate::common::inside::{self, network};
use crate::common::tools::works;

/// The system calls that could use the network. An io_uring can open sockets without a separate call.
const CALLS: &str = "trace=%network,io_uring_setup";

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("saved-campaigns");
    let files = fs::read_dir(folder).expect("the samples").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).collect();
    files.sort();
    files
}

/// The commands to run for a sample, with all kinds of results.
fn commands(sample: &Path) -> Vec<Vec<String>> {
    let campaign = read(sample).expect("a campaign").campaign;
    let file = sample.to_str().expect("a path").to_owned();
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let mut commands = vec![
        words(&["check", &file, "--json"]),
        words(&["check", &file, "--generate", "200", "--enter", "2026-03-02T09:00"]),
        words(&["render", &file, "--out", "picture.svg"]),
        words(&["render", &file, "--out", "picture.png", "--dark"]),
    ];
    for (rehearsal, place) in campaign.rehearsals.iter().zip(1..) {
        let named = |ending: &str| format!("{place}-{ending}");
        let mut simulate = words(&["simulate", &file, "--rehearsal", &rehearsal.name]);
        for option in ["events", "assignments", "effects"] {
            simulate.extend([format!("--{option}"), named(&format!("{option}.csv"))]);
        }
        simulate.extend(["--store".to_owned(), named("runs.sqlite")]);
        simulate.extend(["--report".to_owned(), named("report.html")]);
        commands.push(simulate);
    }
    commands
}

/// The exit statuses, the output, and the contents of all files, except for the current time in them.
fn outcome(before: &[&str], sample: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut found = BTreeMap::new();
    let program = Build::Wanted.program();
    let program = program.to_str().expect("a path of text");
    for (arguments, place) in commands(sample).iter().zip(1..) {
        let mut words: Vec<&str> = before.to_vec();
        words.push(program);
        words.extend(arguments.iter().map(String::as_str));
        let output = Command::new(words[0]).args(&words[1..]).current_dir(folder.path()).output().expect("it starts");
        assert!(output.status.code().is_some_and(|status| status <= 1), "{words:?}: {output:?}");
        found.insert(format!("{place}: status"), output.status.to_string().into_bytes());
        found.insert(format!("{place}: out"), output.stdout);
        found.insert(format!("{place}: err"), output.stderr);
    }
    for entry in fs::read_dir(folder.path()).expect("listed") {
        let path = entry.expect("an entry").path();
        let mut bytes = fs::read(&path).expect("a file");
        match path.extension().and_then(|ending| ending.to_str()) {
            // The store has the time of its creation, in places that only SQLite knows.
            Some("sqlite") => bytes.clear(),
            Some("html") => bytes = without_the_moment(&bytes),
            _ => {}
        }
        found.insert(path.file_name().expect("a name").to_string_lossy().into_owned(), bytes);
    }
    found
}

/// A page without the line that says when it was written.
fn without_the_moment(page: &[u8]) -> Vec<u8> {
    let page = std::str::from_utf8(page).expect("text");
    let lines: Vec<&str> = page.lines().filter(|line| !line.starts_with("<footer>")).collect();
    assert!(lines.len() + 1 == page.lines().count(), "one line tells when the page was written");
    lines.join("\n").into_bytes()
}

/// The lines of a trace that could use the network.
fn ways_out(log: &Path) -> Vec<String> {
    let text = fs::read_to_string(log).expect("a trace");
    let leads_out = |line: &&str| {
        let makes = line.contains("socket(") || line.contains("socketpair(") || line.contains("io_uring_setup(");
        let speaks = line.contains("connect(") || line.contains("sendto(") || line.contains("sendmsg(");
        (makes || speaks) && !line.contains("AF_UNIX")
    };
    text.lines().filter(leads_out).map(str::to_owned).collect()
}

#[test]
fn every_sample_opens_no_internet_socket_and_gives_the_same_without_a_network() {
    let Some(network) = network() else { return };
    if works(&[vec!["strace", "-qq", "-o", "/dev/null", "true"]]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (log, samples) = (folder.path().join("log"), samples());
    let mut traced = 0;
    for sample in &samples {
        let outside = outcome(&[], sample);
        // Each command of a sample appends to the trace.
        let strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-A", "-o", log.to_str().expect("a path"), "-e", CALLS];
        let within = outcome(&[&network[..], &strace[..]].concat(), sample);
        for (what, bytes) in &outside {
            assert!(within.get(what) == Some(bytes), "{}: {what} differs without a network", sample.display());
        }
        assert_eq!(outside.len(), within.len(), "{}", sample.display());
        assert_eq!(ways_out(&log), [""; 0], "{}", sample.display());
        traced += commands(sample).len();
    }
    println!("{} samples, {traced} commands: no internet socket", samples.len());
    assert!(samples.len() >= 11 && traced >= 5 * samples.len(), "{} samples, {traced} commands", samples.len());
}

/// Checks that a trace would show an internet socket.
#[test]
fn an_internet_socket_is_seen_in_a_trace() {
    if inside::is_inside() {
        let _ = std::net::TcpStream::connect("127.0.0.1:9");
        return;
    }
    if works(&[vec!["strace", "-qq", "-o", "/dev/null", "true"]]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("log");
    let program = std::env::current_exe().expect("this program");
    let mut command = Command::new("strace");
    command.args(["-f", "--seccomp-bpf", "-qq", "-A", "-o"]).arg(&log).args(["-e", CALLS]).arg(program);
    command.args(["--exact", "network::samples::an_internet_socket_is_seen_in_a_trace"]).env(inside::INSIDE, "1");
    assert!(command.output().expect("it starts").status.success());
    let seen = ways_out(&log);
    assert!(seen.iter().any(|line| line.contains("socket(AF_INET,")), "{seen:?}");
    assert!(seen.iter().any(|line| line.contains("connect(")), "{seen:?}");
}
