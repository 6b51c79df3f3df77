//! Contacts files of every shape: encodings, delimiters, quotes, broken rows, no file at all.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::{Campaign, file_in, not_read, read, reasons};
use dripline::contacts::dates::date_format::DateFormat;
use dripline::contacts::mapping::Overrides;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::blocks::{BlockAt, ReadCounts};
use dripline::storage::contacts_file::error::ContactsError;
use dripline::storage::contacts_file::pieces::Cut;
use dripline::storage::contacts_file::write::write_contacts;

const SMALL: Cut = Cut { piece: 1, most_record: 1 << 20 };

fn lines_of(counts: &ReadCounts) -> Vec<u64> {
    counts.rejects.iter().map(|reject| reject.line).collect()
}

#[test]
fn the_cases_of_the_rules_read_and_reject_what_they_must() {
    let campaign = Campaign::new();
    for folder in std::fs::read_dir("tests/spec/cases").expect("cases") {
        let path = folder.expect("a case").path().join("contacts.csv");
        let text = std::fs::read_to_string(&path).expect("text");
        let rows = text.lines().count() as u64 - 1;
        let broken = text.lines().skip(1).filter(|line| line.starts_with("bad-") || line.starts_with(",")).count();
        let (people, counts) = campaign.read(&path);
        assert_eq!(counts.read + counts.rejected + counts.passed_over, rows, "{path:?}");
        let listed = counts.rejected + counts.passed_over + counts.cells.not_read.len() as u64;
        assert!(listed >= broken as u64, "{path:?}: {:?}", counts.rejects);
        assert_eq!(counts.by_reason.values().sum::<u64>(), counts.rejected);
        assert_eq!(people.len() as u64, counts.read);
    }
}

#[test]
fn no_cell_costs_its_row_and_native_texts_are_taken_as_they_stand() {
    let campaign = Campaign::new();
    let text = "id,email,email_status,birthday,next_call,time_zone,extra,first_name\n\
        a, x@example.com,,1990-02-03,2026-01-02T03:04,UTC,1, Ann \n\
        b,,Confirmed,,,,,\n\
        c,,,1990-2-3,,,,\n\
        d,,,,2026-01-02,,,\n\
        e,,,,2026-01-02T03:04:05,,,\n\
        f,,,,,utc,,\n\
        g,,, 1990-02-03,,,,\n\
        'h,,,,,,,'=1\n\
        '=i\n";
    let folder = tempfile::tempdir().expect("a folder");
    let file = campaign.open(&file_in(&folder, text.as_bytes())).expect("opens");
    assert_eq!(file.unknown_columns(), ["extra"]);
    let (people, counts) = read(&file, 1);
    assert!(counts.rejects.is_empty(), "{:?}", counts.rejects);
    let keys = ["id", "email", "first_name", "next_call"];
    assert_eq!(campaign.cells(&people, 0, &keys), ["a", "x@example.com", " Ann ", "2026-01-02T03:04"]);
    assert_eq!(campaign.cells(&people, 1, &["id", "email_status"]), ["b", "confirmed"]);
    assert_eq!(campaign.cells(&people, 2, &["id", "birthday"]), ["c", "1990-02-03"]);
    assert_eq!(campaign.cells(&people, 3, &["id", "next_call"]), ["d", "2026-01-02T00:00"]);
    assert_eq!(campaign.cells(&people, 4, &["id", "next_call"]), ["e", "2026-01-02T03:04:05"]);
    assert_eq!(campaign.cells(&people, 5, &["id", "time_zone"]), ["f", "UTC"]);
    assert_eq!(campaign.cells(&people, 6, &["id", "birthday"]), ["g", "1990-02-03"]);
    assert_eq!(campaign.cells(&people, 7, &keys), ["'h", "", "=1", ""]);
    assert_eq!(campaign.cells(&people, 8, &keys), ["=i", "", "", ""]);
}

