//! The ids of users that occur in a run, each with its index.

use rustc_hash::FxHashMap;

/// Ids of users, each with its index in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct UserIndex {
    ids: Vec<String>,
    index_of: FxHashMap<String, u32>,
}

impl UserIndex {
    /// The index of a user, who is added if new.
    pub fn intern(&mut self, id: &str) -> u32 {
        if let Some(&index) = self.index_of.get(id) {
            return index;
        }
        let index = self.ids.len() as u32;
        self.ids.push(id.to_owned());
        self.index_of.insert(id.to_owned(), index);
        index
    }

    /// The ids, in order of their indices.
    pub fn into_ids(self) -> Vec<String> {
        self.ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_has_the_index_of_its_first_occurrence() {
        let mut users = UserIndex::default();
        assert_eq!(["kim", "lee", "kim", "", "lee"].map(|id| users.intern(id)), [0, 1, 0, 2, 1]);
        assert_eq!(users.into_ids(), ["kim", "lee", ""]);
    }
}
