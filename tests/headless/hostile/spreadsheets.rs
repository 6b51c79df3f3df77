//! Hostile spreadsheets and zips: each ends in a sentence within two seconds, and takes little memory.

use std::time::{Duration, Instant};

use crate::books::{self, Cell, XlsCell, compound, ods, ods_table, raw_xlsx, xls, zip, zip_of_texts};
use crate::contacts::{Campaign, file_in, read};

/// The longest that a file may take. Builds without optimization, on a machine that does other things, take a multiple.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

const ROW: &str = r#"<row><c t="str"><v>id</v></c><c t="str"><v>email</v></c></row>"#;

fn sheet(rows: &str) -> Vec<u8> {
    raw_xlsx("<sst/>", &format!("<worksheet><sheetData>{ROW}{rows}</sheetData></worksheet>"))
}

/// The sentence that opening and reading a file ends in; `read` if it is read.
fn said(campaign: &Campaign, folder: &tempfile::TempDir, bytes: &[u8]) -> String {
    match campaign.open(&file_in(folder, bytes)) {
        Ok(file) => {
            let (people, counts) = read(&file, 1);
            assert_eq!(people.len() as u64, counts.read);
            format!("{} read", counts.read)
        }
        Err(error) => error.to_string(),
    }
}

/// The largest memory that this process ever had, in bytes; nothing where the system doesn't say.
fn largest_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) << 10
}