#[test]
fn entered_is_an_instant_or_a_wall_clock_in_the_campaigns_zone() {
    let campaign = Campaign::new();
    let text = "entered,plan\n2026-03-08T02:30,a\n2026-11-01T01:30:59.9,b\n2026-01-01T00:00+02:00,c\n\
        2026-01-01T00:00:01Z,d\n2026-01-01,e\n1969-12-31T23:59:59Z,f\n2100-01-01T00:00:00Z,g\nsoon,h\n,i\n";
    let (people, counts) = campaign.read_bytes(text.as_bytes(), Cut::default(), 1);
    let entered: Vec<_> = (0..people.len()).map(|at| campaign.cells(&people, at, &["id", "entered"])).collect();
    assert_eq!(
        entered,
        [
            ["row-1", "2026-03-08T07:30:00Z"],
            ["row-2", "2026-11-01T05:30:59Z"],
            ["row-3", "2025-12-31T22:00:00Z"],
            ["row-4", "2026-01-01T00:00:01Z"],
            ["row-5", ""],
            ["row-6", ""],
            ["row-7", ""],
            ["row-8", ""],
            ["row-9", ""],
        ]
    );
    assert_eq!(
        not_read(&counts),
        [
            (6, "entered: `2026-01-01` isn't a date and time".to_owned()),
            (7, "entered: `1969-12-31T23:59:59Z` isn't a date and time from 1970 to 2099".to_owned()),
            (8, "entered: `2100-01-01T00:00:00Z` isn't a date and time from 1970 to 2099".to_owned()),
            (9, "entered: `soon` isn't a date and time".to_owned()),
        ]
    );
}

#[test]
fn a_cell_is_read_by_its_own_form_and_what_is_no_date_is_told() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let text = "id,entered,birthday,next_call\na,02/03/2026 09:00,3/2/1990,03/02/2026\nb,2026-03-02 09:00,,\n\
        c,31/02/2026 09:00,,\nd,02/03/2026,,\ne,02/03/1969 09:00,,\nf,,1990-02-03,\ng,,,tomorrow\n\
        h,2026-03-02T09:00,,\n";
    let path = file_in(&folder, text.as_bytes());
    let overrides = Overrides { date_format: DateFormat::parse("DD/MM/YYYY"), ..Overrides::default() };
    let file = ContactsFile::open(&path, campaign.target(), &overrides).expect("opens");
    let (people, counts) = read(&file, 1);
    let keys = ["id", "entered", "birthday", "next_call"];
    assert_eq!(campaign.cells(&people, 0, &keys), ["a", "2026-03-02T14:00:00Z", "1990-02-03", "2026-02-03T00:00"]);
    assert_eq!(campaign.cells(&people, 1, &keys[..2]), ["b", "2026-03-02T14:00:00Z"]);
    assert_eq!(campaign.cells(&people, 5, &["id", "birthday"]), ["f", "1990-02-03"]);
    assert_eq!(campaign.cells(&people, 7, &keys[..2]), ["h", "2026-03-02T14:00:00Z"]);
    let told = [
        (4, "entered: `31/02/2026 09:00` is a day that doesn't exist"),
        (5, "entered: `02/03/2026` isn't a date and time"),
        (6, "entered: `02/03/1969 09:00` isn't a date and time from 1970 to 2099"),
        (8, "next_call: `tomorrow` isn't a date and time"),
    ];
    assert_eq!(not_read(&counts), told.map(|(line, words)| (line, words.to_owned())));
    assert_eq!((counts.read, counts.rejected), (8, 0));
    // Who wants such rows rejected gets the same reasons.
    let strict = Overrides { strict: true, ..overrides };
    let file = ContactsFile::open(&path, campaign.target(), &strict).expect("opens");
    let (_, counts) = read(&file, 1);
    assert_eq!((counts.read, lines_of(&counts)), (4, vec![4, 5, 6, 8]));
    assert!(counts.rejects[3].reason.to_string().ends_with("`tomorrow` isn't a date and time"));
}

