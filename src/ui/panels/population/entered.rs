//! How people entered before another way of entering was chosen, to go back to.

use crate::calendar::Wall;
use crate::calendar::day::SECS_A_DAY;
use crate::campaign::rehearsal::{Enter, Hours};

/// How people entered before another kind was chosen, to go back to: by the name of the rehearsal that is shown, the
/// kinds in the order in which they are offered.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    pub(super) rehearsal: String,
    pub(super) kinds: [Option<Enter>; 3],
}

impl Before {
    /// Another kind of entering, as it was when it was last left; where it never was, with the moments of what is known.
    pub(super) fn switch(&mut self, now: Enter, kind: usize, until: Wall) -> Enter {
        self.kinds[place(&now)] = Some(now);
        let (from, to) = self.moments(now, until);
        let fresh = [Enter::At(from), Enter::Spread(from, to, Hours::AllHours), Enter::ByColumn];
        self.kinds[kind].unwrap_or(fresh[kind])
    }

    /// The first and the last moment at which people enter, or entered before they did by column.
    fn moments(&self, now: Enter, until: Wall) -> (Wall, Wall) {
        let some_days = |at: Wall| Wall::from_secs(at.secs() + 5 * SECS_A_DAY);
        let before = self.kinds.iter().flatten().copied().filter(|_| now == Enter::ByColumn);
        let said = std::iter::once(now).chain(before).find_map(|enter| match enter {
            Enter::At(at) => Some((at, some_days(at))),
            Enter::Spread(from, to, _) => Some((from, to)),
            Enter::ByColumn => None,
        });
        said.unwrap_or_else(|| {
            let first = Wall::from_secs(until.secs() - 180 * SECS_A_DAY).day().at_second(9 * 3600);
            (first, some_days(first))
        })
    }
}

/// The place of a kind among those that are offered.
pub(super) fn place(enter: &Enter) -> usize {
    match enter {
        Enter::At(_) => 0,
        Enter::Spread(..) => 1,
        Enter::ByColumn => 2,
    }
}
