//! The ids seen so far, as hashes.
//!
//! Ten million ids as texts would take more memory than everything else. Of each id 95 bits of a
//! hash are kept: that two of ten million different ids share them has a chance of one in 10^15. The
//! set is cut into shards that grow one by one and by two fifths, so that growing never needs a second
//! copy of the whole and little room stands empty: 10 million ids take less than 200 MB.

/// What is kept of an id; never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IdHash([u32; 3]);

impl IdHash {
    /// The hash of an id.
    pub fn of(id: &str) -> Self {
        const A: u64 = 0x9E37_79B9_7F4A_7C15;
        const B: u64 = 0xD6E8_FEB8_6659_FD93;
        let bytes = id.as_bytes();
        let mut a = (bytes.len() as u64).wrapping_mul(A) ^ B;
        let mut b = a.rotate_left(32) ^ A;
        let mut add = |word: u64| {
            a = (a ^ word).wrapping_mul(A);
            a ^= a >> 29;
            b = (b.rotate_left(27) ^ word).wrapping_mul(B);
            b ^= b >> 32;
        };
        let (words, rest) = bytes.as_chunks::<8>();
        for &word in words {
            add(u64::from_le_bytes(word));
        }
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            add(u64::from_le_bytes(word));
        }
        let (a, b) = (mixed(a ^ b.rotate_left(17)), mixed(b.wrapping_add(a)));
        Self([(a >> 32) as u32, a as u32, (b as u32) | 1])
    }
}

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

const SHARD_BITS: u32 = 8;

/// A set of ids.
#[derive(Debug)]
pub struct IdSet {
    shards: Vec<Shard>,
}

#[derive(Clone, Debug)]
struct Shard {
    /// Hashes at their places or behind them; all zero is empty.
    places: Vec<[u32; 3]>,
    len: usize,
}

impl Default for IdSet {
    fn default() -> Self {
        // Shards of different sizes, over the step by which they grow: so they grow one after the other,
        // and what one leaves behind is room for the next.
        let room = |shard: usize| 64 + ((64 * 2 * shard / 5) >> SHARD_BITS);
        let shard = |shard| Shard { places: vec![[0; 3]; room(shard)], len: 0 };
        Self { shards: (0..1 << SHARD_BITS).map(shard).collect() }
    }
}

impl IdSet {
    /// Looks at the places of ids that are added soon. The places are all over memory: looked at
    /// together, they come from there together, and each id is then added without waiting.
    pub fn fetch(&self, ids: impl Iterator<Item = IdHash>) {
        let look = |seen: u32, id: IdHash| {
            let shard = self.shard(id);
            seen ^ shard.places[shard.place(id.0)][0]
        };
        std::hint::black_box(ids.fold(0, look));
    }

    fn shard(&self, id: IdHash) -> &Shard {
        &self.shards[(id.0[1] >> (32 - SHARD_BITS)) as usize]
    }

    /// Adds an id; `false` if it was there.
    pub fn insert(&mut self, id: IdHash) -> bool {
        self.shards[(id.0[1] >> (32 - SHARD_BITS)) as usize].insert(id.0)
    }
}

impl Shard {
    fn insert(&mut self, hash: [u32; 3]) -> bool {
        if (self.len + 1) * 20 > self.places.len() * 17 {
            self.grow();
        }
        let free = match self.find(hash) {
            Ok(_) => return false,
            Err(free) => free,
        };
        self.places[free] = hash;
        self.len += 1;
        true
    }

    /// Where a hash is if nothing stands in its way.
    fn place(&self, hash: [u32; 3]) -> usize {
        ((u64::from(hash[0]) * self.places.len() as u64) >> 32) as usize
    }

    /// Where a hash is, or the free place for it.
    fn find(&self, hash: [u32; 3]) -> Result<usize, usize> {
        let mut at = self.place(hash);
        loop {
            match self.places[at] {
                known if known == hash => return Ok(at),
                [0, 0, 0] => return Err(at),
                _ => at = if at + 1 == self.places.len() { 0 } else { at + 1 },
            }
        }
    }

    fn grow(&mut self) {
        let room = self.places.len() + self.places.len() * 2 / 5;
        let old = std::mem::replace(&mut self.places, vec![[0; 3]; room]);
        for hash in old.into_iter().filter(|&hash| hash != [0; 3]) {
            if let Err(free) = self.find(hash) {
                self.places[free] = hash;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once() {
        let mut ids = IdSet::default();
        let all: Vec<String> = (0..200_000).map(|i| format!("c{i:06}")).collect();
        assert!(all.iter().all(|id| ids.insert(IdHash::of(id))));
        assert!(!all.iter().any(|id| ids.insert(IdHash::of(id))));
        for id in ["", "\0", "\0\0", "a", "a\0", "c0000000"] {
            assert!(ids.insert(IdHash::of(id)), "{id:?}");
        }
    }
}
