//! Contacts in spreadsheets and zips: the sheet that is read, its cells, and where what is told stands.

use std::path::PathBuf;

use dripline::contacts::block::Population;
use dripline::contacts::mapping::{Mapping, Overrides};
use dripline::storage::contacts_file::blocks::ReadCounts;
use dripline::storage::contacts_file::{ContactsFile, mapping_file};
use dripline::workbench::population::told;

use super::{Campaign, read};
use crate::books::Cell::{Date, Empty, Formula, Moment, Number, Text, Yes};
use crate::books::{Cell, Sheet, XlsCell, ods, ods_table, raw_xlsx, xls, xlsx, xlsx_with, zip, zip_of_texts};

struct Dropped {
    campaign: Campaign,
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Dropped {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        Self { campaign: Campaign::new(), _folder: folder, path }
    }

    fn open(&self, sheet: Option<&str>) -> Result<ContactsFile, String> {
        let overrides = Overrides { sheet: sheet.map(str::to_owned), ..Overrides::default() };
        ContactsFile::open(&self.path, self.campaign.target(), &overrides).map_err(|error| error.to_string())
    }

    fn read(&self, sheet: Option<&str>) -> (ContactsFile, Population, ReadCounts) {
        let file = self.open(sheet).unwrap_or_else(|error| panic!("{error}"));
        let (people, counts) = read(&file, 2);
        (file, people, counts)
    }

    /// The ids of all contacts.
    fn ids(&self, sheet: Option<&str>) -> Vec<String> {
        let (_, people, _) = self.read(sheet);
        (0..people.len()).map(|place| self.campaign.cells(&people, place, &["id"]).remove(0)).collect()
    }
}

/// Everything that is told of a file, warnings with a `!`.
fn told(file: &ContactsFile, counts: &ReadCounts) -> Vec<String> {
    let all = told::of_file(file).into_iter().chain(told::of_counts(counts, file.header(), file.row_kind()));
    all.flat_map(|told| {
        let words = format!("{}{}", if told.is_warning { "!" } else { "" }, told.words);
        std::iter::once(words).chain(told.details)
    })
    .collect()
}

const HEADER: &[Cell] = &[Text("Email"), Text("First name"), Text("Birthday"), Text("Next call"), Text("Score")];

#[test]
fn cells_keep_their_types_and_rows_their_places() {
    let rows: &[&[Cell]] = &[
        &[Text("Our contacts, spring")],
        &[],
        HEADER,
        &[Text("iris@example.com"), Text("Iris"), Date(1990, 5, 22), Moment(2026, 3, 5, 14, 30), Number(33015.0)],
        &[],
        &[Text("jon@example.com"), Formula("Jon"), Text("22/05/1988"), Text("soon"), Number(0.1 + 0.2)],
        &[Text("kim@example.com"), Formula("#N/A"), Number(33015.0), Empty, Text("many")],
        &[Text("Total: 3")],
    ];
    let dropped = Dropped::new("list.xlsx", &xlsx(&[("Contacts", false, rows)]));
    let (file, people, counts) = dropped.read(None);
    let cells = |place| dropped.campaign.cells(&people, place, &["first_name", "birthday", "next_call", "score"]);
    assert_eq!(cells(0), ["Iris", "1990-05-22", "2026-03-05T14:30", "33015"]);
    assert_eq!(cells(1), ["Jon", "1988-05-22", "", "0.3"]);
    assert_eq!(cells(2), ["", "1990-05-22", "", ""]);
    assert_eq!((counts.read, counts.rejected, counts.passed_over), (3, 0, 1));
    let said = told(&file, &counts);
    for wanted in [
        "the columns are named in row 3; row 1, “Our contacts, spring” above it isn't read",
        "row 6, column D “Next call”: “soon” isn't a date and time",
        "row 7, column B “First name”: “#N/A” is an error of the spreadsheet",
        "row 7, column E “Score”: “many” isn't a number",
        "row 8: “Total: 3”, a line of the report",
    ] {
        assert!(said.iter().any(|words| words == wanted), "{wanted}: {said:#?}");
    }
}

