//! The endings of the files that are read and written, without their dot.

use std::path::Path;

/// A campaign.
pub const CAMPAIGN: &str = "ron";
/// The mapping that is kept beside a contacts file, in place of that file's own ending.
pub const MAPPING: &str = "mapping.ron";
/// A run store.
pub const RUN_STORE: &str = "sqlite";
/// What holds a recovery copy while the program that made it runs.
pub const LOCK: &str = "lock";
/// A table of text: contacts, events, effects, assignments, a report.
pub const CSV: &str = "csv";
/// A table or report for programs.
pub const JSON: &str = "json";
/// A report to read and print.
pub const HTML: &str = "html";
/// A calendar of planned sends.
pub const CALENDAR: &str = "ics";
/// A picture of lines and letters.
pub const SVG: &str = "svg";
/// A picture of pixels.
pub const PNG: &str = "png";
/// What other programs' contacts files end in as well.
pub const CONTACTS: [&str; 3] = [CSV, "tsv", "txt"];

/// The ending of a path in lower case; empty without one.
pub fn of(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

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
