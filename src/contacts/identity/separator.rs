//! Finds the sign between tags, from all cells of a column.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::contacts::words::{is_none_word, trimmed};
use crate::contacts::zones::names_a_place;

use super::tags::{TAG_SEPARATORS, parts_of};

/// Most different texts that are remembered, for each sign.
const MOST_TEXTS: usize = 4_096;
/// Longest cell that counts, in bytes. Longer ones aren't evidence.
const LONGEST_EVIDENCE: usize = 4_000;
/// Where the comma is in [`TAG_SEPARATORS`]. It is the only sign that is often part of a tag.
const COMMA: usize = 3;

/// What separates the tags of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagVerdict {
    /// No cell has a sign that could separate tags: each cell is one tag.
    NotNeeded,
    /// The cells decide.
    Decided(&'static str),
    /// Nothing speaks against this sign, but the cells don't prove it. Use it, and tell the user.
    Likely(&'static str),
    /// The user must choose between these signs, or none: cells could be read in several ways.
    Ask(Vec<&'static str>),
}

impl TagVerdict {
    /// The separator to use, if it needn't be asked for. Without one, a cell is one tag.
    pub fn separator(&self) -> Option<&'static str> {
        match self {
            TagVerdict::NotNeeded => Some(""),
            TagVerdict::Decided(sign) | TagVerdict::Likely(sign) => Some(sign),
            TagVerdict::Ask(_) => None,
        }
    }
}

/// Texts by their hash. Only those with the smallest hashes are kept, so that the result doesn't depend on the order.
type HashedTexts<T> = BTreeMap<u64, T>;

/// What is known about a part of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PartSeen {
    /// The smallest and largest hash of the cells that it is in. They differ if it is in different cells.
    least_cell: u64,
    most_cell: u64,
    /// Whether it is only ever the last part of a cell and names a country or state.
    is_place_after: bool,
}

impl PartSeen {
    fn with(self, other: Self) -> Self {
        Self {
            least_cell: self.least_cell.min(other.least_cell),
            most_cell: self.most_cell.max(other.most_cell),
            is_place_after: self.is_place_after && other.is_place_after,
        }
    }

    const fn is_in_different_cells(self) -> bool {
        self.least_cell != self.most_cell
    }
}

/// What is known about one sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct SignSeen {
    /// Cells that have it.
    cells: u64,
    /// Cells in which it separates quoted parts, or Google's own labels.
    plain_cells: u64,
    /// Cells in which a place follows it: `Berlin, Germany`.
    place_cells: u64,
    /// Parts between it.
    parts: HashedTexts<PartSeen>,
    /// The hashes of cells that have it, with their number.
    wholes: HashedTexts<u64>,
}

/// What the cells of a column of tags have in common. Surveys of parts of a file add up to that of the whole file,
/// however it was divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagSurvey {
    signs: [SignSeen; TAG_SEPARATORS.len()],
    /// Cells without any sign, and tags that are known from elsewhere.
    alone: HashedTexts<u64>,
}

impl TagSurvey {
    /// Adds a cell.
    pub fn add(&mut self, cell: &str) {
        let text = trimmed(cell);
        if text.len() > LONGEST_EVIDENCE || is_none_word(text) {
            return;
        }
        let whole = hash_of(text);
        count(&mut self.alone, whole, 1);
        for (sign, seen) in TAG_SEPARATORS.iter().zip(&mut self.signs) {
            if text.contains(sign) {
                seen.add(text, whole, sign);
            }
        }
    }

    /// Adds a tag that is known to be one, such as a tag of the campaign or of an earlier file of the same name.
    pub fn add_known_tag(&mut self, tag: &str) {
        count(&mut self.alone, hash_of(trimmed(tag)), 1);
    }

