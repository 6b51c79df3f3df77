//! Random draws without state: a draw is a function of the seed, the contact and the purpose of the draw.
//!
//! It uses integers only, so every machine draws the same values.

/// The random draws for one contact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draws {
    state: u64,
}

const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finishing step of SplitMix64.
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

impl Draws {
    /// The draws for a contact, by its number.
    pub fn of(seed: u64, contact: u64) -> Self {
        Self { state: mixed(mixed(seed.wrapping_add(GAMMA)) ^ mixed(contact.wrapping_mul(GAMMA).wrapping_add(1))) }
    }

    /// 64 random bits for a purpose.
    pub fn bits(self, purpose: u64) -> u64 {
        mixed(self.state.wrapping_add(purpose.wrapping_mul(GAMMA)))
    }

    /// A random number below `bound`.
    pub fn below(self, purpose: u64, bound: u64) -> u64 {
        ((u128::from(self.bits(purpose)) * u128::from(bound)) >> 64) as u64
    }

    /// True with a probability of `per_mille` in 1,000.
    pub fn one_of(self, purpose: u64, per_mille: u64) -> bool {
        self.below(purpose, 1000) < per_mille
    }

    /// A random element of a list, which must not be empty.
    pub fn pick<T: Copy>(self, purpose: u64, list: &[T]) -> T {
        list[self.below(purpose, list.len() as u64) as usize]
    }
}
