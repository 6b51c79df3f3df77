//! A message as one contact will get it: to whom, with its merge fields filled, and what is not filled.
//!
//! Start at [`preview`]. The texts are filled by the code that fills those of effects
//! ([`EffectContext::message`](crate::simulate::effects::EffectContext::message)); nothing is sent or loaded.

pub mod contacts;
pub mod html;
pub mod length;
pub mod marked;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;
use crate::campaign::ids::ItemRef;
use crate::campaign::item::Item;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::TextKind;
use crate::campaign::kinds::{Email, Kind, Reach, Recipient};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::merge::FilledPiece;
use crate::campaign::sequence::Sequence;
use crate::simulate::effects::message::{FilledMessage, MessageReader};
use crate::simulate::kernel::Visit;
use crate::simulate::outcome::{Outcome, Reason};

use super::rehearse::finished::FinishedRehearsal;
use html::page::HtmlPage;
use marked::{MarkedText, PreviewText, UnfilledField, unfilled};

/// A contact of a run, and how it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PreviewReader {
    /// The position of the contact in the list.
    pub place: u64,
    /// Whether to leave out its first name, to see the message without it.
    pub without_first_name: bool,
}

/// A message as one contact gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagePreview {
    /// The name of the contact; the id if it has none.
    pub contact: String,
    /// Who gets it.
    pub to: String,
    /// What is missing, if nobody can get it.
    pub no_address: Option<String>,
    /// The text of one line, such as the subject, with its setting.
    pub line: Option<(Setting, PreviewText)>,
    /// The text of many lines.
    pub body: PreviewText,
    /// The body as styled text, if it is HTML.
    pub page: Option<HtmlPage>,
    /// Whether line breaks were typed in the body that its HTML doesn't show.
    pub loses_line_breaks: bool,
    /// The merge fields that are not filled, each once.
    pub unfilled: Vec<UnfilledField>,
    /// Whether it has merge fields.
    pub has_fields: bool,
    /// When the contact gets it, or why not.
    pub delivery: Delivery,
}

/// When the contact gets a message, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It is sent at this instant.
    Sent(Instant),
    /// It is not sent at this instant, for this reason.
    NotSent(Instant, Reason),
    /// The contact doesn't get there before the rehearsal ends.
    NotReached,
    /// There is no rehearsal that has the item.
    NotRehearsed,
}

