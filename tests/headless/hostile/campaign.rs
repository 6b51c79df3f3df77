//! Hostile campaign files: too large, slow, with flipped bits, and with texts that are hard to show.

use std::path::Path;
use std::sync::atomic::Ordering;

use dripline::storage::campaign_file::{CampaignError, parse, read, read_with, to_ron};

use crate::common::hostile::{FOREVER, ODD_TEXTS, cancelled, ends, pipe, project, sparse};

const EXAMPLE: &str = include_str!("../../spec/example.ron");

#[test]
fn a_gigabyte_is_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = sparse(&folder, "large.ron", "Campaign(", 1 << 30, ")");
    let control = dripline::simulate::run::Control::default();
    for result in [read(&path), read_with(&path, &control)] {
        let error = result.expect_err("too large");
        assert!(matches!(error, CampaignError::TooLarge { .. }), "{error}");
        assert!(error.to_string().contains("larger than 256 MB, too large for a campaign file"), "{error}");
    }
    assert_eq!(control.done.load(Ordering::Relaxed), 0, "some of it was read");
    let path = sparse(&folder, "almost.ron", "(format: 1, name: \"", 60 << 20, "");
    let error = ends("a text of 60 MB", || read(&path)).expect_err("never closed");
    assert!(error.to_string().contains("never closed"), "{error}");
}

#[test]
fn with_a_control_it_reads_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.ron");
    for text in [EXAMPLE, &EXAMPLE[..3_000], "", "Campaign(format: 9)", &EXAMPLE.replace("lee", "kim")] {
        std::fs::write(&path, text).expect("written");
        let control = Default::default();
        match (read(&path), read_with(&path, &control)) {
            (Ok(plain), Ok(controlled)) => assert!(plain == controlled),
            (Err(plain), Err(controlled)) => assert_eq!(plain.to_string(), controlled.to_string()),
            (plain, controlled) => panic!("{plain:?} {controlled:?}"),
        }
        assert_eq!(control.done.load(Ordering::Relaxed), text.len() as u64, "all bytes were told");
        assert_eq!(control.total.load(Ordering::Relaxed), text.len() as u64);
    }
    assert!(matches!(
        read_with(&folder.path().join("none.ron"), &Default::default()),
        Err(CampaignError::Missing { .. })
    ));
}

#[test]
fn parsing_is_let_go_of_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let length = 250 << 20;
    let path = sparse(&folder, "large.ron", "(format: 1, name: \"", length, "\"");
    let all_read = |control: &dripline::simulate::run::Control| control.done.load(Ordering::Relaxed) > length;
    let result = cancelled(all_read, |control| read_with(&path, control));
    assert!(matches!(result, Err(CampaignError::Cancelled { .. })), "{result:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_gives_no_more_is_let_go_of_at_once() {
    use std::io::Write;
    let folder = tempfile::tempdir().expect("a folder");
    let path = pipe(&folder, "pipe.ron");
    let result = cancelled(|_| true, |control| read_with(&path, control));
    assert!(matches!(result, Err(CampaignError::Cancelled { .. })), "{result:?}");
    // The abandoned reader gets the rest, notices the cancellation, and ends.
    // Opened for both, since there is no reader if the work was cancelled before it began.
    let mut other_end = std::fs::OpenOptions::new().read(true).write(true).open(&path).expect("its other end");
    let _ = other_end.write_all(EXAMPLE.as_bytes());
    drop(other_end);

    let path = pipe(&folder, "more.ron");
    // The other end stays open until the reader has ended, so a reader that waits for more would never end.
    let (gone, reader_is_gone) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let path = &path;
        let writes = scope.spawn(move || {
            let mut pipe = std::fs::OpenOptions::new().write(true).open(path).expect("its other end");
            let _ = pipe.write_all(&vec![b' '; 3 << 20]);
            reader_is_gone.recv_timeout(FOREVER)
        });
        let some = |control: &dripline::simulate::run::Control| control.done.load(Ordering::Relaxed) >= 2 << 20;
        let result = cancelled(some, |control| read_with(path, control));
        let _ = gone.send(());
        assert!(matches!(result, Err(CampaignError::Cancelled { .. })), "{result:?}");
        assert_eq!(writes.join().expect("a writer"), Ok(()), "the reader waited for the end of the pipe");
    });
}

#[test]
fn bits_flipped() {
    for at in 0..EXAMPLE.len() {
        // Flips two of the eight bits, a different pair for each byte.
        for bit in [at % 8, (at + 3) % 8] {
            let mut bytes = EXAMPLE.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            match parse(&text, Path::new("t.ron")) {
                Ok(loaded) => {
                    let again = parse(&to_ron(&loaded.campaign), Path::new("t.ron")).expect("what was written");
                    assert!(again.campaign == loaded.campaign, "byte {at}, bit {bit}");
                }
                Err(error) => assert!(error.to_string().starts_with("t.ron:"), "{error}"),
            }
        }
    }
}

#[test]
fn odd_texts_are_kept_as_they_are() {
    for odd in ODD_TEXTS {
        let mut campaign = parse(EXAMPLE, Path::new("t.ron")).expect("the example").campaign;
        campaign.name = odd.to_owned();
        campaign.description = odd.repeat(1_000);
        campaign.directory.tags.push(odd.to_owned());
        campaign.sequences[0].name = odd.to_owned();
        for item in &mut campaign.sequences[0].items {
            item.name = odd.to_owned();
        }
        let text = to_ron(&campaign);
        assert!(parse(&text, Path::new("t.ron")).expect("loads").campaign == campaign, "{odd:?}");
        // The error is one line, whatever characters the text has.
        let wrong = text.replacen("time_zone: \"America/New_York\"", &format!("time_zone: {odd:?}"), 1);
        let error = parse(&wrong, Path::new("t.ron")).expect_err("no zone").to_string();
        assert!(error.lines().count() == 1 && !error.contains(|c: char| c.is_control()), "{error:?}");
    }
    let error = read(&project("saved-campaigns").join("no\u{7}\nsuch.ron")).expect_err("missing").to_string();
    assert!(!error.contains(char::is_control), "{error:?}");
}