    /// Adds what was seen in another part of the file.
    pub fn merge(&mut self, other: &Self) {
        for (&text, &number) in &other.alone {
            count(&mut self.alone, text, number);
        }
        for (seen, other) in self.signs.iter_mut().zip(&other.signs) {
            seen.cells += other.cells;
            seen.plain_cells += other.plain_cells;
            seen.place_cells += other.place_cells;
            for (&text, &number) in &other.wholes {
                count(&mut seen.wholes, text, number);
            }
            for (&text, &part) in &other.parts {
                seen.add_part(text, part);
            }
        }
    }

    /// What separates the tags, by all cells that were added.
    ///
    /// A sign is proved by parts that recur: that stand alone in another cell, or are in different cells.
    pub fn verdict(&self) -> TagVerdict {
        let present: Vec<usize> = (0..TAG_SEPARATORS.len()).filter(|&sign| self.signs[sign].cells > 0).collect();
        let proved: Vec<usize> = present.iter().copied().filter(|&sign| self.is_proved(sign)).collect();
        let named = |signs: &[usize]| signs.iter().map(|&sign| TAG_SEPARATORS[sign]).collect::<Vec<_>>();
        match (proved.as_slice(), present.as_slice()) {
            (_, []) => TagVerdict::NotNeeded,
            (&[sign], _) => TagVerdict::Decided(TAG_SEPARATORS[sign]),
            ([], &[sign]) if !self.is_doubtful(sign) => TagVerdict::Likely(TAG_SEPARATORS[sign]),
            ([], &[_, ..]) => TagVerdict::Ask(named(&present)),
            (&[_, _, ..], _) => TagVerdict::Ask(named(&proved)),
        }
    }

    fn is_proved(&self, sign: usize) -> bool {
        let seen = &self.signs[sign];
        let recurs = |(text, part): (&u64, &PartSeen)| {
            self.alone.contains_key(text) || part.is_in_different_cells() && !part.is_place_after
        };
        seen.plain_cells > 0 || seen.parts.iter().any(recurs)
    }

    /// Whether cells with this sign could be single tags: a place after it, or the same whole again and again.
    fn is_doubtful(&self, sign: usize) -> bool {
        let seen = &self.signs[sign];
        sign == COMMA && (seen.place_cells > 0 || seen.wholes.values().any(|number| *number > 1))
    }
}

impl SignSeen {
    fn add(&mut self, text: &str, whole: u64, sign: &str) {
        let parts = parts_of(text, sign);
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
        let is_quoted = text.starts_with(['"', '[']) && !parts.iter().any(|part| part.starts_with('"'));
        let has_own_label = parts.iter().any(|part| part.starts_with("* "));
        if parts.len() < 2 {
            // One quoted part, or a sign at the end.
            return;
        }
        self.cells += 1;
        self.plain_cells += u64::from(is_quoted || has_own_label || sign == TAG_SEPARATORS[0]);
        count(&mut self.wholes, whole, 1);
        let last = parts.len() - 1;
        let has_place = names_a_place(parts[last]);
        self.place_cells += u64::from(has_place);
        for (at, part) in parts.iter().enumerate() {
            let is_place_after = has_place && at == last;
            let part_seen = PartSeen { least_cell: whole, most_cell: whole, is_place_after };
            self.add_part(hash_of(part), part_seen);
        }
    }

    fn add_part(&mut self, text: u64, part: PartSeen) {
        self.parts.entry(text).and_modify(|seen| *seen = seen.with(part)).or_insert(part);
        shorten(&mut self.parts);
    }
}

fn count(texts: &mut HashedTexts<u64>, text: u64, number: u64) {
    *texts.entry(text).or_default() += number;
    shorten(texts);
}

/// A text that is dropped here has a larger hash than all that are kept, now and after every later text.
fn shorten<T>(texts: &mut HashedTexts<T>) {
    if texts.len() > MOST_TEXTS {
        texts.pop_last();
    }
}

/// Tags compare without case here: `vip` and `VIP` are one sign of a separator.
fn hash_of(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.to_lowercase().hash(&mut hasher);
    hasher.finish()
}
