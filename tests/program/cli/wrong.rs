//! Wrong usage and wrong files: they give an exit status and one helpful line.

use std::path::Path;
use std::process::Command;

use crate::cli::{Ran, arg, dripline, folder, ran, run};

/// Checks the status, and that standard error contains all of `words`, in one line if the status is above 2.
fn is_told(ran: &Ran, status: i32, words: &[&str]) {
    assert_eq!(ran.status, status, "{}", ran.err);
    assert_eq!(ran.out, "", "nothing but results on standard output");
    for word in words {
        assert!(ran.err.contains(word), "`{word}` is missing in: {}", ran.err);
    }
    if status > 2 {
        assert_eq!(ran.err.lines().count(), 1, "one line: {}", ran.err);
    }
}

fn simulate(campaign: &Path, more: &[&str]) -> Ran {
    dripline(["simulate", arg(campaign)].into_iter().chain(more.iter().copied()))
}

#[test]
fn wrong_usage_is_status_2() {
    for words in [
        "simulate",
        "simulate saved-campaigns/welcome.ron",
        "simulate saved-campaigns/welcome.ron --generate 5 --contacts assets/contacts.csv",
        "simulate saved-campaigns/welcome.ron --generate many",
        "simulate saved-campaigns/welcome.ron --generate -5",
        "simulate saved-campaigns/welcome.ron --generate 5 --enter 2026-02-30T00:00",
        "simulate saved-campaigns/welcome.ron --generate 5 --enter 2026-03-01",
        "simulate saved-campaigns/welcome.ron --generate 5 --until 2100-06-01T00:00",
        "simulate saved-campaigns/welcome.ron --generate 5 --enter 1969-01-01T00:00",
        "simulate saved-campaigns/welcome.ron --generate 5 --sequence Nothing",
        "simulate saved-campaigns/welcome.ron --generate 5 --map email=E-Mail",
        "simulate saved-campaigns/welcome.ron --rehearsal Nothing",
        "simulate saved-campaigns/welcome.ron --generate 5 --events - --report -",
        "simulate saved-campaigns/welcome.ron --generate 5 --store -",
        "explain saved-campaigns/welcome.ron --contacts assets/contacts.csv --contact nobody",
        "explain saved-campaigns/welcome.ron --contacts assets/contacts.csv --contact c000001 --item 999",
        "fly",
        "--nothing",
    ] {
        let ran = run(words);
        assert_eq!(ran.status, 2, "{words}: {}", ran.err);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{words}");
    }
}

#[test]
fn a_result_replaces_neither_another_nor_a_file_that_is_read() {
    let folder = folder();
    let campaign = folder.path().join("a.ron");
    std::fs::write(&campaign, crate::cli::CAMPAIGN).expect("a file");
    let twice = folder.path().join("twice.xlsx");
    let ran = simulate(&campaign, &["--generate", "2", "--visits", arg(&twice), "--actions", arg(&twice)]);
    is_told(&ran, 2, &["twice.xlsx", "another result goes to the same file"]);
    assert!(!twice.exists());
    // Another spelling of the same path.
    let spelt = folder.path().join(".").join("a.ron");
    let ran = simulate(&campaign, &["--generate", "2", "--events", arg(&spelt)]);
    is_told(&ran, 2, &["--events", "a file that this run reads"]);
    assert_eq!(std::fs::read_to_string(&campaign).expect("a file"), crate::cli::CAMPAIGN);
}

#[test]
fn an_ending_that_a_result_does_not_come_as_is_status_2_with_those_it_does() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    for (option, name, works) in [
        ("--events", "x.foo", ".csv, .json or .xlsx"),
        ("--assignments", "x.txt", ".csv, .json or .xlsx"),
        ("--effects", "x.pdf", ".csv, .json or .xlsx"),
        ("--report", "x.png", ".csv, .json, .html, .xlsx or .pdf"),
        ("--report", "x.ics", ".csv, .json, .html, .xlsx or .pdf"),
        ("--calendar", "x.csv", ".ics"),
        ("--store", "x.csv", ".sqlite"),
        ("--visits", "x.pdf", ".xlsx or .csv"),
        ("--actions", "x.json", ".xlsx or .csv"),
        ("--given", "x.CSVX", ".xlsx or .csv"),
    ] {
        let path = folder.path().join(name);
        let ran = simulate(&campaign, &["--generate", "5", option, arg(&path)]);
        is_told(&ran, 2, &[option, name, &format!("ends in {works}.")]);
        assert!(!path.exists(), "{name}");
    }
    for name in ["X.CSV", "plain"] {
        let path = folder.path().join(name);
        let ran = simulate(&campaign, &["--generate", "5", "--visits", arg(&path)]);
        assert_eq!(ran.status, 0, "{name}: {}", ran.err);
        assert!(std::fs::read_to_string(&path).expect(name).contains("Contact,Email,"), "{name}");
    }
}

