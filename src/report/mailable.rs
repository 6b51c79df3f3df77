//! Who can be mailed: the contacts of a list by the status of their email address.

use crate::campaign::fields::Column;
use crate::campaign::text::thousands;
use crate::contacts::block::{Block, Population};
use crate::contacts::status::EmailStatus;
use crate::simulate::record::Contact;

/// The number of contacts by the status of their email address; contacts without an address are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MailableCounts {
    /// Contacts with an address, in the order of [`EmailStatus::ALL`].
    by_status: [u64; EmailStatus::ALL.len()],
    /// Contacts without an address.
    without_address: u64,
}

/// Contacts that are asked for by whether they can be mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailableFilter {
    /// They have an address, and its status allows marketing email.
    CanBeMailed,
    /// They have no address, or its status doesn't allow marketing email.
    CannotBeMailed,
    /// They have no address.
    WithoutAddress,
    /// They have an address of this status.
    Status(EmailStatus),
}

fn has_address(block: &Block, row: usize) -> bool {
    !block.column(Column::Email, row).trim().is_empty()
}

impl MailableFilter {
    /// All filters, in the order shown.
    pub fn all() -> impl Iterator<Item = Self> {
        let few = [Self::CanBeMailed, Self::CannotBeMailed, Self::WithoutAddress];
        few.into_iter().chain(EmailStatus::ALL.into_iter().map(Self::Status))
    }

    /// Whether a contact matches.
    pub fn fits(self, contact: Contact<'_>) -> bool {
        let (has_address, status) = (has_address(contact.block, contact.row), contact.email_status());
        match self {
            Self::CanBeMailed => has_address && status.is_marketable(),
            Self::CannotBeMailed => !has_address || !status.is_marketable(),
            Self::WithoutAddress => !has_address,
            Self::Status(wanted) => has_address && status == wanted,
        }
    }

    /// The contacts, in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CanBeMailed => "can be mailed",
            Self::CannotBeMailed => "can't be mailed",
            Self::WithoutAddress => "no email address",
            Self::Status(status) => status.label(),
        }
    }
}

impl MailableCounts {
    /// Counts the contacts of a list.
    pub fn of(population: &Population) -> Self {
        let mut counts = Self::default();
        for block in population.blocks() {
            for row in 0..block.len() {
                match has_address(block, row) {
                    true => counts.by_status[block.status(row) as usize] += 1,
                    false => counts.without_address += 1,
                }
            }
        }
        counts
    }

    /// The number of contacts that match a filter.
    pub fn count(&self, filter: MailableFilter) -> u64 {
        let sum = |is_marketable: bool| -> u64 {
            let all = EmailStatus::ALL.into_iter().zip(self.by_status);
            all.filter(|(status, _)| status.is_marketable() == is_marketable).map(|(_, count)| count).sum()
        };
        match filter {
            MailableFilter::CanBeMailed => sum(true),
            MailableFilter::CannotBeMailed => sum(false) + self.without_address,
            MailableFilter::WithoutAddress => self.without_address,
            MailableFilter::Status(status) => self.by_status[status as usize],
        }
    }

    /// The parts of those who can be mailed, or of those who can't: each filter that has contacts, with their number.
    pub fn parts(&self, can: bool) -> impl Iterator<Item = (MailableFilter, u64)> + '_ {
        let statuses = EmailStatus::ALL.into_iter().filter(move |status| status.is_marketable() == can);
        let address = (!can).then_some(MailableFilter::WithoutAddress);
        let all = statuses.map(MailableFilter::Status).chain(address);
        all.map(|filter| (filter, self.count(filter))).filter(|(_, count)| *count > 0)
    }

    /// Both groups with their parts, a line each: `201 can be mailed: 120 confirmed, 81 unconfirmed`.
    pub fn words(&self) -> Vec<String> {
        let line = |can: bool| {
            let whole = if can { MailableFilter::CanBeMailed } else { MailableFilter::CannotBeMailed };
            let count = self.count(whole);
            let parts: Vec<String> =
                self.parts(can).map(|(part, count)| format!("{} {}", thousands(count), part.label())).collect();
            (count > 0).then(|| format!("{} {}: {}", thousands(count), whole.label(), parts.join(", ")))
        };
        [true, false].into_iter().filter_map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;
    use crate::campaign::directory::Directory;
    use crate::campaign::rehearsal::Person;
    use crate::contacts::block::Layout;
    use crate::contacts::people::population;

    #[test]
    fn every_contact_is_in_one_part_and_who_has_no_address_is_in_that_one() {
        let person = |email: &str, status: &str| {
            let cells = [("email", email), ("email_status", status), ("first_name", "Ann")];
            Person(cells.into_iter().map(|(key, cell)| (key.to_owned(), cell.to_owned())).collect())
        };
        let people = [
            person("a@x.com", "confirmed"),
            person("b@x.com", ""),
            person("c@x.com", "unsubscribed"),
            person("d@x.com", "hard_bounce"),
            person("", "confirmed"),
        ];
        let directory = Directory::default();
        let layout = Layout::new(&directory);
        let zone = Zone::utc();
        let read = population(&people, &layout, &directory, &zone, chrono::NaiveDate::default()).expect("contacts");
        let counts = MailableCounts::of(&read.population);
        assert_eq!(
            counts.words(),
            [
                "2 can be mailed: 1 confirmed, 1 unconfirmed",
                "3 can't be mailed: 1 unsubscribed, 1 hard bounce, 1 no email address"
            ]
        );
        for filter in MailableFilter::all() {
            let blocks = read.population.blocks().iter();
            let contacts = blocks.flat_map(|block| (0..block.len()).map(move |row| Contact { block, row }));
            let found = contacts.filter(|contact| filter.fits(*contact)).count() as u64;
            assert_eq!(found, counts.count(filter), "{filter:?}");
        }
    }
}