/// An item of this campaign as a contact of a run gets it; `None` if there is no such contact, or the item has no text.
/// The item may be newer than the run.
pub fn preview(
    finished: &FinishedRehearsal,
    (campaign, known): (&Campaign, &IndexedDirectory<'_>),
    item: ItemRef,
    reader: PreviewReader,
) -> Option<MessagePreview> {
    let kind = &campaign.item(item)?.kind;
    kind.body()?;
    let contact = finished.contact(reader.place)?;
    let scene = &finished.scene;
    let rank = finished.rank(item);
    let visit = rank.and_then(|rank| finished.visits(reader.place).find(|visit| visit.rank == rank));
    let given = |visit: &Visit| finished.kept.assignments(scene).user_of(reader.place, visit);
    let filled = finished.kept.effect_context(scene).message(
        MessageReader {
            contact,
            visits: finished.visits(reader.place).take_while(|visit| Some(visit.rank) != rank),
            given,
            at: visit.map_or(scene.until, |visit| visit.arrived),
            without: reader.without_first_name.then_some(Column::FirstName),
        },
        kind,
        known,
    );
    let delivery = match (rank, visit) {
        (None, _) => Delivery::NotRehearsed,
        (Some(_), None) => Delivery::NotReached,
        (Some(_), Some(visit)) => match visit.outcome {
            Outcome::Skipped(reason) => Delivery::NotSent(visit.arrived, reason),
            Outcome::Ran | Outcome::Waiting | Outcome::Held => Delivery::Sent(visit.through().unwrap_or(visit.arrived)),
        },
    };
    Some(of(filled, (kind, known), contact.block.id(contact.row), delivery))
}

fn of(
    filled: FilledMessage<'_>,
    (kind, known): (&Kind, &IndexedDirectory<'_>),
    id: &str,
    delivery: Delivery,
) -> MessagePreview {
    let pieces = || filled.texts.iter().flat_map(|text| text.pieces.iter());
    let (unfilled, has_fields) = unfilled(pieces(), known);
    let of_kind = |writing| filled.texts.iter().find(|text| text.writing == writing);
    let text = |pieces: &[FilledPiece<'_>]| PreviewText::of(pieces, known);
    let line = of_kind(TextKind::Line).map(|line| (line.setting, text(&line.pieces)));
    let body = of_kind(TextKind::Page).map(|body| text(&body.pieces)).unwrap_or_default();
    let page =
        of_kind(TextKind::Page).filter(|body| kind.description().may_be_html && is_written_as_html(&body.pieces));
    let loses_line_breaks = page.is_some_and(|body| html::breaks::loses_line_breaks(&as_typed(&body.pieces)));
    let page = page.map(|body| html::page(body.pieces.iter().map(|piece| MarkedText::of(piece, known))));
    let (to, no_address) = recipient(&filled, kind, known);
    let contact = if filled.contact.is_empty() { id.to_owned() } else { filled.contact };
    MessagePreview { contact, to, no_address, line, body, page, loses_line_breaks, unfilled, has_fields, delivery }
}

/// Whether a text was written as HTML. The values of contacts don't make it so.
fn is_written_as_html(pieces: &[FilledPiece<'_>]) -> bool {
    pieces.iter().any(|piece| match piece {
        FilledPiece::Text(typed) | FilledPiece::Unknown(typed) => html::is_html(typed),
        FilledPiece::Value(..) => false,
    })
}

/// The typed part of a text, with a letter for the value of each merge field.
fn as_typed(pieces: &[FilledPiece<'_>]) -> String {
    let typed = pieces.iter().map(|piece| match piece {
        FilledPiece::Text(typed) | FilledPiece::Unknown(typed) => *typed,
        FilledPiece::Value(..) => "x",
    });
    typed.collect()
}

/// Who gets a message, and what the one who gets it lacks.
fn recipient(filled: &FilledMessage<'_>, kind: &Kind, known: &IndexedDirectory<'_>) -> (String, Option<String>) {
    let address = filled.address.as_str();
    let needs = |words: &str| address.is_empty().then(|| format!("needs {words}"));
    let with_name = |name: &str| match (name, address) {
        ("", address) => address.to_owned(),
        (name, "") => name.to_owned(),
        // The lines of a postal address begin with the name.
        (name, address) if address.starts_with(name) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    };
    if let Kind::Email(Email { to, .. }) = kind {
        return match to {
            None => (String::new(), Some("no recipient is chosen".to_owned())),
            Some(Recipient::Contact) => (with_name(&filled.contact), needs("an email address")),
            Some(Recipient::Address(_)) => (address.to_owned(), needs("an email address")),
            Some(Recipient::User(id)) => {
                (with_name(known.user(id).map_or("", |user| &user.name)), needs("an email address"))
            }
        };
    }
    match kind.settings().reach() {
        Some(Reach::Columns(_, words)) => (with_name(&filled.contact), needs(words)),
        Some(Reach::MarketableEmail) => (with_name(&filled.contact), needs("an email address")),
        None => (String::new(), None),
    }
}

/// The items of a sequence that have a text to preview.
pub fn with_text(items: &[Item]) -> impl Iterator<Item = &Item> {
    items.iter().filter(|item| item.kind.body().is_some())
}

/// The item whose text a command is about: the selected one, else the first of the sequence that has a text.
pub fn text_item(sequence: &Sequence, selected: Option<u64>) -> Option<ItemRef> {
    let selected = selected.and_then(|id| sequence.item(id)).filter(|item| item.kind.body().is_some());
    selected.or_else(|| with_text(&sequence.items).next()).map(|item| sequence.id.item(item.id))
}

#[cfg(test)]
mod tests;
