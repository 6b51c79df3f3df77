//! The words of the report's page: headings, captions and sentences, for HTML and for PDF.

use crate::calendar::words::long_date;
use crate::campaign::text::thousands;
use crate::report::load::HourCounts;
use crate::simulate::outcome::Status;

use super::contents::{CrowdedDay, PageContents};

/// The caption of a column, and whether it has numbers.
pub type Caption<'a> = (&'a str, bool);

/// The heading of the picture.
pub const SEQUENCE: &str = "The sequence";
/// The heading of the items.
pub const ITEMS: &str = "Items";
/// How the items' numbers add up.
pub const HOW_COUNTED: &str =
    "Each contact who reached an item is counted there once: reached = ran + waiting + held + skipped.";
/// The heading of the items that no contact reached.
pub const NOT_REACHED: &str = "Not reached";
/// The heading of runs over time.
pub const OVER_TIME: &str = "What ran when";
/// Which items the runs over time count.
pub const WHAT_IS_COUNTED: &str = "Only communications and processes are counted here, not Starts and timers.";
/// The heading of the load.
pub const LOAD: &str = "Load";
/// The heading of the users' load.
pub const USERS: &str = "What each user gets";
/// The heading of days with several emails.
pub const CROWDED: &str = "More than one email on one day";
/// The heading of the findings.
pub const PROBLEMS: &str = "Problems in the sequence";

/// The columns of the items.
pub const ITEM_COLUMNS: [Caption<'static>; 7] = [
    ("Item", false),
    ("Reached", true),
    ("Ran", true),
    ("Waiting", true),
    ("Held", true),
    ("Skipped", true),
    ("Why skipped", false),
];
/// The columns of the items that no contact reached.
pub const NOT_REACHED_COLUMNS: [Caption<'static>; 2] = [("Item", false), ("Why no contact reached it", false)];
/// The columns of the users' load.
pub const USER_COLUMNS: [Caption<'static>; 5] =
    [("User", false), ("Tasks", true), ("Opportunities", true), ("Contacts", true), ("Most tasks in an hour", false)];
/// The columns of days with several emails.
pub const CROWDED_COLUMNS: [Caption<'static>; 3] =
    [("Day", false), ("Contacts", true), ("Which contacts, and how many emails", false)];
/// The columns of the findings: the first has the severity.
pub const PROBLEM_COLUMNS: [Caption<'static>; 3] = [("", false), ("Problem", false), ("What to do", false)];

/// The columns of runs over time; `period` is the caption of the first.
pub fn period_columns(period: &str) -> [Caption<'_>; 4] {
    [(period, false), ("Ran", true), ("Skipped", true), ("Ran most", false)]
}

/// The heading of the contacts by status: `12,431 contacts`.
pub fn contacts_heading(page: &PageContents<'_>) -> String {
    let all: u64 = page.report.contacts.iter().map(|(_, count)| count).sum();
    format!("{} {}", thousands(all), if all == 1 { "contact" } else { "contacts" })
}

/// The words for a contact's status on the page.
pub fn status_words(status: Status) -> &'static str {
    match status {
        Status::Active => "are waiting at a timer",
        Status::Held => "are held",
        Status::FellOut => "dropped out",
        Status::Queued => "have finished",
        Status::NotEntered => "have not entered",
    }
}

/// The hour with the most assignments, as `31 on Mon 9 Mar 2026 from 09:00`; empty if there is none.
pub fn busiest(hours: &HourCounts) -> String {
    match hours.busiest() {
        Some((day, hour, count)) => format!("{} on {} from {hour:02}:00", thousands(count), long_date(day)),
        None => String::new(),
    }
}

/// The contacts of a day that aren't named: ` and 12 more`; empty if all are.
pub fn and_more(day: &CrowdedDay) -> String {
    let more = day.crowded.persons.saturating_sub(day.people.len() as u64);
    if more > 0 { format!(" and {} more", thousands(more)) } else { String::new() }
}
