//! The endings of the files that are read and written, without their dot.

use std::path::Path;

/// The ending of a new campaign file.
pub const CAMPAIGN: &str = "dripline";
/// The endings of campaign files, the one of new files first. The text in them is the same.
pub const CAMPAIGNS: [&str; 2] = [CAMPAIGN, "ron"];
/// The ending of a mapping file, which replaces the ending of the contacts file.
pub const MAPPING: &str = "mapping.ron";
/// The ending of a run store.
pub const RUN_STORE: &str = "sqlite";
/// The endings that `simulate` takes for a run store: those of SQLite databases.
pub const RUN_STORES: [&str; 3] = [RUN_STORE, "sqlite3", "db"];
/// The ending of the lock file of a recovery copy.
pub const LOCK: &str = "lock";
/// The ending of a CSV file: contacts, events, effects, assignments, a report.
pub const CSV: &str = "csv";
/// The ending of a plain text: it may be a table of contacts.
pub const TEXT: &str = "txt";
/// The ending of a table or report in JSON.
pub const JSON: &str = "json";
/// The ending of a report to read and print.
pub const HTML: &str = "html";
/// Another ending of such a report, from older systems.
pub const HTM: &str = "htm";
/// The ending of a calendar of planned sends.
pub const CALENDAR: &str = "ics";
/// The ending of a spreadsheet.
pub const SPREADSHEET: &str = "xlsx";
/// The ending of a document to read and print.
pub const PDF: &str = "pdf";
/// The ending of an SVG picture.
pub const SVG: &str = "svg";
/// The ending of a PNG picture.
pub const PNG: &str = "png";
/// The endings of contacts files, also of other programs.
pub const CONTACTS: [&str; 8] = [CSV, "tsv", TEXT, SPREADSHEET, "xlsm", "xls", "ods", "zip"];

/// The ending of a path in lower case; empty without one.
pub fn of(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

/// Whether the path has the ending of a campaign file, in either case.
pub fn is_of_campaign(path: &Path) -> bool {
    CAMPAIGNS.contains(&of(path).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_campaign_has_the_ending_of_the_program_or_the_older_one() {
        for (path, is_one) in [("a.dripline", true), ("b.RON", true), ("a.dripline.bak1", false), ("dripline", false)] {
            assert_eq!(is_of_campaign(Path::new(path)), is_one, "{path}");
        }
    }

    #[test]
    fn an_ending_is_the_last_one_in_lower_case() {
        for (path, ending) in [
            ("a.CSV", "csv"),
            ("b/list.mapping.ron", "ron"),
            ("c.d/e", ""),
            (".hidden", ""),
            ("a.", ""),
            ("ü.Ünï", "Ünï"),
        ] {
            assert_eq!(of(Path::new(path)), ending, "{path}");
        }
    }
}
