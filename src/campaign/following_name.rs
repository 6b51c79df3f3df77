//! The name of an item that the user hasn't named: it follows the item's subject or title, so that several emails can
//! be told apart wherever they are listed.

use crate::calendar::words::capital;

use super::directory::Directory;
use super::item::Item;
use super::kinds::Kind;
use super::kinds::setting::Setting;
use super::kinds::walk::{Need, TextKind, Visitor};
use super::merge::{TextPiece, pieces};

/// Longest name that follows from a text, in characters.
const LONGEST: usize = 60;

/// Marks that may be left over beside a merge field.
const MARKS: [char; 9] = [',', '.', ';', ':', '!', '?', '-', '–', '—'];
/// Characters that no name ends with.
const OPEN_ENDS: [char; 7] = [' ', ',', ';', ':', '-', '–', '—'];

/// The name that an item gets when `was` becomes `item`. It follows the subject or title until the user gives a name.
pub fn following_name(was: &Item, item: &Item) -> Option<String> {
    let (before, after) = (line(&was.kind)?, line(&item.kind)?);
    if before == after || item.name != was.name {
        return None;
    }
    let is_own = is_given(was) && from_line(before).as_deref() != Some(was.name.trim());
    (!is_own).then(|| from_line(after).unwrap_or_else(|| was.kind.description().first_name.to_owned()))
}

/// Whether an item has another name than that of its kind.
pub(super) fn is_given(item: &Item) -> bool {
    let name = item.name.trim();
    !name.is_empty() && name != item.kind.description().first_name && name != item.kind.label()
}

/// The subject or title of an item that has one.
fn line(kind: &Kind) -> Option<&str> {
    #[derive(Default)]
    struct FirstLine<'a>(Option<&'a str>);
    impl<'a> Visitor<'a> for FirstLine<'a> {
        fn text(&mut self, _: Setting, text: &'a String, writing: TextKind, _: Need) {
            if writing == TextKind::Line && self.0.is_none() {
                self.0 = Some(text);
            }
        }
    }
    let mut first = FirstLine::default();
    kind.walk(&mut first);
    first.0
}

/// A name from a subject or title, without its merge fields; `None` if nothing is left.
fn from_line(line: &str) -> Option<String> {
    let mut kept = String::new();
    for piece in pieces(line, &Directory::default()) {
        match piece {
            TextPiece::Text(text) => kept.push_str(text),
            TextPiece::Field(_) | TextPiece::Unknown(_) => kept.push(' '),
        }
    }
    let has_fields = kept != line;
    let mut name = String::new();
    for word in kept.split_whitespace() {
        // A mark that stood after a merge field stands after the word before it, unless that has one.
        let is_mark = has_fields && word.chars().all(|c| MARKS.contains(&c));
        if is_mark && name.ends_with(MARKS) {
            continue;
        }
        if !is_mark && !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    if has_fields {
        let begun = name.trim_start_matches(MARKS).trim_start();
        let whole = begun.trim_end_matches(OPEN_ENDS);
        name = if begun.len() < name.len() { capital(whole) } else { whole.to_owned() };
    }
    (!name.is_empty()).then(|| cut(name))
}

/// A name of at most [`LONGEST`] characters, cut at a blank if there is one in its second half.
fn cut(name: String) -> String {
    let Some((end, _)) = name.char_indices().nth(LONGEST) else { return name };
    let room = name.char_indices().nth(LONGEST - 1).map_or(end, |(at, _)| at);
    let blank = name[..room].rfind(' ').filter(|at| *at > room / 2).unwrap_or(room);
    format!("{}…", name[..blank].trim_end_matches(OPEN_ENDS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::catalog::OFFERS;
    use crate::campaign::item::Position;
    use crate::campaign::kinds::{Email, Fax};

    fn email(name: &str, subject: &str) -> Item {
        let kind = Kind::Email(Email { to: None, subject: subject.to_owned(), body: String::new() });
        Item { id: 7, name: name.to_owned(), position: Position(0.0, 0.0), ready: false, kind }
    }

    #[test]
    fn merge_fields_are_taken_out_of_a_name() {
        for (line, name) in [
            ("Welcome aboard", Some("Welcome aboard")),
            ("  Two   blanks ", Some("Two blanks")),
            ("Hello ~Contact.FirstName~, welcome!", Some("Hello, welcome!")),
            ("~Contact.FirstName~, your order", Some("Your order")),
            ("Welcome, ~Contact.FirstName~!", Some("Welcome")),
            ("Welcome ~Contact.FirstName~!", Some("Welcome!")),
            ("News for ~Contact.Frst~", Some("News for")),
            ("Price ~ about 5", Some("Price ~ about 5")),
            ("... and now?", Some("... and now?")),
            ("~Contact.FirstName~", None),
            ("  ", None),
        ] {
            assert_eq!(from_line(line).as_deref(), name, "{line}");
        }
    }

    #[test]
    fn a_long_name_is_cut_at_a_blank() {
        let long = "Your invitation to the summer sale of all garden tools and plants";
        assert_eq!(from_line(long).as_deref(), Some("Your invitation to the summer sale of all garden tools and…"));
        let word = from_line(&"ä".repeat(200)).expect("a name");
        assert_eq!(word, format!("{}…", "ä".repeat(59)));
        assert_eq!(from_line(&"x".repeat(60)), Some("x".repeat(60)));
    }

    #[test]
    fn a_name_follows_until_the_user_gives_one() {
        let follows = |name: &str, before: &str, after: &str| following_name(&email(name, before), &email(name, after));
        assert_eq!(follows("Email", "", "Welcome").as_deref(), Some("Welcome"));
        assert_eq!(follows(" ", "", "Welcome").as_deref(), Some("Welcome"));
        assert_eq!(follows("Welcome", "Welcome", "Welcome back").as_deref(), Some("Welcome back"));
        assert_eq!(follows("Welcome", "Welcome", "").as_deref(), Some("Email"));
        assert_eq!(follows("Email", "Old", "New").as_deref(), Some("New"));
        assert_eq!(follows("First email", "Welcome", "Welcome back"), None);
        assert_eq!(follows("Email", "Welcome", "Welcome"), None);
        assert_eq!(following_name(&email("Email", ""), &email("Mine", "Welcome")), None);
        let fax = Item { kind: Kind::Fax(Fax { body: "x".to_owned() }), ..email("Fax", "") };
        assert_eq!(following_name(&Item { kind: Kind::Fax(Fax { body: String::new() }), ..fax.clone() }, &fax), None);
    }

    #[test]
    fn tasks_notes_and_appointments_follow_their_title() {
        let titled: Vec<&str> = OFFERS.iter().filter(|o| line(&(o.new)()).is_some()).map(|o| o.label).collect();
        assert!(titled.len() >= 5, "{titled:?}");
        for label in ["Email", "Task", "Note", "Appointment"] {
            assert!(titled.iter().any(|titled| titled.to_lowercase().contains(&label.to_lowercase())), "{titled:?}");
        }
    }
}
