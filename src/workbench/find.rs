//! Finding a text anywhere in a campaign.

use std::ops::Range;

use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::edit::List;
use crate::campaign::ids::SequenceId;
use crate::campaign::item::{Assign, Basis, Deliver, Item, Kind, Recipient, Value};
use crate::campaign::sentence;
use crate::campaign::sequence::Sequence;

/// So many letters of a text are shown before and behind what was found.
const AROUND: usize = 30;

/// Where something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the campaign's own name or description.
    Campaign,
    /// In the name of this sequence.
    Sequence(SequenceId),
    /// In an item, note or frame: its sequence, and its id in that.
    Thing(SequenceId, u64),
    /// In the directory: the list, and the entry's place.
    Entry(List, usize),
    /// In the name of the rehearsal at this place.
    Rehearsal(usize),
}

/// A text that holds what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub spot: Spot,
    /// What kind of text: `Subject`.
    pub what: &'static str,
    /// The text, cut to one line around what was found.
    pub text: String,
    /// Where in it, in bytes.
    pub range: Range<usize>,
}

impl Hit {
    /// The sequence it is in.
    pub fn sequence(&self) -> Option<SequenceId> {
        match self.spot {
            Spot::Sequence(sequence) | Spot::Thing(sequence, _) => Some(sequence),
            Spot::Campaign | Spot::Entry(..) | Spot::Rehearsal(_) => None,
        }
    }

    /// The id of the item, note or frame it is in.
    pub fn id(&self) -> Option<u64> {
        match self.spot {
            Spot::Thing(_, id) => Some(id),
            _ => None,
        }
    }
}

/// Every text of a campaign that holds `needle`, upper and lower case alike, each text once: the sequences in order,
/// then the directory, the rehearsals and the campaign itself. Nothing for a needle that is empty.
pub fn find(campaign: &Campaign, needle: &str) -> Vec<Hit> {
    let needle = Needle::new(needle);
    if needle.is_empty() {
        return Vec::new();
    }
    let mut search = Search { needle, directory: &campaign.directory, hits: Vec::new() };
    campaign.sequences.iter().for_each(|sequence| search.sequence(sequence));
    search.directory(campaign);
    for (place, rehearsal) in campaign.rehearsals.iter().enumerate() {
        search.look(Spot::Rehearsal(place), "Rehearsal", &rehearsal.name);
    }
    search.look(Spot::Campaign, "Campaign", &campaign.name);
    search.look(Spot::Campaign, "Description", &campaign.description);
    search.hits
}

struct Search<'a> {
    needle: Needle,
    directory: &'a Directory,
    hits: Vec<Hit>,
}