#[test]
fn every_row_and_every_cell_is_counted() {
    let campaign = Campaign::new();
    let text = "Contacts of Fern & Co\n\nid,email,birthday,email_status,extra\na,a@x.org,1990-02-03,,1\n,,,,\n\
        b,A@x.org; b@x.org,soon,maybe,2\n\na,c@x.org,,,\n,d@x.org,,,\nc,n/a,--05-12,confirmed,3,4\nd,none,--05-12\n\
        Total: 4,,,,\n";
    let folder = tempfile::tempdir().expect("a folder");
    let file = campaign.open(&file_in(&folder, text.as_bytes())).expect("opens");
    assert_eq!((file.header_line(), file.above()), (3, &[(1, "Contacts of Fern & Co".to_owned())][..]));
    let (people, counts) = read(&file, 2);
    assert_eq!((counts.read, counts.rejected, counts.passed_over), (3, 3, 2));
    assert_eq!(counts.report_lines, [(12, "Total: 4".to_owned())]);
    let said = ["line 4 is the same contact, `a`", "the id is empty", "6 cells, but the header has 5 columns"];
    let said = [8, 9, 10].into_iter().zip(said.map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(reasons(&counts), said);
    let sum = counts.cells.total();
    // Five rows were taken apart, in four columns that are used.
    assert_eq!((sum.total(), sum.not_read), (20, 2));
    assert_eq!(
        not_read(&counts),
        [
            (6, "birthday: `soon` isn't a date".to_owned()),
            (6, "email_status: `maybe` isn't a known word for consent: no email".to_owned()),
        ]
    );
    let keys = ["id", "email", "birthday", "email_status"];
    assert_eq!(campaign.cells(&people, 1, &keys), ["b", "A@x.org", "", "non_marketable"]);
    assert_eq!(campaign.cells(&people, 2, &keys), ["d", "", "--05-12", "unconfirmed"]);
}

#[test]
fn a_header_in_a_cell_is_no_header() {
    let campaign = Campaign::new();
    let inner = "Id;First Name;Last Name;Email;Phone;Fax;Company;City;State;Country";
    let text = format!("id,first_name,plan\na,Ann,\"{inner}\"\nb,Bo,\"\n{inner};;\n\"\n");
    let (people, counts) = campaign.read_bytes(text.as_bytes(), Cut::default(), 1);
    assert_eq!((people.len(), counts.rejected), (2, 0));
    assert_eq!(campaign.cells(&people, 0, &["id", "plan"]), ["a", inner]);
}

#[test]
fn addresses_are_an_identity_without_regard_to_case() {
    let campaign = Campaign::new();
    let text = "email,first_name\nAna@Example.com,Ana\nana@example.COM,Anna\n";
    let (people, counts) = campaign.read_bytes(text.as_bytes(), Cut::default(), 1);
    assert_eq!(people.len(), 1);
    assert_eq!(reasons(&counts), [(3, "line 2 is the same contact, `ana@example.COM`".to_owned())]);
}

#[test]
fn encodings_and_delimiters_come_to_the_same() {
    let campaign = Campaign::new();
    let text = "id,first_name,city\n1,Zoë,München\n2,José,\"São, Paulo\"\n";
    let utf16 = |mark: bool, big: bool| -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let mut marked = vec![0xEF, 0xBB, 0xBF];
    marked.extend_from_slice(text.as_bytes());
    let latin = text.chars().map(|c| c as u32 as u8).collect();
    let other = |sign: &str| {
        text.replace("\"São, Paulo\"", "São, Paulo@")
            .replace(',', sign)
            .replace(&format!("São{sign} Paulo@"), "\"São, Paulo\"")
    };
    let forms = [
        text.as_bytes().to_vec(),
        marked,
        latin,
        utf16(true, false),
        utf16(true, true),
        utf16(false, false),
        utf16(false, true),
        other(";").into_bytes(),
        other("\t").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        text.replace('\n', "\n\n\r\n").into_bytes(),
        text.trim_end().as_bytes().to_vec(),
    ];
    for form in forms {
        for cut in [Cut::default(), SMALL] {
            let (people, counts) = campaign.read_bytes(&form, cut, 2);
            assert_eq!(counts.read, 2, "{}", String::from_utf8_lossy(&form));
            let cells: Vec<_> = (0..2).map(|at| campaign.cells(&people, at, &["id", "first_name", "city"])).collect();
            assert_eq!(cells, [["1", "Zoë", "München"], ["2", "José", "São, Paulo"]]);
        }
    }
}

#[test]
fn one_byte_at_the_end_settles_the_encoding_of_all() {
    let campaign = Campaign::new();
    let mut bytes = "id,first_name\n".as_bytes().to_vec();
    for row in 0..50_000 {
        bytes.extend_from_slice(format!("{row},Zoë\n").as_bytes());
    }
    let (people, _) = campaign.read_bytes(&bytes, Cut::default(), 2);
    assert_eq!(campaign.cells(&people, 0, &["first_name"]), ["Zoë"]);
    bytes.extend_from_slice(b"last,Zo\xEB\n");
    let (people, counts) = campaign.read_bytes(&bytes, Cut::default(), 2);
    assert_eq!(campaign.cells(&people, 0, &["first_name"]), ["ZoÃ«"]);
    assert_eq!(campaign.cells(&people, 50_000, &["first_name"]), ["Zoë"]);
    assert_eq!(counts.read, 50_001);
}

#[test]
fn an_unclosed_quote_costs_its_line_only() {
    let campaign = Campaign::new();
    for cut in [Cut::default(), SMALL] {
        let open = "id,first_name\n1,Ann\n2,\"two\nlines\"\n3,\"open\n4,Dan\n5,Eve\n";
        let (people, counts) = campaign.read_bytes(open.as_bytes(), cut, 2);
        assert_eq!(reasons(&counts), [(5, "a quote is opened here and never closed".to_owned())]);
        let ids: Vec<_> = (0..people.len()).map(|at| campaign.cells(&people, at, &["id"]).remove(0)).collect();
        assert_eq!(ids, ["1", "2", "4", "5"]);
    }
}

#[test]
fn no_record_takes_memory_without_bound() {
    let campaign = Campaign::new();
    let long = "x".repeat(3000);
    let open_lines: String = (0..400).map(|row| format!("o{row},y\n")).collect();
    let text = format!(
        "id,first_name\na,{long}\nb,\"{long}\"\nc,Cy\nd,\"open\n{open_lines}e,\"closed\"\n\"{long}\n{long}\"\nf,F\n"
    );
    let cuts = [1usize, 7, 100, 4096, 1 << 20].map(|piece| Cut { piece, most_record: 1000 });
    let results: Vec<_> = cuts.map(|cut| campaign.read_bytes(text.as_bytes(), cut, 2)).into_iter().collect();
    for (people, counts) in &results {
        assert_eq!(counts, &results[0].1);
        assert_eq!(campaign.table(people), campaign.table(&results[0].0));
    }
    let counts = &results[0].1;
    let first: Vec<_> = reasons(counts).into_iter().take(3).collect();
    assert_eq!(first[0], (2, "the row is longer than 16 MB".to_owned()));
    assert_eq!(first[1], (3, "a quote is opened here and never closed".to_owned()));
    assert_eq!(first[2], (5, "a quote is opened here and never closed".to_owned()));
    let people = &results[0].0;
    let ids: Vec<_> = campaign.table(people).into_iter().map(|row| row[0].clone()).collect();
    assert!(ids.contains(&"c".to_owned()) && ids.contains(&"o0".to_owned()) && ids.contains(&"f".to_owned()));
}

#[test]
fn rows_that_are_no_text_are_left_out() {
    let campaign = Campaign::new();
    let mut bytes = b"\xEF\xBB\xBFid,first_name\n1,Ann\n2,B\xFFb\n3,C\0c\n4,Dan\n".to_vec();
    bytes.extend_from_slice(b"5,Eve and some more text\n");
    let (people, counts) = campaign.read_bytes(&bytes, Cut::default(), 1);
    assert_eq!(people.len(), 3);
    assert_eq!(counts.by_reason.get("not_text"), Some(&2));
    assert_eq!(lines_of(&counts), [3, 4]);
}

#[test]
fn repeated_ids_are_left_out_in_the_order_of_the_file() {
    let campaign = Campaign::new();
    let mut text = "id,birthday\nz,no date\nz,1990-01-01\n".to_owned();
    for row in 0..5000 {
        text.push_str(&format!("{},1990-01-{:02}\n", row % 1700, row % 40));
    }
    let cuts = [Cut { piece: 1, ..Cut::default() }, Cut { piece: 300, ..Cut::default() }, Cut::default()];
    let wanted = campaign.read_bytes(text.as_bytes(), Cut::default(), 1);
    assert_eq!(wanted.1.read + wanted.1.rejected, 5002);
    assert_eq!(wanted.1.rejects.len(), ReadCounts::MOST_REJECTS);
    assert!(wanted.1.rejects.is_sorted_by_key(|reject| reject.line));
    assert_eq!(campaign.cells(&wanted.0, 0, &["id", "birthday"]), ["z", ""]);
    for cut in cuts {
        for threads in [1, 2, 3, 8] {
            let (people, counts) = campaign.read_bytes(text.as_bytes(), cut, threads);
            assert_eq!(counts, wanted.1, "{cut:?}, {threads} threads");
            assert_eq!(campaign.table(&people), campaign.table(&wanted.0));
        }
    }
}

#[test]
fn ids_made_to_be_taken_for_each_other_are_all_read() {
    // These two ids have the same hash if the hash function has no random key.
    let ids = ["biencjifmdaefkgl!!\u{820}!¡", "lnibconnjjbinjpdw7}]!U?6"];
    let text = format!("id,birthday\n{},1990-01-01\n{},1990-01-02\n", ids[0], ids[1]);
    let (people, counts) = Campaign::new().read_bytes(text.as_bytes(), Cut::default(), 1);
    assert_eq!((people.len(), counts.rejected), (2, 0));
}

#[test]
fn blocks_know_their_places() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let text: String = (0..40_000).map(|row| format!("{}\n", row / 2)).collect();
    let file = campaign.open(&file_in(&folder, format!("id\n{text}").as_bytes())).expect("opens");
    let places = std::sync::Mutex::new(Vec::new());
    let most = AtomicU64::new(0);
    let counts = file
        .for_each_block(4, &|bytes| _ = most.fetch_max(bytes, Ordering::Relaxed), &AtomicBool::new(false), &|at| {
            places.lock().expect("no panic").push((at.number, at.first_place, at.block));
        })
        .expect("read");
    assert_eq!((counts.read, counts.rejected), (20_000, 20_000));
    assert_eq!(most.into_inner(), file.len_bytes());
    let mut places = places.into_inner().expect("no panic");
    places.sort_by_key(|place| place.0);
    let mut next = 0;
    for (number, (at, first_place, block)) in places.iter().enumerate() {
        assert_eq!((*at, *first_place), (number, next));
        assert_eq!(block.id(0), first_place.to_string());
        next += block.len();
    }
    assert_eq!(next, 20_000);
    let error = file.for_each_block(2, &|_| {}, &AtomicBool::new(true), &|_| {}).expect_err("interrupted");
    assert!(matches!(error, ContactsError::Interrupted));
}

