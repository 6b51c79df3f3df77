//! Hostile contacts files and mappings: cut off, with flipped bits, endless lines, invalid values.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use dripline::contacts::mapping::Overrides;
use dripline::simulate::run::Control;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::error::ContactsError;
use dripline::storage::contacts_file::write::write_contacts;

use crate::common::hostile::{ODD_TEXTS, cancelled, ends, pipe, sparse};
use crate::contacts::{Campaign, file_in, read};

const PEOPLE: &str = "\
id,first_name,company,email,email_status,birthday,time_zone,entered,tags,next_call,score
ann,\"Ann, \"\"A\"\"\",Übermut,ann@example.com,confirmed,1980-02-29,Europe/Berlin,2026-03-02T09:00Z,Customer,2026-07-01T10:30,12.5
bob,\"Bob
Two Lines\",,bob@example.com,unsubscribed,,America/New_York,2026-03-02T09:00,,,
cid,Cid,=1+1,cid@example.com,,1999-12-31,,,Newsletter,,-1e3
";

const MANY: u64 = 900;

/// Enough contacts that the top of the file is recognised as text, whatever comes after it.
fn people() -> String {
    (0..MANY).fold("id,email\n".to_owned(), |text, person| text + &format!("p{person},p{person}@example.com\n"))
}

/// The same contacts in other encodings.
fn encoded() -> Vec<Vec<u8>> {
    let utf16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
        let units = PEOPLE.encode_utf16().flat_map(unit);
        mark.iter().copied().chain(units).collect()
    };
    let western = PEOPLE.chars().map(|letter| letter as u32 as u8).collect();
    vec![
        PEOPLE.as_bytes().to_vec(),
        western,
        utf16(&[0xFF, 0xFE], u16::to_le_bytes),
        utf16(&[0xFE, 0xFF], u16::to_be_bytes),
        PEOPLE.replace(',', ";").replace('\n', "\r\n").into_bytes(),
    ]
}

/// Reads a file. The result is contacts, or an error in one line that names the file.
fn answered(campaign: &Campaign, folder: &tempfile::TempDir, bytes: &[u8]) -> Option<(u64, u64)> {
    let path = file_in(folder, bytes);
    match campaign.open(&path) {
        Ok(file) => {
            let (people, counts) = read(&file, 1);
            assert_eq!(people.len() as u64, counts.read);
            assert_eq!(counts.rejected, counts.by_reason.values().sum::<u64>());
            Some((counts.read, counts.rejected))
        }
        Err(error) => {
            let error = error.to_string();
            assert!(error.contains("people.csv") && error.len() < 2_000 && error.lines().count() == 1, "{error:?}");
            None
        }
    }
}

#[test]
fn cut_off_at_every_byte() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    for bytes in encoded() {
        assert_eq!(answered(&campaign, &folder, &bytes), Some((3, 0)));
        let mut most = 0;
        for end in 0..bytes.len() {
            if let Some((read, rejected)) = answered(&campaign, &folder, &bytes[..end]) {
                // After an unclosed quote, the following lines are read as separate rows.
                assert!(read + rejected <= 4, "{end}: {read} read, {rejected} rejected");
                most = most.max(read);
            }
        }
        assert_eq!(most, 3, "without the last line end");
    }
}

#[test]
fn bits_flipped() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    for bytes in encoded() {
        let mut flipped = bytes.clone();
        for at in 0..bytes.len() {
            for bit in [at % 8, (at + 5) % 8] {
                flipped[at] ^= 1 << bit;
                answered(&campaign, &folder, &flipped);
                flipped[at] = bytes[at];
            }
        }
    }
}