impl Search<'_> {
    fn look(&mut self, spot: Spot, what: &'static str, text: &str) {
        if let Some(found) = self.needle.find(text) {
            let (text, range) = excerpt(text, found);
            self.hits.push(Hit { spot, what, text, range });
        }
    }

    fn sequence(&mut self, sequence: &Sequence) {
        self.look(Spot::Sequence(sequence.id), "Sequence", &sequence.name);
        for item in &sequence.items {
            self.item(Spot::Thing(sequence.id, item.id), item);
        }
        for note in &sequence.notes {
            self.look(Spot::Thing(sequence.id, note.id), "Note", &note.text);
        }
        for frame in &sequence.frames {
            self.look(Spot::Thing(sequence.id, frame.id), "Frame", &frame.title);
        }
    }

    fn item(&mut self, spot: Spot, item: &Item) {
        self.look(spot, "Name", &item.name);
        match &item.kind {
            Kind::Start | Kind::AddToCustomerHub => {}
            Kind::DelayTimer { .. } | Kind::DateTimer { .. } => {
                if let Some(sentence) = sentence::short(&item.kind, self.directory) {
                    self.look(spot, "Schedule", &sentence);
                }
            }
            Kind::FieldTimer { schedule } => match sentence::short(&item.kind, self.directory) {
                Some(sentence) => self.look(spot, "Schedule", &sentence),
                None => {
                    let field = schedule.as_ref().and_then(|schedule| schedule.field.as_deref());
                    self.look(spot, "Field", field.unwrap_or_default());
                }
            },
            Kind::Email { to, subject, body } => {
                if let Some(Recipient::User(text) | Recipient::Address(text)) = to {
                    self.look(spot, "To", text);
                }
                self.look(spot, "Subject", subject);
                self.look(spot, "Body", body);
            }
            Kind::Fax { body } | Kind::Letter { body } => self.look(spot, "Body", body),
            Kind::ApplyRemoveTag { apply, remove } => {
                apply.iter().for_each(|tag| self.look(spot, "Tag to apply", tag));
                remove.iter().for_each(|tag| self.look(spot, "Tag to remove", tag));
            }
            Kind::ApplyNote { title, body } => {
                self.look(spot, "Title", title);
                self.look(spot, "Text", body);
            }
            Kind::CreateTask { title, body, assign, .. } => {
                self.look(spot, "Title", title);
                self.look(spot, "Text", body);
                self.assign(spot, assign.as_ref());
            }
            Kind::CreateAppointment { title, user, basis, .. } => {
                self.look(spot, "Title", title);
                self.look(spot, "User", user.as_deref().unwrap_or_default());
                if let Some(Basis::Field(key)) = basis {
                    self.look(spot, "Field", key);
                }
            }
            Kind::SetFieldValue { field, value, .. } => {
                self.look(spot, "Field", field.as_deref().unwrap_or_default());
                self.value(spot, value.as_ref());
            }
            Kind::AssignOwner { assign } => self.assign(spot, assign.as_ref()),
            Kind::CreateOpportunity { title, assign, stage } => {
                self.look(spot, "Title", title);
                self.assign(spot, assign.as_ref());
                self.look(spot, "Stage", stage.as_deref().unwrap_or_default());
            }
            Kind::FulfillmentList { name, deliver, columns, attachment, .. } => {
                self.look(spot, "List", name);
                if let Some(Deliver::Dashboard(text) | Deliver::Email(text)) = deliver {
                    self.look(spot, "Deliver to", text);
                }
                columns.iter().for_each(|column| self.look(spot, "Column", column));
                self.look(spot, "Attachment", attachment.as_deref().unwrap_or_default());
            }
            Kind::CreateOrder { products, .. } => {
                products.iter().for_each(|(product, _)| self.look(spot, "Product", product));
            }
            Kind::SendHttpPost { url, pairs, .. } => {
                self.look(spot, "URL", url);
                for (name, value) in pairs {
                    self.look(spot, "Pair", name);
                    self.look(spot, "Pair", value);
                }
            }
            Kind::ActionSet { name } => self.look(spot, "Action set", name),
        }
    }

    fn assign(&mut self, spot: Spot, assign: Option<&Assign>) {
        if let Some(Assign::User(id) | Assign::RoundRobin(id)) = assign {
            self.look(spot, "Assigned to", id);
        }
    }

    fn value(&mut self, spot: Spot, value: Option<&Value>) {
        match value {
            Some(Value::Text(text) | Value::Number(text)) => self.look(spot, "Value", text),
            Some(Value::Date(day)) => self.look(spot, "Value", &day.to_string()),
            Some(Value::DateTime(wall)) => self.look(spot, "Value", &wall.to_string()),
            Some(Value::RunDate) | None => {}
        }
    }

    fn directory(&mut self, campaign: &Campaign) {
        let directory = &campaign.directory;
        for (place, user) in directory.users.iter().enumerate() {
            self.any(Spot::Entry(List::Users, place), "User", [&user.id, &user.name, &user.email]);
        }
        for (place, robin) in directory.round_robins.iter().enumerate() {
            self.any(Spot::Entry(List::RoundRobins, place), "Round robin", [&robin.id, &robin.name]);
        }
        let names = [
            (List::Stages, "Sales stage", &directory.sales_stages),
            (List::Tags, "Tag", &directory.tags),
            (List::ActionSets, "Action set", &directory.action_sets),
        ];
        for (list, what, names) in names {
            for (place, name) in names.iter().enumerate() {
                self.look(Spot::Entry(list, place), what, name);
            }
        }
        for (place, product) in directory.products.iter().enumerate() {
            self.any(Spot::Entry(List::Products, place), "Product", [&product.id, &product.name]);
        }
        for (place, field) in directory.custom_fields.iter().enumerate() {
            self.any(Spot::Entry(List::Fields, place), "Custom field", [&field.key, &field.label]);
        }
    }

    /// The first of several texts of one entry.
    fn any<const N: usize>(&mut self, spot: Spot, what: &'static str, texts: [&String; N]) {
        let before = self.hits.len();
        for text in texts {
            if self.hits.len() == before {
                self.look(spot, what, text);
            }
        }
    }
}

/// What is looked for, in lower case.
struct Needle {
    letters: Vec<char>,
    /// The first letter as bytes in both cases, where it is ASCII: nearly always, and quickly looked for.
    first: Option<(u8, u8)>,
}

impl Needle {
    fn new(text: &str) -> Self {
        let letters: Vec<char> = text.trim().chars().flat_map(char::to_lowercase).collect();
        let first = letters.first().filter(|letter| letter.is_ascii()).map(|letter| *letter as u8);
        // Letters beyond ASCII whose lower case begins with one of ASCII: the Kelvin sign and the dotted I.
        let first = first.filter(|byte| !matches!(byte, b'k' | b'i'));
        Self { letters, first: first.map(|byte| (byte, byte.to_ascii_uppercase())) }
    }

    fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    fn find(&self, text: &str) -> Option<Range<usize>> {
        let matched = |at: usize| Some(at..at + self.matches(&text[at..])?);
        match self.first {
            Some((lower, upper)) => memchr::memchr2_iter(lower, upper, text.as_bytes()).find_map(matched),
            None => text.char_indices().find_map(|(at, _)| matched(at)),
        }
    }

    /// How many bytes at the beginning of a text match.
    fn matches(&self, text: &str) -> Option<usize> {
        let mut wanted = self.letters.iter();
        for (at, letter) in text.char_indices() {
            // Only whole letters match.
            for lower in letter.to_lowercase() {
                match wanted.next() {
                    Some(next) if *next == lower => {}
                    Some(_) => return None,
                    None => return None,
                }
            }
            if wanted.len() == 0 {
                return Some(at + letter.len_utf8());
            }
        }
        None
    }
}

/// A text on one line, cut around what was found, and where that is.
fn excerpt(text: &str, found: Range<usize>) -> (String, Range<usize>) {
    let from = text[..found.start].char_indices().rev().take(AROUND).last().map_or(found.start, |(at, _)| at);
    let to = found.end + text[found.end..].chars().take(AROUND).map(char::len_utf8).sum::<usize>();
    let mut line = String::with_capacity(to - from + 6);
    line.push_str(if from > 0 { "…" } else { "" });
    let on_line = |line: &mut String, part: &str| {
        line.extend(part.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
    };
    on_line(&mut line, &text[from..found.start]);
    let start = line.len();
    on_line(&mut line, &text[found.clone()]);
    let end = line.len();
    on_line(&mut line, &text[found.end..to]);
    line.push_str(if to < text.len() { "…" } else { "" });
    (line, start..end)
}