#[test]
fn a_workbook_counts_days_from_1900_or_1904() {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>email</v></c><c r="B1" t="str"><v>birthday</v></c></row>
        <row r="2"><c r="A2" t="str"><v>a@x.com</v></c><c r="B2" s="1"><v>31553</v></c></row></sheetData></worksheet>"#;
    for (properties, day) in [("", "1986-05-21"), (r#"<workbookPr date1904="1"/>"#, "1990-05-22")] {
        let dropped = Dropped::new("a.xlsx", &xlsx_with(properties, "<sst/>", sheet));
        let (_, people, _) = dropped.read(None);
        assert_eq!(dropped.campaign.cells(&people, 0, &["birthday"]), [day]);
    }
}

#[test]
fn old_and_open_spreadsheets_are_read() {
    let header: &[XlsCell] = &["email", "first_name", "birthday", "score", "email_status"].map(XlsCell::Text);
    let row = [
        XlsCell::Text("a@x.com"),
        XlsCell::Text("Bü"),
        XlsCell::Number(33015.0, true),
        XlsCell::Number(1.5, false),
        XlsCell::Error(0x2A),
    ];
    let dropped = Dropped::new("list.xls", &xls(&[header, &row]));
    let (file, people, counts) = dropped.read(None);
    let keys = ["first_name", "birthday", "score", "email_status"];
    assert_eq!(dropped.campaign.cells(&people, 0, &keys), ["Bü", "1990-05-22", "1.5", "non_marketable"]);
    assert!(told(&file, &counts).iter().any(|words| words.starts_with("row 2, column E “email_status”: “#N/A”")));

    let hidden = ods_table("H", &[&["email", "id"], &["no@x.com", "no"]]);
    let hidden = hidden.replacen("table:name=\"H\"", "table:name=\"H\" table:style-name=\"h\"", 1);
    let table = r#"<table:table table:name="C"><table:table-row table:number-rows-repeated="2"><table:table-cell
        table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>email</text:p></table:table-cell><table:table-cell
        office:value-type="string"><text:p>first_name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>birthday</text:p></table:table-cell><table:table-cell
        office:value-type="string"><text:p>score</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a
        comment</text:p></office:annotation><text:p>a@x.com</text:p></table:table-cell><table:table-cell
        office:value-type="string"><text:p>A&amp;B</text:p></table:table-cell><table:table-cell office:value-type="date"
        office:date-value="1990-05-22"/><table:table-cell office:value-type="float" office:value="1.50"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>"#;
    let dropped = Dropped::new("list.ods", &ods(&(hidden + table)));
    let (file, people, _) = dropped.read(None);
    assert_eq!(dropped.campaign.cells(&people, 0, &["first_name", "birthday", "score"]), ["A&B", "1990-05-22", "1.5"]);
    assert_eq!(file.header_line(), 3);
}

#[test]
fn the_ending_of_a_name_doesnt_matter() {
    let book = xlsx(&[("A", false, &[&[Text("id"), Text("email")], &[Text("a"), Text("a@x.com")]])]);
    let text = b"id,email\na,a@x.com\n".to_vec();
    for (name, bytes) in [("a.csv", &book), ("a", &book), ("a.zip", &book), ("a.xlsx", &text), ("a.xls", &text)] {
        assert_eq!(Dropped::new(name, bytes).ids(None), ["a"], "{name}");
    }
}

const PEOPLE: &[&[Cell]] = &[&[Text("id"), Text("email")], &[Text("people"), Text("a@x.com")]];
const OLD: &[&[Cell]] = &[&[Text("id"), Text("email")], &[Text("old"), Text("b@x.com")]];
const SUMS: &[&[Cell]] = &[&[Text("Month"), Text("Sum")], &[Text("May"), Number(3.0)]];
const BY_STATE: &[&[Cell]] = &[&[Text("State"), Text("Country")], &[Text("MA"), Text("US")]];

#[test]
fn of_several_sheets_the_first_with_contacts_is_read_and_that_is_said() {
    let sheets: &[Sheet<'_>] =
        &[("Sums", false, SUMS), ("Secret", true, PEOPLE), ("List", false, PEOPLE), ("Last year", false, OLD)];
    let dropped = Dropped::new("list.xlsx", &xlsx(sheets));
    let (file, _, counts) = dropped.read(None);
    assert_eq!(dropped.ids(None), ["people"]);
    assert_eq!(
        told(&file, &counts),
        ["the sheet “List” is read, the first that looks like contacts; not read: “Sums”, “Secret” and “Last year”"]
    );
    assert_eq!(dropped.ids(Some("last YEAR")), ["old"]);
    assert_eq!(dropped.ids(Some("Secret")), ["people"]);
    let said = dropped.open(Some("Nobody")).expect_err("no such sheet");
    assert!(said.ends_with(r#"there is no sheet "Nobody". Sheets: "Sums", "Secret", "List", "Last year""#), "{said}");
    let said = dropped.open(Some("Sums")).expect_err("no contacts");
    assert!(said.contains("sheet “Sums”, row 1: no column name is known"), "{said}");

    let states = Dropped::new("list.xlsx", &xlsx(&[("States", false, BY_STATE), ("List", false, PEOPLE)]));
    assert_eq!(states.ids(None), ["people"], "who has addresses goes before");

    let none = Dropped::new("list.xlsx", &xlsx(&[("Sums", false, SUMS), ("More", false, SUMS)]));
    let said = none.open(None).expect_err("a question");
    assert!(
        said.ends_with(r#"several sheets hold data, and none looks like contacts. Sheets: "Sums", "More""#),
        "{said}"
    );
    let empty = Dropped::new("list.xlsx", &xlsx(&[("Empty", false, &[]), ("Secret", true, PEOPLE)]));
    assert!(empty.open(None).expect_err("no data").contains("no sheet holds data"));
}

#[test]
fn the_sheet_is_kept_with_the_mapping() {
    let sheets: &[Sheet<'_>] = &[("List", false, PEOPLE), ("Last year", false, OLD)];
    let dropped = Dropped::new("list.xlsx", &xlsx(sheets));
    let (file, ..) = dropped.read(Some("Last year"));
    assert!(file.leaves_to_save(true));
    mapping_file::save(&dropped.path, file.mapping()).expect("saved");
    assert_eq!(dropped.ids(None), ["old"], "kept");
    assert_eq!(dropped.ids(Some("List")), ["people"], "asked for");
    assert_eq!(dropped.ids(Some("")), ["people"], "chosen anew");
    std::fs::write(&dropped.path, xlsx(&[("List", false, PEOPLE)])).expect("written");
    let (file, _, counts) = dropped.read(None);
    let lost = "!list.mapping.ron isn't used: it reads “Last year”, which this file doesn't have";
    assert_eq!(told(&file, &counts), [lost]);
    let other = Mapping { sheet: Some("Last year".to_owned()), ..file.mapping().clone() };
    mapping_file::save(&dropped.path, &other).expect("saved");
    std::fs::write(&dropped.path, b"id,email\na,a@x.com\n").expect("written");
    assert_eq!(dropped.ids(None), ["a"], "a text has no sheets");
}

/// An export of Mailchimp's: whoever has said no stands in files of their own.
fn mailchimp() -> Vec<u8> {
    zip_of_texts(&[
        (
            "subscribed_email_audience_export_1.csv",
            "\u{FEFF}Email Address,First Name,TAGS\nann@x.org,Ann,\"\"\"a\"\",\"\"b\"\"\"\nbob@x.org,Bob,\n",
        ),
        (
            "unsubscribed_email_audience_export_1.csv",
            "Email Address,First Name,UNSUB_TIME,TAGS\nBob@x.org,Bob,2026-01-01 10:00:00,\n",
        ),
        ("cleaned_email_audience_export_1.csv", "Email Address,First Name,CLEAN_TIME,TAGS\ndee@x.org,Dee,,\n"),
        ("nonsubscribed_email_audience_export_1.csv", "Email Address,First Name\ncy@x.org,Cy\n"),
        ("__MACOSX/._x.csv", "rubbish"),
        ("notes.txt", "hello"),
    ])
}

#[test]
fn the_lists_of_a_zip_are_one_and_who_said_no_gets_no_email() {
    let dropped = Dropped::new("audience.zip", &mailchimp());
    let (file, people, counts) = dropped.read(None);
    let rows: Vec<Vec<String>> =
        (0..people.len()).map(|at| dropped.campaign.cells(&people, at, &["id", "email_status"])).collect();
    assert_eq!(
        rows,
        [
            ["dee@x.org", "hard_bounce"],
            ["Bob@x.org", "unsubscribed"],
            ["cy@x.org", "non_marketable"],
            ["ann@x.org", "confirmed"]
        ]
    );
    assert_eq!((counts.read, counts.rejected), (4, 1));
    let said = told(&file, &counts);
    let wanted = "line 3 of “subscribed_email_audience_export_1.csv”: line 2 of \
                  “unsubscribed_email_audience_export_1.csv” is the same contact, `bob@x.org`";
    assert!(said.iter().any(|words| words == wanted), "{said:#?}");
    assert!(said[0].contains("are read as one list, each contact with the status that the name of its file says"));
    assert!(said[0].ends_with("; not read: “notes.txt”"), "{said:#?}");
    // One of the lists alone has its status, too.
    let (_, people, _) = dropped.read(Some("cleaned_email_audience_export_1.csv"));
    assert_eq!(dropped.campaign.cells(&people, 0, &["id", "email_status"]), ["dee@x.org", "hard_bounce"]);
    let (file, _, counts) = dropped.read(Some("subscribed_email_audience_export_1.csv"));
    let said = told(&file, &counts);
    assert!(said[0].starts_with("!") && said[0].contains("who said no, may get email"), "{said:#?}");
}

#[test]
fn a_zip_of_any_program_is_read() {
    let book = xlsx(&[("Sums", false, SUMS), ("List", false, PEOPLE)]);
    let one = zip_of_texts(&[("folder/people.csv", "id;email\ncsv;a@b.c\n"), ("readme.md", "x")]);
    assert_eq!(Dropped::new("a.zip", &one).ids(None), ["csv"]);
    assert_eq!(Dropped::new("a.zip", &zip(&[("in.xlsx", &book)])).ids(None), ["people"]);
    let parts: [(&str, &[u8]); 4] = [
        ("sums.csv", b"month,sum\nMay,3\n"),
        ("/etc/../people.csv", b"id,email\ncsv,a@b.c\n"),
        ("in.xlsx", &book),
        ("opt-outs.csv", b"id,email\nno,a@b.c\n"),
    ];
    let several = Dropped::new("a.zip", &zip(&parts));
    let (file, _, counts) = several.read(None);
    assert_eq!(several.ids(None), ["csv"]);
    assert_eq!(
        told(&file, &counts),
        [
            "!“opt-outs.csv” in the zip isn't read: contacts in it, who said no, may get email if they are in \
             “/etc/../people.csv” too",
            "the file “/etc/../people.csv” is read, the first that looks like contacts; not read: “sums.csv” and “in.xlsx”"
        ]
    );
    for (name, id) in [("people.csv", "csv"), ("in.xlsx", "people"), ("in.xlsx/List", "people"), ("OPT-OUTS.csv", "no")]
    {
        assert_eq!(several.ids(Some(name)), [id], "{name}");
    }
    let books = zip(&[("sums.csv", b"month,sum\nMay,3\n".as_slice()), ("in.xlsx", &book)]);
    assert_eq!(Dropped::new("a.zip", &books).ids(None), ["people"], "no text looks like contacts");
}

#[test]
fn a_formula_without_a_result_and_an_error_never_allow_email() {
    let cell = |place: &str, rest: &str| format!(r#"<c r="{place}" {rest}</c>"#);
    let text = |place: &str, text: &str| cell(place, &format!(r#"t="str"><v>{text}</v>"#));
    let rows = [
        text("A1", "email") + &text("B1", "email_status"),
        text("A2", "a@x.com") + &cell("B2", "><f>VLOOKUP()</f>"),
        text("A3", "b@x.com") + &cell("B3", r#"t="e"><v>#REF!</v>"#),
        text("A4", "c@x.com") + &cell("B4", r#"t="e"><v>#N/A</v>"#),
        text("A5", "d@x.com") + &text("B5", "confirmed"),
    ];
    let rows = rows.map(|cells| format!("<row>{cells}</row>")).concat();
    let book = raw_xlsx("<sst/>", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    let dropped = Dropped::new("a.xlsx", &book);
    let (_, people, counts) = dropped.read(None);
    let statuses: Vec<String> =
        (0..4).map(|place| dropped.campaign.cells(&people, place, &["email_status"]).remove(0)).collect();
    assert_eq!(statuses, ["non_marketable", "non_marketable", "non_marketable", "confirmed"]);
    assert_eq!(counts.cells.total().not_read, 3);
}

#[test]
fn calamine_reads_the_same_cells() {
    use calamine::{Data, Reader};
    let rows: &[&[Cell]] = &[
        HEADER,
        &[Text("i@x.com"), Text("I"), Date(1990, 5, 22), Moment(2026, 3, 5, 14, 30), Number(33015.0)],
        &[Text("j@x.com"), Formula("J"), Empty, Empty, Number(-1.25)],
        &[Text("k@x.com"), Yes(true), Empty, Empty, Number(0.5)],
    ];
    let header: &[XlsCell] = &["email", "first_name", "score"].map(XlsCell::Text);
    let row = [XlsCell::Text("a@x.com"), XlsCell::Text("Bü"), XlsCell::Number(1.5, false)];
    let table = ods_table("C", &[&["email", "first_name"], &["a@x.com", "A"]]);
    let mut compared = 0;
    for (bytes, keys) in [
        (xlsx(&[("C", false, rows)]), &["email", "first_name", "score"][..]),
        (xls(&[header, &row]), &["email", "first_name", "score"]),
        (ods(&table), &["email", "first_name"]),
    ] {
        let mut book = calamine::open_workbook_auto_from_rs(std::io::Cursor::new(bytes.clone())).expect("a workbook");
        let range = book.worksheet_range("C").expect("a sheet");
        let dropped = Dropped::new("a.bin", &bytes);
        let (file, people, _) = dropped.read(None);
        for (place, cells) in range.rows().skip(1).enumerate() {
            for key in keys {
                let column = file.mapping().columns.iter().find(|used| used.field == *key).expect("a column");
                let at = file.header().iter().position(|name| *name == column.column).expect("its place");
                let theirs = match &cells[at] {
                    Data::Empty => String::new(),
                    other => other.to_string(),
                };
                assert_eq!(dropped.campaign.cells(&people, place, &[*key]), [theirs]);
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 3 * 3 + 3 + 2);
}

/// Writes the seed of the fuzzers that no editor can write: `cargo test write_the_seed -- --ignored`.
#[test]
#[ignore = "changes a file of the project"]
fn write_the_seed() {
    let header: &[XlsCell] = &["email", "birthday", "score"].map(XlsCell::Text);
    let row = [XlsCell::Text("a@x.com"), XlsCell::Number(33015.0, true), XlsCell::Error(0x2A)];
    std::fs::write("tests/fuzz/seeds/old.xls", xls(&[header, &row])).expect("written");
}