#[test]
fn a_line_of_a_gigabyte_is_left_out_and_the_rest_is_read() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    for begins in ["b,", "\"b,"] {
        let path = sparse(&folder, "people.csv", &(people() + begins), 1 << 30, "\nc,c@example.com\n");
        let counts = ends("a line of a gigabyte", || {
            let file = campaign.open(&path).expect("its top is fine");
            file.for_each_block(2, &|_| {}, &AtomicBool::new(false), &|_| {}).expect("the rest too")
        });
        assert_eq!((counts.read, counts.rejected), (MANY + 1, 1), "{begins:?}");
    }
    let path = sparse(&folder, "people.csv", &format!("id,{}", "x".repeat(20_000)), 1 << 30, "\nc,c@example.com\n");
    let error = ends("a header of a gigabyte", || campaign.open(&path).map(|_| ())).expect_err("no header");
    assert!(error.to_string().contains("the line is longer than 16 MB"), "{error}");
}

#[test]
fn a_large_file_is_let_go_of_at_once() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    let path = sparse(&folder, "people.csv", &(people() + "b,"), 8 << 30, "\n");
    let result = cancelled(
        |_| {
            std::thread::sleep(Duration::from_millis(30));
            true
        },
        |control| ContactsFile::open_with(&path, campaign.target(), &Overrides::default(), control).map(|_| ()),
    );
    assert!(matches!(result, Err(ContactsError::Interrupted)), "{result:?}");

    // Cancels within the rows, in the middle of an overlong line.
    let path = sparse(&folder, "people.csv", &(people() + "b,"), 1 << 30, "\n");
    let file = campaign.open(&path).expect("its top is fine");
    let (result, done) = cancelled(
        |_| {
            std::thread::sleep(Duration::from_millis(30));
            true
        },
        |control: &Control| {
            let progress = |bytes| control.done.store(bytes, Ordering::Relaxed);
            let result = file.for_each_block(2, &progress, &control.cancel, &|_| {});
            (result, control.done.load(Ordering::Relaxed))
        },
    );
    assert!(matches!(result, Err(ContactsError::Interrupted)), "{result:?}");
    assert!(done < 1 << 30, "all of it was read");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_gives_nothing_is_let_go_of_at_once() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    let path = pipe(&folder, "people.csv");
    let open = |control: &Control| {
        ContactsFile::open_with(&path, campaign.target(), &Overrides::default(), control).map(|_| ())
    };
    let result = cancelled(|_| true, open);
    assert!(matches!(result, Err(ContactsError::Interrupted)), "{result:?}");
    // For the reader left alone. Opened for both, since there is none if the work was cancelled before it began.
    let both = std::fs::OpenOptions::new().read(true).write(true).open(&path);
    drop(both.expect("the other end"));
}

#[test]
fn ten_megabytes_of_one_thing() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    for part in [
        "(",
        "[",
        "\"",
        "\"\"",
        "\"\n",
        "\"x\n",
        "\",",
        ",",
        ",\n",
        ";",
        "\t",
        "\n",
        "\r",
        "x",
        "=",
        "a,\"",
        "é",
        "\n\n\"\"\n",
    ] {
        let many = part.repeat(10_000_000 / part.len());
        ends(&format!("{part:?} as a header"), || answered(&campaign, &folder, many.as_bytes()));
        let rows = format!("id,first_name,birthday\na,\"A\"\n{many}\nb,B,2000-01-01\n");
        ends(&format!("{part:?} as rows"), || answered(&campaign, &folder, rows.as_bytes()));
        // An error about a cell is one line of limited length.
        let cell =
            format!("id,birthday,time_zone,email_status,entered\na,2000-01-01\nb,\"{}\"\n", many.replace('"', "\"\""));
        ends(&format!("{part:?} in a cell"), || answered(&campaign, &folder, cell.as_bytes()));
    }
}

