//! Rules about texts: unknown merge fields, emails without merge fields, blank texts.

use rustc_hash::FxHashSet;

use crate::campaign::item::Item;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{Need, TextKind, Visitor};
use crate::campaign::kinds::{Email, Kind, Recipient};
use crate::campaign::merge::{TextPiece, has_merge_field, is_merge_name, meant, pieces};

use super::codes::Code;
use super::fix::Fix;
use super::merge_offers::KnownFields;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::scene::CheckedSequence;
use super::words;

pub(super) fn check(scene: &CheckedSequence<'_>, nearest: &mut Nearest, notes: &mut FindingList) {
    let known = KnownFields::new(scene.directory);
    for place in 0..scene.sequence.items.len() {
        unknown_merge_fields(scene, place, &known, nearest, notes);
        blank_texts(scene, place, notes);
        impersonal(scene, place, notes);
    }
}

/// The texts of an item in which merge fields work.
pub(super) fn texts(item: &Item) -> Vec<(Setting, &str, TextKind)> {
    #[derive(Default)]
    struct Texts<'a>(Vec<(Setting, &'a str, TextKind)>);

    impl<'a> Visitor<'a> for Texts<'a> {
        fn text(&mut self, setting: Setting, text: &'a String, writing: TextKind, _: Need) {
            if writing.merges() {
                self.0.push((setting, text, writing));
            }
        }
    }

    let mut texts = Texts::default();
    item.kind.walk(&mut texts);
    texts.0
}

/// Reports each unknown merge field once for an item.
fn unknown_merge_fields(
    scene: &CheckedSequence<'_>,
    place: usize,
    known: &KnownFields<'_>,
    nearest: &mut Nearest,
    notes: &mut FindingList,
) {
    let item = scene.item(place);
    let mut said = FxHashSet::default();
    for (setting, text, _) in texts(item) {
        let unknown = |piece| if let TextPiece::Unknown(typed) = piece { Some(typed) } else { None };
        for typed in pieces(text, scene.directory).into_iter().filter_map(unknown).chain(meant(text)) {
            if !said.insert(typed) {
                continue;
            }
            let message = format!(
                "{} has the unknown merge field `{}` in its {}, which is shown as typed.",
                words::item(item),
                words::quote(typed),
                setting.key()
            );
            let finding = notes.item(scene, place, Code::UnknownMergeField, message);
            if !is_merge_name(typed.trim_matches('~')) {
                finding.help = "A merge field has only letters, digits, dots and _ between its tildes.".to_owned();
            }
            let offers = known.offers(typed, nearest);
            if let Some(known) = offers.known {
                finding.help = format!("Did you mean `{known}`? {}", finding.help);
                finding.fix = Some(Fix::ReplaceMergeField { item: item.id, typed: typed.to_owned(), known });
                finding.other_fix = offers.creates;
            } else {
                (finding.fix, finding.other_fix) = (offers.creates, offers.creates_otherwise);
            }
        }
    }
}

fn blank_texts(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    for (setting, text, writing) in texts(item) {
        if writing.is_read() && !text.is_empty() && text.trim().is_empty() {
            let message = format!("The {} of {} is blank.", setting.key(), words::item(item));
            notes.item(scene, place, Code::BlankText, message);
        }
    }
}

/// Reports an email without a merge field. An unknown merge field, or an empty text, is reported elsewhere.
fn impersonal(scene: &CheckedSequence<'_>, place: usize, notes: &mut FindingList) {
    let item = scene.item(place);
    let Kind::Email(Email { to: Some(Recipient::Contact), subject, body }) = &item.kind else { return };
    let is_written = !subject.trim().is_empty() && !body.trim().is_empty();
    if is_written && !has_merge_field(subject) && !has_merge_field(body) {
        let message = format!("{} has no merge field: all contacts get the same text.", words::item(item));
        notes.item(scene, place, Code::NoMergeField, message);
    }
}
