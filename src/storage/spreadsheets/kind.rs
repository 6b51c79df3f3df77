//! What a file is, by its first bytes: endings often lie.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::archive::PackedParts;
use super::error::SheetError;

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileStart {
    /// Text, or nothing that is known: the reader of CSV says what it is.
    Text,
    Zip,
    /// A compound file of Microsoft's, as .xls is.
    Compound,
    /// Something that isn't read, and what to do.
    Other(&'static str, &'static str),
}

/// What a zip holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ZipContent {
    Xlsx,
    Ods,
    Archive,
    Other(&'static str, &'static str),
}

const EXPORT: &str = "Export the contacts as CSV or .xlsx";
const SAVE: &str = "Open it in a spreadsheet and save it as .xlsx";
const UNPACK: &str = "Unpack it first";
const PICTURE: &str = "Ask for the contacts as CSV or .xlsx";

/// First bytes of files that people take for tables.
const STARTS: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF", EXPORT),
    (b"\x89PNG", "a picture (.png)", PICTURE),
    (b"\xFF\xD8\xFF", "a picture (.jpg)", PICTURE),
    (b"GIF8", "a picture (.gif)", PICTURE),
    (b"II*\0", "a picture (.tif)", PICTURE),
    (b"MM\0*", "a picture (.tif)", PICTURE),
    (b"\x1F\x8B", "a compressed file (.gz)", UNPACK),
    (b"Rar!", "an archive (.rar)", UNPACK),
    (b"7z\xBC\xAF", "an archive (.7z)", UNPACK),
    (b"BZh", "a compressed file (.bz2)", UNPACK),
    (b"\xFD7zXZ", "a compressed file (.xz)", UNPACK),
    (b"SQLite format 3\0", "an SQLite database", EXPORT),
    (b"{\\rtf", "a document (.rtf)", EXPORT),
    (b"\x09\x08\x08\0\0\x05", "a very old workbook", SAVE),
    (b"\x09\x08\x10\0\0\x06", "a very old workbook", SAVE),
    (b"\x09\x04\x06\0", "a very old workbook", SAVE),
    (b"\x09\x02\x06\0", "a very old workbook", SAVE),
    (b"\x09\0\x04\0", "a very old workbook", SAVE),
];

/// Finds out what a file is.
pub(super) fn start_of(path: &Path) -> Result<FileStart, SheetError> {
    let mut top = Vec::new();
    let file = File::open(path).map_err(SheetError::Unreadable)?;
    file.take(8192).read_to_end(&mut top).map_err(SheetError::Unreadable)?;
    Ok(start_of_bytes(&top))
}

/// Whether a file is a zip, a workbook or the like by its first bytes: no text.
pub fn is_packed(path: &Path) -> bool {
    // A pipe can be read only once.
    let is_file = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
    is_file && matches!(start_of(path), Ok(FileStart::Zip | FileStart::Compound))
}

fn start_of_bytes(top: &[u8]) -> FileStart {
    if top.starts_with(b"PK\x03\x04") || top.starts_with(b"PK\x05\x06") {
        return FileStart::Zip;
    }
    if top.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return FileStart::Compound;
    }
    if let Some((_, what, instead)) = STARTS.iter().find(|(start, ..)| top.starts_with(start)) {
        return FileStart::Other(what, instead);
    }
    if top.starts_with(b"RIFF") && top.get(8..12) == Some(b"WEBP") {
        return FileStart::Other("a picture (.webp)", PICTURE);
    }
    markup(&text_of(top)).unwrap_or(FileStart::Text)
}

/// The first characters in lower case, whatever their encoding is.
fn text_of(top: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_bom(top).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    encoding.decode(top).0.trim_start().to_lowercase()
}

/// What a text is that isn't CSV. Many web programs call a web page .xls.
fn markup(text: &str) -> Option<FileStart> {
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") && text.starts_with('<') {
        return Some(FileStart::Other("a workbook of Excel 2003 (XML)", SAVE));
    }
    if text.starts_with("<?xml") && text.contains("office:document") {
        return Some(FileStart::Other("a flat OpenDocument spreadsheet (.fods)", SAVE));
    }
    const PAGES: [&str; 12] = [
        "<html",
        "<!doctype",
        "<table",
        "<head",
        "<meta",
        "<style",
        "<body",
        "<div",
        "<tr",
        "<thead",
        "<!--",
        "mime-version:",
    ];
    if PAGES.iter().any(|page| text.starts_with(page)) || (text.starts_with("<?xml") && text.contains("<html")) {
        return Some(FileStart::Other("a web page, whatever its ending says", SAVE));
    }
    text.starts_with("<?xml").then_some(FileStart::Other("XML, not a table", EXPORT))
}

/// Finds out what a zip holds.
pub(super) fn content_of(parts: &PackedParts) -> ZipContent {
    let names: Vec<String> = parts.names().take(10_000).map(|name| name.to_lowercase()).collect();
    let under = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    let ends = |ending: &str| names.iter().any(|name| name.ends_with(ending));
    if parts.has("xl/workbook.bin") {
        ZipContent::Other("a binary workbook of Excel (.xlsb)", "Save it as .xlsx")
    } else if parts.has("xl/workbook.xml") || (parts.has("[Content_Types].xml") && ends("workbook.xml")) {
        ZipContent::Xlsx
    } else if parts.has("mimetype") && parts.has("content.xml") {
        ZipContent::Ods
    } else if parts.has("index/document.iwa") || parts.has("index.zip") || (under("index/") && ends(".iwa")) {
        ZipContent::Other("a spreadsheet of Numbers", "In Numbers, export it as Excel (.xlsx) or CSV")
    } else if parts.has("word/document.xml") {
        ZipContent::Other("a Word document (.docx)", EXPORT)
    } else if parts.has("ppt/presentation.xml") {
        ZipContent::Other("a presentation (.pptx)", EXPORT)
    } else {
        ZipContent::Archive
    }
}
