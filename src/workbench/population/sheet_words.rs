//! What is told about the sheets of a spreadsheet, or the files of a zip: which is read, and which aren't.

use crate::storage::contacts_file::sheet::{SheetRead, SheetReason};
use crate::storage::spreadsheets::{SheetInfo, plain_name};

/// Names that are told one by one.
const MOST_NAMED: usize = 6;

/// A sentence, and whether contacts may be wrong because of what it says.
pub(super) struct SheetSentence {
    pub is_warning: bool,
    pub words: String,
}

/// Which sheet is read, where there is something to tell.
pub(super) fn told(sheet: &SheetRead) -> Vec<SheetSentence> {
    let note = |words: String| SheetSentence { is_warning: false, words };
    let (read, left_out): (Vec<_>, Vec<_>) = sheet.all.iter().partition(|one| sheet.name.is_none() && one.is_list);
    let others: Vec<&SheetInfo> = if sheet.name.is_none() { left_out } else { sheet.others().collect() };
    let said_no: Vec<&str> = others.iter().map(|other| other.name.as_str()).filter(|name| says_no(name)).collect();
    let mut sentences = Vec::new();
    if sheet.is_zip && !said_no.is_empty() {
        let (verb, who) = if said_no.len() == 1 { ("isn't", "it") } else { ("aren't", "them") };
        sentences.push(SheetSentence {
            is_warning: true,
            words: format!(
                "{} in the zip {verb} read: contacts in {who}, who said no, may get email if they are in {} too",
                names(&said_no),
                sheet.name.as_deref().map_or_else(|| "the others".to_owned(), quoted),
            ),
        });
    }
    let unread: Vec<&str> = others
        .iter()
        .map(|other| other.name.as_str())
        .filter(|name| !said_no.contains(name) || !sheet.is_zip)
        .collect();
    let rest = match unread[..] {
        [] => String::new(),
        [..] => format!("; not read: {}", names(&unread)),
    };
    match (&sheet.name, sheet.reason) {
        (None, _) => {
            let read: Vec<&str> = read.iter().map(|list| list.name.as_str()).collect();
            let lists = if read.len() == 1 {
                format!("{} is read", names(&read))
            } else {
                format!("{} are read as one list", names(&read))
            };
            sentences.push(note(format!("{lists}, each contact with the status that the name of its file says{rest}")));
        }
        (Some(name), SheetReason::LooksLikeContacts) => {
            let what = what(sheet);
            sentences.push(note(format!("{what} {} is read, the first that looks like contacts{rest}", quoted(name))));
        }
        (Some(name), SheetReason::Asked) if !unread.is_empty() => {
            sentences.push(note(format!("{} {} is read, as chosen{rest}", what(sheet), quoted(name))));
        }
        (Some(name), SheetReason::Saved) => {
            let what = what(sheet);
            sentences.push(note(format!("{what} {} is read, as saved next to the file{rest}", quoted(name))));
        }
        (Some(name), SheetReason::Only | SheetReason::OneList) if sheet.is_zip || !unread.is_empty() => {
            sentences.push(note(format!("{} {} is read{rest}", what(sheet), quoted(name))));
        }
        (Some(_), SheetReason::Asked | SheetReason::Only | SheetReason::OneList) => {}
    }
    sentences
}

fn what(sheet: &SheetRead) -> &'static str {
    if sheet.is_zip { "the file" } else { "the sheet" }
}

/// Whether the name of a file says that the people in it have said no, or can't be reached.
fn says_no(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "unsub",
        "optout",
        "optedout",
        "bounce",
        "cleaned",
        "suppress",
        "complain",
        "donotmail",
        "blacklist",
        "blocklist",
        "abgemeldet",
        "abmeldung",
    ];
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    WORDS.iter().any(|word| plain.contains(word))
}

fn quoted(name: &str) -> String {
    format!("“{}”", plain_name(name))
}

fn names(all: &[&str]) -> String {
    let mut words: Vec<String> = all.iter().take(MOST_NAMED).map(|name| quoted(name)).collect();
    if all.len() > MOST_NAMED {
        words.push(format!("{} more", all.len() - MOST_NAMED));
    }
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_people_who_said_no_are_known_by_their_names() {
        for name in ["unsubscribed.csv", "Opt-Outs 2026.csv", "hard bounces.csv", "a/do_not_mail.csv"] {
            assert!(says_no(name), "{name}");
        }
        for name in ["subscribers.csv", "contacts.csv", "notes.csv"] {
            assert!(!says_no(name), "{name}");
        }
    }
}
