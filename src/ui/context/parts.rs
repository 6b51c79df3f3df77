//! The parts of the window that the list of commands goes to, whatever mode they are in.

use crate::campaign::directory::List;

/// A part of the window, in one of its modes or in a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowPart {
    /// The contacts of the rehearsal: who takes part, when they enter, when it ends.
    Contacts,
    /// The list of contacts in Rehearse.
    ContactList,
    /// The story of the followed contact.
    Story,
    /// What happens next, for all contacts.
    Agenda,
    /// The report's table of items.
    Items,
    /// The contacts behind the report's numbers.
    Counted,
    /// The report's plot of what ran when.
    OverTime,
    /// The report's table of days and hours.
    Load,
    /// The report's calendar month.
    Month,
    /// The comparison of two runs.
    Compare,
    /// The campaign's own settings: name, description, time zone.
    CampaignSettings,
    /// The rules of the campaign: what a day is, when fields are read.
    CampaignRules,
    /// A list of the directory.
    Entries(List),
}

impl WindowPart {
    /// All parts, in the order listed.
    pub const ALL: [WindowPart; 19] = [
        WindowPart::Contacts,
        WindowPart::ContactList,
        WindowPart::Story,
        WindowPart::Agenda,
        WindowPart::Items,
        WindowPart::Counted,
        WindowPart::OverTime,
        WindowPart::Load,
        WindowPart::Month,
        WindowPart::Compare,
        WindowPart::CampaignSettings,
        WindowPart::CampaignRules,
        WindowPart::Entries(List::Tags),
        WindowPart::Entries(List::Fields),
        WindowPart::Entries(List::Users),
        WindowPart::Entries(List::RoundRobins),
        WindowPart::Entries(List::Products),
        WindowPart::Entries(List::Stages),
        WindowPart::Entries(List::ActionSets),
    ];

    /// The label in the list of commands.
    pub fn label(self) -> &'static str {
        match self {
            WindowPart::Contacts => "Choose contacts and dates",
            WindowPart::ContactList => "List of contacts",
            WindowPart::Story => "Story of a contact",
            WindowPart::Agenda => "Agenda: what happens next",
            WindowPart::Items => "Report by item",
            WindowPart::Counted => "Report by contact",
            WindowPart::OverTime => "Report over time",
            WindowPart::Load => "Sends by day and hour",
            WindowPart::Month => "Calendar of sends",
            WindowPart::Compare => "Compare with a saved run",
            WindowPart::CampaignSettings => "Time zone and description",
            WindowPart::CampaignRules => "One day or 24 hours: the campaign's rules",
            WindowPart::Entries(List::Tags) => "Tags",
            WindowPart::Entries(List::Fields) => "Custom fields",
            WindowPart::Entries(List::Users) => "Users",
            WindowPart::Entries(List::RoundRobins) => "Round robins",
            WindowPart::Entries(List::Products) => "Products",
            WindowPart::Entries(List::Stages) => "Sales stages",
            WindowPart::Entries(List::ActionSets) => "Action sets",
        }
    }

    /// Where the part is.
    pub fn place(self) -> &'static str {
        match self {
            WindowPart::Contacts | WindowPart::ContactList | WindowPart::Story | WindowPart::Agenda => "Rehearse",
            WindowPart::Items
            | WindowPart::Counted
            | WindowPart::OverTime
            | WindowPart::Load
            | WindowPart::Month
            | WindowPart::Compare => "Report",
            WindowPart::CampaignSettings | WindowPart::CampaignRules | WindowPart::Entries(_) => "Campaign",
        }
    }

    /// Other words for the part.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            WindowPart::Contacts => &[
                "entry date",
                "start date",
                "when they enter",
                "end date",
                "breakpoint",
                "how many contacts",
                "audience",
            ],
            WindowPart::ContactList => &["people", "recipients", "who is waiting", "who is held", "find a contact"],
            WindowPart::Story => &["one contact", "history of a contact", "journey", "timeline", "why", "path"],
            WindowPart::Agenda => &["upcoming", "to come", "next emails", "schedule", "plan"],
            WindowPart::Items => &["results", "how many", "sent", "skipped", "table"],
            WindowPart::Counted => &["people", "recipients", "who got it", "who was skipped", "filter contacts"],
            WindowPart::OverTime => &["chart", "graph", "plot", "per day", "trend"],
            WindowPart::Load => &["busiest hour", "workload", "hours", "heat map", "too many emails"],
            WindowPart::Month => &["calendar", "month", "send calendar", "planner", "marketing calendar"],
            WindowPart::Compare => &["difference", "before and after", "a against b", "versions"],
            WindowPart::CampaignSettings => &["campaign settings", "timezone", "campaign description"],
            WindowPart::CampaignRules => {
                &["24 hours", "calendar days", "elapsed days", "day count", "how days are counted", "settings"]
            }
            WindowPart::Entries(List::Tags) => &["labels", "add tag", "new tag"],
            WindowPart::Entries(List::Fields) => &["add field", "new field", "date field", "contact fields"],
            WindowPart::Entries(List::Users) => &["team", "sales reps", "owners", "staff", "add user"],
            WindowPart::Entries(List::RoundRobins) => &["lead distribution", "in turn", "assign in turn"],
            WindowPart::Entries(List::Products) => &["prices", "catalog", "shop", "add product"],
            WindowPart::Entries(List::Stages) => &["pipeline", "opportunity stages", "deal stages"],
            WindowPart::Entries(List::ActionSets) => &["macros", "several actions"],
        }
    }
}