#[test]
fn values_that_are_none() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, b"");
    for value in ["NaN", "inf", "-inf", "1e999", "-1e999", "9".repeat(400).as_str(), "0x10", "--1", "1e-999"] {
        for column in ["score", "birthday", "entered", "next_call", "time_zone", "email_status"] {
            let text = format!("id,{column}\na,{value}\nb,\n");
            std::fs::write(&path, text).expect("written");
            let (people, counts) = campaign.read(&path);
            assert_eq!((counts.read, counts.rejected), (2, 0), "{column}: {value}");
            let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
            match (column, is_number) {
                ("score", true) => assert_eq!(campaign.cells(&people, 0, &["score"]), [value], "as it was typed"),
                _ => {
                    assert_eq!(counts.cells.not_read.len() as u64 + counts.cells.total().empty, 2, "{column}: {value}")
                }
            }
        }
    }
    let many = format!("id\n{}", "same\n".repeat(100_000));
    std::fs::write(&path, many).expect("written");
    let (_, counts) = ends("100,000 times one id", || campaign.read(&path));
    assert_eq!((counts.read, counts.rejected), (1, 99_999));
    assert_eq!(counts.rejects.len(), 1_000, "no more are kept");
}

#[test]
fn odd_texts_read_back_as_they_were() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("people.csv");
    // Text files can't have a NUL.
    let texts: Vec<String> = ODD_TEXTS.iter().map(|text| text.replace('\0', "")).collect();
    let mut csv = csv::Writer::from_path(&path).expect("a file");
    csv.write_record(["id", "first_name", "company", "street", "plan"]).expect("written");
    for (place, text) in texts.iter().enumerate() {
        csv.write_record([&format!("{text}{place}"), text, text, text, text]).expect("written");
    }
    csv.flush().expect("written");
    drop(csv);
    let (people, counts) = campaign.read(&path);
    assert_eq!((counts.read, counts.rejected), (texts.len() as u64, 0));
    let mut written = Vec::new();
    write_contacts(&mut written, &campaign.layout, people.blocks()).expect("written");
    std::fs::write(&path, &written).expect("written");
    let (again, _) = campaign.read(&path);
    assert_eq!(campaign.table(&again), campaign.table(&people));
    for (place, text) in texts.iter().enumerate() {
        assert_eq!(campaign.cells(&again, place, &["company"]), [text.as_str()]);
    }
}

#[test]
fn a_mapping_that_is_none_is_told_and_left_alone() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, b"Name,Mail\nAnn,ann@example.com\n");
    let mapping = folder.path().join("people.mapping.ron");
    let good = "(vendor: \"own\", columns: [(column: \"Name\", field: \"first_name\"), (column: \"Mail\", field: \"email\")])\n";
    std::fs::write(&mapping, good).expect("written");
    assert_eq!(campaign.read(&path).1.read, 1);
    let error = |text: &[u8]| {
        std::fs::write(&mapping, text).expect("written");
        let error = ends("a mapping", || campaign.open(&path).map(|_| ())).expect_err("no mapping").to_string();
        assert_eq!(std::fs::read(&mapping).expect("still there"), text, "it is left as it is");
        assert!(error.contains("people.mapping.ron") && error.lines().count() == 1 && error.len() < 1_000, "{error:?}");
    };
    let whole = good.trim_end().len();
    (1..whole).for_each(|end| error(&good.as_bytes()[..end]));
    for bracket in ["(", "[", "{", "(columns:[", "\"", "/*", "Some("] {
        error(bracket.repeat(1_000_000 / bracket.len()).as_bytes());
    }
    error(b"(vendor: \"\xFF\")");
    error(b"(columns: [(column: \"Name\", field: \"no such field\")])");
    // A mapping for other columns isn't used.
    std::fs::write(&mapping, b"(columns: [(column: \"Nothing\", field: \"email\")])").expect("written");
    let file = campaign.open(&path).expect("guessed");
    assert!(file.passed_over_mapping().is_some_and(|why| why.contains("people.mapping.ron")));
    let large = sparse(&folder, "people.mapping.ron", good, 1 << 30, "");
    let error =
        ends("a mapping of a gigabyte", || campaign.open(&path).map(|_| ())).expect_err("too large").to_string();
    assert!(error.contains("too large for a mapping"), "{error}");
    assert_eq!(std::fs::metadata(large).expect("still there").len(), 1 << 30);
}
