//! The last settings of each kind of entry, so that switching back restores them.

use crate::calendar::DateTime;
use crate::calendar::date::SECS_A_DAY;
use crate::campaign::rehearsal::{Enter, Hours};

/// The last entry settings: the rehearsal's name, and one setting for each kind in the order of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    pub(super) rehearsal: String,
    pub(super) kinds: [Option<Enter>; 3],
}

impl Before {
    /// Switches to another kind of entry, with its last settings, or with times from the current ones.
    pub(super) fn switch(&mut self, now: Enter, kind: usize, until: DateTime) -> Enter {
        self.kinds[place(&now)] = Some(now);
        let (from, to) = self.moments(now, until);
        let fresh = [Enter::At(from), Enter::Spread(from, to, Hours::AllHours), Enter::ByColumn];
        self.kinds[kind].unwrap_or(fresh[kind])
    }

    /// The first and last entry time, of the current or the last settings.
    fn moments(&self, now: Enter, until: DateTime) -> (DateTime, DateTime) {
        let some_days = |at: DateTime| DateTime::from_secs(at.secs() + 5 * SECS_A_DAY);
        let before = self.kinds.iter().flatten().copied().filter(|_| now == Enter::ByColumn);
        let said = std::iter::once(now).chain(before).find_map(|enter| match enter {
            Enter::At(at) => Some((at, some_days(at))),
            Enter::Spread(from, to, _) => Some((from, to)),
            Enter::ByColumn => None,
        });
        said.unwrap_or_else(|| {
            let first = DateTime::from_secs(until.secs() - 180 * SECS_A_DAY).date().at_second(9 * 3600);
            (first, some_days(first))
        })
    }
}

/// The index of a kind in the list.
pub(super) fn place(enter: &Enter) -> usize {
    match enter {
        Enter::At(_) => 0,
        Enter::Spread(..) => 1,
        Enter::ByColumn => 2,
    }
}
