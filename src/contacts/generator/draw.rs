//! Chance without state: a draw is a function of the seed, the contact and what is drawn.
//!
//! Integers only, so that every machine draws the same.

/// The draws for one contact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draws {
    state: u64,
}

const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// SplitMix64's finish.
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

impl Draws {
    /// The draws of a contact.
    pub fn of(seed: u64, contact: u64) -> Self {
        Self { state: mixed(mixed(seed.wrapping_add(GAMMA)) ^ mixed(contact.wrapping_mul(GAMMA).wrapping_add(1))) }
    }

    /// The draw for one purpose.
    pub fn bits(self, purpose: u64) -> u64 {
        mixed(self.state.wrapping_add(purpose.wrapping_mul(GAMMA)))
    }

    /// A number below `bound`.
    pub fn below(self, purpose: u64, bound: u64) -> u64 {
        ((u128::from(self.bits(purpose)) * u128::from(bound)) >> 64) as u64
    }

    /// True in so many of a thousand cases.
    pub fn one_of(self, purpose: u64, per_mille: u64) -> bool {
        self.below(purpose, 1000) < per_mille
    }

    /// One of a list that is not empty.
    pub fn pick<T: Copy>(self, purpose: u64, list: &[T]) -> T {
        list[self.below(purpose, list.len() as u64) as usize]
    }
}
