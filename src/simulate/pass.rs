//! Passes: the successive stays of a contact in a sequence.

/// The number of a contact's stay in a sequence, from 1. Every visit belongs to one stay.
///
/// A run of one sequence has first passes only: a contact enters it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pass(u16);

impl Pass {
    /// The first pass of a contact, which has number 1.
    pub const FIRST: Pass = Pass(1);

    /// The pass with a number, as written in files; `None` for numbers below 1 or above 65,535.
    pub fn of_number(number: i64) -> Option<Self> {
        u16::try_from(number).ok().filter(|number| *number > 0).map(Self)
    }

    /// The number of the pass, as written in files.
    pub fn number(self) -> i64 {
        self.0.into()
    }
}

/// The column with the pass of each visit. It takes memory only if a visit belongs to a later pass than the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passes {
    /// One pass for each visit; empty if all are first passes.
    all: Vec<Pass>,
}

impl Passes {
    /// The column of these passes. `has_later` says whether any of them is later than the first.
    pub(super) fn collect(passes: impl Iterator<Item = Pass>, has_later: bool) -> Self {
        Self { all: if has_later { passes.collect() } else { Vec::new() } }
    }

    /// The pass of the visit at this index.
    #[inline]
    pub(super) fn get(&self, index: usize) -> Pass {
        self.all.get(index).copied().unwrap_or(Pass::FIRST)
    }

    /// Adds the pass of the next visit. `len` is the number of visits before it.
    #[inline]
    pub(super) fn push(&mut self, pass: Pass, len: usize) {
        if pass != Pass::FIRST || !self.all.is_empty() {
            self.all.resize(len, Pass::FIRST);
            self.all.push(pass);
        }
    }

    /// Adds a span of another column. `len` is the number of visits before it.
    pub(super) fn extend(&mut self, other: &Passes, span: std::ops::Range<usize>, len: usize) {
        if self.all.is_empty() && other.all.is_empty() {
            return;
        }
        self.all.resize(len, Pass::FIRST);
        self.all.extend(span.map(|index| other.get(index)));
    }

    /// The memory of the column, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.all.capacity() * size_of::<Pass>()
    }

    /// Releases unused memory of the column.
    pub(super) fn shrink_to_fit(&mut self) {
        self.all.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(number: i64) -> Pass {
        Pass::of_number(number).expect("a pass")
    }

    #[test]
    fn numbers_of_passes_begin_with_1() {
        assert_eq!(pass(1), Pass::FIRST);
        assert_eq!(pass(1_000).number(), 1_000);
        assert_eq!([0, -1, i64::MAX].map(Pass::of_number), [None; 3]);
    }

    #[test]
    fn first_passes_take_no_room_and_later_ones_come_back() {
        let mut first = Passes::default();
        (0..3).for_each(|len| first.push(Pass::FIRST, len));
        assert_eq!((first.bytes(), first.get(2)), (0, Pass::FIRST));
        let mut later = first.clone();
        later.push(pass(2), 3);
        later.push(Pass::FIRST, 4);
        assert_eq!([0, 2, 3, 4].map(|index| later.get(index)), [1, 1, 2, 1].map(pass));
        let mut joined = first.clone();
        joined.extend(&first, 0..2, 3);
        assert_eq!(joined.bytes(), 0);
        joined.extend(&later, 2..5, 5);
        joined.extend(&first, 0..1, 8);
        assert_eq!([4, 5, 6, 7, 8].map(|index| joined.get(index)), [1, 1, 2, 1, 1].map(pass));
        let collected = Passes::collect([1, 1, 2, 1].map(pass).into_iter(), true);
        assert_eq!([0, 2, 3].map(|index| collected.get(index)), [1, 2, 1].map(pass));
    }
}
