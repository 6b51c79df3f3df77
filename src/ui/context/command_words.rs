//! Other words for the commands and objects: those that a marketer may type instead of the label.
//!
//! The list of commands finds an entry by its label or by one of these words.

use super::command::Command as C;
use crate::campaign::catalog::OFFERS;

/// Other words for a command.
pub fn words(command: C) -> &'static [&'static str] {
    match command {
        C::New => &["create campaign", "blank campaign", "start over", "new file"],
        C::Open => &["load file", "browse", "open campaign", "open file"],
        C::Gallery => &["template", "example", "demo", "gallery", "start from a template", "my templates"],
        C::Save => &["store", "keep changes"],
        C::SaveAs => &["save a copy", "rename file", "backup", "duplicate campaign", "copy campaign"],
        C::SaveAsTemplate => &["template", "reuse", "make a template", "own template", "pattern"],
        C::ImportContacts => &[
            "upload contacts",
            "csv",
            "spreadsheet",
            "excel",
            "contacts file",
            "import people",
            "import list",
            "mailing list",
            "load contacts",
            "keap export",
            "mailchimp",
            "hubspot",
        ],
        C::ExportAll => &[
            "download",
            "save report",
            "report file",
            "csv",
            "spreadsheet",
            "excel",
            "calendar file",
            "ics",
            "outlook",
            "google calendar",
            "pdf",
            "html",
            "events",
        ],
        C::Export => &["picture", "image", "png", "svg", "screenshot", "slide", "diagram", "poster"],
        C::ClearRecent => &["forget files", "history", "privacy"],
        C::OpenLast => &["reopen", "continue where I left off", "startup", "on start", "last campaign"],
        C::Quit => &["exit", "close window", "leave"],
        C::Undo => &["take back", "revert", "step back in editing", "mistake"],
        C::Redo => &["repeat", "do again"],
        C::Cut => &["move to the clipboard"],
        C::Copy => &["clipboard"],
        C::Paste => &["insert from the clipboard"],
        C::Duplicate => &["copy item", "clone"],
        C::Delete => &["remove item", "erase", "trash"],
        C::SelectAll => &["mark all", "everything"],
        C::EditItem => {
            &["open item", "configure", "set up", "properties", "change settings", "edit email", "edit timer"]
        }
        C::Rename => &["name", "title", "rename item"],
        C::RenameCampaign => &["name of the campaign", "campaign title"],
        C::Find => &["search", "look for", "search texts"],
        C::Commands => &["command palette", "actions"],
        C::Directory => &[
            "settings",
            "campaign settings",
            "options",
            "preferences",
            "custom field",
            "tag",
            "user",
            "product",
            "round robin",
            "time zone",
            "day count",
            "one day or 24 hours",
            "lists",
        ],
        C::CampaignTime => &["time zone", "campaign time zone", "one clock"],
        C::ContactTime => &["time zone", "local time", "recipient time zone"],
        C::MyTime => &["time zone", "my time zone", "computer time"],
        C::LiveAtClock => &["live numbers", "badges", "counts while building"],
        C::LiveAtDate => &["live numbers", "numbers on a date"],
        C::LiveAtEnd => &["live numbers", "final numbers", "end result"],
        C::ZoomIn => &["closer", "bigger", "magnify"],
        C::ZoomOut => &["further away", "smaller"],
        C::ActualSize => &["100 %", "reset zoom", "zoom 100"],
        C::Fit => &["zoom to fit", "show everything", "overview", "see all"],
        C::Build => &["edit", "draw", "design", "builder", "campaign builder", "editor"],
        C::Rehearse => &["simulate", "simulation", "preview", "test", "play", "try out"],
        C::Report => &["results", "statistics", "numbers", "analytics", "reporting", "dashboard"],
        C::ShowLeft => &["side panel", "hide left"],
        C::ShowPalette => &["toolbox", "objects", "snippets", "tools", "items to drag"],
        C::ShowOutline => &["list of items", "tree", "structure", "table of contents"],
        C::ShowInspector => &["settings panel", "properties", "right side", "details"],
        C::ShowProblems => &["errors", "warnings", "mistakes", "check", "validate", "what is wrong"],
        C::ShowMinimap => &["overview", "map", "navigator"],
        C::Snap => &["grid", "align while dragging", "magnet"],
        C::Light => &["theme", "bright", "day mode", "white"],
        C::Dark => &["theme", "night mode", "dark mode", "black"],
        C::System => &["theme", "automatic theme"],
        C::DayFirst => &["date format", "european dates", "british dates"],
        C::MonthFirst => &["date format", "american dates", "us dates"],
        C::YearFirst => &["date format", "iso dates"],
        C::Hours24 => &["time format", "military time"],
        C::Hours12 => &["time format", "am pm"],
        C::WeekMonday => &["first day of the week", "week start"],
        C::WeekSunday => &["first day of the week", "week start", "american week"],
        C::WeekSaturday => &["first day of the week", "week start"],
        C::Larger => &["bigger text", "font size", "increase text", "accessibility"],
        C::Smaller => &["smaller text", "font size", "decrease text"],
        C::UsualSize => &["reset text size", "font size", "normal text"],
        C::Present => &["full screen", "presentation", "projector", "slideshow", "show to class"],
        C::NewNote => &["comment", "sticky note", "text", "annotation", "explain"],
        C::NewFrame => &["group", "box", "section", "area"],
        C::NewSequence => &["add sequence", "branch", "new tab", "follow-up", "another path"],
        C::Tidy => &["arrange", "clean up", "auto layout", "straighten", "organize"],
        C::AlignRow => &["horizontal", "line up"],
        C::AlignColumn => &["vertical", "line up", "stack"],
        C::ConnectTo => &["link", "arrow", "line", "join", "wire"],
        C::MarkReady => &["publish", "activate", "enable", "finish", "approve"],
        C::MarkDraft => &["unpublish", "deactivate", "disable", "not ready"],
        C::Disconnect => &["unlink", "delete arrow", "detach", "remove line"],
        C::NextSequence => &["switch sequence", "next tab"],
        C::PreviousSequence => &["switch sequence", "previous tab"],
        C::MoveSequenceRight => &["reorder sequences", "move tab"],
        C::MoveSequenceLeft => &["reorder sequences", "move tab"],
        C::RenameSequence => &["name of the sequence", "tab title"],
        C::DuplicateSequence => &["copy sequence", "clone sequence"],
        C::DeleteSequence => &["remove sequence", "remove tab"],
        C::RehearseNow => &["run", "simulate", "test run", "try", "start", "restart", "go"],
        C::Play => &["start the clock", "stop", "resume", "run"],
        C::StepBack => &["previous event", "rewind", "back in time"],
        C::StepForward => &["next event", "one step", "forward in time"],
        C::ToStart => &["rewind", "beginning", "reset clock"],
        C::NextDay => &["tomorrow", "skip a day", "one day later"],
        C::ToEnd => &["finish", "final result", "fast forward"],
        C::RunToHere => &["run until", "stop here"],
        C::Slower => &["speed", "slow down"],
        C::Faster => &["speed", "speed up"],
        C::FollowNobody => &["stop following", "unfollow", "all contacts"],
        C::CopySends => &["summary of a contact", "who gets what", "schedule of a contact", "send times", "when does"],
        C::Population => &[
            "people",
            "audience",
            "recipients",
            "population",
            "leads",
            "test contacts",
            "add contact",
            "generate contacts",
            "entry date",
            "when they enter",
            "end of the rehearsal",
        ],
        C::KeptRuns => &["history", "saved runs", "compare", "versions", "save run"],
        C::ReadAgain => &["reload contacts", "refresh", "update file"],
        C::Live => &["numbers", "counts on the items", "badges"],
        C::ReduceMotion => &["animation", "accessibility", "dots", "still"],
        C::Rules => &["help", "how does it work", "explain", "manual", "documentation", "teach", "timer rules"],
        C::Keys => &["shortcuts", "keyboard", "hotkeys", "help"],
        C::About => &["version", "licence", "license"],
        C::Insert(place) => OFFERS.get(place).map_or(&[], |offer| words_of_object(offer.label)),
        C::OpenRecent(_) => &["recent file"],
    }
}

