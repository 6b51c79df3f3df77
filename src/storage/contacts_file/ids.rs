//! The ids seen so far, as hashes.
//!
//! Ten million ids as texts would take more memory than everything else, so only 95 bits of each id's hash are stored.
//! Two ids with the same bits count as one. Among ten million different ids, the chance of such a pair is one in 10^15.
//! The hash has a random key for every reading, so that a file with colliding ids can't be prepared.
//!
//! The set is split into shards. They grow one at a time, by two fifths, so growing never copies the whole set and
//! little memory is unused. With the line of each, so that a repeated id can say which row has it, ten million ids take
//! less than 260 MB.

use std::hash::{BuildHasher, Hasher, RandomState};

/// The random key of one reading.
///
/// The hash is the standard library's SipHash, which is made so that collisions can't be found without the key. It
/// takes 7 ns an id more than a hash without a key, of the 700 ns that a row takes. `ahash` would take no extra time,
/// but promises less.
#[derive(Clone, Debug, Default)]
pub struct IdKey(RandomState);

impl IdKey {
    /// The hash of an email address, without regard to case.
    pub fn hash_without_case(&self, address: &str) -> IdHash {
        let mut lower = [0; 256];
        match lower.get_mut(..address.len()).filter(|_| address.is_ascii()) {
            Some(lower) => {
                lower.copy_from_slice(address.as_bytes());
                lower.make_ascii_lowercase();
                self.hash_bytes(lower)
            }
            None => self.hash_bytes(address.to_lowercase().as_bytes()),
        }
    }

    /// The hash of an id.
    pub fn hash(&self, id: &str) -> IdHash {
        self.hash_bytes(id.as_bytes())
    }

    fn hash_bytes(&self, id: &[u8]) -> IdHash {
        let mut hasher = self.0.build_hasher();
        hasher.write(id);
        let first = hasher.finish();
        // The hash of the id and one more byte is as good as a second hash. No text in UTF-8 has the byte 0xFF.
        hasher.write_u8(0xFF);
        let second = hasher.finish();
        IdHash([(first >> 32) as u32, first as u32, (second as u32) | 1])
    }
}

/// The hash of an id; never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IdHash([u32; 3]);

const SHARD_BITS: u32 = 8;

/// A set of ids, stored as hashes.
#[derive(Debug)]
pub struct IdSet {
    shards: Vec<Shard>,
}

#[derive(Clone, Debug)]
struct Shard {
    /// Hashes at their slots or after them; all zeros mean empty.
    places: Vec<[u32; 3]>,
    /// The line of the id in each slot.
    lines: Vec<u32>,
    len: usize,
}

impl Default for IdSet {
    fn default() -> Self {
        // Shards start with different sizes, spread over one step of growth. So they grow one after another, and the
        // memory that one frees is used by the next.
        let room = |shard: usize| 64 + ((64 * 2 * shard / 5) >> SHARD_BITS);
        let shard = |shard| Shard { places: vec![[0; 3]; room(shard)], lines: vec![0; room(shard)], len: 0 };
        Self { shards: (0..1 << SHARD_BITS).map(shard).collect() }
    }
}

impl IdSet {
    /// Reads the slots of ids that will be added soon. They are spread over memory; reading them together lets the
    /// memory requests overlap.
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

    /// Adds an id with its line; the error is the line that it was added with before. Lines from 4,294,967,295 on count
    /// as one.
    pub fn insert(&mut self, id: IdHash, line: u64) -> Result<(), u64> {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        self.shards[(id.0[1] >> (32 - SHARD_BITS)) as usize].insert(id.0, line).map_err(u64::from)
    }
}

impl Shard {
    fn insert(&mut self, hash: [u32; 3], line: u32) -> Result<(), u32> {
        if (self.len + 1) * 20 > self.places.len() * 17 {
            self.grow();
        }
        let free = match self.find(hash) {
            Ok(known) => return Err(self.lines[known]),
            Err(free) => free,
        };
        self.places[free] = hash;
        self.lines[free] = line;
        self.len += 1;
        Ok(())
    }

    /// The slot where the search for a hash starts.
    fn place(&self, hash: [u32; 3]) -> usize {
        ((u64::from(hash[0]) * self.places.len() as u64) >> 32) as usize
    }

    /// The slot of a hash; the error is the free slot for it, if it isn't in the set.
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
        let old_lines = std::mem::replace(&mut self.lines, vec![0; room]);
        for (hash, line) in old.into_iter().zip(old_lines).filter(|(hash, _)| *hash != [0; 3]) {
            if let Err(free) = self.find(hash) {
                self.places[free] = hash;
                self.lines[free] = line;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_new_once() {
        let (key, mut ids) = (IdKey::default(), IdSet::default());
        let all: Vec<String> = (0..200_000).map(|i| format!("c{i:06}")).collect();
        assert!(all.iter().zip(2..).all(|(id, line)| ids.insert(key.hash(id), line).is_ok()));
        assert!(all.iter().zip(2..).all(|(id, line)| ids.insert(key.hash(id), 0) == Err(line)));
        for id in ["", "\0", "\0\0", "a", "a\0", "c0000000"] {
            assert!(ids.insert(key.hash(id), 1).is_ok(), "{id:?}");
        }
    }

    #[test]
    fn addresses_are_the_same_in_capitals() {
        let key = IdKey::default();
        let long = format!("{}@example.com", "x".repeat(300));
        for (one, other) in [("Ana@Example.COM", "ana@example.com"), ("ÉVA@x.org", "éva@x.org"), (&long, &long)] {
            assert_eq!(key.hash_without_case(one), key.hash_without_case(other), "{one}");
            assert_eq!(key.hash_without_case(other), key.hash(other), "{other}");
        }
        assert_ne!(key.hash_without_case("ana@x.org"), key.hash_without_case("anna@x.org"));
    }

    #[test]
    fn every_reading_has_a_key_of_its_own() {
        let (one, other) = (IdKey::default(), IdKey::default());
        assert_eq!(one.hash("kim@example.com"), one.hash("kim@example.com"));
        assert_eq!(one.hash("kim@example.com"), one.clone().hash("kim@example.com"));
        assert_ne!(one.hash("kim@example.com"), other.hash("kim@example.com"));
    }
}