#[test]
fn a_panic_in_what_is_done_with_a_block_leaves_nobody_waiting() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let text: String = (0..3000).map(|row| format!("{row}\n")).collect();
    let cut = Cut { piece: 100, ..Cut::default() };
    let path = file_in(&folder, format!("id\n{text}").as_bytes());
    let file = ContactsFile::open_cut(&path, campaign.target(), &Overrides::default(), cut).expect("opens");
    let panics = std::panic::catch_unwind(|| {
        let consume = |at: BlockAt| assert!(at.number != 20, "a panic that the test makes");
        file.for_each_block(4, &|_| {}, &AtomicBool::new(false), &consume)
    });
    assert!(panics.is_err());
}

#[test]
fn what_is_no_contacts_file_says_what_it_is() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let error = |bytes: &[u8]| campaign.open(&file_in(&folder, bytes)).expect_err("an error").to_string();
    for (bytes, words) in [
        (&b""[..], "empty"),
        (b"\n\r\n", "empty"),
        (b"\xEF\xBB\xBF", "empty"),
        (b"PK\x03\x04 and so on", "the file is damaged"),
        (b"\x00\x01\x02\x03\xFF\xFE\x00\x00\x07", "binary"),
        (b"c1,Ann,Lee\nc2,Bob,Ray\n", "no column name is known"),
        (b"id,first_name,id\n", "columns 1 and 3 are both called `id`"),
        (b"\nid,\"first_name\n", "line 2: a quote is opened"),
    ] {
        let said = error(bytes);
        assert!(said.contains(words) && said.contains("people.csv"), "{said}");
    }
    let missing = campaign.open(&folder.path().join("nobody.csv")).expect_err("missing");
    assert!(matches!(missing, ContactsError::Missing { .. }));
    let a_folder = campaign.open(folder.path()).expect_err("a folder");
    assert!(matches!(a_folder, ContactsError::Folder { .. }));
    let (people, counts) = campaign.read_bytes(b"id,email", Cut::default(), 1);
    assert!(people.is_empty() && counts == ReadCounts::default());
}

