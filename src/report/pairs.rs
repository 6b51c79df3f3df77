//! Finds the contacts that two lists have in common.

use rustc_hash::FxHashMap;

use crate::contacts::block::{Places, Population};

/// Two lists of contacts, matched by id.
pub(super) struct Pairs<'a> {
    left: Places<'a>,
    left_len: u64,
    right: Places<'a>,
    /// Positions in the right list, by id, of contacts that aren't at the same position in the left list.
    moved: FxHashMap<&'a str, u64>,
}

impl<'a> Pairs<'a> {
    /// Both lists are usually the same, so only contacts at different positions are looked up by id.
    pub fn new(left: &'a Population, right: &'a Population) -> Self {
        let (left_len, left, right_len, right) = (left.len() as u64, left.places(), right.len() as u64, right.places());
        let mut moved = FxHashMap::default();
        for place in 0..right_len {
            let id = id_at(&right, place);
            if id != id_at(&left, place)
                && let Some(id) = id
            {
                moved.insert(id, place);
            }
        }
        Self { left, left_len, right, moved }
    }

    /// The id of a contact of the left list, and its position in the right list if it has the contact.
    pub fn of(&self, place: u64) -> Option<(&'a str, Option<u64>)> {
        let id = id_at(&self.left, place)?;
        match id_at(&self.right, place) == Some(id) {
            true => Some((id, Some(place))),
            false => Some((id, self.moved.get(id).copied())),
        }
    }

    /// The positions and ids of contacts that only the right list has, in its order.
    pub fn only_right(&self) -> Vec<(u64, &'a str)> {
        if self.moved.is_empty() {
            return Vec::new();
        }
        let mut only = self.moved.clone();
        for id in (0..self.left_len).filter_map(|place| id_at(&self.left, place)) {
            only.remove(id);
        }
        let mut only: Vec<(u64, &str)> = only.into_iter().map(|(id, place)| (place, id)).collect();
        only.sort_unstable();
        only
    }
}

fn id_at<'a>(places: &Places<'a>, place: u64) -> Option<&'a str> {
    places.locate(place).map(|(block, row)| block.id(row))
}
