//! Spreadsheets and zips made for tests, also such that no program writes.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

/// A zip of these files.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method =
            if *name == "mimetype" { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).expect("a file");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A zip of these texts.
pub fn zip_of_texts(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zip(&parts)
}

/// A workbook with one sheet of this XML.
pub fn raw_xlsx(strings: &str, sheet: &str) -> Vec<u8> {
    xlsx_with("", strings, sheet)
}

/// A workbook with one sheet of this XML, and properties such as `<workbookPr date1904="1"/>`.
pub fn xlsx_with(properties: &str, strings: &str, sheet: &str) -> Vec<u8> {
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let book = format!(r#"<workbook>{properties}<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#);
    zip_of_texts(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", &book),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", strings),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A cell of a sheet.
#[derive(Clone, Copy)]
pub enum Cell {
    Text(&'static str),
    Number(f64),
    Date(u16, u8, u8),
    Moment(u16, u8, u8, u16, u8),
    Yes(bool),
    /// A formula with its result.
    Formula(&'static str),
    Empty,
}

/// A sheet: its name, whether it is hidden, and its rows.
pub type Sheet<'a> = (&'a str, bool, &'a [&'a [Cell]]);

/// A workbook of Excel.
pub fn xlsx(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for (name, hidden, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name").set_hidden(*hidden);
        for (row, cells) in (0u32..).zip(*rows) {
            for (column, cell) in (0u16..).zip(*cells) {
                let day = |year, month, day| ExcelDateTime::from_ymd(year, month, day).expect("a day");
                match *cell {
                    Cell::Text(text) => _ = sheet.write(row, column, text).expect("written"),
                    Cell::Number(number) => _ = sheet.write(row, column, number).expect("written"),
                    Cell::Date(y, m, d) => {
                        _ = sheet.write_with_format(row, column, day(y, m, d), &date).expect("written");
                    }
                    Cell::Moment(y, m, d, hour, minute) => {
                        let at = day(y, m, d).and_hms(hour, minute, 0).expect("a time");
                        _ = sheet.write_with_format(row, column, at, &moment).expect("written");
                    }
                    Cell::Yes(yes) => _ = sheet.write(row, column, yes).expect("written"),
                    Cell::Formula(result) => {
                        _ = sheet.write(row, column, Formula::new("=X()").set_result(result)).expect("written");
                    }
                    Cell::Empty => {}
                }
            }
        }
    }
    book.save_to_buffer().expect("memory")
}

/// An OpenDocument spreadsheet with these tables. The style `h` hides one.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"h\"><style:table-properties \
         table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip_of_texts(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// A table of an OpenDocument spreadsheet with texts.
pub fn ods_table(name: &str, rows: &[&[&str]]) -> String {
    let mut table = format!("<table:table table:name=\"{name}\">");
    for row in rows {
        table.push_str("<table:table-row>");
        for cell in *row {
            table.push_str(&format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
            ));
        }
        table.push_str("</table:table-row>");
    }
    table + "</table:table>"
}

/// A record of an old workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// A cell of an old workbook.
#[derive(Clone, Copy)]
pub enum XlsCell {
    Text(&'static str),
    /// A number, and whether it is a date.
    Number(f64, bool),
    /// An error by its number.
    Error(u8),
}

/// An old workbook (BIFF8) with one sheet called `C`. The first text goes on in a second record.
pub fn xls(rows: &[&[XlsCell]]) -> Vec<u8> {
    let bof = |kind: u16| record(0x0809, &[&0x0600u16.to_le_bytes()[..], &kind.to_le_bytes(), &[0; 12]].concat());
    let xf = |format: u16| record(0x00E0, &[&[0; 2][..], &format.to_le_bytes(), &[0; 16]].concat());
    let texts: Vec<&str> = rows
        .iter()
        .flat_map(|row| row.iter())
        .filter_map(|cell| if let XlsCell::Text(text) = cell { Some(*text) } else { None })
        .collect();
    let mut shared = [(texts.len() as u32).to_le_bytes(), (texts.len() as u32).to_le_bytes()].concat();
    let mut further = vec![1];
    for (place, text) in texts.iter().enumerate() {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (head, tail) = if place + 1 == texts.len() { units.split_at(2) } else { units.split_at(units.len()) };
        shared.extend((text.encode_utf16().count() as u16).to_le_bytes());
        shared.push(1);
        shared.extend(head);
        further.extend(tail);
    }
    let mut globals = [bof(5), xf(0), xf(14)].concat();
    let tail = [record(0x00FC, &shared), record(0x003C, &further), record(0x000A, &[])].concat();
    let start = globals.len() + 4 + 6 + 2 + 1 + tail.len();
    globals.extend(record(0x0085, &[&(start as u32).to_le_bytes()[..], &[0, 0, 1, 0, b'C']].concat()));
    globals.extend(tail);
    globals.extend(bof(0x10));
    let mut text = 0u32;
    for (row, cells) in (0u16..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            let (kind, rest) = match cell {
                XlsCell::Text(_) => {
                    text += 1;
                    (0x00FD, [&[0; 2][..], &(text - 1).to_le_bytes()].concat())
                }
                XlsCell::Number(number, is_date) => {
                    (0x0203, [&u16::from(*is_date).to_le_bytes()[..], &number.to_le_bytes()].concat())
                }
                XlsCell::Error(code) => (0x0205, vec![0, 0, *code, 1]),
            };
            globals.extend(record(kind, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &rest].concat()));
        }
    }
    globals.extend(record(0x000A, &[]));
    compound("Workbook", &globals)
}

/// A compound file of Microsoft's with one stream.
pub fn compound(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory");
    file.create_stream(format!("/{name}")).expect("a stream").write_all(bytes).expect("memory");
    file.flush().expect("memory");
    file.into_inner().into_inner()
}