#[test]
fn campaign_that_can_not_be_read_is_status_3() {
    let folder = folder();
    let at = |name: &str, text: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let missing = folder.path().join("missing.ron");
    is_told(&simulate(&missing, &["--generate", "1"]), 3, &["missing.ron"]);
    is_told(&simulate(folder.path(), &["--generate", "1"]), 3, &["folder"]);
    is_told(&simulate(&at("empty.ron", b""), &["--generate", "1"]), 3, &["empty.ron"]);
    is_told(&simulate(&at("cut.ron", &crate::cli::CAMPAIGN.as_bytes()[..700]), &["--generate", "1"]), 3, &["cut.ron:"]);
    is_told(&simulate(&at("noise.ron", &[0xff, 0xfe, 0, 1, 2, 3]), &["--generate", "1"]), 3, &["noise.ron"]);
    let newer = crate::cli::CAMPAIGN.replace("format: 1", "format: 7");
    is_told(&simulate(&at("newer.ron", newer.as_bytes()), &["--generate", "1"]), 3, &["7", "1"]);
    let zone = crate::cli::CAMPAIGN.replace("America/New_York", "Mars/Base");
    is_told(&simulate(&at("zone.ron", zone.as_bytes()), &["--generate", "1"]), 3, &["Mars/Base"]);
    let enormous = folder.path().join("enormous.ron");
    std::fs::File::create(&enormous).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
    is_told(&simulate(&enormous, &["--generate", "1"]), 3, &["enormous.ron"]);
}

#[test]
fn a_window_that_can_not_open_says_why() {
    let folder = folder();
    let missing = folder.path().join("missing.ron");
    is_told(&dripline(["open", arg(&missing)]), 3, &["missing.ron", "no such file"]);
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "Campaign(\n  form: 1)").expect("a file");
    is_told(&dripline(["open", arg(&broken)]), 3, &["broken.ron:2:"]);
    let without_display = ran(Command::new(env!("CARGO_BIN_EXE_dripline"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output());
    if cfg!(target_os = "linux") {
        is_told(&without_display, 1, &["no window can be opened", "`simulate`", "libegl1"]);
    }
}

#[test]
fn contacts_that_can_not_be_read_are_status_3() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let with = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        simulate(&campaign, &["--contacts", arg(&path), "--report", "-"])
    };
    is_told(&with("empty.csv", b""), 3, &["empty.csv"]);
    is_told(&with("headless.csv", b"1,2,3\n4,5,6\n"), 3, &["headless.csv", "line 1"]);
    is_told(&with("noise.csv", &[0u8; 5000]), 3, &["noise.csv"]);
    is_told(&simulate(&campaign, &["--contacts", "/nowhere/people.csv"]), 3, &["/nowhere/people.csv"]);
    is_told(&simulate(&campaign, &["--contacts", arg(folder.path())]), 3, &["folder"]);
    let ambiguous = with("dates.csv", b"Email,First Name,Birthday\na@example.com,Ann,03/04/1990\n");
    let hint = "`03/04/1990` could be day or month first, DD/MM/YYYY or MM/DD/YYYY. Say which with --date-format, \
        for example --date-format MM/DD/YYYY or --date-format DD/MM/YYYY\n";
    is_told(&ambiguous, 2, &[hint, "Birthday"]);
}