#[test]
fn many_columns_are_counted_and_not_kept() {
    let campaign = Campaign::new();
    let commas = ",".repeat(30_000);
    let (people, counts) =
        campaign.read_bytes(format!("id,plan\na{commas}\nb,\"x\"{commas}\nc,y\n").as_bytes(), Cut::default(), 1);
    assert_eq!(people.len(), 1);
    let said = reasons(&counts);
    assert_eq!(said[0], (2, "30001 cells, but the header has 2 columns".to_owned()));
    assert_eq!(said[1], (3, "30002 cells, but the header has 2 columns".to_owned()));
    let folder = tempfile::tempdir().expect("a folder");
    let error = campaign.open(&file_in(&folder, format!("id{commas}\n").as_bytes())).expect_err("wide");
    assert!(error.to_string().contains("10,000 columns"), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_read_like_a_file() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().is_ok_and(|status| status.success()));
    std::thread::scope(|scope| {
        scope.spawn(|| std::fs::write(&path, "id,plan\na,x\nb,y\n").expect("written"));
        let (people, counts) = campaign.read(&path);
        assert_eq!((people.len(), counts.read), (2, 2));
    });
}

#[test]
fn what_is_written_reads_back() {
    let campaign = Campaign::new();
    let text = "id,first_name,tags,birthday,next_call,entered,email_status,time_zone,score\n\
        '=1,\"a \"\"b\"\", c\",Customer;VIP,1990-02-03,2026-01-02T03:04,2026-01-01T00:00Z,hard_bounce,Asia/Tokyo,'-5\n\
        2,\"two\nlines\",,,,,,,\n";
    let (people, _) = campaign.read_bytes(text.as_bytes(), Cut::default(), 1);
    let mut out = Vec::new();
    write_contacts(&mut out, &campaign.layout, people.blocks()).expect("written");
    let (again, counts) = campaign.read_bytes(&out, Cut::default(), 1);
    assert_eq!(counts.rejected, 0, "{:?}", counts.rejects);
    assert_eq!(campaign.table(&again), campaign.table(&people));
    let written = String::from_utf8(out).expect("text");
    assert!(written.starts_with("id,first_name,last_name,email,email_status,"));
    assert!(written.contains("\n'=1,\"a \"\"b\"\", c\",") && written.ends_with(",\n"), "{written}");
}
