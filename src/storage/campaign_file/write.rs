//! Writes a campaign as canonical text: the layout of `example.ron`.
//!
//! This module writes the outer lines; each entry is one value on one line (`line.rs`). Every struct is destructured
//! by field name, so that a new field can't be forgotten.

use std::borrow::Cow;

use serde::Serialize;

use crate::campaign::document;

use super::format;
use super::line::{is_plain_name, push, push_text};
use super::v1::campaign::{CampaignV1, RulesV1};
use super::v1::directory::DirectoryV1;
use super::v1::people::{PeopleV1, PersonV1};
use super::v1::rehearsal::RehearsalV1;
use super::v1::sequence::SequenceV1;

/// The text of a campaign, in canonical form and in the oldest format that can represent all of it.
pub fn to_ron(campaign: &document::Campaign) -> String {
    to_text(&CampaignV1 { format: format::needed_by(campaign), ..CampaignV1::of(campaign) })
}

fn to_text(campaign: &CampaignV1<'_>) -> String {
    let CampaignV1 { format, name, description, time_zone, rules, directory, sequences, rehearsals } = campaign;
    let mut page = IndentedText::new();
    page.out.push_str("#![enable(implicit_some)]\n");
    page.begin("Campaign(");
    page.field("format", format);
    page.field("name", name);
    page.field("description", description);
    page.field("time_zone", time_zone);
    page.rules(rules);
    page.directory(directory);
    page.open("sequences: [");
    sequences.iter().for_each(|sequence| page.sequence(sequence));
    page.close("]");
    page.list("rehearsals", rehearsals, rehearsal);
    page.end(")")
}

/// Lines with their indentation.
pub(super) struct IndentedText {
    out: String,
    depth: usize,
}

impl IndentedText {
    pub(super) fn new() -> Self {
        Self { out: String::new(), depth: 0 }
    }

    /// Opens the outermost bracket.
    pub(super) fn begin(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
        self.depth = 1;
    }

    /// Closes the outermost bracket, and returns the text.
    pub(super) fn end(mut self, bracket: &str) -> String {
        self.out.push_str(bracket);
        self.out.push('\n');
        self.out
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("    ");
        }
    }

    fn open(&mut self, line: &str) {
        self.indent();
        self.out.push_str(line);
        self.out.push('\n');
        self.depth += 1;
    }

    fn close(&mut self, bracket: &str) {
        self.depth -= 1;
        self.indent();
        self.out.push_str(bracket);
        self.out.push_str(",\n");
    }

    /// `name: value,`
    fn field(&mut self, name: &str, value: &(impl Serialize + ?Sized)) {
        self.indent();
        self.out.push_str(name);
        self.out.push_str(": ");
        push(&mut self.out, value);
        self.out.push_str(",\n");
    }

    /// Writes a list with one entry a line. An empty list is left out.
    pub(super) fn list<T>(&mut self, name: &str, entries: &[T], write: impl Fn(&mut String, &T)) {
        if entries.is_empty() {
            return;
        }
        self.open(&format!("{name}: ["));
        for entry in entries {
            self.indent();
            write(&mut self.out, entry);
            self.out.push_str(",\n");
        }
        self.close("]");
    }

    /// Writes a list of names on one line. An empty list is left out.
    fn names(&mut self, name: &str, names: &[String]) {
        if !names.is_empty() {
            self.field(name, names);
        }
    }

    fn rules(&mut self, rules: &RulesV1) {
        let RulesV1 { day_count, field_timers_read, leap_day } = rules;
        self.open("rules: (");
        self.field("day_count", day_count);
        self.field("field_timers_read", field_timers_read);
        self.field("leap_day", leap_day);
        self.close(")");
    }

    fn directory(&mut self, directory: &DirectoryV1<'_>) {
        let DirectoryV1 { users, round_robins, sales_stages, tags, products, action_sets, custom_fields, customer_hub } =
            directory;
        if is_empty(directory) {
            self.indent();
            self.out.push_str("directory: (),\n");
            return;
        }
        self.open("directory: (");
        self.list("users", users, push);
        self.list("round_robins", round_robins, push);
        self.names("sales_stages", sales_stages);
        self.names("tags", tags);
        self.list("products", products, push);
        self.names("action_sets", action_sets);
        self.list("custom_fields", custom_fields, push);
        if *customer_hub {
            self.field("customer_hub", customer_hub);
        }
        self.close(")");
    }

    fn sequence(&mut self, sequence: &SequenceV1<'_>) {
        let SequenceV1 { id, name, next_id, items, links, notes, frames } = sequence;
        self.open("(");
        if let Some(id) = id {
            self.field("id", id);
        }
        self.field("name", name);
        if let Some(next_id) = next_id {
            self.field("next_id", next_id);
        }
        self.list("items", items, push);
        self.list("links", links, push);
        self.list("notes", notes, push);
        self.list("frames", frames, push);
        self.close(")");
    }
}

fn is_empty(directory: &DirectoryV1<'_>) -> bool {
    let DirectoryV1 { users, round_robins, sales_stages, tags, products, action_sets, custom_fields, customer_hub } =
        directory;
    let lists = [users.is_empty(), round_robins.is_empty(), sales_stages.is_empty(), tags.is_empty()];
    let more = [products.is_empty(), action_sets.is_empty(), custom_fields.is_empty(), !customer_hub];
    lists.into_iter().chain(more).all(|is_empty| is_empty)
}

fn rehearsal(out: &mut String, rehearsal: &RehearsalV1<'_>) {
    let RehearsalV1 { name, sequence, people, enter, until, breakpoints } = rehearsal;
    out.push_str("(name: ");
    push_text(out, name);
    out.push_str(", sequence: ");
    push_text(out, sequence);
    out.push_str(", people: ");
    match people {
        PeopleV1::Generated { .. } | PeopleV1::File(_) => push(out, people),
        PeopleV1::People(people) => {
            out.push_str("People([");
            for (place, one) in people.iter().enumerate() {
                out.push_str(if place == 0 { "" } else { ", " });
                person(out, one);
            }
            out.push_str("])");
        }
    }
    out.push_str(", enter: ");
    push(out, enter);
    out.push_str(", until: ");
    push(out, until);
    if !breakpoints.is_empty() {
        out.push_str(", breakpoints: ");
        push(out, breakpoints);
    }
    out.push(')');
}

/// Writes a contact: `(id: "..", plan: "..")`, or `{"id": "..", "my plan": ".."}` if a key isn't a plain name.
fn person(out: &mut String, PersonV1(person): &PersonV1<'_>) {
    if !person.cells().all(|(key, _)| is_plain_name(key)) {
        return push(out, &PersonV1(Cow::Borrowed(person)));
    }
    out.push('(');
    for (place, (key, cell)) in person.cells().enumerate() {
        out.push_str(if place == 0 { "" } else { ", " });
        out.push_str(key);
        out.push_str(": ");
        push_text(out, cell);
    }
    out.push(')');
}

/// The fingerprint of a campaign: the SHA-256 of its canonical text, in hexadecimal digits.
pub fn fingerprint(campaign: &document::Campaign) -> String {
    fingerprint_of(&to_ron(campaign))
}

/// The fingerprint of a campaign whose canonical text this is.
pub fn fingerprint_of(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