#[test]
fn dates_of_a_rehearsals_file_are_settled_once_for_the_file() {
    let folder = folder();
    let (campaign, people) = (folder.path().join("rehearsed.ron"), folder.path().join("dates.csv"));
    let file = r#"#![enable(implicit_some)]
        Campaign(format: 1, name: "Dates", time_zone: "Europe/Berlin", sequences: [(name: "One", items: [
                (id: 1, name: "In", position: (0.0, 0.0), kind: Start)])],
            rehearsals: [(name: "March", sequence: "One", people: File("dates.csv"),
                enter: At("2026-03-02T09:00"), until: "2026-04-02T09:00")])"#;
    std::fs::write(&campaign, file).expect("a file");
    std::fs::write(&people, "Email,First Name,Birthday\na@example.com,Ann,03/04/1990\n").expect("a file");
    let rehearse = || simulate(&campaign, &["--rehearsal", "March"]);
    let words = [
        "could be day or month first, DD/MM/YYYY or MM/DD/YYYY. Run once with --contacts FILE",
        "“March”",
        "dates.csv",
    ];
    is_told(&rehearse(), 2, &words);
    // The advice works.
    let settled = simulate(&campaign, &["--contacts", arg(&people), "--date-format", "DD/MM/YYYY"]);
    assert_eq!(settled.status, 0, "{}", settled.err);
    assert_eq!(rehearse().status, 0, "{}", rehearse().err);
}

#[test]
fn rejected_rows_and_cells_that_cant_be_read_are_told_and_do_not_stop_the_run() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let people = folder.path().join("some.csv");
    std::fs::write(&people, "id,birthday,shoe\na,1990-02-28,9\nb,1990-02-30,9\na,,9\nd,,9,9\n").expect("a file");
    let ran = simulate(&campaign, &["--contacts", arg(&people), "--report", "-", "--enter", "2026-03-02T09:00"]);
    assert_eq!(ran.status, 0);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["items"]["1"]["reached"], 2);
    for words in [
        "2 of 4 rows rejected, 2 read",
        "line 3, column “birthday”: “1990-02-30” is a day that doesn't exist",
        "line 4",
        "line 5",
        "`shoe`",
    ] {
        assert!(ran.err.contains(words), "`{words}` is missing in: {}", ran.err);
    }
    // Who wants to know gets status 3.
    let strict = simulate(&campaign, &["--contacts", arg(&people), "--report", "-", "--strict"]);
    assert_eq!(strict.status, 3, "{}", strict.err);
    assert!(strict.err.contains("3 of 4 rows rejected, 1 read"), "{}", strict.err);
    let read = run(&format!("contacts read {}", arg(&people)));
    assert_eq!(read.status, 0, "{}", read.err);
    for words in [
        "4 rows: 2 contacts read, 2 rows rejected",
        "6 cells: 4 read, 1 empty, 1 not read",
        "warning: 1 cell can't be read and counts as empty",
    ] {
        assert!(read.out.contains(words), "`{words}` is missing in: {}", read.out);
    }
    let read = run(&format!("contacts read {} --json", arg(&people)));
    let read: serde_json::Value = serde_json::from_str(&read.out).expect("JSON");
    assert_eq!(read["rows"], serde_json::json!({"all": 4, "read": 2, "rejected": 2, "passed_over": 0}));
    assert_eq!(read["not_read"][0]["line"], 3);
}

#[test]
fn results_that_can_not_be_written_are_status_4() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    for option in ["--events", "--assignments", "--effects", "--report", "--store"] {
        let ran = simulate(&campaign, &["--generate", "50", option, "/nowhere/there/result"]);
        is_told(&ran, 4, &["/nowhere/there/result"]);
        let ran = simulate(&campaign, &["--generate", "50", option, arg(folder.path())]);
        assert_eq!(ran.status, 4, "{option}: a folder is no file: {}", ran.err);
    }
    if Path::new("/dev/full").exists() {
        is_told(&simulate(&campaign, &["--generate", "5000", "--events", "/dev/full"]), 4, &["disk is full"]);
        is_told(&simulate(&campaign, &["--generate", "5000", "--report", "/dev/full"]), 4, &["disk is full"]);
    }
}

#[test]
fn until_before_every_entry_is_a_valid_run() {
    let folder = folder();
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("people.csv"));
    let ran = simulate(&campaign, &["--contacts", arg(&people), "--until", "2020-01-01T00:00", "--report", "-"]);
    assert_eq!(ran.status, 0);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["contacts"]["not_entered"], 3);
}