/// Other words for the object with this label in the palette.
fn words_of_object(label: &str) -> &'static [&'static str] {
    match label {
        "Start" => &["entry", "trigger", "beginning", "goal at the beginning", "entry point"],
        "Delay timer" => &["wait", "pause", "days later", "delay"],
        "Date timer" => &["fixed date", "on a date", "deadline", "specific day"],
        "Field timer" => &["birthday", "anniversary", "renewal", "before a date", "date field", "countdown"],
        "Email" => &["mail", "message", "newsletter", "broadcast", "send"],
        "Text message" => &["sms", "text", "mobile"],
        "Fax" => &["fax"],
        "Letter" => &["post", "direct mail", "postcard"],
        "Send HTTP post" => &["webhook", "api", "zapier", "integration", "url"],
        "Apply or remove tag" => &["tag", "label", "list"],
        "Apply note" => &["note on the contact", "comment on the contact"],
        "Create task" => &["to-do", "todo", "call", "phone", "reminder", "follow up"],
        "Create appointment" => &["meeting", "calendar event", "booking"],
        "Create opportunity" => &["deal", "pipeline", "sales", "stage"],
        "Create order" => &["invoice", "purchase", "sale", "payment", "product"],
        "Assign owner" => &["sales rep", "round robin", "lead distribution", "responsible"],
        "Set field value" => &["custom field", "update contact", "change field"],
        "Action set" => &["several actions", "macro"],
        "Fulfilment list" => &["fulfillment", "shipping", "parcel", "packing list"],
        "Add to CustomerHub" => &["membership", "customerhub", "course access"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_and_object_has_other_words() {
        let all = C::PLAIN.iter().copied().chain((0..OFFERS.len()).map(C::Insert));
        for command in all {
            let words = words(command);
            assert!(!words.is_empty(), "{}", command.label());
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{}", command.label());
        }
    }
}