#[test]
fn each_ends_in_a_sentence() {
    let many = |part: &str, times: usize| part.repeat(times);
    let shared =
        r#"<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData></worksheet>"#;
    let names = "<si><t>id</t></si><si><t>email</t></si>";
    let texts = format!("<sst>{}</sst>", many("<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>", 5 << 20));
    let long = raw_xlsx(
        &format!("<sst><si><t>{}</t></si></sst>", many("a", 32_000)),
        &format!(
            "<worksheet><sheetData>{}</sheetData></worksheet>",
            many(&format!("<row>{}</row>", many(r#"<c t="s"><v>0</v></c>"#, 100)), 2000)
        ),
    );
    let repeated = |rows: &str, columns: &str| {
        ods(&ods_table("A", &[&["a"]])
            .replace("<table:table-row>", &format!("<table:table-row table:number-rows-repeated=\"{rows}\">"))
            .replace("<table:table-cell ", &format!("<table:table-cell table:number-columns-repeated=\"{columns}\" ")))
    };
    let cut = r#"<table:table table:name="A"><table:table-row></table:table-row>"#;
    let encrypted = zip_of_texts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"),
        ("content.xml", "rubbish"),
    ]);
    let twice = zip(&[("a.xlsx", &sheet(&many("<a></a>", 16 << 20))), ("b.csv", b"month\nMay\n")]);
    let inner = zip_of_texts(&[("a.csv", "id,email\na,b@c.d\n")]);
    let cases: [(&str, Vec<u8>, &str); 30] = [
        ("a zip bomb", sheet(&many("<a></a>", 16 << 20)), "100 times"),
        ("a zip bomb packed twice", twice, "100 times"),
        ("a bomb of texts", raw_xlsx(&texts, shared), "100 times"),
        ("a bomb of a text in a zip", zip(&[("a.csv", many("a@b.c,", 32 << 20).as_bytes())]), "100 times"),
        ("a text many times", long, "200 times"),
        ("a count of texts", raw_xlsx(&format!(r#"<sst uniqueCount="9999999999">{names}</sst>"#), shared), "0 read"),
        ("a million columns", sheet(&format!("<row>{}</row>", many("<c><v>1</v></c>", 1_000_000))), "10,000 columns"),
        ("a billion rows", sheet(r#"<row r="1000000000"><c><v>1</v></c></row>"#), "1,048,576 rows"),
        ("a cell far away", sheet(r#"<row r="4000000000"><c r="ZZZZZ4000000000"><v>1</v></c></row>"#), "place"),
        (
            "a size that is a lie",
            raw_xlsx(
                "<sst/>",
                &format!(r#"<worksheet><dimension ref="A1:XFD9999999999"/><sheetData>{ROW}</sheetData></worksheet>"#),
            ),
            "0 read",
        ),
        ("nested without end", sheet(&many("<a>", 1_000_000)), "nested too deeply"),
        ("an endless attribute", sheet(&format!("<row r=\"{}\">", many("1 ", 20 << 20))), "more than 2 MB"),
        ("an endless cell", sheet(&format!("<row><c t=\"str\"><v>{}</v></c></row>", many("a&amp;", 4 << 20))), "1 MB"),
        ("entities", raw_xlsx("<!DOCTYPE a [<!ENTITY b \"b\">]><sst/>", shared), "DOCTYPE"),
        ("no text of that number", sheet(r#"<row><c t="s"><v>7</v></c></row>"#), "lacks the text of a cell"),
        ("an .xlsx that is cut off", books::xlsx(&[("A", false, &[&[Cell::Text("id")]])])[..900].to_vec(), "damaged"),
        (
            "an .ods that is cut off",
            zip_of_texts(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", cut)]),
            "ends early",
        ),
        ("a row repeated", repeated("99000000", "9999"), "1,048,576 rows"),
        ("cells repeated", repeated("1000000", "9999"), "100 million cells"),
        ("columns repeated", repeated("1", "4000000000"), "10,000 columns"),
        ("an .xls that is cut off", xls(&[&[XlsCell::Text("email")]])[..1200].to_vec(), "damaged"),
        ("a password of Excel", compound("EncryptedPackage", b"x"), "this file has a password"),
        ("a password of LibreOffice", encrypted, "this file has a password"),
        ("a zip in a zip", zip(&[("a.xlsx", &inner)]), "a zip in a zip"),
        ("a zip without a table", zip_of_texts(&[("a.png", "x")]), "a zip without a CSV file or spreadsheet"),
        ("a Word document", compound("WordDocument", b"x"), "a Word document"),
        ("a spreadsheet of Numbers", zip_of_texts(&[("Index/Document.iwa", "x")]), "a spreadsheet of Numbers"),
        ("a web page", b"\n <HTML><table><tr><td>email</td></tr></table>".to_vec(), "this is a web page"),
        ("a PDF", b"%PDF-1.7".to_vec(), "this is a PDF"),
        ("a picture", b"\x89PNG\r\n".to_vec(), "this is a picture (.png)"),
    ];
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    let before = largest_memory();
    for (name, bytes, wanted) in cases {
        let start = Instant::now();
        let said = said(&campaign, &folder, &bytes);
        let took = start.elapsed();
        println!("{name}: {took:?}, {} bytes: {said}", bytes.len());
        assert!(said.contains(wanted) && said.lines().count() == 1 && said.len() < 2_000, "{name}: {said}");
        assert!(took < LONGEST, "{name} took {took:?}");
    }
    // The inputs themselves take 300 MB.
    let grown = largest_memory().saturating_sub(before);
    assert!(grown < 600 << 20, "{} MB", grown >> 20);
}

/// A workbook of each kind, with three contacts.
fn workbooks() -> Vec<Vec<u8>> {
    use Cell::Text;
    let rows: &[&[Cell]] =
        &[&[Text("id"), Text("email")], &[Text("a"), Text("a@x.com")], &[Text("b"), Text("b@x.com")], &[Text("c")]];
    let old = |a, b| [XlsCell::Text(a), XlsCell::Text(b)];
    let old: [&[XlsCell]; 3] = [&old("id", "email"), &old("a", "a@x.com"), &old("b", "b@x.com")];
    vec![
        books::xlsx(&[("A", false, rows)]),
        xls(&old),
        ods(&ods_table("A", &[&["id", "email"], &["a", "a@x.com"]])),
        zip_of_texts(&[("subscribed_a.csv", "Email Address,TAGS\na@x.com,\n"), ("cleaned_a.csv", "Email Address\n")]),
    ]
}

#[test]
fn cut_off_anywhere_and_with_flipped_bits() {
    let (campaign, folder) = (Campaign::new(), tempfile::tempdir().expect("a folder"));
    for bytes in workbooks() {
        assert!(said(&campaign, &folder, &bytes).ends_with(" read"));
        let step = bytes.len() / 150 + 1;
        for at in (0..bytes.len()).step_by(step) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 8);
            for changed in [&bytes[..at], &flipped] {
                let said = said(&campaign, &folder, changed);
                assert!(said.len() < 2_000 && said.lines().count() == 1, "{said}");
            }
        }
    }
}
