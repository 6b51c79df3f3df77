//! What items would have done: one effect for every communication and process that ran.
//!
//! Effects are read off a finished run, contact by contact, in the order of its visits; the record's
//! fields, tags and owner are followed on the way, so that merge fields show what they held then.
//! Nothing is sent, and nothing here could.
//!
//! | effect | keys of `detail` |
//! |---|---|
//! | `email` | `body`, `subject`, `to` |
//! | `fax` | `body`, `number` |
//! | `letter` | `body`, `city`, `country`, `name`, `postal_code`, `state`, `street` |
//! | `tag` | `applied`, `removed`, `tags` (the contact's tags then) |
//! | `note` | `body`, `title` |
//! | `task` | `body`, `due` (a date), `title`, `user` |
//! | `appointment` | `minutes`, `starts` (date, and time if one is set), `title`, `user` |
//! | `field` | `before`, `field`, `value` |
//! | `owner` | `before`, `user` |
//! | `opportunity` | `stage`, `title`, `user` |
//! | `order` | `charge` (`charged`, `failed`, `not_tried`), `currency`, `payment`, `products` (`id`, `name`, `price`, `quantity`), `total` |
//! | `fulfillment` | `attachment`, `columns`, `csv` (the job, when it is not queued), `deliver`, `list`, `queued`, `row` |
//! | `fulfillment_release` | `attachment`, `contacts`, `csv`, `deliver`, `list`: a row without contact |
//! | `customer_hub` | `login` |
//! | `http_post` | `meaning`, `pairs`, `response` (a status or `timeout`), `url` |
//! | `action_set` | `name` |

mod detail;
pub mod fulfilment;
mod order;
mod record;
pub mod then;

use serde_json::Value;

use crate::calendar::Instant;
use crate::campaign::document::Campaign;
use crate::campaign::sequence::Sequence;

use super::kernel::Visit;
use super::outcome::Outcome;
use super::plan::{Plan, Rank};
use super::record::Contact;
use super::settle::Assignments;

use fulfilment::Queued;
use record::Record;

/// The names of all effects and what is in their detail, as `--help effects` shows them.
pub const NAMES: &[(&str, &str)] = &[
    ("email", "body, subject, to"),
    ("fax", "body, number"),
    ("letter", "body, city, country, name, postal_code, state, street"),
    ("tag", "applied, removed, tags (the contact's tags then)"),
    ("note", "body, title"),
    ("task", "body, due (a date), title, user"),
    ("appointment", "minutes, starts (date, and time if one is set), title, user"),
    ("field", "before, field, value"),
    ("owner", "before, user"),
    ("opportunity", "stage, title, user"),
    ("order", "charge (charged, failed, not_tried), currency, payment, products (id, name, price, quantity), total"),
    ("fulfillment", "attachment, columns, csv (the job, when it is not queued), deliver, list, queued, row"),
    ("fulfillment_release", "attachment, contacts, csv, deliver, list: a row without contact"),
    ("customer_hub", "login"),
    ("http_post", "meaning, pairs, response (a status or \"timeout\"), url"),
    ("action_set", "name"),
];

/// What an item would have done.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The item, by rank.
    pub rank: Rank,
    /// When.
    pub at: Instant,
    /// Its name in [`NAMES`].
    pub name: &'static str,
    /// Its detail: an object, keys sorted.
    pub detail: Value,
}

/// What is needed to tell effects.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// The compiled sequence.
    pub plan: &'a Plan,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The sequence that was compiled.
    pub sequence: &'a Sequence,
    /// The users of the run's assignments.
    pub users: &'a [String],
}

impl<'a> Teller<'a> {
    /// A teller for a run whose assignments are settled.
    pub fn new(plan: &'a Plan, campaign: &'a Campaign, sequence: &'a Sequence, made: &'a Assignments) -> Self {
        Self { plan, campaign, sequence, users: &made.users }
    }

    /// The effects of one contact's visits, which come in the order of the run; `given` are the users
    /// that its items were given, by rank. Who is put on a queued list goes to `queued` too.
    pub fn effects(
        &self,
        contact: Contact<'_>,
        place: u64,
        visits: impl Iterator<Item = Visit>,
        given: &[(u64, Rank, u32)],
        queued: &mut Vec<Queued>,
    ) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut record: Option<Record<'_>> = None;
        for visit in visits {
            let record = record.get_or_insert_with(|| Record::new(*self, contact, visit.arrived));
            if visit.outcome != Outcome::Ran {
                continue;
            }
            let user = given
                .binary_search_by_key(&visit.rank, |&(_, rank, _)| rank)
                .ok()
                .map(|found| self.users[given[found].2 as usize].as_str());
            if let Some((name, detail)) = record.perform(&visit, user) {
                if let Some(row) = fulfilment::queued_row(self, &visit, &detail) {
                    let id = contact.block.id(contact.row).to_owned();
                    queued.push(Queued { rank: visit.rank, at: visit.arrived, place, id, row });
                }
                effects.push(Effect { rank: visit.rank, at: visit.arrived, name, detail });
            }
        }
        effects
    }
}
