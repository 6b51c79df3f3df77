//! Properties of reading that hold for every file.

use super::Campaign;
use dripline::contacts::dates::date_format::DateFormat;
use dripline::contacts::mapping::Overrides;
use dripline::contacts::reject::Reject;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::blocks::RejectedRow;
use dripline::storage::contacts_file::pieces::Cut;
use dripline::storage::contacts_file::records::{Scan, plain_cells, quoted_cells, scan};
use proptest::prelude::*;

/// Records as the csv crate reads them.
fn by_the_csv_crate(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("text"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn by_ours(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let (mut records, mut at) = (Vec::new(), 0);
    let (mut cells, mut ends) = (String::new(), Vec::new());
    while at < text.len() {
        if b"\r\n".contains(&text.as_bytes()[at]) {
            at += 1;
            continue;
        }
        let end = match scan(text.as_bytes(), at, delimiter) {
            Scan::Record { end, .. } => end,
            Scan::Open { .. } => text.len(),
        };
        quoted_cells(&text[at..end], delimiter, usize::MAX, &mut cells, &mut ends);
        let quoted =
            matches!(scan(text.as_bytes(), at, delimiter), Scan::Record { quoted: true, .. } | Scan::Open { .. });
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let record: Vec<String> = starts.zip(&ends).map(|(start, &end)| cells[start..end].to_owned()).collect();
        if !quoted {
            let mut plain = Vec::new();
            assert_eq!(plain_cells(&text[at..end], delimiter, usize::MAX, &mut plain), record.len());
            assert_eq!(plain, record);
        }
        records.push(record);
        at = end;
    }
    records
}

/// The columns of a vendor's export, one of each kind of value.
const COLUMNS: [&str; 9] =
    ["Email Address", "First Name", "Birthday", "Time Zone", "Email Status", "Opt Out", "Tags", "score", "entered"];

/// A cell: any text, or one that is nearly a value.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r#"[ -~\r\n\té€]{0,12}"#,
        r"[0-9]{1,5}[-/. ][0-9]{1,4}[-/. ][0-9]{0,4}( [0-9:]{0,8})?",
        r"(UTC|GMT|EST|Europe/|\(GMT)?[-+]?[0-9]{0,3}:?[0-9]{0,2}",
        r"(yes|no|opted|subscribed|confirmed|n/a|-)[ a-z]{0,4}",
        r"[a-c]@[a-c]\.(com|de)(, [a-c]@x\.com)?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quotes_mean_what_they_mean_to_the_csv_crate(text in r#"[a"",;\r\né ]{0,60}"#, semicolon: bool) {
        let delimiter = if semicolon { b';' } else { b',' };
        prop_assert_eq!(by_ours(&text, delimiter), by_the_csv_crate(&text, delimiter));
    }

    #[test]
    fn any_table_reads_back(
        rows in prop::collection::vec(prop::collection::vec(r#"[a-c",;'=\n\r\té]{0,9}"#, 3), 1..20),
        piece in 1usize..200,
        threads in 1usize..4,
    ) {
        let campaign = Campaign::new();
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(["id", "first_name", "company", "plan"]).expect("written");
        for (number, row) in rows.iter().enumerate() {
            let cells = row.iter().map(|cell| dripline::contacts::guard::guarded(cell).into_owned());
            csv.write_record(std::iter::once(number.to_string()).chain(cells)).expect("written");
        }
        let bytes = csv.into_inner().expect("flushed");
        let (people, counts) = campaign.read_bytes(&bytes, Cut { piece, ..Cut::default() }, threads);
        prop_assert_eq!(counts.rejected, 0, "{:?}", counts.rejects);
        for (number, row) in rows.iter().enumerate() {
            let cells = campaign.cells(&people, number, &["first_name", "company", "plan"]);
            prop_assert_eq!(&cells, row);
        }
    }

    #[test]
    fn no_file_depends_on_pieces_or_threads(
        body in r#"[ab"",\r\né]{0,300}"#, piece in 1usize..64, most_record in 12usize..64, threads in 1usize..4,
    ) {
        let campaign = Campaign::new();
        let bytes = format!("id,email\n{body}").into_bytes();
        let (wanted, wanted_counts) = campaign.read_bytes(&bytes, Cut { piece: 1 << 20, most_record }, 1);
        let (people, counts) = campaign.read_bytes(&bytes, Cut { piece, most_record }, threads);
        prop_assert_eq!(counts, wanted_counts);
        prop_assert_eq!(campaign.table(&people), campaign.table(&wanted));
    }

    #[test]
    fn no_cell_of_any_text_loses_a_row(
        rows in prop::collection::vec(prop::collection::vec(cell(), COLUMNS.len()), 1..30),
        piece in 1usize..400,
        threads in 1usize..4,
    ) {
        let campaign = Campaign::new();
        let folder = tempfile::tempdir().expect("a folder");
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(COLUMNS).expect("written");
        rows.iter().for_each(|row| csv.write_record(row).expect("written"));
        let path = super::file_in(&folder, &csv.into_inner().expect("flushed"));
        let overrides = Overrides {
            date_format: DateFormat::parse("DD/MM/YYYY"),
            tag_separator: Some(";".to_owned()),
            ..Overrides::default()
        };
        let file = ContactsFile::open_cut(&path, campaign.target(), &overrides, Cut { piece, ..Cut::default() });
        let file = file.unwrap_or_else(|error| panic!("{error}"));
        let (people, counts) = super::read(&file, threads);
        prop_assert_eq!(people.len() as u64, counts.read);
        prop_assert_eq!(counts.read + counts.rejected + counts.passed_over, rows.len() as u64);
        // A row is left out only for its identity.
        let is_repeat = |row: &RejectedRow| matches!(row.reason, Reject::Repeats { .. });
        let by_identity = counts.rejects.iter().filter(|row| is_repeat(row)).count() as u64;
        prop_assert_eq!(by_identity, counts.rejected, "{:?}", counts.rejects);
        let taken = counts.read + counts.rejected;
        for (at, cells) in counts.cells.columns.iter().enumerate() {
            let used = file.mapping().columns.iter().any(|used| used.column == COLUMNS[at]);
            prop_assert_eq!(cells.total(), if used { taken } else { 0 }, "{}", COLUMNS[at]);
        }
        let listed = counts.cells.not_read.len() as u64;
        prop_assert_eq!(listed, counts.cells.total_not_read());
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), header: bool) {
        let campaign = Campaign::new();
        let folder = tempfile::tempdir().expect("a folder");
        let bytes = if header { [b"id,birthday,entered,tags\n".as_slice(), &bytes].concat() } else { bytes };
        if let Ok(file) = campaign.open(&super::file_in(&folder, &bytes)) {
            super::read(&file, 2);
        }
    }
}
